"""Explanations: how to read the report, and what would come next."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.answer_status import OUT_OF_DENOMINATOR, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.position import PeerComparison
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Passage
from assess.core.report.sentence.message import ReportExplanationMessage as Explanation
from assess.core.report.sentence.peer_text import groups_passage
from assess.core.report.sentence.score_text import missing_word
from assess.core.text.message import Say, Sentence, message, series

_TERMS = (
    (Explanation.TERM_CLUSTER_ORGANISATION, Explanation.SAID_CLUSTER_ORGANISATION),
    (Explanation.TERM_PARTICIPANT, Explanation.SAID_PARTICIPANT),
    (Explanation.TERM_COMMITTED, Explanation.SAID_COMMITTED),
    (Explanation.TERM_FTE, Explanation.SAID_FTE),
    (Explanation.TERM_SME, Explanation.SAID_SME),
    (Explanation.TERM_INDICATOR, Explanation.SAID_INDICATOR),
    (Explanation.TERM_MEASURE, Explanation.SAID_MEASURE),
    (Explanation.TERM_MAIN_MEASURE, Explanation.SAID_MAIN_MEASURE),
    (Explanation.TERM_INTENSITY, Explanation.SAID_INTENSITY),
    (Explanation.TERM_PEERS, Explanation.SAID_PEERS),
    (Explanation.TERM_MEDIAN, Explanation.SAID_MEDIAN),
    (Explanation.TERM_MIDDLE_HALF, Explanation.SAID_MIDDLE_HALF),
    (Explanation.TERM_PORTFOLIO, Explanation.SAID_PORTFOLIO),
    (Explanation.TERM_GOLD, Explanation.SAID_GOLD),
)
"""The terms of the report that a reader may not know, each with what it means."""


def how_to_read(catalogue: Catalogue, comparison: PeerComparison, say: Say) -> Iterator[Passage]:
    """Give the page that explains the report."""
    yield Passage(
        title=say(message(Explanation.LEARNING)),
        paragraphs=(say(message(Explanation.LEARNING_IN_FULL)),),
    )
    yield groups_passage(comparison, say)
    yield Passage(
        title=say(message(Explanation.TERMS)),
        items=tuple(
            Fact(label=say(message(term)), text=say(message(meaning))) for term, meaning in _TERMS
        ),
    )
    yield Passage(
        title=say(message(Explanation.PUBLISHED)),
        paragraphs=(
            say(message(Explanation.PUBLISHED_IN_FULL)),
            say(message(Explanation.CHARTS_IN_FULL)),
        ),
    )
    yield Passage(
        title=say(message(Explanation.NO_ANSWER)),
        paragraphs=(say(message(Explanation.NO_ANSWER_IN_FULL)),),
        items=tuple(_status_facts(catalogue, say)),
    )


def _status_facts(catalogue: Catalogue, say: Say) -> Iterator[Fact]:
    """Give the words that stand for a missing answer, once for each thing they do."""
    for code, is_left_out in ((Explanation.LEFT_OUT, True), (Explanation.WITHOUT_VALUE, False)):
        words = [
            missing_word(status, catalogue, say)
            for status in Status
            if status is not Status.ANSWERED and (status in OUT_OF_DENOMINATOR) is is_left_out
        ]
        label = say(Sentence(series(words, "semicolon"))).rstrip(".")
        yield Fact(label=label, text=say(message(code)))
