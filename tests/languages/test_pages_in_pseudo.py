"""The public pages, the code book and the calendar in the pseudo-language: nothing is unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Literal

import pytest
from bs4 import BeautifulSoup

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.codebook import Codebook, codebook
from assess.core.catalogue.level import LEVELS
from assess.core.label.decision import LabelDecision
from assess.core.published_list.row import ListedRow
from assess.languages import speaking
from assess.languages.language import PSEUDO
from assess.languages.message import say
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.catalogue.codebook import written_codebook
from assess.workflow.register.publishing import publish
from assess.workflow.register.register import record_label, revoke_listed, write_reminders
from tests.languages.unsaid import unsaid

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SHOWN = ("aria-label", "alt", "title", "placeholder", "data-count", "data-found", "data-cut")
SHOWN_BY_SCRIPT = ("data-unstated", "data-now", "data-none", "data-then")
"""Attributes whose text a reader sees or hears."""

PORTFOLIOS = ("Maritime technologies, water resources", "ICT")
DATA = ("Alfa", "Beta", "Delta", "alfa.example", "www", *PORTFOLIOS, *LEVELS)
"""Names of organisations and of portfolios as they were listed, addresses and levels."""


@pytest.fixture
def desk(tmp_path: Path, catalogue: Catalogue) -> Iterator[Desk]:
    """A register with a label of every kind."""
    numbers = count(1)
    with Desk(
        newest=catalogue,
        store=Store(tmp_path / "assess.db", now=NOW),
        clock=lambda: NOW,
        new_id=lambda: f"case{next(numbers):04d}",
    ) as opened:
        on = date(2026, 5, 4)
        for name, portfolio, until in (
            ("Alfa", PORTFOLIOS[0], date(2027, 2, 28)),
            ("Beta", PORTFOLIOS[1], date(2027, 5, 31)),
        ):
            told = {"place": "told", "text": name, "name": name, "country": "MLT"}
            stated = {"portfolio": portfolio, "level": "Bronze", "valid_until": until}
            row = ListedRow.model_validate(told | stated | {"website": "https://alfa.example"})
            record_label(opened, row, on=on, by="Ada")
        revoke_listed(opened, "Beta", by="Ada", on=date(2026, 10, 1), reason="-")
        entry = {"name": "Delta", "country": "NOR", "portfolio": "ICT", "by": "Ada"}
        days = {"interview_date": "2026-03-02", "case": "case0001", "on": "2026-04-01"}
        validity = {"valid_from": "2026-03-02", "valid_until": "2028-03-31"}
        decision = {"kind": "awarded"} | entry | days | validity
        opened.store.register.add([LabelDecision.model_validate(decision)], at=NOW)
        yield opened


def texts(page: str, *, is_xml: bool = False) -> Iterator[str]:
    """Give what a page says: its text as a whole, and its attributes that are shown."""
    soup = BeautifulSoup(page, "xml" if is_xml else "html.parser")
    for hidden in soup(["style", "script", "code", "pre", "id"]):
        hidden.extract()
    yield soup.get_text(" ")
    for element in soup.find_all():
        for name in (*SHOWN, *SHOWN_BY_SCRIPT):
            if element.get(name):
                yield str(element[name])


def test_the_public_pages_say_everything(desk: Desk, templates: Path, tmp_path: Path) -> None:
    with speaking(PSEUDO):
        publish(desk, tmp_path / "site", templates, tmp_path / "key.pem")
    pages = [*(tmp_path / "site").rglob("*.html"), *(tmp_path / "site").rglob("*.svg")]
    assert len(pages) > 8
    found = {
        path.name: words
        for path in (*pages, tmp_path / "site" / "feed.xml")
        if (
            words := [
                word
                for text in texts(path.read_text("utf-8"), is_xml=path.suffix != ".html")
                for word in unsaid(text, DATA)
            ]
        )
    }
    assert found == {}


def test_the_signed_data_stay_english(desk: Desk, templates: Path, tmp_path: Path) -> None:
    publish(desk, tmp_path / "english", templates, tmp_path / "key.pem")
    with speaking(PSEUDO):
        publish(desk, tmp_path / "pseudo", templates, tmp_path / "key.pem")
    for name in ("labels.json", "labels.csv", "labels.json.sig"):
        assert (tmp_path / "pseudo" / name).read_bytes() == (
            tmp_path / "english" / name
        ).read_bytes()


def codes(book: Codebook) -> Iterator[str]:
    """Give what of a code book is no language: names, codes, kinds and sources."""
    yield from (code.code for code in book.statuses)
    for area in book.areas:
        for indicator in area.indicators:
            yield from (indicator.id, *indicator.source)
            yield from (item.code for item in indicator.quality_items)
            yield from (chart.code for chart in indicator.charts)
            yield from (rule.id for rule in (*indicator.recommendations, *indicator.strengths))
            for question in indicator.questions:
                yield from (question.name, question.type)
                yield from (code.code for code in (*question.parts, *question.codes))
            for measure in indicator.measures:
                yield from (measure.name, measure.kind, *measure.source)
                yield from (code.code for code in measure.classes)


@pytest.mark.parametrize("form", ["html", "text"])
def test_the_code_book_says_everything_but_names(
    form: Literal["html", "text"], templates: Path, catalogue: Catalogue
) -> None:
    with speaking(PSEUDO):
        book = written_codebook(indicators_folder(), templates, form)
        data = set(codes(codebook(catalogue, say)))
    body = BeautifulSoup(book, "html.parser").body if form == "html" else None
    said = " ".join((book if body is None else body.get_text(" ")).split())
    assert sorted(set(unsaid(said, data))) == []


def test_the_calendar_says_everything(desk: Desk, tmp_path: Path) -> None:
    with speaking(PSEUDO):
        assert write_reminders(desk, 12, tmp_path / "ends.ics")
    lines = (tmp_path / "ends.ics").read_text("utf-8").replace("\r\n ", "").splitlines()
    said = [line.partition(":")[2] for line in lines if line.startswith(("SUMMARY", "DESCRIPTION"))]
    assert said
    assert [word for line in said for word in unsaid(line, DATA)] == []
