"""A form as one page, as its template sees it: the questions, the rules and the answers so far."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import JsonValue

from assess.core.questionnaire.browser.answer_file import ANSWERS, VERSION, FormKind
from assess.core.questionnaire.browser.form_rules import Rules, rules_hash
from assess.core.questionnaire.form_wording import Step
from assess.core.questionnaire.questionnaire import FormItem, FormOption, Questionnaire
from assess.core.questionnaire.returned_form import text_of
from assess.core.text.value import Value

Control = Literal[
    "number", "month", "one", "scale", "grid", "marks", "parts", "stories", "countries"
]
"""How a question is answered on the page, beside `text`, `long` and `address` for one line."""


class PageWords(Value):
    """What a form says of itself on the page, in its language."""

    title: str
    subtitle: str
    lead: str
    steps: tuple[Step, ...]
    recipient: str = ""
    """For whom it is; empty: for nobody in particular."""
    facts: tuple[tuple[str, str], ...] = ()
    """What is said of the case below that, each with its name."""
    mark: str = ""
    """That it is invented, where it is."""
    check: str = ""
    """That what is filled in should be checked; with where it comes from."""


class FormPage(Value):
    """A form, what it says of itself, its rules, and the answers that it holds."""

    form: Questionnaire
    words: PageWords
    kind: FormKind
    rules: Rules
    with_statuses: bool = True
    """Whether a reason for no answer and a note may be given."""
    receiver: Literal["expert", "cluster"] = "expert"
    """Who gets the answers."""

    @property
    def language(self) -> str:
        """The language in which it speaks."""
        return self.form.language

    def control(self, item: FormItem) -> str:
        """Give how a question is answered."""
        line = item.lines[0]
        if self.is_of_countries(item):
            return "countries"
        if line.kind == "mark":
            return "marks"
        if item.has_parts and line.key.count(".") > 1:
            return "stories"
        if item.has_parts:
            return "grid" if line.kind == "level" else "parts"
        by_kind = {"whole": "number", "level": "scale"}
        return by_kind.get(line.kind, line.kind)

    def is_of_countries(self, item: FormItem) -> bool:
        """Tell whether countries are chosen."""
        question = self.rules["questions"]
        held = question.get(item.name) if isinstance(question, dict) else None
        is_list = isinstance(held, dict) and held.get("type") == "select_multiple"
        return is_list and not item.has_parts

    def stories(self, item: FormItem) -> tuple[tuple[int, FormItem], ...]:
        """Give a question of several stories story by story."""
        by_number: dict[int, list[int]] = {}
        for place, line in enumerate(item.lines):
            number = int(line.key.removeprefix(f"{item.name}.").partition(".")[0])
            by_number.setdefault(number, []).append(place)
        return tuple(
            (number, item.model_copy(update={"lines": tuple(item.lines[at] for at in places)}))
            for number, places in by_number.items()
        )

    def level_of(self, option: FormOption) -> str:
        """Give what a level means, without its number."""
        _, sign, meaning = option.label.partition(" – ")
        return meaning if sign else option.label

    @property
    def needs_countries(self) -> bool:
        """Whether a question asks for countries."""
        return any(self.is_of_countries(item) for part in self.form.parts for item in part.items)

    @property
    def data(self) -> Mapping[str, JsonValue]:
        """The rules as the page takes them along, with the names of countries and of units."""
        countries: list[JsonValue] = [[each.code, each.label] for each in self.form.countries]
        return {**self.rules, "countries": countries if self.needs_countries else []}

    @property
    def answers(self) -> Mapping[str, JsonValue]:
        """The file of answers with what is filled in already, which the page holds and saves."""
        recipient = self.form.recipient
        lines = dict(self._lines())
        notes = dict(self.form.given_notes)
        statuses = dict(self._statuses())
        about = {
            "catalogue": self.form.catalogue,
            "case": recipient.case if recipient else None,
            "organisation": recipient.organisation if recipient else None,
        }
        filled: dict[str, JsonValue] = {**about, "lines": {**lines}, "notes": {**notes}}
        filled["statuses"] = {**statuses}
        rules = rules_hash(self.rules)
        return {
            "format": ANSWERS,
            "version": VERSION,
            "kind": self.kind,
            "form": _identity(self.kind, self.language, rules, filled),
            "rules": rules,
            "language": self.language,
            "saved_at": None,
            "id": None,
            "copy": None,
            **filled,
        }

    def _lines(self) -> Iterator[tuple[str, str]]:
        yes = self.form.yes_no[0].label
        for part in self.form.parts:
            for item in part.items:
                for line in item.lines:
                    given = self.form.given.get(line.key)
                    if given is None:
                        continue
                    codes = {option.label: option.code for option in line.options}
                    if line.kind == "mark":
                        yield line.key, "yes" if given == yes else "no"
                    elif isinstance(given, str):
                        none = self.is_of_countries(item) and not _is_codes(given, self.form)
                        yield line.key, "none" if none else codes.get(given, given)
                    else:
                        yield line.key, text_of(given)

    def _statuses(self) -> Iterator[tuple[str, str]]:
        codes = {option.label: option.code for option in self.form.statuses}
        for name, label in self.form.given_statuses.items():
            yield name, codes[label]


def _is_codes(text: str, form: Questionnaire) -> bool:
    codes = {country.code for country in form.countries}
    return all(part.strip() in codes for part in text.split(";"))


def _identity(kind: str, language: str, rules: str, filled: Mapping[str, JsonValue]) -> str:
    """Give the id of a form: the same for the same form, whoever makes it and when."""
    text = json.dumps([kind, language, rules, filled], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
