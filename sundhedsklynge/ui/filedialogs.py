"""File dialogs that never stop the window, with Danish labels where Qt's own translation leaves English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QFileDialog, QWidget

from sundhedsklynge.ui.text import tr

Mode = QFileDialog.FileMode
_GAPS = {"Folder": "Mappe", "File Folder": "Mappe", "File": "Fil", "%1 bytes": "%1 byte"}  # left out of qtbase_da.qm


class QtGaps(QTranslator):
    """The few texts of Qt's dialogs that its Danish translation lacks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, *_: object) -> str | None:  # type: ignore[override]
        return _GAPS.get(source) if context.startswith(("QFile", "QAbstractFile")) else None


def ask_paths(
    parent: QWidget,
    title: str,
    mode: QFileDialog.FileMode,
    chosen: Callable[[Sequence[Path]], object],
    filters: str = "",
) -> QFileDialog:
    """Opens a dialog for files or a folder; `chosen` gets the paths if the user takes any."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == Mode.Directory)
    if filters:
        dialog.setNameFilter(filters)
    for part, said in (
        (QFileDialog.DialogLabel.LookIn, tr("Mappe:")),
        (QFileDialog.DialogLabel.FileName, tr("Navn:")),
        (QFileDialog.DialogLabel.FileType, tr("Filtype:")),
        (QFileDialog.DialogLabel.Accept, tr("Vælg")),
        (QFileDialog.DialogLabel.Reject, tr("Annullér")),
    ):
        dialog.setLabelText(part, said)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
