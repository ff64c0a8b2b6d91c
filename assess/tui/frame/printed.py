"""What is said of a document that is printed: before, meanwhile, and once it is there or not."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from assess.languages import gettext


class PrintedKind(StrEnum):
    """A kind of document; its value names the form in which its file is asked for."""

    REPORT = "report"
    SUMMARY = "summary of the report"
    EDITION = "edition of the report"
    AWARD_RECORD = "award record"
    PROOF = "proof"
    BROCHURE = "brochure"
    SITE = "public site"


def question(kind: PrintedKind, name: str, day: date) -> str:
    """Ask where a document about an organisation goes; a proof is one for a day."""
    match kind:
        case PrintedKind.REPORT:
            return gettext("Save the report of {organisation}", organisation=name)
        case PrintedKind.SUMMARY:
            return gettext("Save the summary of the report of {organisation}", organisation=name)
        case PrintedKind.EDITION:
            return gettext("Save the edition of the report of {organisation}", organisation=name)
        case PrintedKind.AWARD_RECORD:
            return gettext("Save the award record of {organisation}", organisation=name)
        case PrintedKind.PROOF:
            return gettext("Save the proof of {organisation} for {day}", organisation=name, day=day)
        case PrintedKind.BROCHURE:
            return gettext("Save the country overview of the register")
        case PrintedKind.SITE:
            return gettext("Save the public pages of the register")


def file_name(kind: PrintedKind, day: date) -> str:
    """Give the end of a file's name, behind that of the organisation."""
    match kind:
        case PrintedKind.REPORT:
            return gettext("{day} report.pdf", day=day)
        case PrintedKind.SUMMARY:
            return gettext("{day} summary of the report.pdf", day=day)
        case PrintedKind.EDITION:
            return gettext("{day} edition of the report.pdf", day=day)
        case PrintedKind.AWARD_RECORD:
            return gettext("{day} award record.pdf", day=day)
        case PrintedKind.PROOF:
            return gettext("{day} proof.pdf", day=day)
        case PrintedKind.BROCHURE:
            return gettext("{day} country overview.pdf", day=day)
        case PrintedKind.SITE:
            return gettext("{day} public pages", day=day)


def printing(kind: PrintedKind) -> str:
    """Say that it is being printed."""
    match kind:
        case PrintedKind.REPORT:
            return gettext("saving the report …")
        case PrintedKind.SUMMARY:
            return gettext("saving the summary …")
        case PrintedKind.EDITION:
            return gettext("saving the edition …")
        case PrintedKind.AWARD_RECORD:
            return gettext("saving the award record …")
        case PrintedKind.PROOF:
            return gettext("saving the proof …")
        case PrintedKind.BROCHURE:
            return gettext("saving the country overview …")
        case PrintedKind.SITE:
            return gettext("saving the public pages …")


def printing_part(kind: PrintedKind, part: str) -> str:
    """Say how far the printing of a long document is."""
    match kind:
        case PrintedKind.SUMMARY:
            return gettext("saving the summary: {part} …", part=part)
        case PrintedKind.EDITION:
            return gettext("saving the edition: {part} …", part=part)
        case _:
            return gettext("saving the report: {part} …", part=part)


def not_printed(kind: PrintedKind, fault: str) -> str:
    """Say why it was not printed."""
    match kind:
        case PrintedKind.REPORT:
            return gettext("The report was not saved: {fault}", fault=fault)
        case PrintedKind.SUMMARY:
            return gettext("The summary was not saved: {fault}", fault=fault)
        case PrintedKind.EDITION:
            return gettext("The edition was not saved: {fault}", fault=fault)
        case PrintedKind.AWARD_RECORD:
            return gettext("The award record was not saved: {fault}", fault=fault)
        case PrintedKind.PROOF:
            return gettext("The proof was not saved: {fault}", fault=fault)
        case PrintedKind.BROCHURE:
            return gettext("The country overview was not saved: {fault}", fault=fault)
        case PrintedKind.SITE:
            return gettext("The public pages were not saved: {fault}", fault=fault)


def printed(kind: PrintedKind, target: Path) -> str:
    """Say where it is."""
    match kind:
        case PrintedKind.REPORT:
            return gettext("The report is in {path}", path=target)
        case PrintedKind.SUMMARY:
            return gettext("The summary is in {path}", path=target)
        case PrintedKind.EDITION:
            return gettext("The edition is in {path}", path=target)
        case PrintedKind.AWARD_RECORD:
            return gettext("The award record is in {path}", path=target)
        case PrintedKind.PROOF:
            return gettext("The proof is in {path}", path=target)
        case PrintedKind.BROCHURE:
            return gettext("The country overview is in {path}", path=target)
        case PrintedKind.SITE:
            return gettext("The public pages begin with {path}", path=target)


@cache
def documents_in(home: Path) -> Path:
    """Give the folder for documents of a home; looked for once, as a home may be far away."""
    documents = home / "Documents"
    return documents if documents.is_dir() else home
