"""The screens that open over the interview; where one gives a question, it goes on there."""

from __future__ import annotations

from assess.languages.message import say
from assess.tui.case.interview.card_view import origin_of
from assess.tui.case.interview.navigator import Navigator
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.frame.host import Host
from assess.workflow.case.interview.session import Session


class ScreenOpener:
    """Opens other screens on the case, after whatever was typed has been recorded."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        view: InterviewView,
        recorder: AnswerRecorder,
        navigator: Navigator,
        host: Host,
    ) -> None:
        """Open screens on the case of a session."""
        self._session = session
        self._place = place
        self._view = view
        self._recorder = recorder
        self._navigator = navigator
        self._host = host

    async def go_to(self) -> None:
        """Ask for the number of an indicator and open it."""
        from assess.tui.case.dialog.go_to import GoToScreen

        titles = [say(indicator.title) for indicator in self._session.catalogue.asked]
        await self._host.push_screen(GoToScreen(titles), self._navigator.go_to_indicator)

    async def search(self) -> None:
        """Search questions, answers and notes, and go to what is chosen."""
        from assess.tui.case.dialog.search import SearchScreen

        await self._recorder.catch_up()
        session = self._session
        await self._host.push_screen(
            SearchScreen(session.assessment, session.catalogue, is_shared=session.is_shared),
            self._navigator.go_to_question,
        )

    async def open_points(self) -> None:
        """Show what is still open, and jump to what is chosen."""
        from assess.tui.case.open_points import OpenPointsScreen

        await self._recorder.catch_up()
        await self._host.push_screen(
            OpenPointsScreen(self._session.case_id), self._navigator.go_to_question
        )

    async def answer_secretariat(self) -> None:
        """Answer what the secretariat asks: about the question of the place, else of the case."""
        from assess.tui.submission.answering import answer_secretariat

        await self._recorder.catch_up()
        answer_secretariat(self._host, self._session.case_id, self._place.question)

    async def results(self) -> None:
        """Show what follows from the answers."""
        from assess.tui.advice.results import ResultsScreen

        await self._recorder.catch_up()
        await self._host.push_screen(ResultsScreen(self._session.case_id))

    async def details(self) -> None:
        """Change what is stated about the case."""
        from assess.tui.case.organisation import OrganisationScreen

        await self._recorder.catch_up()
        await self._host.push_screen(OrganisationScreen(self._session.case_id))

    async def origin(self) -> None:
        """Show where the indicator comes from, unless others look at the screen."""
        from assess.tui.case.dialog.origin import OriginScreen

        indicator = self._place.indicator
        if indicator is None:
            return
        if self._session.is_shared:
            self._view.say_hidden()
            return
        await self._recorder.catch_up()
        await self._host.push_screen(OriginScreen(origin_of(indicator, self._session.catalogue)))

    async def label(self) -> None:
        """Show the label."""
        from assess.tui.label.label import LabelScreen

        await self._recorder.catch_up()
        await self._host.push_screen(LabelScreen(self._session.case_id))
