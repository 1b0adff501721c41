"""What becomes of a hit: its place in the source, its message, and the fix that may be offered."""

from newslint.document import parse
from newslint.finding import Edit, Hit, Related
from newslint.locating import finding_of, fix_of, locate, message_of
from newslint.rules import Rule
from newslint.source import Source

RULE = Rule("SPC101", "spacing/after-comma", "after-comma", "No space after “%s”", "error", fix="safe")


def insertion(at: int) -> Hit:
    return Hit(at - 1, at + 1, edits=(Edit(at, at, " "),), safety="safe")


def test_a_finding_says_its_place_in_the_source() -> None:
    document = parse(Source("One.\n\nTwo,three.", "a.md"))
    hit = Hit(document.prose.index("Two"), document.prose.index("."), (",",))
    start = document.prose.index("Two")
    hit = Hit(start, start + 9, (",",))
    finding = finding_of(document, *locate(document, hit), RULE, hit)
    assert (finding.text, finding.start.line, finding.start.column) == ("Two,three", 3, 1)
    assert finding.message == "No space after “,”"


def test_a_message_without_arguments_quotes_the_text_on_one_line_and_shortened() -> None:
    assert message_of(RULE, Hit(0, 1), "a\n  b") == "No space after “a b”"
    assert len(message_of(RULE, Hit(0, 1), "word " * 50)) < 90


def test_an_argument_with_a_percent_sign_is_kept_as_it_is() -> None:
    rule = Rule("X1", "x/x", "x", "%s is not %s", "error")
    assert message_of(rule, Hit(0, 1, ("100%s", "b")), "t") == "100%s is not b"


def test_a_space_outside_quotations_is_a_safe_fix() -> None:
    fix = fix_of(parse(Source("He came,she went.")), RULE, insertion(8))
    assert fix is not None
    assert (fix.safety, fix.edits) == ("safe", (Edit(8, 8, " "),))


def test_a_space_inside_a_quotation_is_an_unsafe_fix() -> None:
    fix = fix_of(parse(Source("“He came,she went,” he said.")), RULE, insertion(9))
    assert fix is not None
    assert fix.safety == "unsafe"


def test_a_word_inside_a_quotation_is_never_changed() -> None:
    document = parse(Source("“I seen tehran once,” he said."))
    start = document.prose.index("tehran")
    assert fix_of(document, RULE, Hit(start, start + 6, edits=(Edit(start, start + 1, "T"),))) is None


def test_an_edit_across_markup_is_not_offered() -> None:
    document = parse(Source("The gov**er**ment fell."))
    start = document.prose.index("goverment")
    assert (
        fix_of(document, RULE, Hit(start, start + 9, edits=(Edit(start, start + 9, "government"),))) is None
    )


def test_a_rule_that_allows_no_fix_offers_none() -> None:
    rule = Rule("SPC101", "spacing/after-comma", "after-comma", "m", "error")
    assert fix_of(parse(Source("He came,she went.")), rule, insertion(8)) is None


def test_a_related_place_is_located_too() -> None:
    document = parse(Source("One one.\n\nTwo two.", "a.md"))
    hit = Hit(10, 13, related=(Related("first here", 0, 3),))
    (place,) = finding_of(document, 10, 13, RULE, hit).related
    assert place.path == "a.md"
    assert place.start is not None
    assert (place.start.line, place.start.column) == (1, 1)


def test_a_space_before_a_quotation_is_a_safe_fix() -> None:
    document = parse(Source("He said,“The vote was close.”"))
    place = document.prose.index("“")
    fix = fix_of(document, RULE, Hit(place - 1, place + 4, edits=(Edit(place, place, " "),), safety="safe"))
    assert fix is not None
    assert fix.safety == "safe"
