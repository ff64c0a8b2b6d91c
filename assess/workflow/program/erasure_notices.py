"""Erasure notices: a case that was erased here is erased, or kept away, where copies of it are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from assess.core.case.assessment import Case
from assess.errors import NotFound, Refused
from assess.exchange.case import erasure_notice
from assess.exchange.case.erasure_notice import ErasureNotice
from assess.files import content_of, write_whole
from assess.languages import gettext
from assess.store.program.erasing import ErasedCase
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take

__all__ = ["ErasureNotice"]

ENDING = ".erased.json"
"""How the name of a notice ends that is written beside case files, after the id of its case."""

_MOST_BYTES = 64 * 1024


class NoticedCase(NamedTuple):
    """A case that is still here though it was erased elsewhere, and what a notice says of it."""

    case: Case
    ground: str
    by: str


def notice_of(desk: Desk, case_id: str) -> ErasureNotice | None:
    """Give what tells others that a case was erased here; None: it was not."""
    erased = desk.store.erasing.erased_cases().get(case_id)
    return None if erased is None else _notice(erased)


def _notice(erased: ErasedCase) -> ErasureNotice:
    return ErasureNotice(
        case=erased.case,
        at=datetime.fromisoformat(erased.at),
        ground=erased.ground,
        by=erased.by,
    )


def write_notice(notice: ErasureNotice, target: Path) -> None:
    """Write a notice to a file."""
    write_whole(target, erasure_notice.written(notice), is_private=True)


def write_notices(desk: Desk, folder: Path) -> tuple[Path, ...]:
    """Write the notices of all cases that were erased here beside case files; give the files."""
    return tuple(_written(desk, folder))


def _written(desk: Desk, folder: Path) -> Iterator[Path]:
    for case_id, erased in sorted(desk.store.erasing.erased_cases().items()):
        if not desk.store.erasing.is_there(case_id):
            target = folder / f"{case_id}{ENDING}"
            write_notice(_notice(erased), target)
            yield target


def read_notice(desk: Desk, incoming: Incoming) -> Take:
    """Read a notice: a case that is here stays until somebody erases it, one that is not keeps out.

    So nobody can erase a case of others by sending them a file.
    """
    notice = erasure_notice.read(incoming.content, str(incoming.path))
    day = notice.at.astimezone().date()

    def take() -> Arrived:
        if desk.store.erasing.is_there(notice.case):
            still = gettext(
                "the case {case} was erased elsewhere on {day} ({ground}), and is still here; "
                "with this notice, `assess erase` shows what goes and erases the case here too",
                case=notice.case,
                day=day,
                ground=notice.ground,
            )
            return Arrived(incoming.path, None, (still,))
        if notice.case not in desk.store.erasing.erased_cases():
            told = ErasedCase(notice.case, notice.at.isoformat(), notice.ground, notice.by)
            desk.store.erasing.enter_told(told, at=desk.now)
        kept_out = gettext(
            "the case {case} was erased elsewhere on {day} ({ground}); it is not here, and no copy "
            "of it will be imported",
            case=notice.case,
            day=day,
            ground=notice.ground,
        )
        return Arrived(incoming.path, None, (kept_out,))

    return take


def noticed_case(desk: Desk, path: Path) -> NoticedCase:
    """Give the case that a notice tells of; NotFound where it is not here."""
    try:
        content = content_of(path, _MOST_BYTES)
    except OSError as error:
        raise Refused(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            (),
        ) from error
    notice = erasure_notice.read(content, str(path))
    if not desk.store.erasing.is_there(notice.case):
        raise NotFound(
            gettext(
                "{path} is about the erasure of the case {case}, which is not here.",
                case=notice.case,
                path=path,
            )
        )
    return NoticedCase(desk.store.cases.get(notice.case), notice.ground, notice.by)
