"""Batches: many reports on all cores; one that cannot be written does not stop the others."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from assess.core.assessment import Assessment, State
from assess.core.report.record import Report
from assess.core.report.theme import Theme
from assess.errors import AssessError
from assess.workflow.desk import Desk
from assess.workflow.reporting import draft_report

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


class Written(NamedTuple):
    """What came of one report of a batch."""

    case: str
    organisation: str
    target: Path
    fault: str
    """Empty: it was written."""
    missing: tuple[str, ...] = ()


def finished_cases(desk: Desk) -> tuple[Assessment, ...]:
    """Give every finished case, by the name of its organisation."""
    known = (desk.store.assessment(one.id) for one in desk.store.cases())
    finished = [one for one in known if one.case.state is State.FINISHED]
    return tuple(sorted(finished, key=lambda one: one.case.organisation.name.casefold()))


def file_name(assessment: Assessment, ending: str = ".pdf") -> str:
    """Give a file name that every system takes, and that no other case has."""
    case = assessment.case
    name = " ".join(_UNFIT.sub(" ", case.organisation.name).split())[:60].strip(" .") or "report"
    return f"{name} {case.details.interview_date} {case.id}{ending}"


def write_reports(  # noqa: PLR0913  most are given by name
    desk: Desk,
    assessments: Iterable[Assessment],
    templates: Path,
    folder: Path,
    *,
    ending: str = ".pdf",
    summary: bool = False,
    theme: Theme | None = None,
    force: bool = False,
    cores: int | None = None,
    tell: Callable[[Written], None] | None = None,
) -> tuple[Written, ...]:
    """Write the draft report of each case to a folder, as many at a time as there are cores.

    The records are put together here, one after the other; only printing takes long.
    """
    from assess.render.pdf import write_report
    from assess.render.printer import Printer

    done: list[Written] = []
    count = cores or os.cpu_count() or 1
    printers: SimpleQueue[Printer] = SimpleQueue()
    every = [Printer(templates) for _ in range(count)]
    for one in every:
        printers.put(one)

    def write(report: Report, item: Written) -> Written:
        printer = printers.get()
        try:
            printed = write_report(report, templates, item.target, summary=summary, printer=printer)
        except AssessError as error:
            return item._replace(fault=str(error))
        finally:
            printers.put(printer)
        return item._replace(missing=printed.missing)

    def finished(item: Written) -> None:
        done.append(item)
        if tell is not None:
            tell(item)

    try:
        with ThreadPoolExecutor(max_workers=count) as pool:
            waiting = []
            for item, report in _records(desk, assessments, folder, ending, theme, force=force):
                if report is None:
                    finished(item)
                else:
                    waiting.append(pool.submit(write, report, item))
            for future in as_completed(waiting):
                finished(future.result())
    finally:
        for printer in every:
            printer.close()
    return tuple(done)


def _records(
    desk: Desk,
    assessments: Iterable[Assessment],
    folder: Path,
    ending: str,
    theme: Theme | None,
    *,
    force: bool,
) -> Iterator[tuple[Written, Report | None]]:
    for assessment in assessments:
        case = assessment.case
        target = folder / file_name(assessment, ending)
        item = Written(case.id, case.organisation.name, target, "")
        if target.exists() and not force:
            yield item._replace(fault=f"{target.name} exists already"), None
            continue
        try:
            yield item, draft_report(desk, assessment, theme)
        except (AssessError, ValueError, KeyError) as error:
            yield item._replace(fault=f"its report cannot be put together: {error}"), None
