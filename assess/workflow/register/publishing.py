"""The public register: its pages with data, feed, badges and signature, and their verification."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.public_label import PublicRegister
from assess.core.register.public_view import public_register
from assess.core.register.publisher_texts import NO_TEXTS, PublisherTexts
from assess.core.register.record import Publication
from assess.core.register.register import Register
from assess.core.report.document.brochure import Brochure, brochure
from assess.core.report.document.brochure_scheme import scheme_parts
from assess.core.report.document.proof import Proof
from assess.core.report.record.theme import Theme
from assess.core.text.name import plain_words
from assess.core.text.words import sentence
from assess.errors import AssessError, NotFound, Way
from assess.exchange.container import signature
from assess.exchange.container.strict_json import parsed
from assess.exchange.register import credential, public_data
from assess.files import content_of
from assess.languages import gettext, ngettext, spoken_language
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.publication_details import (
    publication,
    read_publisher,
    register_title,
    scheme_terms,
)
from assess.workflow.register.register import register_of

DATA: Final = "labels.json"
TABLE: Final = "labels.csv"
SIGNATURE: Final = "labels.json.sig"
KEY: Final = "register-key.pem"

SECONDS = 300.0
SECONDS_PER_ROW = 0.05
"""After so long the printing of the overview is given up: ten times what it takes."""

MOST_ORGANISATIONS = 10_000
"""So many an overview lists at the most: the printer holds all its pages, 507 of them in 1.7 GB."""


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


@dataclass(frozen=True)
class VerifiedSite:
    """What a published register says of itself, and everything that is not as it was signed."""

    fingerprint: str
    labels: int
    on: str
    faults: tuple[str, ...]


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
    _demand_ours(folder, force=replaces)
    register, left_out = _published(desk)
    return SiteDraft(folder, register, publication(desk), desk.newest, left_out, theme)


def _published(desk: Desk) -> tuple[PublicRegister, tuple[str, ...]]:
    """Give what is published today, and the organisations whose synthetic labels are left out."""
    with undisturbed():
        held = register_of(desk)
        return public_register(held.without_synthetic(), desk.today), _left_out(held)


def left_out_of(desk: Desk) -> tuple[str, ...]:
    """Name the organisations whose synthetic labels would be left out of what is published."""
    return _left_out(register_of(desk))


def _left_out(register: Register) -> tuple[str, ...]:
    if register.without_synthetic() is register:
        return ()
    names = {label.name for label in register.labels if label.synthetic and label.given}
    return tuple(sorted(names, key=plain_words))


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
        fingerprint = signature.fingerprint(key.public_key())
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            building = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        except OSError as error:
            raise _unwritable(folder, error) from error
        try:
            count = _write(self, building, key, templates, publisher)
            _exchange(building, folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)
        return PublishedSite(
            folder=folder,
            labels=len(self.register.labels),
            files=count,
            fingerprint=fingerprint,
            is_new_key=is_new,
            left_out=self.left_out,
        )


def _unwritable(folder: Path, error: OSError) -> AssessError:
    return AssessError(
        gettext(
            "{folder} cannot be written: {strerror}.",
            folder=folder,
            strerror=error.strerror or error,
        )
    )


def holds_site(folder: Path) -> bool:
    """Tell whether a folder holds a public register."""
    return (folder / DATA).is_file() and (folder / SIGNATURE).is_file()


def _demand_ours(folder: Path, *, force: bool) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise AssessError(gettext("{folder} is a file; give a folder.", folder=folder))
    if not any(folder.iterdir()):
        return
    if not holds_site(folder):
        raise AssessError(
            gettext("{folder} has other files; give an empty folder for the pages.", folder=folder)
        )
    if not force:
        raise AssessError(gettext("{folder} has a register already.", folder=folder)).helped_by(
            Way.FORCE
        )


def _write(
    draft: SiteDraft,
    folder: Path,
    key: Any,
    templates: Path,
    publisher: tuple[Theme | None, PublisherTexts],
) -> int:
    from assess.render.register.site import Frame, Signed, site_files

    register, about = draft.register, draft.about
    notice, levels = draft.catalogue.edition.notice, draft.catalogue.label.levels
    private = signature.private_pem(key)
    english = {str(level.id): in_english(level.full_title) for level in levels}
    issuing = credential.Issuing(about.publisher, about.base_address, english, private)
    data = public_data.register_json(
        register,
        title=register_title(about, in_english),
        notice=sentence(in_english(notice)).rstrip("."),
    )
    content = {
        DATA: data,
        TABLE: public_data.register_csv(json.loads(data)["labels"]),
        SIGNATURE: key.sign(data),
        KEY: signature.public_pem(key),
    }
    for name in ("country", "portfolio", "label", "badge", "credential"):
        (folder / name).mkdir()
    for name, body in content.items():
        (folder / name).write_bytes(body)
    count = len(content)
    held: set[str] = set()
    for label_id, token in credential.credentials(register.labels, issuing):
        held.add(label_id)
        (folder / "credential" / f"{label_id}.jwt").write_text(token, encoding="ascii")
    frame = Frame(
        title=register_title(about, say),
        notice=sentence(say(notice)).rstrip("."),
        publisher=about.publisher,
        base=about.base_address,
        on=str(register.on),
        synthetic=register.synthetic,
        texts=publisher[1],
        terms=scheme_terms(draft.catalogue, register.on),
        theme=publisher[0],
    )
    signed = Signed(
        fingerprint=signature.fingerprint(key.public_key()),
        issuer=credential.issuer_id(private),
        credentials=frozenset(held),
    )
    titles = {str(level.id): say(level.full_title) for level in levels}
    for name, text in site_files(register, frame, signed, titles, templates):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        count += 1
    folder.chmod(0o755)
    return count + len(held)


def _exchange(building: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one."""
    if not folder.exists():
        building.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
    folder.rename(old / folder.name)
    building.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def verify_published(folder: Path, *, fingerprint: str | None = None) -> VerifiedSite:
    """Verify a published register: signature and key, and that table and pages fit the data."""
    data, signed, public = (_read(folder / name) for name in (DATA, SIGNATURE, KEY))
    key = signature.read_public(public)
    found = signature.fingerprint(key)
    faults: list[str] = []
    if fingerprint and not found.startswith(fingerprint.strip().lower().replace(":", "")):
        faults.append(
            gettext(
                "{key}: its fingerprint is {found}, not the stated one",
                key=KEY,
                found=found,
            )
        )
    if not signature.is_signed(data, signed, key):
        faults.append(
            gettext(
                "{data}: it was altered after it was signed, or signed with another key", data=DATA
            )
        )
        return VerifiedSite(found, 0, "", tuple(faults))
    document = parsed(data, DATA, "public register")
    if document.get("format") != public_data.FORMAT:
        raise AssessError(gettext("{folder} is not a public register.", folder=folder / DATA))
    labels = document["labels"]
    if _read(folder / TABLE) != public_data.register_csv(labels):
        faults.append(gettext("{table}: it is not the table of {data}", table=TABLE, data=DATA))
    faults += _page_faults(folder, labels)
    return VerifiedSite(found, len(labels), str(document["on"]), tuple(faults))


def _page_faults(folder: Path, labels: list[dict[str, Any]]) -> list[str]:
    from assess.render.register.site import page_shows

    expected = {f"{label['id']}.html" for label in labels}
    there = {path.name for path in (folder / "label").glob("*.html")}
    faults = [
        gettext("label/{name}: it belongs to no label of {data}", name=name, data=DATA)
        for name in sorted(there - expected)
    ]
    faults += [
        gettext("label/{name}: it is missing", name=name) for name in sorted(expected - there)
    ]
    for label in labels:
        path = folder / "label" / f"{label['id']}.html"
        if path.name in there and not page_shows(
            content_of(path).decode("utf-8", "replace"), label
        ):
            faults.append(
                gettext(
                    "label/{path_name}: it differs from {data}",
                    path_name=path.name,
                    data=DATA,
                )
            )
    return faults


def _read(path: Path) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        raise NotFound(
            gettext(
                "{path} cannot be read: {strerror}.", path=path, strerror=error.strerror or error
            )
        ) from error


def draft_overview(
    desk: Desk, *, valid_only: bool = False, texts: PublisherTexts = NO_TEXTS
) -> Brochure:
    """Assemble the country overview of the present day; `texts` are those of its publisher."""
    about = publication(desk)
    register, left_out = _published(desk)
    if not register.labels:
        raise AssessError(gettext("The register has no label, so there is nothing to print."))
    notice = sentence(say(desk.newest.edition.notice)).rstrip(".")
    terms = scheme_terms(desk.newest, desk.today)
    made = brochure(
        register,
        title=register_title(about, say),
        publisher=about.publisher,
        notice=notice,
        valid_only=valid_only,
        language=spoken_language().code,
        scheme=scheme_parts(terms, texts, about.publisher, say),
        say=say,
    )
    return made.model_copy(update={"left_out": left_out})


def write_proof(made: Proof, templates: Path, target: Path) -> None:
    """Print an assembled proof to a PDF file; needs no desk, so that a thread may do it."""
    from assess.render.document.document import write_document

    write_document("proof", made, templates, target)


def write_overview(overview: Brochure, templates: Path, target: Path) -> int:
    """Print the country overview as PDF; give the number of its pages.

    Raises AssessError, before anything is written, where it is too long for the printer.
    """
    if overview.count > MOST_ORGANISATIONS:
        raise AssessError(
            ngettext(
                "The overview would list {count} organisation; at most {most} are printed. Print "
                "only those whose label is valid, or publish the register as web pages, which "
                "hold any number.",
                "The overview would list {count} organisations; at most {most} are printed. Print "
                "only those whose label is valid, or publish the register as web pages, which "
                "hold any number.",
                overview.count,
                most=MOST_ORGANISATIONS,
            )
        )
    from assess.render.document.document import write_document

    seconds = SECONDS + SECONDS_PER_ROW * overview.count
    return write_document("overview", overview, templates, target, timeout=seconds).pages
