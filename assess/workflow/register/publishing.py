"""The public register: its pages with data, feed, badges and signature."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.public_label import PublicRegister
from assess.core.register.record import Publication
from assess.core.register.status_place import given_places, placed
from assess.exchange.register import credential
from assess.exchange.register.site_manifest import Manifest, hash_of, manifest_json
from assess.signature import SigningKey
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.public_labels import published_today
from assess.workflow.register.publication_details import (
    publication,
    read_publisher,
)
from assess.workflow.register.register_key import RegisterKey, note_published, open_key
from assess.workflow.register.site_data import credentials, signed_data
from assess.workflow.register.site_folder import (
    BELIEVED,
    MANIFEST,
    MANIFEST_SIGNATURE,
    demand_ours,
    next_number,
    replaced_whole,
)
from assess.workflow.register.site_languages import site_folders, site_frames
from assess.workflow.register.site_previews import Previews, draw_previews

if TYPE_CHECKING:
    from assess.render.register.site_frame import Frame


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
    number: int
    until: date
    """The last day on which the pages are to be believed."""
    names_revocations: bool
    """Whether credentials name the list of those that were revoked; it needs an address."""
    preview_fault: str
    """Why no picture for links could be drawn, where that was asked for and there is an address."""


def publish(  # noqa: PLR0913  what may be stated of the pages
    desk: Desk,
    folder: Path,
    templates: Path,
    key_file: Path,
    *,
    force: bool = False,
    theme: Path | None = None,
    believed: int = BELIEVED,
    languages: tuple[str, ...] = (),
    draws_preview: bool = False,
) -> PublishedSite:
    """Write the public register to a folder, whole or not at all.

    A folder is only ever replaced where it is a public register, and with `force`. `theme` is the
    file with the publisher's logo, colours and texts. The pages are believed for `believed` days.
    `languages` are their languages; without any, the theme's, or the one that is spoken. With
    `draws_preview`, pages that have an address name a picture, which takes a second or two.
    """
    draft = draft_site(
        desk,
        folder,
        replaces=force,
        theme=theme,
        believed=believed,
        languages=languages,
        draws_preview=draws_preview,
    )
    return draft.write(templates, key_file)


def draft_site(
    desk: Desk,
    folder: Path,
    *,
    replaces: bool = False,
    theme: Path | None = None,
    believed: int = BELIEVED,
    languages: tuple[str, ...] = (),
    draws_preview: bool = False,
) -> SiteDraft:
    """Assemble the public register for a folder, which is replaced only where that is said."""
    demand_ours(folder, force=replaces)
    register, left_out = published_today(desk)
    return SiteDraft(
        folder=folder,
        register=register,
        about=publication(desk),
        catalogue=desk.newest,
        at=desk.now,
        believed=believed,
        left_out=left_out,
        theme=theme,
        languages=languages,
        draws_preview=draws_preview,
    )


@dataclass(frozen=True)
class SiteDraft:
    """An assembled public register; writing it needs no desk, so that a thread may do it."""

    folder: Path
    register: PublicRegister
    about: Publication
    catalogue: Catalogue
    at: datetime
    believed: int
    left_out: tuple[str, ...] = ()
    theme: Path | None = None
    languages: tuple[str, ...] = ()
    """Of the pages; none: the theme's, or the one that is spoken where they are written."""
    draws_preview: bool = False

    @property
    def until(self) -> date:
        """The last day on which the pages are to be believed."""
        return self.register.on + timedelta(days=self.believed)

    def write(self, templates: Path, key_file: Path) -> PublishedSite:
        """Write the pages with their data, whole or not at all."""
        publisher = read_publisher(self.theme, templates)
        frames = site_frames(self.register, self.about, self.catalogue, self.languages, publisher)
        previews = (
            draw_previews(self.register, frames, templates)
            if self.draws_preview
            else Previews(frames)
        )
        opened = open_key(key_file)
        number = next_number(opened.record.number, self.folder, self.at)
        places = given_places(self.register.labels, opened.record.places)
        labels = tuple(placed(label, places) for label in self.register.labels)
        draft = replace(self, register=self.register._replace(labels=labels))
        with undisturbed(), replaced_whole(self.folder) as building:
            hashes = _write(draft, building, opened, templates, previews)
            manifest = manifest_json(
                Manifest(
                    number=number,
                    before=opened.record.manifest,
                    address=self.about.base_address,
                    on=self.register.on,
                    until=self.until,
                    key=opened.key.fingerprint,
                    files=hashes,
                )
            )
            _put(f"{building}/{MANIFEST}", manifest)
            _put(f"{building}/{MANIFEST_SIGNATURE}", opened.key.sign(manifest))
            # Before the pages can be seen: a number that was used stays used.
            note_published(key_file, opened, number, hash_of(manifest), places)
        return PublishedSite(
            folder=self.folder,
            labels=len(self.register.labels),
            files=len(hashes) + 2,
            fingerprint=opened.key.fingerprint,
            is_new_key=opened.is_new,
            left_out=self.left_out,
            number=number,
            until=self.until,
            names_revocations=bool(self.about.base_address),
            preview_fault=previews.fault,
        )


def _write(
    draft: SiteDraft,
    folder: Path,
    opened: RegisterKey,
    templates: Path,
    previews: Previews,
) -> dict[str, str]:
    """Write every file that the manifest names; give their hashes."""
    hashes: dict[str, str] = {}
    for name in site_folders(previews.frames):
        (folder / name).mkdir()
    root = str(folder)
    held: set[str] = set()
    for label_id, token in credentials(draft, opened.key):
        held.add(label_id)
        name, content = f"credential/{label_id}.jwt", token.encode("ascii")
        _put(f"{root}/{name}", content)
        hashes[name] = hash_of(content)
    pages = _pages(draft.register, previews.frames, opened.key, templates, held)
    for name, content in chain(previews.pictures, signed_data(draft, opened), pages):
        _put(f"{root}/{name}", content)
        hashes[name] = hash_of(content)
    folder.chmod(0o755)
    return hashes


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A file that was not there; Windows would otherwise write other ends of lines."""


def _put(place: str, content: bytes) -> None:
    # A path and a buffer of its own for each of thousands of files, and text that is encoded while
    # it is written, take half of the time.
    file = os.open(place, _NEW_FILE, 0o666)
    try:
        while content:
            content = content[os.write(file, content) :]
    finally:
        os.close(file)


def _pages(
    register: PublicRegister,
    frames: tuple[Frame, ...],
    key: SigningKey,
    templates: Path,
    held: Iterable[str],
) -> Iterator[tuple[str, bytes]]:
    from assess.render.register.site import site_files
    from assess.render.register.site_frame import Signed

    signed = Signed(
        fingerprint=key.fingerprint,
        issuer=credential.issuer_id(key),
        credentials=frozenset(held),
    )
    for name, text in site_files(register, frames, signed, templates):
        yield name, text.encode("utf-8")
