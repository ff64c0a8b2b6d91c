"""The demonstration of a secretariat: where it lies, and what it contains."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assess import locations
from assess.cli.command.output import plain, say, working
from assess.core.submission.course import CaseState
from assess.core.submission.course_account import state_message
from assess.languages import gettext
from assess.languages.message import say as spoken

if TYPE_CHECKING:
    from assess.cli.command.settings import Settings
    from assess.workflow.desk.desk import Desk


@contextmanager
def demonstration(
    settings: Settings, part: str, database: str | None, *, fresh: bool
) -> Iterator[Callable[[], Desk]]:
    """Run the demonstration; give what opens the desk of the member of the staff."""
    from assess.secretariat.demonstration import demonstrated

    folder = locations.data_folder() / "secretariat-demonstration"
    if fresh and folder.exists():
        shutil.rmtree(folder)
    with working(gettext("Starting the secretariat")):
        running = demonstrated(
            folder,
            settings.indicators_folder,
            locations.demonstration_files(),
            database,
        )
        people = running.__enter__()
    try:
        yield people[part]
    finally:
        running.__exit__(None, None, None)


def say_queue(open_desk: Callable[[], Desk]) -> None:
    """Print the cases of the demonstration."""
    from assess.workflow.submission.reviewing import review_office

    with open_desk() as desk, review_office(desk) as office:
        for case in office.queue().cases:
            state = spoken(state_message(CaseState(case.state)))
            say(f"{case.case}  {plain(case.organisation)} ({case.country}): {state}")
    say(gettext("Everything here is invented. `assess secretariat demo` opens it."))
