"""Random cases for properties: every type of question, every status, every script."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment
from assess.core.case.reading.choice import choices_of
from assess.core.catalogue.answer_status import WITH_REASON, Status
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
from tests.notation import NOON, case_of

_PIECES = st.sampled_from(
    (
        *(
            "Åse",
            "Łódź",
            "Ελλάδα",
            "Россия",
            "العربية",
            "עברית",
            "ไทย",
            "日本語",
            "हिन्दी",
            "🦑👩‍🔬",
        ),
        *("=1+1", "+49 30", "-5", "@SUM(A1)", "'quoted'", "a;b,c", 'a "b"', "[bold]", "{{ x }}"),
        *(
            "<script>",
            "&amp;",
            "_x0041_",
            "line\nbreak",
            "tab\there",
            "\u202eturned",
            "e\u0301",
            "%",
        ),
        *("none", "yes", "12", "NULL", "true", "1e5", "2009-05", "#REF!"),
    )
)

TEXTS = st.lists(_PIECES, min_size=1, max_size=4).map(" ".join)
"""Texts of any script, and such as formats stumble over; none begins or ends with a space."""


def values(question: Question, catalogue: Catalogue) -> st.SearchStrategy[Any]:
    """Give values of the right form for a question."""
    match question:
        case IntegerQuestion():
            low, high = int(question.min or 0), int(min(question.max or 10**9, 10**9))
            return st.integers(low, high)
        case DecimalQuestion():
            floor, top = question.min or 0, min(question.max or 10**9, 10**9)
            whole = st.integers(int(floor), int(top))
            return whole | st.floats(floor, top).map(lambda one: round(one, 3))
        case MonthQuestion():
            years = st.integers(1850, 2026)
            return years.map(str) | st.builds(
                lambda year, month: f"{year}-{month:02d}", years, st.integers(1, 12)
            )
        case SelectOneQuestion():
            return st.sampled_from([one.name for one in question.choices])
        case SelectMultipleQuestion():
            names = [one.name for one in choices_of(question, catalogue)]
            chosen = st.lists(st.sampled_from(names), unique=True, max_size=5)
            return chosen.map(lambda several: sorted(several, key=names.index))
        case ScaleQuestion() | YesPartlyNoQuestion():
            is_scale = isinstance(question, ScaleQuestion)
            return st.integers(0, 4) if is_scale else st.sampled_from(["yes", "partly", "no"])
        case SharesQuestion():
            return _shares(question)
        case CountsQuestion() | GridQuestion():
            most = question.top_level if isinstance(question, GridQuestion) else 900
            return st.fixed_dictionaries(dict.fromkeys(question.part_names, st.integers(0, most)))
        case StoriesQuestion():
            return _stories(question)
        case UrlQuestion():
            return st.just("https://cluster.example/søk?q=1")
        case _:
            return TEXTS


def _shares(question: SharesQuestion) -> st.SearchStrategy[dict[str, float]]:
    names = question.part_names
    cuts = st.lists(st.integers(0, 200), min_size=len(names) - 1, max_size=len(names) - 1)

    def shared(points: list[int]) -> dict[str, float]:
        edges = [0, *sorted(points), 200]
        halves = [high - low for low, high in pairwise(edges)]
        return {
            name: half // 2 if half % 2 == 0 else half / 2
            for name, half in zip(names, halves, strict=True)
        }

    return cuts.map(shared)


def _stories(question: StoriesQuestion) -> st.SearchStrategy[list[dict[str, Any]]]:
    story = st.fixed_dictionaries(
        {"title": TEXTS, "problem": TEXTS, "released": st.booleans()},
        optional={"role": TEXTS, "participants": TEXTS, "result": TEXTS},
    )
    return st.lists(story, min_size=1, max_size=question.most)


@st.composite
def answers(draw: st.DrawFn, question: Question, catalogue: Catalogue) -> Answer:
    """Give an answer to a question: a value or any status, with what may stand beside it."""
    status = draw(
        st.sampled_from(
            [Status.ANSWERED] * 6 + [one for one in Status if one is not Status.SKIPPED]
        )
    )
    with_value = status in (Status.ANSWERED, Status.IMPLAUSIBLE)
    return Answer(
        question=question.name,
        status=status,
        value=draw(values(question, catalogue)) if with_value else None,
        reason=draw(TEXTS) if status in WITH_REASON else None,
        note=draw(st.none() | TEXTS),
        flag=draw(st.booleans()),
        follow_up_by=date(2026, 12, 1) if status is Status.FOLLOW_UP else None,
        at=NOON,
        by="Ada Expert",
    )


@st.composite
def cases(draw: st.DrawFn, catalogue: Catalogue, least: int = 0) -> Assessment:
    """Give a case in which some questions are answered, whatever the others say."""
    names = draw(
        st.lists(
            st.sampled_from(list(catalogue.questions)), unique=True, min_size=least, max_size=12
        )
    )
    name = draw(TEXTS)
    given = [draw(answers(catalogue.questions[one], catalogue)) for one in names]
    return Assessment(case=case_of(name.strip())).with_answers(given)
