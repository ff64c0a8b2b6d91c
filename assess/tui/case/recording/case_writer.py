"""Writing in the case: asked about where another window was first, told where it failed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from assess.core.case.answer import Answer
from assess.core.case.answer_text import in_words
from assess.core.text.words import shortened
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.card.indicator_card import IndicatorCard
from assess.tui.case.interview.view import InterviewView
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import Host
from assess.workflow.case.interview.session import Overtaken, Session

SHOWN = 300
"""How many characters of an answer are shown in the question whose answer counts."""


class CaseWriter:
    """Carries out what writes in the case, and asks whose answer counts where two gave one."""

    def __init__(
        self, session: Session, card: IndicatorCard, view: InterviewView, host: Host
    ) -> None:
        """Write in the case of a session; nothing is undecided yet."""
        self._session = session
        self._card = card
        self._view = view
        self._host = host
        self._undecided: set[str] = set()

    def is_undecided(self, name: str) -> bool:
        """Tell whether it was asked whose answer counts; what is typed waits until it is said."""
        return name in self._undecided

    def decide(self, name: str) -> None:
        """Let what is typed count again."""
        self._undecided.discard(name)

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Do something that the database or the workflow may refuse; say why if it does."""
        try:
            act()
        except Overtaken as overtaken:
            self.ask_which(overtaken, partial(self.attempt, act))
            return False
        except AssessError as error:
            self._view.fail(str(error))
            return False
        return True

    def ask_which(self, overtaken: Overtaken, again: Callable[[], object], mine: str = "") -> None:
        """Ask which of two answers counts; `again` gives the own one, now the other was seen.

        Left without a choice, the other answer stands and what was typed stays beside it, until
        Enter gives it or something else is typed.
        """
        name = overtaken.question

        def chosen(which: str | None) -> None:
            widget = self._card.question(name)
            is_text = widget is not None and widget.field.takes_text
            if which is not None or not is_text:
                self.decide(name)
            if which == "mine":
                again()
            elif which == "theirs" or not is_text:
                self._take_theirs(name)
            self._view.show_answers(name)

        self._undecided.add(name)
        self._host.push_screen(self._conflict(overtaken, mine), chosen)

    def _take_theirs(self, name: str) -> None:
        session = self._session
        self.attempt(lambda: session.forget(name))
        if (widget := self._card.question(name)) is not None:
            widget.show(session.posed(session.catalogue.questions[name]))
            widget.field.reset()

    def _conflict(self, overtaken: Overtaken, mine: str) -> ChooseScreen:
        """Put the question which of two answers counts."""
        theirs, catalogue = overtaken.theirs, self._session.catalogue
        question = catalogue.questions[overtaken.question]
        said = shortened(say(in_words(question, theirs, catalogue)), SHOWN)
        own = (
            gettext("Use mine: {answer}", answer=shortened(mine, SHOWN))
            if mine
            else gettext("Use mine")
        )
        kept = gettext("The history keeps both in any case.")
        return ChooseScreen(
            say(question.label),
            [("theirs", gettext("Keep the other: {answer}", answer=said)), ("mine", own)],
            explanation=f"{_overtaken_by(theirs)} {kept}",
        )


def _overtaken_by(theirs: Answer) -> str:
    """Say who answered in another window, and when."""
    who = theirs.by or gettext("Somebody")
    if theirs.at is None:
        return gettext(
            "{who} answered this in another window, and you have not seen it yet.", who=who
        )
    return gettext(
        "{who} answered this in another window at {time}, and you have not seen it yet.",
        who=who,
        time=f"{theirs.at.astimezone():%H:%M}",
    )
