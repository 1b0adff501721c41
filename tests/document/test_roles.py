"""What the blocks of an article are to it."""

from __future__ import annotations

from newslint.document import parse
from newslint.document.roles import roles
from newslint.source import Source

BODY = "The council met for three hours on Tuesday evening and put the decision off until the spring."


def found(text: str) -> dict[str, list[str]]:
    document = parse(Source(text))
    roles(document)
    roles(document)
    result: dict[str, list[str]] = {}
    for block in document.blocks:
        if block.role:
            result.setdefault(block.role, []).append(document.prose[block.start : block.end])
    return result


def test_the_top_of_an_article() -> None:
    text = f"# Ferry decision put off\n\nTerminal may close in spring, says chair\n\nBy Jane Miller and Tom O’Hara\n\nLEEDS (AP) — {BODY}\n\n{BODY}"
    assert found(text) == {
        "headline": ["Ferry decision put off"],
        "deck": ["Terminal may close in spring, says chair"],
        "byline": ["By Jane Miller and Tom O’Hara"],
        "dateline": [f"LEEDS (AP) — {BODY}"],
        "body": [BODY],
    }


def test_a_headline_without_marks_below_a_breadcrumb() -> None:
    text = f"Home » Local » Ferry decision put off\n\nFerry decision put off\n\nTerminal may close in spring\n\n{BODY}\n\n{BODY}"
    result = found(text)
    assert result["headline"] == ["Ferry decision put off"]
    assert result["deck"] == ["Terminal may close in spring"]


def test_speaker_turns() -> None:
    text = (
        "Editor: Why now, after so many years of talks?\n\nDr. Ann Lee: Because the money is there.\n\n"
        "Editor: And next?\n\ndr.Ann Lee: a vote in June.\n\nNote: the talk was shortened."
    )
    result = found(text)
    assert len(result["speaker-turn"]) == 4
    assert result["body"] == ["Note: the talk was shortened."]


def test_no_turns_without_a_second_speaker() -> None:
    text = f"One thing: {BODY}\n\nWarning: {BODY}\n\nAnother thing: {BODY}"
    assert "speaker-turn" not in found(text)
    assert "speaker-turn" not in found(f"Minister: {BODY}\n\nMinister: {BODY}")


def test_a_later_section_of_a_text_without_headline_is_no_headline() -> None:
    text = "\n\n".join([BODY] * 12 + ["What comes next", BODY])
    assert "headline" not in found(text)
