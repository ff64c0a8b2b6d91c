"""Reminders as a calendar (iCalendar, RFC 5545) that calendar programs read."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from assess.core.register.reminder import Reminder
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.understanding import in_english

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
    calendar.add("x-wr-calname", gettext("Labels: reminders"))
    for reminder in reminders:
        event = Event()
        what = in_english(reminder.what)
        text = f"{reminder.label}\n{reminder.level}\n{reminder.valid_until}\n{what}"
        event.add("uid", f"{uuid.uuid5(_NAMESPACE, text)}@assess")
        event.add("dtstamp", now)
        event.add("dtstart", reminder.on)
        event.add("dtend", reminder.on + timedelta(days=1))
        event.add("summary", f"{reminder.name}: {say(reminder.what)}")
        event.add("description", _description(reminder, country_name))
        event.add(
            "categories",
            [gettext("{level} Label", level=reminder.level), country_name(reminder.country)],
        )
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(reminder: Reminder, country_name: Callable[[str], str]) -> str:
    lines = [
        (
            gettext(
                "{level} Label of {organisation}, {country}, {portfolio}",
                level=reminder.level,
                organisation=reminder.name,
                country=country_name(reminder.country),
                portfolio=reminder.portfolio,
            )
        ),
        gettext("Valid until {day}", day=reminder.valid_until),
    ]
    if reminder.window_until:
        lines.append(gettext("An interview up to {day} renews it", day=reminder.window_until))
    if reminder.synthetic:
        lines.append(gettext("Synthetic demonstration data"))
    return "\n".join(lines)
