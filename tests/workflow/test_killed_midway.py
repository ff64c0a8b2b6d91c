"""Whoever is killed in the middle of an erasure or of a change of keys left all of it, or nothing.

The process kills itself before its nth statement, or before it gives a file its name.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.program.name_finding import name_hits
from assess.workflow.program.verifying import verify
from assess.workflow.register.register_key import open_key, record_path, rotate_key
from tests.notation import NOON
from tests.workflow.test_erasing import NAME, OTHER_TEXT, fill

ROOT = Path(__file__).parents[2]

ERASING = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from assess.exchange.container.text.file_text import text_of
from assess.store import Store
from assess.store.program.person_erasing import Grounds
from assess.store.program.repeating import erase_among_peers

path, what, left, name = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
noon = datetime(2026, 11, 2, 12, tzinfo=UTC)
why = Grounds("Request", "Bo Expert", noon)

def count(statement):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)

with Store(path, now=noon) as store:
    if what == "person":
        hits = store.erasing.hits(name, store.erasing.files_with(name, text_of).named)
    cases = [case.id for case in store.cases.all()]
    store.ledger._db.conn.set_trace_callback(count)
    if what == "person":
        store.erasing.person(name, hits, why)
    else:
        with store.writing():
            for case in cases:
                erase_among_peers(store.ledger, case, noon)
                store.erasing.case(case, why)
    store.ledger.compact()
    store.ledger._db.conn.set_trace_callback(None)
"""

ROTATING = """
import os, sys
from datetime import date
from pathlib import Path
from assess.workflow.register.register_key import rotate_key

left = int(sys.argv[2])

def count(event, values):
    global left
    if event == "os.rename":
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)

sys.addaudithook(count)
rotate_key(Path(sys.argv[1]), date(2026, 11, 2))
"""


def ends(script: str, *values: str) -> bool:
    """Run a script; tell whether it came to its end."""
    command = [sys.executable, "-c", script, *values]
    return subprocess.run(command, check=False, cwd=ROOT).returncode == 0


POINTS = (24, 10_000)
MORE = (0, 1, 3, 9, 14, 19, 29, 34, 38, 42, 46, 50, 55, 60, 65, 70, 80, 100, 120)


@pytest.mark.parametrize("what", ["person", "case"])
@pytest.mark.parametrize(
    "points", [POINTS, pytest.param(MORE, marks=pytest.mark.slow)], ids=["few", "more"]
)
def test_an_erasure_is_done_or_was_not_begun(
    desk: Desk, catalogue: Catalogue, tmp_path: Path, what: str, points: tuple[int, ...]
) -> None:
    fill(desk)
    fill(desk, "Alpine ICT")
    whole = len(name_hits(desk, NAME))
    desk.store.close()
    found = set()
    for statements in points:
        path = tmp_path / f"killed-{statements}.db"
        path.write_bytes(desk.store.path.read_bytes())
        is_ended = ends(ERASING, str(path), what, str(statements), NAME)
        with Store(path, now=NOON) as store:
            again = Desk(newest=catalogue, store=store, clock=lambda: NOON, new_id=lambda: "x")
            assert verify(again).is_whole
            left, cases = len(name_hits(again, NAME)), len(store.cases.all())
        assert left in (0, whole)
        assert cases == (2 if what == "person" or left else 0)
        content = path.read_bytes()
        assert (NAME.encode() in content) is (left > 0)
        assert (OTHER_TEXT.encode() in content) is (cases > 0)
        found.add((is_ended, left == 0))
    assert found >= ({(False, False), (True, True)} if points == POINTS else {(False, False)})


@pytest.mark.parametrize("renamed", [0, 1, 2, 3])
def test_a_key_is_rotated_or_the_old_one_signs_on(tmp_path: Path, renamed: int) -> None:
    key = tmp_path / "register-key.pem"
    first = open_key(key).key.public.hex()
    rotate_key(key, date(2026, 11, 1))
    before = open_key(key)
    assert ends(ROTATING, str(key), str(renamed)) is (renamed == 3)
    after = open_key(key)
    assert (after.key.public == before.key.public) is (renamed < 2)
    assert after.rotations[0].old == first
    assert after.rotations[-1].new == after.key.public.hex()
    assert key.stat().st_mode & 0o077 == record_path(key).stat().st_mode & 0o022 == 0
    rotate_key(key, date(2026, 11, 3))
    steps = open_key(key).rotations
    assert len(steps) == (2 if renamed < 2 else 3)
    assert [step.new for step in steps[:-1]] == [step.old for step in steps[1:]]
    left = [each for each in tmp_path.glob(".*.part") if b"PRIVATE" in each.read_bytes()]
    assert all(each.stat().st_mode & 0o077 == 0 for each in left)
