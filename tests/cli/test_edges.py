"""What a command is given that is no file, no database or no way to say anything: one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from assess.cli.command.commands import assess
from tests.cli.conftest import Run

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with a name")

BEGIN = {
    "case new",
    "import",
    "register import",
    "register complete",
    "pool export",
    "pool import",
    "pool key",
    "encrypt",
    "demo",
}
"""What may begin a database under a name that is not there yet."""

NO_DATABASE = {"codebook", "register verify", "key show", "key move", "key rotate"}
NO_DATABASE |= {"languages export", "languages import", "pool export", "pool key"}
NO_DATABASE |= {"submissions open"}  # it asks for a terminal first

MORE = {
    "case change": ["--name", "Sound Energy Cluster"],
    "erase": ["--case", "1", "--by", "Ann", "--ground", "asked"],
    "export": ["1", "-o", "out.json"],
    "interview": ["--linear"],
    "label record": ["-o", "out.pdf"],
    "last-round take": ["--area", "A"],
    "proposals take": ["--area", "A"],
    "questionnaire": ["-o", "out.xlsx"],
    "register overview": ["-o", "out.pdf"],
    "register proof": ["-o", "out.pdf"],
    "report": ["1", "-o", "out.pdf"],
    "review add": ["--finding", "F"],
    "review reword": ["--finding", "F"],
}
"""What a command wants beside what its options say that it must have."""


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, click.Command]]:
    """Give every command of the program by its full name."""
    found: list[tuple[str, click.Command]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found += commands(command, (*path, name))
        else:
            found.append((" ".join((*path, name)), command))
    return found


READERS = [
    (name, found)
    for name, found in commands(assess)
    # The secretariat is a service with a database of its own, in a folder.
    if name not in BEGIN | NO_DATABASE and not name.startswith("secretariat ")
]


def filled_in(name: str, command: click.Command, out: Path) -> list[str]:
    """Give a command all that it must have, so that only the database is wrong."""
    words: list[str] = []
    for parameter in command.params:
        is_named = isinstance(parameter, click.Option)
        if parameter.required and not (is_named and parameter.name == "target" and name in MORE):
            words += [*parameter.opts[:1] * is_named, _value(parameter, out)]
    more = [str(out / word) if word.startswith("out.") else word for word in MORE.get(name, [])]
    return words + more


def _value(parameter: click.Parameter, out: Path) -> str:
    if isinstance(parameter.type, click.Choice):
        return str(parameter.type.choices[0])
    if isinstance(parameter.type, click.Path):
        return str(out / "a file")
    return {"YYYY-MM-DD": "2026-11-02"}.get(parameter.type.name, "1")


@pytest.mark.parametrize(("name", "command"), READERS, ids=[name for name, _ in READERS])
def test_a_database_that_is_not_there_is_an_error_for_what_only_reads(
    run: Run, tmp_path: Path, name: str, command: click.Command
) -> None:
    """A name that was typed wrongly makes no new, empty database."""
    missing = tmp_path / "typed wrongly.db"
    ran = run("--db", missing, *name.split(), *filled_in(name, command, tmp_path))
    assert ran.code == 1
    assert ran.out == ""
    assert str(missing) in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not list(tmp_path.glob("*.db*"))


IS_FILE_WANTED = [
    ["--db", "IT", "case", "list"],
    ["--db", "IT", "case", "new", "--name", "A", "--country", "NOR", "--portfolio", "Food"],
    ["--db", "IT", "backup", "OUT"],
    ["--db", "IT", "encrypt"],
    ["--db", "IT", "restore"],
    ["--db", "IT", "restore", "--salvage"],
    ["--db", "IT", "verify"],
    ["--indicators", "IT", "codebook"],
    ["--passphrase-file", "IT", "case", "list"],
    ["import", "IT"],
    ["import", "--identity", "IT", "IT"],
    ["pool", "import", "IT"],
    ["register", "import", "IT", "--country", "NOR"],
    ["register", "complete", "IT"],
    ["restore", "IT"],
    ["--db", "IT", "import", "IT"],
]


@needs_pipes
@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize("arguments", IS_FILE_WANTED, ids=" ".join)
def test_a_pipe_or_device_is_refused_where_a_file_is_wanted(
    run: Run, tmp_path: Path, kind: str, arguments: list[str]
) -> None:
    """Nobody waits for a pipe that nobody writes to, or for the end of a device."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    it = str(pipe) if kind == "pipe" else "/dev/zero"
    if "new" in arguments:
        arguments = [*arguments, "--expert", "E", "--mode", "video", "--interview-date"]
        arguments.append("2026-11-02")
    ran = run(*({"IT": it, "OUT": str(tmp_path / "out")}.get(word, word) for word in arguments))
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert it in ran.err
    assert "errors.log" not in ran.err
    assert list(tmp_path.glob("out*")) == []


SECRETS = [
    (["--passphrase-file", "IT", "case", "list"], "passphrase"),
    (["--passphrase-file", "IT", "encrypt"], "passphrase"),
    (["import", "--identity", "IT", "nothing.json"], "AGE-SECRET-KEY-1"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="has no modes")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o666, 0o700 | 0o050])
@pytest.mark.parametrize(("arguments", "content"), SECRETS, ids=lambda it: " ".join(it[:3]))
def test_a_secret_that_others_can_read_is_refused(
    run: Run, tmp_path: Path, arguments: list[str], content: str, mode: int
) -> None:
    """The sentence says what makes it a secret; of one's own file nothing is said."""
    secret = tmp_path / "secret"
    secret.write_text(content, encoding="utf-8")
    secret.chmod(mode)
    words = [str(secret) if word == "IT" else word for word in arguments]
    ran = run(*words)
    assert (ran.code, ran.out) == (1, "")
    assert f"chmod 600 {secret}" in ran.err
    secret.chmod(0o600)
    assert "chmod" not in run(*words).err


STREAMS = [
    ("case list >&-", 1, "The standard output is closed"),
    ("case list <&- >&-", 1, "The standard output is closed"),
    ("--help >&-", 1, "The standard output is closed"),
    ("case list >&- 2>&-", 1, ""),
    ("case list 2>&-", 0, ""),
    ("case list <&-", 0, ""),
    ("<&-", 1, "The interface needs a terminal"),
    ("codebook >/dev/full", 1, "The result cannot be printed"),
    ("case list --json >/dev/full", 1, "The result cannot be printed"),
    ("--help >/dev/full", 1, "The result cannot be printed"),
    ("case show nix 2>/dev/full", 1, ""),
    ("--nix 2>/dev/full", 2, ""),
    ("case list >/dev/full 2>/dev/full", 1, ""),
]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no full device")
@pytest.mark.parametrize(("words", "code", "said"), STREAMS, ids=[words for words, _, _ in STREAMS])
def test_a_stream_that_is_closed_or_full_is_said_in_one_sentence(
    tmp_path: Path, words: str, code: int, said: str
) -> None:
    """With no trace, and nothing done whose result could not be seen."""
    ran = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m assess {words}"],
        env={**os.environ, "ASSESS_HOME": str(tmp_path / "home")},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == code
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == bool(said)
    assert "errors.log" not in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no modes")
@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "CASE", "-o", "OUT.json"],
        ["export", "CASE", "-o", "OUT.xlsx"],
        ["export", "CASE", "-o", "OUT.csv"],
        ["export", "--all", "-o", "OUT.json"],
        ["export", "--all", "-o", "OUT.xlsx"],
        ["export", "--all", "-o", "OUT.csv"],
        pytest.param(["questionnaire", "CASE", "-o", "OUT.xlsx"], marks=pytest.mark.slow),
        ["questionnaire", "CASE", "-o", "OUT.html"],
        pytest.param(["questionnaire", "CASE", "-o", "OUT.pdf"], marks=pytest.mark.slow),
        ["report", "CASE", "-o", "OUT.html"],
        pytest.param(["report", "CASE", "-o", "OUT.docx"], marks=pytest.mark.slow),
        ["report", "CASE", "--summary", "-o", "OUT.pdf"],
        ["backup", "OUT.db"],
        ["evidence", "CASE", "founded", "--save", "1", "-o", "OUT.txt"],
    ],
    ids=" ".join,
)
def test_what_holds_answers_is_for_nobody_else_to_read(
    run: Run, case: str, tmp_path: Path, arguments: list[str]
) -> None:
    """Also where an older file had other rights."""
    statutes = tmp_path / "statutes.txt"
    statutes.write_text("Founded in 2009.", encoding="utf-8")
    answered = run("answer", case, "founded", "2009-05", "--file", statutes, "--copy")
    assert answered.code == 0, answered.err
    out = str(tmp_path / "out")
    words = [{"CASE": case}.get(word, word.replace("OUT", out)) for word in arguments]
    (written,) = [Path(word) for word in words if word.startswith(out)]
    written.touch(0o644)
    ran = run(*words, "--force")
    assert ran.code == 0, ran.err
    found = [*written.rglob("*")] if written.is_dir() else [written]
    assert [oct(path.stat().st_mode & 0o777) for path in found] == ["0o600"] * len(found)


IS_WRITTEN = [
    "backup OUT",
    "export nullfjord -o OUT.json",
    "export nullfjord -o OUT.xlsx",
    "export --all -o OUT.csv",
    "codebook -o OUT.html",
    "report nullfjord -o OUT.html",
    "report nullfjord -o OUT.docx",
    "label record nullfjord -o OUT.pdf",
    "register overview -o OUT.pdf",
    "register reminders -o OUT.ics",
    "register proof Nullfjord -o OUT.pdf",
    "questionnaire ninguna -o OUT.xlsx",
]


@needs_pipes
def test_a_pipe_or_device_is_never_replaced_by_a_file(run: Run, tmp_path: Path) -> None:
    """Whoever may, as an administrator, would put an end to a device of the whole system."""
    database = tmp_path / "assess.db"
    assert run("--db", database, "demo", "--no-open").code == 0
    for typed in IS_WRITTEN:
        words = typed.split()
        out = tmp_path / next(word for word in words if word.startswith("OUT"))
        os.mkfifo(out)
        named = [str(out) if word == out.name else word for word in words]
        ran = run("--db", database, *named, "--force")
        assert (ran.code, ran.err) == (
            1,
            f"{out} is a folder, pipe or device; give a file.\n",
        ), typed
        assert out.is_fifo(), typed
        out.unlink()
