"""HTML: a record through its templates, which see that one value and compute nothing."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from assess.core.codebook import Codebook
from assess.core.printed_form import PrintedForm
from assess.core.report.award import AwardRecord
from assess.core.report.record import Report
from assess.core.tokens import Tokens
from assess.core.value import Value
from assess.errors import RenderFault
from assess.render.charts import drawn
from assess.render.tokens import load_tokens
from assess.render.visible import breakable, visible, without_glyphs


def report_html(report: Report, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give a report as one HTML document; `without` are characters to show by their number.

    Its style is inside; fonts are named relative to the folder of templates.
    """
    return _document("report", {"report": report}, templates, without)


def summary_html(report: Report, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give the two pages for a board as a document of their own; as `report_html`."""
    return _document("report", {"report": report}, templates, without, page="summary_alone")


def award_record_html(
    record: AwardRecord, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give an award record as one HTML document."""
    return _document("award_record", {"record": record}, templates, without)


def questionnaire_html(
    form: PrintedForm, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give a questionnaire as one HTML document; its inputs bear the names of the fields."""
    return _document("questionnaire", {"printed": form}, templates, without)


def codebook_page_html(
    book: Codebook, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give the code book as one HTML document for print."""
    return _document("codebook", {"codebook": book}, templates, without, page="codebook_page")


def _document(
    name: str,
    context: dict[str, Value],
    templates: Path,
    without: frozenset[str],
    *,
    page: str | None = None,
) -> str:
    tokens = load_tokens(templates)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=partial(_printable, without),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawn"] = partial(drawn, tokens=tokens)
    try:
        styles = [(templates / part).read_text(encoding="utf-8") for part in _styles(name)]
        environment.globals = {"style": Markup(_style("\n".join(styles), tokens))}  # noqa: S704  our own style sheet
        return environment.get_template(f"{name}/{page or name}.html").render(context)
    except (OSError, jinja2.TemplateError) as error:
        raise RenderFault(f"The template {name} cannot be used: {error}") from error


def _styles(name: str) -> tuple[str, ...]:
    return ("page.css", f"{name}/{'codebook_page' if name == 'codebook' else name}.css")


def _printable(without: frozenset[str], value: Any) -> Any:
    """Show what no document can hold by name; our own markup and numbers pass."""
    if type(value) is not str:
        return value
    return breakable(without_glyphs(visible(value), without))


def _style(sheet: str, tokens: Tokens) -> str:
    """Put the tokens in the place of `var(--name)`: variables would cost time in every element."""
    names = {name: str(value) for name, value in tokens.colour}
    names |= {name: f"{value:g}pt" for name, value in tokens.size}
    fallback = [one.strip() for one in tokens.font.fallback.split(",")]
    names["family"] = ", ".join(
        f'"{one}"' if " " in one else one for one in [tokens.font.family, *fallback]
    )

    def token(match: re.Match[str]) -> str:
        try:
            return names[match[1]]
        except KeyError:
            raise RenderFault(f"The style asks for var(--{match[1]}), which is no token.") from None

    return re.sub(r"var\(--([a-z]+)\)", token, sheet)
