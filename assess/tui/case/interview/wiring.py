"""The parts of an interview put together; which of them knows which is said here alone."""

from __future__ import annotations

from collections.abc import Callable

from assess.tui.case.interview.card_deck import CardDeck
from assess.tui.case.interview.card_focus import CardFocus
from assess.tui.case.interview.navigator import Navigator
from assess.tui.case.interview.panes import Panes
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.question_flow import QuestionFlow
from assess.tui.case.interview.screen_opener import ScreenOpener
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.interview.widgets import InterviewWidgets
from assess.tui.case.recording.answer_dialogs import AnswerDialogs
from assess.tui.case.recording.answer_history import AnswerHistory
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.case.recording.offer_handler import OfferHandler
from assess.tui.case.recording.type_ahead import TypeAhead
from assess.tui.case.recording.window_watch import WindowWatch
from assess.tui.case.recording.work_clock import WorkClock
from assess.tui.frame.host import Host
from assess.tui.frame.idle_collection import Tidying
from assess.workflow.case.interview.session import Session


class InterviewParts:
    """Holds the parts for the screen; no part knows the screen or this."""

    def __init__(
        self,
        session: Session,
        widgets: InterviewWidgets,
        host: Host,
        *,
        show_offers: Callable[[], object],
        is_in_front: Callable[[], bool],
    ) -> None:
        """Put them together for a session.

        `show_offers` shows the keys for what is offered; `is_in_front` tells whether no other
        screen is over the interview.
        """
        card = widgets.card
        self.tidying = tidying = Tidying()
        self.place = place = CurrentPlace()
        self.type_ahead = typing = TypeAhead(card, tidying.note_key)
        self.view = view = InterviewView(session, place, widgets, show_offers)
        self.writer = writer = CaseWriter(session, card, view, host)
        self.recorder = recorder = AnswerRecorder(session, card, view, writer, typing)
        self.focus = focus = CardFocus(session, place, card, view, writer)
        self.panes = Panes(widgets, focus, typing)
        deck = CardDeck(session, card, tidying)
        self.navigator = navigator = Navigator(session, place, card, deck, view, recorder, focus)
        self.flow = QuestionFlow(card, view, recorder, focus, navigator, typing)
        self.dialogs = AnswerDialogs(session, place, view, recorder, writer, focus, host)
        self.history = AnswerHistory(session, place, view, recorder, writer, navigator, host)
        self.offers = OfferHandler(session, place, view, recorder, writer, host)
        self.opener = ScreenOpener(session, place, view, recorder, navigator, host)
        self.windows = WindowWatch(session, place, view, is_in_front)
        self.clock = WorkClock(session, place, writer, host)
