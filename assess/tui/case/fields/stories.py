"""The field of success stories: up to three records, each begun by its title."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from assess.core.case.answer import AnswerValue
from assess.core.case.question_state import QuestionState
from assess.core.case.reading.outcome import Reading
from assess.core.catalogue.question import STORY_FIELDS, StoriesQuestion
from assess.languages import gettext
from assess.tui.case.fields.field import Field
from assess.tui.widgets.options import Option, Options
from assess.tui.widgets.text_input import Line, Page

_LABELS = {
    "title": gettext("Title"),
    "problem": gettext("Problem"),
    "role": gettext("Our role"),
    "participants": gettext("Participants"),
    "result": gettext("Result in figures"),
    "released": gettext("Released"),
}


class StoryRows(Vertical):
    """One story: a row for each of its fields."""

    class Changed(Message):
        """Something of the story changed."""

    def __init__(self, number: int, held: Mapping[str, Any]) -> None:
        """Show a story; an empty one shows its title alone."""
        super().__init__()
        self.number = number
        self._texts: dict[str, Line | Page] = {
            name: (Line if name == "title" else Page)(str(held.get(name) or ""))
            for name in STORY_FIELDS
            if name != "released"
        }
        self._released = Options(
            (
                Option("y", value=True, words=gettext("yes")),
                Option("n", value=False, words=gettext("no")),
            ),
            is_inline=True,
        )
        self.released: bool | None = held.get("released")
        self._released.choose([self.released])
        self.set_class(not held, "-blank")

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        for name in STORY_FIELDS:
            with Horizontal(classes=" ".join(("story-row", f"-{name}"))):
                label = f"{self.number}  {_LABELS[name]}" if name == "title" else _LABELS[name]
                yield Static(label, classes="story-label", markup=False)
                yield self._released if name == "released" else self._texts[name]

    @property
    def title(self) -> Line | Page:
        """Where the title is typed."""
        return self._texts["title"]

    @property
    def held(self) -> dict[str, Any]:
        """What is typed, without what is blank."""
        held: dict[str, Any] = {
            name: text
            for name, row in self._texts.items()
            if (text := row.value if isinstance(row, Line) else row.text).strip()
        }
        if self.released is not None:
            held["released"] = self.released
        return held

    def show(self, held: Mapping[str, Any]) -> None:
        """Show another story in the same rows, so that the cursor stays where it is."""
        if not held and self.has_focus_within:
            self.screen.set_focus(self.title)  # the other rows are folded away
        for name, row in self._texts.items():
            text = str(held.get(name) or "")
            with row.prevent(Line.Changed, Page.Changed):
                if isinstance(row, Line):
                    row.value = text
                elif row.text != text:
                    row.text = text
        self.released = held.get("released")
        self._released.choose([self.released])
        self.set_class(not held, "-blank")

    def begin(self) -> None:
        """Show all rows, since there is something of a story."""
        self.remove_class("-blank")

    @on(Line.Changed)
    @on(Page.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(Options.Picked)
    def _picked(self, event: Options.Picked) -> None:
        event.stop()
        self._release(event.option.value is True)

    @on(Options.Emptied)
    def _emptied(self, event: Options.Emptied) -> None:
        event.stop()
        self._release(None)

    def _release(self, released: bool | None) -> None:  # noqa: FBT001  the answer itself
        self.released = released
        self._released.choose([released])
        self.post_message(self.Changed())


class StoriesField(Field):
    """Success stories; the next one is offered as soon as one has begun."""

    def __init__(self, posed: QuestionState, question: StoriesQuestion) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._most = question.most
        self._stories = self._made(self._shown())
        self._told = self.text

    def compose(self) -> ComposeResult:
        """Lay out the stories."""
        yield from self._stories

    @property
    def entrance(self) -> Line | Page:
        """Where the focus goes first."""
        return self._stories[0].title

    @property
    def text(self) -> str:
        """The stories as a JSON list of objects."""
        held = [story.held for story in self._stories]
        return (
            json.dumps([typed for typed in held if typed], ensure_ascii=False) if any(held) else ""
        )

    def meaning(self) -> Reading:
        """Tell what is typed: the stories that were begun."""
        held: list[AnswerValue] = [typed for story in self._stories if (typed := story.held)]
        untitled = next(
            (story.number for story in self._stories if story.held and not story.held.get("title")),
            None,
        )
        if untitled is not None:
            return Reading(fault=gettext("story {number} has no title yet", number=untitled))
        return Reading(value=held or None)

    def display_state(self) -> None:
        """Show the draft, or else the answer, in the rows that are there as far as they go."""
        shown, stories = self._shown(), self._stories
        for story, held in zip(stories, shown, strict=False):
            story.show(held)
        for story in stories[len(shown) :]:
            if story.has_focus_within:
                self.screen.set_focus(stories[len(shown) - 1].title)
            story.remove()
        more = self._made(shown)[len(stories) :]
        self._stories = [*stories[: len(shown)], *more]
        if self.is_attached and more:
            self.mount(*more)

    def _shown(self) -> list[dict[str, Any]]:
        """Give what each story holds, the one to begin with too; at least one."""
        held: Any = self.posed.value
        if self.posed.draft is not None:
            try:
                held = json.loads(self.posed.draft)
            except (ValueError, RecursionError):
                held = [{"problem": self.posed.draft}]
        stories = (
            [story for story in held if isinstance(story, dict)] if isinstance(held, list) else []
        )
        return [*stories, {}][: self._most]

    def _made(self, shown: list[dict[str, Any]]) -> list[StoryRows]:
        return [StoryRows(number, story) for number, story in enumerate(shown, start=1)]

    def on_story_rows_changed(self, event: StoryRows.Changed) -> None:
        """Keep what is typed, and offer the next story."""
        event.stop()
        for story in self._stories:
            if story.held:
                story.begin()
        if self._stories[-1].held and len(self._stories) < self._most:
            self._stories.append(StoryRows(len(self._stories) + 1, {}))
            self.mount(self._stories[-1])
        self.told_typing()

    def step(self) -> bool:
        """Go to the next row."""
        chain = [row for row in self.screen.focus_chain if self in row.ancestors]
        at = next((at for at, row in enumerate(chain) if row.has_focus), len(chain))
        if at + 1 >= len(chain):
            return False
        self.screen.set_focus(chain[at + 1])
        return True
