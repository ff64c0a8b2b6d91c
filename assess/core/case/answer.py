"""Answers and non-answers: what was said to a question, by whom and when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, Self

from pydantic import JsonValue, model_validator

from assess.core.case.message import CaseMessage
from assess.core.catalogue.answer_status import Status
from assess.core.text.flaw import flaw
from assess.core.text.value import LanguageCode, Name, Said, Value

AnswerValue = JsonValue
"""A number, a word, a list of words or an object by part, as in the case file; None: no value."""


class Evidence(Value):
    """A link, or a file with its SHA-256 and size in bytes, that backs an answer."""

    kind: Literal["link", "file"]
    location: Said
    title: str | None = None
    sha256: str | None = None
    size: int | None = None
    added_at: datetime | None = None
    stored: bool = False
    """Whether a copy of the file is in the database."""


class Answer(Value):
    """All that is known of one question in one case: a new one replaces it as a whole.

    `reason` says why a question is not applicable or a value implausible, or why an unusual value
    is right (a passed soft check). `flag` asks to come back to it. `undo` says that this entry took
    the newest one back, so that undoing goes on with the one before that.
    """

    question: Name
    status: Status = Status.NOT_REACHED
    value: AnswerValue = None
    reason: str | None = None
    note: str | None = None
    for_report: bool | None = None
    """Whether the note may be in reports, forms and tables; None: a note of before notes could be
    private, which counts as marked for the report."""
    note_withheld: bool = False
    """There is a private note, but this copy of the case was made without its text."""
    evidence: tuple[Evidence, ...] = ()
    flag: bool = False
    follow_up_by: date | None = None
    at: datetime | None = None
    by: str | None = None
    undo: bool = False
    asked_in: LanguageCode | None = None
    """The language in which the question was asked; a text that was answered is in it. None: none
    was chosen for the case, as in those that are older than the choice."""
    note_in: LanguageCode | None = None
    """The language in which the note was written."""

    @model_validator(mode="after")
    def _has_value_only_with_answer(self) -> Self:
        if self.status is Status.ANSWERED and self.value is None:
            raise flaw(CaseMessage.ANSWER_WITHOUT_VALUE)
        if self.value is not None and self.status not in (Status.ANSWERED, Status.IMPLAUSIBLE):
            raise flaw(CaseMessage.VALUE_WITHOUT_ANSWER, status=self.status.value)
        return self

    @property
    def public_note(self) -> str | None:
        """The note as others may see it: none where it is the expert's own."""
        return None if self.for_report is False else self.note

    def without_private_note(self) -> Answer:
        """Give the answer as a copy has it that withholds private notes; nothing else changes."""
        if not self.note or self.for_report is not False:
            return self
        return self.model_copy(update={"note": None, "for_report": None, "note_withheld": True})

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was entered: not reached, without note, evidence or flag."""
        return self.says_the_same(Answer(question=self.question))

    def says_the_same(self, other: Answer) -> bool:
        """Tell whether another entry says the same, whoever made it, when and how.

        The language in which it was asked is no difference, and a note that is withheld in one of
        them is not erased, so it is none either.
        """
        beside = ("at", "by", "undo", "asked_in", "note_in")
        fields: dict[str, Any] = {name: getattr(self, name) for name in beside}
        if self.note_withheld or other.note_withheld:
            names = ("note", "for_report", "note_withheld")
            fields |= {name: getattr(self, name) for name in names}
        return self == other.model_copy(update=fields)

    def changed(self, **fields: Any) -> Answer:
        """Give the answer with some fields changed, checked again as a whole."""
        return Answer.model_validate({**dict(self), **fields})
