"""The report in the pseudo-language: what stands outside its brackets was never looked up."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date

import pytest

from assess.core.report.page.preview import preview
from assess.core.report.record.edition import EditionNote, draft_mark, freeze
from assess.core.report.record.report import Passage
from assess.core.text.value import Value
from assess.core.text.words import sentence
from assess.languages import speaking
from assess.languages.language import PSEUDO
from assess.languages.message import say
from assess.locations import demonstration_files, indicators_folder
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.label.labelling import check, label_of
from assess.workflow.program.demonstration import demonstrate
from assess.workflow.report.reporting import preview_report
from tests.languages.unsaid import outside, unsaid

ON = date(2026, 12, 1)
NOTE = EditionNote(
    case="case0001", number=1, on=ON, by="Bo Example", sha256="0f", pdf_sha256="0e", pages=40
)

ADDRESSES = re.compile(
    r"(?:.*\.)?(?:anchor|case|hash|own|direction|id|key|kind|language|site|source|sha256|state|reference|group|software)"
    r"|status|.*\.standings\.(?:position|shares\.name)"
    r"|(?:annex\.answers|modules\.groups)\.answers\.question|.*\.published\.(?:origin|short)"
)
"""What is data by its field: ids, addresses, hashes, years, codes of positions and classes."""

_WORD = re.compile(r"[^\W\d_]{2,}")


class Previewed(Value):
    """A preview with a field to stand in."""

    preview: tuple[Passage, ...]


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a value with the names of the fields that lead to it."""
    match value:
        case str():
            yield path, value
        case Value():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name), f"{path}.{name}".lstrip("."))
        case tuple() | list():
            for item in value:
                yield from texts(item, path)
        case dict():
            for name, item in value.items():
                yield from texts(item, f"{path}.{name}")


def typed(value: object) -> list[str]:
    """Give what people typed, the longest first; a statement stands as a sentence."""
    found = {" ".join(text.split()) for _, text in texts(value) if _WORD.search(text)}
    return sorted(found | set(map(sentence, found)), key=len, reverse=True)


def left_in_english(value: Value, data: list[str]) -> dict[str, str]:
    """Give by its field a text with words that nobody looked up and nobody typed."""
    found = {}
    for path, text in texts(value):
        if ADDRESSES.fullmatch(path):
            continue
        rest = " ".join(outside(text).split())
        cut = rest.removesuffix("…").lstrip("· ")
        if cut != rest and any(said.startswith(cut) for said in data):
            continue
        if unsaid(text, (*data, *month_name[1:])):
            found[path] = text
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The demonstration, opened."""
    database = tmp_path_factory.mktemp("pseudo") / "demonstration.db"
    demonstrate(database, indicators_folder(), demonstration_files(), today=ON)
    with open_desk(database, indicators_folder(), today=ON) as opened:
        yield opened


def test_a_report_says_nothing_that_was_not_looked_up(desk: Desk) -> None:
    for case in desk.store.cases.all():
        assessment = desk.store.assessment(case.id)
        with speaking(PSEUDO):
            draft = preview_report(desk, assessment)
            issued = freeze(draft, 2, NOTE.by, NOTE, say)
            parts = preview(draft, [NOTE], say=say)
        checked = check(desk, assessment)
        reasons = [each.reason for each in checked.eligibility.criteria]
        country = desk.newest.country_name(case.organisation.country)
        edits = tuple(desk.store.edits.of(case.id).values())
        agreed = [desk.store.plans.history(each.id) for each in desk.store.cases.all()]
        kept = (edits, *agreed)
        stated = (assessment, label_of(desk, assessment), reasons, kept, checked.policy)
        data = typed((*stated, NOTE.by, country))
        assert (draft.language, issued.language) == (PSEUDO, PSEUDO)
        assert left_in_english(issued, data) == {}
        assert left_in_english(Previewed(preview=parts), data) == {}


def test_an_edition_is_told_from_its_draft_in_any_language(desk: Desk) -> None:
    assessment = desk.store.assessment(desk.store.cases.all()[0].id)
    with speaking(PSEUDO):
        draft = preview_report(desk, assessment)
        issued = freeze(draft, 1, NOTE.by, None, say)
        another_day = preview_report(desk, assessment).model_copy(update={"day": ON})
        assert draft_mark(another_day, say) == draft_mark(draft, say)
    labels = [fact.label for fact in issued.cover.facts]
    assert len(labels) == len(set(labels))
    assert len(issued.marks) == len(draft.marks) - 1
