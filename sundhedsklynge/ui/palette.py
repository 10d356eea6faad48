"""The command palette (Ctrl+K): a few letters find a municipality, an area, a page or a deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.session import EVERYTHING, Scope, Session, danish_order
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import tr

WIDTH, TOP, MOST_ROWS = 620, 56, 10
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its name, what kind of thing it is, its shortcut, and what choosing it does."""

    name: str
    kind: str
    run: Callable[[], object]
    shortcut: str = ""


def plain(text: str) -> str:
    """Small letters, Danish ones spelt out, so that `hilleroed` finds Hillerød."""
    return text.casefold().translate(_PLAIN)


def found(entries: Sequence[Entry], query: str) -> list[Entry]:
    """Entries in which every word of `query` is, those that begin with it first, else in the order given."""
    words = plain(query).split()
    ranked: list[tuple[int, int, Entry]] = []
    for place, entry in enumerate(entries):
        name, kind = plain(entry.name), plain(entry.kind)
        if not all(word in name or word in kind for word in words):
            continue
        begins = bool(words) and name.startswith(words[0])
        inside = bool(words) and any(part.startswith(words[0]) for part in name.split())
        ranked.append((0 if begins else 1 if inside else 2, place, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda item: item[:2])]


def places(session: Session) -> list[Entry]:
    """The whole, areas and municipalities as entries that set the scope of all pages."""
    ground = session.ground
    if ground is None:
        return []
    kinds = {
        "i_alt": tr("Område"),
        "region": tr("Region"),
        "sundhedsraad": tr("Sundhedsråd"),
        "klynge": tr("Klynge"),
        "kommune": tr("Kommune"),
    }
    entries: list[Entry] = []
    for area in sorted(ground.areas, key=lambda area: (area.level != "kommune", danish_order(area.name))):
        name = tr("Alle kommuner") if area.level == "i_alt" else session.area_name(area.level, area.code)
        entries.append(
            Entry(name, kinds[area.level], lambda level=area.level, code=area.code: choose(session, level, code))
        )
    return entries


def choose(session: Session, level: str, code: str) -> None:
    """Looks at an area, or at a municipality within the area chosen where that holds it."""
    scope = session.scope
    if level != "kommune":
        session.choose(Scope((level, code), None, scope.procedure))
        return
    chosen = session.area(*scope.area)
    inside = chosen is not None and int(code) in chosen.members
    session.choose(Scope(scope.area if inside else EVERYTHING, int(code), scope.procedure))


class CommandPalette(QFrame):
    """Lies over the window's middle while it is open; `entries` are asked for each time it opens."""

    def __init__(self, window: QWidget, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(window)
        self.setProperty("kind", "palette")
        self.setAccessibleName(tr("Søg"))
        self._window = window
        self._make = entries
        self._entries: Sequence[Entry] = ()
        self._shown: list[Entry] = []
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Søg efter kommune, område, side eller handling"))
        self.field.setPlaceholderText(tr("Søg efter kommune, område, side eller handling"))
        self.model = ColumnTable(self)
        self.table = TableView(tr("Fundet"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = label(tr("Intet fundet. Prøv færre bogstaver."), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.field)
        box.addWidget(self.table)
        box.addWidget(self._nothing)
        self.field.textChanged.connect(lambda _: self._search())
        self.field.installEventFilter(self)
        self.table.clicked.connect(lambda index: self._run(index.row()))
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Opens the palette, empty, with the keyboard in its field; closes it where it is open."""
        if self.isVisible():
            self.close_panel()
            return
        self._before = QApplication.focusWidget()
        self._entries = self._make()
        self.field.clear()
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Closes the palette and gives the keyboard back."""
        if self.isVisible():
            before, self._before = self._before, None
            self.hide()
            if before is None or before is self._window or not before.isVisible():
                before = self._main_table()
            if before is not None:
                before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _main_table(self) -> TableView | None:
        """The largest table in sight, for a keyboard that was nowhere."""
        shown = [table for table in self._window.findChildren(TableView) if table.isVisible()]
        return max(shown, key=lambda table: table.width() * table.height(), default=None)

    def names(self) -> list[str]:
        """What is now found, best first."""
        return [entry.name for entry in self._shown]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._before = None  # the keyboard has been taken elsewhere
            self.hide()
        elif watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _on_key(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(key)
        if step is not None and self._shown:
            self.table.select_row(min(max(self.table.currentIndex().row() + step, 0), len(self._shown) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.table.currentIndex().row())
        else:
            return False
        return True

    def _search(self) -> None:
        self._shown = found(self._entries, self.field.text())
        self.model.set_columns(
            (
                Column(tr("Navn"), [entry.name for entry in self._shown]),
                Column(tr("Slags"), [entry.kind for entry in self._shown]),
                Column(tr("Genvej"), [entry.shortcut for entry in self._shown]),
            )
        )
        self.table.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        if self._shown:
            self.table.select_row(0)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._place()

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            entry = self._shown[row]
            self.close_panel()
            entry.run()

    def _place(self) -> None:
        window = self._window
        wide = min(WIDTH, window.width() - 2 * theme.SPACE_XL)
        rows = max(theme.row_height(), self.table.fontMetrics().height() + theme.SPACE_S)
        self.table.verticalHeader().setDefaultSectionSize(rows)
        shown = min(MOST_ROWS, max(1, len(self._shown)))
        high = self.field.sizeHint().height() + shown * rows + 3 * theme.SPACE_M + theme.SPACE_XS
        self.setGeometry((window.width() - wide) // 2, TOP, wide, min(high, window.height() - 2 * TOP))
