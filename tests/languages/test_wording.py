"""A wording of the catalogue: said in the language that is spoken, and English where files are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assess.catalogue import load
from assess.core.text.message import Filled, Number
from assess.core.text.value import Wording
from assess.errors import CatalogueFault
from assess.languages import speaking
from assess.languages.message import say
from assess.locations import indicators_folder

AGE = Wording({"en": "Age", "en-XA": "Years since it began"})
STAFF = Wording({"en": "Staff"})


def test_a_wording_has_the_words_of_the_language_or_is_translated() -> None:
    assert (say(AGE), say(STAFF)) == ("Age", "Staff")
    with speaking("en-XA"):
        assert say(AGE) == "Years since it began"
        assert say(STAFF).startswith("⟦")
        assert (AGE.english, STAFF.english) == ("Age", "Staff")


def test_a_wording_is_no_text_before_it_is_said() -> None:
    assert str(AGE) != "Age"


def test_what_stands_at_the_places_of_a_wording_is_said_in_the_same_language() -> None:
    finding = Filled(Wording({"en": "{value} years of {what}"}), {"value": Number(2), "what": AGE})
    assert say(finding) == "2 years of Age"
    with speaking("en-XA"):
        assert "Years since it began" in say(finding)


def test_faults_of_a_catalogue_are_said_in_the_language_spoken(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(indicators_folder(), tmp_path / "indicators"))
    path = folder / "01_age.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('area = "', 'area = "x', 1), encoding="utf-8")
    with speaking("en-XA"), pytest.raises(CatalogueFault) as between:
        load(folder)
    path.write_text(text + "\ncolour = 3\n", encoding="utf-8")
    with speaking("en-XA"), pytest.raises(CatalogueFault) as within:
        load(folder)
    for fault in (*between.value.faults, *within.value.faults):
        assert "⟦" in fault
