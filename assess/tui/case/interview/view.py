"""What the interview shows: the card, the list, what stands beside, the time, what was saved."""

from __future__ import annotations

from collections.abc import Callable

from assess.core.case.assessment import complete_count
from assess.core.case.work_time import shown
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.case_words import mode_words
from assess.tui.case.interview.beside import show_beside
from assess.tui.case.interview.card_view import doubts_in_words, sections_of, shown_scores
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.widgets import InterviewWidgets
from assess.tui.widgets.saved_line import SavedLine
from assess.tui.widgets.screen_frame import SYNTHETIC
from assess.workflow.case.interview.session import Session


class InterviewView:
    """Shows on the widgets how the case stands at the place where the interview is."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        widgets: InterviewWidgets,
        show_keys: Callable[[], object],
    ) -> None:
        """Show nothing yet; `show_keys` shows the keys for what is offered at the place."""
        self._session = session
        self._place = place
        self._widgets = widgets
        self._show_keys = show_keys
        self._aside, self._done = "", ""

    def show_answers(self, changed: str | None = None) -> None:
        """Show all of it as it is after a change, and what the changed answer made doubtful."""
        session, indicator, saved_line = self._session, self._place.indicator, self._saved_line
        if indicator is not None:
            questions = [session.posed(question) for question in indicator.questions]
            self._widgets.card.bind(questions, shown_scores(indicator, session))
            self.show_standing()
            if changed is not None:
                saved_line.say("")
                saved_line.doubt(doubts_in_words(changed, indicator, session))
        self.show_beside()

    def show_standing(self) -> None:
        """Show how far the case is."""
        session, indicator = self._session, self._place.indicator
        if indicator is None:
            return
        sections = sections_of(session)
        self._widgets.areas.rows.bind(sections, indicator.number)
        case = session.assessment.case
        done = complete_count(session.assessment, session.catalogue, session.typed.questions)
        mode = mode_words(case.details.mode)
        self._widgets.masthead.subject = (
            f"{case.organisation.name} · {case.details.portfolio} · {mode}"
        )
        aside = [SYNTHETIC] if case.synthetic else []
        aside += [gettext("shared screen")] if session.is_shared else []
        aside += [gettext("finished")] if session.is_finished else []
        self._aside = "  ".join(aside)
        self._done = f"{done}/{len(session.catalogue.indicators)}"
        self.show_time()
        self.show_saved()

    def show_time(self) -> None:
        """Show what the case is, how far it is and the working time."""
        words = (self._aside, self._done, self._working_time())
        self._widgets.masthead.aside = "  ".join(filter(None, words))

    def _working_time(self) -> str:
        """Give the working time so far; nothing in the first minute."""
        total = self._session.time.spent.total
        return say(shown(total)) if total.total_seconds() >= 60 else ""

    def show_saved(self) -> None:
        """Show when something was saved last."""
        notice = say(self._session.catalogue.edition.notice)
        self._saved_line.bind(self._session.saved_at, notice)

    def show_beside(self) -> None:
        """Show what stands beside the card, and the keys for what is offered."""
        place = self._place
        if place.indicator is not None:
            show_beside(self._widgets.pane, place.indicator, place.question, self._session)
        self._show_keys()

    @property
    def _saved_line(self) -> SavedLine:
        return self._widgets.saved_line

    def say(self, text: str, mark: str = "↶") -> None:
        """Say what was just done, behind a mark; nothing for an empty text."""
        self._saved_line.say(text, mark)

    def say_hidden(self) -> None:
        """Say that something stays hidden while others look at the screen."""
        self.say(gettext("hidden on a shared screen · x shows it again"), "·")

    def say_who_is_there(self, text: str) -> None:
        """Say who else is at work on the case; nothing for an empty text."""
        self._saved_line.say_beside(text)

    def fail(self, text: str) -> None:
        """Say that something could not be saved."""
        if self._saved_line.is_attached:  # on leaving it is gone
            self._saved_line.fail(text)
