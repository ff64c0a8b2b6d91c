"""The second page for a board: tighter before anything is cut, and nothing is cut without need."""

from __future__ import annotations

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.page.page_fit import _shorter, fitted
from assess.core.report.record.board import Summary
from assess.core.text.message import message
from assess.core.text.words import shortened
from assess.languages.message import say
from tests.cases import full_case, report_of

LONG = "A sentence on the label that does not end " * 6


@pytest.fixture(scope="module")
def summary(catalogue: Catalogue) -> Summary:
    return report_of(full_case(catalogue), catalogue).summary


def saying(summary: Summary, *sentences: str, changes: tuple[str, ...] = ()) -> Summary:
    label = summary.label.model_copy(update={"sentences": sentences})
    return summary.model_copy(update={"label": label, "changes": changes, "tight": False})


def test_what_fits_stays_as_it_is(summary: Summary) -> None:
    short = saying(summary, "No decision is recorded.")
    assert fitted(short, say) == short


@pytest.mark.parametrize(
    "much",
    [((LONG,) * 4, ()), (("Short.",), ("What changed since the last round.", "12 Staff: 2 to 3"))],
    ids=["label", "changes"],
)
def test_a_full_page_is_set_tighter_before_anything_is_cut(
    summary: Summary, much: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    full = saying(summary, *much[0], changes=much[1])
    assert fitted(full, say) == full.model_copy(update={"tight": True})


def test_what_is_too_much_is_cut_and_says_where_all_of_it_stands(summary: Summary) -> None:
    found = fitted(saying(summary, *[LONG] * 12), say)
    assert found.tight
    assert found.label.sentences[-1] == say(message(ReportPageMessage.REST_IN_ANNEX))
    assert all(len(one) <= 150 for one in found.label.sentences)
    assert found.label.criteria == summary.label.criteria


@pytest.mark.parametrize(
    ("sentences", "warnings"),
    [
        (("Short.",) * 7, ()),
        (("Short.", LONG), ()),
        (("Short.",), (LONG,)),
        (("Short.",), ("a", "b")),
    ],
    ids=["many", "long", "long warning", "two warnings"],
)
def test_sentences_are_cut_before_remarks(
    summary: Summary, sentences: tuple[str, ...], warnings: tuple[str, ...]
) -> None:
    """A remark that would be cut stays whole where shorter sentences are enough."""
    result = summary.label.model_copy(update={"sentences": sentences, "warnings": warnings})
    first = next(_shorter(result, say))
    assert first.criteria == result.criteria
    assert first.sentences[:-1] == tuple(shortened(text, 150) for text in sentences[:6])
    assert first.warnings == tuple(shortened(text, 150) for text in warnings[:1])
    assert first.sentences[-1] == say(message(ReportPageMessage.REST_IN_ANNEX))


def test_what_is_short_is_not_said_to_stand_elsewhere(summary: Summary) -> None:
    result = summary.label.model_copy(update={"sentences": ("Short.",) * 6, "warnings": ()})
    steps = list(_shorter(result, say))
    rest = say(message(ReportPageMessage.REST_IN_ANNEX))
    assert [len(step.sentences) for step in steps] == [6, 6, 5, 4, 3, 2]
    assert [rest in step.sentences for step in steps] == [False, *[True] * 5]
    assert all(len(line.remark) <= 46 for step in steps for line in step.criteria)
