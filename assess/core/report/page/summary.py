"""The two pages for a board: what was done, where the cluster stands, what to do, the label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from assess.core.advice.review import Reviewed
from assess.core.case.assessment import Assessment, State, complete_count
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.measure import ClassMeasure
from assess.core.peers.position import PeerComparison
from assess.core.peers.position_text import POSITION_WORDS, band_text, figure
from assess.core.report.figure.axis import natural_axis
from assess.core.report.figure.overview import lead_score
from assess.core.report.figure.position_strips import position
from assess.core.report.page.area import indicator_anchor
from assess.core.report.page.first_page_fit import (
    MOST,
    FirstPage,
    priorities_that_fit,
    strengths_that_fit,
)
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.board import KeyFigure, LabelResult, Priority, Strong, Summary
from assess.core.report.record.report import Advice
from assess.core.report.sentence.measure_text import part_of_whole
from assess.core.report.sentence.peer_text import comparison_summary
from assess.core.report.sentence.score_text import (
    level_name,
    marked,
    measure_label,
    missing_word,
    number_text,
)
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import CountedUnit, Day, Number, Say, message
from assess.core.text.words import shortened

KEY_INDICATORS = (
    "age",
    "committed_participants",
    "composition",
    "regional_concentration",
    "participants_per_employee",
    "financing_sources",
    "financial_sustainability",
    "strategic_planning",
    "service_overview",
    "cooperation_degree",
)
"""The table of key figures shows their lead measures; where a catalogue lacks one, others'."""

MESSAGE_LENGTH = 1100
"""How long the message may be, in letters."""

STRENGTH_LENGTH = 170
ACTION_LENGTH = 140
FIRST_STEP_LENGTH = 120

FIGURE_SPACE = "\u2007"
STOP_WIDE = "\u202f\u202f"
"""Two narrow spaces are as wide as a decimal sign in the bundled family."""


def summarise(  # noqa: PLR0913  all that two pages are made of
    assessment: Assessment,
    catalogue: Catalogue,
    scores: Scores,
    advice: Sequence[Advice],
    strengths: Sequence[Reviewed],
    label: LabelResult,
    comparison: PeerComparison,
    *,
    said: str = "",
    noticed: int = 0,
    say: Say,
) -> Summary:
    """Give the summary; every text is cut to a length that two pages hold.

    `said` is the message with which it opens, and `noticed` how many recommendations are no
    priorities.
    """
    said = shortened(said, MESSAGE_LENGTH)
    paragraph = lacking(assessment, catalogue, scores, say)
    picture = position(scores, catalogue, comparison, say=say)

    def more(shown: int) -> str:
        further = len(advice) - shown + noticed
        if further <= 0:
            return ""
        return say(message(ReportPageMessage.MORE_RECOMMENDATIONS, count=further))

    page = FirstPage(
        above=(said, paragraph, f"{picture.title}."),
        picture=picture,
        first_step=lambda step: say(message(ReportPageMessage.FIRST_STEP, step=step)),
        more=more,
    )
    good = strengths_that_fit([_strong(strength, say) for strength in strengths[:MOST]], page)
    first = priorities_that_fit([_priority(each) for each in advice[:MOST]], page)
    reading = (
        say(message(ReportPageMessage.FOR_LEARNING)),
        comparison_summary(comparison, say),
        say(message(ReportPageMessage.NEVER_ZERO)),
    )
    figures = tuple(_key_figures(scores, catalogue, comparison, say))
    peers = _most_frequent(_label_of(line.group) for line in figures if line.group)
    return Summary(
        message=said,
        paragraph=paragraph,
        position=picture,
        strengths=good,
        no_strengths=say(message(ReportPageMessage.NO_STRENGTHS)),
        priorities=first,
        no_priorities=say(message(ReportPageMessage.NO_RECOMMENDATIONS)),
        more_priorities=more(len(first)),
        key_figures=tuple(_in_short(key_figure, peers) for key_figure in figures),
        peers=peers,
        label=label,
        reading=" ".join(reading),
    )


def _most_frequent(names: Iterable[str]) -> str:
    counted = Counter(names)
    return counted.most_common(1)[0][0] if counted else ""


def lacking(assessment: Assessment, catalogue: Catalogue, scores: Scores, say: Say) -> str:
    """Say how far an interview is that is not finished; empty where it is."""
    count = len(catalogue.indicators)
    complete = complete_count(assessment, catalogue)
    if assessment.case.state is not State.IN_PROGRESS or complete >= count:
        return ""
    unfinished = message(
        ReportPageMessage.INTERVIEW_UNFINISHED,
        organisation=shortened(assessment.case.organisation.name, 120),
        count=complete,
        all=count,
        valued=_valued(catalogue, scores),
    )
    so_far = message(ReportPageMessage.REPORT_SETS_OUT_SO_FAR)
    return " ".join(map(say, (unfinished, so_far)))


def process(assessment: Assessment, catalogue: Catalogue, scores: Scores, say: Say) -> str:
    """Say what was done: who was benchmarked when, by whom, and with how many indicators."""
    details = assessment.case.details
    count, valued = len(catalogue.indicators), _valued(catalogue, scores)
    is_on_site = details.mode == "onsite"
    benchmarked = message(
        ReportPageMessage.BENCHMARKED_ON_SITE
        if is_on_site
        else ReportPageMessage.BENCHMARKED_BY_VIDEO,
        organisation=assessment.case.organisation.name,
        day=Day(details.interview_date, in_words=True),
        expert=details.expert,
        count=count,
        areas=len(catalogue.edition.areas),
    )
    with_value = (
        message(ReportPageMessage.ALL_HAVE_A_VALUE)
        if valued == count
        else message(ReportPageMessage.SOME_HAVE_A_VALUE, count=valued)
    )
    return " ".join(map(say, (benchmarked, with_value)))


def _valued(catalogue: Catalogue, scores: Scores) -> int:
    """Count the indicators of which something has a value."""
    return sum(
        any(score.value is not None for score in scores.of(each.id))
        for each in catalogue.indicators
    )


def _strong(reviewed: Reviewed, say: Say) -> Strong:
    anchor = indicator_anchor(reviewed.number) if reviewed.number else ""
    return Strong(
        text=shortened(say(reviewed.finding), STRENGTH_LENGTH),
        number=reviewed.number,
        anchor=anchor,
    )


def _priority(recommendation: Advice) -> Priority:
    return Priority(
        rank=recommendation.rank,
        text=shortened(recommendation.action or recommendation.finding, ACTION_LENGTH),
        first_step=shortened(recommendation.first_step, FIRST_STEP_LENGTH),
        anchor=recommendation.anchor,
    )


def _key_figures(
    scores: Scores, catalogue: Catalogue, comparison: PeerComparison, say: Say
) -> Iterator[KeyFigure]:
    chosen = _chosen(scores, catalogue)
    numbers = [
        "" if score.number is None else say(Number(score.number, score.decimals))
        for score in chosen
    ]
    among = [_among_peers(score, comparison, say) for score in chosen]
    medians = [place.get("median", "") for place in among]
    columns = zip(chosen, _aligned(numbers, say), among, _aligned(medians, say), strict=True)
    for score, value, peers, median in columns:
        indicator = catalogue.indicator(score.indicator)
        yield KeyFigure(
            number=indicator.number,
            anchor=indicator_anchor(indicator.number),
            label=measure_label(score, say),
            value=value,
            unit="" if score.value is None else _unit(score, catalogue, say),
            reading=marked(_reading(score, scores, catalogue, say), score, say).strip(),
            missing=score.value is None,
            **_marked({**peers, "median": median}, score, say),
        )


def _marked(peers: dict[str, str], score: Score, say: Say) -> dict[str, str]:
    """Say beside the position of a value that it is unusual."""
    if score.unusual is None or not peers.get("position"):
        return peers
    return {**peers, "position": marked(peers["position"], score, say)}


def _in_short(key_figure: KeyFigure, peers: str) -> KeyFigure:
    """Give only the number of peers in the group that is named below the table."""
    group = key_figure.group
    if not peers or _label_of(group) != peers:
        return key_figure
    return key_figure.model_copy(update={"group": group.removeprefix(peers).lstrip()})


def _label_of(group: str) -> str:
    """Give a group without its number of peers."""
    return group.rpartition(" [")[0] or group


def _among_peers(score: Score, comparison: PeerComparison, say: Say) -> dict[str, str]:
    standing = comparison.reference(score.key)
    if standing is None:
        return {}
    shown = {"group": say(standing.title)}
    if standing.position in ("below", "within", "above"):
        shown["position"] = say(POSITION_WORDS[standing.position])
    if standing.median is not None:
        median = say(figure(standing.median, score))
        return {**shown, "median": median, "middle_half": say(band_text(standing, score))}
    most = max(standing.shares, key=lambda each: each.share, default=None)
    if most is None:
        return shown
    share = message(ReportPageMessage.SHARE_OF_CLASS, label=most.label, share=most.share)
    return {**shown, "middle_half": say(share)}


def _chosen(scores: Scores, catalogue: Catalogue) -> list[Score]:
    known = {indicator.id: indicator for indicator in catalogue.indicators}
    wanted = dict.fromkeys((*(each for each in KEY_INDICATORS if each in known), *known))
    found = [
        score
        for identifier in wanted
        if (score := lead_score(known[identifier], scores)) is not None
    ]
    chosen = found[: len(KEY_INDICATORS)]
    return sorted(chosen, key=lambda score: known[score.indicator].number)


def _aligned(texts: Sequence[str], say: Say) -> Iterator[str]:
    """Fill numbers up behind, so that their decimals stand in line where they end together."""
    sign = say(Number(1.5, 1)).strip("15")
    decimals = max((_decimals(text, sign) for text in texts), default=0)
    for text in texts:
        missing = decimals - _decimals(text, sign)
        stop = STOP_WIDE if decimals and sign not in text else ""
        yield f"{text}{stop}{FIGURE_SPACE * missing}" if text else ""


def _decimals(text: str, sign: str) -> int:
    return len(text.partition(sign)[2])


def _unit(score: Score, catalogue: Catalogue, say: Say) -> str:
    axis = natural_axis(catalogue.indicator(score.indicator), score.measure, catalogue, say)
    if axis is not None and not score.unit:
        return say(message(ReportPageMessage.OF_HIGHEST, highest=Number(axis.high)))
    return say(CountedUnit(score.unit, round(score.number or 0, score.decimals)))


def _reading(score: Score, scores: Scores, catalogue: Catalogue, say: Say) -> str:
    if score.value is None:
        reason = missing_word(score.status, catalogue, say)
        return say(message(ReportPageMessage.NO_VALUE_BECAUSE, reason=reason))
    if score.number is None:
        return number_text(score, catalogue, say)
    indicator = catalogue.indicator(score.indicator)
    for measure in indicator.measures:
        if measure.name == score.measure and (figures := part_of_whole(score, measure, say)):
            return figures
        if isinstance(measure, ClassMeasure) and measure.of == score.measure:
            found = scores.get(score.indicator, measure.name)
            return say(found.class_label or "") if found else ""
    return level_name(say(score.class_label or ""))
