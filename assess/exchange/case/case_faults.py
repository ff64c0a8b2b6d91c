"""What may be wrong with the content of a case file, once its parts have the right form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache

from pydantic import ValidationError

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, Case, Details, is_relevant
from assess.core.case.checking import check_answer, check_value, relations
from assess.core.case.message import CaseMessage
from assess.core.case.organisation import Organisation
from assess.core.case.value_form import Finding, address_fault, form_findings
from assess.core.catalogue.answer_status import WITH_REASON, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import measure_definitions
from assess.exchange.case.case_file_fields import (
    FieldFault,
    FileAnswer,
    FileProposal,
    Formed,
    brief,
    fault,
)
from assess.exchange.case.edition_faults import file_faults, issued_faults
from assess.exchange.case.record_section import record_faults
from assess.exchange.case.register_faults import register_faults
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.validation import say_flaw


def faults(file: Formed, catalogue: Catalogue) -> Iterator[FieldFault]:
    """Give every fault of content of what has the right form."""
    yield from _head(file, catalogue)
    assessment = _assessed(file, catalogue)
    yield from _answers(file, assessment, catalogue)
    yield from _history(file, catalogue)
    for name in file.drafts:
        if name not in catalogue.questions:
            yield fault(
                "drafts",
                0,
                gettext("{field}: there is no question of this name", field=f"drafts.{name}"),
            )
    yield from _decisions(file, catalogue)
    yield from _time(file, catalogue)
    yield from issued_faults(file)
    yield from file_faults(file)
    yield from register_faults(file, catalogue)
    yield from record_faults(file)


def contradicts(answer: Answer, assessment: Assessment, catalogue: Catalogue) -> bool:
    """Tell whether an answer exceeds one that limits it, or contradicts the interview's day.

    Programs of before refuse it unless the file says so; of other contradictions they know nothing.
    """
    if answer.value is None:
        return False
    question = catalogue.questions[answer.question]
    found = check_value(question, answer.value, assessment, catalogue)
    if any(finding.message.code == CaseMessage.MORE_THAN_ANSWER for finding in found):
        return True
    if not any(finding.kind == "hard" for finding in found):
        return False
    by_itself = check_value(question, answer.value, _alone(None), catalogue)
    return any(finding.kind == "hard" and finding not in by_itself for finding in found)


def _head(file: Formed, catalogue: Catalogue) -> Iterator[FieldFault]:
    if file.catalogue not in (None, catalogue.edition.id):
        text = gettext(
            "{field}: the case was made with {catalogue}, but {edition} is loaded",
            field="catalogue",
            catalogue=repr(file.catalogue),
            edition=repr(catalogue.edition.id),
        )
        yield fault("catalogue", 0, text)
    codes = {country.code for country in catalogue.countries}
    if file.country is not None and file.country not in codes:
        text = gettext(
            "{field}: {text} is not a three-letter country code such as DNK",
            field="organisation.country",
            text=brief(file.country),
        )
        yield fault("organisation", 0, text)
    wrong = address_fault(file.website) if file.website else None
    if wrong:
        yield fault(
            "organisation",
            0,
            gettext("{field}: {fault}", field="organisation.website", fault=say(wrong)),
        )
    vocabularies = catalogue.label.portfolio_vocabularies
    ever = {name for words in vocabularies for name in words.portfolios}
    if file.portfolio is not None and file.portfolio not in ever:
        in_use = "; ".join(catalogue.label.portfolios_on(file.interview_date or date.max))
        text = gettext(
            "{field}: {portfolio} is not one of: {portfolios}",
            field="case.portfolio",
            portfolio=brief(file.portfolio),
            portfolios=in_use,
        )
        yield fault("case", 0, text)


@lru_cache(maxsize=8)
def _alone(interview: date | None) -> Assessment:
    """Give an assessment without answers, on the day of the interview or at the end of days."""
    details = Details(
        portfolio="-",
        interview_date=interview or date.max,
        mode="video",
        expert="-",
    )
    return Assessment(
        case=Case(
            id="-",
            organisation=Organisation(name="-", country="-"),
            details=details,
            catalogue="-",
            created_at=datetime(1970, 1, 1, tzinfo=UTC),
        )
    )


def _assessed(file: Formed, catalogue: Catalogue) -> Assessment:
    """Give the answers that are right by themselves, so that a wrong one accuses no other."""
    found: dict[str, Answer] = {}
    for entry in file.answers.values():
        question = catalogue.questions.get(entry.question)
        if question is None or entry.question in found or _status_fault(entry):
            continue
        if entry.value is None or not any(form_findings(question, entry.value, catalogue)):
            found[entry.question] = entry.answer
    return _alone(file.interview_date).with_answers(found.values())


def _status_fault(entry: FileAnswer | FileProposal) -> str | None:
    """Say what is wrong between status and value; the rule itself is that of an answer."""
    try:
        _ = entry.answer
    except ValidationError as error:
        flaw = error.errors()[0]
        return say_flaw(flaw["type"], flaw["msg"], flaw.get("ctx", {}))
    return None


def _answers(file: Formed, assessment: Assessment, catalogue: Catalogue) -> Iterator[FieldFault]:
    seen: dict[str, int] = {}
    for index, entry in file.answers.items():
        place = f"answers[{index}]"
        if entry.question not in catalogue.questions:
            text = gettext(
                "{field}: there is no question {question}",
                field=f"{place}.question",
                question=brief(entry.question),
            )
        elif entry.question in seen:
            text = gettext(
                "{field}: {question} is already at {place}",
                field=f"{place}.question",
                question=entry.question,
                place=f"answers[{seen[entry.question]}]",
            )
        else:
            seen[entry.question] = index
            for text in _answer_faults(entry, place, assessment, catalogue):
                yield fault("answers", index, text)
            continue
        yield fault("answers", index, text)


def _answer_faults(
    entry: FileAnswer, place: str, assessment: Assessment, catalogue: Catalogue
) -> Iterator[str]:
    wrong = _status_fault(entry)
    if wrong:
        yield gettext("{field}: {fault}", field=f"{place}.value", fault=wrong)
        return
    question = catalogue.questions[entry.question]
    if entry.status is Status.SKIPPED:
        if is_relevant(question, assessment, catalogue):
            yield gettext(
                "{field}: the status is “skipped”, but the earlier answers ask this question",
                field=f"{place}.status",
            )
        return
    of_value: tuple[Finding, ...] = ()
    if entry.value is not None:
        is_sound = assessment.answers.get(entry.question) is entry.answer
        check = relations if is_sound else check_value
        of_value = tuple(check(question, entry.value, assessment, catalogue))
        wrong_in_value = [finding for finding in of_value if finding.kind == "hard"]
        by_itself: tuple[Finding, ...] = ()
        if wrong_in_value and entry.contradiction:
            by_itself = check_value(question, entry.value, _alone(None), catalogue)
        for finding in wrong_in_value:
            known = entry.contradiction and finding not in by_itself
            if not known:
                yield gettext(
                    "{field}: {fault}",
                    field=f"{place}.value{finding.place}",
                    fault=say(finding.message),
                )
    if entry.status in WITH_REASON:
        beside_the_value = entry.answer.model_copy(update={"value": None})
        for finding in check_answer(beside_the_value, assessment, catalogue):
            if finding.kind == "hard" and finding not in of_value:
                yield gettext(
                    "{field}: {fault}", field=f"{place}.reason", fault=say(finding.message)
                )


def _history(file: Formed, catalogue: Catalogue) -> Iterator[FieldFault]:
    """Check earlier answers as far as they could come into force again.

    What is proposed may be wrong: it is checked once it is to be taken.
    """
    yield from _by_themselves("history", file.history, catalogue, checks_values=True)
    yield from _by_themselves("proposals", file.proposals, catalogue, checks_values=False)


def _by_themselves(
    section: str,
    entries: Mapping[int, FileAnswer | FileProposal],
    catalogue: Catalogue,
    *,
    checks_values: bool,
) -> Iterator[FieldFault]:
    for index, entry in entries.items():
        place = f"{section}[{index}]"
        question = catalogue.questions.get(entry.question)
        wrong = _status_fault(entry)
        if question is None:
            text = gettext(
                "{field}: there is no question {question}",
                field=f"{place}.question",
                question=brief(entry.question),
            )
            yield fault(section, index, text)
        elif wrong:
            yield fault(
                section, index, gettext("{field}: {fault}", field=f"{place}.value", fault=wrong)
            )
        elif checks_values and entry.value is not None:
            for finding in form_findings(question, entry.value, catalogue):
                text = gettext(
                    "{field}: {fault}",
                    field=f"{place}.value{finding.place}",
                    fault=say(finding.message),
                )
                yield fault(section, index, text)


def _decisions(file: Formed, catalogue: Catalogue) -> Iterator[FieldFault]:
    changes = list(file.states.values())
    if file.case and changes and changes[-1].state is not file.case.state:
        last, stated = changes[-1].state.value, file.case.state.value
        text = gettext(
            "{field}: {stated}, but the last state is {last}",
            field="case.state",
            stated=stated,
            last=last,
        )
        yield fault("case", 0, text)
    known = {criterion.id for criterion in catalogue.label.criteria}
    for index, verdict in file.verdicts.items():
        if verdict.criterion not in known:
            text = gettext(
                "{field}: there is no criterion {criterion}",
                field=f"verdicts[{index}].criterion",
                criterion=brief(verdict.criterion),
            )
            yield fault("verdicts", index, text)
    for index, entry in file.plan.items():
        if entry.measure is not None and entry.measure not in measure_definitions(catalogue):
            text = gettext(
                "{field}: there is no measure {measure}",
                field=f"plan[{index}].measure",
                measure=brief(entry.measure),
            )
            yield fault("plan", index, text)


def _time(file: Formed, catalogue: Catalogue) -> Iterator[FieldFault]:
    for index, spell in file.time.items():
        if spell.question not in catalogue.questions:
            text = gettext(
                "{field}: there is no question {question}",
                field=f"time[{index}].question",
                question=brief(spell.question),
            )
            yield fault("time", index, text)
        if (spell.started_at.tzinfo is None) != (spell.ended_at.tzinfo is None):
            text = gettext(
                "{field}: write both times with their time zone, or neither",
                field=f"time[{index}]",
            )
            yield fault("time", index, text)
        elif spell.ended_at < spell.started_at:
            yield fault(
                "time",
                index,
                gettext("{field}: it ends before it starts", field=f"time[{index}].ended_at"),
            )
