"""Two catalogues: whichever is in use, every command about a case speaks of the case's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, is_zipfile

import click
import pytest

from assess.catalogue import EDITIONS
from assess.cli.command.commands import assess
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.locations import indicators_folder
from assess.store import Store
from tests.cli.conftest import Run
from tests.cli.test_edges import commands
from tests.notation import NOON

STRANGE = "STRANGE"
"""What every text of the other catalogue begins with."""


class Step(NamedTuple):
    """A command as it is typed, and the file that it writes."""

    typed: str
    writes: str = ""


STEPS = (
    Step("case list"),
    Step("case show nullfjord --json"),
    Step("case show ninguna"),
    Step("case change ninguna --region North"),
    Step("case change ninguna --portfolio nonsense"),
    Step("history ninguna"),
    Step("history ninguna committed_total --json"),
    Step("open-points ninguna"),
    Step("open-points muster --json"),
    Step("proposals list ninguna"),
    Step("proposals list ninguna --json"),
    Step("last-round show ninguna"),
    Step("last-round show ninguna --json"),
    Step("results nullfjord --why"),
    Step("results nullfjord --json"),
    Step("review list nullfjord"),
    Step("review list nullfjord --json"),
    Step("review message nullfjord"),
    Step("plan nullfjord"),
    Step("plan nullfjord --json"),
    Step("evidence nullfjord --json"),
    Step("survey nullfjord"),
    Step("survey nullfjord --json"),
    Step("label check nullfjord"),
    Step("label check nullfjord --json"),
    Step("label record nullfjord -o record.pdf", "record.pdf"),
    Step("report nullfjord --summary"),
    Step("report nullfjord --json"),
    Step("report nullfjord -o report.html", "report.html"),
    Step("report nullfjord -o report.docx", "report.docx"),
    Step("questionnaire ninguna --prefill known -o form.xlsx", "form.xlsx"),
    Step("export nullfjord -o case.json", "case.json"),
    Step("export nullfjord -o case.xlsx", "case.xlsx"),
    Step("export nullfjord -o case.csv", "case.csv"),
    Step("answer ninguna staff_headcount 4"),
    Step("answer ninguna no_such_question 4"),
    Step("undo ninguna staff_headcount"),
    Step("proposals take ninguna --area B"),
    Step("proposals take ninguna --area nonsense"),
    Step("proposals decline ninguna committed_total"),
    Step("last-round take ninguna --area E"),
    Step("interview ninguna --linear"),
    Step("case finish ninguna"),
    Step("case reopen nullfjord --reason Why"),
    Step("case list"),
    Step("label check nullfjord"),
    Step("case finish nullfjord"),
    Step("review accept nullfjord competences.low"),
    Step("review drop nullfjord competences.low"),
    Step("review move nullfjord competences.low --by 1"),
    Step("review reset nullfjord competences.low"),
    Step("review restore nullfjord competences.low"),
    Step("review reword nullfjord competences.low --finding F"),
    Step("review add nullfjord --number 3 --finding F --meaning M --action A --first-step S"),
    Step("review accept-all nullfjord"),
    Step("label verdict ninguna24 E1 open"),
    Step("label verdict ninguna24 E99 open"),
    Step("label propose ninguna24"),
    Step("label refuse ninguna24 --by Board --on 2026-11-20 --reason Why"),
    Step("label award ninguna24 --by Board --on 2026-11-20"),
    Step("label revoke nullfjord --by Board --on 2026-11-21 --reason Why"),
    Step("report nullfjord -o issued.html --issue --unreviewed Why", "issued.html"),
)

ELSEWHERE = {
    "case upgrade": "it opens a case with the edition in use, and says so",
    "send": "what it writes is sealed, each time otherwise; it is the case file",
}
"""The commands about a case that are not compared, and why."""


def strange_folder(folder: Path) -> Path:
    """Make another catalogue: another id, one indicator fewer, and another word in every text."""
    left_out = shutil.ignore_patterns("36_*", "survey.toml", EDITIONS)
    shutil.copytree(indicators_folder(), folder, ignore=left_out)
    for path in folder.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'((?:^|[.{,] ?|\s)en = ")', rf"\1{STRANGE} ", text, flags=re.MULTILINE)
        if path.name == "edition.toml":
            text = re.sub(r'^id = ".*?"', 'id = "2027.1"', text, count=1, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    return folder


def _content(path: Path) -> str:
    """Give what stands in a document, but for what says when it was made."""
    if is_zipfile(path):
        with ZipFile(path) as parts:
            names = sorted(name for name in parts.namelist() if not name.startswith("docProps"))
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in names)
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_text(encoding="utf-8")


def _told(run: Run, folder: Path, *, catalogue: Path | None) -> list[str]:
    """Run every step on a database of its own, and give what each said and wrote."""
    database = folder / "assess.db"
    said = []
    for step in STEPS:
        options = ["--db", database, *(["--indicators", catalogue] if catalogue else [])]
        ran = run(*options, *step.typed.split(" "))
        written = Path(step.writes) if step.writes else None
        content = ""
        if written is not None:
            assert ran.code == 0, f"{step.typed}: {ran.err}"
            content = _content(written)
            written.unlink()
        said.append("\n".join((step.typed, str(ran.code), ran.out, ran.err, content)))
    said = [text.replace(str(folder), "") for text in said]
    said = [re.sub(r"own\.[a-z0-9]{8}", "own.ID", text) for text in said]  # ids are drawn
    return [re.sub(r"\b[0-9a-f]{64}\b", "HEAD", text) for text in said]  # and so is what is sealed


def test_every_command_about_a_case_is_compared() -> None:
    about = {
        name
        for name, command in commands(assess)
        for parameter in command.params
        if isinstance(parameter, click.Argument) and "CASE" in parameter.human_readable_name
    }
    typed = {
        name
        for name in about
        if any(step.typed.split(" ")[: len(name.split(" "))] == name.split(" ") for step in STEPS)
    }
    of_service = {name for name in about if name.startswith(("submissions ", "secretariat "))}
    assert about - typed - of_service == set(ELSEWHERE), "the service has the case as it was sent"


def count_survey(database: Path) -> None:
    """Add what was counted of a survey, which the other catalogue does not have."""
    count = SurveyCount(
        survey="survey",
        edition="2026.2",
        n=41,
        answered={"survey_turnover": 41},
        counts={"survey_turnover": {"1": 20, "2": 21}},
    )
    with Store(database, now=NOON) as store:
        store.survey_counts.add("nullfjord", count, at=NOON)


@pytest.mark.slow
def test_whichever_catalogue_is_in_use_a_case_is_under_its_own(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = strange_folder(tmp_path / "strange")
    monkeypatch.setenv("ASSESS_TODAY", "2026-11-22")
    monkeypatch.chdir(tmp_path)
    for name in ("own", "other"):
        (tmp_path / name).mkdir()
    assert run("--db", tmp_path / "own" / "assess.db", "demo", "--no-open").code == 0
    count_survey(tmp_path / "own" / "assess.db")
    shutil.copy(tmp_path / "own" / "assess.db", tmp_path / "other" / "assess.db")
    own = _told(run, tmp_path / "own", catalogue=None)
    other = _told(run, tmp_path / "other", catalogue=strange)
    assert [text for text in other if STRANGE in text] == []
    differing = [pair for pair in zip(own, other, strict=True) if pair[0] != pair[1]]
    assert differing == []
    begun = run("--db", tmp_path / "own" / "assess.db", "--indicators", strange, "codebook")
    assert STRANGE in begun.out  # the other catalogue is the one in use
