"""HTML of what the register prints: the proof of a day, and the country overview."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from assess.core.tokens import Tokens
from assess.core.value import Value
from assess.errors import RenderFault
from assess.render.tokens import load_tokens
from assess.render.visible import breakable, visible, without_glyphs

if TYPE_CHECKING:
    from assess.core.report.brochure import Brochure
    from assess.core.report.proof import Proof


def proof_html(record: Proof, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give the proof of a label's status on a day as one HTML document."""
    return _sheet("proof", record, templates, without)


def overview_html(
    record: Brochure, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give the country overview as one HTML document."""
    return _sheet("overview", record, templates, without)


def _sheet(name: str, record: Value, templates: Path, without: frozenset[str]) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=partial(_printable, without),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        sheets = [templates / "page.css", templates / name / f"{name}.css"]
        style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
        dressed = Markup(_dressed(style, load_tokens(templates)))  # noqa: S704  our own style sheet
        page = environment.get_template(f"{name}/{name}.html")
        return page.render(record=record, style=dressed)
    except (OSError, jinja2.TemplateError) as error:
        raise RenderFault(f"The template {name} cannot be used: {error}") from error


def _printable(without: frozenset[str], value: Any) -> Any:
    """Show what no document can hold by name; our own markup and numbers pass."""
    if type(value) is not str:
        return value
    return breakable(without_glyphs(visible(value), without))


def _dressed(sheet: str, tokens: Tokens) -> str:
    """Put colours, sizes and the family of letters in the place of `var(--name)`."""
    names = {name: str(value) for name, value in tokens.colour}
    names |= {name: f"{value:g}pt" for name, value in tokens.size}
    families = [tokens.font.family, *tokens.font.fallback.split(",")]
    names["family"] = ", ".join(f'"{family.strip()}"' for family in families[:-1])
    names["family"] += f", {families[-1].strip()}"
    return re.sub(r"var\(--([a-z]+)\)", lambda found: names[found[1]], sheet)
