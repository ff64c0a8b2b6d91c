"""assess questionnaire as a page, and what comes back from it by assess import."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Prepared, Run, begin


def answers_in(page: Path) -> dict[str, Any]:
    """Give the file of answers that a page holds, as its script reads it."""
    found = re.search(r'id="assess-answers">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found
    answers: dict[str, Any] = json.loads(found[1])
    return answers


def written(page: Path, target: Path, **lines: str) -> Path:
    """Write the answers that somebody gives on a page to a file, as it saves them."""
    answers = answers_in(page)
    answers["lines"] |= lines
    answers |= {"id": "a" * 24, "saved_at": "2026-11-01T12:00:00.000Z"}
    target.write_text(json.dumps(answers), encoding="utf-8")
    return target


@pytest.fixture
def case(run: Run, home: Path, prepared: Prepared) -> str:
    def make(page: Path) -> str:
        case = begin(run)
        run("answer", case, "staff_left", "1")
        assert run("questionnaire", case, "-o", page).code == 0
        return case

    return prepared.case(home, make)


@pytest.fixture
def form(case: str, prepared: Prepared, tmp_path: Path) -> Path:  # noqa: ARG001  it makes the form
    return Path(shutil.copy(prepared.form, tmp_path))


def test_a_page_goes_out_and_its_answers_come_back(
    run: Run, case: str, form: Path, tmp_path: Path
) -> None:
    assert answers_in(form)["lines"] == {"staff_left": "1"}
    assert answers_in(form)["case"] == case
    back = run(
        "import",
        written(form, tmp_path / "a.json", committed_total="1.234", staff_fte="three or so"),
    )
    assert back.code == 0
    assert "2 new proposed answers: 2 for unanswered questions" in back.out
    assert "1 answer is the same as here" in back.out
    assert "'three or so' is not a number" in back.err
    assert "other rules" not in back.err


def test_a_page_with_answers_in_it_comes_back_as_it_is(run: Run, form: Path, case: str) -> None:
    answers = answers_in(form)
    whole = form.read_text(encoding="utf-8")
    held = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
    assert held in whole
    answers["lines"]["committed_total"] = "86"
    form.write_text(whole.replace(held, json.dumps(answers)), encoding="utf-8")
    assert "1 new proposed answer" in run("import", form).out
    assert case in run("import", form).out


def test_answers_by_other_rules_are_named(run: Run, form: Path, tmp_path: Path) -> None:
    path = written(form, tmp_path / "a.json")
    path.write_text(json.dumps(json.loads(path.read_text()) | {"rules": "0" * 64}))
    assert "the form used other rules than the case uses today" in run("import", path).err


def test_answers_for_two_cases_are_not_mixed_up(run: Run, form: Path, tmp_path: Path) -> None:
    other = begin(run, "Alpine Timber Cluster")
    path = written(form, tmp_path / "a.json", committed_total="86")
    ran = run("import", path, "--into", other)
    assert ran.code == 1
    assert "is for Fjord Energy Cluster" in ran.err


HOSTILE: list[tuple[dict[str, Any], str]] = [
    ({"version": 2}, "has answers of a newer version (2); this program reads version 1."),
    ({"version": "1"}, "does not have the answers of a form: version"),
    ({"lines": ["a"]}, "does not have the answers of a form: lines"),
    ({"lines": {"staff_fte": {"a": 1}}}, "does not have the answers of a form: lines.staff_fte"),
    ({"lines": {"staff_fte": "1" * 200_000}}, "does not have the answers of a form: lines.staff"),
    ({"lines": {f"k{n}": "1" for n in range(3000)}}, "does not have the answers of a form: lines"),
    ({"statuses": None}, "does not have the answers of a form: statuses"),
    ({"__proto__": {"a": 1}}, "does not have the answers of a form: __proto__"),
    ({"kind": "event"}, "has answers of another form than the questionnaire."),
    ({"kind": "trap"}, "does not have the answers of a form: kind"),
]


@pytest.mark.parametrize(("change", "said"), HOSTILE, ids=[said for _, said in HOSTILE])
def test_a_hostile_file_of_answers_gets_one_clear_sentence(
    change: dict[str, Any], said: str, run: Run, form: Path, tmp_path: Path
) -> None:
    path = written(form, tmp_path / "a.json")
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    ran = run("import", path)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "answers", ["", "{", "[]", "null", '{"format": "assess-answers"', "\x00", "<b>"]
)
def test_a_page_whose_answers_are_damaged_gets_one_clear_sentence(
    answers: str, run: Run, form: Path
) -> None:
    page = re.sub(
        r'(id="assess-answers">).*?(</script>)',
        lambda found: f"{found[1]}{answers}{found[2]}",
        form.read_text(encoding="utf-8"),
    )
    form.write_text(page, encoding="utf-8")
    ran = run("import", form)
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.slow
def test_a_page_for_nobody_holds_nothing(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "form.html"
    assert run("questionnaire", "-o", page, "--language", "en-XA").code == 0
    answers = answers_in(page)
    assert (answers["case"], answers["lines"], answers["language"]) == (None, {}, "en-XA")
    again = tmp_path / "again.html"
    run("questionnaire", "-o", again, "--language", "en-XA")
    assert again.read_bytes() == page.read_bytes()
    assert "Content-Security-Policy" in page.read_text(encoding="utf-8")


def test_a_page_asks_for_nothing_from_elsewhere(form: Path) -> None:
    text = form.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert re.search(r"script-src 'sha256-[^']+'; style-src 'sha256-[^']+'", text)
    asked = re.findall(r"<(?:link|img|iframe|object|embed)\b|\bsrc=|@import", text)
    assert asked == []
    assert set(re.findall(r"url\(([a-z]+):", text)) == {"data"}
