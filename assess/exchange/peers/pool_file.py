"""The pool file of before: organisations without their names, read as a whole or not at all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr, ValidationError

from assess.core.catalogue.catalogue import FEWEST
from assess.core.catalogue.level import Level
from assess.core.peers.pool import PeerRecord
from assess.core.peers.pool_schema import PooledMeasure, PoolSchema
from assess.core.text.value import Said, Value
from assess.errors import Refused
from assess.exchange.container.recognition import POOL
from assess.exchange.container.strict_json import parsed
from assess.exchange.peers.contribution_file import value_fault
from assess.exchange.peers.file_faults import form_faults, refused
from assess.languages import gettext, ngettext

FORMAT, VERSION = POOL, 1


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
        raise refused(name, form_faults(error)) from None
    found = list(_faults(file))
    if found:
        raise refused(name, found)
    return _carried(file)


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
            text = value_fault(measure.classes, value)
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
