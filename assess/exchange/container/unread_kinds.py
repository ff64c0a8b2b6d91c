"""Files of kinds that are not read: what each is, and how it may be saved so that it is."""

from __future__ import annotations

from assess.errors import Refused
from assess.exchange.container.recognition import Kind
from assess.languages import gettext


def refuse_unread(kind: str, name: str) -> None:
    """Raise Refused where nothing reads a kind of file; all others pass."""
    said = _said(kind, name)
    if said:
        raise Refused(said, ())


def _said(kind: str, name: str) -> str:
    match kind:
        case Kind.LOCKED:
            return gettext("{name} is locked with a password; save it without one.", name=name)
        case Kind.BINARY_WORKBOOK:
            return gettext(
                "{name} is a binary Excel workbook (.xlsb); save it as an Excel workbook (.xlsx).",
                name=name,
            )
        case Kind.NUMBERS:
            return gettext(
                "{name} is a document of Apple Numbers, Pages or Keynote; export its table to "
                "Excel (.xlsx) or CSV.",
                name=name,
            )
        case Kind.XML_WORKBOOK:
            return gettext(
                "{name} is an XML spreadsheet of Excel 2003; save it as an Excel workbook (.xlsx).",
                name=name,
            )
        case Kind.WORD:
            return gettext(
                "{name} is a text document; copy its table into a spreadsheet and save it "
                "as .xlsx, or save the document as a web page.",
                name=name,
            )
        case Kind.SLIDES:
            return gettext(
                "{name} is a presentation; copy its table into a spreadsheet and save it as .xlsx.",
                name=name,
            )
    return _of_no_office(kind, name)


def _of_no_office(kind: str, name: str) -> str:
    match kind:
        case Kind.OUTLOOK:
            return gettext(
                "{name} is a message of Outlook; save its attachment, and import that.", name=name
            )
        case Kind.PICTURE:
            return gettext(
                "{name} is a picture; type what it shows, or ask for the file itself.", name=name
            )
        case Kind.ARCHIVE:
            return gettext("{name} is an archive; unpack it, and import what is in it.", name=name)
        case Kind.DATABASE:
            return gettext(
                "{name} is an SQLite database. A backup can be restored, but a database cannot "
                "be imported.",
                name=name,
            )
        case Kind.XML:
            return gettext("{name} is XML of a kind that is not read here.", name=name)
        case Kind.BINARY:
            return gettext("{name} is not a text, a spreadsheet or a web page.", name=name)
    return ""
