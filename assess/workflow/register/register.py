"""The register as a whole: every label with its status on a day, links, and what was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from assess.core.case.organisation import Organisation
from assess.core.catalogue.level import rank
from assess.core.label.validity import add_months
from assess.core.published_list.list_comparison import compare
from assess.core.published_list.message import PublishedListMessage
from assess.core.published_list.row import ListedRow
from assess.core.published_list.row_reading import read_website
from assess.core.register.likeness import alike_to, spellings
from assess.core.register.record import Label, Link, Listing, Withdrawal
from assess.core.register.register import Register
from assess.core.register.reminder import Reminder, reminders
from assess.core.register.statistics import LevelProgress, Statistics, progress, statistics
from assess.core.register.status_account import StatusAccount, account
from assess.core.register.validity_timeline import LabelStatus, in_time
from assess.core.report.document.proof import Proof, proof
from assess.core.text.message import message
from assess.core.text.name import identity_key, normal, plain_words
from assess.errors import AssessError, NotFound, Way
from assess.files import write_whole
from assess.languages import gettext, spoken_language
from assess.languages.message import say
from assess.languages.translation.draft import with_draft_sentence
from assess.languages.understanding import in_english, understood
from assess.workflow.catalogue.country import country_names
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.publication_details import page_code


class Registered(NamedTuple):
    """A label of the register with its status on a day."""

    label: Label
    status: LabelStatus
    told: StatusAccount
    """The status as it is told, with the reason where it is not known."""


def register_of(desk: Desk, known: date | None = None) -> Register:
    """Give the register as it is known now, or as it was known on a day."""
    with undisturbed():
        register = Register(desk.store.register.all(), desk.newest)
        return register.as_known_on(known) if known else register


def registered(
    desk: Desk, on: date | None = None, *, known: date | None = None
) -> tuple[Registered, ...]:
    """Give every label with its status on a day, by country and name.

    `known` leaves out what was decided, listed or linked after that day.
    """
    with undisturbed():
        return statuses(register_of(desk, known), on or desk.today)


def statuses(register: Register, on: date) -> tuple[Registered, ...]:
    """Give the labels of a register with their status on a day, by country and name."""
    with undisturbed():
        in_order = sorted(register.labels, key=_place)
        return tuple(_registered(register, label, on) for label in in_order)


def _registered(register: Register, label: Label, on: date) -> Registered:
    status = register.status(label, on)
    return Registered(label, status, account(label, status, on, register.track(label)))


def _place(label: Label) -> str:
    """Give what puts labels in order: one text is compared faster than several."""
    starts = label.interview_date or label.valid_from or date.min
    return f"{label.country}\0{plain_words(label.name)}\0{label.level}\0{starts}"


def find_label(
    desk: Desk, name: str, *, country: str | None = None, level: str | None = None
) -> Label:
    """Give the newest label of an organisation by its name or a clear beginning of it."""
    register = register_of(desk)
    given = [
        label
        for label in register.labels
        if label.given
        and (country is None or label.country == country)
        and (level is None or label.level == level)
    ]
    wanted = identity_key(name)
    found = [label for label in given if label.key[1] == wanted or label.case == name.strip()]
    found = found or [label for label in given if label.key[1].startswith(wanted)]
    if not found:
        raise NotFound(_no_label(name, _meant(name, given)))
    if len({register.organisation(label.key) for label in found}) > 1:
        few = "; ".join(sorted({f"{label.name} ({label.country})" for label in found})[:6])
        raise NotFound(
            gettext(
                "{name} can be: {few}. Write more of the name.",
                name=repr(name),
                few=few,
            )
        ).helped_by(Way.COUNTRY)
    return max(found, key=in_time)


def _no_label(name: str, alike: Sequence[str]) -> str:
    if not alike:
        return gettext("The register has no label of {name}.", name=repr(name))
    return gettext(
        "The register has no label of {name}, but of similar names: {names}.",
        name=repr(name),
        names="; ".join(alike),
    )


def _meant(name: str, labels: Sequence[Label]) -> Sequence[str]:
    """Name the organisations that somebody may have meant who wrote a name in another way."""
    known = {Organisation(name=label.name, country=label.country) for label in labels}
    found = sorted(
        {
            organisation.name
            for organisation in known
            if alike_to(name, organisation.country, [organisation])
        }
    )
    return found[:6]


def record_label(desk: Desk, told: ListedRow, *, on: date, by: str) -> Listing:
    """Record a label that was decided elsewhere, with the end that its issuer states."""
    if on > desk.today:
        raise AssessError(
            gettext("{on} is in the future (today is {today}).", on=on, today=desk.today)
        )
    starts, until = told.valid_from, told.valid_until
    if until is None or (starts and starts > until):
        raise AssessError(
            gettext(
                "The label cannot end on {until}, before it begins ({starts}).",
                until=str(until),
                starts=str(starts),
            )
        )
    address, fault = read_website(told.website)
    if fault:
        raise AssessError(
            gettext("{website} is not the address of a web site.", website=repr(told.website))
        )
    row = told.model_copy(update={"website": address, "name": normal(told.name)})
    rules = desk.newest.label
    found = compare(
        [row],
        register_of(desk),
        rules,
        on=on,
        by=by,
        file=in_english(message(PublishedListMessage.BY_HAND)),
    )
    if not found.new:
        raise AssessError(
            gettext("The register already has this label of {row_name}.", row_name=row.name)
        )
    decided = found.new[0].model_copy(update={"is_decision": True})
    desk.store.register.add([decided], at=desk.now)
    return decided


def revoke_listed(
    desk: Desk,
    name: str,
    *,
    by: str,
    on: date,
    reason: str,
    country: str | None = None,
    level: str | None = None,
) -> Label:
    """Record that a label without a case here was revoked; give the label."""
    label = find_label(desk, name, country=country, level=level)
    if label.listed is None:
        raise AssessError(
            gettext(
                "The label of {label_name} belongs to the case {case}: assess label revoke {case}.",
                label_name=label.name,
                case=label.case,
            )
        )
    if on > desk.today:
        raise AssessError(
            gettext("{on} is in the future (today is {today}).", on=on, today=desk.today)
        )
    if label.ended:
        raise AssessError(
            gettext(
                "The label of {label_name} was already revoked on {on}.",
                label_name=label.name,
                on=label.ended.on,
            )
        )
    withdrawal = Withdrawal(label=label.case, level=label.listed.level, on=on, by=by, reason=reason)
    desk.store.register.add([withdrawal], at=desk.now)
    return label


def organisation_named(desk: Desk, name: str, country: str | None = None) -> Organisation:
    """Give the organisation with labels or cases that is meant by its whole name.

    Where its name is there in several ways of writing, the very one that was written.
    """
    wanted = identity_key(name)
    labels = [label for label in register_of(desk).labels if label.key[1] == wanted]
    found = [
        known
        for known in (
            *(Organisation(name=label.name, country=label.country) for label in labels),
            *desk.store.cases.organisations(),
        )
        if identity_key(known.name) == wanted and country in (None, known.country)
    ]
    if len({known.country for known in found}) != 1:
        if found:
            raise NotFound(
                gettext(
                    "{name} names organisations of several countries.",
                    name=repr(name),
                )
            ).helped_by(Way.COUNTRY)
        raise NotFound(
            gettext(
                "{name} names no organisation of the register; write the full name.",
                name=repr(name),
            )
        ).helped_by(Way.COUNTRY)
    return next((known for known in found if known.name == name), found[0])


def link_organisations(desk: Desk, link: Link) -> Link:
    """Link two organisations, or take a link back.

    A successor has one predecessor and a predecessor one successor, so that the labels of both
    are one track; where both held valid labels on one day, neither continues the other.
    """
    if link.on > desk.today:
        raise AssessError(
            gettext("{on} is in the future (today is {today}).", on=link.on, today=desk.today)
        )
    if link.kind == "linked" and link.key == link.other:
        link = _of_one_name(desk, link)
    _demand_possible(link, register_of(desk))
    desk.store.register.add([link], at=desk.now)
    return link


def _of_one_name(desk: Desk, link: Link) -> Link:
    """Give a link of an organisation with itself: it joins those kept apart by an older version."""
    names = spellings(desk.store.cases.organisations()).get(link.key, ())
    if len(names) < 2:
        raise AssessError(gettext("Give two organisations; these are the same."))
    if link.how != "same":
        raise AssessError(
            gettext(
                "Both have the same name, so they count as one organisation. If they are "
                "two, give one of them another name."
            )
        ).helped_by(Way.RENAME)
    if link.name == link.other_name:
        other = next(name for name in names if name != link.name)
        return link.model_copy(update={"other_name": other})
    return link


def _demand_possible(link: Link, register: Register) -> None:
    held = {(kept.key, kept.other): kept for kept in register.links}
    if link.kind == "unlinked":
        if (link.key, link.other) not in held:
            raise AssessError(
                gettext(
                    "{link_name} and {other_name} are not linked in this way.",
                    link_name=link.name,
                    other_name=link.other_name,
                )
            )
        return
    if (link.key, link.other) in held:
        known = held[link.key, link.other]
        raise AssessError(
            gettext(
                "They are already linked: {how}, on {on} by {by}.",
                how=known.how,
                on=known.on,
                by=known.by,
            )
        )
    if not link.joins or link.key == link.other:
        return
    if register.organisation(link.key) == register.organisation(link.other):
        raise AssessError(
            gettext(
                "{link_name} and {other_name} are already the same in the register.",
                link_name=link.name,
                other_name=link.other_name,
            )
        )
    if link.how == "same":
        return
    for kept in held.values():
        if kept.how in ("renamed", "merged") and (kept.key == link.key or kept.other == link.other):
            raise AssessError(
                gettext(
                    "{kept_name} already continues {other_name}, and an organisation can "
                    "continue only one other. If that link is wrong, remove it first.",
                    kept_name=kept.name,
                    other_name=kept.other_name,
                )
            ).helped_by(Way.UNDO)
    _demand_apart(link, register)


def _demand_apart(link: Link, register: Register) -> None:
    """Demand that the two never held valid labels of one level at one time."""
    for label in register.held_by(link.key):
        for other in register.held_by(link.other):
            if label.level != other.level or not _overlap(label, other):
                continue
            raise AssessError(
                gettext(
                    "{link_name} and {other_name} held {level} labels at the same time, "
                    "so neither continues the other. Record that one of the labels was "
                    "revoked; or, if they are one organisation, link them as the same.",
                    link_name=link.name,
                    other_name=link.other_name,
                    level=label.level,
                )
            )


def _overlap(label: Label, other: Label) -> bool:
    if not (label.valid_from and label.valid_until and other.valid_from and other.valid_until):
        return False
    return label.valid_from <= other.valid_until and other.valid_from <= label.valid_until


def draft_proof(desk: Desk, label: Label, on: date) -> Proof:
    """Show whether a label was valid on a day."""
    code = page_code(desk, label)
    made = proof(
        label,
        register_of(desk),
        on,
        today=desk.today,
        code=code,
        language=spoken_language().code,
        say=say,
        understand=understood,
    )
    return made.model_copy(update={"disclaimer": with_draft_sentence(made.disclaimer)})


def label_on(
    desk: Desk, name: str, on: date, *, country: str | None = None, level: str | None = None
) -> Label:
    """Give the label of an organisation that counts on a day.

    The highest valid one; where none was, the newest that had begun by then, or else the first.

    NotFound where the register has no such organisation.
    """
    register = register_of(desk)
    newest = find_label(desk, name, country=country, level=level)
    held = [
        label
        for label in register.held_by(newest.key)
        if label.given and (level is None or label.level == level)
    ]
    valid = [label for label in held if register.status(label, on) is LabelStatus.VALID]
    begun = [label for label in held if label.valid_from and label.valid_from <= on]
    if valid or begun:
        return max(valid or begun, key=lambda label: (rank(label.level), in_time(label)))
    return min(held, key=in_time)


def reminders_within(
    desk: Desk, months: int, *, country: str | None = None
) -> tuple[Reminder, ...]:
    """Give what is to be thought of from today on, within so many months."""
    found = reminders(register_of(desk), desk.today, add_months(desk.today, months))
    return tuple(reminder for reminder in found if country is None or reminder.country == country)


def count(desk: Desk, on: date | None = None) -> Statistics:
    """Count the labels of the register on a day."""
    return statistics(register_of(desk), on or desk.today)


def progress_on(
    desk: Desk, on: date | None = None, *, country: str | None = None
) -> tuple[LevelProgress, ...]:
    """Give how far each organisation has come by a day."""
    found = progress(register_of(desk), on or desk.today)
    return tuple(reached for reached in found if country is None or reached.country == country)


def write_reminders(desk: Desk, months: int, target: Path, *, country: str | None = None) -> int:
    """Write the reminders as a calendar; give how many there are."""
    from assess.exchange.register.reminder_calendar import write_calendar

    found = reminders_within(desk, months, country=country)
    write_whole(target, write_calendar(found, country_names(desk.newest), now=desk.shown_now))
    return len(found)
