"""Answers in parts: a number or a level for each, asked one after the other."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from assess.cli.linear.entry import Entry, Heard
from assess.core.case.reading.answer import read_part, show_exactly
from assess.core.case.reading.parts import kept_texts, read_parts
from assess.core.catalogue.question import CountsQuestion, GridQuestion, SharesQuestion


class Parts(Entry):
    """Numbers by part, with how far they have come."""

    question: SharesQuestion | CountsQuestion | GridQuestion

    def begin(self) -> None:
        """Begin at the first part that is blank, or at none where all are there."""
        names = self.question.part_names
        self.texts: dict[str, str] = {}
        if self.begun:
            typed = kept_texts(self.begun, names)
            self.texts = {name: text for name, text in typed.items() if self._fits(text)}
        elif isinstance(self.value, dict):
            self.texts = {name: _shown(number) for name, number in self.value.items()}
        self.begun = ""
        self.at: int | None = self._blank_after(-1)

    def _fits(self, text: str) -> bool:
        """Tell whether a text that was typed before can be that of a part."""
        return not read_part(self.question, text).fault

    @property
    def prompt(self) -> str:
        """Which part is asked, and how far the parts have come."""
        count = len(self.question.parts)
        if self.at is None:
            return f"A part to change, 1 to {count}; Enter goes on: "
        part = self.question.parts[self.at]
        running = self.running
        there = self.texts.get(part.name)
        now = f", now {there}" if there else ""
        return f"{self.at + 1} of {count}, {part.label}{self._form()}{now}{running}: "

    def _form(self) -> str:
        return ", in %" if isinstance(self.question, SharesQuestion) else ""

    @property
    def running(self) -> str:
        """How far the parts have come, in brackets."""
        if isinstance(self.question, GridQuestion):
            return ""
        said = read_parts(self.question, self.texts, self.assessment).running
        return f" ({said})" if said and self.texts else ""

    def hear(self, text: str) -> Heard:
        """Take a line: a number for the part, pairs of part and number, or the number of a part."""
        typed = text.strip()
        if "=" in typed or typed.startswith("{"):
            return self._hear_pairs(typed)
        if self.at is None:
            return self._choose(typed)
        if not typed:
            return self._pass_by()
        return self._hear_part(typed)

    def _choose(self, typed: str) -> Heard:
        if not typed:
            return Heard(is_done=True)
        count = len(self.question.parts)
        if typed.isdecimal() and 1 <= int(typed) <= count:
            self.at = int(typed) - 1
            return Heard()
        return Heard(fault=f"type the number of a part, 1 to {count}, or Enter to go on")

    def _pass_by(self) -> Heard:
        if not self.texts:
            return Heard(is_done=True)
        self.at = self._blank_after(self.at if self.at is not None else -1)
        return Heard() if self.at is not None else self._judged()

    def _hear_part(self, typed: str) -> Heard:
        at = self.at or 0
        part = self.question.parts[at]
        reading = read_part(self.question, typed)
        if reading.fault:
            return Heard(fault=f"{part.label}: {reading.fault}", draft=self.kept(typed))
        self.texts[part.name] = typed
        self.at = self._blank_after(at)
        heard = self._judged()
        if reading.remark:
            heard = heard._replace(says=(f"{part.label}: {reading.remark}.", *heard.says))
        return heard

    def _hear_pairs(self, typed: str) -> Heard:
        reading = self.read(typed)
        if reading.fault or not isinstance(reading.value, dict):
            return Heard(fault=reading.fault or "this is no answer by part")
        names = self.question.part_names
        if unknown := [name for name in reading.value if name not in names]:
            return Heard(fault=f"there is no part {unknown[0]!r}; they are {', '.join(names)}")
        self.texts |= {name: _shown(number) for name, number in reading.value.items()}
        self.at = self._blank_after(-1)
        says = (f"{reading.remark}.",) if reading.remark else ()
        heard = self._judged()
        return heard._replace(says=(*says, *heard.says))

    def _judged(self) -> Heard:
        """Tell whether the parts are an answer by now."""
        if isinstance(self.question, GridQuestion):
            return self._judged_grid()
        found = read_parts(self.question, self.texts, self.assessment)
        if found.value is not None:
            says = (f"{found.running}; the other parts are 0.",) if found.implied else ()
            self.texts |= dict.fromkeys(found.implied, "0")
            self.at = None
            return Heard(value=dict(found.value), says=says, is_done=True)
        draft = self._draft()
        if self.at is not None:
            return Heard(draft=draft)
        blank = [str(one.label).lower() for one in self.question.parts if not self._has(one.name)]
        left = f"left blank: {', '.join(blank)}; type 0 where there is none"
        return Heard(fault=f"not whole yet, {found.running}, {left}", draft=draft)

    def _judged_grid(self) -> Heard:
        missing = [one for one in self.question.parts if not self._has(one.name)]
        if not missing:
            self.at = None
            levels = {name: int(self.texts[name]) for name in self.question.part_names}
            return Heard(value=dict(levels), is_done=True)
        if self.at is not None:
            return Heard(draft=self._draft())
        return Heard(fault=f"not whole yet, {len(missing)} left to rate", draft=self._draft())

    def kept(self, text: str) -> str:
        """Give what is kept as a draft while a line is typed."""
        if self.at is None or not text.strip():
            return self._draft()
        return self._draft({self.question.parts[self.at].name: text})

    def offered(self, text: str) -> str:
        """Give what is offered to be edited after a line was not taken."""
        return text if self.at is not None and "=" not in text else ""

    def back(self) -> bool:
        """Go to the part before."""
        if not self.at:
            return False
        self.at -= 1
        return True

    def clear(self) -> str | None:
        """Clear the part that is asked, if anything stands in it."""
        if self.at is None or not self._has(self.question.parts[self.at].name):
            return None
        del self.texts[self.question.parts[self.at].name]
        return self._draft()

    def _has(self, name: str) -> bool:
        return bool(self.texts.get(name, "").strip())

    def _blank_after(self, at: int) -> int | None:
        names = self.question.part_names
        return next(
            (place for place in range(at + 1, len(names)) if not self._has(names[place])), None
        )

    def _draft(self, more: Mapping[str, str] | None = None) -> str:
        texts = {**self.texts, **(more or {})}
        held = {name: texts[name] for name in self.question.part_names if texts.get(name)}
        return json.dumps(held, ensure_ascii=False) if held else ""


class Levels(Parts):
    """Levels by item; several digits rate several items."""

    question: GridQuestion

    def _form(self) -> str:
        return f", 0 to {self.question.top_level}"

    def _fits(self, text: str) -> bool:
        return text.isascii() and text.isdecimal() and int(text) <= self.question.top_level

    def _hear_part(self, typed: str) -> Heard:
        digits = re.sub(r"[\s,;]", "", typed)
        at, names, top = self.at or 0, self.question.part_names, self.question.top_level
        if not (digits.isascii() and digits.isdecimal()) or any(int(one) > top for one in digits):
            return Heard(fault=f"{typed[:40]!r} is not a level from 0 to {top}")
        if len(digits) > len(names) - at:
            return Heard(fault=f"{len(digits)} levels for {len(names) - at} items are too many")
        self.texts |= dict(zip(names[at:], digits, strict=False))
        self.at = self._blank_after(at + len(digits) - 1)
        return self._judged()


def _shown(number: object) -> str:
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    return show_exactly(number) if is_number else str(number)  # type: ignore[arg-type]  # as just seen
