"""Pictures of every page, light and dark, in two sizes, without a display. README and help use them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sundhedsklynge.ui.window import MainWindow
    from sundhedsklynge.workspace import Workspace

SIZES = ((1366, 768), (1920, 1080))
_FAULTY = """kommunekode;uge;pladser
219;2027-W05;24
219;2027-W60;24
223;2027-W05;mange
210;2027-W05;18
"""  # a file as the import wizard meets it: two rows cannot be read


def take(workspace: Workspace, folder: Path) -> Iterator[Path]:
    """Writes `page-theme-width.png` for every page into `folder`, which is made if need be, and yields each path."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from sundhedsklynge.ui import theme
    from sundhedsklynge.ui.jobs import Jobs
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.ui.start import application
    from sundhedsklynge.ui.window import MainWindow

    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    theme.apply(app, theme.Scheme.LIGHT)
    session = Session(Jobs(synchronous=True))
    window = MainWindow(session)
    window.show()
    session.use(workspace, workspace.is_empty())
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        theme.apply(app, scheme)
        for width, height in SIZES:
            window.resize(width, height)
            for name in states(window):
                for _ in range(12):  # layout, then what follows from it
                    app.processEvents()
                path = folder / f"{name}-{scheme.value}-{width}.png"
                window.grab().save(str(path))
                yield path
    window.hide()
    window.deleteLater()


def states(window: MainWindow) -> Iterator[str]:
    """Brings the window into every state worth a picture, one after the other; yields its name."""
    from sundhedsklynge.ui.importing import desk_of
    from sundhedsklynge.ui.pages import MOEDE

    for key in window.page_keys():
        window.show_page(key)
        yield key
        page = window.current_page
        for name, show in page.further_states() if page is not None else ():
            show()
            if name:
                yield f"{key}-{name}"
    window.show_page(MOEDE)
    window.meeting.enter(full_screen=False)
    yield "moedevisning"
    window.meeting.leave()
    window.search.open()
    yield "soegning"
    window.search.close_panel()
    desk = desk_of(window.session)
    with tempfile.TemporaryDirectory(prefix="sundhedsklynge-") as made:
        path = Path(made) / "pladser uge 5.csv"
        path.write_text(_FAULTY, encoding="utf-8")
        desk.take([path])
    yield "import"
    desk.close()
