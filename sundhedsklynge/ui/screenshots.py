"""Pictures of every page, light and dark, in two sizes, without a display. README and help use them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace

SIZES = ((1366, 768), (1920, 1080))


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
    for scheme in theme.Scheme:
        theme.apply(app, scheme)
        for width, height in SIZES:
            window.resize(width, height)
            for key in window.page_keys():
                window.show_page(key)
                for _ in range(3):  # layout, then what follows from it
                    app.processEvents()
                path = folder / f"{key}-{scheme.value}-{width}.png"
                window.grab().save(str(path))
                yield path
    window.hide()
    window.deleteLater()
