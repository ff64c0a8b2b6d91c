"""The organisation and the details of a case, as a form."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from assess.core.case.assessment import Case, Details
from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError
from assess.languages import gettext
from assess.tui.case.case_form import case_form, form_faults, likely, portfolios, read_form, stated
from assess.tui.dialog.choose import ChooseScreen, ask_to_begin_anew
from assess.tui.frame.form_draft import OFFERED, KeptForm
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.frame.text import day_in_words, plain
from assess.tui.widgets.form_field import FormField
from assess.tui.widgets.pick_field import PickField
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.workflow.case import cases, rounds
from assess.workflow.register import likeness


class OrganisationScreen(Screen[str | None]):
    """A new case, or the details of one; gives the id of a case that was begun."""

    PLACE = gettext("Organisation")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("save", "save", show=True),
        bound("begin_anew", "restore", show=True),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "organisation.tcss"

    def __init__(self, case_id: str | None = None) -> None:
        """Open the form of a case, or an empty one."""
        super().__init__()
        self._case_id = case_id
        self._settled_name = ""
        self._begun: dict[str, str] = {}
        self._kept = KeptForm(self, "organisation", case_id, lambda: self.values)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        desk = host(self).desk
        case = self._case()
        self._begun = stated(case) if case else likely(desk)
        texts = {**self._begun, **self._kept.begin(self._begun)}
        head = Masthead(
            self.PLACE if case else gettext("New case"),
            case.organisation.name if case else "",
            SYNTHETIC if case and case.synthetic else "",
        )
        yield head
        with VerticalScroll(id="form", can_focus=False):
            for asked in case_form(desk, self._catalogue(), texts):
                yield FormField(asked._replace(value=texts.get(asked.key, "")))
        yield Static("", id="form-fault")
        yield KeyBar()
        yield Notice(self._case_id)

    def on_mount(self) -> None:
        """Begin once it is there."""
        self._fields["name"].begin()
        if self._kept.is_offered:
            self._say(OFFERED)
        self._offer_portfolios()

    @property
    def _fields(self) -> dict[str, FormField]:
        return {field.key: field for field in self.query(FormField)}

    @property
    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return {key: field.text for key, field in self._fields.items()}

    def _offer_portfolios(self) -> None:
        """Offer the vocabulary that was in use on the day of the interview."""
        fields = self._fields
        editor = fields["portfolio"].editor
        if isinstance(editor, PickField):
            day = fields["interview_date"].text
            editor.set_picks(portfolios(host(self).desk.today, self._catalogue(), day))

    def _catalogue(self) -> Catalogue:
        """Give the edition of the case; of a new one, the newest."""
        desk, case = host(self).desk, self._case()
        return desk.catalogue_of(case) if case else desk.newest

    def _case(self) -> Case | None:
        desk = host(self).desk
        return cases.assessment_of(desk, self._case_id).case if self._case_id else None

    # Typing

    @on(FormField.Changed)
    def _typed(self, event: FormField.Changed) -> None:
        event.stop()
        self._say(OFFERED if self._kept.is_as_offered else "")
        self._kept.typed()
        fields = self._fields
        match event.field.key:
            case "interview_date":
                self._offer_portfolios()
            case "no_interest" if event.field.text:
                fields["interest"].text = ""
            case "interest" if event.field.text.strip():
                fields["no_interest"].text = ""
            case "name" | "country":
                self._hint_at_known()
            case _:
                pass

    def _hint_at_known(self) -> None:
        fields = self._fields
        alike = self._alike(fields["name"].text, fields["country"].text)
        names = ", ".join(candidate.name for candidate in alike[:3])
        said = (
            gettext("similar to {names}; you will be asked whether it is the same", names=names)
            if alike
            else ""
        )
        fields["name"].remark(self._known_before() or said)

    def _known_before(self) -> str:
        """Say when the organisation was benchmarked before, and what follows from that."""
        name, country = self._fields["name"].text.strip(), self._fields["country"].text
        if not name or not country:
            return ""
        organisation = Organisation(name=name, country=country)
        last = rounds.newest_of(host(self).desk, organisation, but=self._case_id)
        if last is None:
            return ""
        day = day_in_words(last.details.interview_date)
        return gettext(
            "benchmarked before, on {day}: those answers will be shown beside the new ones", day=day
        )

    def _alike(self, name: str, country: str) -> tuple[Organisation, ...]:
        if len(name.strip()) < 4 or not country:
            return ()
        return likeness.similar_organisations(host(self).desk, name, country)

    @on(FormField.Submitted)
    def _entered(self, event: FormField.Submitted) -> None:
        event.stop()
        fields = list(self.query(FormField))
        place = fields.index(event.field)
        if place + 1 < len(fields):
            fields[place + 1].begin()
        else:
            self.action_save()

    # Saving and leaving

    def action_save(self) -> None:
        """Check every field, ask about a name that is close to a known one, then save."""
        for field in self._fields.values():
            field.explain()
        desk, before = host(self).desk, self._case()
        wrong = form_faults(desk, self.values, before)
        for key, sentence in wrong.items():
            self._fields[key].remark(sentence, is_fault=True)
        if wrong:
            self._fields[next(iter(wrong))].begin()
            self._say(gettext("Nothing was saved yet; please check each line marked with !"))
            return
        organisation, details = read_form(desk, self.values, before)
        alike = self._alike(organisation.name, organisation.country)
        is_same = self._case_id and organisation.name == self._begun.get("name")
        if alike and organisation.name != self._settled_name and not is_same:
            self._ask_whether_same(organisation, alike)
            return
        self._save(organisation, details)

    def _ask_whether_same(
        self, organisation: Organisation, alike: tuple[Organisation, ...]
    ) -> None:
        answers = [(candidate.name, self._same(candidate)) for candidate in alike[:8]]
        another = gettext("No, {name} is another organisation", name=organisation.name)
        answers.append(("", another))

        def answered(name: str | None) -> None:
            if name is None:
                return
            if name:
                self._fields["name"].text = name
            self._settled_name = name or organisation.name
            self.action_save()

        asked = (
            gettext("Same organisation as {name}?", name=alike[0].name)
            if len(alike) == 1
            else gettext("Same organisation as one of these?")
        )
        self.app.push_screen(ChooseScreen(asked, answers), answered)

    def _same(self, organisation: Organisation) -> str:
        """Say that it is a known organisation, and when that was interviewed last."""
        last = rounds.newest_of(host(self).desk, organisation, but=self._case_id)
        if last is None:
            return gettext("Yes, it is {name}", name=organisation.name)
        return gettext(
            "Yes, it is {name} (last interview {day})",
            name=organisation.name,
            day=day_in_words(last.details.interview_date),
        )

    def _save(self, organisation: Organisation, details: Details) -> None:
        desk = host(self).desk
        try:
            if self._case_id is None:
                case = cases.begin(desk, organisation, details)
            else:
                known = cases.assessment_of(desk, self._case_id).case
                case = cases.change_details(desk, known, organisation, details)
        except AssessError as error:
            self._say(str(error), is_fault=True)
            return
        self._kept.drop()
        self.dismiss(case.id)

    def keep_typed(self) -> None:
        """Keep what is typed at once: the program ends."""
        self._kept.flush()

    def action_leave(self) -> None:
        """Go back; what was typed is there again when the form is opened again."""
        self._kept.flush()
        if self._kept.is_offered:
            self.notify(gettext("Nothing was saved; what you typed is kept."), markup=False)
        self.dismiss(None)

    def action_restore(self) -> None:
        """Begin the form anew, once that is said twice."""
        ask_to_begin_anew(self, self._begin_anew)

    def _begin_anew(self) -> None:
        self._kept.drop()
        self.refresh(recompose=True)
        self.call_after_refresh(self.on_mount)

    def _say(self, text: str, *, is_fault: bool = False) -> None:
        line = self.query_one("#form-fault", Static)
        line.update(plain(f"{'! ' if is_fault else ''}{text}" if text else ""))
        line.set_class(bool(text), "-shown")
