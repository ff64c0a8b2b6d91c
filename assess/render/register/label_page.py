"""The page of a label and its badge, and its row on the pages of countries and portfolios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import jinja2
from markupsafe import Markup

from assess.core.register.public_label import PublicLabel, PublicRegister
from assess.core.text.design_tokens import Colours
from assess.languages import gettext
from assess.languages.message import say
from assess.render.register.badge import badge_of
from assess.render.register.label_text import LabelTexts, dated, html
from assess.render.register.pattern import Pattern


class LabelPages:
    """The pages of labels and their badges, made from patterns."""

    def __init__(
        self,
        environment: jinja2.Environment,
        texts: LabelTexts,
        titles: dict[str, str],
        colours: Colours,
        shared: str,
    ) -> None:
        """Read the patterns; `titles` say what each level is, in full.

        `shared` is the way from the page of a label to what there is once for all languages.
        """
        self._page = Pattern(environment.get_template("site/label.html"), root="../", shared=shared)
        self._other = Pattern(environment.get_template("site/label_other.html"))
        self._badge = Pattern(environment.get_template("site/badge.svg"))
        self._texts = texts
        self._titles = {level: html(title) for level, title in titles.items()}
        self._colours = colours

    def files(
        self, register: PublicRegister, credentials: frozenset[str]
    ) -> Iterator[tuple[str, str]]:
        """Give page and badge of every label; `credentials` are the ids of those that have one."""
        by_id = register.by_id
        for label in register.labels:
            badge = badge_of(label, self._colours)
            values = self._values(label, by_id)
            values["badge"] = badge["text"]
            yield (
                f"label/{label.id}.html",
                self._page.filled(
                    values,
                    status=label.status,
                    is_listed=label.is_listed,
                    is_synthetic=label.synthetic,
                    has_credential=label.id in credentials,
                ),
            )
            yield f"badge/{label.id}.svg", self._badge.filled(badge)

    def _values(self, label: PublicLabel, by_id: dict[str, PublicLabel]) -> dict[str, str]:
        texts, later = self._texts, _later(label, by_id)
        country = texts.country(label)
        return texts.of[label.id] | {
            "page": f"label/{label.id}.html",
            "title": html(f"{label.name}, {label.level}"),
            "description": html(described(label, say(label.country_name))),
            "country": country,
            "country_slug": texts.slug(label.country),
            "portfolio": texts.shared(label.portfolio),
            "portfolio_slug": texts.slug(label.portfolio),
            "full_title": self._titles[label.level],
            "starts": label.valid_from,
            "listed_on": label.listed_on,
            "decided_on": label.decided_on,
            "reason": str(dated(say(label.status_reason))) if label.status_reason else "",
            "later_id": later.id if later else "",
            "later_level": later.level if later else "",
            "later_until": later.valid_until if later else "",
            "others": self._others(label, by_id),
            "story": texts.story(label),
            "events": texts.events(label),
            "known_now": texts.spans(label.spans),
            "known_then": texts.spans(label.then),
        }

    def _others(self, label: PublicLabel, by_id: dict[str, PublicLabel]) -> str:
        """Give a line for each further label of the organisation."""
        if len(label.track) == 1:
            return ""
        others = [by_id[id_] for id_ in label.track if id_ != label.id]
        return "".join([self._other_line(other, label) for other in others])

    def _other_line(self, other: PublicLabel, label: PublicLabel) -> str:
        texts = self._texts
        is_known = other.status != "unknown"
        line = {
            "id": other.id,
            "level": other.level,
            "until": str(dated(other.valid_until)),
            "name": html(other.name) if other.name != label.name else "",
            "said": texts.status(other) if is_known else str(dated(say(other.status_text))),
        }
        return f"{self._other.filled(line)}\n"


class LabelRows:
    """The rows of labels on the page of a group of them."""

    def __init__(self, environment: jinja2.Environment, texts: LabelTexts) -> None:
        """Read the pattern."""
        self._row = Pattern(environment.get_template("site/group_row.html"))
        self._texts = texts

    def rows(self, labels: Iterable[PublicLabel], of: str, other: str) -> Markup:
        """Give a row for each label of a country or portfolio; `other` heads what stands beside."""
        texts, head = self._texts, html(other)
        rows = [
            self._row.filled(
                texts.of[label.id]
                | {
                    "other": head,
                    "beside": texts.shared(label.portfolio)
                    if of == "countries"
                    else texts.country(label),
                },
                status=label.status,
                is_synthetic=label.synthetic,
            )
            for label in labels
        ]
        return Markup("".join([f"{row}\n" for row in rows]))  # noqa: S704  escaped


def _later(label: PublicLabel, by_id: dict[str, PublicLabel]) -> PublicLabel | None:
    """Give the label that counts instead of one that was superseded."""
    if label.is_current:
        return None
    track = (by_id[id_] for id_ in reversed(label.track))
    return next((other for other in track if other.level == label.level and other.is_current), None)


def described(label: PublicLabel, country: str) -> str:
    """Say in one sentence what the page of a label is about."""
    if label.valid_until:
        return gettext(
            "{name} ({country}): {level} Label valid until {day}.",
            name=label.name,
            country=country,
            level=label.level,
            day=label.valid_until,
        )
    return gettext(
        "{name} ({country}): {level} Label, listed without a date.",
        name=label.name,
        country=country,
        level=label.level,
    )
