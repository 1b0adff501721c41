"""Finds the article in a whole HTML page, and hides the rest.

An editor answers for the article, not for the template around it. The rules, and why:

1. Menus, asides, footers, forms and what their class names call related links, adverts, share boxes or
   comments are *furniture*, unless a good part of the page's text is in them: some pages are one large form.
2. Every run of text has a gain: its length, less a fixed cost and what of it is links. So paragraphs gain,
   and menus, tags and teasers lose. An element's gain is the sum of its children's; a child that loses counts
   only up to a bound, for a box of links inside an article is small change.
3. The article is the element that gains most; of a page's only `<main>` or `<article>`, where that holds a
   good part of the text; `itemprop="articleBody"` is believed likewise. While one child has nearly all the
   text, the article is that child.
4. The article's own `h1`, or else the last one before it, is the headline.
5. Inside the article menus, asides and boxes of links go; but forms, buttons, share boxes and comment forms
   stay: there they are residue of a copied page, which is a defect to report.

The idea of text length against link density is Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection
using Shallow Text Features" (WSDM 2010). All work is linear in the elements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document.html_tokens import attributes
from newslint.document.html_tree import HEADINGS

if TYPE_CHECKING:
    from newslint.document.html_tokens import Token
    from newslint.document.html_tree import Element, Tree

_NONE, _RESIDUE, _FURNITURE, _BODY = range(4)
"""What an element says that it is: nothing, furniture that is residue in an article, furniture, the article."""

_NAMES = dict.fromkeys("nav aside footer menu dialog search option optgroup".split(), _FURNITURE)
_NAMES |= dict.fromkeys("form button label legend fieldset".split(), _RESIDUE)
_ROLES = dict.fromkeys(
    "navigation complementary contentinfo banner dialog search alert alertdialog menu menubar toolbar".split(),
    _FURNITURE,
)
_ROLES["form"] = _RESIDUE
_FURNITURE_CLASS = re.compile(
    r"(?<![^\W_])(?:(ads?|advert\w*|author-?bio|banner|bio|breadcrumbs?|byline|carousel|consent|footer|gallery|menu|modal|nav|navbar"
    r"|navigation|newsletter|outbrain|paywall|popular|popup|promo\w*|recirc\w*|recommend\w*|related\w*|screen-reader-text"
    r"|sidebar|sign-?up|skip|slider|slideshow|sponsor\w*|sr-only|subscri\w*|taboola|tag(?:s|list)?|teasers?|toolbar|trending|widget"
    r"|more-?(?:from|on|stories)|most-?(?:popular|read|viewed)|read-?(?:more|next))"
    r"|comments?|cookies?|disqus|reply|respond|share\w*|sharing|social\w*)(?![^\W_])",
    re.IGNORECASE,
)

_COST = 25.0
"""Code points that a run of text must have before it gains anything."""
_BOUND = 100.0
"""The most that one element can take from its parent's gain."""
_LARGE_PART = 0.3
"""Of the page's text: what furniture may not hold."""
_DECLARED_PART = 0.25
"""Of that text: what an element that declares itself the article must hold to be believed."""
_NEARLY_ALL = 0.85
"""Of the article's text: what a child must hold to be the article itself."""
_LONGEST_RESIDUE = 200.0
"""More text than this is a thread of comments, which the article's editor did not write."""
_BLOCK_OF_TEXT = frozenset({"p", "li", "blockquote", *HEADINGS})
_NO_BOX = _BLOCK_OF_TEXT | {"td", "th", "tr", "tbody", "thead"}


def hide_template(text: str, found: list[Token], tree: Tree) -> None:
    """Hide every element of a page that is no part of its article; the headline gets its role."""
    marks = [_mark(text, found, element) for element in tree.elements]
    page = _Page(tree.elements, marks)
    article = page.article()
    headline = page.headline(article)
    kept = page.kept(article)
    if headline is not None:
        headline.role = "headline"
        first, last = headline.start, headline.end
        kept.update(element.index for element in tree.elements if first <= element.start <= last)
    for element in tree.elements:
        if element.hidden_by is None and element.index not in kept:
            element.hidden_by = element


def _mark(text: str, found: list[Token], element: Element) -> int:
    name = element.name
    if element.hidden_by is not None or element.parent is None:
        return _NONE
    if name in _NAMES:
        return _NAMES[name]
    token = found[element.start]
    if token[2] - token[1] < len(name) + 8:
        return _NONE
    said = attributes(text, token)
    if said.get("itemprop", "").lower() == "articlebody":
        return _BODY
    role = said.get("role", "").lower()
    if role in _ROLES:
        return _ROLES[role]
    match = _FURNITURE_CLASS.search(f"{said.get('class', '')} {said.get('id', '')}")
    if match is None:
        return _NONE
    return _FURNITURE if match[1] else _RESIDUE


class _Page:
    """The elements of a page with what each subtree gains and holds, as lists by element index.

    `gain` is rule 2's; `mass` is the sum of the gains above zero; `length` and `linked` count the code points
    of text and of links; `runs` counts the elements with text of their own. `is_cut` marks what rule 1 takes
    away, and `is_out` everything in it as well.
    """

    def __init__(self, elements: list[Element], marks: list[int]) -> None:
        self.elements = elements
        self.marks = marks
        count = len(elements)
        self.gain = [0.0] * count
        self.mass = [0.0] * count
        self.length = [0] * count
        self.linked = [0] * count
        self.runs = [0] * count
        self.is_cut = [False] * count
        self.is_out = [element.hidden_by is not None for element in elements]
        for element in elements:
            if element.own and not self.is_out[element.index]:
                self._weigh(element)
        self._add_up(sum(self.mass) * _LARGE_PART)

    def _weigh(self, element: Element) -> None:
        index = element.index
        plain = element.own - element.linked
        gain = plain - _COST
        if plain < element.linked or plain < 2 * _COST:
            gain -= 3 * element.linked
        self.gain[index] = gain
        self.mass[index] = max(gain, 0.0)
        self.length[index] = element.own
        self.linked[index] = element.linked
        self.runs[index] = 1

    def _add_up(self, large: float) -> None:
        for element in reversed(self.elements):
            index, parent = element.index, element.parent
            if self.is_out[index] or parent is None:
                continue
            mark = self.marks[index]
            if mark in (_RESIDUE, _FURNITURE) and (self.mass[index] < large or (not large and element.name in _NAMES)):
                self.is_cut[index] = self.is_out[index] = True
                continue
            above = parent.index
            self.gain[above] += max(self.gain[index], -_BOUND)
            self.mass[above] += self.mass[index]
            self.length[above] += self.length[index]
            self.linked[above] += self.linked[index]
            self.runs[above] += self.runs[index]
        for element in self.elements:
            if element.parent is not None and self.is_out[element.parent.index]:
                self.is_out[element.index] = True

    def article(self) -> Element:
        """The element that holds the article (rule 3)."""
        inside = [element for element in self.elements if not self.is_out[element.index]]
        best = self._gains_most(inside)
        least = self.mass[best.index] * _DECLARED_PART
        if not least:
            return self.elements[0]
        for name in ("main", "article"):
            declared = [element for element in inside if element.name == name and self.mass[element.index] >= least]
            if len(declared) == 1:
                first, last = declared[0].start, declared[0].end
                inside = [element for element in inside if first <= element.start <= last]
                best = self._gains_most(inside)
        bodies = [element for element in inside if self.marks[element.index] == _BODY]
        if bodies:
            body = max(bodies, key=lambda element: self.mass[element.index])
            if self.mass[body.index] >= least:
                best = body
        return self._narrowed(best, inside)

    def _gains_most(self, elements: list[Element]) -> Element:
        return max(elements, key=lambda element: self.gain[element.index])

    def _narrowed(self, article: Element, inside: list[Element]) -> Element:
        """The innermost element with nearly all the text of `article`, but no single paragraph."""
        largest: dict[int, Element] = {}
        for element in inside:
            if element.parent is not None and element.name not in _BLOCK_OF_TEXT:
                rival = largest.get(element.parent.index)
                if rival is None or self.mass[element.index] > self.mass[rival.index]:
                    largest[element.parent.index] = element
        child = largest.get(article.index)
        while child is not None and self.mass[child.index] >= _NEARLY_ALL * self.mass[article.index]:
            article = child
            child = largest.get(article.index)
        while article.name in _BLOCK_OF_TEXT and article.parent is not None:
            article = article.parent
        return article

    def headline(self, article: Element) -> Element | None:
        """The article's first `h1`, or else the last one with text before it (rule 4)."""
        headline = None
        for element in self.elements:
            if element.start > article.end:
                break
            if element.name == "h1" and element.hidden_by is None and self.runs[element.index]:
                headline = element
                if element.start > article.start:
                    break
        return headline

    def kept(self, article: Element) -> set[int]:
        """The indices of the elements of the article that stay (rule 5)."""
        kept, residue = {article.index}, set()
        for element in self.elements[article.index + 1 :]:
            if element.start > article.end:
                break
            index, parent = element.index, element.parent
            if parent is None or parent.index not in kept or element.hidden_by is not None:
                continue
            if self.is_cut[index] and (self.marks[index] == _FURNITURE or self.mass[index] > _LONGEST_RESIDUE):
                continue
            if self.marks[index] == _RESIDUE or parent.index in residue:
                residue.add(index)
            elif self._is_box_of_links(element):
                continue
            kept.add(index)
        return kept

    def _is_box_of_links(self, element: Element) -> bool:
        index = element.index
        return (
            not self.mass[index]
            and self.runs[index] > 1
            and 2 * self.linked[index] >= self.length[index] > 0
            and element.name not in _NO_BOX
        )
