"""What the expert made of recommendations and strengths: kept apart from them, and re-applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from assess.core.advice.message import AdviceMessage
from assess.core.advice.recommendation import Recommendation
from assess.core.advice.strength import Strength
from assess.core.catalogue.rule.advice_rule import Effort
from assess.core.text.message import Say, Text, message, series
from assess.core.text.value import Said, Value


class Edit(Value):
    """The expert's decision on one recommendation or strength, one of their own, or the message.

    The newest edit of a key counts. `based_on` is the finding that the edited text was written for:
    when the finding is another one now, both are shown.
    """

    about: Literal["recommendation", "strength", "message"]
    key: Said
    state: Literal["proposed", "accepted", "dropped"] = "proposed"
    rank: int | None = None
    """The place in the expert's order; none: the order in which it was found, after the ranked."""
    finding: str | None = None
    meaning: str | None = None
    action: str | None = None
    first_step: str | None = None
    based_on: str | None = None
    own: bool = False
    """Written by the expert, without a rule of the catalogue."""
    number: int | None = None
    """With `own`: the number of the indicator it belongs to."""
    by: str | None = None
    at: datetime | None = None


class Reviewed(Value):
    """A recommendation or strength as the report prints it, with the expert's edits."""

    about: Literal["recommendation", "strength"]
    key: str
    number: int | None
    indicator: str = ""
    """The id of the indicator; empty: the expert's own, to no single one."""
    position: str = ""
    """Of a strength: `above` the middle half of the peers, or in the `top` class without peers."""
    noticed: bool = False
    """No priority: said in one line, as noticed as well."""
    effort: Effort | None = None
    reason: Text = ""
    """Why it stands in its place, for the expert."""
    covers: tuple[str, ...] = ()
    """The ids of the indicators that it is about."""
    finding: Text
    meaning: Text = ""
    action: Text = ""
    first_step: Text = ""
    quality_items: tuple[str, ...] = ()
    state: Literal["proposed", "accepted", "dropped"] = "proposed"
    edited: bool = False
    own: bool = False
    outdated: Text | None = None
    """The finding as it is now, where an edited text was written for another one."""
    basis: str = ""
    """What the rule finds now, in English, by which a later change is known; empty: no rule."""
    group: Text = ""
    """The peers by which it was found, `Energy and environment [24]`; empty: without any."""
    gone: bool = False
    """The rule no longer applies, but the expert's text is kept."""

    def said(self, say: Say) -> Reviewed:
        """Give it in the words of one language."""
        names = ("finding", "meaning", "action", "first_step", "group", "reason")
        words = {name: say(getattr(self, name)) for name in names}
        outdated = None if self.outdated is None else say(self.outdated)
        return self.model_copy(update={**words, "outdated": outdated})


def review(
    about: Literal["recommendation", "strength"],
    found: Iterable[Recommendation] | Iterable[Strength],
    edits: Mapping[str, Edit],
    english: Say,
) -> tuple[Reviewed, ...]:
    """Apply the expert's edits to what was found: edited, ordered, with the expert's own added.

    Dropped ones stay in the list (last), so that they can be taken back. `english` says a finding
    as edits name it, whatever is spoken.
    """
    mine = {key: edit for key, edit in edits.items() if edit.about == about}
    result = [_apply(about, finding, mine.get(finding.key), english) for finding in found]
    known = {reviewed.key for reviewed in result}
    for key, edit in mine.items():
        if key not in known and (edit.own or edit.finding or edit.action):
            result.append(_kept(about, key, edit))
    ranks = {key: edit.rank for key, edit in mine.items() if edit.rank is not None}
    last = len(result) + len(ranks) + 1
    places = {reviewed.key: index for index, reviewed in enumerate(result)}
    result.sort(
        key=lambda reviewed: (
            reviewed.state == "dropped",
            ranks.get(reviewed.key, last),
            places[reviewed.key],
        ),
    )
    return tuple(result)


def _apply(
    about: Literal["recommendation", "strength"],
    found: Recommendation | Strength,
    edit: Edit | None,
    english: Say,
) -> Reviewed:
    finding = found.finding if isinstance(found, Recommendation) else found.text
    basis = english(found.basis or finding)
    plain = Reviewed(
        about=about,
        key=found.key,
        number=found.number,
        indicator=found.indicator,
        finding=finding,
        basis=basis,
        group=found.group,
    )
    if isinstance(found, Recommendation):
        plain = plain.model_copy(
            update={
                "meaning": found.meaning,
                "action": found.action,
                "first_step": found.first_step,
                "quality_items": found.quality_items,
                "effort": found.effort,
                "reason": found.reason,
                "covers": found.covers,
            }
        )
    else:
        plain = plain.model_copy(update={"position": found.position})
    if edit is None:
        return plain
    texts = {
        field: text
        for field in ("finding", "meaning", "action", "first_step")
        if (text := getattr(edit, field)) is not None
    }
    outdated = finding if texts and edit.based_on not in (None, basis) else None
    update = {**texts, "state": edit.state, "edited": bool(texts), "outdated": outdated}
    if edit.rank is not None and plain.reason:
        of_expert = message(AdviceMessage.ORDER_OF_EXPERT)
        update["reason"] = series((of_expert, plain.reason), "blank")
    return plain.model_copy(update=update)


def _kept(about: Literal["recommendation", "strength"], key: str, edit: Edit) -> Reviewed:
    return Reviewed(
        about=about,
        key=key,
        number=edit.number,
        finding=edit.finding or edit.based_on or "",
        meaning=edit.meaning or "",
        action=edit.action or "",
        first_step=edit.first_step or "",
        state=edit.state,
        edited=True,
        own=edit.own,
        gone=not edit.own,
    )
