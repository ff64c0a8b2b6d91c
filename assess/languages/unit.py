"""The units of the catalogue of which there are one or several, as English names one of each."""

from __future__ import annotations

from collections.abc import Mapping

UNIT = "unit"
"""The context of a unit."""

BESIDE_FRACTION = "unit beside a fraction"
"""Its context beside 2.5, which has a form of its own in some languages."""

FORMS: Mapping[str, str] = {
    "activities": "activity",
    "appearances": "appearance",
    "companies": "company",
    "contacts": "contact",
    "contacts per participant": "contact per participant",
    "days": "day",
    "groups": "group",
    "meetings": "meeting",
    "meetings a year": "meeting a year",
    "meetings per group": "meeting per group",
    "organisations": "organisation",
    "participants": "participant",
    "participants per FTE": "participant per FTE",
    "partner clusters": "partner cluster",
    "people": "person",
    "priorities": "priority",
    "projects": "project",
    "requests": "request",
    "services": "service",
    "topics": "topic",
    "years": "year",
}
"""Every other unit, such as `FTE` or `%`, is the same beside every number."""
