"""The second page for a board: tighter before anything is cut, and nothing is cut without need."""

from __future__ import annotations

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.page.page_fit import fitted
from assess.core.report.record.board import Summary
from assess.core.text.message import message
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
