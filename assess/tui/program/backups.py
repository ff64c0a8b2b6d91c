"""The database at the start: its backup of the day, or the way on from a damaged one.

Both go on away from the main thread, over connections of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from assess.core.text.visible import visible
from assess.errors import AssessError, DamagedStore
from assess.languages import gettext, ngettext

if TYPE_CHECKING:
    from textual.app import App

    from assess.workflow.program.backups import KeptBackup, Safe, Salvaged


RESTORING = gettext("The backup is being restored …")


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


def show_backups(
    app: App[None], safe: Safe, restore: Callable[[KeptBackup], None] | None = None
) -> None:
    """Show the backups of the days, looked at apart from the screen, and offer one more copy.

    `restore` puts one of them in the place of the database; None where that cannot be done now.
    """
    from assess.tui.dialog.apart import Apart, Slow
    from assess.tui.dialog.choose import ChooseScreen

    def show(kept: tuple[KeptBackup, ...]) -> None:
        usable = {str(backup.path): backup for backup in kept if backup.holds is not None}
        said = list(map(_kept, kept)) or [
            gettext("There is no backup yet; the program makes one on each day with changes.")
        ]
        if usable and restore is None:
            said.append(gettext("From the list of cases, a backup can be restored."))
        answers = [
            ("copy", gettext("Copy the database to a file now")),
            *((path, _restoring(backup)) for path, backup in usable.items() if restore),
            ("back", gettext("Back")),
        ]

        def carry_out(chosen: str | None) -> None:
            if chosen == "copy":
                _ask_for_copy(app, safe)
            elif chosen in usable and restore is not None:
                _ask_to_restore(app, usable[chosen], restore)

        title = gettext("Backups of {path}", path=safe.database)
        app.push_screen(ChooseScreen(title, answers, explanation="\n".join(said)), carry_out)

    Apart(app, Slow("", safe.backups, show), lambda error: _complain(app, str(error)))


def _restoring(backup: KeptBackup) -> str:
    day = f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}"
    return gettext("Restore the backup of {day_and_time}", day_and_time=day)


def _ask_to_restore(
    app: App[None], backup: KeptBackup, restore: Callable[[KeptBackup], None]
) -> None:
    """Ask once more: what was saved after the backup is then no longer in the database."""
    from assess.tui.dialog.choose import ChooseScreen

    app.push_screen(
        ChooseScreen(
            gettext("Do you want to work with this backup?"),
            [("no", gettext("No: change nothing")), ("yes", _restoring(backup))],
            explanation="\n".join(
                (
                    _kept(backup),
                    gettext(
                        "The backup does not contain what was saved later. The present database is "
                        "kept in a file beside the backup."
                    ),
                )
            ),
        ),
        lambda chosen: restore(backup) if chosen == "yes" else None,
    )


def _complain(app: App[None], text: str) -> None:
    app.notify(visible(text, lines=True), severity="warning", markup=False)


def _kept(backup: KeptBackup) -> str:
    day = f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}"
    if backup.holds is None:
        return gettext("{day}: cannot be used, {fault}", day=day, fault=backup.fault or "")
    return gettext(
        "{day}: {cases_and_answers}, in {path}",
        day=day,
        cases_and_answers=_held(backup.holds.cases, backup.holds.answers),
        path=backup.path,
    )


def _ask_for_copy(app: App[None], safe: Safe) -> None:
    """Ask where a copy of the database goes, and make it apart from the screen."""
    from assess.tui.dialog.apart import Slow
    from assess.tui.dialog.ask import AskScreen, WrongField
    from assess.tui.dialog.documents import document_path, typed_path
    from assess.tui.widgets.form_field import Asked

    def submit(values: Mapping[str, str]) -> Slow:
        if not values["target"].strip():
            raise WrongField("target", gettext("Type the path of the file."))
        target = typed_path(values["target"])

        def copy() -> str:
            if target.exists():
                fault = gettext("{file} exists already; type another name.", file=target.name)
                raise WrongField("target", fault)
            holds = safe.back_up(target)
            return _held(holds.cases, holds.answers)

        def tell(held: str) -> None:
            said = gettext(
                "The copy is in {path}: {cases_and_answers}", path=target, cases_and_answers=held
            )
            app.notify(visible(said), markup=False)

        return Slow(gettext("The database is being copied …"), copy, tell, late=tell)

    proposed = document_path("assess", f"{safe.clock().astimezone():%Y-%m-%d}.db")
    app.push_screen(
        AskScreen(
            gettext("Copy the database to a file"),
            [Asked("target", gettext("File"), value=str(proposed), kind="path")],
            submit,
            explanation=gettext(
                "The copy is as confidential as the database; keep it equally safe."
            ),
            keep_as="copy",
        )
    )


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
    from assess.tui.dialog.apart import Apart, Slow
    from assess.tui.dialog.choose import ChooseScreen

    def carry_out(chosen: str | None) -> None:
        if chosen == "saved" and rescue.saved is not None:
            words = gettext("The database is being replaced by the recovered data …")
            put = Slow(words, partial(safe.put_in_place, rescue.saved), lambda _: go_on())
        elif chosen == "backup" and rescue.backup is not None:
            put = Slow(RESTORING, partial(safe.restore, rescue.backup.path), lambda _: go_on())
        else:
            give_up(_explained(damage, rescue))
            return
        give_up(put.words)
        Apart(app, put, lambda error: give_up(str(error)))

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
            gettext("With the recovered data: {cases_and_answers}", cases_and_answers=held),
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
    yield "leave", gettext("Not now: change nothing")


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
                    "{count} row could not be read and came from the newest backup instead.",
                    "{count} rows could not be read and came from the newest backup instead.",
                    taken,
                )
            )
        if rescue.saved.lost:
            said.append(
                gettext("These parts may be missing: {parts}.", parts=", ".join(rescue.saved.lost))
            )
    said.append(gettext("The damaged file is kept in any case."))
    return "\n".join(said)
