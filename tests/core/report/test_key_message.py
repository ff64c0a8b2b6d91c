"""The message to the board: whole sentences, each under its condition, and four to six of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from assess.core.advice.advice import advise
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.eligibility import Verdict
from assess.core.label.label_check import check_label
from assess.core.peers.position import NO_COMPARISON
from assess.core.report.sentence.key_message import key_message, trailing
from assess.core.scoring.measure_change import compare_rounds
from assess.core.scoring.score import score
from assess.languages.message import say
from assess.languages.understanding import in_english
from tests.cases import VERDICTS, earlier_case, full_case
from tests.core.test_advice_of_any_case import drawn
from tests.notation import answered
from tests.peers import drawn_comparison
from tests.slowly import a_few


def sentences(
    catalogue: Catalogue, *, peers: bool = False, rounds: bool = False
) -> tuple[str, ...]:
    case = full_case(catalogue)
    scores = score(case, catalogue)
    comparison = drawn_comparison(case, catalogue, 60) if peers else NO_COMPARISON
    found = advise(scores, case, catalogue, comparison, edits={}, english=in_english)
    last = earlier_case(catalogue)
    two = compare_rounds(case, last, scores, score(last, catalogue), catalogue) if rounds else None
    check = check_label(scores, case, catalogue, VERDICTS, None)
    return key_message(
        case,
        catalogue,
        scores,
        comparison,
        found.strengths,
        found.recommendations,
        two,
        check,
        decision=None,
        say=say,
    )


def test_a_full_case_is_told_in_six_sentences(catalogue: Catalogue) -> None:
    found = sentences(catalogue, peers=True, rounds=True)
    kind, high, low, changed, label, first = (each.replace("\u00a0", " ") for each in found)
    assert kind == (
        "Nordic Wave Energy Cluster (Norway, Energy and environment) is 12.5 years old and manages "
        "a cluster of 86 committed participants with a team of 2.4 FTE."
    )
    assert high.startswith("It is above most of its peers in these measures: ")
    assert low.startswith(
        ("It is below most of its peers in: ", "No main measure that has a desired direction")
    )
    assert changed.startswith("Since the interview of 20 February 2024 it has become better in ")
    assert label == "All criteria of the Bronze label are met; it is not proposed yet."
    assert re.fullmatch(r"Three things to do first: .+; .+; [^.]+\.", first)


def test_without_peers_and_rounds_nothing_is_said_of_them(catalogue: Catalogue) -> None:
    said = " ".join(sentences(catalogue))
    assert "There are too few peers yet" in said
    assert "most of its peers" not in said
    assert "Since" not in said


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({}, "Test Cluster manages a cluster in Norway, in the comparative portfolio"),
        ({"committed_total": 1}, "manages a cluster of 1 committed participant."),
        ({"committed_total": 20, "staff_fte": 1}, "20 committed participants with a team of 1 FTE"),
        ({"committed_total": 20, "founded": "2016-11"}, "is 10 years old and manages a cluster of"),
        ({"staff_fte": 2}, "manages a cluster in Norway"),
    ],
)
def test_only_what_is_known_is_said_of_the_cluster(
    values: dict[str, Any], kind: str, catalogue: Catalogue
) -> None:
    case = answered(**values)
    scores = score(case, catalogue)
    check = check_label(scores, case, catalogue, {}, None)
    said = key_message(
        case,
        catalogue,
        scores,
        NO_COMPARISON,
        (),
        (),
        None,
        check,
        decision=None,
        say=say,
    )
    assert kind in said[0].replace("\u00a0", " ")
    assert said[-1] == "Nothing is recommended yet."
    assert len(said) == 4


LABELS = [
    ({}, "The Bronze label is not judged yet: 8 criteria are open."),
    ({"E1": "met"}, "The Bronze label is not judged yet: 7 criteria are open."),
    (dict.fromkeys(VERDICTS, "met"), "All criteria of the Bronze label are met"),
    ({"E8": "not_met"}, "1 criterion of the Bronze label is not met: profile on the European"),
    ({"E3": "not_met", "E8": "not_met"}, "2 criteria of the Bronze label are not met: "),
]


@pytest.mark.parametrize(("verdicts", "says"), LABELS, ids=[says[:40] for _, says in LABELS])
def test_what_is_open_is_never_said_to_be_not_met(
    verdicts: dict[str, str], says: str, catalogue: Catalogue
) -> None:
    case = answered()
    scores = score(case, catalogue)
    given = {
        name: Verdict.model_validate({"criterion": name, "verdict": word, "reason": "Seen."})
        for name, word in verdicts.items()
    }
    check = check_label(scores, case, catalogue, given, date(2020, 1, 1))
    said = key_message(
        case, catalogue, scores, NO_COMPARISON, (), (), None, check, decision=None, say=say
    )
    assert any(sentence.startswith(says) for sentence in said), said
    if "not_met" not in verdicts.values():
        assert "not met" not in " ".join(said)


@pytest.mark.parametrize("seed", a_few(range(12), 0, 1, 2, 3))
def test_the_message_of_any_case_fits_its_facts(seed: int, catalogue: Catalogue) -> None:
    tried = drawn(seed, catalogue)
    check = check_label(tried.scores, tried.case, catalogue, {}, None)
    said = key_message(
        tried.case,
        catalogue,
        tried.scores,
        tried.comparison,
        tried.advised.strengths,
        tried.advised.recommendations,
        None,
        check,
        decision=None,
        say=say,
    )
    assert 4 <= len(said) <= 6
    assert all(sentence.endswith(".") and ".." not in sentence for sentence in said)
    for behind in trailing(tried.scores, catalogue, tried.comparison):
        standing = tried.comparison.reference(behind.key)
        assert standing is not None
        assert standing.position == {"higher": "below", "lower": "above"}[behind.direction]
        assert behind.doubt is None
