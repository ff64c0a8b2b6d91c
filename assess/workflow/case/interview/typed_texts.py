"""What is typed in a window for the questions of a case and is no answer yet: kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assess.core.case.assessment import Assessment
from assess.workflow.case.answering import drafts, drop_draft, save_draft
from assess.workflow.case.interview.presence import Window, unless_damaged
from assess.workflow.desk.desk import Desk


class TypedTexts:
    """Holds typed texts by question, and saves as drafts those that are no answer yet.

    They are those of one window; what another one holds is its own, until that has gone.
    """

    def __init__(self, desk: Desk, assessment: Callable[[], Assessment], window: Window) -> None:
        """Take the drafts that nobody holds; `assessment` gives the case as it is held."""
        self._desk, self._assessment, self._window = desk, assessment, window
        self.drafts: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        self._here: set[str] = set()
        """What is being typed in this window and is no answer yet."""
        self.adopt()

    def adopt(self) -> None:
        """Take over what was typed in windows that have gone: it is offered in this one.

        Where nothing can be written it stays where it is.
        """
        case_id, window = self._assessment().case.id, self._window
        with unless_damaged():
            if self._desk.store.drafts.adopt(case_id, window.name, gone=window.gone()):
                self.drafts = {**self._kept(), **self.drafts}

    def _kept(self) -> dict[str, str]:
        return drafts(self._desk, self._assessment(), self._window.name)

    def __contains__(self, name: str) -> bool:
        """Tell whether something is being typed for a question in this window."""
        return name in self._here

    def __iter__(self) -> Iterator[str]:
        """Give the names for which something is being typed in this window."""
        return iter(tuple(self._here))

    def renew(self) -> None:
        """Save anew what is typed here where its draft has gone, as with a backup restored."""
        there = self._kept()
        held = self._here & self.drafts.keys()
        gone = {name: self.drafts[name] for name in held - there.keys()}
        self._unsaved = {**gone, **self._unsaved}
        self.drafts = {**there, **{name: self.drafts[name] for name in held & there.keys()}}

    def take(self, name: str, text: str) -> None:
        """Take what is typed; `flush` saves it."""
        self._unsaved[name] = text
        self._here.add(name)

    def text(self, name: str) -> str | None:
        """Give what is typed for a question, saved or not: a full disk takes it from nobody."""
        return self._unsaved.get(name, self.drafts.get(name)) or None

    @property
    def questions(self) -> frozenset[str]:
        """The questions for which something is typed that is no answer yet."""
        names = {**self.drafts, **self._unsaved}
        return frozenset(name for name in names if "." not in name and self.text(name))

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not saved yet."""
        return bool(self._unsaved)

    def flush(self) -> bool:
        """Save what is typed. Tells whether there was anything to save."""
        saved = False
        for name, text in list(self._unsaved.items()):
            if text and text != self.drafts.get(name):
                save_draft(self._desk, self._assessment(), name, text, self._window.name)
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
        drop_draft(self._desk, self._assessment(), name, self._window.name)
        self.drafts.pop(name, None)
