"""Surveys: forms for participants, and what was counted of the answers that came back."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.survey import Survey, SurveyKind
from assess.core.questionnaire.browser.form_page import FormPage, PageWords
from assess.core.questionnaire.browser.form_rules import form_rules
from assess.core.questionnaire.form_wording import FormWords, Step
from assess.core.questionnaire.printed_form import PrintedForm
from assess.core.questionnaire.questionnaire import Questionnaire, questionnaire
from assess.core.questionnaire.survey.survey_form import survey_catalogue, survey_of
from assess.core.text.value import Wording
from assess.errors import NotFound
from assess.files import write_whole
from assess.languages import gettext, spoken_language
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.languages.translation.draft import draft_sentence
from assess.workflow.desk.desk import Desk
from assess.workflow.questionnaire.form_sending import questionnaire_words


class SurveyMade(NamedTuple):
    """A survey, laid out: its questions as a catalogue of their own, and its form."""

    survey: Survey
    catalogue: Catalogue
    form: Questionnaire


def survey_for(desk: Desk, assessment: Assessment, kind: SurveyKind, about: str = "") -> SurveyMade:
    """Lay out the form of a survey for a case, in the language that is spoken now.

    NotFound where the edition in use has none of the kind.
    """
    survey = survey_of(desk.newest, kind)
    if survey is None:
        edition = desk.newest.edition.id
        raise NotFound(gettext("The catalogue {catalogue} has no such form.", catalogue=edition))
    catalogue = survey_catalogue(survey, desk.newest)
    form = questionnaire(
        catalogue,
        assessment.case,
        say=say,
        language=spoken_language().code,
        alphabet=alphabet(),
    )
    title = gettext("{survey}: {about}", survey=form.title, about=about) if about else form.title
    parts = tuple(
        part.model_copy(
            update={
                "groups": tuple(
                    group.model_copy(update={"why": "", "title": ""}) for group in part.groups
                ),
                "title": title,
            }
        )
        for part in form.parts
    )
    recipient = form.recipient and form.recipient.model_copy(update={"expert": ""})
    changed = {
        "parts": parts,
        "title": title,
        "draft": draft_sentence(),
        "recipient": recipient,
        # a question that is left out needs no reason, and whoever answers is not to be known
        **dict.fromkeys(("terms", "countries", "statuses"), ()),
    }
    return SurveyMade(survey, catalogue, form.model_copy(update=changed))


def _words(made: SurveyMade, templates: Path) -> FormWords:
    """Give what a form says of itself: as the questionnaire does, but for what is special."""
    steps = (
        _step(gettext("Answer"), gettext("You may leave out any question.")),
        _step(gettext("Done"), gettext("Save the answers, and send them back to the cluster.")),
    )
    title = _wording(made.form.title)
    return questionnaire_words(templates).model_copy(
        update={
            **dict.fromkeys(("title", "subtitle"), title),
            **dict.fromkeys(("steps", "paper", "page"), steps),
            "lead": made.survey.lead,
        }
    )


def _step(head: str, text: str) -> Step:
    return Step(head=_wording(head), text=_wording(text))


def _wording(text: str) -> Wording:
    return Wording({"en": text, spoken_language().code: text})


def write_page(_desk: Desk, made: SurveyMade, templates: Path, target: Path) -> None:
    """Write a survey as a page for any browser, whole or not at all."""
    from assess.render.questionnaire.form_html import form_html

    form, about = made.form, made.form.recipient
    words = PageWords(
        title=form.title,
        subtitle=form.title,
        lead=say(made.survey.lead),
        steps=_words(made, templates).page,
        recipient=about.organisation if about else "",
    )
    page = FormPage(
        form=form,
        words=words,
        kind=made.survey.id,
        rules=form_rules(made.catalogue.questions.values(), (), say),
        with_statuses=False,
        receiver="cluster",
    )
    write_whole(target, form_html(page, templates).encode())


def write_workbook(desk: Desk, made: SurveyMade, templates: Path, target: Path) -> None:
    """Write a survey as a workbook, whole or not at all."""
    from assess.exchange.questionnaire.form_workbook import write
    from assess.render.document.design_tokens import load_tokens

    words, tokens = _words(made, templates), load_tokens(templates)
    write_whole(target, write(made.form, words, tokens, at=desk.now))


def print_form(desk: Desk, made: SurveyMade, templates: Path, target: Path) -> None:
    """Print a survey as a PDF whose fields can be filled in, whole or not at all."""
    from assess.render.document.document import write_document

    words = _words(made, templates)
    printed = PrintedForm(form=made.form, words=words, day=str(desk.today))
    write_document("questionnaire", printed, templates, target)
