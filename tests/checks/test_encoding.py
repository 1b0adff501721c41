import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

LINTER = Linter([load_file(shipped_folder() / "residue" / "encoding.yml")])


def found(text: str, format: str = "plain") -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.text, finding.suggestions) for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    ("text", "word", "repaired"),
    [
        ("the portâ€™s owner", "portâ€™s", "port’s"),
        ("the cafÃ© by the port", "cafÃ©", "café"),
        ("a toll of Â£4", "Â£4", "£4"),
        ("a heat of 30Â°C", "30Â°C", "30°C"),
        ("minister Å½eljko ÄorÄ‡ spoke", "Å½eljko", "Željko"),
        ("Ã‰mile spoke", "Ã‰mile", "Émile"),
        ("the portÃ¢â‚¬â„¢s owner", "portÃ¢â‚¬â„¢s", "port’s"),
        ("said â€œno", "â€œno", "“no"),
        ("the port\x92s owner", "port\x92s", "port’s"),
        ("Ren&eacute;e spoke", "Ren&eacute;e", "Renée"),
        ("the port&#8217;s owner", "port&#8217;s", "port’s"),
        ("the port&amp;#8217;s owner", "port&amp;#8217;s", ""),
        ("ships &ndash; two of them &ndash; sank", "&ndash;", "–"),
    ],
)
def test_damage_and_its_repair(text: str, word: str, repaired: str) -> None:
    first = found(text)[0]
    if repaired:
        assert first == (word, (repaired,))
    else:
        assert found(text)


def test_what_is_lost_is_not_guessed() -> None:
    assert found("The jury\ufffds verdict") == [("jury\ufffds", ())]


@pytest.mark.parametrize(
    "text",
    [
        "The café, the crêpe, the naïve señor and the Ærø ferry cost £4 – or €5 – at 30°C.",
        "“CAFÉ”, “SÃO PAULO”, “NAÇÃO” and «É»",
        "À la carte; voilà… “là”",
        "R&D, A&E; Marks & Spencer; Q&A;",
        "Ελλάδα, Україна, 日本",
        "x² ± ½ × 3 ÷ 4",
    ],
)
def test_sound_text(text: str) -> None:
    assert found(text) == []


def test_decoded_references_and_code_are_sound() -> None:
    assert found("Ren&eacute;e spoke at AT&amp;T; write `&nbsp;` for a space.", "markdown") == []
    assert found("<p>Ren&eacute;e spoke &ndash; at AT&amp;T.</p>", "html") == []


def test_a_table_of_references_is_about_them() -> None:
    assert found("<table><tr><td>é</td><td>&amp;eacute;</td></tr></table>", "html") == []


@given(st.text(alphabet="abc éèüñçøåß’“”–€£½ ", min_size=1))
def test_utf8_read_as_windows_1252_is_found_and_repaired(text: str) -> None:
    garbled = "".join(_misread(byte) for byte in text.encode("utf-8"))
    if garbled == text:
        return
    result = garbled
    for finding in reversed(LINTER.lint(Source(garbled, format="plain"))):
        result = result[: finding.start.offset] + finding.suggestions[0] + result[finding.end.offset :]
    assert result == text


def _misread(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
