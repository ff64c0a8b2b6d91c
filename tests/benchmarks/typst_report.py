"""The same report through Typst, as a yardstick: made from the HTML that our own printer gets.

Every text, table, link, bookmark and chart of it, tagged, as PDF/A-3a and PDF/UA-1, with the record
attached. Source and charts are ready before the clock runs, which ours are not.
"""

from __future__ import annotations

import base64
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

from assess.core.report.figure.picture import Picture
from assess.core.report.record.report import Report, canonical_json
from assess.render.document.design_tokens import load_tokens
from assess.render.document.html import report_html

_SPECIAL = frozenset("\\#$*_`<>@[]=-+/~'\".:()")
_VOID = {"br", "img", "col", "meta", "link", "input"}
_BOLD = {"strong", "own", "rank", "number", "letter", "organisation", "large", "long", "mark"}
_COLOURS = {
    **dict.fromkeys(("quiet", "word", "none"), "secondary"),
    **dict.fromkeys(("own", "rank", "number", "letter", "large", "long"), "accent"),
    **dict.fromkeys(("warn", "mark"), "amber"),
}
_SIZES = {
    **dict.fromkeys(("kind", "month", "mark", "large"), 16),
    **dict.fromkeys(("fact", "long"), 12),
    "organisation": 26,
}
_ABOVE = {"indicator": 13, "plan": 11, "figure": 4, "advice": 5, "remark": 3, "strength": 4}
_INDENTED = {"entry": 34, "more": 46, "group": 34, "indicator": 34, "plan": 34, "priority": 14}
_WHOLE = {"figure", "advice", "plan", "imprint"}

_PRELUDE = """
#set document(title: "{title}", date: datetime(year: {year}, month: {month}, day: {day}))
#set text(font: "Source Sans 3", size: 9.5pt, fill: ink, lang: "{language}",
  top-edge: 0.75em, bottom-edge: -0.25em)
#set par(leading: 4pt, spacing: 0pt)
#set block(spacing: 0pt)
#set table(stroke: (x, y) => (bottom: 0.5pt + rule), inset: (x: 0pt, y: 3.2pt), column-gutter: 8pt)
#set page(paper: "a4", margin: (x: 20mm, top: 22mm, bottom: 20mm),
  header: context if here().page() > 1 [#text(fill: secondary)[{head}] #h(1fr)
    #text(fill: amber, weight: 600)[{marks}]],
  footer: context if here().page() > 1 [#text(fill: secondary)[{foot} #h(1fr)
    Page #here().page() of #counter(page).final().first()]])
#show heading: it => block(sticky: true, it.body)
#show heading.where(level: 1): set text(size: 26pt)
#show heading.where(level: 2): set text(size: 16pt)
#show heading.where(level: 3): set text(size: 9.5pt)
#pdf.attach("report.json", read("report.json", encoding: none), relationship: "source",
  mime-type: "application/json", description: "The record of this report as structured data")
"""


def pictures_of(report: Report) -> Iterator[Picture]:
    """Give every picture of a report."""
    yield report.summary.position
    for area in report.areas:
        yield area.picture
        for one in area.indicators:
            yield from one.pictures


@dataclass(frozen=True)
class Yardstick:
    """What came of Typst."""

    seconds: float
    """The median, from the start of a process to its end."""
    target: Path


def typst_report(report: Report, templates: Path, folder: Path, times: int) -> Yardstick | None:
    """Set a report with Typst from a cold start; None where it is not installed."""
    if find_spec("typst") is None:
        return None
    (folder / "report.json").write_bytes(canonical_json(report))
    source = folder / "report.typ"
    page = report_html(report, templates)
    source.write_text(_source(page, report, templates, folder), encoding="utf-8")
    target = folder / "typst.pdf"
    code = (
        "import sys, typst; a, b, c = sys.argv[1:]; "
        "typst.compile(a, output=b, font_paths=[c], pdf_standards=['a-3a', 'ua-1'])"
    )
    command = [sys.executable, "-c", code, str(source), str(target), str(templates / "fonts")]
    measured = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run(command, check=True)
        measured.append(time.perf_counter() - started)
    return Yardstick(statistics.median(measured), target)


def share_of_words(one: Path, other: Path) -> float:
    """Give how many of the words of a PDF another one has as well, from 0 to 1."""
    import pypdfium2

    counted = []
    for path in (one, other):
        with pypdfium2.PdfDocument(path) as document:
            texts = [page.get_textpage().get_text_bounded() for page in document]
        counted.append(Counter(re.findall(r"\w+", " ".join(texts))))
    return (counted[0] & counted[1]).total() / counted[0].total()


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Element | str] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        return set(self.attributes.get("class", "").split())


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [_Element("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def _source(page: str, report: Report, templates: Path, folder: Path) -> str:
    tree = _Tree()
    tree.feed(page)
    setter = _Setter(folder)
    body = setter.all_of(tree.open[0])
    colours = "".join(f'#let {n} = rgb("{v}")\n' for n, v in load_tokens(templates).colour)
    words = {
        "title": f"{report.title}: {report.subtitle}".replace('"', "'"),
        "language": report.language,
        "head": said(report.head),
        "marks": said(" · ".join(report.marks)),
        "foot": said(report.footer),
        "year": report.day.year,
        "month": report.day.month,
        "day": report.day.day,
    }
    prelude = _PRELUDE
    for name, word in words.items():
        prelude = prelude.replace(f"{{{name}}}", str(word))
    return colours + prelude + body


def said(text: str) -> str:
    """Write a text so that Typst takes none of it as a sign."""
    return "".join(f"\\{one}" if one in _SPECIAL else one for one in text)


class _Setter:
    """Writes the elements of a page in Typst; every text of it comes through."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pictures = 0

    def all_of(self, element: _Element, *, typed: bool = False) -> str:
        return "".join(
            _words(one, typed=typed) if isinstance(one, str) else self.one(one, typed=typed)
            for one in element.children
        )

    def one(self, element: _Element, *, typed: bool) -> str:
        kinds = element.kinds
        typed = typed or "typed" in kinds
        match element.tag:
            case "head" | "style" | "title" | "colgroup":
                return ""
            case "br":
                return " \\ "
            case "img":
                return self._image(element)
            case "table":
                return self._table(element)
            case "a":
                return self._link(element, typed=typed)
            case "h1" | "h2" | "h3":
                return self._heading(element, typed=typed)
            case "span":
                return self._span(element, typed=typed)
            case "div" if "columns" in kinds:
                halves = [one for one in element.children if isinstance(one, _Element)]
                cells = "".join(f"[{self.all_of(one)}]" for one in halves)
                return f"#grid(columns: (196pt, 262pt), column-gutter: 1fr){cells}\n"
            case "p" | "li" | "div" | "section" | "ul" | "ol":
                return self._block(element, typed=typed)
        return self.all_of(element, typed=typed)

    def _block(self, element: _Element, *, typed: bool) -> str:
        kinds = element.kinds
        content = _styled(self.all_of(element, typed=typed), kinds)
        if kinds & {"contents"}:
            content = re.sub(
                r"(#link\(<([\w-]+)>\)\[[^\]]*\])",
                r"\1 #box(width: 1fr, repeat[ . ]) #context counter(page).at(<\2>).first()",
                content,
            )
        settings = []
        above = max((_ABOVE[kind] for kind in kinds & set(_ABOVE)), default=0)
        if above:
            settings.append(f"above: {above}pt")
        left = max((_INDENTED[kind] for kind in kinds & set(_INDENTED)), default=0)
        if "front" in kinds:
            settings += ["width: 100%", "fill: accent", "inset: 26mm"]
            content = f"#text(fill: paper)[{content}]"
        elif "advice" in kinds:
            settings += ["width: 100%", "fill: wash", "inset: (x: 8pt, y: 5pt)"]
        elif left:
            settings.append(f"inset: (left: {left}pt)")
        if "indicator" in kinds:
            settings.append("stroke: (top: 0.75pt + secondary)")
        if kinds & _WHOLE:
            settings.append("breakable: false")
        ended = "#pagebreak(weak: true)\n" if kinds & {"cover", "summary", "chapter"} else ""
        label = f" <{element.attributes['id']}>" if "id" in element.attributes else ""
        return f"#block({', '.join(settings)})[{content}]{label}\n{ended}"

    def _heading(self, element: _Element, *, typed: bool) -> str:
        level = int(element.tag[1])
        kinds = element.kinds
        content = self.all_of(element, typed=typed)
        if "item" in kinds:
            content = f"#text(size: 12pt)[{content}]"
        margin = {1: 4, 2: 2 if "item" in kinds else 20, 3: 6 if "group" in kinds else 0}[level]
        indented = 34 if "group" in kinds else 0
        label = f" <{element.attributes['id']}>" if "id" in element.attributes else ""
        return (
            f"#v({margin}pt, weak: true)\n#pad(left: {indented}pt)"
            f"[#heading(level: {level})[{content}]{label}]\n"
        )

    def _span(self, element: _Element, *, typed: bool) -> str:
        content = _styled(self.all_of(element, typed=typed), element.kinds)
        if "number" in element.kinds:
            return f"#box(place(top + left, dx: -34pt, dy: -0.75em)[{content}])"
        return content

    def _link(self, element: _Element, *, typed: bool) -> str:
        content = _styled(self.all_of(element, typed=typed), element.kinds)
        target = element.attributes.get("href", "")
        if not target:
            return content
        if target.startswith("#"):
            return f"#link(<{target[1:]}>)[{content}]"
        return f'#link("{target}")[{content}]'

    def _image(self, element: _Element) -> str:
        address = element.attributes["src"]
        kind = "svg" if "svg" in address[:20] else "png"
        content = base64.b64decode(address.partition(",")[2])
        if kind == "svg":
            content = content.replace(b"Report Sans", b"Source Sans 3")
        name = f"picture{self.pictures}.{kind}"
        self.pictures += 1
        (self.folder / name).write_bytes(content)
        words = element.attributes["alt"].replace("\\", "\\\\").replace('"', '\\"')
        width = 482 if "wide" in element.kinds else 448
        return f'#figure(image("{name}", width: {width}pt, alt: "{words}"))\n'

    def _table(self, element: _Element) -> str:
        rows = list(_rows(element))
        count = max(sum(map(_span, row)) for _, row in rows)
        cells = []
        for head, row in rows:
            texts = []
            for cell in row:
                text = f"[{_styled(self.all_of(cell), cell.kinds)}]"
                wide = _span(cell) > 1
                texts.append(f"table.cell(colspan: {_span(cell)}){text}" if wide else text)
            cells.append(f"table.header({', '.join(texts)})" if head else ", ".join(texts))
        even = any(_span(cell) > 1 for _, row in rows for cell in row)
        columns = ", ".join(["1fr" if even else "auto"] * (count - 1) + ["1fr"])
        return f"#table(columns: ({columns}), {', '.join(cells)})\n"


def _span(cell: _Element) -> int:
    return int(cell.attributes.get("colspan", "1"))


def _rows(element: _Element, *, head: bool = False) -> Iterator[tuple[bool, list[_Element]]]:
    for one in element.children:
        if isinstance(one, str):
            continue
        if one.tag == "tr":
            yield head, [cell for cell in one.children if isinstance(cell, _Element)]
        else:
            yield from _rows(one, head=one.tag == "thead")


def _styled(content: str, kinds: set[str]) -> str:
    settings = [f"fill: {_COLOURS[kind]}" for kind in sorted(kinds & set(_COLOURS))][:1]
    settings += [f"size: {_SIZES[kind]}pt" for kind in sorted(kinds & set(_SIZES))][:1]
    if kinds & _BOLD:
        settings.append("weight: 600")
    if "word" in kinds:
        settings.append('style: "italic"')
    return f"#text({', '.join(settings)})[{content}]" if settings and content else content


def _words(text: str, *, typed: bool) -> str:
    if typed:
        return said(text).replace("\n", " \\ ")
    return said(re.sub(r"\s+", " ", text))
