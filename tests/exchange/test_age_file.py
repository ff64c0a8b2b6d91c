"""Files encrypted with age: opened again, by us and by the public tool."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest

from assess.errors import AssessError, Refused
from assess.exchange.container.age_file import (
    decrypt_for,
    decrypt_with,
    encrypt_for,
    is_encrypted,
    wants_passphrase,
)
from tests.sealed import PASSPHRASE, SEALED, TEXT


def test_a_passphrase_opens_what_was_closed_with_it_and_no_other_does() -> None:
    assert is_encrypted(SEALED)
    assert wants_passphrase(SEALED)
    assert decrypt_with(SEALED, PASSPHRASE, "case.age") == TEXT
    for content, passphrase in ((SEALED, "wrong"), (SEALED[:-5], PASSPHRASE)):
        with pytest.raises(Refused, match=r"case\.age cannot be opened"):
            decrypt_with(content, passphrase, "case.age")


def test_a_passphrase_that_would_take_gigabytes_to_try_is_not_tried() -> None:
    content = SEALED.replace(b" 4\n", b" 40\n", 1)
    with pytest.raises(Refused, match=r"needs 2\^40 rounds to try"):
        decrypt_with(content, PASSPHRASE, "case.age")


def test_the_holders_of_keys_open_what_was_closed_for_them() -> None:
    one, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    sealed = encrypt_for(TEXT, [str(one.to_public())])
    assert is_encrypted(sealed)
    assert not wants_passphrase(sealed)
    file = f"# created by hand\n{one}\n"
    assert decrypt_for(sealed, [file], "case.age") == TEXT
    with pytest.raises(Refused, match=r"case\.age cannot be opened"):
        decrypt_for(sealed, [str(other)], "case.age")
    with pytest.raises(AssessError, match="holds no secret key"):
        decrypt_for(sealed, ["nothing"], "case.age")
    with pytest.raises(AssessError, match="The key file cannot be read"):
        decrypt_for(sealed, ["AGE-SECRET-KEY-1NONSENSE"], "case.age")


def test_what_is_no_key_is_said() -> None:
    with pytest.raises(AssessError, match="'age1nonsense' is not a key for encryption"):
        encrypt_for(TEXT, ["age1nonsense"])


def test_the_public_tool_opens_it_and_we_open_what_the_tool_closed(tmp_path: Path) -> None:
    tool = shutil.which("age") or shutil.which("rage")
    if tool is None:
        pytest.skip("neither age nor rage is installed; Debian has both")
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"{key}\n")
    (tmp_path / "case.age").write_bytes(encrypt_for(TEXT, [str(key.to_public())]))
    opened = subprocess.run(
        [tool, "-d", "-i", tmp_path / "key", tmp_path / "case.age"], capture_output=True, check=True
    )
    assert opened.stdout == TEXT
    for armour in ([], ["-a"]):
        closed = subprocess.run(
            [tool, *armour, "-r", str(key.to_public())], input=TEXT, capture_output=True, check=True
        )
        assert is_encrypted(closed.stdout)
        assert decrypt_for(closed.stdout, [str(key)], "case.age") == TEXT
