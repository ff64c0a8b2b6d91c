"""Batches: many reports on all cores; one that cannot be written does not stop the others."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import closing
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import NamedTuple

from assess.core.case.assessment import Assessment, State
from assess.core.report.record.report import Report
from assess.core.report.record.theme import Theme
from assess.core.text.name import plain_words
from assess.errors import AssessError
from assess.languages import gettext, speaking
from assess.workflow.case.language.document_language import document_language
from assess.workflow.desk.desk import Desk
from assess.workflow.report.reporting import draft_report

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


AHEAD = 2
"""How many records wait for each printer: enough that none stands still."""


class WrittenReport(NamedTuple):
    """What came of one report of a batch."""

    case: str
    organisation: str
    target: Path
    fault: str
    """Empty: it was written."""
    missing: tuple[str, ...] = ()


def finished_cases(desk: Desk) -> tuple[Assessment, ...]:
    """Give every finished case, by the name of its organisation."""
    known = (desk.store.assessment(case.id) for case in desk.store.cases.all())
    finished = [assessment for assessment in known if assessment.case.state is State.FINISHED]
    return tuple(
        sorted(finished, key=lambda assessment: plain_words(assessment.case.organisation.name))
    )


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
    language: str | None = None,
    tell: Callable[[WrittenReport], None] | None = None,
) -> tuple[WrittenReport, ...]:
    """Write the draft report of each case to a folder, as many at a time as there are cores.

    They are in a language, without one each in that in which its case is asked. The records are
    put together here, one after the other; only printing takes long.
    """
    from assess.render.document.document import write_report
    from assess.render.printing.printer import Printer

    done: list[WrittenReport] = []
    count = cores or os.cpu_count() or 1
    stopped = Event()
    printers: SimpleQueue[Printer] = SimpleQueue()
    every = [Printer(templates) for _ in range(count)]
    for printer in every:
        printers.put(printer)

    def write(report: Report, item: WrittenReport) -> WrittenReport:
        if stopped.is_set():
            return item._replace(fault=gettext("it was cancelled"))
        printer = printers.get()
        try:
            printed = write_report(report, templates, item.target, summary=summary, printer=printer)
        except Exception as error:  # noqa: BLE001  whatever is wrong with one, the others go on
            return item._replace(fault=_why(error))
        finally:
            printers.put(printer)
        return item._replace(missing=printed.missing)

    def stop() -> None:
        stopped.set()
        for printer in every:  # which ends what is being printed
            printer.close()

    drafts = partial(_draft, desk, theme, language)
    records = _records(assessments, folder, ending, drafts, force=force)
    with closing(_in_turn(records, write, stop, count)) as written:
        for item in written:
            done.append(item)
            if tell is not None:
                tell(item)
    return tuple(done)


def _in_turn(
    records: Iterable[tuple[WrittenReport, Report | None]],
    write: Callable[[Report, WrittenReport], WrittenReport],
    stop: Callable[[], None],
    count: int,
) -> Generator[WrittenReport, None, None]:
    """Write so many at a time, and give each when it is done; at the end, or when left, `stop`."""
    waiting: set[Future[WrittenReport]] = set()
    with ThreadPoolExecutor(max_workers=count) as pool:
        try:
            for item, report in records:
                if report is None:
                    yield item
                    continue
                waiting.add(pool.submit(write, report, item))
                if len(waiting) > AHEAD * count:  # each holds a record
                    ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in ready)
            yield from (future.result() for future in as_completed(waiting))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            stop()


def _why(error: Exception) -> str:
    """Say what is wrong with a case, also where nobody thought of it."""
    return str(error) if isinstance(error, AssessError) else f"{type(error).__name__}: {error}"


def _draft(desk: Desk, theme: Theme | None, language: str | None, assessment: Assessment) -> Report:
    with speaking(document_language(assessment.case, language)):
        return draft_report(desk, assessment, theme)


def _records(
    assessments: Iterable[Assessment],
    folder: Path,
    ending: str,
    draft: Callable[[Assessment], Report],
    *,
    force: bool,
) -> Iterator[tuple[WrittenReport, Report | None]]:
    for assessment in assessments:
        case = assessment.case
        target = folder / file_name(assessment, ending)
        item = WrittenReport(case.id, case.organisation.name, target, "")
        if target.exists() and not force:
            yield (
                item._replace(
                    fault=gettext("{target_name} exists already", target_name=target.name)
                ),
                None,
            )
            continue
        try:
            yield item, draft(assessment)
        except Exception as error:  # noqa: BLE001  whatever is wrong with one, the others go on
            yield (
                item._replace(
                    fault=gettext("its report cannot be prepared: {error}", error=_why(error))
                ),
                None,
            )
