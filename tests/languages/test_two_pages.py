"""The two pages for a board are two in every language, and each thing is on its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.languages import speaking
from assess.languages.language import PSEUDO
from assess.render.document.document import write_report
from tests.cases import earlier_case, full_case, report_of
from tests.paper import Paper, squeezed
from tests.peers import drawn_comparison


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [1, 2])
@pytest.mark.parametrize("language", ["da", "de", "en", "es", "fr", "it", "pl", PSEUDO])
def test_the_two_pages_are_two(
    language: str, rounds: int, catalogue: Catalogue, templates: Path, tmp_path: Path
) -> None:
    case = full_case(catalogue)
    last = earlier_case(catalogue) if rounds == 2 else None
    with speaking(language):
        comparison = drawn_comparison(case, catalogue)
        report = report_of(case, catalogue, comparison=comparison, last=last)
        target = tmp_path / "summary.pdf"
        assert write_report(report, templates, target, summary=True).pages == 2
    summary = report.summary
    first, second = (Paper(target).page(number) for number in (1, 2))
    for text in (
        *(strength.text for strength in summary.strengths),
        *(part for each in summary.priorities for part in (each.text, each.first_step)),
        summary.more_priorities,
    ):
        assert squeezed(text) in first
    for text in (summary.key_figures[0].label, summary.label.headline, summary.reading):
        assert squeezed(text) in second
    assert len(summary.priorities) >= 3
