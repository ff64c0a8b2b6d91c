"""The build hook: compiles the PO files, so that what is installed has them compiled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("assess/languages", "report_templates/languages", "indicators/languages")


class CompileTranslations(BuildHookInterface):  # type: ignore[type-arg]  # its own type says so
    """Compiles every language of the source tree."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each compiled file beside its source, and have the build take it along."""
        del version
        if self.target_name != "wheel":
            return  # the sources hold what is written by hand
        sys.path.insert(0, self.root)
        from assess.languages.translation.look_up import compiled_from

        for folder in FOLDERS:
            for source in sorted((Path(self.root) / folder).glob("*.po")):
                compiled = source.with_suffix(".mo")
                compiled.write_bytes(compiled_from(source))
                build_data["artifacts"].append(f"/{folder}/{compiled.name}")
