"""The report of any case among any peers: all that it says is said, and nothing is left open."""

from __future__ import annotations

import re

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.record.report import Report
from tests.cases import earlier_case, full_case, report_of
from tests.core.test_advice_of_any_case import drawn
from tests.peers import drawn_comparison
from tests.record_texts import record_pictures, record_texts
from tests.slowly import a_few

OPEN = re.compile(
    r"(?<!– )(?<!\d )\bNone\b(?! of )|\bNaN\b|[{}]|Message\(|^ | $| {2}|\.\.(?!\.)|: ?[,;.]| [,;.]"
)
"""What stands in a text of which a value was forgotten, or that was joined badly; a level may be
called None, and none of some peers be in a class."""


def told(report: Report) -> list[str]:
    pictures = [text for each in record_pictures(report) for text in (each.title, each.alternative)]
    return [*record_texts(report), *pictures]


def hold(report: Report) -> None:
    texts = told(report)
    assert len(texts) > 200
    assert [text for text in texts if OPEN.search(text)] == []


@pytest.mark.parametrize("seed", a_few(range(12), 0, 1, 2))
def test_a_report_of_any_case_is_whole(seed: int, catalogue: Catalogue) -> None:
    tried = drawn(seed, catalogue)
    hold(report_of(tried.case, catalogue, comparison=tried.comparison))


def test_a_report_among_peers_with_a_last_round_is_whole(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    comparison = drawn_comparison(case, catalogue, 60)
    report = report_of(
        case, catalogue, comparison=comparison, last=earlier_case(catalogue), waiting=1
    )
    hold(report)
    assert report.summary.peers
