"""Answers in parts: a number or a level for each, asked after one another."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from assess.cli.case.linear.entry.entry import Heard
from assess.cli.case.linear.entry.line import Reader
from assess.cli.case.linear.entry.part_reader import PartReader, level_in_words
from assess.core.case.answer import AnswerValue
from assess.core.case.reading.question_parts import kept_texts
from assess.core.catalogue.question import CountsQuestion, GridQuestion, SharesQuestion
from assess.core.text.number_text import show_exactly
from assess.languages import gettext
from assess.languages.message import asked, say

_PAIRS = re.compile(r"\n|,\s*(?=[^,=]+=)|\s+(?=\w+\s*=)")
"""What stands between pairs that no semicolon parts."""


class PartEntry:
    """A question that is answered part by part, with how far the parts have come."""

    def __init__(
        self,
        question: SharesQuestion | CountsQuestion | GridQuestion,
        value: AnswerValue,
        draft: str | None,
        parts: PartReader,
        read: Reader,
    ) -> None:
        """Begin at the first part that is blank, or at none where all are there.

        `parts` reads a part, `read` a line that says several parts by name.
        """
        self._question, self._parts, self._read = question, parts, read
        self._texts: dict[str, str] = {}
        if draft:
            typed = kept_texts(draft, question.part_names)
            self._texts = {name: text for name, text in typed.items() if parts.fits(text)}
        elif isinstance(value, dict):
            self._texts = {name: _shown(number) for name, number in value.items()}
        self.begun = ""
        self._at: int | None = self._blank_after(-1)

    @property
    def prompt(self) -> str:
        """Which part is asked, and how far the parts have come."""
        count = len(self._question.parts)
        if self._at is None:
            return gettext("The part to change, 1 to {last}; Enter goes on:", last=count)
        part = self._question.parts[self._at]
        called = asked(part.label)
        line = [gettext("{number} of {last}, {part}", number=self._at + 1, last=count, part=called)]
        if self._parts.form:
            line.append(self._parts.form)
        if there := self._texts.get(part.name):
            line.append(gettext("now {answer}", answer=level_in_words(self._question, there)))
        wanted, said = ", ".join(line), self._parts.running(self._texts)
        if said and self._parts.judge(self._texts).implied:
            return gettext(
                "{part} ({running}; Enter alone: 0 for this and the following parts):",
                part=wanted,
                running=said,
            )
        return f"{wanted} ({said}):" if said else f"{wanted}:"

    def hear(self, text: str) -> Heard:
        """Take a line: a number for the part, pairs of part and number, or the number of a part."""
        typed = text.strip()
        if "=" in typed or typed.startswith("{"):
            return self._hear_pairs(typed)
        if self._at is None:
            return self._choose(typed)
        if not typed:
            return self._pass_by(self._at)
        return self._hear_parts(typed, self._at)

    def _choose(self, typed: str) -> Heard:
        if not typed:
            return Heard(is_done=True)
        count = len(self._question.parts)
        if typed.isdecimal() and 1 <= int(typed) <= count:
            self._at = int(typed) - 1
            return Heard()
        return Heard(
            fault=gettext("type the number of a part, 1 to {last}, or Enter to go on", last=count)
        )

    def _pass_by(self, at: int) -> Heard:
        if not self._texts:
            return Heard(is_done=True)
        if self._parts.judge(self._texts).implied:
            return self._judged()
        self._at = self._blank_after(at)
        return Heard() if self._at is not None else self._judged()

    def _hear_parts(self, typed: str, at: int) -> Heard:
        said = self._parts.read(typed, at)
        if said.fault:
            return Heard(fault=said.fault, draft=self.kept(typed) if said.is_kept else None)
        return self._taken(said.texts, at + len(said.texts) - 1, said.says)

    def _hear_pairs(self, typed: str) -> Heard:
        """Take several parts by their numbers, such as `1=60 2=40`, or as a case file has them."""
        if typed.startswith("{"):
            return self._hear_whole(typed)
        texts: dict[str, str] = {}
        says: list[str] = []
        for pair in _PAIRS.split(typed) if ";" not in typed else typed.split(";"):
            called, _, text = pair.strip().partition("=")
            at = self._part_called(called.strip())
            if at is None or not text.strip():
                return Heard(fault=self._not_by_part(pair.strip()))
            said = self._parts.read(text.strip(), at)
            if said.fault:
                return Heard(fault=said.fault)
            texts |= said.texts
            says += said.says
        return self._taken(texts, -1, tuple(says))

    def _hear_whole(self, typed: str) -> Heard:
        reading = self._read(typed)
        if reading.fault or not isinstance(reading.value, dict):
            return Heard(fault=say(reading.fault or gettext("this is not an answer by part")))
        for called in reading.value:
            if called not in self._question.part_names:
                return Heard(fault=self._not_by_part(str(called)))
        return self._taken({name: _shown(text) for name, text in reading.value.items()}, -1, ())

    def _part_called(self, called: str) -> int | None:
        """Give the number, from 0, of the part that is called by its number, label or name."""
        for at, part in enumerate(self._question.parts):
            names = {text.casefold() for text in (asked(part.label), say(part.label))}
            if called.casefold() in {str(at + 1), part.name, *names}:
                return at
        return None

    def _not_by_part(self, typed: str) -> str:
        parts = [f"{at} {asked(part.label)}" for at, part in enumerate(self._question.parts, 1)]
        return gettext(
            "{typed} is not a part with its answer; write the number of a part, such as "
            "{example}; the parts are {parts}",
            typed=repr(typed[:40]),
            example="1=60",
            parts=", ".join(parts),
        )

    def _taken(self, texts: Mapping[str, str], at: int, says: tuple[str, ...]) -> Heard:
        """Take the texts of some parts; the next blank one behind `at` is then asked.

        Every part is asked, also where the others make up the whole by then, and only a line for
        the last one leaves the question: so no line that is typed ahead answers another question.
        """
        self._texts |= texts
        self._at = self._blank_after(at)
        if self._at is not None and at >= 0:
            return Heard(draft=self._draft(), says=says)
        heard = self._judged()
        is_last = at in (-1, len(self._question.parts) - 1)
        return heard._replace(says=(*says, *heard.says), is_done=heard.is_done and is_last)

    def _judged(self) -> Heard:
        """Tell whether the parts are an answer by now."""
        found = self._parts.judge(self._texts)
        if found.value is not None:
            self._texts |= dict.fromkeys(found.implied, "0")
            self._at = None
            return Heard(value=found.value, says=found.says, is_done=True)
        if self._at is not None:
            return Heard(draft=self._draft())
        return Heard(fault=found.lacks, draft=self._draft())

    def kept(self, text: str) -> str:
        """Give what is kept as a draft while a line is typed."""
        if self._at is None or not text.strip():
            return self._draft()
        return self._draft({self._question.parts[self._at].name: text})

    def offered(self, text: str) -> str:
        """Give what is offered to be edited after a line was not taken."""
        return text if self._at is not None and "=" not in text else ""

    def back(self) -> bool:
        """Go to the part before."""
        if not self._at:
            return False
        self._at -= 1
        return True

    def clear(self) -> str | None:
        """Clear the part that is asked, if anything stands in it."""
        if self._at is None or not self._has(self._question.parts[self._at].name):
            return None
        del self._texts[self._question.parts[self._at].name]
        return self._draft()

    def _has(self, name: str) -> bool:
        return bool(self._texts.get(name, "").strip())

    def _blank_after(self, at: int) -> int | None:
        names = self._question.part_names
        return next(
            (place for place in range(at + 1, len(names)) if not self._has(names[place])), None
        )

    def _draft(self, more: Mapping[str, str] | None = None) -> str:
        texts = {**self._texts, **(more or {})}
        held = {name: texts[name] for name in self._question.part_names if texts.get(name)}
        return json.dumps(held, ensure_ascii=False) if held else ""


def _shown(number: object) -> str:
    if isinstance(number, int | float) and not isinstance(number, bool):
        return show_exactly(number)
    return str(number)
