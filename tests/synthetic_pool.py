"""Makes the synthetic pool of the demonstration: invented organisations, the same at each run.

    ./run python -m tests.synthetic_pool    writes assess/demonstration/pool/synthetic_pool.json

Each organisation is interviewed by chance: a few hidden traits (maturity, size, drive, openness,
and how public its money is) move its answers, so that what goes together in life does so here too.
Its values follow from its answers as those of a real case do. No value is taken from anybody.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from assess.catalogue import EDITIONS, load
from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, Case, Details
from assess.core.case.organisation import Organisation
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import LEVELS
from assess.core.catalogue.question import GridQuestion
from assess.core.peers.peer_group import AGE_GROUP_KEY
from assess.core.peers.pool import PeerRecord, pooled_values, rounded_values
from assess.core.peers.pool_schema import PoolSchema, schema_of
from assess.core.scoring.score import score
from assess.exchange.peers.contribution_file import (
    ContributedOrganisation,
    Contribution,
    edition_of,
    write,
)
from assess.locations import demonstration_files, indicators_folder
from assess.workflow.peers.contributing import english_labels
from tests.notation import FIRST, NEWEST

SEED = 20261124
COUNTS = {FIRST: 300, NEWEST: 150}
"""How many organisations were interviewed with each edition of the catalogue."""

YEARS = {2020: 2, 2021: 3, 2022: 4, 2023: 5, 2024: 6, 2025: 7, 2026: 8}
"""How frequent interviews are in a year; those with the newest edition are all of its own year."""

PORTFOLIOS = {
    "Aviation and space": 9,
    "Biotechnology": 13,
    "Construction": 12,
    "Creative industries": 22,
    "Energy and environment": 45,
    "Food industry": 27,
    "Health and medical science": 27,
    "ICT": 40,
    "Maritime technologies, water resources": 16,
    "Micro, nano and optical technologies": 18,
    "New materials and chemistry": 18,
    "Production and engineering": 33,
    "Sports, Leisure and Tourism": 9,
    "Transportation and mobility": 18,
}
COUNTRIES = {
    "DEU": 40, "DNK": 30, "NOR": 26, "SWE": 20, "ESP": 28, "FRA": 18, "ITA": 16, "AUT": 14,
    "POL": 16, "CZE": 12, "HUN": 10, "ROU": 14, "FIN": 10, "ISL": 6, "EST": 6, "SRB": 8,
    "SVN": 6, "BEL": 8, "PRT": 8, "TUR": 6,
}  # fmt: skip
MORE_EU_MONEY = frozenset({"POL", "CZE", "HUN", "ROU", "EST", "SRB", "SVN", "PRT"})
NATIONAL_TRADITION = frozenset({"DNK", "NOR", "SWE", "FIN", "ISL"})

FORMS = {
    "association": 52, "company_non_profit": 14, "company_for_profit": 7, "foundation": 6,
    "part_of_public_body": 9, "part_of_university": 5, "part_of_company_or_chamber": 4,
    "no_own_legal_form": 3,
}  # fmt: skip
MISSING = 0.03
"""How likely it is that a question is left without an answer."""


class Traits(NamedTuple):
    """What moves the answers of one organisation; each about 0, mostly within 2 either way."""

    maturity: float
    size: float
    drive: float
    openness: float
    public_money: float


class Chance:
    """The chance of one organisation."""

    def __init__(self, source: random.Random) -> None:
        """Draw from one source, in a fixed order."""
        self.source = source

    def around(self, *shares: tuple[float, float], noise: float = 0.7) -> float:
        """Give a mixture of traits with their weights, and some noise."""
        return sum(weight * trait for weight, trait in shares) + self.source.gauss(0, noise)

    def level(self, drift: float, top: int = 4, middle: float = 2.0) -> int:
        """Give a level from 0 to the top, the higher the more it is drawn there."""
        return min(top, max(0, round(middle + drift)))

    def part(self, drift: float, middle: float) -> float:
        """Give a share between 0 and 1 around a middle."""
        logit = math.log(middle / (1 - middle)) + drift
        return 1 / (1 + math.exp(-logit))

    def one_of(self, weights: dict[str, int]) -> str:
        """Choose by weight."""
        return self.source.choices(list(weights), list(weights.values()))[0]

    def split(self, weights: Sequence[float], whole: int) -> list[int]:
        """Share a whole number out by weights, some chance included."""
        raw = [weight * self.source.gammavariate(4, 0.25) for weight in weights]
        total = sum(raw) or 1.0
        parts = [int(whole * one / total) for one in raw]
        parts[max(range(len(raw)), key=raw.__getitem__)] += whole - sum(parts)
        return parts


def synthetic_records(
    catalogue: Catalogue, count: int, *, after: int = 0, since: int = min(YEARS)
) -> tuple[PeerRecord, ...]:
    """Make so many organisations of a year or later, numbered `after` others; always the same."""
    source = random.Random(SEED + after)  # noqa: S311  invented data, no secret
    layout = schema_of(catalogue)
    found = []
    for number in range(after + 1, after + count + 1):
        chance = Chance(source)
        age = max(0, round(source.gammavariate(2.4, 42)))  # months
        traits = _traits(source, age)
        country, portfolio = chance.one_of(COUNTRIES), chance.one_of(PORTFOLIOS)
        years = [year for year in YEARS if year >= since]
        interview = date(source.choices(years, [YEARS[year] for year in years])[0], 6, 15)
        assessment = _assessment(
            _answers(chance, traits, country, catalogue, _month(interview, age)),
            portfolio, country, interview, source,
        )  # fmt: skip
        values = pooled_values(score(assessment, catalogue), assessment, catalogue)
        group = values.get(AGE_GROUP_KEY)
        found.append(
            PeerRecord(
                ref=f"synthetic-{number:05d}",
                portfolio=portfolio,
                country=country,
                age_group=group if isinstance(group, str) else None,
                level=_label(source, traits),
                year=interview.year,
                values=rounded_values(values, layout),
            )
        )
    return tuple(found)


def _traits(source: random.Random, age: int) -> Traits:
    older = (age - 90) / 70
    maturity = 0.55 * older + source.gauss(0, 0.8)
    size = 0.35 * older + source.gauss(0, 0.85)
    return Traits(
        maturity=maturity,
        size=size,
        drive=0.45 * maturity + 0.2 * size + source.gauss(0, 0.75),
        openness=0.3 * maturity + source.gauss(0, 0.9),
        public_money=-0.4 * maturity + source.gauss(0, 0.8),
    )


def _label(source: random.Random, traits: Traits) -> str:
    rank = 0.7 * traits.maturity + 0.5 * traits.drive + source.gauss(0, 0.6)
    return "Gold" if rank > 1.4 else "Silver" if rank > 1.05 else "Bronze"


def _month(interview: date, age: int) -> str:
    month = interview.year * 12 + interview.month - 1 - age
    return f"{month // 12}-{month % 12 + 1:02d}"


def _assessment(
    answers: dict[str, Any], portfolio: str, country: str, day: date, source: random.Random
) -> Assessment:
    kept = {
        name: Answer(question=name, status=Status.DONT_KNOW)
        if name != "founded" and source.random() < MISSING
        else Answer(question=name, status=Status.ANSWERED, value=value)
        for name, value in answers.items()
    }
    case = Case(
        id="synthetic",
        organisation=Organisation(name="Synthetic", country=country),
        details=Details(portfolio=portfolio, interview_date=day, mode="video", expert="Nobody"),
        catalogue="synthetic",
        synthetic=True,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return Assessment(case=case, answers=kept)


def _answers(
    chance: Chance, traits: Traits, country: str, catalogue: Catalogue, founded: str
) -> dict[str, Any]:
    total = max(8, round(math.exp(4.35 + 0.6 * traits.size)))
    found = {"founded": founded, "committed_total": total}
    found |= _structure(chance, traits, total)
    found |= _management(chance, traits, total, catalogue)
    found |= _money(chance, traits, total, country)
    found |= _services(chance, traits, catalogue)
    found |= _interaction(chance, traits, total)
    return found | _achievements(chance, traits, catalogue)


def _structure(chance: Chance, traits: Traits, total: int) -> dict[str, Any]:
    industry, research, public = chance.split((6, 2.5, 1.8), 100)
    companies = max(20, round(total * math.exp(chance.around((0.2, traits.size)) + 0.9)))
    regional = min(total, max(2, round(total * chance.part(chance.around(noise=0.5), 0.55))))
    institutes = max(3, round(total / 6))
    return {
        "legal_form": chance.one_of(FORMS),
        "driving_forces": {"industry": industry, "research": research, "public": public},
        "specialisation": chance.one_of(
            {"one_narrow_field": 6, "one_field": 30, "related_fields": 40, "broad_field": 20,
             "unrelated_fields": 4}
        ),
        "committed_written": round(
            total * chance.part(chance.around((0.7, traits.maturity)), 0.72)
        ),
        "composition": dict(
            zip(
                ("sme", "non_sme", "research_institute", "university", "training_provider",
                 "financial_intermediary", "consultant", "government_agency", "other"),
                chance.split((55, 13, 6, 5, 3, 1.5, 6, 6, 3), total),
                strict=True,
            )
        ),
        "participants_150km": round(total * chance.part(chance.around(noise=0.8), 0.8)),
        "potential_companies": max(companies, regional),
        "regional_companies": regional,
        "potential_research": institutes,
        "regional_research": round(
            institutes * chance.part(chance.around((0.3, traits.drive)), 0.5)
        ),
        "international_participants": round(
            total * chance.part(chance.around((0.8, traits.openness)), 0.04)
        ),
    }  # fmt: skip


def _management(chance: Chance, traits: Traits, total: int, catalogue: Catalogue) -> dict[str, Any]:
    staff = max(0.5, round(2 * math.exp(1.05 + 0.42 * math.log(total / 80)
        + chance.around((0.25, traits.drive), noise=0.35))) / 2)  # fmt: skip
    people = math.ceil(staff * 1.2)
    words = ("no", "partly", "yes")

    def word(weight: float) -> str:
        return words[chance.level(chance.around((weight, traits.maturity)), 2, 1.35)]

    planning, priorities = catalogue.questions["planning"], catalogue.questions["priorities"]
    return {
        "role_written": word(0.6),
        "governing_body": word(0.6),
        "industry_in_body": word(0.4),
        "rules_written": word(0.7),
        "involvement": chance.level(chance.around((0.5, traits.maturity)), 4, 2.6),
        "staff_fte": staff,
        "staff_headcount": people,
        "training_days": max(0.0, round(6 + 3 * chance.around((0.7, traits.maturity)), 1)),
        "needs_assessed": word(0.5),
        "training_plan": word(0.6),
        "staff_left": min(people, max(0, round(chance.around((-0.3, traits.maturity)) + 0.6))),
        "planning": {
            item: chance.level(chance.around((0.7, traits.maturity)), 3, 1.9)
            for item in planning.part_names
        },
        "priorities": {
            item: chance.level(
                chance.around((0.7 if item == "internationalisation" else 0.1, traits.openness)),
                4, 2.4,
            )
            for item in priorities.part_names
        },
    }  # fmt: skip


def _money(chance: Chance, traits: Traits, total: int, country: str) -> dict[str, Any]:
    public = chance.part(chance.around((0.8, traits.public_money), noise=0.4), 0.5)
    eu = 3.0 if country in MORE_EU_MONEY else 1.0
    national = 2.6 if country in NATIONAL_TRADITION else 1.3
    sources = chance.split(
        (
            public * eu / (eu + national + 1),
            public * national / (eu + national + 1),
            public / (eu + national + 1),
            (1 - public) * 0.55,
            (1 - public) * 0.3,
            (1 - public) * 0.15,
        ),
        100,
    )
    names = (
        "public_eu", "public_national", "public_regional",
        "membership_fees", "chargeable_services", "other_private",
    )  # fmt: skip
    terms = ("under_1_year", "from_1_to_2_years", "from_2_to_3_years", "over_3_years")
    return {
        "budget_total": round(
            1000 * math.exp(5.7 + 0.5 * math.log(total / 80) + chance.around(noise=0.5))
        ),
        "financing": dict(zip(names, sources, strict=True)),
        "funding_secured": terms[chance.level(chance.around((0.5, traits.maturity)), 3, 1.5)],
    }


SERVICES = {
    "service_funding": (2.2, 0.3),
    "service_technology": (1.6, 0.2),
    "service_exchange": (2.8, 0.1),
    "service_human_resources": (1.5, 0.1),
    "service_entrepreneurship": (1.1, 0.1),
    "service_promotion": (1.8, 0.3),
    "service_internationalisation": (1.5, 0.7),
}
"""How frequent each field is, and how much more so where the organisation is open to abroad."""


def _services(chance: Chance, traits: Traits, catalogue: Catalogue) -> dict[str, Any]:
    found: dict[str, Any] = {
        "funded_projects": max(0, round(4 + 3 * chance.around((0.7, traits.drive))))
    }
    for name, (middle, open_) in SERVICES.items():
        question = catalogue.questions[name]
        assert isinstance(question, GridQuestion)
        leaning = chance.around((0.6, traits.drive), (open_, traits.openness), noise=0.4)
        found[name] = {
            item: chance.level(leaning + chance.around(noise=0.9), 4, middle)
            for item in question.part_names
        }
    return found


def _interaction(chance: Chance, traits: Traits, total: int) -> dict[str, Any]:
    crowd = -0.25 * traits.size  # in a large cluster a smaller part takes part

    def some(middle: float) -> int:
        drift = chance.around((0.6, traits.drive), (1.0, crowd), noise=0.4)
        return round(total * chance.part(drift, middle))

    groups = max(0, round(4 + 2.2 * chance.around((0.6, traits.drive), (0.5, traits.size))))
    contacted = some(0.7)
    return {
        "steering": chance.one_of({"central": 48, "decentralised": 12, "broker": 18, "mixed": 22}),
        "participants_in_activities": some(0.6),
        "participants_in_groups": some(0.33),
        "participants_in_projects": some(0.22),
        "participants_contacted": contacted,
        "contacts_total": round(contacted * (1 + 1.5 * chance.part(traits.drive, 0.5))),
        "working_groups": groups,
        "group_meetings": round(groups * max(1.0, 3.5 + 1.2 * chance.around((0.5, traits.drive)))),
    }


def _achievements(chance: Chance, traits: Traits, catalogue: Catalogue) -> dict[str, Any]:
    requests = max(0, round(math.exp(2.9 + chance.around((0.5, traits.drive), (0.3, traits.size)))))
    abroad = 8 + 12 * chance.part(traits.openness, 0.5)
    press = math.exp(2.4 + chance.around((0.4, traits.drive), (0.4, traits.size)))
    found: dict[str, Any] = {
        "requests": requests,
        "partners_home": max(0, round(5 + 2.5 * chance.around((0.5, traits.maturity)))),
        "partners_abroad": max(0, round(3 + 2.5 * chance.around((0.9, traits.openness)))),
        "press_regional": round(press),
        "press_national": round(press * 0.35),
        "press_international": max(0, round(press * 0.1 + chance.around((0.6, traits.openness)))),
        "visibility": {
            item: chance.level(chance.around((0.5, traits.drive), (0.3, traits.openness)), 4, 2.3)
            for item in catalogue.questions["visibility"].part_names
        },
    }
    if requests:
        names = ("region", "country", "europe", "world")
        parts = chance.split((48, 30, abroad, abroad / 3), 100)
        found["request_origin"] = dict(zip(names, parts, strict=True))
    for subject, middle in (("research", 2.2), ("business", 2.0), ("international", 1.5)):
        for who, less in (("sme", 0.0), ("large", 0.3)):
            found[f"impact_{subject}_{who}"] = chance.level(
                chance.around((0.55, traits.drive), (0.25, traits.maturity)), 4, middle - less
            )
    return found


def synthetic_file(first: Catalogue, newest: Catalogue) -> bytes:
    """Give the contribution of the demonstration, whose cases are of both editions."""
    earlier, later = COUNTS[FIRST], COUNTS[NEWEST]
    both = (
        (first, synthetic_records(first, earlier)),
        (newest, synthetic_records(newest, later, after=earlier, since=max(YEARS))),
    )
    layouts = [schema_of(catalogue) for catalogue, _ in both]
    return write(
        Contribution(
            synthetic=True,
            contributor="demonstration",
            editions=tuple(edition_of(layout, english_labels(layout)) for layout in layouts),
            organisations=tuple(
                _contributed(record, edition, layouts[edition])
                for edition, (_, records) in enumerate(both)
                for record in records
            ),
        )
    )


def _contributed(record: PeerRecord, edition: int, layout: PoolSchema) -> ContributedOrganisation:
    assert record.country is not None
    return ContributedOrganisation(
        name=f"Invented organisation {record.ref}",
        country=record.country,
        edition=edition,
        portfolio=record.portfolio,
        age_group=record.age_group,
        level=next((level for level in LEVELS if level == record.level), None),
        year=record.year,
        values=tuple(record.values.get(pooled.key) for pooled in layout.pooled),
    )


def main() -> None:
    """Write the pool file of the demonstration."""
    first, newest = load(indicators_folder() / EDITIONS / FIRST), load(indicators_folder())
    target: Path = demonstration_files() / "pool" / "synthetic_pool.json"
    target.write_bytes(synthetic_file(first, newest))


if __name__ == "__main__":
    main()
