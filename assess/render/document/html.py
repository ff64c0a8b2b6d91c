"""HTML: a record through its templates, which see that one value and compute nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from assess.core.report.figure.picture import Picture
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.report import Report
from assess.core.report.record.theme import Theme, themed
from assess.core.text.design_tokens import Tokens
from assess.core.text.message import message
from assess.errors import RenderFault
from assess.languages import gettext, speaking, spoken_language
from assess.languages.message import say
from assess.render.chart.inline import inline_chart
from assess.render.chart.printed import printed
from assess.render.document.design_tokens import load_tokens
from assess.render.document.templates import environment, page_number
from assess.render.document.visible import breakable, visible, without_glyphs

if TYPE_CHECKING:
    from assess.core.catalogue.codebook import Codebook
    from assess.core.questionnaire.printed_form import PrintedForm
    from assess.core.report.document.award_record import AwardRecord

_PICTURE = re.compile(r"data:image/(svg\+xml|png|jpeg);base64,[A-Za-z0-9+/=]*")


def report_html(report: Report, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give a report as one HTML document for the printer.

    `without` are characters to show by their number. Its style is inside; fonts are named relative
    to the folder of templates.
    """
    return document_html("report", report_context(report), templates, without=without)


def summary_html(report: Report, templates: Path, *, without: frozenset[str] = frozenset()) -> str:
    """Give the two pages for a board as a document of their own; as `report_html`."""
    return document_html(
        "report", report_context(report), templates, without=without, page="summary_alone"
    )


def report_context(report: Report) -> dict[str, object]:
    """Give what the templates of a report see: it, and how its facts of its place are called."""
    with speaking(report.language):
        labels = {
            say(message(code)) for code in (ReportPageMessage.COUNTRY, ReportPageMessage.PORTFOLIO)
        }
    return {"report": report, "place_labels": labels}


def award_record_html(
    record: AwardRecord, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give an award record as one HTML document."""
    return document_html("award_record", {"record": record}, templates, without=without)


def questionnaire_html(
    form: PrintedForm, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give a questionnaire as one HTML document; its inputs bear the names of the fields."""
    return document_html("questionnaire", {"printed": form}, templates, without=without)


def codebook_page_html(
    book: Codebook, templates: Path, *, without: frozenset[str] = frozenset()
) -> str:
    """Give the code book as one HTML document for print."""
    return document_html(
        "codebook",
        {"codebook": book},
        templates,
        without=without,
        page="codebook_page",
        sheets=("page.css", "codebook/codebook_page.css"),
    )


def tokens_of(report: Report, templates: Path) -> Tokens:
    """Give the tokens of the look with the theme of a report."""
    return themed(load_tokens(templates), report.theme)


def document_html(
    name: str,
    context: Mapping[str, object],
    templates: Path,
    *,
    without: frozenset[str] = frozenset(),
    page: str | None = None,
    sheets: tuple[str, ...] = (),
    inline: bool = False,
) -> str:
    """Write a document of the templates: `NAME/PAGE.html` with `page.css` and `NAME/NAME.css`.

    Pictures are images with an address that holds them, which the printer is quick with; with
    `inline` they are part of the page, which has its letters then. The words of the templates are
    said in the language of the record, where it states one.
    """
    with speaking(_language_of(context)):
        return _document_html(name, context, templates, without, page, sheets, inline=inline)


def _language_of(context: Mapping[str, object]) -> str:
    stated = (getattr(value, "language", None) for value in context.values())
    return next((code for code in stated if isinstance(code, str)), spoken_language().code)


def _theme_of(context: Mapping[str, object]) -> Theme | None:
    stated = (getattr(value, "theme", None) for value in context.values())
    return next((theme for theme in stated if isinstance(theme, Theme)), None)


def _document_html(
    name: str,
    context: Mapping[str, object],
    templates: Path,
    without: frozenset[str],
    page: str | None,
    sheets: tuple[str, ...],
    *,
    inline: bool,
) -> str:
    tokens = themed(load_tokens(templates), _theme_of(context))
    made = environment(templates, finalize=partial(_printable, without))
    made.filters["figure"] = (
        partial(inline_chart, tokens) if inline else partial(_printed, without, tokens)
    )
    made.filters["address"] = _address
    made.filters["typed"] = partial(_typed, without)
    made.filters["data"] = _data
    try:
        parts = sheets or ("page.css", f"{name}/{name}.css")
        made.globals["style"] = Markup(style_of(parts, tokens, templates))  # noqa: S704  our own
        return made.get_template(f"{name}/{page or name}.html").render(context)
    except (OSError, jinja2.TemplateError) as error:
        raise RenderFault(
            gettext("The template {name} cannot be used: {error}", name=name, error=error)
        ) from error


def _printed(without: frozenset[str], tokens: Tokens, picture: Picture, kind: str = "") -> Markup:
    """Show a picture as an image of its marks with its words above it."""
    return printed(picture, tokens, kind, without)


def _address(text: str) -> Markup:
    """Let the address of a carried picture through whole; nothing else is one."""
    if not _PICTURE.fullmatch(text):
        raise RenderFault(gettext("{text} is not a picture of this document.", text=text[:60]))
    return Markup(text)  # noqa: S704  none of its characters means anything


def _data(value: object) -> Markup:
    """Write data for a script as JSON that ends no element, whatever texts are in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  what could be markup is escaped


def _printable(without: frozenset[str], value: Any) -> Any:
    """Show what no document can hold by name; our own markup and numbers pass."""
    if type(value) is not str:
        return value
    return breakable(without_glyphs(visible(value), without)).replace(" %", "\N{NO-BREAK SPACE}%")


def _typed(without: frozenset[str], text: str, language: str = "") -> Markup:
    """Show what somebody typed with its own lines; the printer breaks it like any other text.

    One that was written in another language than the document's says in which.
    """
    shown = Markup("<br>").join(_printable(without, line) for line in text.split("\n"))
    if not language or language == spoken_language().code:
        return shown
    return Markup('<span lang="{}">{}</span>').format(language, shown)


def style_of(parts: Sequence[str], tokens: Tokens, templates: Path) -> str:
    """Give style sheets with the tokens in the place of `var(--name)`.

    Variables would cost the printer time in every element; those that a sheet states itself, such
    as colours that change by night, are left to the browser.
    """
    sheet = "\n".join((templates / part).read_text(encoding="utf-8") for part in parts)
    names = {name: str(value) for name, value in tokens.colour}
    names |= {name: f"{value:g}pt" for name, value in tokens.size}
    fallback = [family.strip() for family in tokens.font.fallback.split(",")]
    names |= {name: f"var(--{name})" for name in re.findall(r"--([a-z-]+):", sheet)}
    names["page-of-pages"] = page_number()
    names["family"] = ", ".join(
        f'"{family}"' if " " in family else family for family in [tokens.font.family, *fallback]
    )

    def token(match: re.Match[str]) -> str:
        try:
            return names[match[1]]
        except KeyError:
            raise RenderFault(
                gettext("The style uses {name}, which is not a token.", name=match[0])
            ) from None

    return re.sub(r"var\(--([a-z-]+)\)", token, sheet)
