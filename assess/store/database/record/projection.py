"""What entries say must stand in other tables as well: what does not is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from assess.core.text.name import identity_key
from assess.languages import gettext
from assess.store.database.record.fault import IntegrityFault
from assess.store.database.record.walk import Statement, Walked

if TYPE_CHECKING:
    from assess.store.database.ledger import Ledger

_OF_ORGANISATION = ("name", "country", "region", "website")

Key = tuple[str, str]


class StatedOrganisations:
    """What is known of organisations, as the entries in force state it one after the other."""

    def __init__(self, statements: Iterator[Statement]) -> None:
        """Take the entries that state an organisation, in the order of arrival."""
        self._last: dict[Key, Mapping[str, Any]] = {}
        self._named: dict[tuple[Key, str], Mapping[str, Any]] = {}
        self._of_case: dict[str, Key | None] = {}
        for each in statements:
            name, country = each.body.get("name"), each.body.get("country")
            if name is None or country is None:  # erased
                self._of_case[each.chain] = None
                continue
            key = identity_key(str(name)), str(country)
            self._of_case[each.chain] = key
            self._last[key] = self._named[key, str(name)] = each.body

    def of_case(self, case: str) -> Key | None:
        """Give which organisation a case is about; None: it was erased."""
        return self._of_case.get(case)

    def expected(self, key: Key, name: str, *, is_alone: bool) -> Mapping[str, Any] | None:
        """Give what a row must say; of several rows of one identity each goes by its own name."""
        return self._last.get(key) if is_alone else self._named.get((key, name))


def projection_faults(ledger: Ledger, seen: Walked) -> Iterator[IntegrityFault]:
    """Compare the tables of cases, organisations, editions and files with what entries say."""
    stated = (each for each in seen.statements if each.kind in ("case", "organisation"))
    organisations = StatedOrganisations(stated)
    yield from _organisation_faults(ledger, organisations)
    yield from _case_faults(ledger, seen, organisations)
    yield from _edition_faults(ledger, seen)
    yield from _file_faults(ledger, seen)
    yield from _closed_faults(seen)


def _organisation_faults(
    ledger: Ledger, organisations: StatedOrganisations
) -> Iterator[IntegrityFault]:
    query = "SELECT id, name_key, name, country, region, website FROM organisation ORDER BY id"
    rows = ledger.rows(query)
    shared: dict[Key, int] = {}
    for _, key, _, country, *_ in rows:
        known = (str(key).partition("\n")[0], str(country))
        shared[known] = shared.get(known, 0) + 1
    for number, key, *said in rows:
        identity, _, own = str(key).partition("\n")
        known = (identity, str(said[1]))
        expected = organisations.expected(known, str(said[0]), is_alone=shared[known] == 1)
        is_same = (
            expected is not None
            and identity == identity_key(str(said[0]))
            and own in ("", str(number))
            and said == [expected.get(name) for name in _OF_ORGANISATION]
        )
        if not is_same:
            what = gettext("it differs from what the record says of it")
            yield IntegrityFault(table="organisation", row=int(number), what=what)


def _case_faults(
    ledger: Ledger, seen: Walked, organisations: StatedOrganisations
) -> Iterator[IntegrityFault]:
    heads = {each.chain: each.body for each in seen.statements if each.kind == "case"}
    rows = ledger.rows(
        "SELECT cases.id, catalogue, synthetic, created_at, name_key, country "
        "FROM cases LEFT JOIN organisation ON organisation.id = cases.organisation"
    )
    for case, catalogue, synthetic, created_at, key, country in rows:
        head = heads.pop(str(case), None)
        if head is None:
            what = gettext("no entry of the record tells of it")
            yield IntegrityFault(table="cases", case=str(case), what=what)
            continue
        of = organisations.of_case(str(case))
        is_same = (
            head.get("catalogue", catalogue) == catalogue
            and head.get("synthetic", bool(synthetic)) == bool(synthetic)
            and head.get("created_at", created_at) == created_at
            and of in (None, (str(key).partition("\n")[0], country))
        )
        if not is_same:
            what = gettext("it differs from what the record says of it")
            yield IntegrityFault(table="cases", case=str(case), what=what)
    there = {str(row[0]) for row in rows}
    for case in sorted((heads.keys() | (seen.chains - there)) - seen.erased_cases):
        what = gettext("the record tells of it, but it is not there")
        yield IntegrityFault(table="cases", case=case, what=what)


def _edition_faults(ledger: Ledger, seen: Walked) -> Iterator[IntegrityFault]:
    stated = {
        str(each.body.get("hash")): (each.subject, each.body.get("texts"), each.at)
        for each in seen.statements
        if each.kind == "kept_edition"
    }
    for digest, name, body, at in ledger.rows("SELECT hash, id, body, at FROM catalogue_edition"):
        texts = sha256(str(body).encode("utf-8", "surrogatepass")).hexdigest()
        if stated.pop(str(digest), None) != (name, texts, at):
            what = gettext("the edition {edition} differs from what the record says", edition=name)
            yield IntegrityFault(table="catalogue_edition", what=what)
    for name, _, _ in stated.values():
        what = gettext("the edition {edition} is missing", edition=name or "")
        yield IntegrityFault(table="catalogue_edition", what=what)


def _file_faults(ledger: Ledger, seen: Walked) -> Iterator[IntegrityFault]:
    left_out = {
        digest
        for each in seen.statements
        if each.kind == "taken"
        for digest in each.body.get("without", ())
    }
    missing = dict(seen.files)
    for digest, content in ledger.each_row("SELECT sha256, content FROM stored_file"):
        missing.pop(digest, None)
        if digest not in seen.printed and sha256(content).hexdigest() != digest:
            what = gettext("the content of {digest} was altered", digest=digest[:16])
            yield IntegrityFault(table="stored_file", what=what)
    for digest, (number, case) in missing.items():
        if digest not in left_out | seen.erased_files:
            what = gettext("the copy of its file {digest} is missing", digest=digest[:16])
            yield IntegrityFault(table="stored_file", row=number, case=case, what=what)


def _closed_faults(seen: Walked) -> Iterator[IntegrityFault]:
    """Name what was taken away without an entry that tells of its erasure."""
    for digest, (number, case, names) in seen.closed.items():
        if lost := names - seen.erased.get(digest, set()):
            what = gettext(
                "{names}: it was removed, and no entry tells of an erasure",
                names=", ".join(sorted(lost)),
            )
            yield IntegrityFault(table="entry", row=number, case=case, what=what)
    for digest, (number, case, shown) in seen.shown.items():
        if any(seen.instead.get(digest, {}).get(name) != shown[name] for name in shown):
            what = gettext("what is read instead of an erased text was altered")
            yield IntegrityFault(table="entry", row=number, case=case, what=what)
