"""The end of the program: what was copied does not bring it down."""

from __future__ import annotations

import subprocess
import sys

import pytest

_SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from sundhedsklynge.ui.clipping import mime_of
def main():
    app = QApplication([])
    QApplication.clipboard().setMimeData(mime_of([["Kommune", "Antal"], ["Greve", "3"]]))
    assert QApplication.clipboard().mimeData().formats() == ["text/plain", "text/html"]
    return 7
sys.exit(main())
"""


@pytest.mark.parametrize("turn", range(3))
def test_that_the_program_ends_by_itself_after_a_table_was_copied(turn: int) -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, timeout=60, check=False)
    assert done.returncode == 7, done.stderr
