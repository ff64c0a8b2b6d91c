"""assess plan: what is agreed on each priority, typed and read back; and the message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Run, begin


@pytest.fixture
def advised(run: Run, case: str) -> str:
    """A case of which something is recommended."""
    run("answer", case, "legal_form", "no_own_legal_form")
    run("answer", case, "role_written", "no")
    run("answer", case, "governing_body", "no")
    run("answer", case, "rules_written", "no")
    run("answer", case, "industry_in_body", "no")
    return case


def lines(run: Run, case: str, part: str = "plan") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("plan", case, "--json").out)[part]
    return found


def test_a_plan_begins_with_the_first_steps_and_nothing_agreed(run: Run, advised: str) -> None:
    first = lines(run, advised)[0]
    assert (first["line"], first["owner"], first["due"], first["state"]) == (1, None, None, "open")
    assert first["first_step"]
    assert "Owner: not agreed yet" in run("plan", advised).out


def test_what_is_agreed_is_kept_and_shown(run: Run, advised: str) -> None:
    agreed = ("--owner", "Ada Berg", "--due", "March 2027", "--aim", "3", "--state", "under way")
    ran = run("plan", advised, "set", "1", *agreed)
    assert (ran.code, ran.err) == (0, "")
    for text in ("Owner: Ada Berg", "Until: March 2027", "State: under way"):
        assert text in ran.out
    first = lines(run, advised)[0]
    assert (first["owner"], first["due"], first["aim"][:1]) == ("Ada Berg", "2027-03", "3")
    run("plan", advised, "set", "1", "--owner", "")
    assert lines(run, advised)[0]["owner"] is None
    assert lines(run, advised)[0]["due"] == "2027-03"


REFUSED = [
    (("set", "9", "--owner", "Ada"), "There is no line '9' in the plan; the lines are 1 to "),
    (("set", "1", "--due", "soon"), "'soon' is not one month; write it like 2027-03."),
    (("set", "1", "--due", "1500-03"), "'1500-03' is "),
    (("set", "1", "--due", "0000-01"), "'0000-01' is "),
    (("set", "1", "--due", "2027"), "'2027' is a year; give the month as well"),
    (("set", "1", "--state", "later"), "'later' is not a state of the plan; it is open, under"),
    (("set", "1", "--state", "dropped"), "Say why it was dropped; nothing was saved."),
    (("set", "1", "--measure", "age:height"), "There is no measure 'age:height'"),
    (("set", "1", "--last", "--owner", "Ada"), "Nothing was agreed in a last round"),
]


@pytest.mark.parametrize(("typed", "says"), REFUSED, ids=[" ".join(typed) for typed, _ in REFUSED])
def test_what_cannot_be_agreed_is_refused_in_a_sentence(
    typed: tuple[str, ...], says: str, run: Run, advised: str
) -> None:
    before = lines(run, advised)
    ran = run("plan", advised, *typed)
    assert ran.code == 1
    assert ran.err.startswith(says) or says in ran.err
    assert ran.err.count("\n") == 1
    assert lines(run, advised) == before


@pytest.mark.parametrize("typed", [("--owner", "Ada"), ("set",), ("set", "1"), ("take", "1")])
def test_half_a_command_is_wrong_usage(typed: tuple[str, ...], run: Run, advised: str) -> None:
    assert run("plan", advised, *typed).code == 2


def test_the_plan_travels_with_the_case(run: Run, advised: str, tmp_path: Any) -> None:
    run("plan", advised, "set", "1", "--owner", "Ada", "--state", "dropped", "--reason", "no money")
    file = tmp_path / "case.json"
    assert run("export", advised, "-o", str(file)).code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["version"] == 7
    before = lines(run, advised)
    other = ("--db", str(tmp_path / "other.db"))
    assert run(*other, "import", str(file)).code == 0
    assert json.loads(run(*other, "plan", advised, "--json").out)["plan"] == before
    assert before[0]["reason"] == "no money"


def test_the_message_is_edited_and_survives_until_it_is_restored(run: Run, advised: str) -> None:
    composed = run("review", "message", advised).out
    assert "manages a cluster" in " ".join(composed.split())
    run("review", "message", advised, "--text", "Two of us, one aim.")
    assert run("review", "message", advised).out == "Two of us, one aim.\n"
    run("answer", advised, "committed_total", "40")
    changed = run("review", "message", advised).out
    assert changed.startswith("Two of us, one aim.\n")
    assert "Facts changed after the message was edited." in changed
    restored = " ".join(run("review", "message", advised, "--restore").out.split())
    assert "a cluster of 40 committed participants" in restored


def test_all_are_accepted_at_once_and_what_was_dropped_stays_so(run: Run, advised: str) -> None:
    every = json.loads(run("review", advised, "--json").out)
    run("review", "drop", advised, every[0]["key"])
    assert run("review", "accept-all", advised).code == 0
    states = {
        each["key"]: each["state"] for each in json.loads(run("review", advised, "--json").out)
    }
    assert states.pop(every[0]["key"]) == "dropped"
    assert set(states.values()) == {"accepted"}


def sheet(path: Path, name: str = "Action plan") -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(path, read_only=True)
    rows = [tuple(row) for row in book[name].iter_rows(values_only=True)]
    book.close()
    return rows


def test_the_workbook_has_a_sheet_of_the_plan_with_empty_cells(
    run: Run, advised: str, tmp_path: Path
) -> None:
    run("plan", advised, "set", "1", "--owner", "=Ada", "--due", "2027-03")
    target = tmp_path / "case.xlsx"
    assert run("export", advised, "-o", target).code == 0
    heads, first, *others = sheet(target)
    told = dict(zip(heads, first, strict=True))
    assert (told["line"], told["owner"], told["due"], told["state"]) == (
        1,
        "=Ada",
        "2027-03",
        "open",
    )
    assert told["first_step"]
    assert others
    assert all(dict(zip(heads, row, strict=True))["owner"] is None for row in others)
    assert run("export", "--all", "-o", tmp_path / "all.xlsx").code == 0
    assert len(sheet(tmp_path / "all.xlsx")) == 1 + 1 + len(others)
    run("plan", advised, "set", "1", "--owner", "", "--due", "")
    assert run("export", advised, "-o", tmp_path / "again.xlsx").code == 0
    assert len(sheet(tmp_path / "again.xlsx")) == 1 + 1 + len(others)


def test_a_workbook_with_a_plan_is_read_back_as_its_cases(
    run: Run, advised: str, tmp_path: Path
) -> None:
    target = tmp_path / "case.xlsx"
    run("export", advised, "-o", target)
    ran = run("--db", tmp_path / "other.db", "import", target)
    assert ran.code == 0, ran.err
    assert "Action plan was not read" in f"{ran.out}{ran.err}"


def test_the_plan_is_agreed_on_line_by_line(run: Run, advised: str) -> None:
    def talk(*lines: str) -> str:
        ran = run("interview", advised, "--linear", stdin="".join(f"{x}\n" for x in lines).encode())
        return ran.out.replace("\u00a0", " ")

    said = talk("/plan")
    assert "Action plan:" in said
    assert "Owner: not agreed yet" in said
    said = talk("/plan 1 owner Ada Berg", "/plan 1 until March 2027", "/plan 1 dropped no money")
    assert "Owner: Ada Berg" in said
    assert "Until: March 2027" in said
    assert "dropped because: no money" in said
    first = lines(run, advised)[0]
    assert (first["owner"], first["due"], first["state"]) == ("Ada Berg", "2027-03", "dropped")
    said = talk("/plan 1 owner -", "/plan 1 colour red", "/plan 1 until soon", "/plan last")
    assert "'colour' is not known here" in said
    assert "'soon' is not one month" in said
    assert "nothing was agreed in a last round" in said
    assert lines(run, advised)[0]["owner"] is None
    said = talk("/message", "/message Two of us, one aim.", "/message -", "/accept-all")
    assert said.count("manages a cluster") == 2
    assert "Two of us, one aim." in said
    assert "are accepted." in said


def test_a_round_begins_with_what_is_not_settled_of_the_last_plan(run: Run, advised: str) -> None:
    run("plan", advised, "set", "1", "--owner", "Ada", "--state", "under way")
    later = begin(run, interview_date="2027-10-02")
    asked = run("interview", later, "--linear", stdin=b"/plan last\n/plan last 1 done\n").out
    assert (
        "The action plan of the last round has 1 step that is neither done nor dropped; "
        "/plan last shows it." in asked
    )
    assert "State: under way" in asked
    again = run("interview", later, "--linear", stdin=b"").out
    assert "not settled" not in again
    assert lines(run, later, "last_round")[0]["state"] == "done"
    assert lines(run, advised)[0]["state"] == "done"


def test_a_plan_of_another_copy_is_named_and_stays_out(
    run: Run, advised: str, tmp_path: Path
) -> None:
    file = tmp_path / "case.json"
    run("plan", advised, "set", "1", "--owner", "Ada")
    run("export", advised, "-o", file)
    run("plan", advised, "set", "1", "--owner", "Ben")
    ran = run("import", file, "--as-proposals")
    assert ran.code == 0, ran.err
    said = " ".join(f"{ran.out}{ran.err}".split())
    assert "the action plan for" in said
    assert "differs in the file; it stays unchanged in the database" in said
    assert lines(run, advised)[0]["owner"] == "Ben"


@pytest.mark.parametrize("text", ["[bold]Ada[/bold]", "{{ 7*7 }}", "Ada\x1b[31m", "عربية", "=1+1"])
def test_what_is_agreed_is_text_and_nothing_else(text: str, run: Run, advised: str) -> None:
    ran = run("plan", advised, "set", "1", "--owner", text, "--aim", text)
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out
    first = lines(run, advised)[0]
    assert (first["owner"], first["aim"]) == (text, text)
