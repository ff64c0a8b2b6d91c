"""A published list in whatever kind of file: text, CSV, a spreadsheet or a saved web page."""

from __future__ import annotations

from assess.core.published_list.row import ListSheet, ListWords
from assess.errors import Refused
from assess.exchange.container.recognition import WORKBOOKS, Kind, recognise
from assess.exchange.container.text.encoding import LineLanguages, decoded
from assess.exchange.container.text.line_languages import languages_of_lines
from assess.exchange.container.unread_kinds import refuse_unread
from assess.exchange.container.wrapping import unwrapped
from assess.exchange.published_list.delimited import read_delimited
from assess.exchange.published_list.fixed_columns import read_fixed
from assess.exchange.published_list.plain_text import read_text
from assess.exchange.published_list.row_parts import Consists, Shape
from assess.exchange.published_list.table import joined
from assess.languages import gettext

MAX_BYTES = 64 * 1024 * 1024
MAX_PAGE = 12 * 1024 * 1024
"""Of a web page, which takes many times its size in memory."""


def read_list(
    content: bytes,
    name: str,
    words: ListWords,
    *,
    country: str | None = None,
    encoding: str | None = None,
) -> ListSheet:
    """Read a list; Refused where the file is none or cannot be read at all.

    `country` is that of all rows, a code, where the list is of one country; it and the countries of
    the rows tell in which encoding a text is, where neither the text nor `encoding` says so.
    """
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {megabytes} MB, which is too large for a list.",
                name=name,
                megabytes=MAX_BYTES // 1024**2,
            ),
            (),
        )
    content, name = unwrapped(content, name)
    kind = recognise(content)
    refuse_unread(kind, name)
    if kind in WORKBOOKS:
        from assess.exchange.published_list.list_workbook import read_workbook

        return _whole(joined(read_workbook(content, name, words)), name, words, country)
    _refuse_forms(kind, name)
    stated = filter(None, [words.alpha2(country)]) if country else ()
    languages = languages_of_lines(words.alpha2_named, stated, content)
    if kind == Kind.WEB_PAGE:
        return _read_page(
            content,
            name,
            words,
            languages,
            country=country,
            encoding=encoding,
        )
    read = decoded(content, name, encoding=encoding, languages=languages)
    sheet = (
        read_delimited(read.text, words, name)
        or read_fixed(read.text, words)
        or read_text(read.text, words, is_of_one_country=country is not None)
    )
    notes = (*read.notes, *sheet.notes)
    return _whole(
        sheet.model_copy(update={"notes": notes, "encoding": read.encoding}), name, words, country
    )


def _refuse_forms(kind: str, name: str) -> None:
    if kind in (Kind.PDF, Kind.FDF, Kind.XFDF):
        raise Refused(
            gettext(
                "{name} is a PDF; copy the list out of it into a text file, and import that.",
                name=name,
            ),
            (),
        )


def _read_page(
    content: bytes,
    name: str,
    words: ListWords,
    languages: LineLanguages,
    *,
    country: str | None,
    encoding: str | None,
) -> ListSheet:
    from assess.exchange.container.text.page_text import page_text
    from assess.exchange.published_list.web_page import read_page

    if len(content) > MAX_PAGE:
        raise Refused(
            gettext(
                "{name} is a web page of more than {megabytes} MB, which is too large.",
                name=name,
                megabytes=MAX_PAGE // 1024**2,
            ),
            (),
        )
    read = page_text(content, name, encoding=encoding, languages=languages)
    sheet = read_page(read.text, words, is_of_one_country=country is not None)
    notes = (*read.notes, *sheet.notes)
    return _whole(
        sheet.model_copy(update={"notes": notes, "encoding": read.encoding}), name, words, country
    )


_ROWS_WITH_COUNTRY = 0.8
"""In so many rows a country behind the name is one of the list, and no part of a name."""


def _whole(sheet: ListSheet, name: str, words: ListWords, country: str | None) -> ListSheet:
    """Give a list with the countries that stand behind its names; Refused where it has no row."""
    if not sheet.rows and not sheet.rejected:
        raise Refused(
            gettext(
                "{name} contains no list of labels: no row has a comparative portfolio.",
                name=name,
            ),
            (),
        )
    if country is not None or any(row.country for row in sheet.rows):
        return sheet
    consists = Consists(words, Shape(has_portfolio=False, has_country=True))
    parts = [consists.parts(row.name or "") for row in sheet.rows]
    if sum(bool(part.country) for part in parts) < _ROWS_WITH_COUNTRY * len(parts):
        return sheet
    rows = tuple(
        row.model_copy(update={"name": part.name, "country": part.country}) if part.country else row
        for row, part in zip(sheet.rows, parts, strict=True)
    )
    return sheet.model_copy(update={"rows": rows})
