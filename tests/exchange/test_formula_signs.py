"""Texts that a spreadsheet could work out, in every table of this program."""

from __future__ import annotations

import csv
import io

import pytest

from assess.core.text.visible import could_be_formula
from assess.exchange.published_list.delimited import without_apostrophe
from assess.exchange.published_list.waiting_file import ASIDE, write_aside
from assess.exchange.questionnaire import table_csv
from assess.exchange.register.public_data import FIELDS, register_csv

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫⁼₊−"
LEADING = ["", " ", "\t", "\r", "\n", "\u00a0", "\u3000", "\ufeff", "\u200b", "\u202e", "\x01"]
FORMULAS = [f"{before}{sign}1+1" for sign in SIGNS for before in LEADING]
TEXTS = ["", " ", "a=1", "1-2", "'s-Hertogenbosch", "– a dash", "• point", "A ＝ B", "(-1)", "₂"]


def cells(content: bytes) -> list[str]:
    """Give the cells of the first row below the heads."""
    return list(csv.reader(io.StringIO(content.decode(), newline="")))[1]


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_no_table_has_a_cell_that_could_be_a_formula(text: str) -> None:
    """An apostrophe makes it a text, which is read as it was."""
    assert could_be_formula(text)
    made = [
        cells(table_csv.write(["name"], [{"name": text}]))[0],
        cells(register_csv([dict.fromkeys(FIELDS, text)]))[0],
        cells(write_aside([dict.fromkeys(ASIDE, text)]))[0],
    ]
    in_lines = text.replace("\r", "\n")
    assert made == [f"'{text}", f"'{in_lines}", f"'{in_lines}"]
    assert (table_csv.as_was(made[0]), without_apostrophe(made[2])) == (text, in_lines)


@pytest.mark.parametrize("text", TEXTS)
def test_what_could_be_none_stays_as_it_is(text: str) -> None:
    """In public data a name is written as it is."""
    assert not could_be_formula(text)
    assert cells(register_csv([dict.fromkeys(FIELDS, text)]))[0] == text
    assert table_csv.as_was(table_csv.harmless(text)) == text
