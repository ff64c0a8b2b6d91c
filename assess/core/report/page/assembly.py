"""Assembly: from a case and everything computed from it to the one value that is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
from assess.core.report.record.annex import Annex
from assess.core.report.record.board import Summary
from assess.core.report.record.expert_profile import ExpertProfile
from assess.core.report.record.fact import Fact
from assess.core.report.record.message import ReportRecordMessage
from assess.core.report.record.report import Cover, Report, fingerprint
from assess.core.report.record.theme import Theme
from assess.core.report.sentence.explanation import how_to_read
from assess.core.report.sentence.imprint import imprint
from assess.core.report.sentence.key_message import key_message
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.measure_change import TwoRounds
from assess.core.scoring.score import Scores
from assess.core.text.message import Day, Month, Say, Text, message
from assess.core.text.words import sentence, shortened

HEAD_LENGTH, NAME_LENGTH, FACT_LENGTH = 160, 110, 90
"""How much of a name the running head and the cover hold; the imprint holds all of it."""


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
    kept = [strength for strength in strengths if strength.state != "dropped"]
    advised = [each for each in recommendations if each.state != "dropped"]
    advice = tuple(advice_cards(advised, catalogue, say))
    noticed = tuple(noticed_lines(advised, catalogue, say))
    label = label_result(label_check, decision, catalogue, say)
    gains = (
        ()
        if before is None
        else area_gains(scores, before, assessment, catalogue, comparison, say=say)
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
    missing = unanswered(assessment, catalogue, scores, say)
    blank = frozenset(line.number for line in missing)
    case = assessment.case
    title = say(message(ReportPageMessage.TITLE))
    marks: list[str] = [ReportRecordMessage.DRAFT]
    if case.synthetic or comparison.synthetic:
        marks.append(ReportPageMessage.SYNTHETIC)
    summary = fitted(
        since_last(
            summarise(
                assessment,
                catalogue,
                scores,
                advice,
                kept,
                label,
                comparison,
                said=said,
                noticed=len(noticed),
                say=say,
            ),
            rounds,
            waiting,
            catalogue,
            say,
        ),
        say,
    )
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
        marks=tuple(say(message(mark)) for mark in marks),
        status="draft",
        case=case.id,
        day=today,
        head=f"{title} · {shortened(case.organisation.name, HEAD_LENGTH)}",
        footer=sentence(say(catalogue.edition.notice)).rstrip("."),
        cover=_cover(assessment, catalogue, decision, say),
        summary=summary,
        how_to_read=tuple(how_to_read(catalogue, comparison, say)),
        groups=tuple(group.said(say) for group in comparison.groups),
        synthetic_peers=comparison.synthetic,
        peer_table=None if comparison.is_empty else comparison.table,
        areas=tuple(
            changed_since(area, rounds, say)
            for area in area_parts(
                assessment, catalogue, scores, advice, kept, comparison, blank, say
            )
        ),
        unanswered=missing,
        unanswered_note=(
            say(message(ReportPageMessage.UNANSWERED, count=len(missing))) if missing else ""
        ),
        recommendations=advice,
        noticed=noticed,
        no_recommendations=say(message(ReportPageMessage.NO_RECOMMENDATIONS)),
        outlook=with_improvements(
            silver_outlook(
                catalogue,
                gains,
                case.details.interview_date,
                say,
                earlier=[each.day for each in earlier],
                minimums=minimum_lines(catalogue, scores, comparison, say),
            ),
            followed,
            say,
        ),
        surveys=survey_pages(surveys, assessment, catalogue, say),
        plan=action_plan(_due(plan, len(missing), catalogue), followed, rounds, say),
        last_round=last_round(
            rounds,
            catalogue,
            say,
            trend(case.details.interview_date, scores, earlier, catalogue, comparison, say),
        ),
        modules=module_part(assessment, catalogue, say),
        annex=_untold(
            annex(
                assessment,
                catalogue,
                scores,
                label_check,
                decision,
                comparison,
                blank=blank,
                say=say,
            ),
            summary,
            decision,
            say(message(ReportPageMessage.REST_IN_ANNEX)),
        ),
        imprint=tuple(
            imprint(
                assessment,
                catalogue,
                label_check,
                software,
                today,
                theme,
                profile,
                done=process(assessment, catalogue, scores, say),
                say=say,
            )
        ),
        theme=theme,
    )
    return report.model_copy(update={"sha256": fingerprint(report)})


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


def _cover(assessment: Assessment, catalogue: Catalogue, decision: Label | None, say: Say) -> Cover:
    case = assessment.case
    country = say(catalogue.country_name(case.organisation.country))
    region = case.organisation.region
    place = f"{shortened(region, FACT_LENGTH)}, {country}" if region else country
    on_site = case.details.mode == "onsite"
    interview = message(
        ReportPageMessage.ON_SITE if on_site else ReportPageMessage.BY_VIDEO,
        day=Day(case.details.interview_date, in_words=True),
    )
    said: list[tuple[str, Text]] = [
        (ReportPageMessage.COUNTRY, place),
        (ReportPageMessage.PORTFOLIO, shortened(case.details.portfolio, FACT_LENGTH)),
        (ReportPageMessage.INTERVIEW, interview),
        (ReportPageMessage.EXPERT, shortened(case.details.expert, FACT_LENGTH)),
        (ReportRecordMessage.EDITION, message(ReportPageMessage.NOT_ISSUED)),
    ]
    serial = decision.awarded.serial if decision and decision.awarded else None
    if serial:
        said.append((ReportPageMessage.SERIAL_NUMBER, serial))
    return Cover(
        organisation=shortened(case.organisation.name, NAME_LENGTH),
        facts=tuple(Fact(label=say(message(label)), text=say(text)) for label, text in said),
        month=say(Month(case.details.interview_date, in_words=True)),
        notice=sentence(say(catalogue.edition.notice)),
    )
