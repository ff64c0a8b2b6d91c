"""Assembly: from a case and everything computed from it to the one value that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from assess.core.advice.plan_line import FollowedLine, PlanLine
from assess.core.advice.review import Reviewed
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.survey import Survey
from assess.core.label.label_check import LabelCheck
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.core.register.record import Label
from assess.core.report.figure.trend import trend
from assess.core.report.page.action_plan import action_plan, with_improvements
from assess.core.report.page.advice_card import advice_cards, noticed_lines
from assess.core.report.page.annex import annex, module_part
from assess.core.report.page.area import area_parts, unanswered
from assess.core.report.page.gain import area_gains
from assess.core.report.page.label_result import label_result
from assess.core.report.page.last_round import changed_since, last_round, since_last
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.page.outlook import minimum_lines, silver_outlook
from assess.core.report.page.page_fit import fitted
from assess.core.report.page.summary import process, summarise
from assess.core.report.page.survey_pages import survey_pages
from assess.core.report.record.annex import Annex, LastRound
from assess.core.report.record.board import Summary
from assess.core.report.record.expert_profile import ExpertProfile
from assess.core.report.record.fact import Fact
from assess.core.report.record.message import ReportRecordMessage
from assess.core.report.record.report import (
    Advice,
    AreaPart,
    Noticed,
    Outlook,
    Report,
    Unanswered,
    fingerprint,
)
from assess.core.report.record.theme import Theme
from assess.core.report.sentence.cover import cover
from assess.core.report.sentence.explanation import how_to_read
from assess.core.report.sentence.imprint import imprint
from assess.core.report.sentence.key_message import key_message
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.measure_change import TwoRounds
from assess.core.scoring.score import Scores
from assess.core.text.message import Month, Say, message
from assess.core.text.words import sentence, shortened

HEAD_LENGTH = 160
"""How much of a name the running head holds; the imprint holds all of it."""


class _Material(NamedTuple):
    """What is known of a case, and what of it is said at several places of the report."""

    assessment: Assessment
    catalogue: Catalogue
    scores: Scores
    comparison: PeerComparison
    label_check: LabelCheck
    decision: Label | None
    rounds: TwoRounds | None
    kept: tuple[Reviewed, ...]
    """The strengths that the expert has not dropped."""
    advice: tuple[Advice, ...]
    noticed: tuple[Noticed, ...]
    missing: tuple[Unanswered, ...]
    say: Say

    @property
    def blank(self) -> frozenset[int]:
        """The numbers of the indicators that nobody has answered."""
        return frozenset(line.number for line in self.missing)


def assemble(  # noqa: PLR0913  all that a report is made of
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    recommendations: Sequence[Reviewed],
    strengths: Sequence[Reviewed],
    label_check: LabelCheck,
    decision: Label | None,
    *,
    today: date,
    software: str,
    comparison: PeerComparison = NO_COMPARISON,
    rounds: TwoRounds | None = None,
    plan: Sequence[PlanLine] = (),
    surveys: Sequence[tuple[Survey, SurveyCount]] = (),
    followed: Sequence[FollowedLine] = (),
    own_message: str | None = None,
    waiting: int = 0,
    before: Scores | None = None,
    earlier: Sequence[EarlierRound] = (),
    theme: Theme | None = None,
    profile: ExpertProfile | None = None,
    say: Say,
    language: str,
) -> Report:
    """Put a draft report together from what is known of a case; dropped texts are left out.

    `rounds` is this round beside the last one, `before` the measures of that, `earlier` all rounds
    before this one, the oldest first, and `followed` what became of the last plan. `own_message` is
    the message as the expert has edited it; `waiting` is how
    many proposed answers are not confirmed, and so are not in the report. `language` is the code of
    the one in which `say` says it all.
    """
    known = _Material(
        assessment=assessment,
        catalogue=catalogue,
        scores=scores,
        comparison=comparison,
        label_check=label_check,
        decision=decision,
        rounds=rounds,
        kept=tuple(strength for strength in strengths if strength.state != "dropped"),
        advice=tuple(advice_cards(_not_dropped(recommendations), catalogue, say)),
        noticed=tuple(noticed_lines(_not_dropped(recommendations), catalogue, say)),
        missing=unanswered(assessment, catalogue, scores, say),
        say=say,
    )
    said = own_message or " ".join(
        key_message(
            assessment,
            catalogue,
            scores,
            comparison,
            strengths,
            recommendations,
            rounds,
            label_check,
            decision=decision,
            say=say,
        )
    )
    case, title = assessment.case, say(message(ReportPageMessage.TITLE))
    summary = _summary(known, said, waiting)
    report = Report(
        language=language,
        title=title,
        subtitle=say(
            message(
                ReportPageMessage.SUBTITLE,
                organisation=case.organisation.name,
                month=Month(case.details.interview_date, in_words=True),
            )
        ),
        marks=tuple(say(message(mark)) for mark in _marks(known)),
        status="draft",
        case=case.id,
        day=today,
        head=f"{title} · {shortened(case.organisation.name, HEAD_LENGTH)}",
        footer=sentence(say(catalogue.edition.notice)).rstrip("."),
        cover=cover(assessment, catalogue, decision, say),
        summary=summary,
        how_to_read=tuple(how_to_read(catalogue, comparison, say)),
        groups=tuple(group.said(say) for group in comparison.groups),
        synthetic_peers=comparison.synthetic,
        peer_table=None if comparison.is_empty else comparison.table,
        areas=_areas(known),
        unanswered=known.missing,
        unanswered_note=_unanswered_note(known),
        recommendations=known.advice,
        noticed=known.noticed,
        no_recommendations=say(message(ReportPageMessage.NO_RECOMMENDATIONS)),
        outlook=_outlook(known, before, earlier, followed),
        surveys=survey_pages(surveys, assessment, catalogue, say),
        plan=action_plan(_due(plan, len(known.missing), catalogue), followed, rounds, say),
        last_round=_last_round(known, earlier),
        modules=module_part(assessment, catalogue, say),
        annex=_annex(known, summary),
        imprint=_imprint(known, software, today, theme, profile),
        theme=theme,
    )
    return report.model_copy(update={"sha256": fingerprint(report)})


def _not_dropped(reviewed: Sequence[Reviewed]) -> list[Reviewed]:
    return [each for each in reviewed if each.state != "dropped"]


def _marks(known: _Material) -> Iterator[str]:
    yield ReportRecordMessage.DRAFT
    if known.assessment.case.synthetic or known.comparison.synthetic:
        yield ReportPageMessage.SYNTHETIC


def _summary(known: _Material, said: str, waiting: int) -> Summary:
    """Give the two pages for a board; `said` is the message with which they begin."""
    catalogue, say = known.catalogue, known.say
    summary = summarise(
        known.assessment,
        catalogue,
        known.scores,
        known.advice,
        known.kept,
        label_result(known.label_check, known.decision, catalogue, say),
        known.comparison,
        said=said,
        noticed=len(known.noticed),
        say=say,
    )
    return fitted(since_last(summary, known.rounds, waiting, catalogue, say), say)


def _areas(known: _Material) -> tuple[AreaPart, ...]:
    parts = area_parts(
        known.assessment,
        known.catalogue,
        known.scores,
        known.advice,
        known.kept,
        known.comparison,
        known.blank,
        known.say,
    )
    return tuple(changed_since(area, known.rounds, known.say) for area in parts)


def _unanswered_note(known: _Material) -> str:
    if not known.missing:
        return ""
    return known.say(message(ReportPageMessage.UNANSWERED, count=len(known.missing)))


def _outlook(
    known: _Material,
    before: Scores | None,
    earlier: Sequence[EarlierRound],
    followed: Sequence[FollowedLine],
) -> Outlook:
    catalogue, comparison, say = known.catalogue, known.comparison, known.say
    gains = (
        ()
        if before is None
        else area_gains(known.scores, before, known.assessment, catalogue, comparison, say=say)
    )
    silver = silver_outlook(
        catalogue,
        gains,
        known.assessment.case.details.interview_date,
        say,
        earlier=[each.day for each in earlier],
        minimums=minimum_lines(catalogue, known.scores, comparison, say),
    )
    return with_improvements(silver, followed, say)


def _last_round(known: _Material, earlier: Sequence[EarlierRound]) -> LastRound | None:
    catalogue, say = known.catalogue, known.say
    day = known.assessment.case.details.interview_date
    course = trend(day, known.scores, earlier, catalogue, known.comparison, say)
    return last_round(known.rounds, catalogue, say, course)


def _annex(known: _Material, summary: Summary) -> Annex:
    whole = annex(
        known.assessment,
        known.catalogue,
        known.scores,
        known.label_check,
        known.decision,
        known.comparison,
        blank=known.blank,
        say=known.say,
    )
    promise = known.say(message(ReportPageMessage.REST_IN_ANNEX))
    return _untold(whole, summary, known.decision, promise)


def _imprint(
    known: _Material,
    software: str,
    today: date,
    theme: Theme | None,
    profile: ExpertProfile | None,
) -> tuple[Fact, ...]:
    said = imprint(
        known.assessment,
        known.catalogue,
        known.label_check,
        software,
        today,
        theme,
        profile,
        done=process(known.assessment, known.catalogue, known.scores, known.say),
        say=known.say,
    )
    return tuple(said)


def _due(plan: Sequence[PlanLine], missing: int, catalogue: Catalogue) -> Sequence[PlanLine]:
    """Leave out a plan of which nothing is agreed while most of the interview is still to come."""
    is_early = 2 * missing > len(catalogue.indicators)
    return () if is_early and not any(line.agreed for line in plan) else plan


def _untold(whole: Annex, summary: Summary, decision: Label | None, promise: str) -> Annex:
    """Leave out what is said of the label where all of it is on the summary pages.

    `promise` is the sentence by which these refer to the annex.
    """
    is_told = set(whole.label_sentences) <= set(summary.label.sentences)
    # without a decision they only name the criteria whose verdicts stand in the summary's table
    is_promised = promise in summary.label.sentences
    is_in_table = decision is None and bool(summary.label.criteria) and not is_promised
    if whole.eligibility or not (is_told or is_in_table):
        return whole
    return whole.model_copy(update={"label_sentences": ()})
