"""Carrying a case: whatever happened in it, it arrives whole, and leaves again as it came."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess import workflow
from assess.catalogue import load
from assess.core.advice.review import Edit
from assess.core.case.assessment import Assessment, Impartiality, State
from assess.core.case.history.proposal import Decided, Proposal
from assess.core.catalogue.answer_status import CHOSEN_BY_EXPERT
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.errors import AssessError
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.case import proposing
from assess.workflow.program.verifying import verify
from tests.cases import SEEN
from tests.editions import issue
from tests.notation import NOON, case_of
from tests.nothing_known import with_nothing_open

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: bool(text.strip())
)


def value_of(question: Question, catalogue: Catalogue) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0912  one arm for each type
    """Give values that an answer may have, most of them right."""
    match question:
        case IntegerQuestion():
            return st.integers(0, 400)
        case DecimalQuestion():
            return st.floats(0, 1e6, allow_nan=False) | st.integers(0, 10**9)
        case MonthQuestion():
            return st.from_regex(r"\A(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?\Z")
        case SelectOneQuestion():
            return st.sampled_from([choice.name for choice in question.choices])
        case SelectMultipleQuestion():
            names = [choice.name for choice in question.choices]
            names = names or [country.code for country in catalogue.countries]
            return st.lists(st.sampled_from(names), unique=True, max_size=5)
        case ScaleQuestion():
            return st.integers(0, 4)
        case YesPartlyNoQuestion():
            return st.sampled_from(["yes", "partly", "no"])
        case SharesQuestion():
            parts = question.part_names
            return st.permutations([100, *[0] * (len(parts) - 1)]).map(
                lambda shares: dict(zip(parts, shares, strict=True))
            )
        case CountsQuestion():
            return st.fixed_dictionaries(dict.fromkeys(question.part_names, st.integers(0, 90)))
        case GridQuestion():
            levels = st.integers(0, question.top_level)
            return st.fixed_dictionaries(dict.fromkeys(question.part_names, levels))
        case StoriesQuestion():
            story = st.fixed_dictionaries(
                {"title": TEXT}, optional={"result": TEXT, "released": st.booleans()}
            )
            return st.lists(story, max_size=3)
        case UrlQuestion():
            return st.just("https://test.example")
        case _:
            return TEXT


Step = Callable[[Desk, Assessment], Assessment]


@st.composite
def steps(draw: st.DrawFn, catalogue: Catalogue) -> Step:
    """Give something that an expert may do in a case."""
    name = draw(st.sampled_from(list(catalogue.questions)))
    kind = draw(
        st.sampled_from(
            ["answer"] * 5
            + ["status", "note", "draft", "verdict", "edit", "day", "proposal", "edition"]
        )
    )
    reason = draw(st.none() | TEXT)
    match kind:
        case "answer":
            value = draw(value_of(catalogue.questions[name], catalogue))
            return lambda desk, case: (
                workflow.answer(desk, case, name, value, reason=reason).assessment
            )
        case "status":
            status = draw(st.sampled_from(CHOSEN_BY_EXPERT))
            by = draw(st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)))
            return lambda desk, case: (
                workflow.answer(
                    desk, case, name, status=status, reason=reason, follow_up_by=by
                ).assessment
            )
        case "note":
            flag = draw(st.booleans())
            return lambda desk, case: (
                workflow.remark(desk, case, name, note=reason or "", flag=flag).assessment
            )
        case "draft":
            return _unchanged(
                lambda desk, case: workflow.save_draft(desk, case, name, reason or "")
            )
        case "proposal":
            value = draw(value_of(catalogue.questions[name], catalogue))
            offered = Proposal(question=name, value=value, note=reason, source="A copy")
            then = draw(st.sampled_from([None, proposing.take, proposing.decline]))
            return lambda desk, case: _proposed(desk, case, offered, then)
        case "edition":
            return _unchanged(lambda desk, case: issue(desk, case, title=reason))
        case "day":
            day = draw(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
            return lambda desk, case: _moved(desk, case, day)
        case "verdict":
            criterion = draw(st.sampled_from([one.id for one in catalogue.label.criteria]))
            return _unchanged(
                lambda desk, case: workflow.verdict(
                    desk, case, criterion, "met", f"{reason} {SEEN}"
                )
            )
        case _:
            edit = Edit(about="recommendation", key="own.x", own=True, action=reason)
            return _unchanged(lambda desk, case: workflow.edit(desk, case, [edit]))


def _proposed(
    desk: Desk, assessment: Assessment, offered: Proposal, then: Callable[..., object] | None
) -> Assessment:
    proposing.propose(desk, assessment, [offered])
    for found in proposing.proposals(desk, assessment).values():
        if then is not None:
            then(desk, assessment, found[0])
            break
    return desk.store.assessment(assessment.case.id)


def _moved(desk: Desk, assessment: Assessment, day: date) -> Assessment:
    case = assessment.case
    details = case.details.model_copy(update={"interview_date": day})
    workflow.change_details(desk, case, case.organisation, details)
    return desk.store.assessment(case.id)


def _unchanged(do: Callable[[Desk, Assessment], object]) -> Step:
    def step(desk: Desk, case: Assessment) -> Assessment:
        do(desk, case)
        return case

    return step


def desk_at(path: Path, catalogue: Catalogue) -> Desk:
    return Desk(
        newest=catalogue,
        store=Store(path, now=NOON),
        clock=lambda: NOON,
        new_id=lambda: "thiscase",
    )


def bring(desk: Desk, path: Path) -> Assessment:
    """Take in a case file, and give its case."""
    (one,) = workflow.import_files(desk, [path])
    assert one.assessment is not None
    return one.assessment


CATALOGUE = load(indicators_folder())


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(steps(CATALOGUE), max_size=25))
def test_any_case_is_exported_imported_and_exported_to_the_same_bytes(done: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "first.json"), Path(folder, "second.json")
        with desk_at(Path(folder, "here.db"), CATALOGUE) as desk:
            pattern = case_of("Any Cluster", impartiality=None)
            begun = workflow.begin(desk, pattern.organisation, pattern.details)
            case = desk.store.assessment(begun.id)
            for step in done:
                case = step(desk, case)
            workflow.export_case(desk, case, first)
            history = desk.store.answers.history("thiscase")
            proposed = unnumbered(desk.store.proposals.history("thiscase"))
            issued = desk.store.editions.of("thiscase")
        with desk_at(Path(folder, "there.db"), CATALOGUE) as desk:
            taken = bring(desk, first)
            assert taken == case
            for question in CATALOGUE.questions:
                ours = [answer for answer in history if answer.question == question]
                assert list(desk.store.answers.history("thiscase", question)) == ours
            assert unnumbered(desk.store.proposals.history("thiscase")) == proposed
            assert desk.store.editions.of("thiscase") == issued
            assert verify(desk).is_whole
            workflow.export_case(desk, taken, second)
        assert first.read_bytes() == second.read_bytes()


def test_decisions_travel_with_their_history(
    desk: Desk, case: Assessment, tmp_path: Path, catalogue: Catalogue
) -> None:
    case = with_nothing_open(desk, case.case.id)
    workflow.finish(desk, case)
    workflow.reopen(desk, desk.store.assessment(case.case.id), "A figure was wrong")
    workflow.finish(desk, desk.store.assessment(case.case.id))
    for word in ("met", "not_met"):
        workflow.verdict(desk, case, "E1", word, "Seen")
    path = tmp_path / "case.json"
    workflow.export_case(desk, desk.store.assessment(case.case.id), path)
    with desk_at(tmp_path / "there.db", catalogue) as there:
        taken = bring(there, path)
        case_id = taken.case.id
        assert taken.case.state is State.FINISHED
        changes = there.store.states.history(case_id)
        assert [change.reason for change in changes] == [None, "A figure was wrong", None]
        assert [given.verdict for given in there.store.verdicts.history(case_id)] == [
            "met",
            "not_met",
        ]
        assert there.store.verdicts.of(case_id)["E1"].verdict == "not_met"


def test_an_awarded_case_goes_round_and_a_planted_end_is_refused(
    desk: Desk, tmp_path: Path, catalogue: Catalogue
) -> None:
    pattern = case_of("Round Cluster")
    declared = Impartiality(statement="none", by="Ada Expert", on=desk.today)
    details = pattern.details.model_copy(update={"impartiality": declared})
    day = details.interview_date
    begun = workflow.begin(desk, pattern.organisation, details)
    case = desk.store.assessment(begun.id)
    case = with_nothing_open(desk, case.case.id)
    workflow.finish(desk, case)
    case = desk.store.assessment(begun.id)
    for criterion in catalogue.label.criteria:
        for word in ("not_met", "met"):
            workflow.verdict(desk, case, criterion.id, word, SEEN)
    workflow.propose(desk, case)
    previous = day - timedelta(days=40)
    workflow.award(desk, case, by="The board", on=max(day, desk.today), previous=previous)
    path = tmp_path / "case.json"
    workflow.export_case(desk, case, path)
    with desk_at(tmp_path / "there.db", catalogue) as there:
        planted = json.loads(path.read_bytes())
        planted["register"][1]["valid_until"] = "2099-12-31"
        wrong = tmp_path / "planted.json"
        wrong.write_text(json.dumps(planted), encoding="utf-8")
        with pytest.raises(AssessError, match=r"register\[1\]\.valid_until: 2099-12-31 differs"):
            bring(there, wrong)
        assert there.store.cases.all() == ()
        assert there.store.register.entries() == ()
        taken = bring(there, path)
        workflow.export_case(there, taken, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == path.read_bytes()


def test_an_export_that_cannot_be_written_leaves_what_was_there(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    with pytest.raises(AssessError, match="cannot be written"):
        workflow.export_case(desk, case, tmp_path / "no folder" / "case.json")
    assert not list(tmp_path.glob("*.json"))


def test_what_is_proposed_and_cannot_be_taken_travels_all_the_same(
    desk: Desk, case: Assessment, tmp_path: Path
) -> None:
    wrong = Proposal(question="team_experience", value=171, source="the returned questionnaire")
    assert proposing.propose(desk, case, [wrong]) == 1
    workflow.export_case(desk, case, tmp_path / "case.json")
    with desk_at(tmp_path / "there.db", desk.newest) as other:
        arrived = bring(other, tmp_path / "case.json")
        ((kept,),) = proposing.proposals(other, arrived).values()
        assert (kept.value, kept.source) == (171, "the returned questionnaire")
        assert not proposing.take(other, arrived, kept).is_saved


def unnumbered(decided: Iterable[Decided]) -> list[Decided]:
    """Give proposals without their numbers, which each database gives itself."""
    return [
        each.model_copy(update={"proposal": each.proposal.model_copy(update={"id": None})})
        for each in decided
    ]
