"""How long the search of the register takes: in the browser, and in the terminal.

    ./run python tests/benchmarks/bench_search.py [LABELS...]

In the browser it is the time from a key to what is shown, in headless Chromium from a disk; the
first search loads the index too, which the page does as soon as somebody goes to the field. All
labels are invented, as in bench_register.py. Needs Chromium, Node.js and what `npm ci` puts into
tests/browser.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assess.catalogue import load
from assess.core.register.public_view import public_register
from assess.locations import indicators_folder, templates_folder
from assess.render.register.site import site_files
from assess.render.register.site_frame import Frame, Signed, site_languages
from assess.store import Store
from assess.workflow import Desk
from assess.workflow.published_list.list_import import import_list
from assess.workflow.register.register import register_of, statuses
from assess.workflow.register.search import RegisterSearch
from tests.benchmarks.bench_register import NOW, write_list

BROWSER = Path(__file__).resolve().parents[1] / "browser"
LOOK = "search_time.mjs"
WANTED = ("nordic", "nordic ener", "nordc enrgy", "norwegen")
FILES = ("index.html", "labels.js", "search.js", "site.js", "style.css")


def main() -> None:
    """Measure and print."""
    catalogue = load(indicators_folder())
    for labels in [int(text) for text in sys.argv[1:]] or [1300, 100_000]:
        folder = Path(tempfile.mkdtemp(prefix="bench-search-"))
        write_list(folder / "list.csv", labels, catalogue)
        with Desk(
            newest=catalogue,
            store=Store(folder / "assess.db", now=NOW),
            clock=lambda: NOW,
            new_id=lambda: "x",
            stated_day=NOW.date(),
        ) as desk:
            import_list(desk, folder / "list.csv", by="bench")
            register = register_of(desk)
            held = statuses(register, desk.today)
            public = public_register(register, desk.today)
        print(f"\n{labels} labels")
        search = RegisterSearch(held, register)
        for wanted in ("first", *WANTED):
            started = time.perf_counter()
            search.find("nordic" if wanted == "first" else wanted)
            print(f"  terminal, {wanted:<28} {1000 * (time.perf_counter() - started):8.0f} ms")
        titles = {str(level.id): str(level.id) for level in catalogue.label.levels}
        (english,) = site_languages(["en"], "en")
        on = str(public.on)
        frame = Frame("Register", "notice", "", "", on, False, titles, english, (english,))
        signed = Signed("0", "0", frozenset())
        for name, text in site_files(public, [frame], signed, templates_folder()):
            if name in FILES:
                (folder / name).write_text(text, encoding="utf-8")
        sizes = {
            name: (folder / name).stat().st_size // 1000
            for name in FILES
            if (folder / name).exists()
        }
        print(f"  kB: {sizes}")
        for name in ("site.js", "search.js"):
            shutil.copy(templates_folder() / "site" / name, folder / name)
        ran = subprocess.run(
            ["node", str(BROWSER / LOOK), shutil.which("chromium") or "chromium", str(folder)],
            capture_output=True,
            text=True,
            check=True,
        )
        for what, took in json.loads(ran.stdout).items():
            print(f"  browser, {what:<29} {took:8.0f} ms")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
