"""The attack on everything that leaves: each door gives figures of one table, and no other ones."""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from assess import workflow
from assess.core.case.assessment import State, StateChange
from assess.core.peers.disclosure.exact_audit import History, ShownFigure
from assess.core.peers.membership import groups_of
from assess.core.peers.pool_rows import placement_of
from assess.core.peers.table import WHOLE, shown_afresh
from assess.core.report.record.report import Report, canonical_json
from assess.errors import AssessError
from assess.workflow import Desk
from assess.workflow.peers import peer_table
from assess.workflow.report import reporting
from assess.workflow.report.issuing import Consent
from tests.core.test_disclosure import fewest_told_of
from tests.pool_cases import finished
from tests.workflow.test_pooling import SHARE

ENERGY, FOOD = "Energy and environment", "Food industry"


def figures_of(report: Report) -> Iterator[tuple[str, int, float | None]]:
    """Give what the record of a report, which HTML and PDF carry as JSON, shows of the share."""
    yield from figures_in(json.loads(canonical_json(report)))


def figures_in(record: Mapping[str, Any]) -> Iterator[tuple[str, int, float | None]]:
    """Give what a record shows of the share: group, n, median."""
    for part in (part for area in record["areas"] for part in area["indicators"]):
        for peers in (peers for peers in part["peers"] if peers["key"] == SHARE):
            for standing in peers["standings"]:
                if standing["position"] != "hidden":
                    yield standing["group"], standing["n"], standing["median"]


def test_no_door_gives_another_figure_than_the_table(desk: Desk) -> None:
    pool = [finished(desk, f"E {one}", share=10 * one) for one in range(1, 9)]
    pool += [
        finished(desk, f"F {one}", share=5 * one, portfolio=FOOD, country="DNK")
        for one in range(1, 8)
    ]
    seen: dict[tuple[str, str], set[tuple[int, float | None]]] = {}
    for own in (pool[0], pool[1], pool[-1], finished(desk, "Beside", consent=False)):
        place = (own.case.details.portfolio, own.case.organisation.country)
        report = reporting.draft_report(desk, own)
        found = list(figures_of(report))
        shown = workflow.results(desk, own).comparison
        there = [(one.group.value, one.n, one.median) for one in shown.of(SHARE) if one.is_shown]
        assert found == there
        for group, n, median in found:
            key = (group, "" if group in ("all", "gold", "age_group") else str(place))
            seen.setdefault(key, set()).add((n or 0, median))
    assert all(len(figures) == 1 for figures in seen.values())
    known = peer_table.table_in_use(desk, synthetic=False)
    assert known is not None
    assert known.left_at is not None


CHANGES = ("enters", "leaves", "moves", "changes", "enters", "changes", "moves", "enters")


@pytest.mark.parametrize("step", [1, 7], ids=["one by one", "many at once"])
def test_tables_one_after_another_tell_of_nobody(desk: Desk, step: int) -> None:
    """Organisations enter, leave, move and change; after every step a report is given out."""
    pool = [finished(desk, f"E {one}", share=10 * one) for one in range(1, 8)]
    pool += [
        finished(desk, f"F {one}", share=5 * one, portfolio=FOOD, country="DNK")
        for one in range(1, 8)
    ]
    reader = finished(desk, "Reader", consent=False)
    reporting.draft_report(desk, reader)
    for number, change in enumerate(CHANGES):
        for more in range(step if number == 0 else 1):
            _change(desk, pool, change, 10 * number + more)
        try:
            peer_table.renew(desk, synthetic=False)
        except AssessError:
            continue
        reporting.draft_report(desk, reader)
    _attack(desk)


@pytest.mark.slow
def test_editions_issued_one_after_another_tell_of_nobody(
    desk: Desk, templates: Path, tmp_path: Path
) -> None:
    """Two readers get an edition of each table; their PDFs are read, and attacked together."""
    pool = [finished(desk, f"E {one}", share=10 * one) for one in range(1, 8)]
    pool += [
        finished(desk, f"F {one}", share=5 * one, portfolio=FOOD, country="DNK")
        for one in range(1, 8)
    ]
    readers = [
        finished(desk, "Reader", consent=False),
        finished(desk, "Other", consent=False, portfolio=FOOD, country="DNK"),
    ]
    consent = Consent(reason="a test")
    refused = 0
    for number in range(len(CHANGES) + 1):
        for more in range(0 if number == 0 else 7 if number == 1 else 1):
            _change(desk, pool, CHANGES[number - 1], 10 * number + more)
        try:
            peer_table.renew(desk, synthetic=False)
        except AssessError:
            refused += 1
            continue
        for reader in readers:
            with contextlib.suppress(AssessError):  # of the same table there is no other edition
                reporting.issue_report(desk, reader, templates, consent=consent)
    assert refused
    read: dict[str, set[tuple[int, float | None]]] = {}
    for reader in readers:
        for note in reporting.editions(desk, reader):
            target = tmp_path / f"{reader.case.id}-{note.number}.pdf"
            reporting.write_edition(desk, reader, note.number, templates, target)
            for record in _records_within(target):
                found = {(n, median) for _, n, median in figures_in(record)}
                read.setdefault(record["peer_table"]["hash"], set()).update(found)
    tables = {each.hash: each for each in desk.store.peer_tables.all(synthetic=False)}
    assert len(read) > 1
    assert all(read.values())
    for name, found in read.items():
        whole = desk.store.peer_tables.read(tables[name])
        (measure,) = (each.id for each in whole.head.measures if each.key == SHARE)
        figures = (group.figures.get(measure) for group in whole.groups.values())
        assert found <= {(each.n, each.median) for each in figures if each is not None}
        assert tables[name].left_at is not None
    _attack(desk)


def _records_within(path: Path) -> Iterator[dict[str, Any]]:
    with pikepdf.open(path) as document:
        for name in document.attachments:
            content = json.loads(document.attachments[name].get_file().read_bytes())
            if "areas" in content:
                yield content


def _change(desk: Desk, pool: list[Any], change: str, number: int) -> None:
    if change == "enters":
        pool.append(finished(desk, f"New {number}", share=number % 90 + 1))
        return
    chosen = desk.store.assessment(pool.pop(0).case.id)
    workflow.reopen(desk, chosen, "a change")
    again = desk.store.assessment(chosen.case.id)
    if change == "leaves":
        return
    if change == "moves":
        details = again.case.details.model_copy(update={"portfolio": FOOD})
        workflow.change_details(desk, again.case, again.case.organisation, details)
    else:
        workflow.answer(desk, again, "committed_written", number % 50 + 3)
    desk.store.states.add(again.case.id, [StateChange(state=State.FINISHED)], at=desk.now)
    pool.append(desk.store.assessment(again.case.id))


def _attack(desk: Desk) -> None:
    tables = [each for each in desk.store.peer_tables.all(synthetic=False) if each.left_at]
    layouts = desk.store.pool.layouts()
    (layout,) = layouts.values()
    keys = {pooled.key: at for at, pooled in enumerate(layout.pooled)}
    measure = next(each for each in tables[0].head.measures if each.key == SHARE)
    lives: dict[str, list[tuple[Any, ...] | None]] = {}
    for number, known in enumerate(tables):
        for row in desk.store.peer_tables.rows(known):
            life = lives.setdefault(row.ref, [None] * len(tables))
            value = memoryview(row.cells).cast("d")[keys[SHARE]]
            life[number] = (placement_of(row), value, row.year)
    histories = [_numbered(life) for life in lives.values()]
    figures = [
        ShownFigure(number, group)
        for number, known in enumerate(tables)
        for group in shown_afresh(desk.store.peer_tables.read(known), measure.id)
    ]
    assert figures
    for figure in figures:
        table = desk.store.peer_tables.read(tables[figure.table])
        inside = sum(
            entry is not None and figure.group in groups_of(entry[0])
            for entry in (history[figure.table] for history in histories)
        )
        assert table.groups[figure.group].figures[measure.id].n == inside >= 6
    assert fewest_told_of(histories, figures, 5) is None


def _numbered(life: list[tuple[Any, ...] | None]) -> History:
    numbers: dict[tuple[Any, ...], int] = {}
    return tuple(
        None if state is None else (state[0], numbers.setdefault(state, len(numbers)))
        for state in life
    )


def test_the_page_for_the_web_carries_the_figures_of_the_table_alone(
    desk: Desk, tmp_path: Path
) -> None:
    from assess.locations import templates_folder

    for one in range(1, 9):
        finished(desk, f"E {one}", share=10 * one)
    own = finished(desk, "Own", consent=False)
    target = tmp_path / "report.html"
    report = reporting.print_report(desk, own, templates_folder(), target)
    text = target.read_text(encoding="utf-8")
    known = peer_table.table_in_use(desk, synthetic=False)
    assert known is not None
    assert report.peer_table == known.name
    assert known.name.mark in text
    assert not re.search(r"\bE [1-8]\b", text)  # no name of a peer
    whole = desk.store.peer_tables.read(known)
    counted = Counter(name == WHOLE for group in whole.groups.values() for name in group.figures)
    assert counted[True] == len(whole.groups)
