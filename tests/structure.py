"""The structure of a printed file against what a program can check of PDF/UA-1 and PDF/A-3a.

Each check of PDF/UA is named after its failure condition in the Matterhorn Protocol 1.1 and gives
the faults it finds. What only people can see (does the order of reading make sense, does a text
say what its picture shows) is not among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

Check = Callable[[Any], Iterator[str]]
"""Takes an opened file; what pikepdf gives of it depends on the file, so that it has no types."""

STANDARD = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
        *("Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L"),
        *("LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span"),
        *("Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT"),
        *("RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
PAINTING = frozenset(
    ["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI"]
)


def elements(document: Any) -> Iterator[tuple[Any, str]]:
    """Give every element of the structure with the type of the one that holds it."""
    yield from _below(document.Root.StructTreeRoot.get("/K"), "")


def _below(found: Any, parent: str) -> Iterator[tuple[Any, str]]:
    if isinstance(found, pikepdf.Array):
        for one in found:
            yield from _below(one, parent)
    elif isinstance(found, pikepdf.Dictionary) and "/S" in found:
        yield found, parent
        if "/K" in found:
            yield from _below(found.K, kind(found))


def kind(element: Any) -> str:
    """Give the type of an element, without its slash."""
    return str(element.S)[1:]


def _operators(page: Any, only: str = "") -> Iterator[tuple[Any, Any]]:
    yield from pikepdf.parse_content_stream(page, only)  # type: ignore[misc]  # pairs, all of them


def _marked(document: Any) -> Iterator[tuple[int, str, str]]:
    """Give each painting operator with its page, and what marks it: `tagged`, `artifact`, none."""
    for number, page in enumerate(document.pages, start=1):
        stack: list[str] = []
        for operands, operator in _operators(page):
            word = str(operator)
            if word in ("BMC", "BDC"):
                named = len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary)
                has_id = named and "/MCID" in operands[1]
                artifact = str(operands[0]) == "/Artifact"
                stack.append("artifact" if artifact else "tagged" if has_id else "other")
            elif word == "EMC":
                stack.pop()
            elif word in PAINTING:
                marks = [one for one in stack if one != "other"]
                yield number, word, " in ".join(reversed(marks))


def artifact_within_tagged(document: Any) -> Iterator[str]:
    """01-003: content marked as artifact is within tagged content."""
    for page, word, marks in _marked(document):
        if marks == "artifact in tagged":
            yield f"page {page}: {word}"


def tagged_within_artifact(document: Any) -> Iterator[str]:
    """01-004: tagged content is within an artifact."""
    for page, word, marks in _marked(document):
        if marks == "tagged in artifact":
            yield f"page {page}: {word}"


def neither_tagged_nor_artifact(document: Any) -> Iterator[str]:
    """01-005: content is neither tagged nor an artifact."""
    for page, word, marks in _marked(document):
        if not marks:
            yield f"page {page}: {word}"


def suspects(document: Any) -> Iterator[str]:
    """01-007: the file says that its tags are suspect, or that it has none."""
    info = document.Root.get("/MarkInfo", {})
    if not info.get("/Marked", False) or info.get("/Suspects", False):
        yield str(dict(info))


def unknown_types(document: Any) -> Iterator[str]:
    """02-001: a type is not standard and is mapped to none that is."""
    roles = document.Root.StructTreeRoot.get("/RoleMap", {})
    for one, _ in elements(document):
        if kind(one) not in STANDARD and f"/{kind(one)}" not in roles:
            yield kind(one)


def remapped_types(document: Any) -> Iterator[str]:
    """02-004: a standard type is mapped to another."""
    roles = document.Root.StructTreeRoot.get("/RoleMap", {})
    yield from (name for name in roles if name[1:] in STANDARD)


def circular_types(document: Any) -> Iterator[str]:
    """02-003: types are mapped to each other in a circle."""
    roles = {str(a): str(b) for a, b in document.Root.StructTreeRoot.get("/RoleMap", {}).items()}
    for name, role in roles.items():
        seen, now = {name}, role
        while now in roles and now not in seen:
            seen.add(now)
            now = roles[now]
        if now in seen:
            yield name


def no_metadata(document: Any) -> Iterator[str]:
    """06-001: there is no stream of XMP metadata."""
    if "/Metadata" not in document.Root:
        yield "none"


def no_identifier(document: Any) -> Iterator[str]:
    """06-002: the metadata does not identify the file as PDF/UA-1."""
    with document.open_metadata() as metadata:
        part = metadata.get("{http://www.aiim.org/pdfua/ns/id/}part")
        if part != "1":
            yield str(part)


def no_title(document: Any) -> Iterator[str]:
    """06-003: the metadata has no title."""
    with document.open_metadata() as metadata:
        if not str(metadata.get("dc:title", "")).strip():
            yield "none"


def title_not_shown(document: Any) -> Iterator[str]:
    """07-001 and 07-002: the window would not show the title."""
    if not document.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "not set"


def misplaced_elements(document: Any) -> Iterator[str]:
    """09-004, 09-005 and 09-006: tables, lists or contents are nested as they must not be."""
    for one, parent in elements(document):
        name = kind(one)
        if parent in CHILDREN and name not in CHILDREN[parent]:
            yield f"{name} in {parent}"
        if name in PARENTS and parent not in PARENTS[name]:
            yield f"{name} in {parent}"


def no_language(document: Any) -> Iterator[str]:
    """11-001 to 11-006: no language is stated for text, alternatives and bookmarks."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(document.Root.get("/Lang", ""))):
        yield str(document.Root.get("/Lang", ""))


def figures_without_text(document: Any) -> Iterator[str]:
    """13-004: a figure has neither an alternative nor an actual text."""
    for one, _ in elements(document):
        if kind(one) == "Figure" and not (str(one.get("/Alt", "")) or one.get("/ActualText")):
            yield "figure"


def _headings(document: Any) -> list[int]:
    names = (kind(one) for one, _ in elements(document))
    return [int(name[1]) for name in names if re.fullmatch(r"H[1-6]", name)]


def first_heading(document: Any) -> Iterator[str]:
    """14-002: the first heading is not of the first level."""
    if _headings(document)[:1] not in ([], [1]):
        yield str(_headings(document)[0])


def skipped_headings(document: Any) -> Iterator[str]:
    """14-003: a level of headings is skipped."""
    for before, after in pairwise(_headings(document)):
        if after - before > 1:
            yield f"H{after} after H{before}"


def mixed_headings(document: Any) -> Iterator[str]:
    """14-006 and 14-007: headings with and without numbers are mixed, or several in one node."""
    if any(kind(one) == "H" for one, _ in elements(document)):
        yield "H"


def headers_without_scope(document: Any) -> Iterator[str]:
    """15-003: a header cell of a table does not say what it heads."""
    for one, _ in elements(document):
        if kind(one) != "TH":
            continue
        attributes = one.get("/A", pikepdf.Array())
        listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
        if not any("/Scope" in each for each in listed if isinstance(each, pikepdf.Dictionary)):
            yield "header cell"


def formulas_without_text(document: Any) -> Iterator[str]:
    """17-002: a formula has no alternative text."""
    for one, _ in elements(document):
        if kind(one) == "Formula" and not str(one.get("/Alt", "")):
            yield "formula"


def notes_without_name(document: Any) -> Iterator[str]:
    """19-003 and 19-004: a note has no identifier, or that of another."""
    names = Counter(str(one.get("/ID", "")) for one, _ in elements(document) if kind(one) == "Note")
    yield from (name or "none" for name, count in names.items() if not name or count > 1)


def optional_content(document: Any) -> Iterator[str]:
    """20-001 to 20-003: layers without a name or that switch by themselves (here: any layers)."""
    if "/OCProperties" in document.Root:
        yield "layers"


def files_without_names(document: Any) -> Iterator[str]:
    """21-001: an embedded file has not both of its names."""
    for one in document.Root.get("/AF", []):
        if "/F" not in one or "/UF" not in one:
            yield str(one.get("/F", ""))


def dynamic_forms(document: Any) -> Iterator[str]:
    """25-001: there is a form that draws itself."""
    if "/XFA" in document.Root.get("/AcroForm", {}):
        yield "XFA"


def encrypted(document: Any) -> Iterator[str]:
    """26-001 and 26-002: it is encrypted, so that readers may be shut out."""
    if document.is_encrypted:
        yield "encrypted"


def _annotations(document: Any) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(document.pages, start=1):
        for one in page.get("/Annots", []):
            yield number, one


def annotations_outside(document: Any) -> Iterator[str]:
    """28-002 and 28-011: an annotation is not in the structure, or a link not within a Link."""
    held = {
        one.K[index].Obj.objgen if "/Obj" in one.K[index] else None
        for one, _ in elements(document)
        if kind(one) in ("Link", "Annot", "Form") and isinstance(one.get("/K"), pikepdf.Array)
        for index in range(len(one.K))
        if isinstance(one.K[index], pikepdf.Dictionary)
    }
    for page, one in _annotations(document):
        if one.objgen not in held:
            yield f"page {page}: {one.Subtype}"


def annotations_without_text(document: Any) -> Iterator[str]:
    """28-004, 28-005 and 28-012: an annotation has no description, or a field no name."""
    for page, one in _annotations(document):
        if not str(one.get("/Contents", "") or one.get("/TU", "")).strip():
            yield f"page {page}: {one.Subtype}"


def annotations_of_printers(document: Any) -> Iterator[str]:
    """28-014 and 28-018: there are marks or nets of printers among the annotations."""
    for page, one in _annotations(document):
        if str(one.Subtype) in ("/TrapNet", "/PrinterMark"):
            yield f"page {page}: {one.Subtype}"


def tab_order(document: Any) -> Iterator[str]:
    """28-008 and 28-009: a page with annotations does not order them by the structure."""
    for number, page in enumerate(document.pages, start=1):
        if "/Annots" in page and str(page.get("/Tabs", "")) != "/S":
            yield f"page {number}"


def pages_of_other_files(document: Any) -> Iterator[str]:
    """30-001: a page shows a part of another file."""
    for number, page in enumerate(document.pages, start=1):
        for name, one in page.Resources.get("/XObject", {}).items():
            if "/Ref" in one:
                yield f"page {number}: {name}"


def repeated_forms(document: Any) -> Iterator[str]:
    """30-002: a form with marked content is drawn more than once."""
    drawn: Counter[str] = Counter()
    marked: dict[str, bool] = {}
    for page in document.pages:
        for operands, operator in _operators(page, "Do"):
            name = str(operands[0])
            drawn[name] += str(operator) == "Do"
            form = page.Resources.XObject[name]
            marked[name] = "/StructParents" in form
    yield from (name for name, times in drawn.items() if times > 1 and marked[name])


def _fonts(document: Any) -> dict[str, Any]:
    return {
        str(name): font
        for page in document.pages
        for name, font in page.Resources.get("/Font", {}).items()
    }


def fonts_not_embedded(document: Any) -> Iterator[str]:
    """31-009: a font is not embedded."""
    for font in _fonts(document).values():
        if str(font.Subtype) == "/Type3":
            continue
        holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        described = holder.get("/FontDescriptor", {})
        if not any(f"/FontFile{end}" in described for end in ("", "2", "3")):
            yield str(font.BaseFont)


def codes_without_map(document: Any) -> Iterator[str]:
    """31-006: the map from codes to glyphs is neither a known one nor in the file."""
    for font in _fonts(document).values():
        is_named = str(font.Subtype) == "/Type0" and not isinstance(font.Encoding, pikepdf.Stream)
        if is_named and str(font.Encoding) not in ("/Identity-H", "/Identity-V"):
            yield f"{font.BaseFont}: {font.Encoding}"


def glyphs_without_map(document: Any) -> Iterator[str]:
    """31-004: an embedded font does not say which glyph a code means."""
    for font in _fonts(document).values():
        for one in font.get("/DescendantFonts", []):
            if str(one.Subtype) == "/CIDFontType2" and "/CIDToGIDMap" not in one:
                yield str(font.BaseFont)


def letters_without_code(document: Any) -> Iterator[str]:
    """10-001 and 31-027: a font does not say which letters the codes are that are written in it."""
    known: dict[tuple[int, int], set[bytes]] = {}
    for number, page in enumerate(document.pages, start=1):
        fonts = page.Resources.get("/Font", {})
        for font in fonts.values():
            if font.objgen not in known:
                said = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
                known[font.objgen] = set(re.findall(rb"<([0-9a-f]{4})> <", said))
                if not said:
                    yield str(font.get("/BaseFont", font.Subtype))
        now = ""
        content = b"\n".join(one.read_bytes() for one in _streams(page))
        for name, shown in re.findall(rb"(/\w+) [\d.]+ Tf|\[([<>0-9a-f. -]*)\] TJ", content):
            now = name.decode() or now
            codes = re.findall(rb"[0-9a-f]{4}", b" ".join(re.findall(rb"<([0-9a-f]*)>", shown)))
            for code in set(codes) - known[fonts[now].objgen] if codes else ():
                yield f"page {number}: {code.decode()} in {now}"


def _streams(page: Any) -> list[Any]:
    contents = page.Contents
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def impossible_letters(document: Any) -> Iterator[str]:
    """31-028 and 31-029: a font gives U+0000, U+FEFF or U+FFFE for a code."""
    for font in _fonts(document).values():
        if "/ToUnicode" in font:
            said = font.ToUnicode.read_bytes().decode("ascii", "replace")
            for _, letter in re.findall(r"<([0-9A-Fa-f]+)>\s+<([0-9A-Fa-f]+)>", said):
                if letter.upper() in ("0000", "FEFF", "FFFE"):
                    yield f"{font.BaseFont}: {letter}"


ACCESSIBLE: tuple[Check, ...] = (
    artifact_within_tagged,
    tagged_within_artifact,
    neither_tagged_nor_artifact,
    suspects,
    unknown_types,
    remapped_types,
    circular_types,
    no_metadata,
    no_identifier,
    no_title,
    title_not_shown,
    misplaced_elements,
    letters_without_code,
    no_language,
    figures_without_text,
    first_heading,
    skipped_headings,
    mixed_headings,
    headers_without_scope,
    formulas_without_text,
    notes_without_name,
    optional_content,
    files_without_names,
    dynamic_forms,
    encrypted,
    annotations_outside,
    annotations_without_text,
    annotations_of_printers,
    tab_order,
    pages_of_other_files,
    repeated_forms,
    codes_without_map,
    glyphs_without_map,
    fonts_not_embedded,
    impossible_letters,
)
"""What a program can check of PDF/UA-1, in the order of the protocol."""


def no_archive_mark(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.6.4: the metadata does not say PDF/A-3a."""
    with document.open_metadata() as metadata:
        said = metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")
        if said != ("3", "A"):
            yield str(said)


def no_output_intent(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.2.3: it does not say what its colours are."""
    intents = document.Root.get("/OutputIntents", [])
    if [str(one.S) for one in intents] != ["/GTS_PDFA1"] or "/DestOutputProfile" not in intents[0]:
        yield str(len(intents))


def several_descriptions(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.6.2: the metadata is not one RDF, or does not describe what it adds."""
    said = document.Root.Metadata.read_bytes()
    if said.count(b"<rdf:RDF") != 1:
        yield f"{said.count(b'<rdf:RDF')} times RDF"
    if b"pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/<" not in said:
        yield "no extension schema for PDF/UA"


def files_without_relation(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.8: an embedded file has no relation, kind or date, or is named twice."""
    files = list(document.Root.get("/AF", []))
    if len({one.objgen for one in files}) != len(files):
        yield "named twice"
    for one in files:
        stream = one.EF.F
        known = "/AFRelationship" in one and "/Subtype" in stream and "/ModDate" in stream.Params
        if not known:
            yield str(one.F)


def no_file_identifier(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.1.3: the trailer has no identifier."""
    if "/ID" not in document.trailer:
        yield "none"


def active_content(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.5: it starts something by itself, or runs a script."""
    if "/OpenAction" in document.Root or "/AA" in document.Root:
        yield "an action when it opens"
    for page, one in _annotations(document):
        if str(one.get("/A", {}).get("/S", "/GoTo")) not in ("/GoTo", "/URI"):
            yield f"page {page}: {one.A.S}"


def smoothed_pictures(document: Any) -> Iterator[str]:
    """ISO 19005-3, 6.2.8: a picture asks the reader to smooth it."""
    for number, page in enumerate(document.pages, start=1):
        for name, one in page.Resources.get("/XObject", {}).items():
            if one.get("/Interpolate", False):
                yield f"page {number}: {name}"


ARCHIVAL: tuple[Check, ...] = (
    no_archive_mark,
    no_output_intent,
    several_descriptions,
    files_without_relation,
    no_file_identifier,
    active_content,
    smoothed_pictures,
)
"""What a program can easily check of PDF/A-3a."""


def faults(path: Path, checks: tuple[Check, ...] | None = None) -> list[str]:
    """Give every fault of a file, each with the check that found it, in words."""
    with pikepdf.open(path) as document:
        return [
            f"{(check.__doc__ or '').strip()} [{fault}]"
            for check in checks or (*ACCESSIBLE, *ARCHIVAL)
            for fault in list(check(document))[:3]
        ]
