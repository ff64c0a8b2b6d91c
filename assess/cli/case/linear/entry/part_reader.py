"""How the parts of an answer are typed, and when they are an answer: numbers, or levels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from assess.core.case.answer import AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.reading.answer import read_part
from assess.core.case.reading.question_parts import read_parts
from assess.core.catalogue.question import (
    CountsQuestion,
    GridQuestion,
    Question,
    SharesQuestion,
)
from assess.languages import gettext, ngettext, spoken_language
from assess.languages.language import ENGLISH
from assess.languages.message import asked, say
from assess.languages.speech import with_label


class PartTexts(NamedTuple):
    """What a line says for the part that is asked and those behind it."""

    texts: Mapping[str, str]
    says: tuple[str, ...] = ()
    fault: str = ""
    is_kept: bool = False
    """Whether a line that was not taken is kept as what is typed for the part."""


class Judgement(NamedTuple):
    """Whether the parts are an answer by now."""

    value: AnswerValue = None
    says: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    """The parts that are 0 because the others make up the whole."""
    lacks: str = ""
    """That they are no answer yet, and what is missing."""


class PartReader(Protocol):
    """How the parts of one type of question are read."""

    form: str
    """What stands behind the label of a part, or nothing."""

    def fits(self, text: str) -> bool:
        """Tell whether a text that was typed before can be that of a part."""

    def read(self, typed: str, at: int) -> PartTexts:
        """Read a line for the part with this number, counted from 0."""

    def running(self, texts: Mapping[str, str]) -> str:
        """Say how far the parts have come; empty where that says nothing."""

    def judge(self, texts: Mapping[str, str]) -> Judgement:
        """Tell whether the parts are an answer by now."""


class NumberReader:
    """A number for each part."""

    def __init__(self, question: SharesQuestion | CountsQuestion, assessment: Assessment) -> None:
        """Take a question, and the case whose other answers say what the whole is."""
        self._question, self._assessment = question, assessment
        self.form = gettext("in %") if isinstance(question, SharesQuestion) else ""

    def fits(self, text: str) -> bool:
        """Tell whether a text that was typed before can be that of a part."""
        return not read_part(self._question, text).fault

    def read(self, typed: str, at: int) -> PartTexts:
        """Read the number of one part."""
        part = self._question.parts[at]
        reading = read_part(self._question, typed)
        if reading.fault:
            fault = with_label(asked(part.label), say(reading.fault))
            return PartTexts({}, fault=fault, is_kept=True)
        says = (f"{with_label(asked(part.label), say(reading.remark))}.",) if reading.remark else ()
        return PartTexts({part.name: typed}, says)

    def running(self, texts: Mapping[str, str]) -> str:
        """Say how far the parts have come."""
        running = read_parts(self._question, texts, self._assessment).running if texts else None
        return say(running) if running else ""

    def judge(self, texts: Mapping[str, str]) -> Judgement:
        """Tell whether the parts are an answer by now; blank ones may be 0."""
        found = read_parts(self._question, texts, self._assessment)
        total = say(found.running) if found.running else ""
        if found.value is not None:
            says = (
                (gettext("{total}; the other parts are 0.", total=total),) if found.implied else ()
            )
            return Judgement(dict(found.value), says, found.implied)
        return Judgement(
            lacks=gettext(
                "not complete yet, {total}; these parts are empty: {parts}; type 0 if "
                "there is none",
                total=total,
                parts=", ".join(_blank(self._question, texts)),
            )
        )


class LevelReader:
    """A level for each item; several digits rate several items."""

    def __init__(self, question: GridQuestion) -> None:
        """Take a question."""
        self._question = question
        self.form = gettext("0 to {highest}", highest=question.top_level)

    def fits(self, text: str) -> bool:
        """Tell whether a text that was typed before can be that of an item."""
        return text.isascii() and text.isdecimal() and int(text) <= self._question.top_level

    def read(self, typed: str, at: int) -> PartTexts:
        """Read the levels of an item and those behind it."""
        digits = re.sub(r"[\s,;]", "", typed)
        names, top = self._question.part_names[at:], self._question.top_level
        is_number = digits.isascii() and digits.isdecimal()
        if not is_number or any(int(digit) > top for digit in digits):
            return PartTexts(
                {},
                fault=gettext(
                    "{typed} is not a level from 0 to {highest}",
                    typed=repr(typed[:40]),
                    highest=top,
                ),
            )
        if len(digits) > len(names):
            return PartTexts(
                {},
                fault=ngettext(
                    "{count} level for {items} items is too many",
                    "{count} levels for {items} items are too many",
                    len(digits),
                    items=len(names),
                ),
            )
        return PartTexts(dict(zip(names, digits, strict=False)))

    def running(self, texts: Mapping[str, str]) -> str:
        """Say nothing: levels do not add up."""
        del texts
        return ""

    def judge(self, texts: Mapping[str, str]) -> Judgement:
        """Tell whether every item has its level."""
        if blank := _blank(self._question, texts):
            return Judgement(
                lacks=ngettext(
                    "not complete yet, {count} left to rate",
                    "not complete yet, {count} left to rate",
                    len(blank),
                )
            )
        return Judgement({name: int(texts[name]) for name in self._question.part_names})


def level_in_words(question: Question, text: str) -> str:
    """Say what was typed for a part of an answer, the level of a grid by its words."""
    is_level = isinstance(question, GridQuestion) and text.isascii() and text.isdecimal()
    if is_level and isinstance(question, GridQuestion) and int(text) < len(question.anchors):
        return asked(question.anchors[int(text)])
    return text


def _blank(
    question: SharesQuestion | CountsQuestion | GridQuestion, texts: Mapping[str, str]
) -> list[str]:
    """Give the labels of the parts for which nothing was typed."""
    labels = [asked(part.label) for part in question.parts if not texts.get(part.name, "").strip()]
    if spoken_language().code != ENGLISH:
        return labels  # other languages have their own rules for capitals
    return [label.lower() for label in labels]
