"""The fields of a printed form: what they say already. Imported by the worker only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pydyf

from assess.render.printing.pdf_archive import scope_headers

TICK = "4"
"""The tick in the font Zapf Dingbats, which every viewer has."""
HIDDEN = 1 << 1
READ_ONLY = 1
_NO_LETTERS = (b"<0000>", b"<feff>", b"<fffe>")
MACHINE = "assess/"
"""How the names of fields begin that are for programs, and not to be seen or changed."""


def filling(filled: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """Give a finisher that puts texts into the fields of a PDF, by name.

    They are not put through the page: what a font cannot print can still stand in a field.
    """

    def finish(document: Any, pdf: Any) -> None:
        for field in pdf.objects:
            if not isinstance(field, pydyf.Dictionary) or field.get("Subtype") != "/Widget":
                continue
            name = field["T"].string if isinstance(field.get("T"), pydyf.String) else ""
            if field.get("FT") == "/Tx" and name in filled:
                field["V"] = pydyf.String(filled[name])
            if field.get("FT") == "/Btn":  # for programs that draw the mark by themselves
                field["DA"] = pydyf.String("/ZaDb 0 Tf 0 g")
                field["MK"]["CA"] = pydyf.String(TICK)
            if name.startswith(MACHINE):
                field["F"] = HIDDEN
                field["Ff"] = READ_ONLY
                field["V"] = pydyf.String(filled.get(name, ""))
        _name_dingbats(pdf)
        scope_headers(pdf.objects)
        _map_letters(document, pdf)

    return finish


def _map_letters(document: Any, pdf: Any) -> None:
    """Say of every glyph of the page which letters it stands for, and of none that it is none.

    For a font of a form WeasyPrint says it of those glyphs that a viewer finds by a letter, which
    leaves out figures and ligatures of the page, and takes in U+FEFF.
    """
    letters: dict[bytes, dict[int, str]] = {}
    for font in document.fonts.values():
        if font.used_in_forms:
            letters.setdefault(font.name, {}).update(font.to_unicode)
    for entry in pdf.objects:
        named = isinstance(entry, pydyf.Dictionary) and "ToUnicode" in entry
        if named and entry["BaseFont"] in letters:
            mapped = pdf.objects[int(entry["ToUnicode"].split()[0])]
            mapped.stream = _mapped(mapped.stream, letters[entry["BaseFont"]])


def _mapped(lines: list[bytes], letters: Mapping[int, str]) -> list[bytes]:
    """Give the lines of a map from glyphs to letters with those of some more glyphs."""
    first = next(place for place, line in enumerate(lines) if line.endswith(b" beginbfchar"))
    last = lines.index(b"endcmap")
    known = dict(line.split(b" ") for line in lines[first:last] if line.startswith(b"<"))
    for glyph, text in letters.items():
        known.setdefault(b"<%04x>" % glyph, b"<%b>" % text.encode("utf-16-be").hex().encode())
    pairs = [b"%b %b" % pair for pair in known.items() if pair[1] not in _NO_LETTERS]
    between = []
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        between += [b"%d beginbfchar" % len(some), *some, b"endbfchar"]
    return [*lines[:first], *between, *lines[last:]]


def _name_dingbats(pdf: Any) -> None:
    """Name the font of the ticks among the resources of the form; viewers have it themselves."""
    font = pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/ZapfDingbats", "Name": "/ZaDb"}
    )
    pdf.add_object(font)
    number = int(pdf.catalog["AcroForm"]["DR"].split()[0])
    resources = pdf.objects[number]
    fonts = pdf.objects[int(resources["Font"].split()[0])]
    pdf.catalog["AcroForm"]["DR"] = pydyf.Dictionary(
        {**resources, "Font": pydyf.Dictionary({**fonts, "ZaDb": font.reference})}
    )
