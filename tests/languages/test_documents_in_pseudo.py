"""Award record, proof and brochure in the pseudo-language: what is no data stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.validity import validity
from assess.core.register.public_view import public_register
from assess.core.register.record import Label, Listing
from assess.core.register.register import Register
from assess.core.report.document.award_record import AwardRecord, award_record
from assess.core.report.document.brochure import brochure
from assess.core.report.document.proof import proof
from assess.core.text.value import Value
from assess.languages import speaking
from assess.languages.message import say
from assess.languages.pseudo import CLOSING, OPENING
from assess.languages.understanding import understood
from tests.cases import full_case, report_of

PSEUDO = "en-XA"
INTERVIEW = date(2024, 3, 12)
DATA = (
    *("Nordic Wave Energy Cluster", "Fjord Tech", "Old Fjord", "Norway", "Denmark"),
    *("Energy and environment", "ICT", "Ada Lindqvist", "Bo Berg", "E8 was not shown"),
    *("X-17", "bronze-2019", "Bronze", "Silver", "list.txt, line 3", "assess 1", "fjord.example"),
)
NO_WORDS = frozenset({"language", "anchor", "code", "level"})
"""Fields that no reader is meant to read, and the names of levels, the same everywhere."""

_INMOST = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")
"""The pseudo-language writes days as English does."""
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def decided(kind: DecisionKind, on: date, **more: Any) -> LabelDecision:
    stated: dict[str, Any] = {
        "kind": kind,
        "case": "k7w2m9qd",
        "name": "Nordic Wave Energy Cluster",
        "country": "NOR",
        "portfolio": "Energy and environment",
        "interview_date": INTERVIEW,
        "on": on,
        "by": "Ada Lindqvist",
        "second": "Bo Berg",
        "synthetic": True,
        **more,
    }
    return LabelDecision(**stated)


def awarded(catalogue: Catalogue, **more: Any) -> LabelDecision:
    policy = catalogue.label.policy_for("Bronze", INTERVIEW)
    assert policy is not None
    found = validity(policy, INTERVIEW, date(2024, 1, 31))
    stated: dict[str, Any] = {
        "policy": policy.id,
        "valid_from": found.valid_from,
        "valid_until": date(2026, 9, 30),
        "computed_until": found.valid_until,
        "rule": found.rule,
        "warnings": found.warnings,
        **more,
    }
    return decided(DecisionKind.AWARDED, date(2024, 4, 9), **stated)


def listed(name: str, **more: Any) -> Listing:
    stated: dict[str, Any] = {
        "label": f"list-{name}",
        "name": name,
        "country": "DNK",
        "portfolio": "ICT",
        "by": "Ada Lindqvist",
        "on": date(2025, 1, 1),
        "source": "list.txt, line 3",
        "website": "https://fjord.example",
        **more,
    }
    return Listing(**stated)


def register_of(catalogue: Catalogue) -> Register:
    until = {"valid_from": date(2023, 1, 1), "valid_until": date(2025, 12, 31)}
    return Register(
        [
            decided(DecisionKind.PROPOSED, date(2024, 3, 20)),
            awarded(catalogue, serial="X-17"),
            decided(DecisionKind.PROPOSED, date(2024, 3, 20), case="b", name="Fjord Tech"),
            awarded(catalogue, case="b", name="Fjord Tech"),
            decided(
                DecisionKind.REVOKED,
                date(2025, 5, 1),
                case="b",
                name="Fjord Tech",
                reason="E8 was not shown",
            ),
            listed("Old Fjord", **until),
            listed("Old Fjord", label="silver", level="Silver"),
        ],
        catalogue,
    )


def texts(value: Any) -> Iterator[str]:
    """Give every text of a record that a reader sees."""
    match value:
        case str():
            yield value
        case Value():
            for name in type(value).model_fields:
                if name not in NO_WORDS:
                    yield from texts(getattr(value, name))
        case tuple():
            for each in value:
                yield from texts(each)


def left_outside(record: Value) -> set[str]:
    """Give the texts of a record that have a letter outside of brackets that is no data."""
    found = set()
    for text in texts(record):
        bare, before = text, ""
        while bare != before:
            bare, before = _INMOST.sub("", bare), bare
        bare = _DIGEST.sub("", _DAY.sub("", bare))
        for data in DATA:
            bare = bare.replace(data, "")
        if any(letter.isalpha() for letter in bare):
            found.add(text)
    return found


@pytest.mark.parametrize("case", ["k7w2m9qd", "b"])
@pytest.mark.parametrize("edition", [None, 2])
def test_an_award_record(case: str, edition: int | None, catalogue: Catalogue) -> None:
    assessment = full_case(catalogue)
    label = _label(register_of(catalogue), case)
    with speaking(PSEUDO):
        report = report_of(assessment, catalogue).model_copy(update={"edition": edition})
        record = award_record(
            label,
            assessment,
            catalogue,
            report=report,
            software="assess 1",
            language=PSEUDO,
            say=say,
        )
    assert left_outside(record) == set()
    assert record.language == PSEUDO


def test_an_award_record_of_what_was_refused(catalogue: Catalogue) -> None:
    refused = decided(DecisionKind.REFUSED, date(2024, 4, 9), reason="E8 was not shown")
    label = _label(
        Register([decided(DecisionKind.PROPOSED, date(2024, 3, 20)), refused], catalogue),
        "k7w2m9qd",
    )
    with speaking(PSEUDO):
        record: AwardRecord = award_record(label, None, catalogue, say=say)
    assert left_outside(record) == set()


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2024, 6, 1), date(2026, 1, 1)])
@pytest.mark.parametrize("today", [date(2024, 6, 1), date(2025, 6, 1)])
def test_a_proof(day: date, today: date, catalogue: Catalogue) -> None:
    register = register_of(catalogue)
    for label in register.labels:
        with speaking(PSEUDO):
            record = proof(
                label,
                register,
                day,
                today=today,
                language=PSEUDO,
                say=say,
                understand=understood,
            )
        assert left_outside(record) == set()


@pytest.mark.parametrize("valid_only", [True, False])
def test_a_brochure(valid_only: bool, catalogue: Catalogue) -> None:
    register = public_register(register_of(catalogue), date(2025, 6, 1))
    assert register.labels
    with speaking(PSEUDO):
        notice = say(catalogue.edition.notice)
        record = brochure(
            register,
            title="Fjord Tech",
            publisher="Ada Lindqvist",
            notice=notice,
            valid_only=valid_only,
            language=PSEUDO,
            say=say,
        )
    assert left_outside(record) == set()


def test_a_word_outside_of_brackets_is_found(catalogue: Catalogue) -> None:
    label = _label(register_of(catalogue), "b")
    english = award_record(label, None, catalogue, say=say)
    assert "Award record" in left_outside(english)


def _label(register: Register, case: str) -> Label:
    return next(label for label in register.labels if label.case == case)
