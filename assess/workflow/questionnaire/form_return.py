"""Returned questionnaires: what a manager filled in becomes proposals for the case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from assess.core.case.assessment import Assessment, State
from assess.core.case.history.proposal import Proposal, Stance, stance
from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.form_wording import said_by
from assess.core.questionnaire.printed_form import OnPage, returned_fields
from assess.core.questionnaire.questionnaire import FormSpeech, line_keys, questionnaire
from assess.core.questionnaire.returned_form import Returned, read_form
from assess.core.questionnaire.stray import OwnTexts, with_strays
from assess.core.text.message import Say
from assess.core.text.name import same_name
from assess.errors import Refused, Way
from assess.exchange.container.form_data import read_form_data
from assess.exchange.container.pdf_fields import Fields, read_fields
from assess.exchange.container.spreadsheet.guard import QUESTIONNAIRE
from assess.exchange.container.text.encoding import decoded
from assess.exchange.container.text.separated import separated_sheet
from assess.exchange.container.workbook import peek, read_sheets
from assess.exchange.questionnaire import returned_workbook
from assess.exchange.questionnaire.form_layout import COLUMN_NAMES, KEY
from assess.languages import gettext, ngettext, speaking
from assess.languages.language import ENGLISH, available
from assess.languages.message import say, say_in
from assess.languages.translation.draft import draft_sentence
from assess.workflow.case.proposing import propose
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take
from assess.workflow.questionnaire.form_sending import questionnaire_words

_START = 2**12


def is_questionnaire(incoming: Incoming) -> bool:
    """Tell whether a workbook is, or was, a form of this program; Refused if nobody can read it."""
    return returned_workbook.is_questionnaire(peek(incoming.content, str(incoming.path)))


def read_workbook(desk: Desk, incoming: Incoming) -> Take:
    """Read a returned workbook; nothing is changed before it is taken."""
    sheets = read_sheets(incoming.content, str(incoming.path), QUESTIONNAIRE)
    known = frozenset(key for each in desk.editions.in_use() for key in known_keys(each))
    returned = returned_workbook.read(sheets, str(incoming.path), known)
    return take_returned(desk, incoming, returned)


def is_sheet_of_questionnaire(incoming: Incoming) -> bool:
    """Tell whether a text is one sheet of a form of this program, saved as CSV."""
    start = incoming.content[:_START].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    return COLUMN_NAMES[KEY].encode() in start.partition(b"\n")[0]


def read_sheet(desk: Desk, incoming: Incoming) -> Take:
    """Read one sheet of a returned form, saved as CSV; it does not say for which case it is."""
    path = str(incoming.path)
    text = decoded(incoming.content, path, encoding=incoming.encoding).text
    known = frozenset(key for each in desk.editions.in_use() for key in known_keys(each))
    sheet = separated_sheet(text, path, gettext("row"))
    return take_returned(desk, incoming, returned_workbook.read([sheet], path, known))


def read_pdf(desk: Desk, incoming: Incoming) -> Take:
    """Read a returned PDF form; nothing is changed before it is taken."""
    return _read_fields(desk, incoming, read_fields(incoming.content, str(incoming.path)))


def read_fields_alone(desk: Desk, incoming: Incoming) -> Take:
    """Read the fields of a PDF form that came without it; nothing is changed before it is taken."""
    return _read_fields(desk, incoming, read_form_data(incoming.content, str(incoming.path)))


def _read_fields(desk: Desk, incoming: Incoming, fields: Fields) -> Take:
    path = str(incoming.path)
    catalogue = edition_for(desk, incoming, fields.texts.get("assess/case"))
    written = [OnPage._make(annotation) for annotation in fields.annotations]
    returned = returned_fields(fields.texts, fields.pages, catalogue, say, written)
    if fields.attached:
        names = ", ".join(fields.attached)
        attached = gettext("the attached files {names} were not read", names=names)
        returned = replace(returned, remarks=(*returned.remarks, attached))
    if not returned.seen:
        raise Refused(
            gettext(
                "{path} has no fields of the questionnaire: it is another document, or it "
                "was printed to a PDF without fields. Please type its answers.",
                path=path,
            ),
            (),
        )
    returned_workbook.demand_version(fields.texts.get("assess/form", ""), path)
    return take_returned(desk, incoming, returned)


def edition_for(desk: Desk, incoming: Incoming, case_id: str | None) -> Catalogue:
    """Give the edition of the case that a form is for; the one in use where that is not known."""
    known = {case.id: case for case in desk.store.cases.all()}
    case = incoming.into.case if incoming.into is not None else known.get(case_id or "")
    return desk.catalogue_of(case) if case is not None else desk.newest


def known_keys(catalogue: Catalogue) -> Iterator[str]:
    """Give the keys of all lines, and the names of the questions."""
    for name, question in catalogue.questions.items():
        yield name
        yield from line_keys(question)


def answered_in(language: str | None) -> FormSpeech:
    """Give in which languages a form may have been answered: its own, English, and that of now."""
    ways: list[Say] = [say_in(ENGLISH)]
    if language is not None and language != ENGLISH:
        with suppress(LookupError):  # of a program with more languages: its words become notes
            ways.insert(0, say_in(language))
    return FormSpeech(say, ways)


def take_returned(desk: Desk, incoming: Incoming, returned: Returned) -> Take:
    """Read what stands on a form that came back; nothing is changed before it is taken."""
    target = _target(desk, incoming, returned)
    source = gettext("the questionnaire {file}", file=incoming.path.name)
    speech = answered_in(returned.language)
    catalogue = desk.catalogue_of(target.case)
    own = _own_texts(target, catalogue, returned.language, incoming.templates)
    returned, tally = with_strays(returned, own, say)
    found = read_form(returned, target, catalogue, source, speech)
    edition = catalogue.edition.id
    remarks = [say(remark) for remark in found.remarks]
    if returned.catalogue not in (None, edition):
        remarks.insert(
            0,
            gettext(
                "the questionnaire was made with {catalogue}, but the case with {edition}",
                catalogue=returned.catalogue,
                edition=edition,
            ),
        )
    counted = say(tally.said())
    offered = tuple(_in_language(proposal, returned.language) for proposal in found.proposals)
    return lambda: _propose(desk, incoming.path, target, offered, (counted,), tuple(remarks))


def _in_language(proposal: Proposal, language: str | None) -> Proposal:
    """Say of what stood on a form that it was asked, and its note written, in its language."""
    if language not in available():
        return proposal
    note_in = language if proposal.note else None
    return proposal.model_copy(update={"asked_in": language, "note_in": note_in})


def _own_texts(
    target: Assessment, catalogue: Catalogue, language: str | None, templates: Path | None
) -> OwnTexts:
    """Give what the form says itself, in its own language, in English, and in that of now."""
    speech = answered_in(language)
    ways = (speech.say, *speech.also)
    forms = [questionnaire(catalogue, target.case, say=way) for way in ways]
    words = questionnaire_words(templates) if templates is not None else None
    beside = [text for way in ways for text in said_by(words, way)] if words else []
    if language in available():
        with speaking(language):
            beside.append(draft_sentence())
    return OwnTexts(forms, beside)


def _target(desk: Desk, incoming: Incoming, returned: Returned) -> Assessment:
    """Find the case for which the form is meant, and refuse what would mix up two organisations."""
    path = incoming.path
    known = {case.id: case for case in desk.store.cases.all()}
    if incoming.into is None:
        if returned.case is None:
            raise Refused(
                gettext("{path} is not for a specific case.", path=path),
                (),
            ).helped_by(Way.INTO)
        if returned.case not in known:
            raise Refused(
                gettext(
                    "{path} is for the case {case}, which is not in the database.",
                    path=path,
                    case=returned.case,
                ),
                (),
            ).helped_by(Way.INTO)
        target = desk.store.assessment(returned.case)
    else:
        target = desk.store.assessment(incoming.into.case.id)
    name = target.case.organisation.name
    if returned.organisation and not same_name(returned.organisation, name):
        raise Refused(
            gettext(
                "{path} is for {organisation}, but the case {case} is about {other}; no "
                "answer was proposed.",
                path=path,
                organisation=returned.organisation,
                case=target.case.id,
                other=name,
            ),
            (),
        )
    if target.case.state is State.FINISHED:
        raise Refused(
            gettext(
                "The case {case} is finished; reopen it before you import answers.",
                case=target.case.id,
            ),
            (),
        )
    return target


def _propose(
    desk: Desk,
    path: Path,
    target: Assessment,
    offered: tuple[Proposal, ...],
    counted: tuple[str, ...],
    remarks: tuple[str, ...],
) -> Arrived:
    stances = [stance(proposal, target) for proposal in offered]
    new = propose(desk, target, offered)
    blank, differ = stances.count(Stance.BLANK), stances.count(Stance.DIFFERS)
    same = stances.count(Stance.CONFIRMED)
    came = [_new_proposals(new, blank, differ)]
    if known := len(offered) - same - new:
        came.append(
            ngettext(
                "{count} of them known before",
                "{count} of them known before",
                known,
            )
        )
    if same:
        came.append(
            ngettext(
                "{count} answer is the same as here", "{count} answers are the same as here", same
            )
        )
    return Arrived(path, target, (*came, *counted), remarks)


def _new_proposals(new: int, blank: int, differ: int) -> str:
    """Say how many proposals are new, and how many fill a blank or differ."""
    if blank and differ:
        return ngettext(
            "{count} new proposed answer: {blank} for unanswered questions, {differ} that differ",
            "{count} new proposed answers: {blank} for unanswered questions, {differ} that differ",
            new,
            blank=blank,
            differ=differ,
        )
    if blank:
        return ngettext(
            "{count} new proposed answer: {blank} for unanswered questions",
            "{count} new proposed answers: {blank} for unanswered questions",
            new,
            blank=blank,
        )
    if differ:
        return ngettext(
            "{count} new proposed answer: {differ} that differ",
            "{count} new proposed answers: {differ} that differ",
            new,
            differ=differ,
        )
    return ngettext("{count} new proposed answer", "{count} new proposed answers", new)
