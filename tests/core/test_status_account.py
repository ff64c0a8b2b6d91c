"""Unknown is never no: what a proof and a life say of labels on any day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.label.validity import listed_span
from assess.core.register.life_story import life_story
from assess.core.register.public_label import changes
from assess.core.register.public_view import public_register
from assess.core.register.record import Listing, Record, Withdrawal
from assess.core.register.register import Register
from assess.core.register.statistics import progress
from assess.core.report.document.proof import proof
from assess.exchange.register.public_data import register_json
from assess.languages.message import say
from assess.languages.understanding import understood

TODAY = date(2026, 11, 2)


def award(case: str, starts: str, until: str, on: str, **more: Any) -> LabelDecision:
    stated = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT", "by": "Board"}
    span = {"valid_from": starts, "valid_until": until, "interview_date": starts, "on": on}
    return LabelDecision.model_validate({"case": case, "kind": "awarded", **stated, **span, **more})


def listing(catalogue: Catalogue, key: str, until: str | None, on: str, **more: Any) -> Listing:
    day = date.fromisoformat(until) if until else None
    starts = listed_span(catalogue.label, "Bronze", day, date.fromisoformat(on))[0] if day else None
    stated = {"name": "Fjord Tech", "country": "NOR", "portfolio": "ICT", "by": "Ada", **more}
    return Listing(
        label=key,
        valid_from=starts,
        valid_until=day,
        on=date.fromisoformat(on),
        source="list, line 1",
        **stated,
    )


FIRST = award("one", "2021-03-02", "2023-03-31", "2021-04-10")
LATE = award("two", "2023-04-01", "2026-03-31", "2024-05-01")
REVOKED = FIRST.model_copy(update={"kind": "revoked", "on": date(2022, 1, 1), "reason": "closed"})

Life = Callable[[Catalogue], Sequence[Record]]
UNDATED: Life = lambda catalogue: [listing(catalogue, "u", None, "2012-01-16")]  # noqa: E731
LISTED: Life = lambda catalogue: [listing(catalogue, "l", "2018-12-18", "2018-05-01")]  # noqa: E731
AWARDED: Life = lambda _: [FIRST]  # noqa: E731
ENDED: Life = lambda _: [FIRST, REVOKED]  # noqa: E731
RENEWED: Life = lambda _: [FIRST, LATE]  # noqa: E731
BOTH: Life = lambda catalogue: [*UNDATED(catalogue), *LISTED(catalogue)]  # noqa: E731


@pytest.mark.parametrize(
    ("life", "place", "on", "answer", "then"),
    [
        (
            AWARDED,
            0,
            "2021-03-01",
            (
                "Whether the Bronze Label was valid on 1 March 2021 is not known, because the "
                "register "
                "has no Bronze Label of this organisation before 2 March 2021."
            ),
            "On that day the register did not contain this label yet.",
        ),
        (
            AWARDED,
            0,
            "2022-06-01",
            "The Bronze Label was valid on 1 June 2022.",
            "What the register showed on that day: valid.",
        ),
        (
            AWARDED,
            0,
            "2023-06-01",
            "The Bronze Label was not valid on 1 June 2023: ended, renewable.",
            "What the register showed on that day: ended, renewable.",
        ),
        (
            AWARDED,
            0,
            "2026-11-02",
            "The Bronze Label is not valid on 2 November 2026: ended.",
            "What the register showed on that day: ended.",
        ),
        (
            UNDATED,
            0,
            "2026-11-02",
            (
                "Whether the Bronze Label is valid on 2 November 2026 is not known, because the "
                "list "
                "of 16 January 2012 does not say until when the label is valid."
            ),
            (
                "What the register showed on that day: not known, because the list of 16 January "
                "2012 does not say "
                "until when the label is valid."
            ),
        ),
        (
            UNDATED,
            0,
            "2027-11-02",
            (
                "Whether the Bronze Label will be valid on 2 November 2027 is not known, because "
                "the "
                "list of 16 January 2012 does not say until when the label is valid."
            ),
            (
                "What the register showed on that day: not known, because the list of 16 January "
                "2012 does not say "
                "until when the label is valid."
            ),
        ),
        (
            LISTED,
            0,
            "2016-12-17",
            (
                "Whether the Bronze Label was valid on 17 December 2016 is not known, because "
                "the list "
                "of 1 May 2018 only says until when the label is valid; by the rules it was "
                "valid from "
                "18 December 2016 on, or earlier."
            ),
            "On that day the register did not contain this label yet.",
        ),
        (
            ENDED,
            0,
            "2022-06-01",
            "The Bronze Label was not valid on 1 June 2022: revoked on 1 January 2022.",
            "What the register showed on that day: revoked on 1 January 2022.",
        ),
        (
            RENEWED,
            0,
            "2025-01-01",
            (
                "The Bronze Label was not valid on 1 January 2025: a later label has replaced it "
                "since "
                "1 April 2023."
            ),
            (
                "What the register showed on that day: a later label has replaced it since "
                "1 April 2023."
            ),
        ),
        (
            RENEWED,
            1,
            "2023-07-01",
            "The Bronze Label was valid on 1 July 2023.",
            "On that day the register did not contain this label yet.",
        ),
        (
            RENEWED,
            1,
            "2022-07-01",
            "The Bronze Label was not valid on 1 July 2022: pending.",
            "On that day the register did not contain this label yet.",
        ),
    ],
)
def test_a_proof_says_what_is_known_and_why_what_is_not(
    life: Life, place: int, on: str, answer: str, then: str, catalogue: Catalogue
) -> None:
    register = Register(life(catalogue), catalogue)
    label = register.labels[place]
    day = date.fromisoformat(on)
    made = proof(label, register, day, today=TODAY, say=say, understand=understood)
    assert (made.answer, made.then) == (answer, then)
    titles = {level.id: say(level.full_title) for level in catalogue.label.levels}
    assert made.full_title == titles["Bronze"]
    assert ("not valid" in made.answer) is not ("not known" in made.answer or made.is_valid)


@pytest.mark.parametrize(
    ("life", "told"),
    [
        (
            AWARDED,
            [
                "Bronze from 2021-03-02 to 2023-03-31.",
                "No Bronze Label is known since 2023-03-31.",
            ],
        ),
        (
            RENEWED,
            [
                "Bronze from 2021-03-02 to 2023-03-31.",
                "Renewed late, on 2024-05-01: Bronze from 2023-04-01 to 2026-03-31.",
                "No Bronze Label is known since 2026-03-31.",
            ],
        ),
        (
            BOTH,
            [
                (
                    "Bronze on the list of 2012-01-16, which gives no last day: the validity "
                    "is "
                    "not known."
                ),
                "Bronze until 2018-12-18; by the rules, valid from 2016-12-18 or earlier.",
                "No Bronze Label is known since 2018-12-18.",
            ],
        ),
        (
            ENDED,
            [
                "Bronze from 2021-03-02 to 2023-03-31.",
                "The Bronze Label was revoked on 2022-01-01.",
            ],
        ),
        (
            lambda catalogue: [
                listing(catalogue, "l", "2013-05-01", "2013-01-01"),
                award("g", "2018-01-01", "2030-01-01", "2018-01-01"),
                award("s", "2020-01-01", "2030-01-01", "2020-01-01", level="Silver"),
            ],
            [
                "Bronze until 2013-05-01; by the rules, valid from 2011-05-01 or earlier.",
                "No Bronze Label is known from 2013-05-02 to 2017-12-31.",
                "Bronze from 2018-01-01 to 2030-01-01.",
                "Silver from 2020-01-01 to 2030-01-01.",
            ],
        ),
    ],
)
def test_the_labels_of_an_organisation_are_one_life(
    life: Life, told: list[str], catalogue: Catalogue
) -> None:
    register = Register(life(catalogue), catalogue)
    held = register.held_by(register.labels[0].key)
    assert [say(text) for text in life_story(held, (), TODAY)] == told


def test_a_label_from_a_list_was_listed_and_not_decided_and_is_no_news(
    catalogue: Catalogue,
) -> None:
    records = [
        *UNDATED(catalogue),
        listing(catalogue, "b", "2028-05-31", "2026-10-01", name="Beta"),
        Withdrawal(label="b", on=date(2026, 10, 5), by="Ada", reason="closed"),
    ]
    register = public_register(Register(records, catalogue), TODAY)
    beta, undated = register.labels
    assert (undated.status, say(undated.status_text)) == ("unknown", "listed on 2012-01-16")
    assert (undated.decided_on, undated.listed_on) == ("", "2012-01-16")
    assert beta.status == "revoked"
    assert [str(event.on) for _, event in changes(register, 9)] == ["2026-10-05"]
    data = register_json(register, title="", notice="").decode()
    assert '"status_reason": "the list of 2012-01-16 does not say until when' in data
    assert '"decided_on": null' in data


def test_organisations_of_which_it_is_not_known_are_counted_apart(catalogue: Catalogue) -> None:
    records: list[Record] = [
        *UNDATED(catalogue),
        listing(catalogue, "b", None, "2012-01-16", name="Beta"),
        listing(catalogue, "c", "2028-05-31", "2026-10-01", name="Beta"),
        listing(catalogue, "d", "2013-05-31", "2012-10-01", name="Delta"),
    ]
    register = Register(records, catalogue)
    public = public_register(register, TODAY)
    assert (public.counts.valid, public.unknown, public.counts.organisations) == (1, 1, 3)
    assert [group.unknown for group in public.countries] == [1]
    reached = {one.name: (one.highest_valid, one.may_be_valid) for one in progress(register, TODAY)}
    assert reached == {
        "Fjord Tech": (None, True),
        "Beta": ("Bronze", False),
        "Delta": (None, False),
    }
