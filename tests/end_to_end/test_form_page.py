"""A form in a real browser: its rules are those of the program, and what is typed comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.core.case.assessment import Assessment
from assess.core.case.reading.answer import read
from assess.core.case.value_form import form_findings
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.browser.form_page import FormPage
from assess.core.questionnaire.browser.form_rules import form_rules
from assess.core.questionnaire.prefill import filled
from assess.core.questionnaire.questionnaire import FormSpeech, Origin, questionnaire
from assess.core.questionnaire.returned_form import read_form
from assess.core.text.message import Message
from assess.core.text.visible import stripped
from assess.exchange.questionnaire import answer_json
from assess.exchange.questionnaire.answer_json import answers_within
from assess.languages import speaking
from assess.languages.language import ENGLISH, PSEUDO
from assess.languages.message import say
from assess.render.questionnaire.form_html import form_html
from assess.store.store import Store
from assess.workflow.desk.desk import Desk
from assess.workflow.questionnaire.form_sending import page_words, questionnaire_words
from assess.workflow.questionnaire.surveying import survey_for, write_page
from tests import form_rules as table
from tests.cases import full_case, organisation_case
from tests.driven_browser import EXECUTABLES, Browser, browser
from tests.notation import NOON, answered
from tests.random_cases import values

pytestmark = pytest.mark.slow

RULES = "new FormRules(JSON.parse(document.getElementById('assess-rules').textContent))"
HOSTILE = "</script><img src=x onerror=window.ran=1> \u202e[b]{{ 7*7 }}"


def page_of(
    catalogue: Catalogue,
    templates: Path,
    *,
    language: str = ENGLISH,
    case: Assessment | None = None,
) -> str:
    """Give a form as a page: of a case with its answers, or of a case without any."""
    whole = case or Assessment(case=organisation_case())
    with speaking(language):
        form = questionnaire(catalogue, whole.case, say=say, language=language)
        if case is not None:
            form = filled(form, case, catalogue, say=say, origin=Origin(is_case=True))
        details, country = whole.case.details, whole.case.organisation.country
        rules = form_rules(
            catalogue.questions.values(),
            catalogue.checks,
            say,
            interview=details.interview_date,
            country=country,
        )
        words = page_words(form, questionnaire_words(templates))
        page = FormPage(form=form, words=words, kind="questionnaire", rules=rules)
        return form_html(page, templates)


@pytest.fixture(scope="module", params=list(EXECUTABLES))
def driven(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with browser(request.param) as found:
        found.do("fresh")
        found.do("open", address="about:blank")  # so that each test can ask what is there
        yield found


@pytest.fixture(scope="module")
def pages(
    catalogue: Catalogue, templates: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Forms as files: without answers, with all, in another language, with hostile texts."""
    folder = tmp_path_factory.mktemp("forms")
    full = full_case(catalogue)
    hostile = full.with_answer(full.answer("staff_fte").changed(note=HOSTILE, for_report=True))
    named = hostile.model_copy(update={"case": organisation_case(name=f"Wave {HOSTILE}")})
    told = {
        "blank": page_of(catalogue, templates),
        "full": page_of(catalogue, templates, case=full),
        "pseudo": page_of(catalogue, templates, language=PSEUDO, case=full),
        "hostile": page_of(catalogue, templates, case=named),
    }
    for name, text in told.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8", newline="\n")
    return {name: folder / f"{name}.html" for name in told}


def in_page(driven: Browser, body: str, given: Any) -> Any:
    """Give what a program makes of something in the page, with its rules."""
    return driven.evaluate(
        f"(() => {{ const r = {RULES}; const g = {json.dumps(given)}; {body} }})()"
    )


READ = """
return g.map(([name, lines, answers]) => {
  const read = r.read(name, lines, answers);
  const faults = [...new Set(Object.values(read.faults).map((fault) => fault.code))].sort();
  const held = read.value === null ? [] : r.findings(name, { [name]: read.value });
  const isHard = ({ code }) => /value_(?:not_whole|below|above)/.test(code ?? "");
  const hard = held.filter(isHard).map(({ code }) => code).sort();
  return [hard.length ? null : read.value, [...faults, ...hard], read.running && read.running.code];
});
"""
FOUND = """
const said = (found) => `${found.kind} ${found.code ?? "case.between_answers"}`;
return g.map(([name, answers]) => r.findings(name, answers).map(said));
"""


def test_the_page_reads_by_the_table(driven: Browser, pages: dict[str, Path]) -> None:
    driven.open(pages["blank"])
    rows = list(table.reads())
    given = [[row.question, row.lines, row.answers] for row in rows]
    for row, (value, faults, running) in zip(rows, in_page(driven, READ, given), strict=True):
        assert (row, value) == (row, row.value)
        assert (row, faults) == (row, [row.fault] if row.fault else [])
        assert not row.running or running == row.running


def test_the_page_asks_and_finds_by_the_table(driven: Browser, pages: dict[str, Path]) -> None:
    driven.open(pages["blank"])
    askings = table.askings()
    asked = in_page(driven, "return g.map(([n, a]) => r.isAsked(n, a));", [a[:2] for a in askings])
    assert asked == [is_asked for _, _, is_asked in askings]
    findings = table.findings()
    found = in_page(driven, FOUND, [finding[:2] for finding in findings])
    assert found == [codes for _, _, codes in findings]


_NUMBER_PARTS = st.sampled_from(
    [
        *("0", "1", "2", "12", "123", "234", "500", "1234", "007", "٣"),
        *(",", ".", ",", ".", " ", " ", "\u00a0", "\u202f", "'", "’", "-", "–", "−", "+"),
        *("%", "€", "EUR", "k", "m", "M€", "Mio.", "Tsd.", "mln", "zł", "kr.", "T", "t", "pct."),
        *("FTE", "participants", "billion", "ca.", "to", "bis", "½", "x", "e", "\u200e", "\t"),
    ]
)
NUMBERS = st.lists(_NUMBER_PARTS, min_size=1, max_size=7).map("".join)


def _read_by_program(catalogue: Catalogue, name: str, text: str) -> tuple[Any, list[str]]:
    question = catalogue.questions[name]
    reading = read(question, text, answered(), catalogue)
    if isinstance(reading.fault, Message):
        return None, [reading.fault.code]
    found = {each.message.code for each in form_findings(question, reading.value, catalogue)}
    return (None if found else reading.value), sorted(found)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=NUMBERS.filter(stripped))
def test_any_number_is_read_alike(
    text: str, driven: Browser, pages: dict[str, Path], catalogue: Catalogue
) -> None:
    if driven.evaluate("typeof FormRules === 'undefined'") is not False:
        driven.open(pages["blank"])
    names = ("staff_fte", "committed_total", "budget_total")
    seen = in_page(driven, READ, [[name, {name: text}, {}] for name in names])
    assert [(value, faults) for value, faults, _ in seen] == [
        _read_by_program(catalogue, name, text) for name in names
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_answers_are_checked_alike(
    data: st.DataObject, driven: Browser, pages: dict[str, Path], catalogue: Catalogue
) -> None:
    if driven.evaluate("typeof FormRules === 'undefined'") is not False:
        driven.open(pages["blank"])
    kinds = {
        name: values(question, catalogue)
        for name, question in catalogue.questions.items()
        if question.type != "stories"
    }
    names = data.draw(st.lists(st.sampled_from(sorted(kinds)), min_size=8, unique=True))
    answers = {name: data.draw(kinds[name]) for name in names}
    found = in_page(driven, FOUND, [[name, answers] for name in names])
    assert dict(zip(names, found, strict=True)) == {
        name: table.found_by_program(catalogue, name, answers) for name in names
    }
    asked = in_page(driven, "return g[0].map((n) => r.isAsked(n, g[1]));", [[*kinds], answers])
    assert asked == [table.asked_by_program(catalogue, name, answers) for name in kinds]


def filled_in(driven: Browser) -> None:
    """Fill in half of a form, in the ways that there are."""
    do = driven.do
    do("select", selector="#q-founded select[data-month-part=month]", value="5")
    do("fill", selector="#q-founded input", text="2009")
    do("check", selector="#q-legal_form input[value=association]")
    for part, text in (("industry", "60"), ("research", "30 %"), ("public", "10")):
        do("fill", selector=f"[id='f-driving_forces.{part}']", text=text)
    do("fill", selector="[id='f-specialisation_text']", text=f"Sea {HOSTILE}\nand wind")
    do("fill", selector="[id='f-committed_total']", text="1.234")
    do("fill", selector="[id='f-committed_written']", text="three or so")
    do("click", selector="#q-committed_paying summary")
    do("select", selector="#q-committed_paying select", value="dont_know")
    do("fill", selector="#q-committed_paying textarea", text="Ask \u0141ucja")
    do("check", selector="#q-planning input[name='planning.strategy_process'][value='2']")
    do("check", selector="#q-reach [data-line='reach.local']")
    do("click", selector="#q-partner_countries [data-country]")
    do("type", text="denmark")
    do("press", key="Enter")


WRITTEN = {
    "founded": "2009-05",
    "legal_form": "association",
    "driving_forces.industry": "60",
    "driving_forces.research": "30 %",
    "driving_forces.public": "10",
    "specialisation_text": f"Sea {HOSTILE}\nand wind",
    "committed_total": "1.234",
    "committed_written": "three or so",
    "planning.strategy_process": "2",
    "reach.local": "yes",
    "partner_countries": "DNK",
}


def test_a_form_is_filled_in_closed_opened_saved_finished_and_returned(
    driven: Browser, pages: dict[str, Path], tmp_path: Path, catalogue: Catalogue
) -> None:
    driven.open(pages["blank"])
    filled_in(driven)
    said = driven.do("texts", selector="#q-committed_written .said span")
    assert said == ["Please check: 'three or so' is not a number"] or "three or so" in said[0]
    assert driven.do("text", selector="#sum-driving_forces") == "100\u00a0%: complete"
    driven.do("open", address=pages["blank"].as_uri())  # closed, and opened again
    assert "again" in driven.do("text", selector="#kept")
    names = driven.do("downloads", selector=".bar [data-save]", folder=str(tmp_path), count=2)
    assert names == [
        "nordic-wave-energy-cluster-answers.json",
        "nordic-wave-energy-cluster-form.html",
    ]
    answers = json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))
    assert answers["lines"] == WRITTEN
    assert answers["statuses"] == {"committed_paying": "dont_know"}
    assert answers["notes"] == {"committed_paying": "Ask \u0141ucja"}
    # another person finishes it on another computer, and without storage
    driven.open(tmp_path / names[1], storage=False)
    assert "cannot keep" in driven.do("text", selector="#kept")
    driven.do("fill", selector="[id='f-staff_fte']", text="2,5")
    again = driven.do("downloads", folder=str(tmp_path), count=2)
    assert again == names
    content = (tmp_path / again[0]).read_bytes()
    within = answers_within((tmp_path / again[1]).read_bytes())
    for found in (content, within):
        assert found is not None
        returned = answer_json.read(found, "answers.json")
        assert returned.lines == {**WRITTEN, "staff_fte": "2,5"}
        proposals = read_form(
            returned.returned(frozenset(), returned.rules),
            Assessment(case=organisation_case()),
            catalogue,
            "a form",
            FormSpeech(say),
        ).proposals
        values = {each.question: each.value for each in proposals if each.value is not None}
        assert values["committed_total"] == 1234
        assert values["partner_countries"] == ["DNK"]
        assert values["staff_fte"] == 2.5
    assert driven.evaluate("window.ran") is None
    assert driven.do("ended") == {"outside": [], "errors": []}


def test_what_the_browser_keeps_is_cleared(driven: Browser, pages: dict[str, Path]) -> None:
    driven.open(pages["blank"])
    driven.do("fill", selector="[id='f-staff_fte']", text="2,5")
    driven.do("click", selector="#clear")
    assert driven.evaluate("localStorage.length") == 0
    assert driven.evaluate("document.getElementById('f-staff_fte').value") == ""


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        ("full", "light", 1280),
        ("full", "dark", 390),
        ("pseudo", "light", 390),
        ("pseudo", "dark", 1280),
    ],
)
def test_a_form_is_readable_for_everybody(
    name: str, scheme: str, width: int, driven: Browser, pages: dict[str, Path]
) -> None:
    driven.open(pages[name], width=width, scheme=scheme)
    driven.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert driven.do("wide") <= 0
    assert driven.do("axe") == []
    driven.do("click", selector=".bar [data-save]")
    assert driven.do("axe") == []
    assert driven.do("ended") == {"outside": [], "errors": []}


def test_hostile_texts_stay_texts(driven: Browser, pages: dict[str, Path]) -> None:
    driven.open(pages["hostile"])
    assert "</script><img" in driven.do("text", selector="h1")
    note = driven.evaluate("document.querySelector('[data-note=staff_fte]').value")
    assert note == HOSTILE
    assert driven.evaluate("document.images.length") == 0
    assert driven.evaluate("window.ran") is None


def test_without_scripts_it_says_what_to_do(driven: Browser, pages: dict[str, Path]) -> None:
    driven.open(pages["blank"], script=False)
    assert "open it in a browser" in driven.do("text", selector="#no-script")
    assert driven.do("visible", selector="#q-founded .label")
    assert not driven.do("visible", selector="#q-founded .answer")
    assert not driven.do("visible", selector=".bar")


def test_a_form_is_filled_in_by_keyboard_alone(
    driven: Browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    driven.open(pages["blank"])

    def press(key: str) -> None:
        driven.do("press", key=key)

    def tab_to(wanted: str) -> None:
        for _ in range(40):
            press("Tab")
            at = "document.activeElement.dataset.line ?? document.activeElement.id"
            if driven.evaluate(at) == wanted:
                return
        raise AssertionError(wanted)

    tab_to("next")
    assert driven.evaluate("document.activeElement.textContent") == "Next open question"
    press("Enter")
    driven.do("type", text="May")
    press("Tab")
    driven.do("type", text="2009")
    tab_to("legal_form")
    press("Space")
    press("ArrowDown")
    names = driven.do("downloads", folder=str(tmp_path), count=2)
    answers = json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))
    assert answers["lines"] == {"founded": "2009-05", "legal_form": "company_non_profit"}
    assert driven.do("visible", selector="#saved")
    press("Escape")
    assert not driven.do("visible", selector="#saved")


@pytest.fixture(scope="module")
def survey(catalogue: Catalogue, templates: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The survey of participants of a case, in the pseudo-language."""
    folder = tmp_path_factory.mktemp("survey")
    with Desk(
        newest=catalogue,
        store=Store(folder / "assess.db", now=NOON),
        clock=lambda: NOON,
        new_id=lambda: "x",
    ) as desk:
        case = Assessment(case=organisation_case())
        with speaking(PSEUDO):
            made = survey_for(desk, case, "survey")
            write_page(desk, made, templates, folder / "survey.html")
    return folder / "survey.html"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_a_survey_is_answered_and_saved_under_one_id(
    scheme: str, width: int, driven: Browser, survey: Path, tmp_path: Path
) -> None:
    driven.open(survey, width=width, scheme=scheme)
    assert driven.do("wide") <= 0
    assert driven.do("axe") == []
    driven.do("check", selector="#q-survey_turnover input[value='3']")
    names = driven.do("downloads", selector=".bar [data-save]", folder=str(tmp_path), count=2)
    first = json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))
    driven.do("press", key="Escape")
    driven.do("check", selector="#q-survey_wishes [data-line='survey_wishes.abroad']")
    driven.do("downloads", folder=str(tmp_path), count=2)
    again = json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))
    assert (first["kind"], first["lines"]) == ("survey", {"survey_turnover": "3"})
    assert again["lines"] == {"survey_turnover": "3", "survey_wishes.abroad": "yes"}
    assert len(first["id"]) == 24
    assert again["id"] == first["id"]
    assert driven.do("ended") == {"outside": [], "errors": []}
