"""The fields of a printed form: what they say already. Imported by the worker only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pydyf

TICK = "4"
"""The tick in the font Zapf Dingbats, which every viewer has."""
HIDDEN = 1 << 1
READ_ONLY = 1
MACHINE = "assess/"
"""How the names of fields begin that are for programs, and not to be seen or changed."""


def filling(filled: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """Give a finisher that puts texts into the fields of a PDF, by name.

    They are not put through the page: what a font cannot print can still stand in a field.
    """

    def finish(_document: Any, pdf: Any) -> None:
        for one in pdf.objects:
            if not isinstance(one, pydyf.Dictionary) or one.get("Subtype") != "/Widget":
                continue
            name = one["T"].string if isinstance(one.get("T"), pydyf.String) else ""
            if one.get("FT") == "/Tx" and name in filled:
                one["V"] = pydyf.String(filled[name])
            if one.get("FT") == "/Btn":  # for programs that draw the mark by themselves
                one["DA"] = pydyf.String("/ZaDb 0 Tf 0 g")
                one["MK"]["CA"] = pydyf.String(TICK)
            if name.startswith(MACHINE):
                one["F"] = HIDDEN
                one["Ff"] = READ_ONLY
                one["V"] = pydyf.String(filled.get(name, ""))
        _name_dingbats(pdf)

    return finish


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
