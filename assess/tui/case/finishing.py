"""Finishing a case and reopening it, from any screen that shows one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assess.errors import Refused
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.tui.frame.host import host

if TYPE_CHECKING:
    from textual.screen import Screen


def finish_or_reopen(
    screen: Screen[Any],
    case_id: str,
    then: Callable[[], object],
    show_points: Callable[[], object],
) -> None:
    """Finish a case or say what blocks it; ask for the reason to reopen a finished one.

    `then` is called when the case has changed, `show_points` to see the points that block.
    """
    from assess.core.case.assessment import State
    from assess.tui.dialog.choose import ChooseScreen
    from assess.workflow.case import cases

    desk = host(screen).desk
    assessment = cases.assessment_of(desk, case_id)
    name = assessment.case.organisation.name
    if assessment.case.state is State.FINISHED:
        _ask_reopen(screen, case_id, then)
        return

    def answered(answer: str | None) -> None:
        if answer == "finish":
            _finish(screen, case_id, then, show_points)

    screen.app.push_screen(
        ChooseScreen(
            gettext("Finish this case: {organisation}?", organisation=name),
            [("leave", gettext("Not yet")), ("finish", gettext("Finish it"))],
            explanation=gettext(
                "The answers of a finished case can be changed only after it is reopened "
                "with a reason."
            ),
        ),
        answered,
    )


def ask_to_finish_and_propose(
    screen: Screen[Any],
    case_id: str,
    propose: Callable[[], object],
    show_points: Callable[[], object],
) -> None:
    """Say that a label needs a finished case, and what is open; unless told so, nothing is done."""
    from assess.core.case.open_point import BLOCKING
    from assess.tui.dialog.choose import ChooseScreen
    from assess.workflow.case import cases
    from assess.workflow.label import labelling

    desk = host(screen).desk
    assessment = cases.assessment_of(desk, case_id)
    points = cases.points_of(desk, assessment)
    blocking = sum(point.kind in BLOCKING for point in points)
    reasons = labelling.check(desk, assessment).eligibility.reasons
    said = [gettext("The case is not finished; only a finished case can be proposed.")]
    if blocking:
        said.append(
            ngettext(
                "{count} open point blocks finishing.",
                "{count} open points block finishing.",
                blocking,
            )
        )
    said += [say(reason) for reason in reasons]
    answers = [("leave", gettext("Do nothing")), ("points", gettext("Show the open points"))]
    if not blocking and not reasons:
        answers.append(("finish", gettext("Finish the case and propose the label")))

    def answered(answer: str | None) -> None:
        match answer:
            case "points":
                show_points()
            case "finish":
                _finish(screen, case_id, propose, show_points)
            case _:
                pass

    name = assessment.case.organisation.name
    screen.app.push_screen(
        ChooseScreen(
            gettext("Propose this label: {organisation}?", organisation=name),
            answers,
            explanation="\n".join(said),
        ),
        answered,
    )


def _finish(
    screen: Screen[Any],
    case_id: str,
    then: Callable[[], object],
    show_points: Callable[[], object],
) -> None:
    from assess.core.case.work_time import shown
    from assess.tui.dialog.choose import ChooseScreen
    from assess.workflow.case import cases
    from assess.workflow.case.interview.work_time import time_spent

    desk = host(screen).desk
    try:
        remaining = cases.finish(desk, cases.assessment_of(desk, case_id))
    except Refused as refused:

        def answered(answer: str | None) -> None:
            if answer == "points":
                show_points()

        screen.app.push_screen(
            ChooseScreen(
                refused.what,
                [("points", gettext("Show the open points")), ("leave", gettext("Back"))],
                explanation="\n".join(refused.faults),
            ),
            answered,
        )
        return
    said = [
        gettext("The case is finished."),
        gettext("Working time: {spent}.", spent=say(shown(time_spent(desk, case_id).total))),
    ]
    if count := len(remaining):
        said.append(
            ngettext(
                "{count} open point is left, but it does not block finishing.",
                "{count} open points are left, but they do not block finishing.",
                count,
            )
        )
    screen.notify(" ".join(said), markup=False)
    _offer_renewal(screen, case_id, then)


def _offer_renewal(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    """Offer to renew the table of peers where that is safe; mostly nothing is asked."""
    from assess.tui.dialog.choose import ChooseScreen
    from assess.workflow.case import cases
    from assess.workflow.peers import peer_table
    from assess.workflow.peers.peer_table import renewal_text

    desk = host(screen).desk
    synthetic = cases.assessment_of(desk, case_id).case.synthetic
    found = peer_table.renewal_of(desk, synthetic=synthetic)
    if not found.is_wanted:
        if found.needed:
            screen.notify(renewal_text(found.changed, found.needed), markup=False)
        then()
        return

    def answered(answer: str | None) -> None:
        if answer == "renew":
            peer_table.renew(desk, synthetic=synthetic)
        then()

    screen.app.push_screen(
        ChooseScreen(
            gettext("Renew the table of peers?"),
            [("renew", gettext("Renew")), ("leave", gettext("Not now"))],
            explanation=renewal_text(found.changed, found.needed),
        ),
        answered,
    )


def _ask_reopen(screen: Screen[Any], case_id: str, then: Callable[[], object]) -> None:
    from assess.tui.dialog.ask import AskScreen
    from assess.tui.widgets.form_field import Asked
    from assess.workflow.case import cases

    desk = host(screen).desk
    assessment = cases.assessment_of(desk, case_id)

    def submit(values: Mapping[str, str]) -> None:
        cases.reopen(desk, assessment, values["reason"])

    def done(was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done:
            then()

    screen.app.push_screen(
        AskScreen(
            gettext(
                "Reopen this case: {organisation}", organisation=assessment.case.organisation.name
            ),
            [Asked("reason", gettext("Reason"), hint=gettext("why you reopen it"))],
            submit,
            keep_as="reopen",
            case_id=case_id,
        ),
        done,
    )
