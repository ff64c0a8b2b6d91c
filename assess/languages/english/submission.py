"""How what is said of a case at the secretariat is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "submitted": "submitted",
    "national_check": "in national check",
    "central_check": "in central check",
    "returned": "returned",
    "accepted": "accepted",
    "label_proposed": "label proposed",
    "decided": "decided",
    "published": "published",
    "withdrawn": "withdrawn",
    "asks": "{name} asks: {text}",
    "asks_about": "{name} asks about {question}: {text}",
    "suggests": "{name} proposes an answer to {question}: {text}",
    "answers": "{name} answers: {text}",
    "closes": "{name} closes the question: {text}",
    "interested": "{name} declares an interest: {text}",
    "begins": "{name} begins the check.",
    "passes": "{name} passes the case on.",
    "returns": "{name} returns the case: {text}",
    "accepts": "{name} accepts the case.",
    "proposes": "{name} proposes {level}.",
    "awards": "{name} awards {level}.",
    "refuses": "{name} refuses the label: {text}",
    "withdraws": "{name} withdraws the case: {text}",
}
