"""What a delegate reads of the cell it paints."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStyleOption


def fields(option: QStyleOption) -> Any:
    """`option` with its fields (`rect`, `state`, `text` ...), which PySide's stubs lack."""
    return option
