"""The command that shows the questions in another language, or asks in another one from now on."""

from __future__ import annotations

from assess.cli.case.linear.dialogue import Dialogue
from assess.core.case.assessment import Details
from assess.languages import gettext
from assess.languages.language import PSEUDO, available, language
from assess.languages.speech import asking_language
from assess.workflow.case import cases


def language_(dialogue: Dialogue, wanted: str) -> None:
    """Turn to the other language and back; with a code ask in that language from now on."""
    session = dialogue.session
    if wanted:
        _ask_from_now_on(dialogue, wanted)
        return
    if not session.asking.turn():
        dialogue.speaker.tell(
            gettext("There is no other language here: questions and commands are in English.")
        )
        return
    dialogue.speaker.tell(gettext("Shown in: {language}.", language=asking_language().own_name))
    dialogue.navigator.put()


def _ask_from_now_on(dialogue: Dialogue, wanted: str) -> None:
    codes = [code for code in available() if code != PSEUDO]
    code = next((each for each in codes if each.casefold() == wanted.casefold()), None)
    if code is None:
        dialogue.speaker.refuse(
            gettext(
                "{typed} is not one of the languages: {codes}",
                typed=repr(wanted),
                codes=", ".join(codes),
            )
        )
        return
    session = dialogue.session
    case = session.assessment.case
    changed = Details.model_validate({**dict(case.details), "asked_in": code})
    cases.change_details(session.desk, case, case.organisation, changed)
    session.asking.is_turned = False
    session.renew()
    dialogue.speaker.tell(
        gettext("Asked from now on in: {language}.", language=language(code).own_name)
    )
    dialogue.navigator.put()
