"""The short ways give what the long ones give, to the byte, and step aside for other versions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assess.core.report.record.report import Report
from assess.render.document.html import report_html
from assess.render.printing.printer import printing_environment

pytestmark = pytest.mark.slow

CHILD = Path(__file__).with_name("printed_both_ways.py")


@pytest.fixture(scope="module")
def outcome(
    report: Report, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("swift")
    area, annex = report.areas[0], report.annex
    few = report.model_copy(
        update={
            "areas": (area.model_copy(update={"indicators": area.indicators[:4]}),),
            "annex": annex.model_copy(
                update={"answers": annex.answers[:2], "definitions": annex.definitions[:2]}
            ),
            "recommendations": report.recommendations[:2],
        }
    )
    (folder / "report.html").write_text(report_html(few, templates), "utf-8")
    done = subprocess.run(
        [sys.executable, "-P", str(CHILD), str(folder / "report.html"), str(templates)],
        env=printing_environment(templates, folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_what_is_printed_in_short_ways_is_the_same_to_the_byte(outcome: dict[str, Any]) -> None:
    assert outcome["hastened"]
    for name, (pages, long, short) in outcome["documents"].items():
        assert pages > 1, name
        assert long == short, name


def test_words_of_pictures_have_the_same_ink(outcome: dict[str, Any]) -> None:
    assert outcome["same_ink"]


def test_every_short_way_was_gone(outcome: dict[str, Any]) -> None:
    assert outcome["short"] > 200
    assert outcome["long"] > 2, "what is unusual has to be drawn in the long way"


def test_another_version_is_left_as_it_is(outcome: dict[str, Any]) -> None:
    assert outcome["left_alone"]


def test_fonttools_is_loaded_when_a_font_asks_for_it(outcome: dict[str, Any]) -> None:
    assert outcome["postponed"]
    assert not outcome["loaded_before"]
    assert outcome["loaded_after"]
