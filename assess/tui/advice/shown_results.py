"""What the screen of results shows in each of its views, and what it hides on a shared screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from textual.content import Content

from assess.core.advice.review import Reviewed
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.scoring.measure_change import TwoRounds
from assess.languages import gettext
from assess.languages.message import say
from assess.tui.advice.changes import change_rows, describe_change, rounds_in_words
from assess.tui.advice.message_view import describe_message, message_in_words, message_rows
from assess.tui.advice.plan_view import describe_plan, plan_in_words, plan_rows
from assess.tui.advice.reviewed import describe_review, describe_score, review_rows, score_rows
from assess.tui.advice.views import View, cards_in_words, peers_in_words, view_names
from assess.tui.widgets.row_list import Row
from assess.workflow import Desk, Results
from assess.workflow.case.cases import assessment_of
from assess.workflow.report.key_message import BoardMessage, board_message

SHARED_MESSAGE = gettext("Shared screen: the message is hidden; x shows it again.")
SHARED_ADVICE = gettext(
    "Shared screen: these are hidden, as they tell of the peers; x shows them again."
)
SHARED = gettext("Shared screen: peers are hidden; x shows them again.")


@dataclass(frozen=True)
class ShownResults:
    """The results of a case in a view; on a shared screen nothing in them tells of the peers."""

    desk: Desk
    found: Results
    view: View
    is_shared: bool

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is accepted, dropped and edited by the expert."""
        return self.view in ("recommendation", "strength")

    @property
    def comparison(self) -> PeerComparison:
        """The peers, but none while others look at the screen."""
        return NO_COMPARISON if self.is_shared else self.found.comparison

    @property
    def rounds(self) -> TwoRounds | None:
        """The comparison with the last round, but none while others look at the screen."""
        return None if self.is_shared else self.found.rounds

    @property
    def reviewed(self) -> tuple[Reviewed, ...]:
        """Recommendations or strengths, but none while others look: they tell of the peers."""
        if self.is_shared:
            return ()
        return self.found.strengths if self.view == "strength" else self.found.recommendations

    @cached_property
    def message(self) -> BoardMessage:
        """The message with which the report begins, as it is kept now."""
        case = self.found.assessment.case.id
        return board_message(self.desk, assessment_of(self.desk, case), self.found)

    def rows(self) -> Iterable[Row]:
        """Give the rows of the view."""
        if self.view == "values":
            catalogue = self.desk.catalogue_of(self.found.assessment.case)
            return score_rows(catalogue, self.found.scores, self.comparison)
        if self.view == "plan":
            return plan_rows(self.found)
        if self.view == "message":
            return () if self.is_shared else message_rows(self.message)
        if self.view == "rounds":
            return change_rows(self.rounds)
        return review_rows(self.reviewed)

    def names(self, width: int) -> Content:
        """Give the names of all views, in lines of a width."""
        return view_names(self.found, self.rounds, self.view, width)

    def hint(self) -> str:
        """Say under the rows what they are."""
        if self.view == "values":
            return SHARED if self.is_shared else peers_in_words(self.found.comparison)
        if self.view == "plan":
            return plan_in_words(self.found)
        if self.view == "message":
            return SHARED_MESSAGE if self.is_shared else message_in_words(self.message)
        if self.view == "rounds":
            return rounds_in_words(self.found.rounds)
        return SHARED_ADVICE if self.is_shared else cards_in_words(self.reviewed)

    def account(self, chosen: str | None) -> Content | str:
        """Give beside the rows the account of the one that is chosen."""
        if self.view == "rounds":
            return describe_change(self.found.rounds, chosen)
        if self.view == "plan":
            return describe_plan(self.found, chosen)
        if self.view == "message":
            return SHARED_MESSAGE if self.is_shared else describe_message(self.message)
        if self.is_settled and self.is_shared:
            return SHARED_ADVICE
        if chosen is None:
            return gettext(
                "None yet. Many rules need a comparison group; + adds an entry of your own."
            )
        if self.view == "values":
            return self._account_of_score(chosen)
        return self._account_of_review(chosen)

    def _account_of_score(self, key: str) -> Content:
        catalogue = self.desk.catalogue_of(self.found.assessment.case)
        indicator = catalogue.indicator(key.partition(":")[0])
        published = catalogue.references_for(indicator)
        return describe_score(indicator, self.found.scores.by_key[key], self.comparison, published)

    def _account_of_review(self, chosen: str) -> Content:
        catalogue = self.desk.catalogue_of(self.found.assessment.case)
        review = next(each for each in self.reviewed if each.key == chosen)
        items = [
            f"{item} {say(catalogue.quality_item(item).title)}" for item in review.quality_items
        ]
        return describe_review(review, items)
