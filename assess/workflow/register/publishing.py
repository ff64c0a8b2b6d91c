"""The public register: its pages with data, feed, badges and signature."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from assess import signature
from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.public_label import PublicRegister
from assess.core.register.publisher_texts import PublisherTexts
from assess.core.register.record import Publication
from assess.core.report.record.theme import Theme
from assess.core.text.words import sentence
from assess.exchange.register import credential, public_data
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.signature import SigningKey
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.public_labels import published_today
from assess.workflow.register.publication_details import (
    publication,
    read_publisher,
    register_title,
    scheme_terms,
)
from assess.workflow.register.site_folder import (
    DATA,
    FOLDERS,
    KEY,
    SIGNATURE,
    TABLE,
    demand_ours,
    replaced_whole,
)


@dataclass(frozen=True)
class PublishedSite:
    """What was written."""

    folder: Path
    labels: int
    files: int
    fingerprint: str
    is_new_key: bool
    left_out: tuple[str, ...]
    """The organisations whose labels are synthetic."""


def publish(
    desk: Desk,
    folder: Path,
    templates: Path,
    key_file: Path,
    *,
    force: bool = False,
    theme: Path | None = None,
) -> PublishedSite:
    """Write the public register to a folder, whole or not at all.

    A folder is only ever replaced where it is a public register, and with `force`. `theme` is the
    file with the publisher's logo, colours and texts.
    """
    return draft_site(desk, folder, replaces=force, theme=theme).write(templates, key_file)


def draft_site(
    desk: Desk, folder: Path, *, replaces: bool = False, theme: Path | None = None
) -> SiteDraft:
    """Assemble the public register for a folder, which is replaced only where that is said."""
    demand_ours(folder, force=replaces)
    register, left_out = published_today(desk)
    return SiteDraft(folder, register, publication(desk), desk.newest, left_out, theme)


@dataclass(frozen=True)
class SiteDraft:
    """An assembled public register; writing it needs no desk, so that a thread may do it."""

    folder: Path
    register: PublicRegister
    about: Publication
    catalogue: Catalogue
    left_out: tuple[str, ...] = ()
    theme: Path | None = None

    def write(self, templates: Path, key_file: Path) -> PublishedSite:
        """Write the pages with their data, whole or not at all."""
        folder = self.folder
        publisher = read_publisher(self.theme, templates)
        key, is_new = signature.load_or_make_key(key_file)
        fingerprint = key.fingerprint
        with undisturbed(), replaced_whole(folder) as building:
            count = _write(self, building, key, templates, publisher)
        return PublishedSite(
            folder=folder,
            labels=len(self.register.labels),
            files=count,
            fingerprint=fingerprint,
            is_new_key=is_new,
            left_out=self.left_out,
        )


def _write(
    draft: SiteDraft,
    folder: Path,
    key: SigningKey,
    templates: Path,
    publisher: tuple[Theme | None, PublisherTexts],
) -> int:
    """Write every file; give how many there are."""
    count = 0
    for name in FOLDERS:
        (folder / name).mkdir()
    root = str(folder)
    held: set[str] = set()
    for label_id, token in _credentials(draft, key):
        held.add(label_id)
        _put(f"{root}/credential/{label_id}.jwt", token.encode("ascii"))
    for name, content in chain(_data(draft, key), _pages(draft, key, templates, publisher, held)):
        _put(f"{root}/{name}", content)
        count += 1
    folder.chmod(0o755)
    return count + len(held)


def _put(place: str, content: bytes) -> None:
    # A path of its own for each of thousands of files, and text that is encoded while it is
    # written, take a third of the time.
    with open(place, "wb") as file:  # noqa: PTH123
        file.write(content)


def _data(draft: SiteDraft, key: SigningKey) -> Iterator[tuple[str, bytes]]:
    """Give the data of the register with their signature."""
    data = public_data.register_json(
        draft.register,
        title=register_title(draft.about, in_english),
        notice=sentence(in_english(draft.catalogue.edition.notice)).rstrip("."),
    )
    yield DATA, data
    yield TABLE, public_data.register_csv(json.loads(data)["labels"])
    yield SIGNATURE, key.sign(data)
    yield KEY, signature.public_pem(key.public)


def _credentials(draft: SiteDraft, key: SigningKey) -> Iterator[tuple[str, str]]:
    about, levels = draft.about, draft.catalogue.label.levels
    english = {str(level.id): in_english(level.full_title) for level in levels}
    issuing = credential.Issuing(about.publisher, about.base_address, english, key)
    return credential.credentials(draft.register.labels, issuing)


def _pages(
    draft: SiteDraft,
    key: SigningKey,
    templates: Path,
    publisher: tuple[Theme | None, PublisherTexts],
    held: Iterable[str],
) -> Iterator[tuple[str, bytes]]:
    from assess.render.register.site import Frame, Signed, site_files

    register, about, catalogue = draft.register, draft.about, draft.catalogue
    frame = Frame(
        title=register_title(about, say),
        notice=sentence(say(catalogue.edition.notice)).rstrip("."),
        publisher=about.publisher,
        base=about.base_address,
        on=str(register.on),
        synthetic=register.synthetic,
        texts=publisher[1],
        terms=scheme_terms(catalogue, register.on),
        theme=publisher[0],
    )
    signed = Signed(
        fingerprint=key.fingerprint,
        issuer=credential.issuer_id(key),
        credentials=frozenset(held),
    )
    titles = {str(level.id): say(level.full_title) for level in catalogue.label.levels}
    for name, text in site_files(register, frame, signed, titles, templates):
        yield name, text.encode("utf-8")
