"""A questionnaire with what is known already: the last round's answers, or those of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question, SelectMultipleQuestion, StoriesQuestion
from assess.core.questionnaire.message import FormMessage
from assess.core.questionnaire.questionnaire import (
    OFFERED,
    FormSpeech,
    Origin,
    Questionnaire,
    item_of,
)
from assess.core.text.message import Say, message

Filled = str | int | float


def filled(
    form: Questionnaire,
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    say: Say,
    origin: Origin,
    with_notes: bool = True,
) -> Questionnaire:
    """Fill a form with the answers of a case; notes of an earlier round belong to that round.

    `say` speaks the language of the form.
    """
    given: dict[str, Filled] = {}
    statuses: dict[str, str] = {}
    notes: dict[str, str] = {}
    words = {option.code: option.label for option in form.statuses}
    for name, answer in assessment.answers.items():
        question = catalogue.questions.get(name)
        if question is None:
            continue
        if answer.value is not None and answer.status.value == "answered":
            given |= lines_of(question, answer.value, catalogue, say)
        elif answer.status in OFFERED:
            statuses[name] = words[answer.status.value]
        if with_notes and (note := _note(answer)):
            notes[name] = note
    return form.model_copy(
        update={
            "given": given,
            "given_statuses": statuses,
            "given_notes": notes,
            "origin": origin,
            "given_from": say(origin.message()),
        }
    )


def _note(answer: Answer) -> str:
    """Give what stands beside an answer; where it is not applicable, that is the reason."""
    if answer.status.value == "not_applicable" and answer.reason:
        return answer.reason
    return answer.public_note or ""


def lines_of(
    question: Question, value: AnswerValue, catalogue: Catalogue, say: Say
) -> dict[str, Filled]:
    """Give a value as the lines of a form say it, by their keys."""
    return dict(_lines(question, value, catalogue, FormSpeech(say)))


def _lines(
    question: Question, value: AnswerValue, catalogue: Catalogue, speech: FormSpeech
) -> Iterator[tuple[str, Filled]]:
    item = item_of(question, catalogue, speech)
    name = question.name
    yes, no = (option.label for option in speech.yes_no())
    if isinstance(question, SelectMultipleQuestion) and isinstance(value, list):
        chosen = [str(code) for code in value]
        if question.choices:
            for line in item.lines:
                part = line.key.removeprefix(f"{name}.")
                yield line.key, yes if part in chosen else no
        else:
            yield name, "; ".join(chosen) or speech.say(message(FormMessage.NONE_CHOSEN))
        return
    if isinstance(question, StoriesQuestion) and isinstance(value, list):
        for number, story in enumerate(value, start=1):
            for field, said in story.items() if isinstance(story, dict) else ():
                shown = (yes if said else no) if isinstance(said, bool) else str(said)
                yield f"{name}.{number}.{field}", shown
        return
    by_code = {
        line.key: {option.code: option.label for option in line.options} for line in item.lines
    }
    said_by_key: Mapping[str, AnswerValue] = (
        {f"{name}.{part}": said for part, said in value.items()}
        if isinstance(value, dict)
        else {name: value}
    )
    for key, said in said_by_key.items():
        label = by_code.get(key, {}).get(str(said))
        if label is not None:
            yield key, label
        elif isinstance(said, int | float | str):
            yield key, said
