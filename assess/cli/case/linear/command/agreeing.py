"""Commands about the action plan and the message of the report, and to accept all as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.cli.advice.plan import plan_texts
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import as_typed
from assess.core.advice.plan_line import PlanLine
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.advice import planning, reviewing
from assess.workflow.report import key_message

LAST = "last"
FIELDS = {
    "step": "first_step",
    "owner": "owner",
    "until": "due",
    "measure": "measure",
    "aim": "aim",
}
"""What is typed for each thing that can be agreed."""

STATES = {"open": "open", "under-way": "under_way", "done": "done", "dropped": "dropped"}
"""What is typed for a state; behind `dropped` stands the reason."""


def plan(dialogue: Dialogue, typed: str) -> None:
    """Say the plan, or record what is agreed on one of its lines."""
    session = dialogue.session
    words = typed.split(maxsplit=1)
    is_last = bool(words) and words[0].casefold() == LAST
    rest = (words[1:] or [""])[0] if is_last else typed
    held = planning.plan_of(session.desk, session.assessment)
    last = planning.last_plan_of(session.desk, session.assessment)
    if is_last and last is None:
        dialogue.speaker.refuse(gettext("nothing was agreed in a last round of this organisation"))
        return
    chosen = last if is_last and last is not None else held
    if not rest:
        dialogue.tell_in_parts(_told(held, None if is_last else last, chosen))
        return
    number, _, agreed = rest.partition(" ")
    line = planning.line_called(chosen, number)
    if agreed.strip():
        word, _, text = agreed.strip().partition(" ")
        stated = _stated(word.casefold(), text.strip())
        if stated is None:
            dialogue.speaker.refuse(_expected(word))
            return
        planning.agree(session.desk, chosen, line, stated)
        again = planning.plan_of if not is_last else planning.last_plan_of
        renewed = again(session.desk, session.assessment)
        line = planning.line_called(renewed, line.key) if renewed is not None else line
    dialogue.speaker.tell(_line(line))


def _stated(word: str, text: str) -> dict[str, str] | None:
    """Give what a word and the text behind it agree on; None: there is no such word."""
    if word in STATES:
        reason = {"reason": text} if word == "dropped" else {}
        return {"state": STATES[word], **reason}
    if word in FIELDS:
        return {FIELDS[word]: "" if text == "-" else text}
    return None


def _expected(word: str) -> str:
    return gettext(
        "{typed} is not known here; after the number, write one of {words}, and then a text",
        typed=repr(word),
        words=", ".join((*FIELDS, *STATES)),
    )


def _told(held: planning.Plan, last: planning.Plan | None, chosen: planning.Plan) -> Iterator[str]:
    if last is not None:
        yield gettext("What became of the plan of the last round:")
        yield from _lines(last.lines)
    if chosen is held:
        yield gettext("Action plan:")
        if not held.lines:
            yield gettext("There is no priority, so there is nothing to agree on.")
    yield from _lines(chosen.lines)
    yield gettext(
        "{example} agrees on an owner; other words are {words}.",
        example=as_typed("plan 1 owner Ada"),
        words=", ".join((*FIELDS, *STATES)),
    )


def _lines(lines: Sequence[PlanLine]) -> Iterator[str]:
    for line in lines:
        yield from _line(line)


def _line(line: PlanLine) -> Iterator[str]:
    yield f"{line.place:>4}  {say(line.task)}"
    yield from (f"      {text}" for text in plan_texts(line))


def message(dialogue: Dialogue, typed: str) -> None:
    """Say the message of the report, give it another wording, or with - the composed one."""
    session = dialogue.session
    if session.is_shared:
        dialogue.speaker.tell(
            gettext(
                "The message tells of the peers and is hidden while others see the screen; "
                "{share} shows it.",
                share=as_typed("share"),
            )
        )
        return
    if typed == "-":
        said = key_message.restore_message(session.desk, session.assessment)
    elif typed:
        said = key_message.edit_message(session.desk, session.assessment, typed)
    else:
        said = key_message.board_message(session.desk, session.assessment)
    dialogue.speaker.tell(said.text)
    if said.is_outdated:
        dialogue.speaker.tell(
            gettext("Facts changed after the message was edited. The program would now write:")
        )
        dialogue.speaker.tell(said.composed)


def accept_all(dialogue: Dialogue, _: str) -> None:
    """Accept all recommendations and strengths as they are."""
    session = dialogue.session
    found = reviewing.accept_all(session.desk, session.assessment)
    every = (*found.recommendations, *found.strengths)
    count = sum(each.state == "accepted" for each in every)
    dialogue.speaker.tell(
        ngettext(
            "{count} recommendation or strength is accepted.",
            "{count} recommendations and strengths are accepted.",
            count,
        )
    )
