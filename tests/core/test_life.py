"""The life of labels: properties that hold whatever is decided, listed, linked and revoked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.label.validity import listed_span, validity, window_end
from assess.core.register.record import Label, Link, Listing, Record, Withdrawal
from assess.core.register.register import Register
from assess.core.register.validity_timeline import LabelStatus
from assess.languages.message import say

DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def decided(case: str, kind: str, interview: date, on: date, **more: Any) -> LabelDecision:
    stated = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT", "by": "Board", **more}
    return LabelDecision(kind=kind, case=case, interview_date=interview, on=on, **stated)  # type: ignore[arg-type]


def awarded(
    register: Register, case: str, interview: date, on: date, **more: Any
) -> tuple[LabelDecision, bool] | None:
    """Give an award by the policy of the day, and whether it renews; None: no policy then."""
    level = more.get("level", "Bronze")
    policy = register.catalogue.label.policy_for(level, interview)
    if policy is None:
        return None
    before = register.previous(more.get("name", "Fjord Tech"), "NOR", level, interview)
    found = validity(policy, interview, before.valid_until if before else None)
    span = {"valid_from": found.valid_from, "valid_until": found.valid_until, **more}
    entry = decided(case, "awarded", interview, on, policy=policy.id, rule=found.rule, **span)
    return entry, found.kind == "renewal" and policy.renewal is not None


def listed(key: str, rules: Any, until: date | None, on: date, **more: Any) -> Listing:
    starts, rule = listed_span(rules, "Bronze", until, on) if until else (None, None)
    stated = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT", "by": "Ada", **more}
    return Listing(
        label=key,
        valid_from=starts,
        valid_until=until,
        rule=rule,
        on=on,
        source="list.txt, line 3",
        **stated,
    )


DAYS = st.dates(date(2011, 1, 1), date(2029, 12, 31))


@st.composite
def steps(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw what happens to an organisation, in any order."""
    step = st.fixed_dictionaries(
        {
            "what": st.sampled_from(
                [
                    *["award", "award", "award", "issued", "refuse", "revoke", "list", "undated"],
                    *["part", "join"],
                ]
            ),
            "on": DAYS,
            "wait": st.integers(0, 200),
            "months": st.integers(-3, 50),
            "name": st.sampled_from(["Fjord Tech", "fjord  tech", "New Fjord"]),
            "level": st.sampled_from(["Bronze", "Bronze", "Silver"]),
        }
    )
    return draw(st.lists(step, min_size=1, max_size=9))


def life_of(steps: list[dict[str, Any]], catalogue: Catalogue) -> list[Record]:
    """Make the records of a life; New Fjord continues Fjord Tech, until they are parted."""
    link = Link(
        name="New Fjord",
        country="NOR",
        other_name="Fjord Tech",
        other_country="NOR",
        how="renamed",
        on=day("2011-01-01"),
        by="Ada",
    )
    records: list[Record] = [link]
    for number, step in enumerate(steps):
        register = Register(records, catalogue)
        key, named = f"case{number}", {"name": step["name"]}
        on = step["on"] + timedelta(days=step["wait"])
        match step["what"]:
            case "award" | "issued":
                more = {**named, "level": step["level"]}
                found = awarded(register, key, step["on"], on, **more)
                if found:
                    entry, _ = found
                    if step["what"] == "issued" and entry.valid_from:
                        until = entry.valid_from + timedelta(days=31 * max(0, step["months"]))
                        entry = entry.model_copy(update={"valid_until": until})
                    records.append(entry)
            case "refuse":
                records.append(decided(key, "refused", step["on"], on, **named))
            case "revoke":
                standing = [one for one in register.labels if one.given and not one.ended]
                if standing:
                    records.append(_revoked(standing[number % len(standing)], on))
            case "part" | "join":
                kind = "unlinked" if step["what"] == "part" else "linked"
                records.append(link.model_copy(update={"kind": kind, "on": on}))
            case _:
                ends = step["on"] if step["what"] == "list" else None
                records.append(listed(key, catalogue.label, ends, on, **named))
    return records


def _revoked(label: Label, on: date) -> Record:
    if label.awarded:
        return label.awarded.model_copy(
            update={"kind": DecisionKind.REVOKED, "on": on, "reason": "merged"}
        )
    return Withdrawal(label=label.case, on=on, by="Board", reason="merged")


def test_every_day_has_one_status_and_a_track_one_valid_label(catalogue: Catalogue) -> None:
    @given(steps())
    @settings(max_examples=150, deadline=None)
    def holds(drawn: list[dict[str, Any]]) -> None:
        _check_days(Register(life_of(drawn, catalogue), catalogue))

    holds()


def _check_days(register: Register) -> None:
    turns = {date.min, day("2035-01-01")}
    for label in register.labels:
        spans = register.life(label)
        assert spans[0].first is None
        assert spans[-1].last is None
        for earlier, later in pairwise(spans):
            assert later.first is not None
            assert earlier.last == later.first - DAY
            assert earlier.status is not later.status
        turns |= _check_then(register, label)
        for span in spans:
            inside = [one for one in (span.first, span.last) if one]
            if len(inside) == 2:
                assert inside[0] <= inside[1]
                inside.append(inside[0] + (inside[1] - inside[0]) / 2)
            for one in inside or [day("2020-02-29")]:
                assert register.status(label, one) is span.status
                turns |= {one, one + DAY} if one < date.max else {one}
    for one in sorted(turns):
        valid = [
            (register.organisation(label.key), label.level)
            for label in register.labels
            if register.status(label, one) is LabelStatus.VALID
        ]
        assert len(valid) == len(set(valid)), one


def test_a_renewal_follows_the_label_before_it_without_a_gap(catalogue: Catalogue) -> None:
    @given(DAYS, st.lists(st.integers(-400, 800), max_size=5))
    @settings(max_examples=150, deadline=None)
    def holds(begins: date, offsets: list[int]) -> None:
        _check_renewals(begins, offsets, catalogue)

    holds()


def _check_then(register: Register, label: Label) -> set[date]:
    """Compare the life as known then with the register of each day on which it changes."""
    spans = register.life_as_known_then(label)
    assert (spans[0].first, spans[-1].last) == (None, None)
    turns = {one for span in spans for one in (span.first, span.last) if one}
    for span in spans:
        for one in (span.first, span.last):
            if one is None:
                continue
            then = register.as_known_on(one)
            held = {(known.case, known.level): known for known in then.labels}
            known = held.get((label.case, label.level))
            assert (then.status(known, one) if known else None) == span.status, one
    return turns


def _check_renewals(begins: date, offsets: list[int], catalogue: Catalogue) -> None:
    """Each interview is so many days from the end of the label before."""
    records: list[Record] = []
    interview = begins
    for number, offset in enumerate([0, *offsets]):
        register = Register(records, catalogue)
        before = register.labels[-1] if register.labels else None
        if before and before.valid_until and before.interview_date:
            interview = max(before.interview_date + DAY, before.valid_until + offset * DAY)
        found = awarded(register, f"case{number}", interview, interview + 20 * DAY)
        if found is None:
            return
        entry, renews = found
        records.append(entry)
        if renews:
            assert before
            assert before.valid_until
            assert entry.valid_from == before.valid_until + DAY
            now = Register(records, catalogue)
            both = [now.status(one, before.valid_until) for one in now.labels[-2:]]
            assert both == [LabelStatus.VALID, LabelStatus.PENDING]
            both = [now.status(one, entry.valid_from) for one in now.labels[-2:]]
            assert both == [LabelStatus.SUPERSEDED, LabelStatus.VALID]


def test_what_was_known_then_is_not_what_is_known_now(catalogue: Catalogue) -> None:
    """The late renewal of label.md: interview 2024-03-29, previous label until 2023-03-31."""
    first, _ = awarded(Register([], catalogue), "one", day("2021-03-02"), day("2021-04-10")) or (
        0,
        0,
    )
    assert isinstance(first, LabelDecision)
    late, _ = awarded(
        Register([first], catalogue), "two", day("2024-03-29"), day("2024-05-01")
    ) or (
        0,
        0,
    )
    assert isinstance(late, LabelDecision)
    now = Register([first, late], catalogue)
    asked = day("2023-07-01")
    assert [now.status(one, asked) for one in now.labels] == ["superseded", "valid"]
    then = now.as_known_on(asked)
    assert [then.status(one, asked) for one in then.labels] == ["expired_renewable"]


def test_silver_does_not_supersede_bronze(catalogue: Catalogue) -> None:
    bronze, _ = awarded(Register([], catalogue), "one", day("2021-03-02"), day("2021-04-10")) or (
        0,
        0,
    )
    silver, _ = awarded(
        Register([], catalogue), "two", day("2022-10-01"), day("2022-12-01"), level="Silver"
    ) or (0, 0)
    assert isinstance(bronze, LabelDecision)
    assert isinstance(silver, LabelDecision)
    register = Register([bronze, silver], catalogue)
    assert [register.status(one, day("2023-01-01")) for one in register.labels] == ["valid"] * 2


@pytest.mark.parametrize(
    ("until", "on", "starts", "said"),
    [
        ("2018-12-18", "2026-11-24", "2016-12-18", "bronze-2010, valid from"),
        ("2018-02-28", "2026-11-24", "2016-02-29", "bronze-2010, valid from"),
        ("2018-12-18", "2016-12-01", "2016-12-01", "from the day of the list (2016-12-01)"),
        ("2026-03-31", "2026-11-24", "2024-03-31", "bronze-2019, valid from"),
        ("1999-01-01", "2026-11-24", "1999-01-01", "no policy says from which day"),
    ],
)
def test_a_listed_label_is_valid_from_a_day_that_its_rule_gives(
    until: str, on: str, starts: str, said: str, catalogue: Catalogue
) -> None:
    found, rule = listed_span(catalogue.label, "Bronze", day(until), day(on))
    assert str(found) == starts
    assert said in say(rule)


def test_a_label_listed_without_a_date_never_lapses_until_a_later_one_replaces_it(
    catalogue: Catalogue,
) -> None:
    undated = listed("u", catalogue.label, None, day("2012-01-16"))
    register = Register([undated], catalogue)
    (label,) = register.labels
    assert register.status(label, day("2012-01-16")) == "unknown"
    assert register.status(label, day("2014-01-16")) == "unknown"
    assert register.status(label, day("2034-01-17")) == "unknown"
    dated = listed("d", catalogue.label, day("2012-11-10"), day("2017-01-01"))
    register = Register([undated, dated], catalogue)
    label = next(one for one in register.labels if one.case == "u")
    assert register.status(label, day("2011-01-01")) == "superseded"
    later = listed("l", catalogue.label, day("2017-11-10"), day("2017-12-01"))
    register = Register([undated, later], catalogue)
    label = next(one for one in register.labels if one.case == "u")
    assert register.status(label, day("2012-06-01")) == "unknown"
    assert register.status(label, day("2016-01-01")) == "superseded"


def test_two_entries_of_one_organisation_can_be_joined_and_parted(catalogue: Catalogue) -> None:
    one = listed("a", catalogue.label, day("2018-01-25"), day("2018-05-01"), name="MedTech")
    two = listed("b", catalogue.label, day("2018-04-18"), day("2018-05-01"), name="MedTech Group")
    link = Link(
        name="MedTech Group",
        country="NOR",
        other_name="MedTech",
        other_country="NOR",
        how="same",
        on=day("2018-06-01"),
        by="Ada",
    )

    def statuses(*records: Record) -> list[str]:
        register = Register(records, catalogue)
        return [register.status(label, day("2017-01-01")) for label in register.labels]

    assert statuses(one, two) == ["valid", "valid"]
    assert statuses(one, two, link) == ["superseded", "valid"]
    parted = link.model_copy(update={"kind": "unlinked"})
    assert statuses(one, two, link, parted) == ["valid", "valid"]


def test_a_window_is_open_where_a_policy_has_one_after_the_end(catalogue: Catalogue) -> None:
    rules = catalogue.label
    assert window_end(rules, "Bronze", day("2018-04-18")) is None
    assert window_end(rules, "Bronze", day("2019-06-01")) == day("2020-06-30")
    assert window_end(rules, "Bronze", day("2023-03-31")) == day("2024-03-31")
    assert window_end(rules, "Gold", day("2023-03-31")) is None


def test_the_last_day_of_the_calendar_has_a_life_too(catalogue: Catalogue) -> None:
    register = Register([listed("l", catalogue.label, date.max, day("2026-01-01"))], catalogue)
    (label,) = register.labels
    assert [span.status for span in register.life(label)] == ["unknown", "valid"]
    assert register.status(label, date.max) == "valid"
