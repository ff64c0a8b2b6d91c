"""The award record states a decision with its rule, and what was not issued it does not make up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.register.record import Label, labels
from assess.core.report.document.award_record import AwardRecord, award_record
from assess.languages.message import say
from tests.cases import full_case, report_of

RULE = "first label: interview 2026-03, plus 24 months, to the end of the month: 2028-03-31"


def entry(kind: DecisionKind, on: str, by: str, **more: Any) -> LabelDecision:
    stated: dict[str, Any] = {
        "kind": kind,
        "case": "k7w2m9qd",
        "name": "Nordic Wave Energy Cluster",
        "country": "NOR",
        "portfolio": "Energy and environment",
        "interview_date": date(2026, 3, 12),
        "on": date.fromisoformat(on),
        "by": by,
        "synthetic": True,
        **more,
    }
    return LabelDecision(**stated)


PROPOSED = entry(DecisionKind.PROPOSED, "2026-03-21", "Ada Lindqvist")
AWARDED = entry(
    DecisionKind.AWARDED,
    "2026-04-09",
    "Board of the secretariat",
    policy="bronze-2019",
    valid_from=date(2026, 3, 12),
    valid_until=date(2028, 3, 31),
    computed_until=date(2028, 3, 31),
    rule=RULE,
)
REFUSED = entry(DecisionKind.REFUSED, "2026-04-09", "Board", reason="E8 was not shown.")


def label_of(*entries: LabelDecision) -> Label:
    (label,) = labels(entries)
    return label


def facts(record: AwardRecord) -> dict[str, str]:
    return {one.label: one.text for one in record.facts}


def test_an_award_has_its_dates_rule_and_who_decided(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    report = report_of(case, catalogue)
    record = award_record(label_of(PROPOSED, AWARDED), case, catalogue, report=report, say=say)
    assert (record.decision, record.valid_from, record.valid_until) == (
        "Awarded",
        "12 March 2026",
        "31 March 2028",
    )
    assert record.rule == f"F{RULE[1:]}."
    told = facts(record)
    assert told["Awarded"] == "9 April 2026 by Board of the secretariat"
    assert told["Expert"] == "Ada Lindqvist"
    assert report.sha256 in told["Report"]
    assert told["Serial number"] == "None issued"
    assert record.marks == ("Synthetic demonstration data",)
    assert "not the certificate" in record.disclaimer


def test_an_end_as_issued_stands_beside_the_computed_one(catalogue: Catalogue) -> None:
    issued = AWARDED.model_copy(update={"valid_until": date(2028, 6, 30)})
    record = award_record(label_of(PROPOSED, issued), None, catalogue, say=say)
    assert record.valid_until == "30 June 2028"
    assert facts(record)["Last day by the rule"].startswith("31 March 2028")


@pytest.mark.parametrize(
    ("entries", "decision"),
    [((PROPOSED,), "Proposed"), ((PROPOSED, REFUSED), "Refused")],
)
def test_without_an_award_there_is_no_validity(
    entries: tuple[LabelDecision, ...], decision: str, catalogue: Catalogue
) -> None:
    record = award_record(label_of(*entries), None, catalogue, say=say)
    assert (record.decision, record.valid_from, record.valid_until) == (decision, "", "")


def test_nothing_decided_is_no_record(catalogue: Catalogue) -> None:
    label = label_of(PROPOSED)._replace(proposed=None)
    with pytest.raises(ValueError, match="nothing was proposed"):
        award_record(label, None, catalogue, say=say)
