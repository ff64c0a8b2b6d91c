"""The contribution: organisations with their values for whoever builds a common table of peers.

It is encrypted for that one. It names each organisation, so that it counts once and can be erased.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr, ValidationError

from assess.core.catalogue.level import Level
from assess.core.peers.pool import PeerRecord
from assess.core.peers.pool_schema import PooledMeasure, PoolSchema
from assess.core.text.value import Said, Value
from assess.errors import Refused
from assess.exchange.container.strict_json import parsed
from assess.exchange.peers.file_faults import form_faults, refused
from assess.languages import gettext, ngettext

VERSION = 1


class ContributedMeasure(Value):
    """One value that is given, with what defines it and how it is shown."""

    key: Said
    definition: Said
    classes: tuple[StrictStr, ...] = ()
    labels: tuple[StrictStr, ...] = ()
    """How the classes are called in English, or the levels from `lowest` on."""
    lowest: StrictInt | None = None
    decimals: StrictInt = Field(default=0, ge=0, le=6)
    unit: StrictStr = ""
    sensitive: StrictBool = False


class ContributedEdition(Value):
    """What is given under one edition of a catalogue, in the order of the values."""

    catalogue: Said
    measures: tuple[ContributedMeasure, ...] = Field(min_length=1)


class ContributedOrganisation(Value):
    """One organisation; its values follow the measures of its edition, null where there is none."""

    name: Said
    country: Said
    edition: StrictInt = 0
    portfolio: Said | None = None
    age_group: Said | None = None
    level: Level | None = None
    year: StrictInt | None = Field(default=None, ge=1990, le=2200)
    values: tuple[StrictFloat | StrictInt | StrictStr | None, ...]


class Contribution(Value):
    """A whole contribution."""

    format: Literal["assess-contribution"] = "assess-contribution"
    version: Literal[1] = 1
    synthetic: StrictBool
    """Invented for demonstration: never in one table with real organisations."""
    contributor: Said
    """An id under which one database contributes, the same each time; it names nobody."""
    editions: tuple[ContributedEdition, ...] = Field(min_length=1)
    organisations: tuple[ContributedOrganisation, ...] = Field(min_length=1)

    def layouts(self) -> tuple[PoolSchema, ...]:
        """Give the layouts of the values, in the order of the editions."""
        return tuple(
            PoolSchema(
                catalogue=edition.catalogue,
                pooled=tuple(PooledMeasure(**dict(measure)) for measure in edition.measures),
            )
            for edition in self.editions
        )


def edition_of(layout: PoolSchema, english: dict[str, tuple[str, ...]]) -> ContributedEdition:
    """Give a layout as a contribution states it; `english` has the labels of each measure."""
    return ContributedEdition(
        catalogue=layout.catalogue,
        measures=tuple(
            ContributedMeasure(
                labels=english.get(pooled.key, ()),
                **pooled.model_dump(
                    include={
                        "key",
                        "definition",
                        "classes",
                        "lowest",
                        "decimals",
                        "unit",
                        "sensitive",
                    }
                ),
            )
            for pooled in layout.pooled
        ),
    )


def record_of(organisation: ContributedOrganisation, layout: PoolSchema, ref: str) -> PeerRecord:
    """Give an organisation as a record of the pool, under the id that it has here."""
    return PeerRecord(
        ref=ref,
        values={
            pooled.key: value
            for pooled, value in zip(layout.pooled, organisation.values, strict=True)
            if value is not None
        },
        **organisation.model_dump(exclude={"name", "edition", "values"}),
    )


def write(contribution: Contribution) -> bytes:
    """Write a contribution as JSON, one organisation a line."""
    head = contribution.model_dump(mode="json", exclude={"organisations"}, exclude_defaults=True)
    stated = {"format": contribution.format, "version": contribution.version, **head}
    lines = (
        json.dumps(_plain(organisation), ensure_ascii=False, allow_nan=False)
        for organisation in contribution.organisations
    )
    text = json.dumps(stated, ensure_ascii=False, indent=1)
    body = ",\n  ".join(lines)
    return "".join((text[:-2], ',\n "organisations": [\n  ', body, "\n ]\n}\n")).encode("utf-8")


def _plain(organisation: ContributedOrganisation) -> dict[str, Any]:
    stated = organisation.model_dump(mode="json", exclude={"values"}, exclude_defaults=True)
    return {**stated, "values": list(organisation.values)}


def read(content: bytes, name: str) -> Contribution:
    """Read a contribution.

    Raises Refused with every fault, each with its place; nothing of the file is to be taken then.
    """
    plain = parsed(content, name, "contribution")
    if plain.get("version") != VERSION:
        raise Refused(
            gettext(
                "{name} is a contribution of version {version}; this program reads version "
                "{own_version}.",
                name=name,
                version=repr(plain.get("version")),
                own_version=VERSION,
            ),
            (),
        )
    try:
        found = Contribution.model_validate_json(json.dumps(plain))
    except ValidationError as error:
        raise refused(name, form_faults(error)) from None
    if faults := list(_faults(found)):
        raise refused(name, faults)
    return found


def _faults(file: Contribution) -> Iterator[str]:
    seen: dict[tuple[str, str], int] = {}
    for index, organisation in enumerate(file.organisations):
        place = f"organisations[{index}]"
        who = (organisation.name, organisation.country)
        if who in seen:
            yield gettext(
                "{field}: {ref} is already at {place}",
                field=f"{place}.name",
                ref=repr(organisation.name),
                place=f"organisations[{seen[who]}]",
            )
        seen.setdefault(who, index)
        yield from value_faults(file.editions, organisation.edition, organisation.values, place)


def value_faults(
    editions: Sequence[ContributedEdition],
    number: int,
    values: Sequence[float | str | None],
    place: str,
) -> Iterator[str]:
    """Give what is wrong with the values of an organisation under its edition."""
    if not 0 <= number < len(editions):
        yield gettext(
            "{field}: there is no edition {edition}", field=f"{place}.edition", edition=number
        )
        return
    measures = editions[number].measures
    if len(values) != len(measures):
        yield ngettext(
            "{field}: there are {values}, but {count} measure",
            "{field}: there are {values}, but {count} measures",
            len(measures),
            field=f"{place}.values",
            values=len(values),
        )
        return
    for index, (measure, value) in enumerate(zip(measures, values, strict=True)):
        if text := value_fault(measure.classes, value):
            yield gettext("{field}: {fault}", field=f"{place}.values[{index}]", fault=text)


def value_fault(classes: Sequence[str], value: float | str | None) -> str:
    """Give what is wrong with a value; empty: nothing is."""
    if value is None:
        return ""
    if classes:
        known = ", ".join(classes)
        return (
            ""
            if value in classes
            else gettext("{value} is not one of: {classes}", value=repr(value), classes=known)
        )
    return gettext("{value} is not a number", value=repr(value)) if isinstance(value, str) else ""
