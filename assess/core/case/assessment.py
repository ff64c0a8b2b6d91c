"""One case as it stands: the organisation, the interview's details and the newest answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from assess.core.case.answer import Answer
from assess.core.case.organisation import Organisation
from assess.core.catalogue.answer_status import SETTLED, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import references
from assess.core.catalogue.question import Question
from assess.core.text.message import Message
from assess.core.text.value import LanguageCode, Said, Value

Mode = Literal["onsite", "video"]


NO_INTEREST = "none"
"""What the statement of impartiality says when there is no interest to state."""


class Impartiality(Value):
    """What the expert declared before the interview: no interest, or which."""

    statement: Said
    by: Said
    on: date


class Details(Value):
    """What is stated about a case beside the answers."""

    portfolio: Said
    interview_date: date
    mode: Mode
    expert: Said
    contact: str | None = None
    project_code: str | None = None
    pool_consent: bool = False
    impartiality: Impartiality | None = None
    asked_in: LanguageCode | None = None
    """The language in which the manager is asked now, and in which documents of the case are made
    where nothing else is said; None: none was chosen."""


class State(StrEnum):
    """Whether the interview is still open."""

    IN_PROGRESS = "in_progress"
    FINISHED = "finished"


class StateChange(Value):
    """That a case was finished or reopened: why, by whom and when."""

    state: State
    reason: Message | str | None = None
    by: str | None = None
    at: datetime | None = None


class Case(Value):
    """An organisation being benchmarked once."""

    id: Said
    organisation: Organisation
    details: Details
    catalogue: Said
    """The id of the catalogue edition with which the case was begun."""
    state: State = State.IN_PROGRESS
    synthetic: bool = False
    """Invented for demonstration: said wherever it shows."""
    created_at: datetime


class Progress(StrEnum):
    """How far one indicator is."""

    COMPLETE = "complete"
    PART = "part"
    OPEN = "open"
    FLAGGED = "flagged"
    UNFINISHED = "unfinished"
    """Something is typed that is no answer yet, and perhaps cannot be one."""


class Assessment(Value):
    """A case with its newest answers, by question."""

    case: Case
    answers: Mapping[str, Answer] = Field(default_factory=dict)

    def answer(self, question: str) -> Answer:
        """Give the newest answer, or one that says nothing."""
        return self.answers.get(question) or Answer(question=question)

    def with_answer(self, answer: Answer) -> Assessment:
        """Give the assessment in which an answer replaces the earlier one."""
        return self.model_copy(update={"answers": {**self.answers, answer.question: answer}})

    def with_answers(self, answers: Iterable[Answer]) -> Assessment:
        """Give the assessment in which answers replace the earlier ones."""
        newer = {answer.question: answer for answer in answers}
        return self.model_copy(update={"answers": {**self.answers, **newer}})

    def value(self, question: str) -> object:
        """Give the value of an answered question, else None (an implausible value is none)."""
        answer = self.answers.get(question)
        return answer.value if answer and answer.status is Status.ANSWERED else None


def is_relevant(question: Question, assessment: Assessment, catalogue: Catalogue) -> bool:
    """Tell whether the routing asks a question: not once its condition is known to fail.

    A condition on a question that is itself not asked fails.
    """
    if question.relevant is None:
        return True
    earlier = catalogue.questions.get(question.relevant.question)
    if earlier is None:
        return True
    if not is_relevant(earlier, assessment, catalogue):
        return False
    held = assessment.value(earlier.name)
    return question.relevant.holds(held) is not False  # type: ignore[arg-type]  # JSON is narrower than object


def status_of(question: Question, assessment: Assessment, catalogue: Catalogue) -> Status:
    """Give the status of a question: `skipped` where the routing does not ask it."""
    if not is_relevant(question, assessment, catalogue):
        return Status.SKIPPED
    return assessment.answer(question.name).status


def active_answers(assessment: Assessment, catalogue: Catalogue) -> Iterator[Answer]:
    """Give the answers that count, in the order of the interview: none that the routing hides."""
    for name, question in catalogue.questions.items():
        if name in assessment.answers and is_relevant(question, assessment, catalogue):
            yield assessment.answers[name]


def progress_of(
    indicator: Indicator,
    assessment: Assessment,
    catalogue: Catalogue,
    drafts: Collection[str] = (),
) -> Progress:
    """Tell how far an indicator is; one without questions is as far as what it is derived from.

    `drafts` are the questions for which something is typed that is no answer yet.
    """
    questions = indicator.questions or sources_of(indicator, catalogue)
    if any(
        question.name in drafts and is_relevant(question, assessment, catalogue)
        for question in indicator.questions
    ):
        return Progress.UNFINISHED
    if any(assessment.answer(question.name).flag for question in questions):
        return Progress.FLAGGED
    statuses = {question.name: status_of(question, assessment, catalogue) for question in questions}
    asked = [question for question in questions if question.required] or list(questions)
    if all(statuses[question.name] in SETTLED for question in asked):
        return Progress.COMPLETE
    touched = any(statuses[name] not in (Status.NOT_REACHED, Status.SKIPPED) for name in statuses)
    return Progress.PART if touched else Progress.OPEN


def sources_of(indicator: Indicator, catalogue: Catalogue) -> tuple[Question, ...]:
    """Give the questions from which the measures of an indicator are derived, in order."""
    names: dict[str, Question] = {}
    for measure in indicator.measures:
        for reference in references(measure):
            other, _, _ = reference.partition(":")
            if ":" in reference and other != indicator.id:
                found = sources_of(catalogue.indicator(other), catalogue)
            else:
                question = catalogue.questions.get(reference.partition(".")[0])
                found = (question,) if question else ()
            names |= {question.name: question for question in found}
    return tuple(names.values())


def complete_count(
    assessment: Assessment, catalogue: Catalogue, drafts: Collection[str] = ()
) -> int:
    """Count the indicators that are complete."""
    return sum(
        progress_of(indicator, assessment, catalogue, drafts) is Progress.COMPLETE
        for indicator in catalogue.indicators
    )
