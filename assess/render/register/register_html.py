"""HTML of what the register prints: the proof of a day, and the country overview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assess.render.document.html import document_html

if TYPE_CHECKING:
    from assess.core.report.document.brochure import Brochure
    from assess.core.report.document.proof import Proof


def proof_html(record: Proof, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give the proof of a label's status on a day as one HTML document."""
    return document_html("proof", {"record": record}, templates, without=without)


def overview_html(
    record: Brochure, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give the country overview as one HTML document."""
    return document_html("overview", {"record": record}, templates, without=without)
