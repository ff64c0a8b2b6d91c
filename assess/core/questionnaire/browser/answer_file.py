"""The file of answers that a form in a browser writes, and what it says as a returned form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assess.core.questionnaire.message import ReturnedMessage
from assess.core.questionnaire.returned_form import FormEntry, Returned
from assess.core.text.message import Text, message
from assess.core.text.value import Value

ANSWERS = "assess-answers"
"""What a file of answers says it is."""
VERSION = 1

FormKind = Literal["questionnaire", "survey", "event", "matchmaking", "project"]
"""Of which form answers are."""

Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Written = Annotated[str, StringConstraints(max_length=100_000)]
Mark = Annotated[str, StringConstraints(max_length=100)]
MOST_LINES = 2000


class AnswerFile(Value):
    """What was written on a form, line by line as it was typed; nothing of it is read yet."""

    format: Literal["assess-answers"]
    version: Literal[1]
    kind: FormKind
    form: Mark
    """The id of the form, the same for each copy of it."""
    rules: Mark
    """The hash of the rules by which the page checked."""
    catalogue: Mark
    language: Mark
    saved_at: Mark | None = None
    id: Mark | None = None
    """The id of who answers, the same each time they save: random, and of nobody."""
    copy_id: Mark | None = Field(default=None, alias="copy")
    """The id of the copy of the form, random as well."""
    case: Mark | None = None
    organisation: Annotated[str, StringConstraints(max_length=1000)] | None = None
    lines: Mapping[Key, Written] = Field(default_factory=dict, max_length=MOST_LINES)
    statuses: Mapping[Key, Mark] = Field(default_factory=dict, max_length=MOST_LINES)
    notes: Mapping[Key, Written] = Field(default_factory=dict, max_length=MOST_LINES)

    def returned(self, keys: frozenset[str], rules: str) -> Returned:
        """Give it as a form that came back; `keys` are its lines, `rules` the hash of those now."""
        return Returned(
            lines=_entries(self.lines),
            statuses=_entries(self.statuses),
            notes=_entries(self.notes),
            case=self.case,
            organisation=self.organisation,
            catalogue=self.catalogue,
            language=self.language,
            seen=keys,
            remarks=() if self.rules == rules else (message(ReturnedMessage.OTHER_RULES),),
        )


def _entries(texts: Mapping[str, str]) -> dict[str, FormEntry]:
    return {key: FormEntry(text=text, place=_place(key)) for key, text in texts.items()}


def _place(key: str) -> Text:
    return key[:60]
