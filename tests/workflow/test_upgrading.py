"""Another edition: what a case would be with it, and that the old case stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assess.catalogue import load
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError
from assess.languages.message import say
from assess.locations import indicators_folder
from assess.workflow import Desk, answer
from assess.workflow.case.upgrading import old_edition, open_with, rehearse
from tests.cases import full_case
from tests.notation import NOON

NEW_QUESTION = """
[[question]]
type = "text"
name = "staff_remark"
label.en = "What else is there to say of the staff?"
required = false
"""

EDITS = (
    ("edition.toml", 'id = "2026.2"', 'id = "2027.1"'),
    ("02_legal_form.toml", 'name = "association"', 'name = "registered_association"'),
    ("26_steering.toml", 'label.en = "', 'label.en = "Seen from today: '),
    ("32_press_appearances.toml", 'name = "press_regional"', 'name = "press_regional"\nmax = 20'),
)
"""An edition in which a choice bears another name, a question reads otherwise, one has a limit."""


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with another edition: three questions differ, one is gone, one is new."""
    folder = Path(
        shutil.copytree(indicators_folder(), tmp_path_factory.mktemp("newer") / "indicators")
    )
    for name, before, after in EDITS:
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    staff = folder / "12_participants_per_employee.toml"
    head, measures, rest = staff.read_text(encoding="utf-8").partition("\n[[measure]]")
    staff.write_text(f"{head}{NEW_QUESTION}{measures}{rest}", encoding="utf-8")
    growth = folder / "08_growth_potential.toml"
    text = growth.read_text(encoding="utf-8")
    start = text.index('[[question]]\ntype = "text"\nname = "potential_basis"')
    growth.write_text(text[:start] + text[text.index("[[measure]]") :], encoding="utf-8")
    return folder


@pytest.fixture
def case(desk: Desk, catalogue: Catalogue) -> Assessment:
    """A whole case, made with the edition that ships."""
    whole = full_case(catalogue)
    desk.store.add_carried(whole, earlier=(), drafts={}, verdicts=(), edits=(), entries=(), at=NOON)
    return desk.store.assessment(whole.case.id)


@pytest.fixture
def later(desk: Desk, newer: Path) -> Desk:
    """The same desk once the other edition is loaded."""
    return Desk(
        newest=load(newer),
        store=desk.store,
        clock=lambda: NOON,
        new_id=lambda: "later001",
        own_indicators=newer,
        shipped_indicators=indicators_folder(),
    )


def test_a_dry_run_lists_what_is_affected_added_and_measured_otherwise(
    case: Assessment, later: Desk
) -> None:
    old = old_edition(later, case)
    before = later.store.path.read_bytes()
    found = rehearse(later, case, old)
    told = {one.question: one.fate for one in found.affected}
    assert told == {
        "legal_form": "no_longer_right",
        "potential_basis": "gone",
        "steering": "reworded",
        "press_regional": "no_longer_right",
    }
    said = {one.question: say(one.said) for one in found.affected}
    assert said["legal_form"] == "Association"
    assert said["press_regional"] == "23\u00a0appearances"
    assert found.added == ("staff_remark",)
    changed = {one.key: (say(one.before or "?"), say(one.after or "?")) for one in found.changed}
    assert changed["legal_form:legal_form"] == ("Association", "no value (not reached)")
    assert set(changed) == {"legal_form:legal_form", "press_appearances:press_total"}
    assert found.same > 100
    assert later.store.path.read_bytes() == before


def test_the_old_case_stays_as_it_was_and_the_new_one_says_where_it_comes_from(
    case: Assessment, later: Desk
) -> None:
    old = old_edition(later, case)
    opened = open_with(later, case, old).assessment
    assert later.store.assessment(case.case.id) == case
    assert (opened.case.id, opened.case.catalogue) == ("later001", "2027.1")
    assert opened.case.organisation == case.case.organisation
    assert opened.answer("staff_remark").status is Status.ADDED_LATER
    form = opened.answer("legal_form")
    assert (form.status, form.note) == (Status.NOT_REACHED, "With 2026.2: Association")
    assert opened.value("committed_total") == 86
    assert "potential_basis" not in opened.answers
    (begun,) = later.store.states.history("later001")
    assert (
        say(begun.reason or "") == f"Begun with 2027.1; the same case with 2026.2 is {case.case.id}"
    )


def test_a_case_is_answered_with_its_own_edition_whichever_is_in_use(
    case: Assessment, later: Desk
) -> None:
    assert answer(later, case, "legal_form", "association").is_saved
    assert answer(later, case, "press_regional", 23).is_saved
    with pytest.raises(AssessError, match="There is no question 'staff_remark'"):
        answer(later, case, "staff_remark", "None")


def test_only_another_edition_is_an_upgrade(
    desk: Desk, case: Assessment, later: Desk, newer: Path
) -> None:
    with pytest.raises(AssessError, match="it needs no upgrade"):
        old_edition(desk, case)
    with pytest.raises(AssessError, match="the folder is not that of this edition"):
        old_edition(later, case, newer)
