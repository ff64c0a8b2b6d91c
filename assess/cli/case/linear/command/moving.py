"""Commands that go to another question, or look for one."""

from __future__ import annotations

from functools import partial

from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import as_typed
from assess.cli.case.linear.wording import named, place
from assess.core.case.search import SearchHit, find_in_case
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.words import shortened
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.speech import with_label


def skip(dialogue: Dialogue, _: str) -> None:
    """Go to the next question."""
    dialogue.navigator.go_on()


def back(dialogue: Dialogue, _: str) -> None:
    """Go to the part or question before."""
    dialogue.navigator.go_back()


def next_indicator(dialogue: Dialogue, _: str) -> None:
    """Go to the next indicator."""
    dialogue.navigator.to_indicator(dialogue.position.indicator.number + 1)


def previous(dialogue: Dialogue, _: str) -> None:
    """Go to the indicator before."""
    here = dialogue.position.indicator.number
    before = dialogue.session.catalogue.asked[: here - 1]
    asking = [indicator for indicator in before if indicator.questions]
    if asking:
        dialogue.navigator.go_to(asking[-1].questions[0].name)
    else:
        dialogue.speaker.tell(gettext("This is the first indicator."))


def goto(dialogue: Dialogue, wanted: str) -> None:
    """Go to an indicator or a question."""
    catalogue = dialogue.session.catalogue
    if not wanted:
        dialogue.listener.want(gettext("Which indicator or question?"), partial(goto, dialogue))
    elif wanted.isdecimal() and 1 <= int(wanted) <= len(catalogue.asked):
        dialogue.navigator.to_indicator(int(wanted))
    elif names := _questions_meant(wanted, catalogue):
        if len(names) == 1:
            dialogue.navigator.go_to(names[0])
        else:
            few = ", ".join(named(name, catalogue) for name in names[:6])
            dialogue.speaker.refuse(gettext("{wanted} can be {few}", wanted=repr(wanted), few=few))
    else:
        last = len(catalogue.indicators)
        dialogue.speaker.refuse(
            gettext(
                "write an indicator, 1 to {last}, a question such as 14.2, or its name",
                last=last,
            )
        )


def _questions_meant(wanted: str, catalogue: Catalogue) -> list[str]:
    low = wanted.casefold()
    if low in catalogue.questions:
        return [low]
    exact = [name for name in catalogue.questions if place(name, catalogue) == low]
    titles = {name: say(asked.title).casefold() for name, asked in catalogue.questions.items()}
    return (
        exact
        or [name for name in titles if name.startswith(low) or titles[name].startswith(low)]
        or [name for name in titles if low in titles[name]]
    )


def todo(dialogue: Dialogue, _: str) -> None:
    """Go to the next question without an answer, from here on and then from the beginning."""
    position, questions = dialogue.position, dialogue.session.catalogue.questions
    order = [*position.behind(), *position.before(), position.name]
    left = [name for name in order if position.is_open(name)]
    needed = [name for name in left if questions[name].required]
    if needed or left:
        dialogue.navigator.go_to((needed or left)[0])
    else:
        dialogue.speaker.tell(gettext("Every question has an answer or a reason for no answer."))


def find(dialogue: Dialogue, words: str) -> None:
    """Search questions, hints, guidance, answers and notes."""
    if not words:
        dialogue.listener.want(gettext("What do you want to find?"), partial(find, dialogue))
        return
    catalogue = dialogue.session.catalogue
    found = find_in_case(
        words,
        dialogue.session.assessment,
        catalogue,
        say,
        30,
        is_shared=dialogue.session.is_shared,
    )
    dialogue.speaker.tell(
        f"{place(hit.question, catalogue)}  "
        f"{with_label(_where(hit), shortened(say(hit.text), 160))}"
        for hit in found
    )
    dialogue.speaker.tell(
        gettext("{goto} goes to one of them.", goto=as_typed("goto"))
        if found
        else gettext("Nothing was found.")
    )


def _where(hit: SearchHit) -> str:
    match hit.where:
        case "question":
            return gettext("question")
        case "hint":
            return gettext("hint")
        case "guidance":
            return gettext("guidance")
        case "answer":
            return gettext("answer")
        case _:
            return gettext("note")
