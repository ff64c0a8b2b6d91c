"""A published list in whatever kind of file: text, CSV, a spreadsheet or a saved web page."""

from __future__ import annotations

from assess.core.published_list.row import ListSheet, ListWords
from assess.errors import Refused
from assess.exchange.published_list.delimited import decoded, read_delimited
from assess.exchange.published_list.fixed_columns import read_fixed
from assess.exchange.published_list.plain_text import read_text
from assess.exchange.published_list.table import joined
from assess.languages import gettext

MAX_BYTES = 64 * 1024 * 1024
MAX_PAGE = 12 * 1024 * 1024
"""Of a web page, which takes many times its size in memory."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How workbooks begin: those that are read, and those of the old kind, which say so."""


def read_list(
    content: bytes, name: str, words: ListWords, *, is_of_one_country: bool = False
) -> ListSheet:
    """Read a list; Refused where the file is none or cannot be read at all."""
    if len(content) > MAX_BYTES:
        raise Refused(
            gettext(
                "{name} is larger than {megabytes} MB, which is too large for a list.",
                name=name,
                megabytes=MAX_BYTES // 1024**2,
            ),
            (),
        )
    if content.startswith(_WORKBOOKS):
        from assess.exchange.published_list.list_workbook import read_workbook

        return _demand_rows(joined(read_workbook(content, name, words)), name)
    text, notes = decoded(content, name)
    if "<table" in text.casefold() or "<html" in text[:2000].casefold():
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
        return _demand_rows(read_page(content, words, is_of_one_country=is_of_one_country), name)
    sheet = (
        read_delimited(text, words)
        or read_fixed(text, words)
        or read_text(text, words, is_of_one_country=is_of_one_country)
    )
    return _demand_rows(sheet.model_copy(update={"notes": (*notes, *sheet.notes)}), name)


def _demand_rows(sheet: ListSheet, name: str) -> ListSheet:
    if not sheet.rows and not sheet.rejected:
        raise Refused(
            gettext(
                "{name} contains no list of labels: no row has a comparative portfolio.",
                name=name,
            ),
            (),
        )
    return sheet
