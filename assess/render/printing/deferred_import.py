"""Deferred imports: the printer starts without what it rarely needs.

Has to run before WeasyPrint is imported.

WeasyPrint takes fontTools for web fonts, for fonts that vary, and where harfbuzz-subset is missing;
loading it takes a tenth of a second of every start. For each library it tries names of several
systems, and on Linux Python then asks ldconfig, gcc and ld for those that are not known: some forty
processes, another fifth of a second, for names that the loader knows best itself.
"""

from __future__ import annotations

import ctypes.util
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

_LATE = ("fontTools.subset", "fontTools.ttLib", "fontTools.varLib.instancer")
_KNOWN = "VERSION = __version__ = '70.0'"
"""How WeasyPrint says which one it is; what another one does with fontTools is not known."""


def postpone() -> bool:
    """Let fontTools be loaded when it is used, and no process be started to find a library.

    Tells whether it did; it does not for another WeasyPrint, or one that is loaded already.
    """
    if "weasyprint" in sys.modules or any(name in sys.modules for name in _LATE):
        return False
    spec = find_spec("weasyprint")
    if spec is None or spec.origin is None or _KNOWN not in Path(spec.origin).read_text("utf-8"):
        return False
    sys.modules.update({name: _Later(name) for name in _LATE})
    if sys.platform == "linux":
        ctypes.util.find_library = _left_to_the_loader
    return True


def _left_to_the_loader(name: str) -> str | None:  # noqa: ARG001  as ctypes calls it
    """Find nothing: the loader takes the one name that it knows."""
    return None


class _Later(ModuleType):
    """Stands where a module will be, and gives names that know what they are names of."""

    def __getattr__(self, name: str) -> _Name:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Name(self.__name__, name)


class _Name:
    """Something of a module that is loaded when it is called or looked into."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._itself()(*given, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._itself(), name)

    def _itself(self) -> Any:
        """Load what was postponed, and put it wherever WeasyPrint has its name."""
        for name in _LATE:
            if isinstance(sys.modules.get(name), _Later):
                del sys.modules[name]
        for path, module in list(sys.modules.items()):
            if path.startswith("weasyprint."):
                for name, value in list(vars(module).items()):
                    if isinstance(value, _Name):
                        setattr(module, name, value.loaded())
        return self.loaded()

    def loaded(self) -> Any:
        """Give the real thing."""
        module = import_module(self.module)
        if hasattr(module, self.name):
            return getattr(module, self.name)
        return import_module(f"{self.module}.{self.name}")
