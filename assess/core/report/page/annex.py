"""The annex of the report: stories, every answer, passed checks, definitions, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from assess.core.case.answer import Answer, Evidence
from assess.core.case.answer_text import lines_by_level
from assess.core.case.assessment import Assessment, status_of
from assess.core.case.checking import check_value
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.question import Question, StoriesQuestion, TextQuestion
from assess.core.label.label_check import LabelCheck
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.register.record import Label
from assess.core.report.page.area import published
from assess.core.report.page.label_result import eligibility_in_full, label_in_full
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.annex import (
    Annex,
    AnswerGroup,
    AnswerPart,
    ModulePart,
    Passed,
    SaidLine,
    Story,
)
from assess.core.report.record.fact import Fact
from assess.core.report.sentence.measure_definition import definitions, explanation, group_heads
from assess.core.report.sentence.score_text import missing_word
from assess.core.scoring.score import Scores
from assess.core.text.message import Day, Say, Sentence, message
from assess.core.text.text_message import TextMessage

STORY_LABELS = {
    "problem": ReportPageMessage.STORY_PROBLEM,
    "role": ReportPageMessage.STORY_ROLE,
    "participants": ReportPageMessage.STORY_PARTICIPANTS,
    "result": ReportPageMessage.STORY_RESULT,
}


def annex(
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    check: LabelCheck,
    decision: Label | None,
    comparison: PeerComparison = NO_COMPARISON,
    *,
    blank: Collection[int] = (),
    say: Say,
) -> Annex:
    """Give everything in full, in the order of the catalogue, but of what is `blank` nothing."""
    shown = {
        reference.id: reference
        for reference in catalogue.references
        if not set(reference.indicators) <= set(blank)
    }
    return Annex(
        stories=tuple(_stories(assessment, catalogue, say)),
        no_stories=_no_stories(assessment, catalogue, say),
        eligibility=eligibility_in_full(check, say),
        label_sentences=label_in_full(check, decision, say),
        answers=tuple(_answers(assessment, catalogue, blank, say)),
        passed=tuple(_passed(assessment, catalogue, say)),
        no_passed=say(message(ReportPageMessage.NOTHING_KEPT)),
        explanation=explanation(comparison, say),
        groups=group_heads(comparison, say),
        definitions=tuple(
            definition
            for definition in definitions(scores, comparison, catalogue, say)
            if definition.number not in blank
        ),
        published=tuple(published(reference, say) for reference in shown.values()),
    )


def module_part(assessment: Assessment, catalogue: Catalogue, say: Say) -> ModulePart | None:
    """Give the page of the modules: what was answered beside the indicators; None: nothing."""
    area = catalogue.edition.module_area
    names = (question.name for module in catalogue.modules for question in module.questions)
    answers = (assessment.answer(name) for name in names)
    if area is None or not any(is_given(answer) for answer in answers):
        return None
    return ModulePart(
        title=say(area.title),
        intro=say(area.intro),
        groups=tuple(
            _group(module, "", assessment, catalogue, say) for module in catalogue.modules
        ),
    )


def is_given(answer: Answer) -> bool:
    """Tell whether anything was answered or noted."""
    said = answer.note or answer.reason or answer.evidence or answer.value is not None
    return bool(said) or answer.status is not Status.NOT_REACHED


def _answers(
    assessment: Assessment, catalogue: Catalogue, blank: Collection[int], say: Say
) -> Iterator[AnswerGroup]:
    for area in catalogue.edition.areas:
        heading = f"{area.letter} {say(area.title)}"
        for indicator in catalogue.in_area(area):
            if indicator.number in blank:
                continue
            yield _group(indicator, heading, assessment, catalogue, say)
            heading = ""


def _group(
    indicator: Indicator, area: str, assessment: Assessment, catalogue: Catalogue, say: Say
) -> AnswerGroup:
    remark = "" if indicator.questions else say(message(ReportPageMessage.NO_QUESTION))
    answers = []
    for question in indicator.questions:
        status = status_of(question, assessment, catalogue)
        answer = assessment.answer(question.name)
        value = answer.value if status in (Status.ANSWERED, Status.IMPLAUSIBLE) else None
        answers.append(
            AnswerPart(
                question=question.name,
                label=say(question.short or question.label),
                lines=tuple(
                    SaidLine(
                        label=say(line.label),
                        text=say(line.text),
                        language=(answer.asked_in or "") if is_free_text(question) else "",
                    )
                    for line in lines_by_level(question, value, catalogue)
                ),
                answered=status is Status.ANSWERED,
                status=_status(status, answer, catalogue, say),
                reason=answer.reason or "",
                note=answer.public_note or "",
                evidence=tuple(_evidence(evidence, say) for evidence in answer.evidence),
                language=answer.asked_in or "",
                note_language=answer.note_in or "",
            )
        )
    return AnswerGroup(
        number=indicator.number,
        title=say(indicator.title),
        area=area,
        remark=remark,
        answers=tuple(answers),
    )


def is_free_text(question: Question) -> bool:
    """Tell whether a question is answered in words of one's own."""
    return isinstance(question, TextQuestion | StoriesQuestion)


def _status(status: Status, answer: Answer, catalogue: Catalogue, say: Say) -> str:
    word = missing_word(status, catalogue, say)
    if status is Status.FOLLOW_UP and answer.follow_up_by:
        day = Day(answer.follow_up_by, in_words=True)
        return say(message(ReportPageMessage.FOLLOW_UP_BY, status=word, day=day))
    return word


def _evidence(evidence: Evidence, say: Say) -> str:
    named = evidence.location
    if evidence.title:
        named = say(message(TextMessage.LABELLED, label=evidence.title, text=evidence.location))
    if not evidence.sha256:
        return named
    return say(
        message(ReportPageMessage.EVIDENCE_WITH_DIGEST, evidence=named, digest=evidence.sha256)
    )


def _stories(assessment: Assessment, catalogue: Catalogue, say: Say) -> Iterator[Story]:
    for question in catalogue.questions.values():
        value = assessment.value(question.name)
        if not isinstance(question, StoriesQuestion) or not isinstance(value, list):
            continue
        for story in value:
            fields: Mapping[str, object] = story if isinstance(story, dict) else {"title": story}
            yield Story(
                title=str(
                    fields.get("title") or say(message(ReportPageMessage.STORY_WITHOUT_TITLE))
                ),
                released=say(
                    message(
                        ReportPageMessage.STORY_RELEASED
                        if fields.get("released") is True
                        else ReportPageMessage.STORY_NOT_RELEASED
                    )
                ),
                fields=tuple(
                    Fact(label=say(message(label)), text=str(fields[name]))
                    for name, label in STORY_LABELS.items()
                    if fields.get(name)
                ),
                language=assessment.answer(question.name).asked_in or "",
            )


def _no_stories(assessment: Assessment, catalogue: Catalogue, say: Say) -> str:
    for question in catalogue.questions.values():
        if isinstance(question, StoriesQuestion):
            status = status_of(question, assessment, catalogue)
            if status is Status.ANSWERED:
                return say(message(ReportPageMessage.NO_STORY_TOLD))
            reason = missing_word(status, catalogue, say)
            return say(message(ReportPageMessage.NO_STORY_BECAUSE, reason=reason))
    return say(message(ReportPageMessage.NO_STORIES_ASKED))


def _passed(assessment: Assessment, catalogue: Catalogue, say: Say) -> Iterator[Passed]:
    for name, question in catalogue.questions.items():
        answer = assessment.answer(name)
        if status_of(question, assessment, catalogue) is not Status.ANSWERED:
            continue
        for finding in check_value(question, answer.value, assessment, catalogue):
            if finding.kind == "soft":
                yield Passed(
                    number=catalogue.indicator_of(name).number,
                    question=say(question.label),
                    finding=say(Sentence(finding.text)),
                    reason=answer.reason or say(message(ReportPageMessage.NO_REASON_GIVEN)),
                    language=(answer.asked_in or "") if answer.reason else "",
                )
