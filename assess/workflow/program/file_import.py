"""Importing: files of any kind that this program takes in, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict, Unpack

from assess.core.case.assessment import Assessment
from assess.core.case.organisation import OrganisationKey, organisation_key
from assess.core.questionnaire.browser.answer_file import ANSWERS
from assess.errors import Refused
from assess.exchange.case.case_file_fields import FORMAT
from assess.exchange.container.recognition import (
    CONTRIBUTION,
    ERASURE,
    PEER_TABLE,
    POOL,
    WORKBOOKS,
    Kind,
    recognise,
)
from assess.exchange.container.strict_json import MAX_BYTES
from assess.exchange.container.unread_kinds import refuse_unread
from assess.exchange.container.wrapping import unwrapped
from assess.exchange.questionnaire.table_json import FORMAT as TABLES
from assess.files import content_of
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.case.case_transfer import read_case
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.file_lock import Keys, unlocked
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.desk.incoming_file import Arrived, Incoming, Reader, Take
from assess.workflow.peers.contributing import read_contribution, read_old_pool
from assess.workflow.peers.pooling import gather
from assess.workflow.peers.table_publishing import read_table as read_peer_table
from assess.workflow.program.erasure_notices import read_notice
from assess.workflow.questionnaire.answer_return import read_answers, read_page
from assess.workflow.questionnaire.form_return import (
    is_questionnaire,
    is_sheet_of_questionnaire,
    read_fields_alone,
    read_pdf,
    read_sheet,
)
from assess.workflow.questionnaire.form_return import read_workbook as read_questionnaire
from assess.workflow.questionnaire.table_import import read_csv, read_tables
from assess.workflow.questionnaire.table_import import read_workbook as read_table
from assess.workflow.register.likeness import alike_organisations

MOST_ALIKE = 20
"""How many pairs of organisations that may be one are named at once."""


def _read_workbook(desk: Desk, incoming: Incoming) -> Take:
    if is_questionnaire(incoming):
        return read_questionnaire(desk, incoming)
    return read_table(desk, incoming)


def _read_text(desk: Desk, incoming: Incoming) -> Take:
    if incoming.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b""):
        return read_case(desk, incoming)  # which says where the JSON is at fault
    if is_sheet_of_questionnaire(incoming):
        return read_sheet(desk, incoming)
    return read_csv(desk, incoming)


READERS: Mapping[str, Reader] = {
    FORMAT: read_case,
    ERASURE: read_notice,
    CONTRIBUTION: read_contribution,
    PEER_TABLE: read_peer_table,
    POOL: read_old_pool,
    TABLES: read_tables,
    ANSWERS: read_answers,
    **dict.fromkeys(WORKBOOKS, _read_workbook),
    Kind.PDF: read_pdf,
    Kind.FDF: read_fields_alone,
    Kind.XFDF: read_fields_alone,
    Kind.WEB_PAGE: read_page,
    Kind.TEXT: _read_text,
}
"""What reads each kind of file."""


class WantedOfFiles(TypedDict, total=False):
    """What is wanted with all files that come in together."""

    into: Assessment | None
    as_proposals: bool
    as_new: bool
    """Whether case files without an id are cases of their own, however alike they are."""
    defaults: Mapping[str, str]
    """What holds for rows of a table that do not say it themselves (`interview_date` ...)."""
    encoding: str | None
    templates: Path | None
    """The folder by whose words the cover of a questionnaire is known."""


def import_files(
    desk: Desk, paths: Iterable[Path], *, keys: Keys | None = None, **wanted: Unpack[WantedOfFiles]
) -> tuple[Arrived, ...]:
    """Take in files, each by what it holds; all of them are read before any is taken.

    Raises Refused with every fault of every file.
    """
    with undisturbed():
        return _imported(desk, list(_files(paths)), keys, wanted)


def _imported(
    desk: Desk,
    named: list[Path],
    keys: Keys | None,
    wanted: WantedOfFiles,
) -> tuple[Arrived, ...]:
    known = {case.id: gettext("in the database already") for case in desk.store.cases.all()}
    takes: list[Take] = []
    refusals: list[Refused] = []
    for path in named:
        try:
            content, _ = unwrapped(unlocked(_content(path), path, keys), str(path))
            incoming = Incoming(
                path,
                unlocked(content, path, keys),
                wanted.get("into"),
                wanted.get("as_proposals", False),
                known,
                wanted.get("defaults") or {},
                wanted.get("encoding"),
                as_new=wanted.get("as_new", False),
                is_one_of_many=len(named) > 1,
                templates=wanted.get("templates"),
            )
            takes.append(_reader_for(incoming)(desk, incoming))
        except Refused as error:
            refusals.append(error)
    if len(refusals) == 1 and len(named) == 1:
        raise refusals[0]
    if refusals:
        lines = [line for refusal in refusals for line in str(refusal).splitlines()]
        raise Refused(
            ngettext(
                "{refused} of {count} file cannot be imported; no file was imported.",
                "{refused} of {count} files cannot be imported; no file was imported.",
                len(named),
                refused=len(refusals),
            ),
            lines,
        ).helped_by(*dict.fromkeys(way for refusal in refusals for way in refusal.ways))
    before = _organisations(desk)
    with desk.store.writing():
        arrived = [take() for take in takes]
    gather(desk)
    arrived[-1:] = [
        arrival._replace(left=(*arrival.left, *_alike(desk, before))) for arrival in arrived[-1:]
    ]
    return tuple(arrived)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files that are named, and those in folders that are, as `export` writes them."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = [each for each in sorted(path.iterdir()) if each.is_file() and each.name[0] != "."]
        if not found:
            raise Refused(gettext("{path} is a folder without a file in it.", path=path), ())
        yield from found


def _organisations(desk: Desk) -> set[OrganisationKey]:
    return {
        organisation_key(organisation.name, organisation.country)
        for organisation in desk.store.cases.organisations()
    }


def _alike(desk: Desk, before: set[OrganisationKey]) -> Iterator[str]:
    """Name the organisations that came in and may be others that are known; nobody joins them."""
    new = _organisations(desk) - before
    pairs = alike_organisations(desk, new) if new else ()
    for pair in pairs[:MOST_ALIKE]:
        yield gettext(
            "{organisation} and {other} ({country}) may be the same organisation: {reason}",
            organisation=pair.name,
            other=pair.other,
            country=pair.country,
            reason=say(pair.why),
        )
    if len(pairs) > MOST_ALIKE:
        more = len(pairs) - MOST_ALIKE
        yield ngettext(
            "{count} more pair may be the same organisation; `assess register alike` lists them",
            "{count} more pairs may be the same organisation; `assess register alike` lists them",
            more,
        )


def _content(path: Path) -> bytes:
    try:
        return content_of(path, MAX_BYTES + 1)
    except OSError as error:
        raise Refused(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            (),
        ) from error


def _reader_for(incoming: Incoming) -> Reader:
    kind = recognise(incoming.content)
    refuse_unread(kind, str(incoming.path))
    if kind in READERS:
        return READERS[kind]
    raise Refused(
        gettext(
            "{path} is not a case file, a questionnaire, a table of organisations, a "
            "contribution or a table of peers; nothing was imported.",
            path=incoming.path,
        ),
        (),
    )
