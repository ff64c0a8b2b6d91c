"""Where data lives, and where the files that ship with the program are found."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Give the folder of the user's data: `ASSESS_HOME`, or the platform's own place."""
    home = os.environ.get("ASSESS_HOME")
    if home:
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("assess", appauthor=False)


def database(override: Path | None = None) -> Path:
    """Give the database: the override, `ASSESS_DB`, or `assess.db` in the data folder."""
    chosen = override or os.environ.get("ASSESS_DB")
    return Path(chosen).expanduser() if chosen else data_folder() / "assess.db"


def demonstration_database(override: Path | None = None) -> Path:
    """Give the file of the demonstration: the override, or `demonstration.db` in the data folder.

    `ASSESS_DB` does not count: it names the file of real cases.
    """
    return override.expanduser() if override else data_folder() / "demonstration.db"


def register_key(*, demo: bool = False) -> Path:
    """Give the file of the key that signs the register; the demonstration has one of its own."""
    return data_folder() / ("demonstration-register-key.pem" if demo else "register-key.pem")


def device_key(*, demo: bool = False) -> Path:
    """Give the file of this device's key, which signs the record; the demonstration has its own."""
    return data_folder() / ("demonstration-device-key.pem" if demo else "device-key.pem")


def secretariat_folder() -> Path:
    """Give the folder of a secretariat that runs on this machine: its keys and its logins."""
    return data_folder() / "secretariat"


def seen_registers() -> Path:
    """Give the file in which public registers that were verified are remembered."""
    return data_folder() / "seen-registers.json"


def indicators_folder(override: Path | None = None) -> Path:
    """Give the folder of the catalogue: the override, `ASSESS_INDICATORS`, or the one shipped."""
    chosen = override or os.environ.get("ASSESS_INDICATORS")
    return Path(chosen).expanduser() if chosen else _shipped("indicators")


def shipped_indicators_folder() -> Path:
    """Give the folder of the catalogue that ships, whichever is in use."""
    return _shipped("indicators")


def templates_folder() -> Path:
    """Give the folder of the report templates, their styles, tokens and fonts."""
    return _shipped("report_templates")


def theme_file(override: Path | None = None) -> Path | None:
    """Give the theme of one's own reports: the override, `ASSESS_THEME`, or one in the data folder.

    None: there is no such file in the data folder, and nobody named one.
    """
    chosen = override or os.environ.get("ASSESS_THEME")
    if chosen:
        return Path(chosen).expanduser()
    usual = data_folder() / "theme.toml"
    return usual if usual.is_file() else None


def expert_file() -> Path | None:
    """Give the file of the expert's own settings: `ASSESS_EXPERT`, or one in the data folder.

    None: there is no such file in the data folder, and nobody named one.
    """
    if chosen := os.environ.get("ASSESS_EXPERT"):
        return Path(chosen).expanduser()
    usual = data_folder() / "expert.toml"
    return usual if usual.is_file() else None


def demonstration_files() -> Path:
    """Give the folder of the case files from which the demonstration is built."""
    return _PACKAGE / "demonstration"


def _shipped(name: str) -> Path:
    """Find a folder in the installed package, or beside the package in a checkout."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
