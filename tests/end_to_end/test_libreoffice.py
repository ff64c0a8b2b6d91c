"""The questionnaire in LibreOffice: opened, filled in, saved by it, and read back."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.questionnaire import FormSpeech, questionnaire
from assess.core.questionnaire.returned_form import read_form
from assess.exchange.container.spreadsheet.guard import QUESTIONNAIRE
from assess.exchange.container.workbook import read_sheets
from assess.exchange.questionnaire import returned_workbook
from assess.exchange.questionnaire.form_workbook import write
from assess.languages.message import say
from assess.render.document.design_tokens import load_tokens
from assess.workflow.questionnaire.form_return import known_keys
from assess.workflow.questionnaire.form_sending import questionnaire_words
from tests.cases import organisation_case
from tests.notation import NOON

SYSTEM_PYTHON = "/usr/bin/python3"
"""The one for which Debian builds the bindings of LibreOffice."""

TYPED: dict[str, Any] = {
    "founded": "2013-09",
    "legal_form": "Association",
    "committed_total": 86,
    "committed_written": 63,
    "driving_forces.industry": 55,
    "driving_forces.research": 30,
    "driving_forces.public": 15,
    "specialisation_text": "Wellen & Gezeiten – موجة 🦑",
    "staff_fte": 2.5,
    "planning.strategy_document": "3 – Written and regularly reviewed",
}


def office(folder: Path) -> str:
    """Give the program, or skip where it is not installed as a whole."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-calc-nogui python3-uno)")
    has_bindings = Path(SYSTEM_PYTHON).exists() and (
        subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0  # noqa: PLW1510  asked for
    )
    if not has_bindings:
        pytest.skip("the bindings of LibreOffice are not installed (Debian: python3-uno)")
    if not has_calc(program, folder):
        pytest.skip("this LibreOffice has no Calc (Debian: libreoffice-calc-nogui)")
    return program


def has_calc(program: str, folder: Path) -> bool:
    """Tell whether a table becomes a workbook: parts of LibreOffice are installed one by one."""
    table = folder / "table.csv"
    table.write_text("1,2\n", encoding="utf-8")
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--convert-to", "xlsx"),
            *("--outdir", folder, table),
        ],
        capture_output=True,
        timeout=100,
        check=False,
    )
    return table.with_suffix(".xlsx").is_file()


@pytest.mark.slow
def test_libreoffice_opens_fills_in_and_saves_the_form(
    catalogue: Catalogue, templates: Path, tmp_path: Path
) -> None:
    program = office(tmp_path)
    form = questionnaire(catalogue, organisation_case(), say=say)
    source, target = tmp_path / "form.xlsx", tmp_path / "back.xlsx"
    source.write_bytes(write(form, questionnaire_words(templates), load_tokens(templates), at=NOON))
    pipe = f"assess{tmp_path.parent.name}{tmp_path.name}".replace("-", "")[-60:]
    running = subprocess.Popen(
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo"),
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        script = Path(__file__).with_name("fill_with_libreoffice.py")
        done = subprocess.run(
            [SYSTEM_PYTHON, script, pipe, source, target, json.dumps(TYPED)],
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    finally:
        running.terminate()
        running.wait(20)
    seen = json.loads(done.stdout)
    assert seen["committed_total"] == [False, "CUSTOM"]
    assert seen["legal_form"] == [False, "LIST"]
    sheets = read_sheets(target.read_bytes(), "back.xlsx", QUESTIONNAIRE)
    known = frozenset(known_keys(catalogue))
    returned = returned_workbook.read(sheets, "back.xlsx", known)
    assert returned.case == "k7w2m9qd"
    case = Assessment(case=organisation_case())
    found = {
        one.question: one
        for one in read_form(returned, case, catalogue, "x", FormSpeech(say)).proposals
    }
    assert found["founded"].value == "2013-09"
    assert found["legal_form"].value == "association"
    assert found["committed_total"].value == 86
    assert found["driving_forces"].value == {"industry": 55, "research": 30, "public": 15}
    assert found["specialisation_text"].value == TYPED["specialisation_text"]
    assert found["staff_fte"].value == 2.5
    assert "3 – Written and regularly reviewed" in str(found["planning"].note)
    sums = [
        cell.text
        for sheet in sheets
        for row in sheet.rows.values()
        for cell in row.values()
        if cell.text == "100 %: complete"
    ]
    assert sums == ["100 %: complete"]
