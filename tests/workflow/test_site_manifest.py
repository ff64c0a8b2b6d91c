"""Verifying public pages: nothing altered, removed, added, old or of another key is accepted."""

from __future__ import annotations

import json
import shutil
import sys
from base64 import urlsafe_b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from assess.core.published_list.row import ListedRow
from assess.errors import AssessError, NotFound
from assess.signature import load_key, new_key, private_pem
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.program.backups import Safe
from assess.workflow.register.publication_details import set_publication
from assess.workflow.register.publishing import PublishedSite, publish
from assess.workflow.register.register import record_label, revoke_listed
from assess.workflow.register.register_key import (
    record_path,
    replace_lost_key,
    rotate_key,
)
from assess.workflow.register.verifying import VerifiedSite, verify_published

TODAY = date(2026, 11, 2)


def told(name: str) -> ListedRow:
    return ListedRow.model_validate(
        {
            "place": "told",
            "text": name,
            "name": name,
            "country": "MLT",
            "portfolio": "ICT",
            "website": "https://told.example",
            "level": "Bronze",
            "valid_from": date(2026, 5, 4),
            "valid_until": date(2028, 5, 31),
        }
    )


class Publisher(NamedTuple):
    """A register that is published again and again, and somebody who verifies it."""

    desk: Desk
    templates: Path
    home: Path

    @property
    def key(self) -> Path:
        return self.home / "key.pem"

    @property
    def seen(self) -> Path:
        return self.home / "reader" / "seen.json"

    def publish(self, folder: str = "site", *, later: int = 0) -> PublishedSite:
        """Publish so many seconds later: numbers are moments."""
        at = datetime(2026, 11, 2, 9, 30, later, tzinfo=UTC)
        desk = replace(self.desk, clock=lambda: at)
        return publish(desk, self.home / folder, self.templates, self.key, force=True)

    def verify(
        self, folder: str = "site", *, on: date = TODAY, fingerprint: str | None = None
    ) -> VerifiedSite:
        return verify_published(self.home / folder, self.seen, on, fingerprint=fingerprint)


@pytest.fixture
def publisher(desk: Desk, templates: Path, tmp_path: Path) -> Publisher:
    for name in ("Alfa", "Beta", "Gamma"):
        record_label(desk, told(name), on=date(2026, 5, 4), by="Ada")
    set_publication(desk, by="Ada", base_address="https://labels.example/of")
    return Publisher(desk, templates, tmp_path)


def _every_file(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def _of_every_kind(folder: Path) -> list[str]:
    """Give one file of each kind: of each folder, of each name at the top."""
    kinds: dict[str, str] = {}
    for name in _every_file(folder):
        parent, _, last = name.rpartition("/")
        kinds.setdefault(f"{parent}/{last.partition('.')[2]}" if parent else name, name)
    return sorted({*kinds.values(), "credential/revocation.jwt"})


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "appended to": lambda content: content + b"\n",
    "altered": lambda content: bytes([content[0] ^ 1]) + content[1:],
    "cut short": lambda content: content[:-1],
    "emptied": lambda _: b"",
}


def test_a_changed_or_missing_file_of_any_kind_is_refused(publisher: Publisher) -> None:
    site = publisher.publish()
    publisher.verify()
    for name in _of_every_kind(site.folder):
        path = site.folder / name
        content = path.read_bytes()
        for change, changed in CHANGES.items():
            path.write_bytes(changed(content))
            assert name in _faults(publisher), f"{name} {change}: {_faults(publisher)}"
        path.unlink()
        assert name in _faults(publisher), f"{name} missing: {_faults(publisher)}"
        path.write_bytes(content)
    assert _faults(publisher) == ""


def _faults(publisher: Publisher) -> str:
    try:
        return " ".join(publisher.verify().faults)
    except AssessError as error:
        return str(error)


ADDED = (
    "evil.html",
    ".hidden",
    "label/mlt-0000000000.html",
    "label/deeper/page.html",
    "badge/mlt-0000000000.svg",
    "credential/mlt-0000000000.jwt",
    "country/atlantis.html",
    "portfolio/more.html",
    "more/index.html",
)


def test_an_added_file_is_refused(publisher: Publisher) -> None:
    folder = publisher.publish().folder
    for name in ADDED:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("forged")
        assert publisher.verify().faults == (f"{name}: it is not among the signed files",)
        path.unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such names of files")
def test_the_name_of_an_added_file_writes_no_line_of_its_own(publisher: Publisher) -> None:
    folder = publisher.publish().folder
    (folder / "a\n\x1b]0;it is as signed\x07").write_text("forged")
    (fault,) = publisher.verify().faults
    assert fault == "'a\\n\\x1b]0;it is as signed\\x07': it is not among the signed files"


def test_a_link_in_the_place_of_a_file_or_folder_is_refused(publisher: Publisher) -> None:
    folder = publisher.publish().folder
    (folder / "style.css").rename(publisher.home / "style.css")
    (folder / "style.css").symlink_to(publisher.home / "style.css")
    assert publisher.verify().faults == ("style.css: it was altered after it was signed",)
    (folder / "style.css").unlink()
    (publisher.home / "style.css").rename(folder / "style.css")
    (folder / "badge").rename(publisher.home / "badge")
    (folder / "badge").symlink_to(publisher.home / "badge")
    assert "badge: it is not among the signed files" in publisher.verify().faults


def test_an_older_copy_is_refused_once_a_newer_one_was_seen(publisher: Publisher) -> None:
    old = publisher.publish("old", later=1)
    new = publisher.publish("new", later=2)
    first = publisher.verify("old")
    assert (first.recognised.is_first, first.faults) == (True, ())  # a replay cannot be told yet
    second = publisher.verify("new")
    assert (second.recognised.is_first, second.faults) == (False, ())
    assert new.number > old.number
    fault = publisher.verify("old").faults[0]
    assert f"they are number {old.number} of 2026-11-02, and number {new.number}" in fault
    assert publisher.verify("new").faults == ()


def test_two_publications_with_one_number_are_told(publisher: Publisher) -> None:
    publisher.publish("one")
    record_path(publisher.key).unlink()
    record_label(publisher.desk, told("Delta"), on=date(2026, 5, 4), by="Ada")
    publisher.publish("two")
    assert publisher.verify("one").faults == ()
    assert "the publisher signed different pages" in publisher.verify("two").faults[0]


def test_numbers_grow_where_the_last_one_is_lost_and_where_the_clock_went_back(
    publisher: Publisher,
) -> None:
    first = publisher.publish("one", later=30)
    assert publisher.publish("two", later=10).number == first.number + 1
    record_path(publisher.key).unlink()
    assert publisher.publish("three", later=31).number > first.number


def test_pages_past_their_day_are_refused(publisher: Publisher) -> None:
    site = publisher.publish()
    assert site.until == TODAY + timedelta(days=90)
    assert publisher.verify(on=site.until).faults == ()
    fault = publisher.verify(on=site.until + timedelta(days=1)).faults[0]
    assert "the pages of 2026-11-02 could be relied on until 2027-01-31" in fault


def test_another_key_is_refused_until_its_fingerprint_is_stated(publisher: Publisher) -> None:
    first = publisher.publish("site", later=1)
    publisher.verify("site")
    publisher.key.write_bytes(private_pem(new_key().private))
    second = publisher.publish("other", later=2)  # elsewhere, and the same address
    fault = publisher.verify("other").faults[0]
    assert fault.startswith("THE KEY CHANGED")
    assert first.fingerprint in fault
    assert second.fingerprint in fault
    assert "not the stated one" in publisher.verify("other", fingerprint="0" * 64).faults[0]
    stated = publisher.verify("other", fingerprint=second.fingerprint)
    assert (stated.faults, stated.recognised.replaced) == ((), first.fingerprint)
    assert publisher.verify("other").faults == ()
    assert publisher.verify("site").faults[0].startswith("THE KEY CHANGED")


def test_the_key_of_other_pages_in_the_same_folder_is_told(publisher: Publisher) -> None:
    publisher.publish("site", later=1)
    publisher.verify("site")
    publisher.key.write_bytes(private_pem(new_key().private))
    set_publication(publisher.desk, by="Ada", base_address="https://elsewhere.example/")
    publisher.publish("site", later=2)
    assert publisher.verify("site").faults[0].startswith("THE KEY CHANGED")


def test_a_short_or_wrong_fingerprint_is_refused(publisher: Publisher) -> None:
    publisher.publish()
    assert publisher.verify(fingerprint="").compared == 0
    for digits, said in (
        ("0", "has 1 digit;"),
        (":", "has 0 digits;"),
        ("0123456789abcde", "has 15 digits;"),
        ("g" * 64, "is not a fingerprint"),
        ("0" * 65, "is not a fingerprint"),
    ):
        with pytest.raises(AssessError, match=said):
            publisher.verify(fingerprint=digits)


def test_a_fingerprint_is_compared_whole_however_it_is_written(publisher: Publisher) -> None:
    whole = publisher.publish().fingerprint
    pairs = ":".join(whole[place : place + 2] for place in range(0, 64, 2)).upper()
    for text, digits in (
        (whole, 64),
        (whole[:16], 16),
        (pairs, 64),
        (f" {whole[:8]} {whole[8:20]}", 20),
    ):
        found = publisher.verify(fingerprint=text)
        assert (found.faults, found.compared) == ((), digits)
    other = whole[:63] + ("0" if whole[63] != "0" else "1")
    assert "not the stated one" in publisher.verify(fingerprint=other).faults[0]


def test_a_rotation_is_seen_through(publisher: Publisher) -> None:
    publisher.publish("site", later=1)
    shutil.copytree(publisher.home / "site", publisher.home / "copy")
    publisher.verify("site")
    rotated = rotate_key(publisher.key, date(2026, 11, 2))
    site = publisher.publish("site", later=2)
    assert (rotated.new, rotated.old) == (site.fingerprint, publisher.verify("copy").fingerprint)
    found = publisher.verify("site")
    assert (found.faults, found.recognised.is_first) == ((), False)
    assert found.recognised.rotated is not None
    assert found.recognised.rotated.on == date(2026, 11, 2)
    again = publisher.verify("site")
    assert (again.faults, again.recognised.rotated) == ((), None)
    rotate_key(publisher.key, date(2026, 11, 3))
    rotate_key(publisher.key, date(2026, 11, 4))
    publisher.publish("site", later=3)
    assert publisher.verify("site").recognised.rotated is not None


def test_a_key_that_was_replaced_signs_nothing_any_more(publisher: Publisher) -> None:
    publisher.publish("site", later=1)
    old_key = publisher.key.read_bytes()
    publisher.verify("site")
    rotate_key(publisher.key, TODAY)
    publisher.publish("site", later=2)
    publisher.verify("site")
    thief = publisher._replace(home=publisher.home / "thief")
    (thief.home / "reader").mkdir(parents=True)
    publisher.seen.rename(thief.seen)
    thief.key.write_bytes(old_key)
    thief.key.chmod(0o600)
    thief.publish("site", later=3)
    assert "pages signed with the old key are no longer accepted" in thief.verify("site").faults[0]
    rotate_key(thief.key, TODAY)  # to a key of the thief's own
    thief.publish("site", later=4)
    assert thief.verify("site").faults[0].startswith("THE KEY CHANGED")


def test_a_forged_step_between_keys_vouches_for_nothing(publisher: Publisher) -> None:
    publisher.publish("site", later=1)
    publisher.verify("site")
    rotate_key(publisher.key, TODAY)
    path = record_path(publisher.key)
    record = json.loads(path.read_text())
    record["rotations"][0]["on"] = "2026-11-01"
    path.write_text(json.dumps(record))
    publisher.publish("site", later=2)
    assert publisher.verify("site").faults[0].startswith("THE KEY CHANGED")


def test_a_lost_key_is_said_and_replaced_only_when_asked(publisher: Publisher) -> None:
    first = publisher.publish("site", later=1)
    publisher.verify("site")
    with pytest.raises(AssessError, match="is not lost"):
        replace_lost_key(publisher.key)
    publisher.key.unlink()
    with pytest.raises(AssessError, match=f"fingerprint {first.fingerprint}"):
        publisher.publish("site", later=2)
    done = replace_lost_key(publisher.key)
    assert (done.old, done.new) == (None, load_key(publisher.key).fingerprint)
    second = publisher.publish("site", later=3)
    assert second.number > first.number
    assert publisher.verify("site").faults[0].startswith("THE KEY CHANGED")


def test_there_is_nothing_to_rotate_before_the_first_pages(publisher: Publisher) -> None:
    with pytest.raises(NotFound, match="the first pages make it"):
        rotate_key(publisher.key, TODAY)


def test_a_memory_that_is_damaged_is_no_first_look(publisher: Publisher) -> None:
    publisher.publish()
    publisher.verify()
    publisher.seen.write_text("{")
    with pytest.raises(AssessError, match="is damaged; it says which registers were seen before"):
        publisher.verify()


def test_pages_with_a_fault_are_not_remembered(publisher: Publisher) -> None:
    (publisher.publish().folder / "evil.html").write_text("forged")
    publisher.verify()
    assert not publisher.seen.exists()


def _status_of(site: PublishedSite, token: str) -> bool:
    """Tell whether a verifier of Open Badges finds a credential revoked in the list of a site."""
    from openbadgeslib.errors import LibOpenBadgesException
    from openbadgeslib.ob3 import OB3Verifier

    def download(address: str) -> bytes:
        assert address == "https://labels.example/of/credential/revocation.jwt"
        return (site.folder / "credential" / "revocation.jwt").read_bytes()

    verifier = OB3Verifier((site.folder / "register-key.pem").read_bytes())
    try:
        verifier.verify(token, check_status=True, download=download)
    except LibOpenBadgesException:
        return True
    return False


def test_a_revocation_is_seen_through_the_list_that_every_credential_names(
    publisher: Publisher,
) -> None:
    # The verifier asks the real clock, as a stranger's would.
    now = datetime.now(UTC)
    desk = replace(publisher.desk, clock=lambda: now, stated_day=None)
    site = publish(desk, publisher.home / "site", publisher.templates, publisher.key)
    names = {
        label["name"]: label["id"]
        for label in json.loads((site.folder / "labels.json").read_bytes())["labels"]
    }
    tokens = {
        name: (site.folder / "credential" / f"{place}.jwt").read_text()
        for name, place in names.items()
    }
    assert [_status_of(site, token) for token in tokens.values()] == [False] * 3
    revoke_listed(desk, "Beta", by="Ada", on=now.date(), reason="None of yours")
    site = publish(desk, site.folder, publisher.templates, publisher.key, force=True)
    assert {name: _status_of(site, token) for name, token in tokens.items()} == {
        "Alfa": False,
        "Beta": True,
        "Gamma": False,
    }


def _places(site: PublishedSite) -> dict[str, int]:
    """Give the place of each credential of a site in the list of revoked ones, by its name."""
    labels = json.loads((site.folder / "labels.json").read_bytes())["labels"]
    found = {}
    for label in labels:
        token = (site.folder / "credential" / f"{label['id']}.jwt").read_text()
        part = token.split(".")[1]
        said = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        status = said["credentialStatus"]
        found[label["name"]] = int(status["statusListIndex"])
    return found


@pytest.mark.parametrize("is_key_lost", [False, True])
def test_a_place_is_not_given_twice_after_an_older_register_was_restored(
    publisher: Publisher, *, is_key_lost: bool
) -> None:
    desk = publisher.desk
    backup = publisher.home / "backup.db"
    safe = Safe(desk.store.path, clock=lambda: desk.now)
    safe.back_up(backup)
    record_label(desk, told("Delta"), on=date(2026, 5, 4), by="Ada")
    before = _places(publisher.publish())
    assert len(set(before.values())) == 4
    desk.store.close()
    safe.restore(backup)
    if is_key_lost:
        publisher.key.unlink()
        replace_lost_key(publisher.key)
    with Store(safe.database, now=desk.now) as store:
        restored = publisher._replace(desk=replace(desk, store=store))
        for name in ("Epsilon", "Delta", "Zeta"):
            record_label(restored.desk, told(name), on=date(2026, 5, 4), by="Ada")
        after = _places(restored.publish(later=1))
        assert {name: after[name] for name in before if name != "Delta"} == {
            name: place for name, place in before.items() if name != "Delta"
        }
        new = [after[name] for name in ("Epsilon", "Zeta")]
        assert not set(new) & set(before.values())
        assert len(set(after.values())) == len(after) == 6
        assert _places(restored.publish(later=2)) == after
