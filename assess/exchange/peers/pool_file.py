"""The pool file: organisations without their names as JSON, read as a whole or not at all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr, ValidationError

from assess.core.catalogue.catalogue import FEWEST
from assess.core.catalogue.level import Level
from assess.core.peers.k_anonymity import rare
from assess.core.peers.pool import PeerRecord
from assess.core.peers.pool_schema import PooledMeasure, PoolSchema
from assess.core.text.value import Said, Value
from assess.errors import Refused
from assess.exchange.container.recognition import POOL
from assess.exchange.container.strict_json import parsed
from assess.languages import gettext, ngettext
from assess.languages.validation import after_colon, say_flaw

FORMAT, VERSION = POOL, 1
MOST_NAMED = 5
"""So many of the combinations that are too rare are named in a refusal."""


class PoolFileMeasure(Value):
    """One value that is pooled, with what defines it and the classes that it may be."""

    key: Said
    definition: Said
    classes: tuple[StrictStr, ...] = ()


class PoolFileEdition(Value):
    """What was pooled under one edition of a catalogue, in the order of the values."""

    catalogue: Said
    measures: tuple[PoolFileMeasure, ...] = Field(min_length=1)


class PoolFileOrganisation(Value):
    """One organisation; its values follow the measures of its edition, null where there is none."""

    ref: Said
    edition: StrictInt = 0
    portfolio: Said | None = None
    country: Said | None = None
    age_group: Said | None = None
    level: Level | None = None
    year: StrictInt | None = Field(default=None, ge=1990, le=2200)
    values: tuple[StrictFloat | StrictInt | StrictStr | None, ...]


class PoolFile(Value):
    """A whole pool file."""

    format: Literal["assess-pool"]
    version: Literal[1]
    synthetic: StrictBool
    """Invented for demonstration: such a pool is never compared with real cases."""
    key: str
    """A check of the key from which the ids were made; empty for a synthetic pool."""
    editions: tuple[PoolFileEdition, ...] = Field(min_length=1)
    organisations: tuple[PoolFileOrganisation, ...]


class CarriedPool(Value):
    """What a pool file carries: records by their layout."""

    synthetic: bool
    key: str
    records: tuple[tuple[PoolSchema, tuple[PeerRecord, ...]], ...]

    @property
    def size(self) -> int:
        """How many organisations it holds."""
        return sum(len(records) for _, records in self.records)


def write(carried: CarriedPool) -> str:
    """Write a pool as the text of a pool file, one organisation a line.

    Raises Refused where a combination of what places an organisation is shared by too few; those
    that are invented need no such care.
    """
    everyone = [record for _, records in carried.records for record in records]
    scarce = () if carried.synthetic else rare(everyone, FEWEST)
    if scarce or len(everyone) < FEWEST:
        raise Refused(
            gettext(
                "A pool file cannot be written: fewer than {fewest} organisations share "
                "the details that identify a group.",
                fewest=FEWEST,
            ),
            [
                ", ".join(str(part or "-") for part in combination)
                for combination in scarce[:MOST_NAMED]
            ],
        )
    editions = [_edition(layout) for layout, _ in carried.records]
    lines = [
        json.dumps(_organisation(record, index, layout), ensure_ascii=False, allow_nan=False)
        for index, (layout, records) in enumerate(carried.records)
        for record in records
    ]
    head = {
        "format": FORMAT,
        "version": VERSION,
        "synthetic": carried.synthetic,
        "key": carried.key,
        "editions": editions,
    }
    text = json.dumps(head, ensure_ascii=False, indent=1)
    body = ",\n  ".join(lines)
    return "".join((text[:-2], ',\n "organisations": [\n  ', body, "\n ]\n}\n"))


def _edition(layout: PoolSchema) -> dict[str, Any]:
    measures = [
        {"key": measure.key, "definition": measure.definition}
        | ({"classes": list(measure.classes)} if measure.classes else {})
        for measure in layout.pooled
    ]
    return {"catalogue": layout.catalogue, "measures": measures}


def _organisation(record: PeerRecord, edition: int, layout: PoolSchema) -> dict[str, Any]:
    stated = record.model_dump(mode="json", exclude={"values"})
    known = {name: value for name, value in stated.items() if value is not None}
    if edition:
        known["edition"] = edition
    return {**known, "values": [record.values.get(pooled.key) for pooled in layout.pooled]}


def read(content: bytes, name: str) -> CarriedPool:
    """Read a pool file.

    Raises Refused with every fault, each with its place; nothing of the file is to be taken then.
    """
    plain = parsed(content, name, "pool file")
    if plain.get("format") != FORMAT:
        raise Refused(
            gettext(
                "{name} is not a pool file: its {field} is not {format}.",
                name=name,
                field='"format"',
                format=repr(FORMAT),
            ),
            (),
        )
    if plain.get("version") != VERSION:
        raise Refused(
            gettext(
                "{name} is a pool file of version {version}; this program reads version "
                "{own_version}.",
                name=name,
                version=repr(plain.get("version")),
                own_version=VERSION,
            ),
            (),
        )
    try:
        file = PoolFile.model_validate_json(json.dumps(plain))
    except ValidationError as error:
        raise _refused(name, _form_faults(error)) from None
    found = list(_faults(file))
    if found:
        raise _refused(name, found)
    return _carried(file)


def _refused(name: str, found: Sequence[str]) -> Refused:
    return Refused(
        ngettext(
            "{name} has {count} fault; nothing was imported.",
            "{name} has {count} faults; nothing was imported.",
            len(found),
            name=name,
        ),
        found,
    )


def _form_faults(error: ValidationError) -> list[str]:
    faults = []
    for detail in error.errors():
        place = "".join(
            f"[{part}]" if isinstance(part, int) else f".{part}"
            for part in detail["loc"]
            if part not in _FORMS
        ).lstrip(".")
        text = say_flaw(detail["type"], detail["msg"], detail.get("ctx", {}))
        faults.append(gettext("{field}: {fault}", field=place, fault=after_colon(text)))
    return list(dict.fromkeys(faults))


_FORMS = ("float", "int", "str")
"""What pydantic adds to a place where one of several forms is possible."""


def _faults(file: PoolFile) -> Iterator[str]:
    for index, edition in enumerate(file.editions):
        counts = Counter(measure.key for measure in edition.measures)
        for key in (key for key, count in counts.items() if count > 1):
            yield ngettext(
                "{field}: {measure} occurs {count} time",
                "{field}: {measure} occurs {count} times",
                counts[key],
                field=f"editions[{index}].measures",
                measure=key,
            )
    if not file.synthetic and not file.key:
        yield gettext(
            "{field}: it is empty, but only a pool with {invented} has no key",
            field="key",
            invented='"synthetic": true',
        )
    seen: dict[str, int] = {}
    for index, peer in enumerate(file.organisations):
        place = f"organisations[{index}]"
        if peer.ref in seen:
            yield gettext(
                "{field}: {ref} is already at {place}",
                field=f"{place}.ref",
                ref=repr(peer.ref),
                place=f"organisations[{seen[peer.ref]}]",
            )
        seen.setdefault(peer.ref, index)
        if not 0 <= peer.edition < len(file.editions):
            yield gettext(
                "{field}: there is no edition {edition}",
                field=f"{place}.edition",
                edition=peer.edition,
            )
            continue
        measures = file.editions[peer.edition].measures
        if len(peer.values) != len(measures):
            yield ngettext(
                "{field}: there are {values}, but {count} measure",
                "{field}: there are {values}, but {count} measures",
                len(measures),
                field=f"{place}.values",
                values=len(peer.values),
            )
            continue
        for number, (measure, value) in enumerate(zip(measures, peer.values, strict=True)):
            text = _value_fault(measure, value)
            if text:
                yield gettext("{field}: {fault}", field=f"{place}.values[{number}]", fault=text)
    if len(file.organisations) < FEWEST:
        yield ngettext(
            "{field}: there is {count}, fewer than {fewest}",
            "{field}: there are {count}, fewer than {fewest}",
            len(file.organisations),
            field="organisations",
            fewest=FEWEST,
        )


def _value_fault(measure: PoolFileMeasure, value: float | str | None) -> str:
    if value is None:
        return ""
    if measure.classes:
        known = ", ".join(measure.classes)
        return (
            ""
            if value in measure.classes
            else gettext("{value} is not one of: {classes}", value=repr(value), classes=known)
        )
    return gettext("{value} is not a number", value=repr(value)) if isinstance(value, str) else ""


def bare(layout: PoolSchema) -> PoolSchema:
    """Give of a layout what a pool file holds: keys, definitions and classes."""
    return PoolSchema(
        catalogue=layout.catalogue,
        pooled=tuple(
            PooledMeasure(key=measure.key, definition=measure.definition, classes=measure.classes)
            for measure in layout.pooled
        ),
    )


def _layout(edition: PoolFileEdition) -> PoolSchema:
    return PoolSchema(
        catalogue=edition.catalogue,
        pooled=tuple(PooledMeasure(**dict(measure)) for measure in edition.measures),
    )


def _carried(file: PoolFile) -> CarriedPool:
    found = []
    for index, edition in enumerate(file.editions):
        layout = _layout(edition)
        records = tuple(
            PeerRecord(
                values={
                    measure.key: value
                    for measure, value in zip(edition.measures, organisation.values, strict=True)
                    if value is not None
                },
                **organisation.model_dump(exclude={"values", "edition"}),
            )
            for organisation in file.organisations
            if organisation.edition == index
        )
        found.append((layout, records))
    return CarriedPool(synthetic=file.synthetic, key=file.key, records=tuple(found))
