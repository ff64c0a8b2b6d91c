"""Questioning: the form that is sent ahead, blank or with what is known already."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.questionnaire.browser.form_page import FormPage, PageWords
from assess.core.questionnaire.browser.form_rules import form_rules
from assess.core.questionnaire.form_wording import FormWords, read_words
from assess.core.questionnaire.prefill import filled
from assess.core.questionnaire.printed_form import PrintedForm
from assess.core.questionnaire.questionnaire import Origin, Questionnaire, questionnaire
from assess.core.text.value import Wording
from assess.errors import RenderFault
from assess.files import text_of, write_whole
from assess.languages import day_text, gettext, spoken_language
from assess.languages.message import say
from assess.languages.speech import alphabet
from assess.languages.translation.draft import draft_sentence
from assess.workflow.case.rounds import last_round
from assess.workflow.desk.desk import Desk

Prefill = Literal["known", "case", "last", "nothing"]
"""What a form is filled in with: the answers of the case and, where it has none, those of the last
round; only one of them; or nothing."""


class Sent(NamedTuple):
    """What was written: how many lines are filled in, and which could not be."""

    lines: int
    given: int
    left_out: tuple[str, ...]


def form_for(
    desk: Desk, assessment: Assessment | None, prefill: Prefill = "known"
) -> Questionnaire:
    """Lay out the form of a case, filled in as wanted; without a case it is blank.

    It speaks the language that is spoken now, and says which that is, and whether it is a draft.
    """
    form = _form_for(desk, assessment, prefill)
    return form.model_copy(update={"draft": draft_sentence()})


def _form_for(desk: Desk, assessment: Assessment | None, prefill: Prefill) -> Questionnaire:
    language = spoken_language().code
    if assessment is None:
        return questionnaire(desk.newest, say=say, language=language, alphabet=alphabet())
    catalogue = desk.catalogue_of(assessment.case)
    form = questionnaire(
        catalogue, assessment.case, say=say, language=language, alphabet=alphabet()
    )
    last = last_round(desk, assessment) if prefill in ("known", "last") else None
    own = filled(form, assessment, catalogue, say=say, origin=Origin(is_case=True))
    if prefill == "case" or (prefill == "known" and last is None):
        return own if _says_something(own) else form
    if last is None:
        return form
    day = last.case.details.interview_date
    origin = Origin(is_case=False, last_round=day)
    if prefill == "last":
        return filled(form, last, catalogue, say=say, origin=origin, with_notes=False)
    answered = {name for name, answer in assessment.answers.items() if not answer.says_nothing}
    rest = last.model_copy(
        update={"answers": {k: v for k, v in last.answers.items() if k not in answered}}
    )
    earlier = filled(form, rest, catalogue, say=say, origin=origin, with_notes=False)
    both = Origin(is_case=bool(answered), last_round=day)
    return earlier.model_copy(
        update={
            "given": {**earlier.given, **own.given},
            "given_statuses": {**earlier.given_statuses, **own.given_statuses},
            "given_notes": own.given_notes,
            "origin": both,
            "given_from": say(both.message()),
        }
    )


def _says_something(form: Questionnaire) -> bool:
    return bool(form.given or form.given_statuses or form.given_notes)


def questionnaire_words(templates: Path) -> FormWords:
    """Read what the form says beside the questions from the folder of templates."""
    path = templates / "questionnaire" / "words.toml"
    former = path.with_name("former_words.toml")
    try:
        text = text_of(path)
        if former.exists():  # templates of one's own may have none
            text += "\n" + text_of(former)
        return read_words(text)
    except (OSError, ValueError) as error:
        raise RenderFault(
            gettext(
                "The words of the questionnaire in {path} cannot be read: {error}",
                path=path,
                error=error,
            )
        ) from error


def write_workbook(desk: Desk, form: Questionnaire, templates: Path, target: Path) -> Sent:
    """Write a form as a workbook, whole or not at all."""
    from assess.exchange.questionnaire.form_workbook import left_out, write
    from assess.render.document.design_tokens import load_tokens

    content = write(form, questionnaire_words(templates), load_tokens(templates), at=desk.shown_now)
    write_whole(target, content, is_private=_says_something(form))
    return Sent(_count(form), len(form.given), left_out(form))


def _count(form: Questionnaire) -> int:
    return sum(len(item.lines) for part in form.parts for item in part.items)


def write_page(desk: Desk, form: Questionnaire, templates: Path, target: Path) -> Sent:
    """Write a form as a page that works without a network, whole or not at all."""
    from assess.render.questionnaire.form_html import form_html

    page = page_of(desk, form, questionnaire_words(templates))
    content = form_html(page, templates).encode()
    write_whole(target, content, is_private=_says_something(form))
    return Sent(_count(form), len(form.given), ())


def page_of(desk: Desk, form: Questionnaire, words: FormWords) -> FormPage:
    """Give the page of a form, with the rules of the edition that it asks about."""
    about = form.recipient
    case = desk.store.assessment(about.case).case if about else None
    catalogue = desk.catalogue_of(case) if case else desk.newest
    rules = form_rules(
        catalogue.questions.values(),
        catalogue.checks,
        say,
        interview=about.interview_date if about else None,
        country=case.organisation.country if case else None,
    )
    return FormPage(form=form, words=page_words(form, words), kind="questionnaire", rules=rules)


def page_words(form: Questionnaire, words: FormWords) -> PageWords:
    """Give what a form says of itself on its page."""
    about, cover = form.recipient, words.cover
    facts: list[tuple[Wording, str]] = []
    if about is not None:
        day = day_text(about.interview_date)
        facts = [(cover.country, about.country), (cover.interview, day)]
        facts += [(cover.expert, about.expert)] if about.expert else []
    return PageWords(
        title=say(words.title),
        subtitle=say(words.subtitle),
        lead=say(words.lead),
        steps=words.page or words.steps,
        recipient=about.organisation if about else "",
        facts=tuple((say(name), fact) for name, fact in facts),
        mark=say(cover.synthetic) if about and about.synthetic else "",
        check=f"{form.given_from} {say(words.check)}".strip() if form.given_from else "",
    )


def print_form(desk: Desk, form: Questionnaire, templates: Path, target: Path) -> Sent:
    """Print a form as a PDF whose fields can be filled in, whole or not at all."""
    from assess.render.document.document import write_document

    printed = PrintedForm(form=form, words=questionnaire_words(templates), day=str(desk.today))
    write_document(
        "questionnaire", printed, templates, target, is_private=_says_something(printed.form)
    )
    return Sent(_count(form), len(form.given), ())
