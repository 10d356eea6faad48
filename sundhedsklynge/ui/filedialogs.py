"""File dialogs that never stop the window, with Danish labels where Qt's own translation leaves English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTranslator
from PySide6.QtWidgets import QFileDialog, QWidget

from sundhedsklynge.ui.text import tr

Mode = QFileDialog.FileMode
_GAPS = {  # left out of qtbase_da.qm
    "Folder": "Mappe",
    "File Folder": "Mappe",
    "File": "Fil",
    "%1 bytes": "%1 byte",
    "Double Sided Printing": "Tosidet udskrift",
    "Off": "Fra",
    "Long side binding": "Vend på den lange side",
    "Short side binding": "Vend på den korte side",
    "Page &Set:": "&Sider:",
}


class QtGaps(QTranslator):
    """The few texts of Qt's dialogs that its Danish translation lacks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, *_: object) -> str | None:  # type: ignore[override]  # Qt asks on after a null
        return _GAPS.get(source) if context.startswith(("QFile", "QAbstractFile", "QPrint")) else None


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


def ask_where(
    parent: QWidget, title: str, stem: str, filters: Sequence[str], chosen: Callable[[Path], object]
) -> QFileDialog:
    """Opens a dialog for a file to write, its name proposed; the ending follows the filter, `Name (*.ending)`, that is chosen."""
    dialog = ask_paths(parent, title, Mode.AnyFile, lambda paths: chosen(paths[0]), ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Gem"))
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    endings = {name: name.rpartition("*.")[2].rstrip(")") for name in filters}

    def follow(name: str) -> None:
        typed = Path(dialog.selectedFiles()[0]).name if dialog.selectedFiles() else stem
        for ending in endings.values():
            typed = typed.removesuffix(f".{ending}")
        dialog.setDefaultSuffix(endings[name])
        dialog.selectFile(f"{typed}.{endings[name]}")

    dialog.filterSelected.connect(follow)
    dialog.setDefaultSuffix(endings[filters[0]])
    dialog.selectFile(f"{stem}.{endings[filters[0]]}")
    return dialog
