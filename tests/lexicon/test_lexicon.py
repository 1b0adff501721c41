"""What the lexicon knows, and of which kind a word is."""

import re

import pytest

from newslint import lexicon
from newslint.lexicon.store import BUCKETS, DATA, bucket_of, common, sections


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("harbour", ""),
        ("harbor", ""),
        ("realise", ""),
        ("hardline", ""),
        ("cafe", ""),
        ("café", ""),
        ("attaches", ""),
        ("teacher’s", ""),
        ("they'll", ""),
        ("didn’t", ""),
        ("blockchain", ""),
        ("Tehran", ""),
        ("TEHRAN", ""),
        ("Harbour", ""),
        ("iPhone", ""),
        ("McDonald", ""),
        ("x86", ""),
        ("snake_case", ""),
        ("5th", ""),
        ("straße", ""),
        ("goverment", lexicon.UNKNOWN),
        ("goverment’s", lexicon.UNKNOWN),
        ("did'nt", lexicon.UNKNOWN),
        ("tehran", lexicon.PROPER),
        ("tehran's", lexicon.PROPER),
        ("december", lexicon.PROPER),
        ("israelis", lexicon.PROPER),
        ("easter", lexicon.PROPER),
        ("post-stalinist", lexicon.PROPER_PART),
        ("topsy-turvy", ""),
        ("half-goverment", ""),
        ("troilist", lexicon.RARE),
        ("okonomiyaki", lexicon.BORROWED),
        ("camembert", lexicon.BORROWED),
        ("Pezeshkian", lexicon.NAME),
        ("theBitcoin", lexicon.MIXED),
    ],
)
def test_kinds_of_words(word: str, kind: str) -> None:
    assert lexicon.kind_of(word) == kind


def test_strangers_are_looked_up_once_and_sorted_by_kind() -> None:
    words = {"The", "vicar", "Pezeshkian", "wiht", "sence", "iran", "Bush", "bush", "Iran"}
    for _ in range(2):
        assert lexicon.strangers(words) == {lexicon.UNKNOWN: ["sence", "wiht"], lexicon.PROPER: ["iran"]}
        assert lexicon.unknown_names(words) == {"Pezeshkian"}
        assert lexicon.known_names(words) == {"Iran"}
        assert lexicon.names_and_words(words) == {"Bush"}


def test_forms_and_frequencies() -> None:
    assert lexicon.forms_of("tehran") == ("Tehran",)
    assert lexicon.forms_of("youtube") == ("YouTube",)
    assert "McDonald" in lexicon.forms_of("mcdonald")
    assert lexicon.forms_of("table") == ()
    assert lexicon.frequency("the") == "a"
    assert lexicon.frequency("the") < lexicon.frequency("house") < lexicon.frequency("contumely")
    assert lexicon.frequency("tehran") == ""
    assert lexicon.frequency("okonomiyaki") == "z"
    assert lexicon.capitalised_frequency("tehran")
    assert not lexicon.capitalised_frequency("contumely")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("", True),
        ("12 34 56", True),
        ("The ferry left before anyone had noticed that the captain was still ashore.", True),
        ("Ayatollah Khamenei met Pezeshkian and Araghchi in Qom on Friday, state television said.", True),
        ("Der Bürgermeister hat am Montag angekündigt, dass die Brücke für zwei Jahre gesperrt wird.", False),
        ("Le maire a annoncé lundi que le pont serait fermé pendant deux ans pour des travaux.", False),
        ("El alcalde anunció el lunes que el puente estará cerrado durante dos años por obras.", False),
        ("Il sindaco ha annunciato lunedì che il ponte resterà chiuso per due anni per lavori.", False),
        ("Мэр объявил в понедельник, что мост закроют на два года.", False),
        ("Burmistrz ogłosił w poniedziałek, że most zostanie zamknięty na dwa lata.", False),
    ],
)
def test_whether_a_text_is_english(text: str, english: bool) -> None:
    assert lexicon.is_english(re.findall(r"\w+", text)) is english


def test_share_of_known_words() -> None:
    assert lexicon.known_share([]) == 1.0
    assert lexicon.known_share(["The", "vicar", "of", "Zzyzxq"]) == 0.75


def test_every_common_word_is_found_in_the_packed_lists() -> None:
    words = sections()[0]
    for word in sorted(common() - {""})[::37]:
        known = words.find(word)
        assert known is not None
        assert "a" <= known[0] <= "d", word


def test_buckets_hold_what_begins_with_their_letters() -> None:
    words = sections()[0]
    number = bucket_of("zebra")
    assert "zebra" in {"zeb" + line.split("\t")[0] for line in words.lines(number) if line}
    assert words.find("zebr") is None
    assert words.find("zzyzxq") is None
    assert words.find("") is None
    assert words.find("o'clock") is not None
    assert 0 < number < BUCKETS
    assert bucket_of("o'clock") == bucket_of("ab") == bucket_of("épée") == 0


@pytest.mark.parametrize(("word", "is_one"), [("readme", True), ("iframe", True), ("readmes", True), ("recieve", False), ("teh", False), ("s", False)])
def test_words_of_computing(word: str, is_one: bool) -> None:
    assert lexicon.is_technical(word) == is_one


def test_the_notice_of_the_word_lists_is_shipped_with_them() -> None:
    assert "MIT License" in (DATA / "NOTICE-technical").read_text(encoding="utf-8")
    assert "Kevin Atkinson" in (DATA / "NOTICE").read_text(encoding="utf-8", errors="replace")
    beside = {"contexts.txt", "names.txt", "technical.txt"}
    sizes = {path.name: path.stat().st_size for path in DATA.iterdir()}
    assert sum(size for name, size in sizes.items() if name not in beside) < 3_000_000
    assert sum(sizes[name] for name in beside) < 500_000
