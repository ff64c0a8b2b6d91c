"""Evidence from elsewhere is not opened unasked, and what has changed is named where it matters."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assess.core.case.assessment import Assessment
from assess.core.case.open_point import PointKind
from assess.errors import AssessError
from assess.languages.message import say
from assess.workflow import Desk, export_case, import_files, verify
from assess.workflow.case import evidence, evidence_file
from assess.workflow.case.cases import assessment_of, points_of
from assess.workflow.report.issuing import still_open
from assess.workflow.report.reporting import draft_report
from tests.case_file_text import without_record

OPENED: list[str] = []
WATCHES = [False]


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if WATCHES[0] and event == "open":
        OPENED.append(str(arguments[0]))


@pytest.fixture
def watched() -> Iterator[list[str]]:
    """What this program opens meanwhile."""
    if not HOOKED:
        sys.addaudithook(_watch)
        HOOKED.append(True)
    OPENED.clear()
    WATCHES[0] = True
    yield OPENED
    WATCHES[0] = False


HOOKED: list[bool] = []


def statutes_in(folder: Path) -> Path:
    """A file that backs an answer."""
    path = folder / "statutes.pdf"
    path.write_bytes(b"founded in 2009\n")
    return path


def brought(desk: Desk, elsewhere: Desk, case: Assessment, location: str, folder: Path) -> str:
    """Bring a case to another desk, with evidence that names a path there; give its id."""
    given = evidence.add_file(desk, case, "founded", statutes_in(folder), copy=False).assessment
    target = folder / "case.json"
    export_case(desk, given, target)
    text = target.read_text(encoding="utf-8")
    named = json.dumps(str(folder / "statutes.pdf"))
    altered = without_record(text.replace(named, json.dumps(location)))
    target.write_text(altered, encoding="utf-8")
    (arrived,) = import_files(elsewhere, [target])
    assert arrived.assessment is not None
    return arrived.assessment.case.id


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe")
    return str(folder / "pipe")


def _looped(folder: Path) -> str:
    (folder / "loop").symlink_to(folder / "loop")
    return str(folder / "loop")


def _linked(folder: Path) -> str:
    (folder / "link").symlink_to("/dev/zero")
    return str(folder / "link")


def _secret(folder: Path) -> str:
    (folder / "secret").write_text("mine", encoding="utf-8")
    return str(folder / "secret")


STRANGE: list[tuple[str, Callable[[Path], str], bool]] = [
    ("a file", _secret, True),
    ("the file that was meant", lambda folder: str(folder / "statutes.pdf"), False),
    ("a pipe", _pipe, True),
    ("a device", lambda _: "/dev/zero", True),
    ("a terminal", lambda _: "/dev/tty", True),
    ("a link to a device", _linked, True),
    ("a link to itself", _looped, True),
    ("a folder", str, True),
    ("nothing", lambda folder: str(folder / "nothing"), True),
    ("no name", lambda _: "a\x00b", True),
    ("a share", lambda _: "\\\\server.example\\share\\x", True),
    ("a process", lambda _: "/proc/self/mem", True),
    ("its relative name", lambda _: "statutes.pdf", True),
]


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes with a name")
@pytest.mark.parametrize(
    ("make", "is_wrong"), [it[1:] for it in STRANGE], ids=[s[0] for s in STRANGE]
)
def test_a_path_that_came_with_a_file_is_opened_only_when_that_was_said(
    desk: Desk,
    elsewhere: Desk,
    case: Assessment,
    tmp_path: Path,
    watched: list[str],
    make: Callable[[Path], str],
    is_wrong: bool,
) -> None:
    location = make(tmp_path)
    case_id = brought(desk, elsewhere, case, location, tmp_path)
    taken = assessment_of(elsewhere, case_id)
    (piece,) = taken.answer("founded").evidence
    watched.clear()
    found = verify(elsewhere)
    assert (found.evidence, found.unseen) == ((), 1)
    assert not any(point.kind is PointKind.EVIDENCE for point in points_of(elsewhere, taken))
    assert evidence.fault_of(elsewhere, piece) is None
    assert location not in watched
    evidence.remember(elsewhere, [piece])
    assert bool(evidence.check(elsewhere, taken)) == is_wrong
    assert verify(elsewhere).unseen == 0
    assert any(p.kind is PointKind.EVIDENCE for p in points_of(elsewhere, taken)) == is_wrong


def test_a_file_of_another_size_is_not_read(desk: Desk, case: Assessment, tmp_path: Path) -> None:
    path = statutes_in(tmp_path)
    given = evidence.add_file(desk, case, "founded", path, copy=False).assessment
    with path.open("r+b") as file:
        file.truncate(evidence_file.MAX_SIZE // 2)  # a hole, which takes a minute to read
    (fault,) = evidence.check(desk, given)
    assert fault.what == f"{path} has changed since it was given"


def test_reading_ends_after_its_time_and_at_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = statutes_in(tmp_path)
    monkeypatch.setattr(evidence_file, "MAX_SECONDS", -1)
    with pytest.raises(AssessError, match="could not be read within"):
        evidence_file.digest_of(path)
    monkeypatch.setattr(evidence_file, "MAX_SIZE", 3)
    with pytest.raises(AssessError, match="the limit for evidence"):
        evidence_file.weigh(path, copy=False)


def _to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: list[tuple[str, Callable[[Path], object], str]] = [
    ("other content", lambda path: path.write_bytes(b"founded in 2019\n"), "has changed"),
    ("longer", lambda path: path.write_bytes(b"founded in 2009\nor so"), "has changed"),
    ("empty", lambda path: path.write_bytes(b""), "has changed"),
    ("gone", lambda path: path.unlink(), "is missing"),
    ("a folder", _to_folder, "is missing"),
    ("touched only", lambda path: path.touch(), ""),
]


@pytest.mark.parametrize(
    ("change", "said"), [it[1:] for it in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_evidence_that_changed_or_is_gone_is_an_open_point_and_named_when_issuing(
    desk: Desk, case: Assessment, tmp_path: Path, change: Callable[[Path], object], said: str
) -> None:
    path = statutes_in(tmp_path)
    given = evidence.add_file(desk, case, "founded", path, copy=False).assessment
    change(path)
    points = [p for p in points_of(desk, given) if p.kind is PointKind.EVIDENCE]
    assert [(p.question, said in say(p.text)) for p in points] == [("founded", True)] * bool(said)
    named = [text for text in still_open(desk, given).sentences if str(path) in text]
    assert len(named) == len(points)
    imprint = draft_report(desk, given).imprint
    told = [
        fact.text for fact in imprint if fact.label == "Evidence that has changed or is missing"
    ]
    assert told == ["founded"] * len(points)
