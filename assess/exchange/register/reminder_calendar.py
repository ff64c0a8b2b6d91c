"""Reminders as a calendar (iCalendar, RFC 5545) that calendar programs read."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from assess.core.register.reminder import Reminder

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:assess:reminder")


def write_calendar(
    reminders: Iterable[Reminder], country_name: Callable[[str], str], *, now: datetime
) -> bytes:
    """Write reminders as all-day events; one that is taken in again replaces itself."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//assess//register of labels//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Labels: reminders")
    for one in reminders:
        event = Event()
        text = f"{one.label}\n{one.level}\n{one.valid_until}\n{one.what}"
        event.add("uid", f"{uuid.uuid5(_NAMESPACE, text)}@assess")
        event.add("dtstamp", now)
        event.add("dtstart", one.on)
        event.add("dtend", one.on + timedelta(days=1))
        event.add("summary", f"{one.name}: {one.what}")
        event.add("description", _description(one, country_name))
        event.add("categories", [f"{one.level} Label", country_name(one.country)])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(one: Reminder, country_name: Callable[[str], str]) -> str:
    lines = [
        f"{one.level} Label of {one.name}, {country_name(one.country)}, {one.portfolio}",
        f"Valid until {one.valid_until}",
    ]
    if one.window_until:
        lines.append(f"An interview up to {one.window_until} renews it")
    if one.synthetic:
        lines.append("Synthetic demonstration data")
    return "\n".join(lines)
