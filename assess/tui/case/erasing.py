"""Erasing the chosen case: the account first, then the question, then ground and name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assess.languages import gettext
from assess.tui.frame.host import host

if TYPE_CHECKING:
    from textual.screen import Screen


def erase_case(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    """Show what goes with a case and what stays, and ask; `then` is called when it is gone."""
    from assess.tui.dialog.choose import ChooseScreen
    from assess.workflow.case import cases
    from assess.workflow.program import erasing

    desk = host(screen).desk
    case = cases.assessment_of(desk, case_id).case
    account = erasing.account_of_cases(desk, [case])

    def answered(answer: str | None) -> None:
        if answer == "erase":
            _ask_for_grounds(screen, case_id, then)

    lines = (
        gettext("This will be erased:"),
        *(f"- {line}" for line in account.touched),
        gettext("This stays:"),
        *(f"- {line}" for line in account.stays),
    )
    screen.app.push_screen(
        ChooseScreen(
            gettext("Erase this case: {organisation}?", organisation=case.organisation.name),
            [("no", gettext("No: change nothing")), ("erase", gettext("Erase it"))],
            explanation="\n".join(lines),
        ),
        answered,
    )


def _ask_for_grounds(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    from assess.tui.dialog.ask import AskScreen
    from assess.tui.widgets.form_field import Asked
    from assess.workflow.case import cases
    from assess.workflow.program import erasing

    desk = host(screen).desk

    def erase(typed: Mapping[str, str]) -> None:
        why = erasing.grounds(desk, typed["ground"], typed["by"])
        erasing.erase_cases(desk, [cases.assessment_of(desk, case_id).case], why)

    def done(is_done: bool | None) -> None:  # noqa: FBT001  the result of the form
        if is_done:
            screen.notify(
                gettext(
                    "The case was erased. Earlier backups contain it until the program removes "
                    "them; the command `assess erase` erases the case there too."
                ),
                markup=False,
            )
            then()

    asked = [
        Asked("ground", gettext("Ground"), hint=gettext("such as a request, with its day")),
        Asked("by", gettext("Your name")),
    ]
    screen.app.push_screen(
        AskScreen(
            gettext("Why is the case erased, and by whom?"),
            asked,
            erase,
            explanation=gettext("The record keeps both. This cannot be undone."),
        ),
        done,
    )
