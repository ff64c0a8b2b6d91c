"""Asks whose answer counts where two windows gave one without seeing the other's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assess.core.case.answer_text import in_words
from assess.core.text.words import shortened
from assess.tui.screens.choose import ChooseScreen

if TYPE_CHECKING:
    from assess.tui.screens.recording import RecordingScreen
    from assess.workflow.case.interview.session import Overtaken

SHOWN = 300
"""How many characters of an answer are shown here."""


def ask_which(
    screen: RecordingScreen, overtaken: Overtaken, again: Callable[[], object], mine: str = ""
) -> None:
    """Ask which of two answers counts; `again` gives the own one, now that the other was seen.

    Left without a choice, the other answer stands and what was typed stays beside it, until Enter
    gives it or something else is typed.
    """
    name, theirs = overtaken.question, overtaken.theirs
    session = screen.session
    question = session.catalogue.questions[name]
    said = shortened(in_words(question, theirs, session.catalogue), SHOWN)
    own = f": {shortened(mine, SHOWN)}" if mine else ""
    when = f" at {theirs.at.astimezone():%H:%M}" if theirs.at is not None else ""

    def chosen(which: str | None) -> None:
        widget = screen.card.question(name)
        is_text = widget is not None and widget.field.takes_text
        if which is not None or not is_text:
            screen.undecided.discard(name)
        if which == "mine":
            again()
        elif which == "theirs" or not is_text:
            screen.attempt(lambda: session.forget(name))
            if widget is not None:
                widget.show(session.posed(question))
                widget.field.reset()
        screen.show_answers(name)

    screen.undecided.add(name)
    screen.app.push_screen(
        ChooseScreen(
            str(question.label),
            [("theirs", f"Leave theirs: {said}"), ("mine", f"Take mine{own}")],
            explanation=f"{theirs.by or 'Somebody'} answered this in another window{when}, and you "
            "have not seen it yet. Whatever you choose, the history keeps both.",
        ),
        chosen,
    )
