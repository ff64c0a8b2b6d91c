"""Findings: what each chart of an indicator shows, as the sentence that is its title."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.peers.position_text import (
    POSITION_WORDS,
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
from assess.core.scoring.score import Score, Scores
from assess.core.text.message import Inside, MessageValue, Say, Sentence, message, series

IN_FULL = 2
"""So many measures of a chart are put among their peers in a sentence each."""


@dataclass(frozen=True)
class BlockWords:
    """The words of an indicator: a title for each of its charts, and what no chart says."""

    titles: tuple[str, ...]
    """A finding; empty where a chart has nothing to say beyond the value that stands large."""
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
    """Say what each chart shows, and then what is in none of them.

    Each measure is said once; a group of peers is named where it is spoken of first.
    """
    teller = _Teller(indicator, scores, comparison, catalogue, say)
    charted = {score.key for _, shown in charts for score in shown}
    first = tuple(teller.uncharted(charted))
    titles = tuple(
        " ".join(filter(None, teller.title(picture, shown))) for picture, shown in charts
    )
    return BlockWords(titles=titles, rest=" ".join(filter(None, (*first, *teller.remarks()))))


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

    def title(self, picture: Picture, shown: Sequence[Score]) -> Iterator[str]:
        """Give the sentences of a chart."""
        parts = [score for score in shown if "." in score.measure]
        match picture:
            case StackedPicture():
                yield self._said(largest_text(parts, self.comparison, self.catalogue, self.say))
            case MatrixPicture():
                yield self._said(checklist_text(picture))
            case RadarPicture():
                yield self._said(fields_text(picture))
            case _ if parts:
                yield self._said(items_text(parts, self.comparison))
            case _:
                yield from self._measures(shown)

    def uncharted(self, charted: Collection[str]) -> Iterator[str]:
        """Give the measures that no chart shows, and those without a value."""
        if _is_said(self.scores.of(self.indicator.id)):
            return
        leading = leading_scores(self.indicator, self.scores)
        yield from self._measures([score for score in leading if score.key not in charted])
        without = [self._clause(score) for score in leading if score.value is None]
        if without:
            self.has_spoken = True
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

    def _measures(self, shown: Sequence[Score]) -> Iterator[str]:
        """Say measures, the lead first; of more than two the others in a few words each."""
        new = [score for score in shown if score.value is not None and score.key not in self.told]
        new.sort(key=lambda score: not self._is_lead(score))
        self.told.update(score.key for score in new)
        for score in new[:IN_FULL]:
            yield self._measure(score)
        if others := [self._in_few_words(score) for score in new[IN_FULL:]]:
            yield self.say(Sentence(series(others, "semicolon")))

    def _is_lead(self, score: Score) -> bool:
        return score.measure == self.indicator.lead_measure

    def _measure(self, score: Score) -> str:
        """Say a measure and its place; right below the value that stands large only the place."""
        standing = self.comparison.reference(score.key)
        is_first = not self.has_spoken
        self.has_spoken = True
        if standing is None:
            return "" if is_first and self._is_lead(score) else self._said(self._clause(score))
        same = [each for each in self.spoken_of.values() if each.group is standing.group]
        among = position_sentence(standing, score, is_same=bool(same))
        self.spoken_of[score.key] = standing
        if is_first and self._is_lead(score):
            return self._said(among)
        return self.say(
            message(
                ReportSentenceMessage.MEASURE_AMONG_PEERS,
                measure=self._clause(score),
                position=Inside(Sentence(among)),
            )
        )

    def _in_few_words(self, score: Score) -> MessageValue:
        standing = self.comparison.reference(score.key)
        if standing is None or standing.position not in ("below", "within", "above"):
            return self._clause(score)
        self.spoken_of[score.key] = standing
        return message(
            ReportSentenceMessage.WITH_ASIDE,
            value=self._clause(score),
            aside=POSITION_WORDS[standing.position],
        )

    def _clause(self, score: Score) -> MessageValue:
        return measure_clause(score, self.indicator, self.catalogue, self.say)

    def _said(self, text: MessageValue) -> str:
        self.has_spoken = self.has_spoken or bool(text)
        return self.say(Sentence(text)) if text else ""


def _is_said(scores: Sequence[Score]) -> bool:
    """Tell whether the word in the place of the leading value holds for every measure."""
    return (
        all(score.value is None for score in scores)
        and len({score.status for score in scores}) == 1
    )
