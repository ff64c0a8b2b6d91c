"""HTML of what the register prints: proof of a day, country overview, picture of the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assess.core.report.record.theme import themed
from assess.core.text.contrast import mixed
from assess.languages import speaking
from assess.render.document.design_tokens import load_tokens
from assess.render.document.html import document_html
from assess.render.register.europe_map import EuropeMap, europe_map

if TYPE_CHECKING:
    from assess.core.report.document.brochure import Brochure
    from assess.core.report.document.proof import Proof
    from assess.core.report.document.site_preview import SitePreview

_SHADES = (0.12, 0.32, 0.54, 0.77, 1.0)
"""How much of the accent is in the fills of the map."""


class PrintedMap(NamedTuple):
    """The map with its fills: the printer does not mix colours."""

    drawn: EuropeMap
    fills: tuple[str, ...]
    land: str


def proof_html(record: Proof, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give the proof of a label's status on a day as one HTML document."""
    return document_html("proof", {"record": record}, templates, without=without)


def overview_html(
    record: Brochure, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give the country overview as one HTML document."""
    context = {"record": record, "map": _printed_map(record, templates)}
    return document_html("overview", context, templates, without=without)


def preview_html(record: SitePreview, templates: Path) -> str:
    """Give the picture that other sites show of the public pages as one HTML document."""
    context = {"record": record, "map": _printed_map(record, templates)}
    return document_html("preview", context, templates)


def _printed_map(record: Brochure | SitePreview, templates: Path) -> PrintedMap:
    colours = themed(load_tokens(templates), record.theme).colour
    with speaking(record.language):
        drawn = europe_map(record.map, record.day)
    fills = tuple(mixed(colours.accent, share) for share in _SHADES)
    return PrintedMap(drawn, fills, colours.rule)
