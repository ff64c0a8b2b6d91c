"""What in a drawing as SVG would run, be fetched or never end; a logo stands on public pages.

Elements are those of a list of harmless ones, and styles are read by the CSS tokeniser that
WeasyPrint uses, so what is written with escapes is what it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

import tinycss2
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from assess.languages import gettext

_SVG = ("", "http://www.w3.org/2000/svg")
_XHTML = "http://www.w3.org/1999/xhtml"
_DRAWING = frozenset(
    [
        "a",
        "circle",
        "clipPath",
        "defs",
        "desc",
        "ellipse",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
        "filter",
        "g",
        "line",
        "linearGradient",
        "marker",
        "mask",
        "metadata",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialGradient",
        "rect",
        "stop",
        "style",
        "svg",
        "switch",
        "symbol",
        "text",
        "textPath",
        "title",
        "tspan",
        "use",
        "view",
    ]
)
"""The elements of SVG that only draw, or say what is drawn."""

_FETCHING = frozenset(
    [
        "cross-fade",
        "expression",
        "image",
        "image-set",
        "src",
        "-webkit-cross-fade",
        "-webkit-image-set",
    ]
)
"""Functions of CSS, beside `url`, that name something outside; `expression` ran code."""

_MOST_LEVELS = 100
_MOST_DRAWN = 100_000
"""Elements, those that are drawn again by `use` counted each time."""


class _Builder(TreeBuilder):
    """Builds the tree, and remembers how deep it is and what instructions stand in it."""

    def __init__(self) -> None:
        super().__init__()
        self.level = self.deepest = 0
        self.instructions: list[str] = []

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        """Go into an element."""
        self.level += 1
        self.deepest = max(self.deepest, self.level)
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        """Come out of an element."""
        self.level -= 1
        return super().end(tag)

    def pi(self, target: str, text: str | None = None) -> Element:  # noqa: ARG002  as it is called
        """Remember an instruction to whatever shows the file, such as xml-stylesheet."""
        self.instructions.append(target)
        return Element(target)


def svg_faults(content: bytes, file: str) -> Iterator[str]:
    """Say what in an SVG would run, be fetched or never end, or why it is none."""
    builder = _Builder()
    parser = DefusedXMLParser(forbid_dtd=True, target=builder)
    try:
        parser.feed(content)
        root = parser.close()
    except DefusedXmlException:
        yield gettext("{file} declares entities; save it as plain SVG", file=file)
        return
    except (ParseError, ValueError, LookupError):
        yield gettext("{file} is neither SVG nor PNG nor JPEG", file=file)
        return
    if _parts(root.tag) not in {(space, "svg") for space in _SVG}:
        yield gettext("{file} is neither SVG nor PNG nor JPEG", file=file)
        return
    for name in builder.instructions:
        yield _contains(file, f"<?{name}?>")
    if builder.deepest > _MOST_LEVELS or not _ends(root):
        yield gettext("{file} has too many parts; save it as a plain drawing", file=file)
        return
    for element in root.iter():
        yield from _element_faults(element, file)


def _element_faults(element: Element, file: str) -> Iterator[str]:
    space, name = _parts(element.tag)
    if space == _XHTML or (space in _SVG and name not in _DRAWING):
        yield _contains(file, f"<{name}>")
    if name == "style" and _leads_outside("".join(element.itertext())):
        yield gettext("{file} refers in its style to something outside the file", file=file)
    for attribute, value in element.attrib.items():
        _, called = _parts(attribute)
        if called.lower().startswith("on"):
            yield gettext(
                "{file} contains code that would run ({attribute})", file=file, attribute=called
            )
        is_elsewhere = called in ("href", "src", "base") and not value.strip().startswith("#")
        if is_elsewhere or _leads_outside(value):
            yield gettext(
                "{file} refers to something outside the file ({value})", file=file, value=value[:60]
            )


def _contains(file: str, element: str) -> str:
    return gettext(
        "{file} contains {element}; save it as a plain drawing", file=file, element=element
    )


def _parts(name: str) -> tuple[str, str]:
    """Give the name space of a name, and the name in it."""
    space, _, local = name.rpartition("}")
    return space.removeprefix("{"), local


def _leads_outside(css: str) -> bool:
    """Tell whether a style, or the value of an attribute, names something outside the file."""
    if not any(sign in css for sign in "(\\@"):
        return False  # nearly every attribute; a long path is not read for nothing
    waiting: list[Any] = list(tinycss2.parse_component_value_list(css))
    while waiting:
        token = waiting.pop()
        if token.type == "error" or (token.type == "url" and not token.value.startswith("#")):
            return True
        if token.type == "at-keyword" and token.lower_value == "import":
            return True
        if token.type == "function" and _fetches(token):
            return True
        waiting += getattr(token, "content", None) or getattr(token, "arguments", None) or ()
    return False


def _fetches(function: Any) -> bool:
    if function.lower_name != "url":
        return function.lower_name in _FETCHING
    given = [part for part in function.arguments if part.type not in ("whitespace", "comment")]
    return not (len(given) == 1 and given[0].type == "string" and given[0].value.startswith("#"))


def _ends(root: Element) -> bool:
    """Tell whether what `use` draws again comes to an end, and soon."""
    named = {element.get("id", ""): element for element in root.iter()}
    drawn: dict[Element, int | None] = {}

    def count(element: Element) -> int:
        if element in drawn:
            return drawn[element] or _MOST_DRAWN + 1  # None: it draws itself
        drawn[element] = None
        used = [named[key] for key in _used(element) if key in named]
        found = min(1 + sum(map(count, [*element, *used])), _MOST_DRAWN + 1)
        drawn[element] = found
        return found

    try:
        return count(root) <= _MOST_DRAWN
    except RecursionError:
        return False


def _used(element: Element) -> Iterable[str]:
    if _parts(element.tag)[1] != "use":
        return ()
    return (value.strip()[1:] for key, value in element.items() if _parts(key)[1] == "href")
