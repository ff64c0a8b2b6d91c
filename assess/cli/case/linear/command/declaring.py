"""The command that declares the impartiality of the expert."""

from __future__ import annotations

from functools import partial

from assess.cli.case.linear.dialogue import Dialogue
from assess.core.case.assessment import NO_INTEREST, Details, Impartiality
from assess.languages import gettext
from assess.workflow.case import cases

NONE = ("no", NO_INTEREST)
"""What is typed, in every language, where there is no interest to be stated."""


def impartiality(dialogue: Dialogue, text: str) -> None:
    """State the interests of the expert in the organisation, or that there are none."""
    session = dialogue.session
    case = session.assessment.case
    details = case.details
    if not text:
        years = session.catalogue.label.impartiality_years
        if (declared := details.impartiality) is not None:
            is_none = declared.statement == NO_INTEREST
            stated = gettext("no interest") if is_none else declared.statement
            dialogue.speaker.tell(
                gettext(
                    "Declared by {person}: {statement}. A new statement replaces it.",
                    person=declared.by,
                    statement=stated,
                )
            )
        prompt = gettext(
            "Employment, board seat, contract or other interest in the organisation in the last "
            "{years} years; {none} if there was none:",
            years=years,
            none=NO_INTEREST,
        )
        dialogue.listener.want(prompt, partial(impartiality, dialogue))
        return
    statement = NO_INTEREST if text.casefold() in NONE else text
    declared = Impartiality(statement=statement, by=details.expert, on=session.desk.today)
    changed = Details.model_validate({**dict(details), "impartiality": declared})
    cases.change_details(session.desk, case, case.organisation, changed)
    session.renew()
    dialogue.speaker.tell(
        gettext("Impartiality declared: no interest in the organisation.")
        if statement == NO_INTEREST
        else gettext("Impartiality declared, with an interest: {statement}", statement=statement)
    )
