"""Pictures of every page, without a display."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from sundhedsklynge.ui.screenshots import SIZES, take
from sundhedsklynge.workspace import Workspace


def test_that_every_page_is_pictured_in_both_themes_and_sizes(filled_database: str, tmp_path: Path) -> None:
    workspace = Workspace.open(filled_database)
    taken = list(take(workspace, tmp_path / "billeder"))
    workspace.close()
    names = {path.name for path in taken}
    themes = ("light", "dark")
    states = {name.rsplit("-", 2)[0] for name in names}
    assert {"overblik", "prognose", "data", "data-forskelle", "data-aabenhed", "data-navne", "import"} <= states
    assert names == {f"{state}-{theme}-{width}.png" for state in states for theme in themes for width, _ in SIZES}
    for path in taken:
        image = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
        assert (image.width(), image.height()) in SIZES
        pixels = np.frombuffer(image.constBits(), np.uint8)
        bright = "light" in path.name
        assert (np.median(pixels) > 200) == bright
        assert pixels.std() > 8, "an empty picture"
