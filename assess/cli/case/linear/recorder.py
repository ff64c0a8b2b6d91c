"""What becomes of an answer: it is recorded, and what came of it is said back."""

from __future__ import annotations

from collections.abc import Sequence

from assess.cli.case.linear import wording
from assess.cli.case.linear.changes import consequences
from assess.cli.case.linear.listener import Listener, as_typed
from assess.cli.case.linear.navigator import LinearNavigator
from assess.cli.case.linear.position import Position
from assess.cli.case.linear.speaker import Speaker
from assess.core.case.answer import AnswerValue
from assess.core.case.answer_text import in_words
from assess.core.case.assessment import Assessment
from assess.core.case.checking import Finding
from assess.core.catalogue.answer_status import Status
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.case.interview.held_case import Overtaken
from assess.workflow.case.interview.session import Session


class Recorder:
    """Records answers to the question that is asked, and says what became of them."""

    def __init__(
        self,
        session: Session,
        position: Position,
        speaker: Speaker,
        listener: Listener,
        navigator: LinearNavigator,
    ) -> None:
        """Take what an answer is heard with, and what goes on after it."""
        self._session, self._position, self._speaker = session, position, speaker
        self._listener, self._navigator = listener, navigator

    def answer(self, text: str) -> None:
        """Take a text as the answer or a part of it, and go on where it is whole."""
        entry = self._listener.entry
        entry.begun = ""
        heard = entry.hear(text)
        self._speaker.tell(heard.says)
        if heard.value is not None:
            if self._give(heard.value, text) and heard.is_done:
                self._navigator.go_on()
            return
        if heard.draft is not None:
            self._listener.keep(heard.draft)
        if heard.fault:
            entry.begun = entry.offered(text)
            self._speaker.refuse(heard.fault)
        elif heard.is_done:
            self._navigator.go_on()

    def _give(self, value: AnswerValue, text: str) -> bool:
        """Give an answer and say what came of it; tells whether it was saved."""
        entry, before = self._listener.entry, self._session.assessment
        kept = entry.kept(text)
        entry.begun = entry.offered(text)  # in case it is not taken
        hard = self._session.give(self._position.name, value, kept)
        return self.say_back(before, hard, tells_doubt=True)

    def clear(self) -> None:
        """Clear the part that is asked, or take the whole answer back."""
        if (draft := self._listener.entry.clear()) is not None:
            self._listener.keep(draft)
            self._speaker.tell(gettext("The answer was cleared."))
            return
        name, before = self._position.name, self._session.assessment
        if self._position.answer.status is not Status.NOT_REACHED:
            self.say_back(before, self._session.set_status(name, Status.NOT_REACHED))
        self._session.forget(name)
        self._navigator.put()

    def say_back(
        self, before: Assessment, hard: Sequence[Finding] = (), *, tells_doubt: bool = False
    ) -> bool:
        """Say what became of a change that `hard` stood against; tells whether it was saved."""
        name, catalogue = self._position.name, self._session.catalogue
        if hard:
            self._speaker.refuse("; ".join(say(finding.text) for finding in hard))
            return False
        posed = self._position.posed(name)
        self._speaker.tell(
            gettext(
                "Saved, {question}: {answer}.",
                question=wording.place(name, catalogue),
                answer=say(in_words(posed.question, posed.answer, catalogue)),
            )
        )
        self._speaker.tell(consequences(name, before, self._session.assessment, catalogue))
        if tells_doubt:
            is_reasoned = bool(posed.answer.reason)
            self._doubt([each for each in posed.findings if each.kind != "soft" or not is_reasoned])
        return True

    def _doubt(self, findings: Sequence[Finding]) -> None:
        """Say what the checks find in an answer, and how to say why it is right if it is unusual.

        Nothing is asked: the next line answers the next question, as after any other answer.
        """
        self._speaker.tell(wording.doubtful(findings, None))
        if any(finding.kind == "soft" for finding in findings):
            at = wording.place(self._position.name, self._session.catalogue)
            self._speaker.tell(
                gettext(
                    "If it is right, type {reason} and why.",
                    reason=" ".join((as_typed("reason"), at)),
                )
            )

    def say_overtaken(self, overtaken: Overtaken) -> None:
        """Say that somebody else answered meanwhile, and what."""
        theirs, catalogue = overtaken.theirs, self._session.catalogue
        said = say(in_words(catalogue.questions[theirs.question], theirs, catalogue))
        self._speaker.refuse(
            gettext(
                "{person} changed this answer in another window. It is now: {answer}. "
                "Give your answer again to replace it, or press Enter to keep it",
                person=theirs.by,
                answer=said,
            )
            if theirs.by
            else gettext(
                "Somebody changed this answer in another window. It is now: {answer}. "
                "Give your answer again to replace it, or press Enter to keep it",
                answer=said,
            )
        )
