"""assess languages: what is translated; files that go to a translator and come back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assess.cli import main
from assess.languages.translation.po_file import read_catalog, written
from assess.languages.translation.translation_checks import TranslationFault, faults_of
from assess.locations import indicators_folder
from assess.workflow.program import translating


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program whose own translations lie apart, with one indicator of an organisation's own."""
    own = tmp_path / "indicators"
    shutil.copytree(
        indicators_folder(), own, ignore=shutil.ignore_patterns("editions", "modules", "languages")
    )
    package = tmp_path / "assess"
    package.mkdir()
    (package / "said.py").write_text(
        'gettext("{path} is damaged.", path=1)\n'
        'ngettext("{count} case", "{count} cases", 2)\n'
        'gettext("Press Enter to go on")\n',
        encoding="utf-8",
    )
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "page.html").write_text("{{ _('See <b>here</b>') }}", encoding="utf-8")
    monkeypatch.setattr(translating, "_PACKAGE", package)
    monkeypatch.setenv("ASSESS_INDICATORS", str(own))
    monkeypatch.setenv("ASSESS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("assess.locations.templates_folder", lambda: templates)
    return tmp_path


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(str(left.value.code))


def _filled(path: Path, said: dict[str, object]) -> None:
    catalog = read_catalog(path, "")
    for message in catalog:
        if message.id:
            first = message.id if isinstance(message.id, str) else message.id[0]
            message.string = said.get(first, message.string)
    path.write_bytes(written(catalog))


SAID: dict[str, object] = {
    "{path} is damaged.": "{path} jest uszkodzony.",
    "{count} case": ("{count} przypadek", "{count} przypadki", "{count} przypadków"),
    "Press Enter to go on": "Naciśnij Enter, aby przejść dalej",
    "See <b>here</b>": "Zobacz <b>tutaj</b>",
    "Committed participants": "Uczestnicy zobowiązani",
}


@pytest.mark.slow
def test_a_language_goes_out_and_comes_back(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folders / "for-translator.po"
    assert _run("languages", "export", "pl", "-o", str(target)) == 0
    assert "texts, 0 translated" in capsys.readouterr().out
    _filled(target, SAID)
    assert _run("languages", "import", str(target)) == 0
    assert "translations into pl were taken" in capsys.readouterr().out
    assert _run("languages", "--json") == 0
    (polish,) = json.loads(capsys.readouterr().out)["languages"]
    assert (polish["code"], polish["state"], polish["fuzzy"]) == ("pl", "draft", 0)
    assert polish["parts"]["interface"]["translated"] >= 3
    assert 0 < polish["parts"]["catalogue"]["translated"] < polish["parts"]["catalogue"]["texts"]
    assert (folders / "indicators" / "languages" / "pl.po").is_file()
    again = folders / "again.po"
    assert _run("languages", "export", "pl", "-o", str(again)) == 0
    kept = read_catalog(again, "pl")
    assert kept.get("{path} is damaged.").string == SAID["{path} is damaged."]


WRONG = [
    ({"{path} is damaged.": "{plik} jest uszkodzony."}, "the named values have to be {path}"),
    ({"See <b>here</b>": "Zobacz <i>tutaj</i>"}, "markup and commands have to be </b> <b>"),
    ({"Press Enter to go on": "Naciśnij klawisz"}, "the keys have to be Enter"),
    ({"{count} case": ("{count} przypadek", "", "")}, "3 forms are needed"),
]


@pytest.mark.parametrize(("said", "fault"), WRONG)
def test_nothing_is_taken_of_a_file_with_a_wrong_translation(
    folders: Path, capsys: pytest.CaptureFixture[str], said: dict[str, object], fault: str
) -> None:
    target = folders / "pl.po"
    assert _run("languages", "export", "pl", "-o", str(target)) == 0
    _filled(target, SAID | said)
    assert _run("languages", "import", str(target)) == 1
    assert fault in capsys.readouterr().err
    assert not (folders / "indicators" / "languages").exists()


def test_a_long_label_is_named_and_taken(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = folders / "de.po"
    assert _run("languages", "export", "de", "-o", str(target)) == 0
    _filled(target, {"Committed participants": "Die verbindlich zugesagten Teilnehmerinnen " * 2})
    assert _run("languages", "import", str(target)) == 0
    assert "may be too long" in capsys.readouterr().err


def test_what_is_no_language_and_no_file_is_said_in_a_sentence(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("languages", "export", "xx9", "-o", str(folders / "x.po")) == 1
    assert "not the code of a language" in capsys.readouterr().err
    (folders / "no.po").write_text("# A note\n\nnot a PO file\n", encoding="utf-8")
    assert _run("languages", "import", str(folders / "no.po")) == 1
    assert "is not a PO file" in capsys.readouterr().err
    assert _run("languages", "import", str(folders / "none.po")) == 1
    assert "There is no file" in capsys.readouterr().err


def test_a_form_for_one_may_leave_its_number_out(folders: Path) -> None:
    path = folders / "de.po"
    assert _run("languages", "export", "de", "-o", str(path)) == 0
    _filled(path, {"{count} case": ("ein Fall", "{count} Fälle")})
    message = read_catalog(path, "de").get("{count} case")
    assert list(faults_of(message, 2)) == []
    message.string = ("ein Fall", "Fälle {wrong}")
    assert [found.fault for found in faults_of(message, 2)] == [TranslationFault.PLACES]
