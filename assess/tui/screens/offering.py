"""Offers in the interview: taking or declining what is proposed, and what the last round said."""

from __future__ import annotations

from collections.abc import Callable

from assess.core.case.checking import Finding
from assess.tui.screens.watching import WatchingScreen
from assess.tui.widgets.saved_line import SavedLine
from assess.workflow.case.proposing import TakenArea

OFFERS = ("take_proposal", "decline_proposal", "take_area", "take_last", "take_last_area")
"""The actions that are there only where something is offered."""

DONE = "✓"


class OfferingScreen(WatchingScreen):
    """A screen on which what is offered for an answer is taken or declined by one key."""

    def __init__(self, case_id: str) -> None:
        """Hold a case; nothing is offered before a card is laid."""
        super().__init__(case_id)
        self.offers: frozenset[str] = frozenset()
        """The actions for which something is offered where the interview is."""

    def show_beside(self) -> None:
        """Show what stands beside the card, and the keys for what is offered."""
        super().show_beside()
        offers = frozenset(action for action in OFFERS if self._is_offered(action))
        if offers != self.offers:
            self.offers = offers
            self.refresh_bindings()

    def _is_offered(self, action: str) -> bool:
        session, name = self.session, self.current
        if self.indicator is None or session.is_finished:
            return False
        offered, assessment = session.offered, session.assessment
        match action:
            case "take_area":
                return offered.has_for_blanks(self.indicator.area, assessment)
            case "take_last_area":
                return offered.has_last_for_blanks(self.indicator.area, assessment)
            case "take_last":
                said = offered.last_said(name)
                return said is not None and session.differs(said)
            case _:
                return name is not None and bool(offered.waiting(name, assessment))

    async def action_take_proposal(self) -> None:
        """Make what is proposed for the current question its answer."""
        if (name := self.current) is not None:
            await self._take(name, lambda: self.session.take_proposal(name), "taken")

    async def action_decline_proposal(self) -> None:
        """Leave the current answer as it is; what is proposed does not wait any longer."""
        name = self.current
        if name is not None and self.attempt(lambda: self.session.decline_proposal(name)):
            self.show_answers(name)
            self.query_one(SavedLine).say("declined; the answer stays as it is", DONE)

    async def action_take_last(self) -> None:
        """Make what was said in the last round the answer of this one."""
        if (name := self.current) is not None:
            await self._take(name, lambda: self.session.take_last(name), "as in the last round")

    async def action_take_area(self) -> None:
        """Fill the blanks of the area with what is proposed."""
        await self._fill(self.session.take_proposals_of, "proposed")

    async def action_take_last_area(self) -> None:
        """Fill the blanks of the area with what was said in the last round."""
        await self._fill(self.session.take_last_of, "said in the last round")

    async def _take(self, name: str, act: Callable[[], tuple[Finding, ...]], words: str) -> None:
        await self.hear_out()
        self.tell_all()
        faults: list[Finding] = []
        done = self.attempt(lambda: faults.extend(act()))
        self.show_answers(name)
        if faults:
            said = "; ".join(map(str, faults))
            self.complain(f"It cannot be taken as it is: {said}. Answer it yourself, or decline.")
        elif done:
            self.query_one(SavedLine).say(words, DONE)

    async def _fill(self, fill: Callable[[str], TakenArea], what: str) -> None:
        await self.hear_out()
        self.tell_all()
        if self.indicator is None:
            return
        area, found = self.indicator.area, list[TakenArea]()
        if self.attempt(lambda: found.append(fill(area))):
            self.show_answers()
            self.query_one(SavedLine).say(filled(found[0], what), DONE)
            if found[0].refused:
                self.complain("Not taken: " + "; ".join(found[0].refused))


def filled(found: TakenArea, what: str) -> str:
    """Say how many blanks of an area were filled, and how many answers differ."""
    noun = "blank" if found.taken == 1 else "blanks"
    said = f"{found.taken} {noun} of the area filled with what was {what}"
    if found.differing:
        verb = "differs and stays" if found.differing == 1 else "differ and stay"
        said += f"; {found.differing} {verb} side by side"
    return said
