"""The action plan: a line for each priority, what was agreed, and what became of it."""

from __future__ import annotations

from typing import Any

import pytest

from assess.core.advice.plan import PlanEntry
from assess.core.advice.plan_line import (
    FollowedLine,
    aim_text,
    followed_lines,
    outcome_text,
    plan_lines,
)
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.page.action_plan import action_plan, with_improvements
from assess.core.report.record.report import Outlook
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.cases import full_case, report_of, reviewed
from tests.notation import answered


def test_each_priority_has_a_line_whether_or_not_anything_is_agreed(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    advice, _ = reviewed(case, catalogue)
    lines = plan_lines(advice, {}, score(case, catalogue), catalogue)
    assert [line.key for line in lines] == [each.key for each in advice if not each.noticed]
    assert [line.place for line in lines] == list(range(1, len(lines) + 1))
    assert not any(line.agreed or line.owner or line.due or line.aim for line in lines)
    assert all(line.first_step for line in lines)


def test_what_describes_only_is_not_said_to_move(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    advice, _ = reviewed(case, catalogue)
    scores = score(case, catalogue)
    for line in plan_lines(advice, {}, scores, catalogue):
        assert not line.measure or scores.by_key[line.measure].direction != "none"


def test_what_was_agreed_stays_where_it_is_no_priority_now(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    advice, _ = reviewed(case, catalogue)
    kept = PlanEntry(key="age.gone", task="Do it.", number=1, owner="Ada", due="2027-03")
    silent = PlanEntry(key="age.silent", task="Nothing agreed.")
    entries = {each.key: each for each in (kept, silent)}
    lines = plan_lines(advice, entries, score(case, catalogue), catalogue)
    assert (lines[-1].key, lines[-1].owner, lines[-1].is_priority) == ("age.gone", "Ada", False)
    assert "age.silent" not in [line.key for line in lines]


AIMS = [
    ("40", "written_share", "40\u00a0%"),
    ("40 %", "written_share", "40\u00a0%"),
    ("37,5", "written_share", "37.5\u00a0%"),
    ("half of all", "written_share", "half of all"),
    ("1", "committed_participants", "1\u00a0participant"),
    ("", "written_share", ""),
]


@pytest.mark.parametrize(("aim", "measure", "shown"), AIMS)
def test_an_aim_is_shown_as_stated_with_the_unit_of_its_measure(
    aim: str, measure: str, shown: str, catalogue: Catalogue
) -> None:
    scores = score(answered(committed_total=10, committed_written=2), catalogue)
    assert say(aim_text(aim, scores.get("committed_participants", measure))) == shown


WRITTEN = "committed_participants:written_share"
TURNOVER = "competences:turnover_share"

OUTCOMES = [
    # measure, aim, answers then and now, what is said
    (
        WRITTEN,
        "60",
        40,
        70,
        ("from 40\u00a0% to 70\u00a0%, in the desired", "60\u00a0% is reached."),
    ),
    (WRITTEN, "60", 40, 50, ("from 40\u00a0% to 50\u00a0%, in the desired", "is not reached yet.")),
    (
        WRITTEN,
        "60",
        40,
        30,
        ("from 40\u00a0% to 30\u00a0%, in the opposite", "is not reached yet."),
    ),
    (WRITTEN, "60", 40, 40, ("is 40\u00a0%, as in the last round.", "is not reached yet.")),
    (WRITTEN, "", 40, 70, ("from 40\u00a0% to 70\u00a0%, in the desired direction.",)),
    (WRITTEN, "many more", 40, 70, ("from 40\u00a0% to 70\u00a0%, in the desired direction.",)),
    (WRITTEN, "60", 40, None, ("cannot be compared with the last round.",)),
]


def followed(
    catalogue: Catalogue, measure: str | None, aim: str, then: int, now: int | None, **entry: Any
) -> FollowedLine:
    before = score(answered(committed_total=100, committed_written=then), catalogue)
    values: dict[str, Any] = (
        {} if now is None else {"committed_total": 100, "committed_written": now}
    )
    agreed = PlanEntry(key="a.b", task="Sign them.", number=5, measure=measure, aim=aim, **entry)
    (line,) = followed_lines(
        {"a.b": agreed}, (before, catalogue), score(answered(**values), catalogue), before
    )
    return line


@pytest.mark.parametrize(("measure", "aim", "then", "now", "says"), OUTCOMES)
def test_what_the_measure_did_is_said_against_the_aim(
    measure: str,
    aim: str,
    then: int,
    now: int | None,
    says: tuple[str, ...],
    catalogue: Catalogue,
) -> None:
    said = say(outcome_text(followed(catalogue, measure, aim, then, now)))
    assert all(part in said for part in says), said
    assert ("The aim" in said) == (len(says) == 2)


def test_an_aim_below_the_start_is_reached_from_above(catalogue: Catalogue) -> None:
    assert followed(catalogue, WRITTEN, "30", 40, 20).reached is True
    assert followed(catalogue, WRITTEN, "30", 40, 35).reached is False


def test_what_was_dropped_says_why(catalogue: Catalogue) -> None:
    line = followed(catalogue, WRITTEN, "60", 40, 50, state="dropped", reason="no money")
    plan = action_plan((), (line,), None, say)
    assert plan is not None
    assert plan.followed[0].state == "dropped because: no money"


def test_the_improvements_for_silver_are_drawn_from_the_plan(catalogue: Catalogue) -> None:
    outlook = Outlook(title="Silver", paragraphs=("It asks for three.",))
    better = followed(catalogue, WRITTEN, "60", 40, 70, state="done")
    worse = followed(catalogue, WRITTEN, "60", 40, 30, state="done")
    dropped = followed(catalogue, WRITTEN, "60", 40, 70, state="dropped", reason="no money")
    under_way = better.model_copy(update={"state": "under_way", "task": "Go on."})
    found = with_improvements(outlook, (under_way, worse, dropped, better), say)
    assert [item.text.partition(".")[0] for item in found.items] == ["Sign them", "Go on"]
    assert found.items[0].label == "Step 1 of the action plan"
    assert "2 improvements to document" in found.paragraphs[-1]
    assert with_improvements(outlook, (worse, dropped), say) == outlook


def test_the_report_has_a_line_for_each_card(catalogue: Catalogue) -> None:
    report = report_of(full_case(catalogue), catalogue)
    assert report.plan is not None
    assert [row.task for row in report.plan.rows] == [
        card.action or card.finding for card in report.recommendations
    ]
    assert all(row.owner == row.due == row.aim == row.state == "" for row in report.plan.rows)
