"""What backs an answer: links and files, and whether the files are still what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from assess.core.case.answer import Evidence
from assess.core.case.history.change_text import evidence_text
from assess.core.text.visible import visible
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.dialog.ask import Submit
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.dialog.dialog import Dialog
from assess.tui.dialog.documents import typed_path, view, view_address
from assess.tui.frame.keys import bound
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import KeyBar
from assess.workflow.case import evidence
from assess.workflow.case.evidence_file import WeighedFile, weigh
from assess.workflow.case.interview.session import Session


class EvidenceScreen(Dialog[None]):
    """The evidence of one answer; what is added or taken away is saved at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("add", "add", gettext("Add a link or a file"), show=True),
        bound("open", "look", gettext("Look at it"), show=True),
        bound("save", "save_copy", gettext("Save the copy"), show=True),
        bound("take_away", "remove", show=True),
        bound("back", "leave", show=True),
        bound("evidence", "leave", gettext("Back")),
        bound("leave", "leave"),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(self, session: Session, question: str) -> None:
        """Show the evidence of a question."""
        super().__init__()
        self._session, self._question = session, question
        self._looked_at: dict[Evidence, str | None] = {}
        """What was found wrong with files on the disk, or nothing."""

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        label = say(self._session.catalogue.questions[self._question].label)
        with Vertical(classes="aside -high"):
            yield Static(
                gettext("Evidence: {question}", question=label),
                markup=False,
                classes="aside-title",
            )
            yield RowList((Column("what", "", share=1),), with_titles=False)
            yield Static("", markup=False, classes="aside-fault")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self._show()
        self.set_focus(self.query_one(RowList))

    @property
    def _held(self) -> tuple[Evidence, ...]:
        return self._session.assessment.answer(self._question).evidence

    def _show(self) -> None:
        self._look_again()
        self.query_one(RowList).show(self._rows())
        none = (
            gettext("There is no evidence for this answer yet: + adds a link or a file.")
            if not self._held
            else ""
        )
        self._say(none)
        self.refresh_bindings()

    def _rows(self) -> Iterator[Row]:
        for at, item in enumerate(self._held):
            fault = self._fault_of(item)
            text = say(evidence_text(item))
            if not evidence.is_looked_at(self._session.desk, item):
                text = gettext(
                    "{evidence}, not looked at yet: it came with an imported file", evidence=text
                )
            if fault:
                text = f"! {gettext('{fault}: {evidence}', fault=fault, evidence=text)}"
            yield Row(str(at), ((text, "warning" if fault else ""),))

    def _fault_of(self, item: Evidence) -> str | None:
        if evidence.is_on_disk(item):
            return self._looked_at.get(item)
        return evidence.fault_of(self._session.desk, item)

    def _look_again(self) -> None:
        """Look, apart from the screen, whether files on the disk are still what they were."""
        for item in self._held:
            if item in self._looked_at or not evidence.is_looked_at(self._session.desk, item):
                continue
            if evidence.is_on_disk(item):
                self._looked_at[item] = None
                look = Slow("", partial(evidence.fault_on_disk, item), partial(self._found, item))
                Apart(self.app, look, lambda error: self._say(f"! {error}"))

    def _found(self, item: Evidence, fault: str | None) -> None:
        self._looked_at[item] = fault
        if fault is not None and self.is_attached:
            self.query_one(RowList).show(self._rows())

    def _chosen(self) -> Evidence | None:
        key = self.query_one(RowList).chosen
        return self._held[int(key)] if key is not None and self._held else None

    def _say(self, text: str) -> None:
        self.query_one(".aside-fault", Static).update(visible(text, lines=True))

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AssessError as error:
            self._say(f"! {error}")
        else:
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done."""
        del parameters
        item = self._chosen() if self.is_mounted else None
        match action:
            case "add":
                return not self._session.is_finished
            case "remove":
                return item is not None and not self._session.is_finished
            case "look":
                return item is not None
            case "save_copy":
                return item is not None and item.stored
            case _:
                return True

    def action_add(self) -> None:
        """Ask what is to be added."""
        answers = [
            ("link", gettext("A link to a web page")),
            ("file", gettext("A file on this computer")),
        ]
        self.app.push_screen(ChooseScreen(gettext("What do you want to add?"), answers), self._add)

    def _add(self, what: str | None) -> None:
        match what:
            case "link":
                self._add_link()
            case "file":
                self._add_file()
            case _:
                pass

    def _add_link(self) -> None:
        """Ask for a link."""

        def submit(said: Mapping[str, str]) -> None:
            session = self._session
            session.take(
                evidence.add_link(
                    session.desk, session.assessment, self._question, said["link"], said["title"]
                )
            )

        self._ask(
            gettext("Add a link"),
            [
                Asked("link", gettext("Address"), hint="https://…"),
                Asked("title", gettext("Title")),
            ],
            submit,
            "link",
        )

    def _add_file(self) -> None:
        """Ask for a file."""

        def submit(said: Mapping[str, str]) -> Slow:
            path, is_copied = typed_path(said["file"]), bool(said["copy"])

            def add(weighed: WeighedFile) -> None:
                session = self._session
                session.take(
                    evidence.add_weighed(
                        session.desk,
                        session.assessment,
                        self._question,
                        weighed,
                        title=said["title"],
                    )
                )

            words = gettext("The file is being read …")
            return Slow(words, lambda: weigh(path, copy=is_copied), add)

        self._ask(
            gettext("Add a file"),
            [
                Asked(
                    "file",
                    gettext("File"),
                    kind="path",
                    hint=gettext("type or drop a path; → completes it"),
                ),
                Asked("title", gettext("Title")),
                Asked(
                    "copy",
                    gettext("Keep a copy"),
                    kind="tick",
                    hint=gettext("in the database, up to 25 MB"),
                ),
            ],
            submit,
            "file",
        )

    def _ask(
        self,
        title: str,
        asked: list[Asked],
        submit: Submit,
        what: str,
    ) -> None:
        from assess.tui.dialog.ask import AskScreen

        self.app.push_screen(
            AskScreen(
                title,
                asked,
                submit,
                explanation=gettext(
                    "Its size, day and SHA-256 are kept, so that a change is noticed."
                )
                if what == "file"
                else "",
                keep_as=f"evidence-{what}-{self._question}",
                case_id=self._session.case_id,
            ),
            self._asked,
        )

    def _asked(self, was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done:
            self._show()

    @on(RowList.Selected)
    def action_look(self) -> None:
        """Open the file or link with what the system has for it."""
        if (item := self._chosen()) is not None:
            self._attempt(lambda: self._look(item))

    def _look(self, item: Evidence) -> None:
        if item.kind == "link":
            view_address(item.location)
        else:
            path = Path(item.location)
            evidence.remember(self._session.desk, [item])  # who opens a file has looked at it
            Apart(
                self.app,
                Slow("", partial(view, path), lambda _: None),
                lambda error: self._say(f"! {error}"),
            )

    def action_save_copy(self) -> None:
        """Ask where the kept copy goes."""
        item = self._chosen()
        if item is None or not item.stored:
            return

        def submit(said: Mapping[str, Any]) -> None:
            evidence.save_copy(self._session.desk, item, typed_path(said["target"]))

        self._ask(
            gettext("Save the copy"),
            [
                Asked(
                    "target",
                    gettext("File"),
                    kind="path",
                    value=str(Path.home() / Path(item.location).name),
                )
            ],
            submit,
            "copy",
        )

    def action_remove(self) -> None:
        """Take one away; the history keeps it."""
        if (item := self._chosen()) is not None and not self._session.is_finished:
            session = self._session
            self._attempt(
                lambda: session.take(
                    evidence.remove(session.desk, session.assessment, self._question, item)
                )
            )

    def action_leave(self) -> None:
        """Go back to the question."""
        self.dismiss(None)
