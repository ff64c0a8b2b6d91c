"""Carrying a case from one database to another as a case file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from assess.core.case.assessment import Assessment, Case
from assess.core.case.open_point import BLOCKING
from assess.core.record.past import Relation
from assess.errors import AssessError, KnownCase, Refused, Way
from assess.exchange.case import case_file
from assess.exchange.case.case_file import CarriedCase
from assess.exchange.container.strict_json import MAX_BYTES
from assess.files import refuse_existing, sync_all, write_whole
from assess.languages import gettext, ngettext
from assess.workflow.case.case_merge import read_for_case
from assess.workflow.case.cases import points_of
from assess.workflow.case.known_content import about, cases_alike, content_of, is_held
from assess.workflow.case.record.continuing import (
    demand_own_record,
    differences,
    go_on,
    relation,
    take_new,
)
from assess.workflow.case.record.erased_content import said_erased, without_erased
from assess.workflow.case.record.gathering import carried, without_private_notes
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.file_lock import ENDING, Lock
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take

_COMPARED = frozenset({Relation.SAME, Relation.OLDER, Relation.FORKED})
"""Copies of which no record is taken, so that nothing else would tell altered sections."""


class ExportedCase(NamedTuple):
    """What a case file holds, counted after it was read again from the disk."""

    path: Path
    counts: dict[str, int]
    """How many there are of what, in words."""
    sha256: str
    """Of the file as it is on the disk."""
    remarks: tuple[str, ...] = ()
    """What did not travel, and what others should not see, each a sentence without its stop."""

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return self.counts["answers"]


def export_case(
    desk: Desk,
    assessment: Assessment,
    target: Path,
    *,
    lock: Lock | None = None,
    with_files: bool = True,
    with_private_notes: bool = True,
    is_one_of_many: bool = False,
) -> ExportedCase:
    """Write a case file, read it again from the disk and compare it; give what is in it.

    Raises AssessError where the case reads differently once written.
    """
    given = carried(desk, assessment, with_files=with_files)
    if not with_private_notes:
        given = without_private_notes(given)
        assessment = given.assessment
    said = case_file.plain(given, desk.catalogue_of(assessment.case))
    content = case_file.written(said).encode("utf-8")
    if len(content) > MAX_BYTES:
        raise AssessError(
            gettext(
                "With the copies of evidence files, the case file would be larger than "
                "{max_bytes} MB.",
                max_bytes=MAX_BYTES // 2**20,
            )
        ).helped_by(Way.WITHOUT_FILES)
    again = _again(desk, content, assessment)
    if case_file.plain(again, desk.catalogue_of(assessment.case)) != said:
        raise AssessError(
            gettext(
                "The written case differs from the case when it is read again; {target} "
                "was not written.",
                target=target,
            )
        )
    sealed = content if lock is None else lock.close(content)
    write_whole(target, sealed, sync=not is_one_of_many, is_private=True)
    there = target.read_bytes()
    opened = there if lock is None or lock.open is None else lock.open(there, str(target))
    if there != sealed or (opened != content and (lock is None or lock.open is not None)):
        raise AssessError(
            gettext("{target} differs from what was written to it; do not use it.", target=target)
        )
    lacking = tuple(_lacking(given))
    return ExportedCase(target, _counts(again), sha256(there).hexdigest(), lacking)


def export_folder(
    desk: Desk,
    folder: Path,
    *,
    lock: Lock | None = None,
    with_files: bool = True,
    with_private_notes: bool = True,
    force: bool = False,
) -> tuple[ExportedCase, ...]:
    """Write a case file for every case: all of them, or none of those that were not there before.

    Raises AssessError if one of the names is taken.
    """
    ending = ".json" if lock is None else f".json{ENDING}"
    targets = {case.id: folder / f"{case.id}{ending}" for case in desk.store.cases.all()}
    for target in targets.values():
        refuse_existing(target, force=force)
    new = [target for target in targets.values() if not target.exists()]
    is_new = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise AssessError(
            gettext(
                "{folder} cannot be made: {strerror}.", folder=folder, strerror=str(error.strerror)
            )
        ) from error
    try:
        with undisturbed():
            done = [
                export_case(
                    desk,
                    desk.store.assessment(case_id),
                    target,
                    lock=lock,
                    with_files=with_files,
                    with_private_notes=with_private_notes,
                    is_one_of_many=True,
                )
                for case_id, target in targets.items()
            ]
    except BaseException:
        _take_away(new, folder if is_new else None)
        raise
    sync_all()
    return tuple(done)


def _take_away(files: Iterable[Path], folder: Path | None) -> None:
    """Remove what was begun; what cannot be removed either is whole."""
    with suppress(OSError):
        for file in files:
            file.unlink(missing_ok=True)
        if folder is not None:
            folder.rmdir()


def _lacking(given: CarriedCase) -> Iterator[str]:
    answers = given.assessment.answers.values()
    private = sum(bool(answer.note) and answer.for_report is False for answer in answers)
    if private:
        yield ngettext(
            "{count} private note is in the file",
            "{count} private notes are in the file",
            private,
        )
    withheld = sum(answer.note_withheld for answer in answers)
    if withheld:
        yield ngettext(
            "the text of {count} private note is withheld",
            "the texts of {count} private notes are withheld",
            withheld,
        )
    for edition in given.editions:
        if edition.note.pdf_sha256 not in given.files:
            yield (
                gettext(
                    "the PDF of edition {note_number} is damaged or missing in the "
                    "database, so it was left out; the record of that edition is in the "
                    "file",
                    note_number=edition.note.number,
                )
            )


def _counts(brought: CarriedCase) -> dict[str, int]:
    newest = set(brought.assessment.answers)
    return {
        "answers": len(newest),
        "proposals": len(brought.proposals),
        "drafts": len(brought.drafts),
        "decisions": len(brought.states)
        + len(brought.verdicts)
        + len(brought.edits)
        + len(brought.plan)
        + len(brought.entries),
        "spells of work": len(brought.time),
        "copies of files": len(
            set(brought.files) - {each.note.pdf_sha256 for each in brought.editions}
        ),
        "editions of the report": len(brought.editions),
    }


def _again(desk: Desk, content: bytes, assessment: Assessment) -> CarriedCase:
    try:
        return case_file.read(
            content,
            "-",
            desk.catalogue_of(assessment.case),
            now=desk.now,
            new_id=assessment.case.id,
        )
    except Refused as error:
        raise Refused(
            gettext("The case cannot be exported with the loaded catalogue; nothing was written."),
            error.faults,
        ) from error


def read_case(desk: Desk, incoming: Incoming) -> Take:
    """Read a case file, to be taken as a new case or as proposals for one that is here."""
    path, known = incoming.path, incoming.known
    new_id = desk.new_id()
    brought = case_file.read(
        incoming.content,
        str(path),
        desk.newest,
        now=desk.now,
        new_id=new_id,
        called=desk.editions.find,
    )
    case_id = brought.assessment.case.id
    if gone := said_erased(desk, case_id):
        return lambda: Arrived(path, None, (gone,))
    is_copy = incoming.into is not None or incoming.as_proposals
    if brought.record and (is_copy or relation(desk, brought) in _COMPARED):
        demand_own_record(desk, brought, str(path))
    brought = without_erased(desk, brought)
    if incoming.into is not None or incoming.as_proposals:
        return read_for_case(desk, incoming, brought)
    if case_id == new_id and not incoming.as_new and (there := _here(desk, incoming, brought)):
        return lambda: there
    held = next((case for case in desk.store.cases.all() if case.id == case_id), None)
    if held is not None and not incoming.as_new:
        stands = relation(desk, brought)
        if stands is Relation.NEWER:  # also where it says nothing new: its past goes on
            return lambda: go_on(desk, brought, path)
        is_known = stands is Relation.OLDER or (stands is Relation.SAME and _withholds(brought))
        if is_known or _is_held(desk, brought, held):
            return lambda: _known_already(desk, path, held)
        if stands is Relation.FORKED:
            raise KnownCase(
                gettext(
                    "{path} is another copy of the case {case_id}, and both were worked on since; "
                    "nothing was imported.",
                    path=path,
                    case_id=case_id,
                ),
                (),
            ).helped_by(Way.AS_PROPOSALS)
    if case_id in known:
        raise KnownCase(
            gettext(
                "{path} is the case {case_id}, which is {known}; nothing was imported.",
                path=path,
                case_id=case_id,
                known=known[case_id],
            ),
            (),
        ).helped_by(Way.AS_PROPOSALS)
    known[case_id] = gettext("in {path} as well", path=path)
    return lambda: _take_case(desk, brought, path)


def _here(desk: Desk, incoming: Incoming, brought: CarriedCase) -> Arrived | None:
    """Find a case file without an id by its content, here or among those that come with it.

    What is equal is known already; raises Refused for what is alike: only somebody can tell.
    """
    path, known, case = incoming.path, incoming.known, brought.assessment.case
    for there in cases_alike(desk, case):
        if _is_held(desk, brought, there):
            return _known_already(desk, path, there)
        raise _alike(
            gettext(
                "{path} states no id; it may be the case {case_id} of {organisation}, "
                "interviewed on {day}, which has other answers. Nothing was imported.",
                path=path,
                case_id=there.id,
                organisation=there.organisation.name,
                day=there.details.interview_date,
            )
        )
    content, of = content_of(brought), repr(about(case))
    if content in known:
        return Arrived(path, None, (gettext("the same case as {path}", path=known[content]),))
    if of in known:
        raise _alike(
            gettext(
                "{path} and {other} state no id, and are of one organisation and one day. "
                "Nothing was imported.",
                path=path,
                other=known[of],
            )
        )
    known[content] = known[of] = str(path)
    return None


def _alike(what: str) -> Refused:
    return Refused(what, ()).helped_by(Way.AS_NEW, Way.INTO)


def _is_held(desk: Desk, brought: CarriedCase, case: Case) -> bool:
    return is_held(carried(desk, desk.store.assessment(case.id), with_files=False), brought)


def _withholds(brought: CarriedCase) -> bool:
    """Tell whether a file leaves notes out: it then says less than is here, and nothing new."""
    return any(answer.note_withheld for answer in brought.assessment.answers.values())


def _known_already(desk: Desk, path: Path, case: Case) -> Arrived:
    known = gettext("known already as {case_id}; it has nothing new", case_id=case.id)
    return Arrived(path, desk.store.assessment(case.id), (known,))


def _take_case(desk: Desk, brought: CarriedCase, path: Path) -> Arrived:
    if brought.record:
        take_new(desk, brought, str(path))
    else:
        _add_older(desk, brought)
    case = brought.assessment.case
    desk.editions.keep(case, desk.editions.called(case.catalogue))
    taken = desk.store.assessment(case.id)
    points = points_of(desk, taken)
    came = [ngettext("{count} answer", "{count} answers", len(taken.answers))]
    if brought.editions:
        count = len(brought.editions)
        came.append(
            ngettext("{count} edition of the report", "{count} editions of the report", count)
        )
    if points:
        blocking = sum(point.kind in BLOCKING for point in points)
        came.append(ngettext("{count} open point", "{count} open points", len(points)))
        if blocking:
            came.append(
                ngettext(
                    "{count} of them blocks finishing", "{count} of them block finishing", blocking
                )
            )
    return Arrived(path, taken, tuple(came), differences(brought.assessment, taken))


def _add_older(desk: Desk, brought: CarriedCase) -> None:
    """Take a case of a file without a record: one begins here."""
    desk.store.add_carried(
        brought.assessment,
        earlier=brought.history,
        drafts=brought.drafts,
        proposals=brought.proposals,
        states=brought.states,
        verdicts=brought.verdicts,
        edits=brought.edits,
        plan=brought.plan,
        entries=brought.entries,
        time=brought.time,
        editions=brought.editions,
        files=brought.files.values(),
        at=desk.now,
    )
