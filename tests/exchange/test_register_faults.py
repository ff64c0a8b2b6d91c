"""Register entries of a case file: an award that does not follow from the case is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.errors import Refused
from assess.exchange.case import case_file
from assess.locations import demonstration_files
from tests.hand_worked import CASE_ID
from tests.hand_worked import case_file as handmade
from tests.notation import NOON

AWARDED = Path(demonstration_files(), "nullfjord.json")

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="session")
def catalogue(first_edition: Catalogue) -> Catalogue:
    """The edition with which the case written by hand was made."""
    return first_edition


def faults(plain: dict[str, Any], catalogue: Catalogue) -> tuple[str, ...]:
    content = json.dumps(plain).encode()
    try:
        case_file.read(content, "case.json", catalogue, now=NOON, new_id="newid")
    except Refused as refused:
        return refused.faults
    return ()


def entry(kind: str, **changed: Any) -> dict[str, Any]:
    """Give an entry that fits the handmade case."""
    return {
        "kind": kind,
        "case": CASE_ID,
        "name": "Handmade Wind Cluster",
        "country": "NOR",
        "portfolio": "Energy and environment",
        "interview_date": "2026-11-02",
        "on": "2026-11-20",
        "by": "The board",
        **changed,
    }


def test_an_award_without_case_verdicts_or_proposal_is_refused(catalogue: Catalogue) -> None:
    plain = handmade()
    plain["answers"] = plain["answers"][:3]
    plain["register"] = [
        entry("awarded", policy="bronze-2019", valid_from="2026-11-02", valid_until="2099-12-31")
    ]
    assert faults(plain, catalogue) == (
        (
            "register[0].kind: awarded, but the label is not proposed; it can be awarded "
            "only after it is proposed"
        ),
        "register[0].kind: awarded, but the case is not finished",
        *(
            f"register[0].kind: awarded, but the verdict on E{number} is open"
            for number in range(1, 9)
        ),
        "register[0].computed_until: an award states this day",
    )


def set_award(**fields: Any) -> Change:
    return lambda plain: plain["register"][1].update(fields)


def without_the_proposal(plain: dict[str, Any]) -> None:
    del plain["register"][0]


def revoked_only(plain: dict[str, Any]) -> None:
    plain["register"][1]["kind"] = "revoked"


def unfinished(plain: dict[str, Any]) -> None:
    plain["case"]["state"] = "in_progress"
    del plain["states"]


def one_not_met(plain: dict[str, Any]) -> None:
    plain["verdicts"][2]["verdict"] = "not_met"


def finished_after_the_award(plain: dict[str, Any]) -> None:
    plain["states"][0]["at"] = "2026-05-01T10:00:00Z"


UNTIL_2099 = {"computed_until": "2099-03-31", "valid_until": "2099-03-31"}
RENEWED = "renewal: previous label until 2096-03-31, plus 36 months, end of month = 2099-03-31"

WRONG: list[tuple[Change, str]] = [
    (set_award(name="Other"), "name: 'Other' is not the name of the organisation"),
    (set_award(country="DNK"), "country: 'DNK' is not the country of the organisation"),
    (set_award(portfolio="ICT"), "portfolio: 'ICT' is not the portfolio of the case"),
    (set_award(website="javascript:alert(1)"), "website: 'javascript:alert(1)' is not the"),
    (set_award(on="2026-03-01"), "kind: awarded, but 2026-03-01 is before the interview"),
    (without_the_proposal, "kind: awarded, but the label is not proposed"),
    (revoked_only, "kind: revoked, but the label is proposed"),
    (unfinished, "kind: awarded, but the case is not finished"),
    (finished_after_the_award, "kind: awarded, but the case is not finished"),
    (one_not_met, "kind: awarded, but the verdict on E3 is not met"),
    (
        set_award(policy="bronze-1999"),
        "policy: 'bronze-1999'; for an interview on 2026-03-12 it is",
    ),
    (set_award(level="Gold"), "policy: there is none for Gold and an interview on 2026-03-12"),
    (set_award(policy=None), "policy: it is missing; for an interview on 2026-03-12 it is bronze"),
    (set_award(**UNTIL_2099), "computed_until: 2099-03-31 is not what the rule gives (2028-03-31)"),
    (set_award(**UNTIL_2099, rule=RENEWED), "rule: no previous label can be valid until 2096"),
    (set_award(rule="previous label until 2026-02-31"), "rule: it names a day that cannot be"),
    (set_award(valid_until="2029-03-31"), "valid_until: 2029-03-31 is not the computed end"),
    (set_award(valid_until="2026-01-31"), "valid_until: 2026-01-31 is before valid_from"),
    (set_award(valid_from="2025-03-12"), "valid_from: 2025-03-12 is not what the rule gives"),
    (set_award(valid_from=None), "valid_from: an award states this day"),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG, ids=[one[1][:40] for one in WRONG])
def test_an_award_that_does_not_follow_is_refused_with_its_place(
    change: Change, sentence: str, catalogue: Catalogue
) -> None:
    plain = json.loads(AWARDED.read_bytes())
    change(plain)
    found = faults(plain, catalogue)
    assert all(one.startswith("register[") for one in found)
    assert any(one.partition("].")[2].startswith(sentence) for one in found), found


def issued_otherwise(plain: dict[str, Any]) -> None:
    said = (
        "the label was issued until 2028-06-30, the computed end is 2028-03-31; the issued "
        "end counts"
    )
    plain["register"][1].update(valid_until="2028-06-30", warnings=[said])


def renewed(plain: dict[str, Any]) -> None:
    plain["register"][1].update(
        valid_from="2026-02-01",
        valid_until="2029-01-31",
        computed_until="2029-01-31",
        rule="renewal: previous label until 2026-01-31, plus 36 months, end of month = 2029-01-31",
    )


def reopened_and_judged_anew(plain: dict[str, Any]) -> None:
    plain["case"]["state"] = "in_progress"
    plain["states"].append({"state": "in_progress", "at": "2026-05-01T10:00:00Z"})
    later = {**plain["verdicts"][0], "verdict": "not_met", "at": "2026-05-01T10:00:00"}
    plain["verdicts"].append(later)


def refused_first_and_renamed_since(plain: dict[str, Any]) -> None:
    first, second = plain["register"]
    before = {**first, "name": "Its former name"}
    refused = {**before, "kind": "refused", "on": "2026-03-25", "reason": "Too early"}
    plain["register"] = [before, refused, first, second]


def revoked_later(plain: dict[str, Any]) -> None:
    awarded = plain["register"][1]
    fields = ("case", "name", "country", "portfolio", "interview_date", "by", "synthetic")
    revoked = {name: awarded[name] for name in fields}
    plain["register"].append({**revoked, "kind": "revoked", "on": "2026-06-01", "reason": "Ended"})


@pytest.mark.parametrize(
    "change",
    [
        issued_otherwise,
        renewed,
        reopened_and_judged_anew,
        refused_first_and_renamed_since,
        revoked_later,
    ],
)
def test_what_can_have_happened_is_taken(change: Change, catalogue: Catalogue) -> None:
    plain = json.loads(AWARDED.read_bytes())
    change(plain)
    assert faults(plain, catalogue) == ()


def test_an_entry_of_the_wrong_form_accuses_no_other(catalogue: Catalogue) -> None:
    plain = json.loads(AWARDED.read_bytes())
    plain["register"][0]["on"] = "soon"
    (found,) = faults(plain, catalogue)
    assert found.startswith("register[0].on: 'soon' is not a day")
