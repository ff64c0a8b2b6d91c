"""Forms in the pseudo-language: they say nothing that is not looked up, and are read back."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from assess.core.case.assessment import Assessment
from assess.core.case.history.proposal import Proposal
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.browser.form_page import FormPage
from assess.core.questionnaire.browser.form_rules import form_rules
from assess.core.questionnaire.prefill import filled
from assess.core.questionnaire.printed_form import PrintedForm, returned_fields
from assess.core.questionnaire.questionnaire import Origin, Questionnaire, questionnaire
from assess.core.questionnaire.returned_form import read_form
from assess.exchange.container.spreadsheet.guard import QUESTIONNAIRE
from assess.exchange.container.workbook import read_sheets
from assess.exchange.questionnaire import returned_workbook
from assess.exchange.questionnaire.form_workbook import write
from assess.languages import speaking
from assess.languages.language import ENGLISH, PSEUDO
from assess.languages.message import say
from assess.languages.pseudo import OPENING, pseudo
from assess.render.document.design_tokens import load_tokens
from assess.render.document.html import questionnaire_html
from assess.render.questionnaire.form_html import form_html
from assess.workflow.questionnaire.form_return import answered_in, known_keys
from assess.workflow.questionnaire.form_sending import page_words, questionnaire_words
from tests.cases import full_case, organisation_case
from tests.languages.unsaid import unsaid
from tests.notation import NOON

Through = Callable[[Questionnaire, Catalogue, Path], tuple[Proposal, ...]]

FORMULA_TEXT = re.compile(r'"((?:[^"]|"")*)"')


def form_of(case: Assessment, catalogue: Catalogue, language: str) -> Questionnaire:
    """Lay out the form of a case in a language; nothing is spoken but it."""
    with speaking(language):
        form = questionnaire(catalogue, case.case, say=say, language=language)
        return filled(form, case, catalogue, say=say, origin=Origin(is_case=True))


def workbook_of(form: Questionnaire, templates: Path) -> bytes:
    with speaking(form.language):
        return write(form, questionnaire_words(templates), load_tokens(templates), at=NOON)


@pytest.fixture(scope="module")
def case(catalogue: Catalogue) -> Assessment:
    return full_case(catalogue)


@pytest.fixture(scope="module")
def form(case: Assessment, catalogue: Catalogue) -> Questionnaire:
    return form_of(case, catalogue, PSEUDO)


def data_of(case: Assessment, form: Questionnaire) -> list[str]:
    """Give what a form shows of the case, of the catalogue's codes, and of its own codes."""
    recipient = form.recipient
    assert recipient is not None
    given = [str(said) for said in (*form.given.values(), *form.given_notes.values())]
    return [
        *(recipient.organisation, recipient.case, recipient.expert, form.catalogue),
        *(country.code for country in form.countries),
        *(text for text in given if OPENING not in text),
        *(answer.reason for answer in case.answers.values() if answer.reason),
    ]


def opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


def visible_texts(book: Workbook) -> Iterator[str]:
    """Give every text that a reader of a workbook sees; what is hidden is for programs."""
    for page in book.worksheets:
        if page.sheet_state == "visible":
            yield page.title
            for strip in (page.oddHeader, page.oddFooter):
                yield (strip and strip.left.text) or ""
        hidden = {letter for letter, column in page.column_dimensions.items() if column.hidden}
        for number, row in enumerate(page.iter_rows(), start=1):
            if page.row_dimensions[number].hidden:
                continue
            for cell in row:
                if cell.value is None or cell.column_letter in hidden:
                    continue
                yield str(cell.value) if cell.data_type != "f" else ""
                if cell.data_type == "f" and "!" not in str(cell.value):
                    yield " ".join(FORMULA_TEXT.findall(str(cell.value)))
                yield " ".join(FORMULA_TEXT.findall(cell.number_format))
        for rule in page.data_validations.dataValidation:
            yield from (rule.error or "", rule.errorTitle or "")
            yield from (rule.prompt or "", rule.promptTitle or "")


def test_a_workbook_says_nothing_that_is_not_looked_up(
    case: Assessment, form: Questionnaire, templates: Path
) -> None:
    book = opened(workbook_of(form, templates))
    data = data_of(case, form)
    texts = [text for text in visible_texts(book) if text]
    assert {text: words for text in texts if (words := unsaid(text, data))} == {}
    assert sum(OPENING in text for text in texts) > 500


class Seen(HTMLParser):
    """Gathers what a reader of a page sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag == "style"
        spoken = ("aria-label", "alt", "title", "data-head", "data-foot", "data-marks")
        self.texts += [value for name, value in attrs if name in spoken and value]

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.texts.append(data)


def test_a_page_with_fields_says_nothing_that_is_not_looked_up(
    case: Assessment, form: Questionnaire, templates: Path
) -> None:
    record = PrintedForm(form=form, words=questionnaire_words(templates), day="2026-11-02")
    assert record.language == PSEUDO
    with speaking(record.language):
        html = questionnaire_html(record, templates)
    assert f'<html lang="{PSEUDO}">' in html
    page = Seen()
    page.feed(html)
    keys = [line.key for part in form.parts for item in part.items for line in item.lines]
    data = [*data_of(case, form), *keys]
    assert {text: words for text in page.texts if (words := unsaid(text, data))} == {}
    assert sum(OPENING in text for text in page.texts) > 500


def test_a_page_for_a_browser_says_nothing_that_is_not_looked_up(
    case: Assessment, form: Questionnaire, catalogue: Catalogue, templates: Path
) -> None:
    with speaking(PSEUDO):
        words = page_words(form, questionnaire_words(templates))
        rules = form_rules(catalogue.questions.values(), catalogue.checks, say)
        page = FormPage(form=form, words=words, kind="questionnaire", rules=rules)
        html = form_html(page, templates)
    seen = Seen()
    seen.feed(re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL))
    whole = re.findall(r'<script type="application/json" id="assess-texts">(.*?)</script>', html)
    texts = [text for text in seen.texts if not text.startswith("{")]
    core = page.rules["texts"]
    assert isinstance(core, dict)
    said = [*json.loads(whole[0]).values(), *map(str, core.values())]
    places = [f"{{{name}}}" for text in said for name in re.findall(r"\{(\w+)\}", text)]
    data = [*data_of(case, form), *places, *(fact for _, fact in words.facts)]
    assert {text: left for text in (*texts, *said) if (left := unsaid(text, data))} == {}
    assert sum(OPENING in text for text in texts) > 500


def through_workbook(
    form: Questionnaire, catalogue: Catalogue, templates: Path
) -> tuple[Proposal, ...]:
    sheets = read_sheets(workbook_of(form, templates), "form.xlsx", QUESTIONNAIRE)
    returned = returned_workbook.read(sheets, "form.xlsx", frozenset(known_keys(catalogue)))
    assert returned.language == form.language
    speech = answered_in(returned.language)
    blank = Assessment(case=organisation_case())
    found = read_form(returned, blank, catalogue, "a form", speech)
    assert found.remarks == ()
    return found.proposals


def through_fields(
    form: Questionnaire, catalogue: Catalogue, templates: Path
) -> tuple[Proposal, ...]:
    """Read the fields of a printed form as they are before anybody changed one."""
    record = PrintedForm(form=form, words=questionnaire_words(templates), day="2026-11-02")
    ticked = {}
    for part in form.parts:
        for item in part.items:
            for option in form.statuses:
                if record.is_stated(item, option.code):
                    ticked[record.status_box(item, option.code)] = "on"
            for line in item.lines:
                for option in line.options:
                    if record.is_ticked(line, option.code):
                        ticked[record.box(line.key, option.code)] = "on"
                if line.kind == "mark" and record.is_marked(line):
                    ticked[record.field(line.key)] = "on"
    marks = {
        record.field(line.key)
        for part in form.parts
        for item in part.items
        for line in item.lines
        if line.kind == "mark" or line.options
    }
    texts = {name: text for name, text in record.fields.items() if name not in marks}
    returned = returned_fields({**texts, **ticked}, {}, catalogue, say)
    assert returned.language == form.language
    blank = Assessment(case=organisation_case())
    speech = answered_in(returned.language)
    return read_form(returned, blank, catalogue, "a form", speech).proposals


@pytest.mark.parametrize("through", [through_workbook, through_fields])
def test_a_form_comes_back_in_whatever_language_it_was_made(
    through: Through, case: Assessment, form: Questionnaire, catalogue: Catalogue, templates: Path
) -> None:
    english = through(form_of(case, catalogue, ENGLISH), catalogue, templates)
    assert through(form, catalogue, templates) == english
    assert len(english) > 50


def test_an_answer_in_english_on_a_form_in_another_language_is_understood() -> None:
    speech = answered_in(PSEUDO)
    yes, no = speech.yes_no()
    assert (yes.label, no.label) == ("yes", "no")
    assert {pseudo("yes"), "yes"} <= {yes.label, *yes.also}


def test_a_form_in_a_language_that_is_not_here_is_read_in_english() -> None:
    yes, _ = answered_in("tlh").yes_no()
    assert yes.also == ("yes",)
