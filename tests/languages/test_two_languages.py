"""One record in two languages: other words, the same numbers and days."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest

from assess.core.report.record.report import canonical_json
from assess.languages import speaking
from assess.locations import demonstration_files, indicators_folder
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.program.demonstration import demonstrate
from assess.workflow.report.reporting import preview_report

ON = date(2026, 11, 30)

FITTED = re.compile(
    r"/summary/(label/(sentences|criteria/\d+/remark)|priorities|strengths|more_|key_figures/)"
)
"""Of these the second page holds as many as have room, in a language of long words fewer."""

MARKED = re.compile(r"/imprint/\d+/(label|text)|/annex/label_sentences/\d+")
"""What one language may have more: that it is a draft, and what its second page had no room for."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    database = tmp_path_factory.mktemp("two") / "demonstration.db"
    demonstrate(database, indicators_folder(), demonstration_files(), today=ON)
    with open_desk(database, indicators_folder(), today=ON) as opened:
        yield opened


def _digits(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every number by its place, and of every text the digits: signs and order are a language's."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in {"sha256", "language", "marks"}:
                yield from _digits(part, f"{path}/{key}")
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _digits(part, f"{path}/{at}")
    elif isinstance(value, str):
        yield path, "".join(sorted(re.findall(r"\d", value)))
    else:
        yield path, value


def _written(desk: Desk, organisation: str, code: str) -> dict[str, object]:
    case = next(each for each in desk.store.cases.all() if organisation in each.organisation.name)
    with speaking(code):
        text = canonical_json(preview_report(desk, desk.store.assessment(case.id)))
    return dict(_digits(json.loads(text)))


@pytest.mark.parametrize(
    ("organisation", "code"),
    [
        ("Ninguna", "pl"),
        ("Ninguna", "de"),
        *(
            pytest.param(organisation, code, marks=pytest.mark.slow)
            for organisation in ("Ninguna", "Nullfjord", "Muster")
            for code in ("de", "pl", "fr", "es", "it", "da")
            if organisation != "Ninguna" or code not in {"de", "pl"}
        ),
    ],
)
def test_numbers_and_days_of_a_record_are_the_same_in_two_languages(
    organisation: str, code: str, desk: Desk
) -> None:
    first, second = (_written(desk, organisation, spoken) for spoken in ("en", code))
    assert len(first) > 500
    differing = {path: (first[path], second.get(path)) for path in first}
    assert {
        path: (there, here)
        for path, (there, here) in differing.items()
        if there != here and not FITTED.match(path)
    } == {}
    added = second.keys() - first.keys()
    assert [path for path in added if not (MARKED.fullmatch(path) or FITTED.match(path))] == []
