"""What is typed for the questions of a case and is no answer yet: kept within a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assess.core.case.assessment import Assessment
from assess.workflow.case.answering import drafts, drop_draft, save_draft
from assess.workflow.desk.desk import Desk


class TypedTexts:
    """Holds typed texts by question, and saves as drafts those that are no answer yet."""

    def __init__(self, desk: Desk, assessment: Callable[[], Assessment]) -> None:
        """Take the drafts that are there; `assessment` gives the case as it is held."""
        self._desk, self._assessment = desk, assessment
        self.drafts = drafts(desk, assessment())
        self._unsaved: dict[str, str] = {}
        self._here: set[str] = set()
        """What is being typed in this window and is no answer yet."""

    def __contains__(self, name: str) -> bool:
        """Tell whether something is being typed for a question in this window."""
        return name in self._here

    def __iter__(self) -> Iterator[str]:
        """Give the names for which something is being typed in this window."""
        return iter(tuple(self._here))

    def renew(self) -> None:
        """Take what was typed in other windows; what is being typed in this one stays.

        An answer that another window gave has taken the draft away: it is saved anew.
        """
        there = drafts(self._desk, self._assessment())
        mine = {name: text for name, text in self.drafts.items() if name in self._here}
        gone = {name: text for name, text in mine.items() if name not in there}
        self._unsaved = {**gone, **self._unsaved}
        self.drafts = {**there, **{name: text for name, text in mine.items() if name in there}}

    def take(self, name: str, text: str) -> None:
        """Take what is typed; `flush` saves it."""
        self._unsaved[name] = text
        self._here.add(name)

    def text(self, name: str) -> str | None:
        """Give what is typed for a question, saved or not: a full disk takes it from nobody."""
        return self._unsaved.get(name, self.drafts.get(name)) or None

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not saved yet."""
        return bool(self._unsaved)

    def flush(self) -> bool:
        """Save what is typed. Tells whether there was anything to save."""
        saved = False
        for name, text in list(self._unsaved.items()):
            if text and text != self.drafts.get(name):
                save_draft(self._desk, self._assessment(), name, text)
                self.drafts[name] = text
                saved = True
            elif not text and name in self.drafts:
                self._drop(name)
                saved = True
            self._unsaved.pop(name, None)
        return saved

    def forget(self, name: str) -> None:
        """Forget what was typed, because it is an answer now or was taken back."""
        self.settle(name, keeps_draft=True)
        if name in self.drafts:
            self._drop(name)

    def settle(self, name: str, *, keeps_draft: bool = False) -> None:
        """Forget the draft of an answer that was saved; the store did so with the answer."""
        self._unsaved.pop(name, None)
        self._here.discard(name)
        if not keeps_draft:
            self.drafts.pop(name, None)

    def _drop(self, name: str) -> None:
        drop_draft(self._desk, self._assessment(), name)
        self.drafts.pop(name, None)
