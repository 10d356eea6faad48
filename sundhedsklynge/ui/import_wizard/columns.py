"""How each column of a file is read, one list box a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.import_wizard.words import column_name
from sundhedsklynge.ui.page import ElidedLabel, clear
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.text import tr

MOST = 40  # list boxes; the rest of a very wide file is read as recognised


class ColumnsEditor(QWidget):
    """Rows of header and list box. `changed(header, name)` is called at a choice."""

    def __init__(self, changed: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Kolonner"))
        self._changed = changed
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE_S)
        self._grid.setVerticalSpacing(theme.SPACE_XS)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.pickers: dict[str, Picker] = {}

    def set_columns(self, columns: Sequence[tuple[str, str]], names: Sequence[str]) -> None:
        """Shows columns: header and canonical name ("" none), chosen among `names`."""
        clear(self._grid)
        self.pickers = {}
        for row, (header, name) in enumerate(columns[:MOST]):
            picker = Picker()
            picker.setObjectName(f"column:{header}")
            picker.setAccessibleName(tr("Kolonnen {header} læses som", header=header))
            picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            picker.setMinimumContentsLength(10)
            for each in ("", *names):
                picker.addItem(column_name(each), each)
            picker.setCurrentIndex(max(0, picker.findData(name)))
            picker.activated.connect(lambda at, header=header, picker=picker: self._on_chosen(header, picker, at))
            self._grid.addWidget(ElidedLabel(header), row, 0)
            self._grid.addWidget(picker, row, 1)
            self.pickers[header] = picker

    def _on_chosen(self, header: str, picker: Picker, at: int) -> None:
        self._changed(header, str(picker.itemData(at)))
