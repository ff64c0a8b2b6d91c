"""One search in three places: the commands, the terminal and the public pages without a server."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.search.tolerant_search import mistakes
from assess.workflow import Desk
from assess.workflow.register.publishing import publish
from assess.workflow.register.register import register_of, statuses
from assess.workflow.register.search import RegisterSearch
from tests.searches import FIRST, NOTHING, searched_desk

LANGUAGES = ("en", "de", "pl", "da")

LOOK = """
const fs = require("node:fs");
globalThis.window = globalThis;
const [folder, ...languages] = process.argv.slice(1);
const run = (name) => (0, eval)(fs.readFileSync(`${folder}/${name}`, "utf8"));
run("search.js");
const wanted = JSON.parse(fs.readFileSync(0, "utf8"));
const seen = languages.map((language) => {
  run(language === "en" ? "labels.js" : `${language}/labels.js`);
  const search = new RegisterSearch(window.REGISTER);
  const names = (text) => search.find(text).map((line) => search.organisation(line).said[0]);
  const { country } = search.organisation(search.find("oresund food")[0]);
  return [wanted.map(names), window.REGISTER.countries[country][0]];
});
process.stdout.write(JSON.stringify(seen));
"""

ALL = [*FIRST, *NOTHING, "cluster", "energy", "nce", "danmark", "bronze ict", "a", "not known"]


BY_STATUS = {"not known", "e mobility"}
"""What is, or begins, a status of today, as `e` does `ended`: the index of the pages has none."""


@pytest.fixture(scope="module")
def desk(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The three lists in a register."""
    with searched_desk(tmp_path_factory.mktemp("searched"), catalogue) as desk:
        yield desk


@pytest.fixture(scope="module")
def found(desk: Desk) -> dict[str, list[str]]:
    """What the search of the commands and of the terminal finds, by what is typed."""
    register = register_of(desk)
    search = RegisterSearch(statuses(register, desk.today), register)
    return {text: [one.label.name for one in search.find(text)] for text in ALL}


@pytest.mark.parametrize("wanted", FIRST)
def test_a_search_finds_first(wanted: str, found: dict[str, list[str]]) -> None:
    assert found[wanted][:1] == [FIRST[wanted]]
    assert len(found[wanted]) == len(set(found[wanted]))


@pytest.mark.parametrize("wanted", NOTHING)
def test_a_search_finds_nothing(wanted: str, found: dict[str, list[str]]) -> None:
    assert found[wanted] == []


def test_the_pages_of_each_language_find_the_same_without_a_server(
    desk: Desk, found: dict[str, list[str]], templates: Path, tmp_path: Path
) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no Node.js here: apt-get install nodejs")
    publish(desk, tmp_path / "site", templates, tmp_path / "key.pem", languages=LANGUAGES)
    wanted = [text for text in ALL if text not in BY_STATUS]
    ran = subprocess.run(
        [node, "-e", LOOK, str(tmp_path / "site"), *LANGUAGES],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    seen = json.loads(ran.stdout)
    assert [country for _, country in seen] == ["Denmark", "Dänemark", "Dania", "Danmark"]
    for told, _ in seen:
        for text, names in zip(wanted, told, strict=True):
            assert names == found[text], text


@pytest.mark.parametrize(
    ("typed", "word", "most", "wrong"),
    [
        ("medicn", "medicon", 1, 1),
        ("medicn", "medical", 1, 1.5),
        ("vlaley", "valley", 1, 1),
        ("vallye", "valleys", 1, 1.5),
        ("medicon", "medicon", 1, 0),
        ("medc", "medicon", 1, None),
        ("abcdefgh", "abXdefYh", 2, 2),
        ("abcdefgh", "abXdeZYh", 2, None),
        ("stmartlog", "smartlog", 2, 1),
    ],
)
def test_wrong_letters_are_counted(typed: str, word: str, most: int, wrong: float | None) -> None:
    assert mistakes(typed, word, most) == wrong
