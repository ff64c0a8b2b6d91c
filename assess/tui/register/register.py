"""The register: every label with its status on any day, filtered, sorted, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Input, Static

from assess.languages import gettext, ngettext
from assess.tui.dialog.ask import AskScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound, bound_digits
from assess.tui.label.deciding import day_echo, typed_day
from assess.tui.register.label_history import account_of
from assess.tui.register.label_table import LabelTable
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.reading import Detail
from assess.tui.widgets.row_list import RowList
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.tui.widgets.text_input import Line
from assess.tui.widgets.wrapping import HangingText
from assess.workflow.catalogue.country import country_names
from assess.workflow.register import register as registering

EMPTY = "\n\n".join(
    (
        gettext("The register has no label yet."),
        "  +   "
        + gettext("imports a published list: copied text, CSV, a spreadsheet or a saved web page."),
        gettext("The label of a case joins the register when it is proposed."),
    )
)


class RegisterScreen(Screen[None]):
    """The labels of the register on a day."""

    PLACE = gettext("Register")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("search", "filter", show=True, tooltip=gettext("Country, level, status …")),
        bound(
            "go_to",
            "day",
            gettext("Day"),
            show=True,
            tooltip=gettext("The day of which the status is shown"),
        ),
        bound(
            "history",
            "known",
            gettext("Known then / today"),
            show=True,
            tooltip=gettext(
                "Switch between what the register showed on that day and what is known today"
            ),
        ),
        bound(
            "report",
            "sheets",
            gettext("Reminders, statistics, progress"),
            show=True,
        ),
        bound(
            "save",
            "save",
            gettext("Save a proof, the public pages or the country overview"),
            show=True,
        ),
        bound(
            "add",
            "add",
            gettext("Add a list"),
            show=True,
            tooltip=gettext("A published list, or a row of one that was rejected"),
        ),
        *bound_digits(
            (
                ("sort(0)", gettext("Sort by organisation")),
                ("sort(1)", gettext("Sort by country")),
                ("sort(2)", gettext("Sort by portfolio")),
                ("sort(3)", gettext("Sort by level")),
                ("sort(4)", gettext("Sort by end")),
                ("sort(5)", gettext("Sort by status")),
            ),
            gettext("Sort"),
            tooltip=gettext("By a column; press it again to reverse the order"),
        ),
        bound("side", "side"),
        bound("back", "clear", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "register.tcss"

    def __init__(self) -> None:
        """Show the register as of today."""
        super().__init__()
        self._day: date | None = None
        self._then = False

    @property
    def day(self) -> date:
        """The day of which the status is shown."""
        return self._day or host(self).desk.today

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Masthead(self.PLACE)
        yield Static("", id="as-of")
        search = Line(placeholder=gettext("name, country, portfolio, level, status …"))
        search.id = "filter"
        yield search
        with Container(classes="sides"):
            yield LabelTable(country_names(host(self).desk.newest))
            with Detail():
                yield HangingText(id="account")
        yield Static(EMPTY, id="empty", markup=False)
        yield KeyBar(letters_after=gettext("Enter, then"))
        yield Notice()

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.renew()
        self._table.focus()

    @property
    def _table(self) -> LabelTable:
        return self.query_one(LabelTable)

    def renew(self) -> None:
        """Show the register as it stands."""
        desk = host(self).desk
        known = self.day if self._then else None
        self._register = registering.register_of(desk, known)
        self._table.take(registering.statuses(self._register, self.day), self._register)
        self._explain()

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        table = self._table
        chosen = table.chosen_label
        is_empty = table.total == 0 and not self._then
        self.query_one("#empty").display = is_empty
        self.query_one(".sides").display = not is_empty
        head = self.query_one(Masthead)
        valid = ngettext("{count} valid", "{count} valid", table.shown_valid)
        head.subject = f"{_labels(table)}, {valid}"
        head.aside = SYNTHETIC if chosen and chosen.label.synthetic else ""
        self.query_one("#as-of", Static).update(
            gettext("Status on {day}, as known on that day", day=self.day)
            if self._then
            else gettext("Status on {day}, as known today", day=self.day)
        )
        lines = account_of(chosen.label, self._register, self.day) if chosen else ()
        self.query_one(HangingText).lines = lines

    # Filtering and sorting

    def on_row_list_title_clicked(self, event: RowList.TitleClicked) -> None:
        """Sort by a column."""
        event.stop()
        self._table.sort_by(event.key)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while typing."""
        event.stop()
        self._table.filter(event.value)
        self._explain()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the filter to the labels."""
        event.stop()
        self._table.focus()

    def action_filter(self) -> None:
        """Narrow the labels by typing."""
        search = self.query_one("#filter", Input)
        search.add_class("-shown")
        search.focus()

    def action_clear(self) -> None:
        """Show all labels again; with all of them shown, leave."""
        search = self.query_one("#filter", Input)
        if not search.has_class("-shown"):
            self.dismiss(None)
            return
        search.remove_class("-shown")
        search.value = ""
        self._table.focus()

    def action_sort(self, place: int) -> None:
        """Sort by a column; by the same one again: the other way round."""
        self._table.sort_by(place)

    # The day

    def action_day(self) -> None:
        """Ask for the day of which the status is shown."""

        def submit(values: Mapping[str, str]) -> None:
            typed = values["day"].strip()
            self._day = typed_day(values, "day", desk.today) if typed else None

        desk = host(self).desk
        hint = gettext("2026-11-02; empty: today")
        asked = Asked("day", gettext("Day"), hint=hint, understood=day_echo(desk.today))
        explanation = gettext("This shows {day}.", day=self.day)
        screen = AskScreen(
            gettext("The status on which day?"), [asked], submit, explanation=explanation
        )
        self.app.push_screen(screen, self._renew_if)

    def _renew_if(self, was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done:
            self.renew()

    def action_known(self) -> None:
        """Show the register as it was known on the day, or as it is known now."""
        self._then = not self._then
        self.renew()

    # What follows

    def action_save(self) -> None:
        """Ask what is to be saved: a proof about the marked label, the brochure or the site."""
        from assess.tui.register.register_saving import ask_what_to_save

        chosen = self._table.chosen_label
        ask_what_to_save(self, chosen.label if chosen else None, self.day)

    def action_sheets(self) -> None:
        """Ask which account of the register is to be shown."""
        answers = [
            ("reminders", gettext("Reminders for the next year")),
            ("statistics", gettext("Statistics: the numbers of {day}", day=self.day)),
            ("progress", gettext("Progress: who went from Bronze to Silver and Gold, and when")),
        ]
        self.app.push_screen(
            ChooseScreen(gettext("What do you want to see?"), answers), self._sheet
        )

    def _sheet(self, which: str | None) -> None:
        from assess.tui.register import register_sheet as sheets
        from assess.tui.register.statistics_sheet import statistics_sheet

        desk = host(self).desk
        match which:
            case "reminders":
                sheet = sheets.reminder_sheet(desk)
            case "statistics":
                sheet = statistics_sheet(desk, self.day)
            case "progress":
                sheet = sheets.progress_sheet(desk, self.day)
            case _:
                return
        self.app.push_screen(sheets.SheetScreen(sheet))

    def action_side(self) -> None:
        """Show the account of the marked label, or put it away."""
        self.query_one(Detail).turn()

    def action_leave(self) -> None:
        """Go back to the cases."""
        self.dismiss(None)

    def action_add(self) -> None:
        """Take in a published list, or complete a row that was rejected."""
        from assess.tui.published_list.completing_form import ask_what_to_add

        ask_what_to_add(self, self.renew)


def _labels(table: LabelTable) -> str:
    """Say how many labels there are, and how many of them the filter shows."""
    if table.count == table.total:
        return ngettext("{count} label", "{count} labels", table.total)
    return ngettext(
        "{shown} of {count} label", "{shown} of {count} labels", table.total, shown=table.count
    )
