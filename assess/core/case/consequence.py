"""Consequences: what an answer that changed has made of the answers that hang on it."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.case.assessment import Assessment, is_relevant
from assess.core.case.checking import Finding, check_answer
from assess.core.case.message import CaseMessage
from assess.core.case.routing import dependent_on
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.message import Message, message
from assess.core.text.value import Value, Wording


class DoubtfulAnswer(Value):
    """An answer that does not fit any more, or a question that is asked no longer or again."""

    question: str
    number: int
    title: Wording
    """How the indicator is called."""
    finding: Finding

    @property
    def text(self) -> Message:
        """What does not fit any more, and where."""
        return message(
            CaseMessage.DOUBTFUL_ANSWER,
            number=self.number,
            indicator=self.title,
            question=self.question,
            finding=self.finding.text,
        )


class ReroutedQuestion(Value):
    """Which questions the routing asks no longer, and which it asks now."""

    hidden: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def doubts(name: str, assessment: Assessment, catalogue: Catalogue) -> tuple[DoubtfulAnswer, ...]:
    """Give what the checks find in the answers that hang on another; hidden ones do not count."""
    return tuple(_doubts(name, assessment, catalogue))


def _doubts(name: str, assessment: Assessment, catalogue: Catalogue) -> Iterator[DoubtfulAnswer]:
    for other in dependent_on(name, catalogue):
        if not is_relevant(catalogue.questions[other], assessment, catalogue):
            continue
        indicator = catalogue.indicator_of(other)
        for finding in check_answer(assessment.answer(other), assessment, catalogue):
            yield DoubtfulAnswer(
                question=other,
                number=indicator.number,
                title=indicator.title,
                finding=finding,
            )


def rerouted(before: Assessment, after: Assessment, catalogue: Catalogue) -> ReroutedQuestion:
    """Tell what a change of answers did to the routing."""
    hidden, asked = [], []
    for name, question in catalogue.questions.items():
        if question.relevant is None:
            continue
        was, is_now = (
            is_relevant(question, assessment, catalogue) for assessment in (before, after)
        )
        if was and not is_now:
            hidden.append(name)
        elif is_now and not was:
            asked.append(name)
    return ReroutedQuestion(hidden=tuple(hidden), asked=tuple(asked))
