"""The history of the answers: the newest change taken back, an earlier answer given again."""

from __future__ import annotations

from assess.core.case.answer import Answer
from assess.core.case.checking import Finding
from assess.core.case.history.change import AnswerChange
from assess.core.case.history.change_text import change_lines
from assess.core.text.words import shortened
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.case.interview.navigator import Navigator
from assess.tui.case.interview.place import CurrentPlace
from assess.tui.case.interview.view import InterviewView
from assess.tui.case.recording.answer_recorder import AnswerRecorder
from assess.tui.case.recording.case_writer import CaseWriter
from assess.tui.frame.host import Host
from assess.workflow.case.interview.session import Session

SAID = 200
"""How many characters of a change are said that was taken back."""


class AnswerHistory:
    """Takes changes back and shows them; the interview goes to the answer that it concerns."""

    def __init__(
        self,
        session: Session,
        place: CurrentPlace,
        view: InterviewView,
        recorder: AnswerRecorder,
        writer: CaseWriter,
        navigator: Navigator,
        host: Host,
    ) -> None:
        """Look back on the answers of a session."""
        self._session = session
        self._place = place
        self._view = view
        self._recorder = recorder
        self._writer = writer
        self._navigator = navigator
        self._host = host

    async def undo(self) -> None:
        """Take the newest change back that was not taken back yet, and go to it."""
        await self._recorder.catch_up()
        undone: list[AnswerChange] = []
        if not self._host.attempt(lambda: undone.append(self._session.undo())):
            self._view.show_answers()
            return
        change, catalogue = undone[0], self._session.catalogue
        await self._navigator.go_to_question(change.question)
        self._view.show_answers(change.question)
        lines = change_lines(change, catalogue, is_shared=self._session.is_shared)
        said = "; ".join(map(say, lines))
        number = catalogue.indicator_of(change.question).number
        title = catalogue.questions[change.question].title
        self._view.say(
            gettext(
                "undone: {number} {title}: {change}",
                number=number,
                title=say(title),
                change=shortened(said, SAID),
            )
        )

    async def show(self) -> None:
        """Show the changes of the current answer; an earlier one can be given again."""
        from assess.tui.case.dialog.history import HistoryScreen

        await self._recorder.catch_up()
        session = self._session
        await self._host.push_screen(
            HistoryScreen(
                session.catalogue,
                self._place.question,
                session.history,
                is_closed=session.is_finished,
                is_shared=session.is_shared,
            ),
            self._give_again,
        )

    async def _give_again(self, earlier: Answer | None) -> None:
        if earlier is None:
            return
        faults: list[Finding] = []
        if self._writer.attempt(lambda: faults.extend(self._session.give_again(earlier))):
            await self._navigator.go_to_question(earlier.question)
            self._view.show_answers(earlier.question)
        if faults:
            self._host.complain("; ".join(say(finding.text) for finding in faults))
