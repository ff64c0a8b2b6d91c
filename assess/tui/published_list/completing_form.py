"""Completing rows that were rejected: which one is chosen, and its cells are typed."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from textual.screen import Screen

from assess.core.published_list.kept import PLACES
from assess.core.published_list.row import RejectedRow
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.languages.understanding import understood
from assess.tui.dialog.ask import AskScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.widgets.form_field import Asked

MOST_ROWS = 9
"""So many rows can be chosen by a digit; the rest follow when these are done."""


def ask_what_to_add(screen: Screen[None], then: Callable[[], None]) -> None:
    """Ask whether a list is to be imported or a rejected row completed; without rows: import."""
    from assess.tui.published_list.list_form import ask_for_list
    from assess.workflow.published_list.completing import waiting_files, waiting_rows

    waiting = [
        (path, row) for path in waiting_files(host(screen).desk) for row in waiting_rows(path)
    ]
    if not waiting:
        ask_for_list(screen, then)
        return

    def answered(what: str | None) -> None:
        match what:
            case "import":
                ask_for_list(screen, then)
            case "complete":
                _ask_which(screen, waiting, then)
            case _:
                pass

    complete = ngettext(
        "Complete {count} rejected row", "Complete {count} rejected rows", len(waiting)
    )
    answers = [("import", gettext("Import a published list")), ("complete", complete)]
    screen.app.push_screen(ChooseScreen(gettext("What do you want to add?"), answers), answered)


def _ask_which(
    screen: Screen[Any], waiting: list[tuple[Path, RejectedRow]], then: Callable[[], None]
) -> None:
    shown = waiting[:MOST_ROWS]
    answers = [
        (
            str(number),
            gettext(
                "{file}, {place}: {text}",
                file=rejected.row.file or path.name,
                place=say(understood(rejected.row.place, PLACES)),
                text=rejected.row.text,
            ),
        )
        for number, (path, rejected) in enumerate(shown)
    ]

    def answered(which: str | None) -> None:
        if which is not None:
            _ask_for_cells(screen, *shown[int(which)], then)

    more = len(waiting) - len(shown)
    explanation = ngettext("{count} more follows.", "{count} more follow.", more) if more else ""
    screen.app.push_screen(
        ChooseScreen(gettext("Complete which row?"), answers, explanation=explanation), answered
    )


def _ask_for_cells(
    screen: Screen[Any], path: Path, rejected: RejectedRow, then: Callable[[], None]
) -> None:
    desk, row = host(screen).desk, rejected.row
    cells = {
        "name": gettext("Name"),
        "country": gettext("Country"),
        "portfolio": gettext("Portfolio"),
        "website": gettext("Web site"),
        "valid_until": gettext("Valid until"),
    }
    hints = {"valid_until": gettext("a day, or: unknown")}

    def submit(values: Mapping[str, str]) -> None:
        from assess.workflow.published_list.completing import complete_row

        changes = {name: values[name].strip() for name in cells}
        complete_row(desk, path, rejected.number, changes, by=desk.who or getpass.getuser())

    def tell(was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done:
            then()

    asked = [
        Asked(name, label, value=getattr(row, name) or "", hint=hints.get(name, ""))
        for name, label in cells.items()
    ]
    explanation = gettext("{text} ({reason})", text=row.text, reason=say(rejected.reason))
    screen.app.push_screen(
        AskScreen(gettext("Complete a rejected row"), asked, submit, explanation=explanation), tell
    )
