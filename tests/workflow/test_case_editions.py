"""A case is asked, judged, shown and exported under the edition that it was begun with."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest

from assess.catalogue import EDITIONS, load
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.definition import (
    edition_definition,
    measure_definitions,
    wording_digest,
)
from assess.core.peers.pool_schema import schema_of
from assess.errors import AssessError
from assess.languages.message import say
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import Desk, answer, begin, export_case, finish, results
from assess.workflow.case.cases import listed
from assess.workflow.case.interview.session import Session
from assess.workflow.case.proposing import proposals, take
from assess.workflow.case.rounds import last_round
from assess.workflow.case.upgrading import old_edition, open_with, rehearse
from assess.workflow.program.verifying import verify
from assess.workflow.report.reporting import preview_report
from tests.case_file_text import without_record
from tests.cases import VALUES, values_for
from tests.notation import FIRST, NEWEST, NOON, case_of

SHIPPED = indicators_folder()
BEFORE = SHIPPED / EDITIONS / FIRST


@contextmanager
def at_desk(database: Path, folder: Path = SHIPPED) -> Iterator[Desk]:
    """Open a database with a folder of indicators in use."""
    with Desk(
        newest=load(folder),
        store=Store(database, now=NOON),
        clock=lambda: NOON,
        new_id=lambda: token_hex(4),
        own_indicators=None if folder == SHIPPED else folder,
        shipped_indicators=SHIPPED,
    ) as desk:
        yield desk


def begun(desk: Desk, name: str = "Fjord Energy Cluster", **details: Any) -> Assessment:
    pattern = case_of(name, **details)
    return desk.store.assessment(begin(desk, pattern.organisation, pattern.details).id)


def half_way(desk: Desk, case: Assessment, *, questions: slice) -> Assessment:
    """Answer some questions of a case in the order of the interview."""
    for name in list(desk.catalogue_of(case.case).questions)[questions]:
        value = values_for(desk.catalogue_of(case.case)).get(name)
        case = (
            answer(desk, case, name, value)
            if value is not None
            else answer(desk, case, name, status=Status.DONT_KNOW)
        ).assessment
    return case


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with a case of the first edition, half-way."""
    path = tmp_path / "assess.db"
    with at_desk(path, BEFORE) as desk:
        half_way(desk, begun(desk), questions=slice(0, 40))
    return path


def only_case(desk: Desk) -> Assessment:
    (case,) = desk.store.cases.all()
    return desk.store.assessment(case.id)


def test_a_case_of_the_first_edition_goes_on_as_if_nothing_had_happened(
    database: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "as-before.db"
    shutil.copy(database, elsewhere)
    told = []
    for path, folder in ((elsewhere, BEFORE), (database, SHIPPED)):
        with at_desk(path, folder) as desk:
            case = only_case(desk)
            session = Session(desk, case.case.id)
            asked = [say(question.label) for question in session.catalogue.questions.values()]
            session.close()
            case = half_way(desk, case, questions=slice(40, None))
            finish(desk, case)
            case = only_case(desk)
            found = results(desk, case)
            report = preview_report(desk, case)
            export_case(desk, case, target := tmp_path / f"{folder.name}.json")
            (row,) = listed(desk)
            told.append(
                (
                    asked,
                    found.scores,
                    [each.finding for each in found.recommendations],
                    report,
                    json.loads(without_record(target.read_text(encoding="utf-8"))),
                    (row.indicators_complete, row.indicators, row.open_points),
                )
            )
    assert told[0] == told[1]
    assert told[1][4]["catalogue"] == FIRST


def test_a_new_case_takes_the_newest_edition(database: Path) -> None:
    with at_desk(database) as desk:
        assert begun(desk, "Another").case.catalogue == NEWEST
        assert only_of(desk, FIRST).case.catalogue == FIRST


def only_of(desk: Desk, edition: str) -> Assessment:
    (case,) = (case for case in desk.store.cases.all() if case.catalogue == edition)
    return desk.store.assessment(case.id)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of one's own under the id of one that ships, without its last indicator.

    The survey, which asks beside that, is left out as well.
    """
    left_out = shutil.ignore_patterns("36_*", "survey.toml", EDITIONS)
    return Path(shutil.copytree(SHIPPED, tmp_path / "own", ignore=left_out))


def test_an_edition_that_does_not_ship_is_kept_with_its_cases(own: Path, tmp_path: Path) -> None:
    database = tmp_path / "assess.db"
    with at_desk(database, own) as desk:
        case = begun(desk)
        assert len(desk.catalogue_of(case.case).indicators) == 35
    shutil.rmtree(own)
    with at_desk(database) as desk:
        case = only_case(desk)
        assert len(desk.catalogue_of(case.case).indicators) == 35
        with pytest.raises(AssessError, match="There is no question 'success_stories'"):
            answer(desk, case, "success_stories", [])
        assert answer(desk, case, "staff_left", 1).is_saved
        assert len(desk.catalogue_of(begun(desk, "Another").case).indicators) == 36
        assert {row.indicators for row in listed(desk)} == {36, 35}
        assert not verify(desk).faults


def test_a_definition_that_changed_under_its_id_is_noticed(tmp_path: Path) -> None:
    database = tmp_path / "assess.db"
    with at_desk(database) as desk:
        case = begun(desk)
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("DROP TRIGGER entry_is_only_ever_closed")
        raw.execute("UPDATE entry SET body = '{\"hash\":\"another\"}' WHERE kind = 'catalogue'")
    with at_desk(database) as desk:
        faults = [fault for fault in verify(desk).faults if fault.table == "cases"]
        assert [(fault.case, NEWEST in fault.what) for fault in faults] == [(case.case.id, True)]


def test_the_first_edition_stays_what_it_is() -> None:
    kept = "77a27cff2874fb06213c94c7080570d462fa09e4fe325583f7f6b5f097438c9e"
    assert edition_definition(load(BEFORE)) == kept


def test_wording_beside_the_questions_is_no_other_edition(own: Path) -> None:
    before = edition_definition(load(own))
    for name, old, new in (
        ("01_age.toml", 'first_step.en = "', 'first_step.en = "First: '),
        ("01_age.toml", 'guidance_hint.en = "', 'guidance_hint.de = "So"\nguidance_hint.en = "'),
        ("reference.toml", "[[reference]]", "# checked\n[[reference]]"),
    ):
        path = own / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert edition_definition(load(own)) == before
    path = own / "checks.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('text.en = "', 'text.en = "Well: ', 1), encoding="utf-8")
    assert edition_definition(load(own)) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("12_participants_per_employee.toml", 'label.en = "', 'label.en = "Well: '),
        ("checks.toml", "staff_fte > staff_headcount", "staff_fte >= staff_headcount"),
        ("checks.toml", 'kind = "warning"', 'kind = "contradiction"'),
    ],
)
def test_what_defines_answers_and_values_is_another_edition(
    own: Path, name: str, old: str, new: str
) -> None:
    before = edition_definition(load(own))
    path = own / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert edition_definition(load(own)) != before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("01_age.toml", 'first_step.en = "', 'first_step.en = "First: '),
        ("01_age.toml", 'guidance_hint.en = "', 'guidance_hint.en = "So: '),
        ("01_age.toml", 'label.en = "', 'label.de = "Ja"\nlabel.en = "'),
        ("reference.toml", 'text.en = "', 'text.en = "Well: '),
        ("checks.toml", 'text.en = "', 'text.en = "Well: '),
    ],
)
def test_wording_has_a_digest_of_its_own(own: Path, name: str, old: str, new: str) -> None:
    path = own / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    before = load(own)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert wording_digest(load(own)) != wording_digest(before)
    assert edition_definition(load(own)) == edition_definition(before)


def test_a_case_begun_before_checks_were_hashed_is_as_it_was_begun(tmp_path: Path) -> None:
    with at_desk(tmp_path / "assess.db") as desk:
        # As it was hashed before: the edition without its checks and windows.
        bare = desk.newest.model_copy(update={"checks": (), "windows": ()})
        before = edition_definition(bare)
        assert before != edition_definition(desk.newest)
        case = case_of("Fjord Energy Cluster").model_copy(update={"catalogue": NEWEST})
        desk.store.cases.add(case, by="Ada Expert")
        desk.store.catalogues.begin(case.id, before, at=NOON)
        assert desk.store.catalogues.of(case.id) == before
        assert not verify(desk).faults
        assert desk.catalogue_of(case) is desk.newest


def test_a_report_names_definition_and_wording_of_its_edition(tmp_path: Path) -> None:
    with at_desk(tmp_path / "assess.db") as desk:
        case = begun(desk)
        (said,) = (
            fact.text
            for fact in preview_report(desk, case).imprint
            if fact.label == "Catalogue, version"
        )
        catalogue = desk.catalogue_of(case.case)
        assert said == (
            f"{NEWEST}: questions and derivations {edition_definition(catalogue)[:12]}, "
            f"advice and reference values {wording_digest(catalogue)}"
        )


def test_an_upgrade_says_what_changes_and_proposes_what_means_something_else_now(
    database: Path,
) -> None:
    with at_desk(database) as desk:
        before = only_case(desk)
        old = old_edition(desk, before)
        found = rehearse(desk, before, old)
        fates = {each.question: each.fate for each in found.affected}
        assert fates["founded"] == "reworded"
        assert fates["planning"] == "redefined"
        assert fates["driving_forces"] == "redefined"
        assert "digital_support" in found.added
        assert {each.key for each in found.changed} >= {"driving_forces:driving_type"}
        opened = open_with(desk, before, old).assessment
        assert only_of(desk, FIRST) == before
        assert opened.case.catalogue == NEWEST
        assert opened.value("founded") == before.value("founded")
        assert opened.answer("driving_forces").status is Status.NOT_REACHED
        (waiting,) = proposals(desk, opened)["driving_forces"]
        assert waiting.value == before.value("driving_forces")
        assert say(waiting.source) == f"the case of catalogue {FIRST}"
        taken = take(desk, opened, waiting)
        assert taken.assessment.value("driving_forces") == before.value("driving_forces")


def test_a_pool_of_both_editions_compares_only_what_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "assess.db"
    with at_desk(path, BEFORE) as desk:
        for number in range(6):
            case = begun(desk, f"Earlier {number}", pool_consent=True)
            finish(desk, half_way(desk, case, questions=slice(None)))
    with at_desk(path) as desk:
        case = half_way(desk, begun(desk, "Now", pool_consent=True), questions=slice(None))
        compared = {
            key
            for key, standings in results(desk, case).comparison.standings.items()
            if any(standing.is_shown for standing in standings)
        }
        here = measure_definitions(desk.catalogue_of(case.case))
        there = measure_definitions(load(BEFORE))
        same = {key for key in here if here[key] == there.get(key)}
        assert "committed_participants:committed_participants" in compared
        assert "service_funding:intensity" not in compared
        assert {key for key in compared if key in here} <= same


def test_the_last_round_of_another_edition_is_compared_where_it_is_defined_alike(
    tmp_path: Path,
) -> None:
    path = tmp_path / "assess.db"
    with at_desk(path, BEFORE) as desk:
        case = begun(desk, interview="2024-11-02")
        finish(desk, half_way(desk, case, questions=slice(None)))
    with at_desk(path) as desk:
        case = begun(desk)
        case = answer(desk, case, "committed_total", 90).assessment
        case = answer(desk, case, "driving_forces", VALUES["driving_forces"]).assessment
        last = last_round(desk, case)
        assert last is not None
        assert last.value("committed_total") == 86
        assert last.value("driving_forces") is None
        rounds = results(desk, case).rounds
        assert rounds is not None
        assert "committed_participants" in {change.measure for change in rounds.changes}
        assert rounds.edition_before == FIRST
        assert any("Main driving force" in say(label) for label in rounds.redefined)


def test_modules_are_asked_and_told_apart_and_count_nowhere(tmp_path: Path) -> None:
    with at_desk(tmp_path / "assess.db") as desk:
        case = half_way(desk, begun(desk), questions=slice(None))
        (row,) = listed(desk)
        catalogue = desk.catalogue_of(case.case)
        asked = [question.name for module in catalogue.modules for question in module.questions]
        without = results(desk, case)
        for name in asked:
            parts: dict[str, Any] = dict.fromkeys(catalogue.questions[name].part_names, 3)
            case = (
                answer(desk, case, name, parts)
                if parts
                else answer(desk, case, name, status=Status.NOT_APPLICABLE, reason="None")
            ).assessment
        (after,) = listed(desk)
        assert (after.indicators, after.indicators_complete) == (36, row.indicators_complete)
        found = results(desk, case)
        assert found.scores == without.scores
        assert {each.key for each in schema_of(catalogue).pooled}.isdisjoint(asked)
        report = preview_report(desk, case)
        assert report.modules is not None
        assert [group.title for group in report.modules.groups] == [
            say(module.title) for module in catalogue.modules
        ]
        told = {part.question for group in report.annex.answers for part in group.answers}
        assert told.isdisjoint(asked)


def test_one_line_switches_modules_off(own: Path, tmp_path: Path) -> None:
    path = own / "edition.toml"
    text = path.read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith("modules = "))
    path.write_text(text.replace(line, "modules = []"), encoding="utf-8")
    with at_desk(tmp_path / "assess.db", own) as desk:
        case = begun(desk)
        catalogue = desk.catalogue_of(case.case)
        assert "digital_support" not in catalogue.questions
        assert [area.letter for area in catalogue.areas] == ["A", "B", "C", "D", "E", "F"]
        assert preview_report(desk, case).modules is None
