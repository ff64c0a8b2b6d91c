"""The web page of one fixed case, letter by letter as it is kept in `tests/golden/report.html`.

After a change that is meant, look at what differs and keep the new page:

    RENEW_GOLDEN=1 ./run pytest tests/render/test_golden.py && git diff tests/golden
"""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from pathlib import Path

from assess.core.catalogue.catalogue import Catalogue
from assess.render.report.web_page import web_page
from tests.cases import full_case, report_of
from tests.peers import drawn_comparison
from tests.record_texts import record_pictures

GOLDEN = Path(__file__).parents[1] / "golden" / "report.html"

ANSWERED = (1, 2, 3, 5, 10, 12, 14, 18, 35)
"""The indicators that are answered: every kind of chart, notes, statuses, advice."""

_FONT = re.compile(r"(?<=data:font/woff2;base64,)[A-Za-z0-9+/=]+")
"""The letters themselves: another version of the library that packs them writes them otherwise."""


def test_the_page_of_a_case_of_the_first_edition_is_as_it_was_kept(
    first_edition: Catalogue, templates: Path
) -> None:
    full, catalogue = full_case(first_edition), first_edition
    asked = {
        question.name
        for indicator in catalogue.indicators
        if indicator.number in ANSWERED
        for question in indicator.questions
    }
    answers = {name: answer for name, answer in full.answers.items() if name in asked}
    case = full.model_copy(update={"answers": answers})
    report = report_of(case, catalogue, comparison=drawn_comparison(case, catalogue))
    drawn = {"band", "stacked", "classes", "matrix", "profile", "radar", "overview", "position"}
    assert {one.kind for one in record_pictures(report)} == drawn
    page = _FONT.sub("…", web_page(report, templates))
    if os.environ.get("RENEW_GOLDEN"):
        GOLDEN.write_text(page, encoding="utf-8", newline="\n")
    kept = GOLDEN.read_text(encoding="utf-8")
    lines = unified_diff(kept.splitlines(), page.splitlines(), "kept", "written", n=0, lineterm="")
    differing = [line[:300] for line in lines][:40]
    assert page == kept, "\n".join(
        ["The page is another one; see the head of this file.", *differing]
    )
