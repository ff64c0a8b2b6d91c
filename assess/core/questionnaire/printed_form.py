"""The questionnaire as a form to print: the names of its fields, and what they say already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assess.core.catalogue.catalogue import Catalogue
from assess.core.questionnaire.form_wording import FormWords
from assess.core.questionnaire.message import ReturnedMessage
from assess.core.questionnaire.questionnaire import (
    FORM,
    VERSION,
    FormItem,
    FormLine,
    FormSpeech,
    Questionnaire,
    item_of,
    line_keys,
    statuses,
)
from assess.core.questionnaire.returned_form import FormEntry, Returned, Stray
from assess.core.text.message import Say, Text, message
from assess.core.text.value import Value

_TICKED = "yes"


class PrintedForm(Value):
    """A form and what it says beside the questions, as its template sees it."""

    form: Questionnaire
    words: FormWords
    day: str
    """On which the document is dated."""

    @property
    def language(self) -> str:
        """The language in which it is printed."""
        return self.form.language

    def field(self, key: str) -> str:
        """Give the name of the field of a line."""
        return field_name(key)

    def box(self, key: str, code: str) -> str:
        """Give the name of the box of one option of a line."""
        return box_name(key, code)

    def is_ticked(self, line: FormLine, code: str) -> bool:
        """Tell whether an option holds already."""
        given = self.form.given.get(line.key)
        return any(option.code == code and given == option.label for option in line.options)

    def is_marked(self, line: FormLine) -> bool:
        """Tell whether a choice of several holds already."""
        return self.form.given.get(line.key) == self.form.yes_no[0].label

    def status_box(self, item: FormItem, code: str) -> str:
        """Give the name of the box of a reason for no answer."""
        return box_name(f"{item.name}.{_STATUS}", code)

    def is_stated(self, item: FormItem, code: str) -> bool:
        """Tell whether a reason for no answer is given already."""
        given = self.form.given_statuses.get(item.name)
        return any(option.code == code and given == option.label for option in self.form.statuses)

    def note_field(self, item: FormItem) -> str:
        """Give the name of the field for a note."""
        return field_name(f"{item.name}.{_NOTE}")

    @property
    def fields(self) -> Mapping[str, str]:
        """Give what the fields for text say already, and what is for programs, by name."""
        recipient = self.form.recipient
        machine = {
            "assess/form": f"{FORM} {VERSION}",
            "assess/catalogue": self.form.catalogue,
            "assess/case": recipient.case if recipient else "",
            "assess/organisation": recipient.organisation if recipient else "",
            "assess/language": self.form.language,
        }
        given = {field_name(key): _text(said) for key, said in self.form.given.items()}
        notes = {
            field_name(f"{name}.{_NOTE}"): said for name, said in self.form.given_notes.items()
        }
        return {**given, **notes, **machine}


_STATUS, _NOTE = "assess_status", "assess_note"
"""The last part of a field's name where it is not that of a line."""


def _text(said: str | float) -> str:
    return said if isinstance(said, str) else f"{said:.15g}"


def field_name(key: str) -> str:
    """Give the name of the field of a line: a point would set parts of a form apart."""
    return key.replace(".", "/")


def box_name(key: str, code: str) -> str:
    """Give the name of the box of an option."""
    return f"{field_name(key)}={code}"


class OnPage(NamedTuple):
    """What somebody wrote on a page of a form and in no field of it."""

    text: str
    page: int
    field: str | None
    """The name of the field that is nearest to it."""


def returned_fields(
    fields: Mapping[str, str],
    pages: Mapping[str, int],
    catalogue: Catalogue,
    say: Say,
    written: Iterable[OnPage] = (),
) -> Returned:
    """Make a returned form of the fields of a PDF; `pages` says on which page each of them is.

    A box that is ticked says so by any text. Of several ticked boxes where one is asked, none
    counts, but all are kept in words.
    """
    lines: dict[str, FormEntry] = {}
    stated: dict[str, FormEntry] = {}
    notes: dict[str, FormEntry] = {}
    speech = FormSpeech(say)
    offered = {option.code: option.label for option in statuses(catalogue, speech)}
    for name, question in catalogue.questions.items():
        item = item_of(question, catalogue, speech)
        for line in item.lines:
            entry = _entry(line, fields, pages)
            if entry is not None:
                lines[line.key] = entry
        reason = _ticked(f"{name}.{_STATUS}", offered, fields, pages)
        if reason is not None:
            stated[name] = reason
        note = fields.get(field_name(f"{name}.{_NOTE}"), "")
        if note.strip():
            notes[name] = FormEntry(
                text=note, place=_place(field_name(f"{name}.{_NOTE}"), name, pages)
            )
    return Returned(
        case=fields.get("assess/case") or None,
        organisation=fields.get("assess/organisation") or None,
        catalogue=fields.get("assess/catalogue") or None,
        language=fields.get("assess/language") or None,
        lines=lines,
        statuses=stated,
        notes=notes,
        seen=frozenset(_seen(pages, catalogue)),
        strays=tuple(map(_stray, written)),
    )


def _stray(written: OnPage) -> Stray:
    name = (written.field or "").partition("=")[0].replace("/", ".")
    key = name.removesuffix(f".{_NOTE}").removesuffix(f".{_STATUS}")
    place = message(ReturnedMessage.ON_PAGE, page=written.page, line=key)
    return Stray(written.text, place, "annotation", key or None)


def _seen(pages: Mapping[str, int], catalogue: Catalogue) -> Iterator[str]:
    there = {name.partition("=")[0] for name in pages}
    for question in catalogue.questions.values():
        yield from (key for key in line_keys(question) if field_name(key) in there)


def _entry(line: FormLine, fields: Mapping[str, str], pages: Mapping[str, int]) -> FormEntry | None:
    if line.options:
        return _ticked(
            line.key, {option.code: option.label for option in line.options}, fields, pages
        )
    name = field_name(line.key)
    said = fields.get(name, "")
    if not said.strip():
        return None
    return FormEntry(
        text=_TICKED if line.kind == "mark" else said, place=_place(name, line.key, pages)
    )


def _ticked(
    key: str, options: Mapping[str, str], fields: Mapping[str, str], pages: Mapping[str, int]
) -> FormEntry | None:
    codes = [code for code in options if fields.get(box_name(key, code), "").strip()]
    if not codes:
        return None
    place = _place(box_name(key, codes[0]), key.removesuffix(f".{_STATUS}"), pages)
    if len(codes) == 1:
        return FormEntry(text=codes[0], place=place)
    said = "; ".join(options[code] for code in codes)
    return FormEntry(
        text=said, place=place, fault=message(ReturnedMessage.SEVERAL_TICKED, count=len(codes))
    )


def _place(name: str, key: str, pages: Mapping[str, int]) -> Text:
    if name not in pages:
        return key
    return message(ReturnedMessage.ON_PAGE, page=pages[name], line=key)
