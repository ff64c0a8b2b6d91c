"""Taking in a published list: asked for by a form, told row by row."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual.screen import Screen

from assess.core.published_list.kept import PLACES
from assess.core.published_list.row import ListWords
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.languages.understanding import understood
from assess.tui.dialog.apart import Slow
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.dialog.documents import demand_file, typed_path
from assess.tui.frame.host import host
from assess.tui.label.deciding import day_echo, typed_day
from assess.tui.widgets.form_field import Asked

if TYPE_CHECKING:
    from assess.workflow.published_list.list_import import Taken

MOST_REASONS = 12
"""So many reasons are shown at once; the file of rejected rows has all of them."""


MOST_NOTES = 8


def ask_for_list(screen: Screen[None], then: Callable[[], None]) -> None:
    """Ask for a published list and take it in; then say what came of each row."""
    desk = host(screen).desk
    words = ListWords(desk.newest)
    taken: list[Taken] = []

    def submit(values: Mapping[str, str]) -> Slow:
        from assess.workflow.published_list.list_import import import_list

        if not values["source"].strip():
            raise WrongField("source", gettext("There is no file of that name."))
        source = typed_path(values["source"])
        country = words.country(values["country"]) if values["country"].strip() else None
        if values["country"].strip() and country is None:
            raise WrongField("country", gettext("This is not a country; write DNK, DK or Denmark."))
        portfolio = words.portfolio(values["portfolio"]) if values["portfolio"].strip() else None
        if values["portfolio"].strip() and portfolio is None:
            raise WrongField("portfolio", gettext("This is not a comparative portfolio."))
        encoding = values["encoding"].strip() or None
        typed = values["day"].strip()
        day = typed_day(values, "day", desk.today, whole_month="last") if typed else None
        by = desk.who or getpass.getuser()

        def take_in() -> Taken:
            demand_file(source)
            with host(screen).open_desk_apart() as apart:
                return import_list(
                    apart,
                    source,
                    by=by,
                    country=country,
                    portfolio=portfolio,
                    encoding=encoding,
                    listed_on=day,
                )

        return Slow(
            gettext("The list is being imported …"), take_in, taken.append, late=lambda _: then()
        )

    def tell(was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done and taken:
            then()
            answers = [("back", gettext("Back to the register"))]
            screen.app.push_screen(
                ChooseScreen(_summary(taken[-1]), answers, explanation=_said(taken[-1]))
            )

    asked = [
        Asked(
            "source",
            gettext("File"),
            kind="path",
            hint=gettext("type or drop a path; → completes it"),
        ),
        Asked(
            "country",
            gettext("Country"),
            hint=gettext("for rows that state none: DNK, DK or Denmark"),
        ),
        Asked(
            "portfolio",
            gettext("Portfolio"),
            hint=gettext("for rows that state none"),
        ),
        Asked(
            "encoding",
            gettext("Encoding"),
            hint=gettext("only where the program cannot find it: UTF-8, windows-1250"),
        ),
        Asked(
            "day",
            gettext("Day of the list"),
            hint=gettext("empty: the day that the list names; if there is none, today"),
            understood=day_echo(desk.today, whole_month="last"),
        ),
    ]
    screen.app.push_screen(
        AskScreen(
            gettext("Import a published list"),
            asked,
            submit,
            explanation=gettext(
                "Rows that cannot be read are rejected. A second import changes nothing."
            ),
            keep_as="published list",
        ),
        tell,
    )


def _summary(taken: Taken) -> str:
    counts = ", ".join(_counts(taken))
    return ngettext("{count} row: {counts}.", "{count} rows: {counts}.", taken.rows, counts=counts)


def _counts(taken: Taken) -> Iterator[str]:
    """Say of how many rows came what."""
    if count := len(taken.new):
        yield ngettext("{count} imported", "{count} imported", count)
    if count := len(taken.known):
        yield ngettext("{count} known already", "{count} known already", count)
    if count := len(taken.completed):
        yield ngettext("{count} completed before", "{count} completed before", count)
    if count := len(taken.rejected):
        yield ngettext("{count} rejected", "{count} rejected", count)


def _said(taken: Taken) -> str:
    lines = [
        gettext(
            "{place}: {reason}",
            place=say(understood(rejected.row.place, PLACES)),
            reason=say(rejected.reason),
        )
        for rejected in taken.rejected[:MOST_REASONS]
    ]
    if len(taken.rejected) > MOST_REASONS:
        more = len(taken.rejected) - MOST_REASONS
        lines.append(ngettext("and {count} more", "and {count} more", more))
    if taken.aside:
        lines.append(gettext("They are saved in {path}", path=taken.aside))
    if taken.encoding:
        lines.append(gettext("The file was read as {encoding}.", encoding=taken.encoding))
    lines += [gettext("Please note: {note}.", note=note) for note in taken.notes[:MOST_NOTES]]
    lines += [
        gettext(
            "May be the same: {name} / {other} ({reason})",
            name=pair.name,
            other=pair.other,
            reason=say(pair.why),
        )
        for pair in taken.alike[:5]
    ]
    return "\n".join(lines)
