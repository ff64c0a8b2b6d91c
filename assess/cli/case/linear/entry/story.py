"""Success stories, asked field by field."""

from __future__ import annotations

import json
from typing import Any

from assess.cli.case.linear.entry.entry import Heard
from assess.cli.case.linear.entry.line import LineEntry, Reader
from assess.core.case.answer import AnswerValue
from assess.core.case.reading import everyday_words
from assess.core.catalogue.question import STORY_FIELDS, StoriesQuestion
from assess.languages import gettext, ngettext

YES, NO = "y", "n"
"""What is typed for yes and no, in every language."""


def field_text(name: str) -> str:
    """Say how a field of a story is called where it is asked."""
    return {
        "title": gettext("title"),
        "problem": gettext("problem"),
        "role": gettext("our role"),
        "participants": gettext("participants"),
        "result": gettext("result in figures"),
        "released": gettext("may it be published, {yes} or {no}", yes=YES, no=NO),
    }[name]


class StoryEntry:
    """Success stories, field by field; they are given story by story."""

    def __init__(
        self, question: StoriesQuestion, value: AnswerValue, draft: str | None, read: Reader
    ) -> None:
        """Begin with the stories that are there; `read` reads a line that says them all."""
        held: Any = value
        if draft:
            try:
                held = json.loads(draft)
            except (ValueError, RecursionError):
                held = [{"problem": draft}]
        stories = held if isinstance(held, list) else []
        self._most = question.most
        self._line = LineEntry(None, read)
        self._stories = [dict(story) for story in stories if isinstance(story, dict)]
        self.begun = ""
        self._at: tuple[int, int] | None = None if self._stories else (0, 0)
        self._is_mending = False

    @property
    def prompt(self) -> str:
        """Which field is asked."""
        if self._at is None:
            return self._choice
        story, field = self._at
        name = STORY_FIELDS[field]
        there = self._story(story).get(name)
        number, called = story + 1, field_text(name)
        if there not in (None, ""):
            return gettext(
                "Story {number}, {field}, now “{text}”:",
                number=number,
                field=called,
                text=_brief(there),
            )
        if name == "title":
            return gettext(
                "Story {number}, {field} (Enter alone ends the stories):",
                number=number,
                field=called,
            )
        return gettext("Story {number}, {field}:", number=number, field=called)

    @property
    def _choice(self) -> str:
        """Which stories there are to change, and the number of another one."""
        count = len(self._stories)
        if count < self._most:
            return ngettext(
                "The story to change: 1, or {next} for another; Enter goes on:",
                "The story to change: 1 to {count}, or {next} for another; Enter goes on:",
                count,
                next=count + 1,
            )
        return ngettext(
            "The story to change: 1; Enter goes on:",
            "The story to change: 1 to {count}; Enter goes on:",
            count,
        )

    def hear(self, text: str) -> Heard:
        """Take a line: the text of a field, or the number of a story."""
        typed = text.strip()
        if typed.startswith("["):
            return self._line.hear(text)
        if self._at is None:
            return self._choose(typed)
        story, field = self._at
        name = STORY_FIELDS[field]
        if not typed and name == "title" and not self._story(story).get("title"):
            self._at = None
            return self._judged() if self._stories else Heard(is_done=True)
        if typed:
            released = _released(typed.casefold())
            if name == "released" and released is None:
                return Heard(
                    fault=gettext("type {yes} or {no}, or Enter to leave it open", yes=YES, no=NO)
                )
            if story == len(self._stories):
                self._stories.append({})
            self._stories[story][name] = released if name == "released" else typed
        return self._go_on(story, field)

    def _choose(self, typed: str) -> Heard:
        if not typed:
            return self._judged() if self._stories else Heard(is_done=True)
        last = min(len(self._stories) + 1, self._most)
        if typed.isdecimal() and 1 <= int(typed) <= last:
            self._at = (int(typed) - 1, 0)
            self._is_mending = int(typed) <= len(self._stories)
            return Heard()
        return Heard(
            fault=gettext("type the number of a story, 1 to {last}, or Enter to go on", last=last)
        )

    def _go_on(self, story: int, field: int) -> Heard:
        if field + 1 < len(STORY_FIELDS):
            self._at = (story, field + 1)
            return Heard(draft=self._draft())
        is_last = story + 1 >= self._most
        self._at = None if is_last or self._is_mending else (story + 1, 0)
        heard = self._judged()
        return heard._replace(is_done=is_last and heard.is_done and not self._is_mending)

    def _judged(self) -> Heard:
        for number, story in enumerate(self._stories, start=1):
            if not str(story.get("title") or "").strip():
                return Heard(
                    fault=gettext("story {number} has no title yet", number=number),
                    draft=self._draft(),
                )
        return Heard(value=[dict(story) for story in self._stories], is_done=True)

    def kept(self, text: str) -> str:
        """Give what is kept as a draft while a line is typed."""
        if self._at is None or not text.strip() or STORY_FIELDS[self._at[1]] == "released":
            return self._draft()
        story, field = self._at
        held = [dict(story) for story in self._stories]
        if story == len(held):
            held.append({})
        held[story][STORY_FIELDS[field]] = text
        return json.dumps(held, ensure_ascii=False)

    def offered(self, text: str) -> str:
        """Give what is offered to be edited after a line was not taken."""
        del text
        return ""

    def back(self) -> bool:
        """Go to the field before."""
        if self._at is None or self._at == (0, 0):
            return False
        story, field = self._at
        self._at = (story, field - 1) if field else (story - 1, len(STORY_FIELDS) - 1)
        return True

    def clear(self) -> str | None:
        """Clear the field that is asked; of a title, the whole story."""
        if self._at is None or self._at[0] >= len(self._stories):
            return None
        story, field = self._at
        if STORY_FIELDS[field] == "title":
            del self._stories[story]
        else:
            self._stories[story].pop(STORY_FIELDS[field], None)
        return self._draft()

    def _story(self, number: int) -> dict[str, Any]:
        return self._stories[number] if number < len(self._stories) else {}

    def _draft(self) -> str:
        return json.dumps(self._stories, ensure_ascii=False) if self._stories else ""


def _brief(value: object) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}…"


def _released(word: str) -> bool | None:
    if word == YES or word in everyday_words.YES:
        return True
    return False if word == NO or word in everyday_words.NO else None
