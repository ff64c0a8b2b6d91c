"""Findings: what each chart of an indicator shows, as the sentence that is its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.position import PeerComparison, PeerPosition, Position
from assess.core.peers.position_text import (
    age_text,
    ladder_text,
    position_sentence,
)
from assess.core.report.figure.overview import leading_scores
from assess.core.report.figure.picture import MatrixPicture, Picture, RadarPicture, StackedPicture
from assess.core.report.sentence.item_text import (
    checklist_text,
    fields_text,
    items_text,
    largest_text,
)
from assess.core.report.sentence.measure_text import measure_clause
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.peer_text import usual_group
from assess.core.report.sentence.score_text import measure_label
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Inside, MessageValue, Say, Sentence, message, series

IN_FULL = 2
"""Of so many measures each is said with its middle half; of more, only the first, and of one alone
also with its median. They are counted, not measured by their letters, so that a title gives the
same numbers in every language."""


@dataclass(frozen=True)
class BlockWords:
    """The words of an indicator."""

    place: str
    """Where the leading value lies among the peers, where no chart shows it."""
    titles: tuple[str, ...]
    """What each chart shows; empty where it says no more than the value that stands large."""
    rest: str
    """The measures in no chart, and why a wider group than usual is spoken of."""


def block_words(
    indicator: Indicator,
    charts: Sequence[tuple[Picture, tuple[Score, ...]]],
    scores: Scores,
    comparison: PeerComparison,
    catalogue: Catalogue,
    say: Say,
) -> BlockWords:
    """Say what each chart shows, and what is in none of them.

    Each measure is said once; a group of peers is named where it is spoken of first.
    """
    teller = _Teller(indicator, scores, comparison, catalogue, say)
    charted = {
        score.key
        for picture, shown in charts
        if not isinstance(picture, MatrixPicture | RadarPicture | StackedPicture)
        for score in shown
    }
    lead = scores.get(indicator.id, indicator.lead_measure)
    place = teller.measures([lead]) if lead is not None and lead.key not in charted else ""
    titles = tuple(teller.title(picture, shown) for picture, shown in charts)
    rest = (*teller.uncharted(), *teller.remarks())
    return BlockWords(place=place, titles=titles, rest=" ".join(filter(None, rest)))


@dataclass
class _Teller:
    """Says the measures of an indicator one after the other, and remembers which and of whom."""

    indicator: Indicator
    scores: Scores
    comparison: PeerComparison
    catalogue: Catalogue
    say: Say
    told: set[str] = field(default_factory=set)
    has_spoken: bool = False
    spoken_of: dict[str, PeerPosition] = field(default_factory=dict)

    def title(self, picture: Picture, shown: Sequence[Score]) -> str:
        """Say what a chart shows."""
        parts = [score for score in shown if "." in score.measure]
        match picture:
            case StackedPicture():
                return self._said(largest_text(parts, self.comparison, self.catalogue, self.say))
            case MatrixPicture():
                return self._said(checklist_text(picture))
            case RadarPicture():
                return self._said(fields_text(picture))
            case _ if parts:
                return self._said(items_text(parts, self.comparison))
            case _:
                return self.measures(shown)

    def uncharted(self) -> Iterator[str]:
        """Give the measures that no chart shows, and those without a value."""
        if _is_said(self.scores.of(self.indicator.id)):
            return
        leading = leading_scores(self.indicator, self.scores)
        yield self.measures(leading)
        without = [self._clause(score) for score in leading if score.value is None]
        if without:
            yield self.say(Sentence(series(without, "semicolon")))

    def remarks(self) -> Iterator[str]:
        """Say of which day the peers are, and why a wider group than usual is spoken of."""
        usual = usual_group(self.comparison)
        ages = dict.fromkeys(self.say(age_text(each)) for each in self.spoken_of.values())
        yield from filter(None, ages)
        ladders = dict.fromkeys(
            self.say(ladder_text(self.comparison, key))
            for key, standing in self.spoken_of.items()
            if usual is None or standing.group is not usual.key
        )
        yield from filter(None, ladders)

    def measures(self, shown: Sequence[Score]) -> str:
        """Say measures, the lead first: the one or two that there are in full, of more only one."""
        new = [score for score in shown if score.value is not None and score.key not in self.told]
        new.sort(key=lambda score: not self._is_lead(score))
        self.told.update(score.key for score in new)
        is_brief = len(new) > 1
        in_full = 1 if len(new) > IN_FULL else IN_FULL
        said: list[str] = []
        for score in new[:in_full]:
            said.append(self._measure(score, is_brief=is_brief))
            self._spoke_of(score)
        return " ".join(filter(None, (*said, self._in_few_words(new[in_full:]))))

    def _is_lead(self, score: Score) -> bool:
        return score.measure == self.indicator.lead_measure

    def _measure(self, score: Score, *, is_brief: bool = False) -> str:
        """Say a measure and its place; right below the value that stands large only the place."""
        standing = self.comparison.reference(score.key)
        is_first = not self.has_spoken
        if standing is None:
            return "" if is_first and self._is_lead(score) else self._said(self._clause(score))
        same = [each for each in self.spoken_of.values() if each.group is standing.group]
        among = position_sentence(standing, score, same[-1] if same else None, is_brief=is_brief)
        if is_first and self._is_lead(score):
            return self._said(among)
        return self.say(
            message(
                ReportSentenceMessage.MEASURE_AMONG_PEERS,
                measure=self._clause(score),
                position=Inside(Sentence(among)),
            )
        )

    def _spoke_of(self, score: Score) -> None:
        self.has_spoken = True
        standing = self.comparison.reference(score.key)
        if standing is not None:
            self.spoken_of[score.key] = standing

    def _in_few_words(self, others: Sequence[Score]) -> str:
        """Say of measures only on which side of the middle half they are: a chart has the rest."""
        said: list[MessageValue] = []
        for score in others:
            standing = self.comparison.reference(score.key)
            side = _SIDES.get(standing.position) if standing is not None else None
            said.append(
                message(side, measure=measure_label(score, self.say))
                if side is not None
                else self._clause(score)
            )
            self._spoke_of(score)
        return self._said(series(said, "semicolon")) if said else ""

    def _clause(self, score: Score) -> MessageValue:
        return measure_clause(score, self.indicator, self.catalogue, self.say)

    def _said(self, text: MessageValue) -> str:
        self.has_spoken = self.has_spoken or bool(text)
        return self.say(Sentence(text)) if text else ""


_SIDES: Mapping[Position, ReportSentenceMessage] = {
    "below": ReportSentenceMessage.MEASURE_BELOW,
    "within": ReportSentenceMessage.MEASURE_WITHIN,
    "above": ReportSentenceMessage.MEASURE_ABOVE,
}


def _is_said(scores: Sequence[Score]) -> bool:
    """Tell whether the word in the place of the leading value holds for every measure."""
    return (
        all(score.value is None for score in scores)
        and len({score.status for score in scores}) == 1
    )
