"""The organisation and the details of a case, as a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from assess.core.assessment import Case, Details, Impartiality, Organisation
from assess.core.day import read_day
from assess.errors import AssessError
from assess.tui.host import host
from assess.tui.screens.ask import WrongField
from assess.tui.screens.choose import ChooseScreen
from assess.tui.text import plain
from assess.tui.widgets.form_field import Asked, FormField
from assess.tui.widgets.frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.tui.widgets.pick_field import Pick
from assess.workflow import cases

MODES = (Pick("onsite", "on site"), Pick("video", "video"))
NO_INTEREST = "none"
"""What the statement of impartiality says when there is no interest to state."""


class OrganisationScreen(Screen[str | None]):
    """A new case, or the details of one; gives the id of a case that was begun."""

    PLACE = "Organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape,ctrl+q", "leave", "Back", key_display="Esc"),
        Binding("ctrl+r", "restore", "Begin anew"),
    ]
    CSS_PATH = "organisation.tcss"

    def __init__(self, case_id: str | None = None) -> None:
        """Open the form of a case, or an empty one."""
        super().__init__()
        self._case_id = case_id
        self._keep_as = f"organisation {case_id or ''}"
        self._settled_name = ""
        self._begun: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay it out."""
        desk = host(self).desk
        case = cases.assessment_of(desk, self._case_id).case if self._case_id else None
        self._begun = _stated(case) if case else self._blank()
        kept = host(self).kept.get(self._keep_as)
        texts = {**self._begun, **(kept or {})}
        head = Masthead(
            "Organisation" if case else "New case",
            case.organisation.name if case else "",
            SYNTHETIC if case and case.synthetic else "",
        )
        yield head
        with VerticalScroll(id="form", can_focus=False):
            for asked in self._asked(texts):
                yield FormField(asked._replace(value=texts.get(asked.key, "")))
        yield Static("", id="form-fault")
        yield KeyBar()
        yield Notice()

    def on_mount(self) -> None:
        """Begin once it is there."""
        self._fields["name"].begin()
        if host(self).kept.get(self._keep_as):
            self._say("This is what you typed before. Ctrl+R begins the form anew.")
        self._offer_portfolios()

    def _blank(self) -> dict[str, str]:
        """Begin with what is likely: the expert of the newest case, the present day."""
        desk = host(self).desk
        newest = next(iter(cases.cases(desk)), None)
        expert = desk.who or (newest.details.expert if newest else "")
        mode = newest.details.mode if newest else ""
        return {"expert": expert, "mode": mode, "interview_date": str(desk.today)}

    def _asked(self, texts: Mapping[str, str]) -> list[Asked]:
        catalogue = host(self).desk.catalogue
        years = catalogue.label.impartiality_years
        countries = tuple(
            Pick(one.code, str(one.name), (one.code, one.alpha2, *one.also))
            for one in catalogue.countries
        )
        portfolios = self._portfolios(texts.get("interview_date", ""))
        return [
            Asked("name", "Name", hint="of the cluster organisation"),
            Asked("country", "Country", kind="pick", picks=countries, hint="type to search"),
            Asked("region", "Region"),
            Asked("website", "Web site", hint="https://…"),
            Asked(
                "interview_date",
                "Interview on",
                hint="2026-11-02, or today",
                understood=self._understand_day,
            ),
            Asked("portfolio", "Portfolio", kind="pick", picks=portfolios, hint="type to search"),
            Asked("mode", "Mode", kind="pick", picks=MODES, hint="on site or video"),
            Asked("expert", "Expert", hint="who leads the interview"),
            Asked("contact", "Contact", hint="who answers, with address or number"),
            Asked("project_code", "Project code"),
            Asked(
                "pool_consent", "Pool", kind="tick", hint="May join the anonymous comparison pool"
            ),
            Asked(
                "no_interest",
                "Impartiality",
                kind="tick",
                hint=f"No employment, seat, contract or interest for {years} years",
            ),
            Asked(
                "interest", "or the interest", hint="which employment, seat, contract or interest"
            ),
        ]

    @property
    def _fields(self) -> dict[str, FormField]:
        return {field.key: field for field in self.query(FormField)}

    @property
    def values(self) -> dict[str, str]:
        """What stands in the form."""
        return {key: field.text for key, field in self._fields.items()}

    def _understand_day(self, text: str) -> tuple[str, bool]:
        reading = read_day(text, host(self).desk.today)
        return reading.fault or reading.echo, reading.fault is None

    def _portfolios(self, day: str) -> tuple[Pick, ...]:
        desk = host(self).desk
        on_day = read_day(day, desk.today).day or desk.today
        return tuple(Pick(name, name) for name in desk.catalogue.label.portfolios_on(on_day))

    def _offer_portfolios(self) -> None:
        """Offer the vocabulary that was in use on the day of the interview."""
        from assess.tui.widgets.pick_field import PickField

        fields = self._fields
        editor = fields["portfolio"].editor
        if isinstance(editor, PickField):
            editor.set_picks(self._portfolios(fields["interview_date"].text))

    # Typing

    @on(FormField.Changed)
    def _typed(self, event: FormField.Changed) -> None:
        event.stop()
        self._say("")
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
        names = ", ".join(one.name for one in alike[:3])
        fields["name"].remark(
            f"close to {names}; saving asks whether it is the same" if alike else ""
        )

    def _alike(self, name: str, country: str) -> tuple[Organisation, ...]:
        if len(name.strip()) < 4 or not country:
            return ()
        return cases.similar_organisations(host(self).desk, name, country)

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
        try:
            organisation, details = self._read(self.values)
        except WrongField as error:
            field = self._fields[error.key]
            field.remark(str(error), is_fault=True)
            field.begin()
            self._say("Nothing was saved yet; see the line marked with !")
            return
        alike = self._alike(organisation.name, organisation.country)
        is_same = self._case_id and organisation.name == self._begun.get("name")
        if alike and organisation.name != self._settled_name and not is_same:
            self._ask_whether_same(organisation, alike)
            return
        self._save(organisation, details)

    def _ask_whether_same(
        self, organisation: Organisation, alike: tuple[Organisation, ...]
    ) -> None:
        answers = [(one.name, f"Yes, it is {one.name}") for one in alike[:8]]
        answers.append(("", f"No, {organisation.name} is another organisation"))

        def answered(name: str | None) -> None:
            if name is None:
                return
            if name:
                self._fields["name"].text = name
            self._settled_name = name or organisation.name
            self.action_save()

        known = alike[0].name if len(alike) == 1 else "one of these"
        self.app.push_screen(ChooseScreen(f"Same organisation as {known}?", answers), answered)

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
        host(self).kept.pop(self._keep_as, None)
        self.dismiss(case.id)

    def action_leave(self) -> None:
        """Go back; what was typed is there again when the form is opened again."""
        blank = dict.fromkeys(self.values, "") | self._begun
        if self.values != blank:
            host(self).kept[self._keep_as] = self.values
            self.notify("Nothing was saved; what you typed is kept for now.", markup=False)
        else:
            host(self).kept.pop(self._keep_as, None)
        self.dismiss(None)

    def action_restore(self) -> None:
        """Begin the form anew."""
        host(self).kept.pop(self._keep_as, None)
        self.refresh(recompose=True)
        self.call_after_refresh(self.on_mount)

    def _say(self, text: str, *, is_fault: bool = False) -> None:
        line = self.query_one("#form-fault", Static)
        line.update(plain(f"{'! ' if is_fault else ''}{text}" if text else ""))
        line.set_class(bool(text), "-shown")

    # From texts to values

    def _read(self, values: Mapping[str, str]) -> tuple[Organisation, Details]:
        """Give what the form states; WrongField with the first line that is not right."""
        desk = host(self).desk
        said = {key: text.strip() for key, text in values.items()}
        for key, what in (
            ("name", "the name of the organisation"),
            ("expert", "the expert's name"),
        ):
            if not said[key]:
                raise WrongField(key, f"Type {what}.")
        if said["country"] not in {one.code for one in desk.catalogue.countries}:
            raise WrongField("country", _choose(said["country"], "a country", "Norway or NO"))
        reading = read_day(said["interview_date"], desk.today)
        if reading.day is None:
            raise WrongField("interview_date", f"{reading.fault}")
        in_use = desk.catalogue.label.portfolios_on(reading.day)
        stays = self._case_id and said["portfolio"] == self._begun.get("portfolio")
        if said["portfolio"] not in in_use and not stays:
            raise WrongField("portfolio", _choose(said["portfolio"], "a portfolio", in_use[0]))
        if said["mode"] not in ("onsite", "video"):
            raise WrongField("mode", _choose(said["mode"], "a mode", "video"))
        organisation = Organisation(
            name=said["name"],
            country=said["country"],
            region=said["region"] or None,
            website=said["website"] or None,
        )
        details = Details(
            portfolio=said["portfolio"],
            interview_date=reading.day,
            mode="video" if said["mode"] == "video" else "onsite",
            expert=said["expert"],
            contact=said["contact"] or None,
            project_code=said["project_code"] or None,
            pool_consent=bool(said["pool_consent"]),
            impartiality=self._impartiality(said, desk.today),
        )
        return organisation, details

    def _impartiality(self, said: Mapping[str, str], today: date) -> Impartiality | None:
        """Give the declaration; one that says the same as before keeps its name and day."""
        statement = said["interest"] or (NO_INTEREST if said["no_interest"] else "")
        if not statement:
            return None
        if self._case_id is not None:
            before = cases.assessment_of(host(self).desk, self._case_id).case.details.impartiality
            if before is not None and before.statement == statement:
                return before
        return Impartiality(statement=statement, by=said["expert"], on=today)


def _choose(typed: str, what: str, example: str) -> str:
    begin = f"“{typed}” is not {what} of the list" if typed else f"Choose {what}"
    return f"{begin}; type a few letters, such as {example}, and press Enter."


def _stated(case: Case) -> dict[str, str]:
    """Give what a case states as the texts of the form."""
    organisation, details = case.organisation, case.details
    statement = details.impartiality.statement if details.impartiality else ""
    return {
        "name": organisation.name,
        "country": organisation.country,
        "region": organisation.region or "",
        "website": organisation.website or "",
        "interview_date": str(details.interview_date),
        "portfolio": details.portfolio,
        "mode": details.mode,
        "expert": details.expert,
        "contact": details.contact or "",
        "project_code": details.project_code or "",
        "pool_consent": "yes" if details.pool_consent else "",
        "no_interest": "yes" if statement == NO_INTEREST else "",
        "interest": "" if statement == NO_INTEREST else statement,
    }
