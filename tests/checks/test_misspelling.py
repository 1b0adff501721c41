import gzip
import json
import random

import pytest

from newslint.document import parse
from newslint.source import Source
from tests.checks.word_rules import found, hits
from tests.conftest import data_folder

CHECK = "misspelling"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The bakery has been shut sence Monday.", "sence", "since"),
        ("He walked off wiht the trophy.", "wiht", "with"),
        ("Few villagers beleive the story.", "beleive", "believe"),
        ("The town’s goverment’s seal was lost.", "goverment’s", "government’s"),
        ("The clerks didnt open the box.", "didnt", "didn't"),
        ("They meet every wednseday in the hall.", "wednseday", "Wednesday"),
        ("She will recieve it, he said.", "recieve", "receive"),
        ("| Crop | Yield |\n|---|---|\n| barley | exellent |", "exellent", "excellent"),
        ("# A seperate peace for the ferrymen\n\nText follows here.", "seperate", "separate"),
        ("He told the court: “I was definately at home that whole evening with my sister.”", "definately", "definitely"),
        ("It is a very (extremly) small island.", "extremly", "extremely"),
        ("They left/they stayed; the occurence was odd.", "occurence", "occurrence"),
        ("Mr Quill recomended a new roof.", "recomended", "recommended"),
        ("Near Washington thta day, it rained.", "thta", "that"),
        ("The hearing is over. Rememberance of it fades.", "Rememberance", "Remembrance"),
        ("It was, said the Commision on Friday, a long wait.", "Commision", "Commission"),
        ("It took a proces of [years](https://example.org/process) to end.", "proces", "process"),
        ("- recieve mail\n- send mail to the others, too", "recieve", "receive"),
        ("They walked **straight on** untill dusk.", "untill", "until"),
    ],
)
def test_found(text: str, wrong: str, right: str) -> None:
    assert found(CHECK, text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The reprioritised budget hid a packhouse, two auditings and an antimonarchist.",
        "The centre’s colour was gray; the organizer realised it was a pretence.",
        "Zzyzxqian Goverment is the name of a band. So is Recieve.",
        "The settings `recieve` and `goverment` are kept; recieve stays, goverment too.",
        "See https://example.org/recieve or write to goverment@example.org about #beleive.",
        "The file goverment.txt, the path etc/recieve and the half-goverment of @beleive stay.",
        "He read out “Il nostro governo ha deciso di aspettare ancora” and sat down.",
        "The house stands on the calle de los molineros y panaderos del pueblo.",
        "Collectors prize *Sanguinaria vulgarissima* and the moth Hypena straminata.",
        "The beetle, H. straminea, was eating the hedge.",
        "She called it a “snorf” and laughed.",
        "The crew call it the _goverment_ berth.",
        "He serves on the [goverment](https://example.org/x) project.",
        "- beleive\n- goverment",
        "Erm, hmm, the 3rd and 21st of 12kg at 5pm; x2y and abc123def.",
        "Chefs cook okonomiyaki, gnocchi and shakshouka.",
        "Set the mtime and read the href of the iframe; the utils and the readme use reqwest.",
        "- hev (of Leeds)\n- teor helped us.",
        "Thanks to Niko, tiif, teor, Joel, and others.",
        "Ask the clerk - teor\n\nShe knows.",
        "Write to proctorn (at) example (dot) org.",
        "The pass runs in the borrowck again, hmmm, and errr, with skillz.",
        "It was all hanky panky, she said.",
        "They saw what's cookin' in the pot.",
        "The kasse of la casita is open.",
        "She joined the Goverment Street choir; “Commision” is its song, the Goverment’s too.",
        "Brierly and Allwood left. Ponting is out, the Manefield said, and Featherby stayed.",
        "The [Narations](https://narations.example.org) blog and the club (Enviromental Choir) sang.",
        "A snickelway is a lane. York has many a snickelway. One snickelway is haunted.",
        "Der Zug fährt heute nicht, weil die Strecke gesperrt ist und der Fahrer fehlt.",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_the_case_of_the_word_and_its_ending_are_kept() -> None:
    (hit,) = hits(CHECK, "The goverment's offer was refused.")
    assert hit.suggestions[0] == "government's"
    assert [(edit.start, edit.end, edit.text) for edit in hit.edits] == [(4, 15, "government's")]
    assert hit.arguments == ("goverment's", "government's")
    assert hit.safety == "unsafe"


def test_a_word_of_the_article_is_suggested_first() -> None:
    assert found(CHECK, "A bister sat by the door. Her sister, she said, was late; the sister was not.") in (
        [], [("bister", "sister")],
    )  # fmt: skip
    assert found(CHECK, "The cutter sank. A cuter, the cutlers said, and the cuttter was new.")[-1] == ("cuttter", "cutter")


def test_exceptions_are_left_alone() -> None:
    assert found(CHECK, "The goverment fell.", exceptions=["goverment"]) == []


def test_inside_html_with_markup_in_the_word() -> None:
    assert found(CHECK, "<p>The <b>gover</b>ment fell, the newspaper said.</p>", "html") == [("goverment", "government")]


def test_edited_news_is_left_alone() -> None:
    """At most 0.06 hits in 1,000 words of edited news, true ones among them, over a seeded sample."""
    with gzip.open(data_folder() / "clean" / "abc-2006.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    sample = random.Random(7).sample(texts, 200)
    words = sum(len(text.split()) for text in sample)
    reported = sum(len(hits(CHECK, text)) for text in sample)
    assert reported / words * 1000 <= 0.2


def test_one_long_block_of_unknown_words_is_no_burden() -> None:
    text = "goverment " * 2000
    assert len(hits(CHECK, text)) in (0, 2000)
    parse(Source(text))
