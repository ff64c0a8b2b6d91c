"""Contributing: what this database gives to a common table of peers, and what others give to it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assess.core.case.assessment import Case
from assess.core.catalogue.level import LEVELS
from assess.core.peers.pool import PeerRecord, rounded_values
from assess.core.peers.pool_rows import PoolRow, newest, record, row
from assess.core.peers.pool_schema import PooledMeasure, PoolSchema, schema_of
from assess.errors import AssessError, Refused
from assess.files import write_whole
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.file_lock import lock_for
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take
from assess.workflow.peers.pooling import check_of_key, gather, ref_of

if TYPE_CHECKING:
    from assess.exchange.peers.contribution_file import ContributedOrganisation, Contribution
    from assess.exchange.peers.pool_file import CarriedPool


class Leaving(NamedTuple):
    """What would leave with a contribution."""

    organisations: tuple[str, ...]
    values: int
    """How many values all of them have together."""


def leaving(desk: Desk) -> Leaving:
    """Tell what a contribution would give away: nothing is written."""
    contribution = _contribution(desk)
    values = sum(
        value is not None
        for organisation in contribution.organisations
        for value in organisation.values
    )
    return Leaving(tuple(each.name for each in contribution.organisations), values)


def contribute(desk: Desk, target: Path, recipients: tuple[str, ...]) -> int:
    """Write the finished cases whose organisations agreed, for whoever builds a common table.

    Values are as exact as they are shown. The file is encrypted for the recipients alone.
    """
    from assess.exchange.peers import contribution_file

    contribution = _contribution(desk)
    content = contribution_file.write(contribution)
    if contribution_file.read(content, str(target)) != contribution:
        raise AssessError(
            gettext(
                "The written contribution differs from the cases when it is read again; {target} "
                "was not written.",
                target=target,
            )
        )
    write_whole(target, lock_for(recipients).close(content), is_private=True)
    return len(contribution.organisations)


def _contribution(desk: Desk) -> Contribution:
    from assess.exchange.peers.contribution_file import Contribution, edition_of

    gather(desk)
    cases = {case.id: case for case in desk.store.cases.all()}
    synthetic = bool(cases) and all(case.synthetic for case in cases.values())
    layouts = desk.store.pool.layouts()
    known = {peer.ref: cases[id_] for id_, peer in desk.store.pool.case_records().items()}
    rows = newest(desk.store.pool.rows(synthetic=synthetic, kinds=("case",)))
    if not rows:
        raise AssessError(
            gettext(
                "There is no finished case whose organisation agreed to be pooled, so there is "
                "nothing to contribute."
            )
        )
    used = list(dict.fromkeys(each.layout for each in rows))
    return Contribution(
        synthetic=synthetic,
        contributor=_contributor(desk),
        editions=tuple(
            edition_of(layouts[digest], english_labels(layouts[digest])) for digest in used
        ),
        organisations=tuple(
            _contributed(each, layouts[each.layout], known[each.ref], used.index(each.layout))
            for each in rows
        ),
    )


def english_labels(layout: PoolSchema) -> dict[str, tuple[str, ...]]:
    """Give how the classes and levels of each measure are called, as a contribution states them."""
    return {
        pooled.key: tuple(say(label) for label in pooled.labels)
        for pooled in layout.pooled
        if pooled.labels
    }


def _contributed(
    pool_row: PoolRow, layout: PoolSchema, case: Case, edition: int
) -> ContributedOrganisation:
    from assess.exchange.peers.contribution_file import ContributedOrganisation

    known = record(pool_row, layout)
    values = rounded_values(known.values, layout)
    return ContributedOrganisation(
        name=case.organisation.name,
        country=case.organisation.country,
        edition=edition,
        portfolio=known.portfolio,
        age_group=known.age_group,
        level=next((level for level in LEVELS if level == known.level), None),
        year=known.year,
        values=tuple(values.get(pooled.key) for pooled in layout.pooled),
    )


def _contributor(desk: Desk) -> str:
    """Give the id under which this database contributes: the same each time, and no name."""
    known = desk.store.pool.setting("contributor")
    if known is None:
        known = secrets.token_hex(8)
        desk.store.pool.keep("contributor", known)
    return known


def read_contribution(desk: Desk, incoming: Incoming) -> Take:
    """Read a contribution, whose organisations count in the table that is built here."""
    from assess.exchange.peers import contribution_file

    path = incoming.path
    _refuse_answers(incoming)
    file = contribution_file.read(incoming.content, str(path))
    version = _version(desk, incoming)
    layouts = [_known_layout(desk, layout) for layout in file.layouts()]

    def records() -> Iterator[tuple[PeerRecord, PoolSchema]]:
        for each in file.organisations:
            layout = layouts[each.edition]
            yield (
                contribution_file.record_of(each, layout, ref_of(desk, each.name, each.country)),
                layout,
            )

    return lambda: _taken(
        desk,
        path,
        [row(*entry) for entry in records()],
        layouts,
        (version, file.contributor),
        synthetic=file.synthetic,
    )


def read_old_pool(desk: Desk, incoming: Incoming) -> Take:
    """Read a pool file of before: its organisations count among all, and in no other group.

    Its ids were made with a key; with that of this database an organisation counts once.
    """
    from assess.exchange.peers import pool_file

    path = incoming.path
    _refuse_answers(incoming)
    carried = pool_file.read(incoming.content, str(path))
    version = _version(desk, incoming)
    return lambda: _taken_old(desk, path, carried, version)


def _taken_old(desk: Desk, path: Path, carried: CarriedPool, version: str) -> Arrived:
    is_ours = carried.key == check_of_key(desk)
    prefix = "" if is_ours else f"{version[:8]}-"
    rows, layouts = [], []
    for layout, records in carried.records:
        known = _known_layout(desk, layout)
        layouts.append(known)
        rows += [
            row(peer.model_copy(update={**_NOWHERE, "ref": prefix + peer.ref}), known)
            for peer in records
        ]
    arrived = _taken(
        desk, path, rows, layouts, (version, f"file-{version[:12]}"), synthetic=carried.synthetic
    )
    left = [
        gettext("A pool file of an older version counts only in the group of all organisations")
    ]
    if not is_ours and not carried.synthetic:
        left.append(
            gettext(
                "Its key is not the key of this pool, so an organisation that is in both "
                "counts twice"
            )
        )
    return arrived._replace(left=(*left, *arrived.left))


_NOWHERE: Mapping[str, None] = {
    "portfolio": None,
    "country": None,
    "age_group": None,
    "level": None,
}
"""What leaves an organisation in the group of all alone."""


def _refuse_answers(incoming: Incoming) -> None:
    if incoming.into is not None or incoming.as_proposals:
        raise Refused(
            gettext("{path} is about peers; it has no answers to propose.", path=incoming.path), ()
        )


def _version(desk: Desk, incoming: Incoming) -> str:
    version = hashlib.sha256(incoming.content).hexdigest()
    same = next((each for each in desk.store.pool.sources() if each.version == version), None)
    if same is not None:
        raise Refused(
            gettext(
                "{path} is in the pool already, as {same_name}; nothing was imported.",
                path=incoming.path,
                same_name=same.name,
            ),
            (),
        )
    return version


def _known_layout(desk: Desk, layout: PoolSchema) -> PoolSchema:
    """Give a layout with what an edition here says of the same measures: classes, decimals."""
    known: dict[tuple[object, ...], PooledMeasure] = {}
    for catalogue in (desk.editions.find(layout.catalogue), desk.newest):
        if catalogue is not None:
            known |= {_identity(pooled): pooled for pooled in schema_of(catalogue).pooled}
    pooled = tuple(known.get(_identity(measure), measure) for measure in layout.pooled)
    return layout.model_copy(update={"pooled": pooled})


def _identity(pooled: PooledMeasure) -> tuple[object, ...]:
    return pooled.key, pooled.definition, pooled.classes


def _taken(
    desk: Desk,
    path: Path,
    rows: list[PoolRow],
    layouts: list[PoolSchema],
    source: tuple[str, str],
    *,
    synthetic: bool,
) -> Arrived:
    version, contributor = source
    files = [each for each in desk.store.pool.sources() if each.kind == "file"]
    earlier = [each for each in files if each.contributor == contributor]
    for each in earlier:  # a newer contribution of the same database takes the place of the older
        desk.store.pool.drop(each.id, at=desk.now)
    is_taken = any(each.name == path.name and each not in earlier for each in files)
    desk.store.pool.add(
        "file",
        f"{path.name} {contributor[:8]}" if is_taken else path.name,
        version,
        newest(rows),
        layouts,
        synthetic=synthetic,
        at=desk.now,
        contributor=contributor,
    )
    came: tuple[str, ...]
    if synthetic:
        came = (
            ngettext(
                "{count} synthetic organisation joined the pool",
                "{count} synthetic organisations joined the pool",
                len(rows),
            ),
            gettext("Synthetic organisations are compared only with synthetic cases"),
        )
    else:
        came = (
            ngettext(
                "{count} organisation joined the pool",
                "{count} organisations joined the pool",
                len(rows),
            ),
        )
    left = [gettext("It takes the place of {name}", name=each.name) for each in earlier]
    return Arrived(path, None, came, (*left, *_not_compared(desk, layouts)))


def _not_compared(desk: Desk, layouts: list[PoolSchema]) -> Iterator[str]:
    here = {_identity(pooled) for pooled in schema_of(desk.newest).pooled}
    for layout in layouts:
        other = [pooled.key for pooled in layout.pooled if _identity(pooled) not in here]
        if other:
            few = ", ".join(other[:3])
            yield ngettext(
                "{count} measure of catalogue {catalogue} has another definition here and "
                "is not compared: {measures}",
                "{count} measures of catalogue {catalogue} have another definition here "
                "and are not compared: {measures}",
                len(other),
                catalogue=layout.catalogue,
                measures=gettext("{few} and others", few=few) if len(other) > 3 else few,
            )
