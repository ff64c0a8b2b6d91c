"""The database at the start: its backup of the day, or the way on from a damaged one.

Both go on away from the main thread, over connections of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from assess.errors import AssessError, DamagedStore
from assess.languages import gettext, ngettext

if TYPE_CHECKING:
    from textual.app import App

    from assess.workflow.program.backups import KeptBackup, Safe, Salvaged


class Rescue(NamedTuple):
    """What there is to go on with: what could be read, and the newest backup that can be used."""

    saved: Salvaged | None
    backup: KeptBackup | None
    why_not: str = ""


def back_up(app: App[None], safe: Safe, *, complain: Callable[[str], None]) -> None:
    """Make the backup of the day if it is due; where it cannot be made, say so."""

    def make() -> None:
        try:
            safe.back_up_daily()
        except DamagedStore as error:  # so large a file is only looked at now
            app.call_from_thread(complain, str(error))
        except AssessError as error:
            app.call_from_thread(
                complain, gettext("No backup could be made today: {fault}", fault=error)
            )

    try:
        if safe.is_due():
            app.run_worker(make, thread=True, group="backup")
    except AssessError as error:
        complain(gettext("No backup could be made today: {fault}", fault=error))


def rescue(
    app: App[None],
    damage: DamagedStore,
    safe: Safe,
    *,
    go_on: Callable[[], None],
    give_up: Callable[[str], None],
) -> None:
    """Save what can be read of a damaged database, then let the expert choose how to go on."""

    def look() -> None:
        found = _look_for_rescue(safe)
        app.call_from_thread(_ask, app, damage, found, safe, go_on, give_up)

    app.run_worker(look, thread=True, group="rescue")


def _look_for_rescue(safe: Safe) -> Rescue:
    """Save what can be read to a new file beside the damaged one, and look for a backup."""
    backup = next((kept for kept in safe.backups() if kept.holds is not None), None)
    try:
        return Rescue(safe.salvage(), backup)
    except AssessError as error:
        return Rescue(None, backup, str(error))


def _ask(
    app: App[None],
    damage: DamagedStore,
    rescue: Rescue,
    safe: Safe,
    go_on: Callable[[], None],
    give_up: Callable[[str], None],
) -> None:
    """Explain the damage and offer what there is; then go on, or give up with a sentence."""
    from assess.tui.dialog.choose import ChooseScreen

    def carry_out(chosen: str | None) -> None:
        try:
            if chosen == "saved" and rescue.saved is not None:
                safe.put_in_place(rescue.saved)
            elif chosen == "backup" and rescue.backup is not None:
                safe.restore(rescue.backup.path)
            else:
                give_up(_explained(damage, rescue))
                return
        except AssessError as error:
            give_up(str(error))
            return
        go_on()

    screen = ChooseScreen(
        gettext("The database is damaged. How do you want to go on?"),
        list(_answers(rescue)),
        explanation=_explained(damage, rescue),
    )
    app.push_screen(screen, carry_out)


def _answers(rescue: Rescue) -> Iterator[tuple[str, str]]:
    if rescue.saved is not None:
        rows = rescue.saved.rows
        held = _held(rows["cases"], rows["answer"])
        yield (
            "saved",
            gettext("With what could be read: {cases_and_answers}", cases_and_answers=held),
        )
    if rescue.backup is not None and rescue.backup.holds is not None:
        holds, made_at = rescue.backup.holds, rescue.backup.made_at.astimezone()
        yield (
            "backup",
            gettext(
                "With the backup of {day_and_time}: {cases_and_answers}",
                day_and_time=f"{made_at:%Y-%m-%d %H:%M}",
                cases_and_answers=_held(holds.cases, holds.answers),
            ),
        )
    yield "leave", gettext("Not now: leave everything as it is")


def _held(cases: int, answers: int) -> str:
    return ", ".join(
        (
            ngettext("{count} case", "{count} cases", cases),
            ngettext("{count} answer", "{count} answers", answers),
        )
    )


def _explained(damage: DamagedStore, rescue: Rescue) -> str:
    said = [
        gettext(
            "{path} is damaged: {fault}. Nothing in it was changed.",
            path=damage.path,
            fault=damage.what,
        )
    ]
    if rescue.saved is None:
        said.append(rescue.why_not)
    else:
        said.append(
            gettext("Everything that could be read was saved to {path}.", path=rescue.saved.target)
        )
        taken = sum(rescue.saved.from_backup.values())
        if taken:
            said.append(
                ngettext(
                    "{count} row that could not be read came from the newest backup.",
                    "{count} rows that could not be read came from the newest backup.",
                    taken,
                )
            )
        if rescue.saved.lost:
            said.append(
                gettext("Something may be missing: {parts}.", parts=", ".join(rescue.saved.lost))
            )
    said.append(gettext("Whatever you choose, the damaged file is kept."))
    return "\n".join(said)
