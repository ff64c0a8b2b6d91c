"""What the interview says of the peers: which measures, and each of them as a band or in words."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.peers.position_text import POSITION_WORDS, band_text, figure, position_figures
from assess.core.report.figure.axis import natural_axis, open_axis
from assess.core.scoring.score import Score, score_indicator
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.frame.text import day_in_words
from assess.tui.peers.peers_beside import Among, Band
from assess.workflow.case.interview.session import Session

MOST = 4
"""So many measures stand beside a question; those that it feeds come first."""


def among_peers(indicator: Indicator, question: str | None, session: Session) -> tuple[Among, ...]:
    """Give the measures of an indicator among their peers, those of the question first."""
    if session.is_shared:
        return ()
    assessment, catalogue = session.assessment, session.catalogue
    comparison = session.peers.compare_indicator(assessment, indicator)
    scores = [
        score
        for score in score_indicator(indicator, assessment, catalogue)
        if comparison.reference(score.key) is not None
    ]
    asked = [score for score in scores if _feeds(question, score)]
    whole = [score for score in scores if "." not in score.measure and score not in asked]
    elements = tuple(_elements(indicator, question, comparison, catalogue))
    chosen = [*(asked if len(asked) <= MOST else []), *whole][: MOST - len(elements)]
    by_group: dict[str, list[Score]] = {}
    for score in chosen:
        reference = comparison.reference(score.key)
        if reference is not None:
            by_group.setdefault(say(reference.label), []).append(score)
    said = [
        _among(title, group, comparison, indicator, catalogue) for title, group in by_group.items()
    ]
    if elements:
        remark = gettext("synthetic") if comparison.synthetic and not said else ""
        said.append(Among(elements[0][0], (), tuple(each[1:] for each in elements), remark))
    return tuple(said)


def _feeds(question: str | None, score: Score) -> bool:
    return question is not None and any(
        each.reference.partition(".")[0] == question for each in score.inputs
    )


def _elements(
    indicator: Indicator, question: str | None, comparison: PeerComparison, catalogue: Catalogue
) -> Iterator[tuple[str, str, str]]:
    """Give group, label and share of the element that a question of a checklist asks for."""
    reference = comparison.reference(f"{indicator.id}:{question}")
    if reference is not None and reference.median is None and question is not None:
        words = ", ".join(
            gettext("{answer} {share} %", answer=say(share.label), share=share.share)
            for share in reference.shares
        )
        is_element = all(share.name in ("yes", "partly", "no") for share in reference.shares)
        if is_element:
            label = f"{say(catalogue.questions[question].title)} [{reference.n}]"
            yield say(reference.label), label, words


def _among(
    title: str,
    scores: list[Score],
    comparison: PeerComparison,
    indicator: Indicator,
    catalogue: Catalogue,
) -> Among:
    bands, texts, remark = [], [], ""
    for score in scores:
        standing = comparison.reference(score.key)
        if standing is None:
            continue
        if standing.as_of is not None:
            remark = gettext("as of {day}", day=day_in_words(standing.as_of))
        band = _band(score, standing, indicator, catalogue)
        if band is None:
            text = say(position_figures(standing, score))
            texts.append((f"{say(score.label)} [{standing.n}]", text))
        else:
            bands.append(band)
    if comparison.synthetic:
        remark = " · ".join(filter(None, (gettext("synthetic"), remark)))
    return Among(title, tuple(bands), tuple(texts), remark)


def _band(
    score: Score, standing: PeerPosition, indicator: Indicator, catalogue: Catalogue
) -> Band | None:
    if standing.q1 is None or standing.median is None or standing.q3 is None:
        return None
    places = [standing.q1, standing.q3]
    own = score.number
    axis = natural_axis(indicator, score.measure, catalogue, say)
    if axis is None or max([*places, own or 0.0]) > axis.high:
        axis = open_axis([*places, *([] if own is None else [own])], say)
    median = figure(standing.median, score)
    said = (
        gettext(
            "{value}: {position}",
            value=say(score.shown),
            position=say(POSITION_WORDS[standing.position]),
        )
        if own is not None
        else ""
    )
    return Band(
        label=f"{say(score.label)} [{standing.n}]",
        low=axis.low,
        high=axis.high,
        q1=standing.q1,
        median=standing.median,
        q3=standing.q3,
        own=own,
        figures=gettext(
            "{middle_half}, median {median}",
            middle_half=say(band_text(standing, score)),
            median=say(median),
        ),
        standing=said,
    )
