"""The report before it is printed: what will be in it, and what to make of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from assess.core.case.assessment import Case, State
from assess.core.report.page.preview import preview
from assess.core.report.record.report import Passage, Report
from assess.languages import gettext
from assess.languages.language import PSEUDO, available, language
from assess.languages.message import say
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.dialog.documents import ask_for_target
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.frame.printed import PrintedKind
from assess.tui.frame.text import plain
from assess.tui.widgets.reading import ReadingPane
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.workflow.case.cases import assessment_of
from assess.workflow.case.language.document_language import document_language
from assess.workflow.report import reporting
from assess.workflow.report.issuing import still_open


class ReportScreen(Screen[None]):
    """What will be in the report of a case; one key prints it, another opens what was printed."""

    PLACE = gettext("Report")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound(
            "save",
            "save",
            gettext("Save the report"),
            show=True,
            tooltip=gettext("The report, the summary for the board, or the next edition"),
        ),
        bound(
            "open_document",
            "app.open_document",
            gettext("Open the document saved last"),
            show=True,
            tooltip=gettext("With the viewer of the system"),
        ),
        bound("take_away", "cancel", gettext("Stop saving"), show=True),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "report.tcss"

    def __init__(self, case_id: str) -> None:
        """Show the report of a case."""
        super().__init__()
        self._case_id = case_id
        self._drafting: Apart | None = None
        self._language: str | None = None
        """The language that was chosen for what is saved; None: that in which the case is asked."""

    @property
    def _case(self) -> Case:
        return assessment_of(host(self).desk, self._case_id).case

    def compose(self) -> ComposeResult:
        """Lay it out."""
        case = self._case
        yield Masthead(self.PLACE, case.organisation.name, SYNTHETIC if case.synthetic else "")
        with ReadingPane(id="preview"):
            yield Static(gettext("The report is being drafted …"), markup=False)
        yield KeyBar()
        yield Notice(self._case_id)

    def on_mount(self) -> None:
        """Begin once it is there; the printer gets ready meanwhile."""
        host(self).documents.warm()
        self.renew()
        self.query_one("#preview").focus()

    def on_screen_resume(self) -> None:
        """Show it as it is now."""
        if self.is_mounted:
            self.renew()

    def renew(self) -> None:
        """Say what the report would say now; it is drafted apart from the screen."""
        if self._drafting is not None:
            self._drafting.leave()
        drafted = Slow("", partial(host(self).documents.preview, self._case_id), self._show)
        self._drafting = Apart(self.app, drafted, lambda error: host(self).complain(str(error)))

    def _show(self, report: Report) -> None:
        self._drafting = None
        if not self.is_attached:  # it was left meanwhile
            return
        desk = host(self).desk
        editions = reporting.editions(desk, assessment_of(desk, self._case_id))
        place = self.query_one("#preview", ReadingPane)
        place.remove_children()
        place.mount_all(
            widget for part in preview(report, editions, say=say) for widget in _part(part)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        del parameters
        if action == "cancel":
            return host(self).documents.is_printing
        return True

    def action_save(self) -> None:
        """Ask what is to be saved: all of it, its two pages for a board, or the next edition."""
        answers = [
            ("report", gettext("The report")),
            ("summary", gettext("Only the summary for the board")),
        ]
        if self._case.state is State.FINISHED:
            answers.append(("edition", gettext("The next edition, which then never changes")))
        answers.append(("language", gettext("Choose another language first")))
        spoken = language(document_language(self._case, self._language)).own_name
        self.app.push_screen(
            ChooseScreen(
                gettext("What do you want to save?"),
                answers,
                explanation=gettext("Language: {language}", language=spoken),
            ),
            self._save,
        )

    def _save(self, what: str | None) -> None:
        match what:
            case "report" | "summary":
                self._write(is_summary=what == "summary")
            case "edition":
                self._issue()
            case "language":
                names = [(code, language(code).own_name) for code in available() if code != PSEUDO]
                question = gettext("In which language?")
                self.app.push_screen(ChooseScreen(question, names), self._speak)
            case _:
                pass

    def _speak(self, code: str | None) -> None:
        """Save in another language, then ask again what is to be saved."""
        self._language = code or self._language
        self.action_save()

    def _write(self, *, is_summary: bool) -> None:
        """Ask where it goes, then write it in the background."""
        then = partial(
            host(self).documents.print_report,
            self._case_id,
            summary=is_summary,
            language=self._language,
        )
        kind = PrintedKind.SUMMARY if is_summary else PrintedKind.REPORT
        ask_for_target(self.app, self._case, kind, then)

    def _issue(self) -> None:
        """Ask about what nobody has looked at yet; without a yes nothing is issued."""
        desk = host(self).desk
        open_now = still_open(desk, assessment_of(desk, self._case_id)).sentences
        if not open_now:
            self._issue_to(accepts_all=False)
            return
        answers = [
            ("no", gettext("No, not yet")),
            ("all", gettext("Yes: accept all as they are, and issue it")),
        ]
        question = gettext("Issue the edition now?")
        screen = ChooseScreen(question, answers, explanation="\n".join(open_now))
        self.app.push_screen(screen, self._consented)

    def _consented(self, answer: str | None) -> None:
        if answer == "all":
            self._issue_to(accepts_all=True)

    def _issue_to(self, *, accepts_all: bool) -> None:
        """Ask where the edition goes, then issue it in the background."""

        def issue(target: Path) -> None:
            host(self).documents.issue_report(
                self._case_id, target, accepts_all=accepts_all, language=self._language
            )

        ask_for_target(self.app, self._case, PrintedKind.EDITION, issue)

    def action_cancel(self) -> None:
        """Stop printing."""
        host(self).documents.cancel()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _part(passage: Passage) -> Iterator[Static | Horizontal]:
    yield Static(plain(passage.title, "bold"), classes="title")
    for item in passage.items:
        yield Horizontal(
            Static(plain(item.label, "$text-muted"), classes="name"),
            Static(plain(item.text), classes="text"),
            classes="fact",
        )
