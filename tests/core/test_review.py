"""The expert's edits of recommendations: kept apart, and re-applied."""

from __future__ import annotations

from assess.core.advice.recommendation import Recommendation, recommend
from assess.core.advice.review import Edit, review
from assess.core.advice.strength import strengths
from assess.core.case.answer import Answer
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.score import score
from assess.languages.message import say
from assess.languages.understanding import in_english
from tests.notation import answered


def found(key: str, finding: str = "It is so.") -> Recommendation:
    return Recommendation(
        key=key, indicator=key, number=1, finding=finding, meaning="m", action="a", first_step="f"
    )


def edit(key: str, **fields: object) -> dict[str, Edit]:
    return {key: Edit.model_validate({"about": "recommendation", "key": key, **fields})}


def test_without_edits_the_order_of_the_catalogue_stays() -> None:
    assert [
        one.key for one in review("recommendation", [found("a"), found("b")], {}, in_english)
    ] == ["a", "b"]


def test_an_edited_text_survives() -> None:
    edits = edit("a", action="Do this.", based_on="It is so.")
    (one,) = review("recommendation", [found("a")], edits, in_english)
    assert (one.action, one.meaning, one.edited, one.outdated) == ("Do this.", "m", True, None)


def test_when_the_finding_changes_both_are_shown() -> None:
    edits = edit("a", finding="My words.", based_on="It is so.")
    (one,) = review("recommendation", [found("a", "It is other now.")], edits, in_english)
    assert (one.finding, one.outdated) == ("My words.", "It is other now.")


def test_an_edited_text_is_kept_when_its_rule_no_longer_applies() -> None:
    edits = edit("a", action="Do this.", based_on="It is so.")
    (one,) = review("recommendation", [], edits, in_english)
    assert one.gone
    assert one.action == "Do this."


def test_dropped_ones_come_last_and_can_be_taken_back() -> None:
    dropped = edit("a", state="dropped")
    assert [
        one.key for one in review("recommendation", [found("a"), found("b")], dropped, in_english)
    ] == [
        "b",
        "a",
    ]
    back = edit("a", state="proposed")
    assert [
        one.key for one in review("recommendation", [found("a"), found("b")], back, in_english)
    ] == [
        "a",
        "b",
    ]


def test_ranks_order_and_own_ones_are_added() -> None:
    edits = {
        **edit("b", rank=1),
        **edit("own-1", own=True, finding="Mine.", rank=2),
    }
    result = review("recommendation", [found("a"), found("b")], edits, in_english)
    assert [one.key for one in result] == ["b", "own-1", "a"]
    assert result[1].own


def test_a_class_triggers_its_recommendation(catalogue: Catalogue) -> None:
    case = answered(legal_form="no_own_legal_form")
    keys = {one.indicator for one in recommend(score(case, catalogue), case, catalogue)}
    assert "legal_form" in keys
    other = answered(legal_form="association")
    assert "legal_form" not in {
        one.indicator for one in recommend(score(other, catalogue), other, catalogue)
    }


def test_missing_elements_are_named_and_nothing_is_left_to_fill_in(catalogue: Catalogue) -> None:
    levels = dict.fromkeys(catalogue.questions["planning"].part_names, 3)
    case = answered(planning={**levels, "financial_controlling": 0})
    (one,) = [
        one
        for one in recommend(score(case, catalogue), case, catalogue)
        if one.indicator == "strategic_planning"
    ]
    assert "controlling" in say(one.finding).casefold()
    assert "{" not in say(one.finding)


def test_nothing_is_concluded_from_answers_that_contradict_each_other(
    catalogue: Catalogue,
) -> None:
    def praised(active: int) -> bool:
        case = answered(committed_total=34, participants_in_activities=active)
        return any(
            one.indicator == "cooperation_degree"
            for one in strengths(score(case, catalogue), case, catalogue)
        )

    assert praised(34)
    assert not praised(36)


def test_nothing_is_concluded_from_what_is_unusual_without_a_reason(catalogue: Catalogue) -> None:
    def praised(reason: str | None) -> bool:
        case = answered(participants_in_activities=600)
        total = Answer(question="committed_total", status=Status.ANSWERED, value=600, reason=reason)
        case = case.with_answer(total)
        return any(
            one.indicator == "cooperation_degree"
            for one in strengths(score(case, catalogue), case, catalogue)
        )

    assert praised("the whole region is in it")
    assert not praised(None)


def test_an_empty_case_is_recommended_nothing(catalogue: Catalogue) -> None:
    case = answered()
    scores = score(case, catalogue)
    assert recommend(scores, case, catalogue) == ()
    assert strengths(scores, case, catalogue) == ()
