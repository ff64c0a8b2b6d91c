"""The forms in which the expert words a recommendation or a strength."""

from __future__ import annotations

from collections.abc import Mapping

from assess.core.advice.review import Reviewed
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.widgets.form_field import Asked
from assess.workflow import Desk
from assess.workflow.advice import reviewing
from assess.workflow.advice.reviewing import About
from assess.workflow.case.cases import assessment_of


def edit_form(desk: Desk, case_id: str, review: Reviewed) -> AskScreen:
    """Ask for another wording of one that is there."""

    def submit(values: Mapping[str, str]) -> None:
        _demand_finding(values)
        reviewing.revise(desk, assessment_of(desk, case_id), review.key, values)

    return AskScreen(
        gettext("Edit the strength")
        if review.about == "strength"
        else gettext("Edit the recommendation"),
        _texts(review.about, review),
        submit,
        explanation=gettext("The finding now: {finding}", finding=say(review.outdated))
        if review.outdated
        else "",
        keep_as=f"{review.about}.{review.key}",
        case_id=case_id,
    )


def own_form(desk: Desk, case_id: str, about: About) -> AskScreen:
    """Ask for one of the expert's own."""

    def submit(values: Mapping[str, str]) -> None:
        _demand_finding(values)
        typed = values["number"].strip()
        if typed and not typed.isdecimal():
            raise WrongField(
                "number", gettext("Type the number of an indicator, such as 12, or leave it empty.")
            )
        texts = {key: text for key, text in values.items() if key != "number"}
        number = int(typed) if typed else None
        reviewing.add_own(desk, assessment_of(desk, case_id), about, texts, number)

    return AskScreen(
        gettext("A strength of your own")
        if about == "strength"
        else gettext("A recommendation of your own"),
        [
            *_texts(about, None),
            Asked("number", gettext("Indicator"), hint=gettext("its number, or empty")),
        ],
        submit,
        keep_as=f"own.{about}",
        case_id=case_id,
    )


def _texts(about: About, review: Reviewed | None) -> list[Asked]:
    """Give the lines of the form, filled with the wording as it stands."""
    finding = Asked(
        "finding", gettext("Finding"), say(review.finding) if review else "", kind="text"
    )
    if about == "strength":
        return [finding._replace(label=gettext("Strength"))]
    return [
        finding,
        Asked(
            "meaning", gettext("What it means"), say(review.meaning) if review else "", kind="text"
        ),
        Asked("action", gettext("One action"), say(review.action) if review else "", kind="text"),
        Asked(
            "first_step",
            gettext("First step"),
            say(review.first_step) if review else "",
            kind="text",
        ),
    ]


def _demand_finding(values: Mapping[str, str]) -> None:
    if not values["finding"].strip():
        raise WrongField("finding", gettext("Write the finding; the other lines may stay empty."))
