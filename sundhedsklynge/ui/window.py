"""The frame: rail, scope bar, page head, page, details pane and status bar. It knows pages only by `PageSpec`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.actions import Command, install
from sundhedsklynge.ui.details import Details, DetailsPane
from sundhedsklynge.ui.icons import icon
from sundhedsklynge.ui.import_wizard.door import FileDoor
from sundhedsklynge.ui.meeting_mode import MeetingMode
from sundhedsklynge.ui.navigation import Entry, NavButton, Navigation
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import ElidedLabel, Page, StatePanel, clear, label
from sundhedsklynge.ui.pages import DATA, HELP, PAGES, PageSpec
from sundhedsklynge.ui.palette import CommandPalette, places
from sundhedsklynge.ui.palette import Entry as Findable
from sundhedsklynge.ui.scopebar import ScopeBar
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.statusbar import StatusBar
from sundhedsklynge.ui.text import tr, tr_marked

LEAST_WIDTH, LEAST_HEIGHT = 1024, 640


class MainWindow(QWidget):
    """The window. `painted` comes once, when the frame has been drawn for the first time."""

    painted = Signal()

    def __init__(self, session: Session, specs: Sequence[PageSpec] = PAGES) -> None:
        super().__init__()
        self.session = session
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._helped = ""
        self._has_painted = False
        self.setWindowTitle(tr("Sundhedsklynge"))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._build()
        self.file_door = FileDoor(session, self, lambda: self.show_page(DATA))
        self.meeting = MeetingMode(self, remembered_scale)
        self.search = CommandPalette(self, self._findable)
        self.commands = self._commands()
        install(self, self.commands)
        session.workspace_changed.connect(self._on_workspace)
        session.ground_changed.connect(self._on_ground)
        session.told.connect(self._tell)
        self.opening = StatePanel()
        self.opening.show_loading(tr("Åbner databasen"))
        self._stack.addWidget(self.opening)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()

    # Frame

    def _build(self) -> None:
        self.navigation = Navigation()
        self.scope_bar = ScopeBar(self.session)
        self.details = DetailsPane()
        self.status_bar = StatusBar(self.session)
        self._title = label("", "title")
        self._subtitle = ElidedLabel("", "muted")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.SPACE_S)
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_S)
        head.setSpacing(theme.SPACE_M)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        head.addLayout(self._actions)
        page_column = QVBoxLayout()
        page_column.setSpacing(0)
        page_column.addLayout(head)
        page_column.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(page_column, 1)
        middle.addWidget(self.details)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.scope_bar)
        right.addLayout(middle, 1)
        right.addWidget(self.status_bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        whole.addLayout(right, 1)
        self._search_button = NavButton(Entry("search", tr("Søg"), "search", "Ctrl+K"))
        self._search_button.setCheckable(False)
        self._search_button.clicked.connect(lambda: self.search.open())
        self._theme_button = NavButton(Entry("theme", tr("Skift tema"), "theme", "Ctrl+T"))
        self._theme_button.setCheckable(False)
        self._theme_button.clicked.connect(self.toggle_theme)
        self.navigation.add_at_foot(self._search_button)
        self.navigation.add_at_foot(self._theme_button)
        self.navigation.asked.connect(self.show_page)
        self.details.closed.connect(self._on_details_closed)
        self.scope_bar.freshness_asked.connect(self._show_freshness)

    def _commands(self) -> list[Command]:
        session = self.session
        commands = [
            Command(tr("Fortryd"), ("Ctrl+Z",), session.steps.undo),
            Command(tr("Gentag"), ("Ctrl+Shift+Z", "Ctrl+Y"), session.steps.redo),
            Command(tr("Importér filer"), ("Ctrl+O",), self.file_door.ask),
            Command(tr("Regn igen"), ("F5",), session.load),
            Command(tr("Skift tema"), ("Ctrl+T",), self.toggle_theme),
            Command(tr("Mødevisning"), ("F11",), self.meeting.toggle),
            Command(tr("Søg"), ("Ctrl+K",), self.search.open),
            Command(tr("Hjælp"), ("F1",), self.show_help),
            Command(tr("Luk detaljer"), ("Esc",), self._on_escape, findable=False),
            Command(tr("Gå til sidelisten"), ("Alt+N",), self.navigation.focus_current),
        ]
        pages = (
            Command(tr("Side {number}", number=n), (f"Ctrl+{n}",), lambda n=n: self._show_place(n), findable=False)
            for n in range(1, 9)
        )
        return [*commands, *pages]

    # Pages

    @property
    def current_page(self) -> Page | None:
        """The page shown, if the database is open."""
        return self._pages.get(self._current)

    @property
    def current_key(self) -> str:
        """The key of the page shown, or nothing."""
        return self._current

    def page_keys(self) -> list[str]:
        """Keys of the pages in the rail."""
        empty = self.session.empty
        return [
            spec.key
            for spec in self._specs.values()
            if (empty or not spec.only_empty) and not (empty and spec.needs_data)
        ]

    def show_page(self, key: str) -> None:
        """Opens a page; it is made the first time."""
        if self.session.workspace is None and self.session.failure is None:
            return
        if key not in self._pages:
            page = self._specs[key].make(self.session)
            page.details_asked.connect(lambda details, page=page: self._on_details(page, details))
            page.page_asked.connect(self.show_page)
            page.head_changed.connect(self._show_head)
            page.meeting_asked.connect(self.meeting.toggle)
            self._pages[key] = page
            self._stack.addWidget(page)
        if key != self._current:
            self.details.dismiss()
        self._current = key
        self._stack.setCurrentWidget(self._pages[key])
        self.navigation.mark_current(key)
        self._show_actions()
        self._show_head()

    def show_help(self) -> None:
        """Help on the page that is open; from help, back to it."""
        if self.meeting.is_on or HELP not in self.page_keys():
            return
        if self._current == HELP:
            self.show_page(self._helped if self._helped in self.page_keys() else self.page_keys()[0])
            return
        self._helped = self._current
        self.show_page(HELP)
        page = self.current_page
        if page is not None:
            page.look_up(self._helped)

    def _findable(self) -> list[Findable]:
        """What the palette finds; in a meeting no page that tells more than the meeting may see."""
        shown = () if self.meeting.is_on else self.page_keys()
        pages = [
            Findable(tr_marked(self._specs[key].title), tr("Side"), lambda key=key: self.show_page(key), f"Ctrl+{n}")
            for n, key in enumerate(shown, start=1)
        ]
        deeds = [
            Findable(command.title, tr("Handling"), command.run, command.shortcuts[0])
            for command in self.commands
            if command.findable
        ]
        page = self.current_page
        own = [
            Findable(widget.text(), tr("Handling på siden"), widget.click)
            for widget in (page.actions_row() if page else ())
            if isinstance(widget, QPushButton) and widget.isEnabled() and widget.text()
        ]
        return [*pages, *places(self.session), *own, *deeds]

    def _on_escape(self) -> None:
        if self.search.isVisible():
            self.search.close_panel()
        elif self.meeting.is_on:
            self.meeting.leave()
        else:
            self.details.dismiss()

    def _show_place(self, place: int) -> None:
        keys = self.page_keys()
        if self.meeting.is_on:
            return
        if place <= len(keys) and (self.session.workspace is not None or self.session.failure is not None):
            self.show_page(keys[place - 1])

    def _show_actions(self) -> None:
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # by name: the layout's own, queued show would open an orphan as a window
                widget.setParent(self)
        page = self.current_page
        for widget in page.actions_row() if page else ():
            self._actions.addWidget(widget)
            widget.show()

    def _show_head(self) -> None:
        page = self.current_page
        self._title.setText(page.title if page else "")
        self._subtitle.set_whole(page.subtitle if page else "")

    def _on_details(self, page: Page, details: Details | None) -> None:
        if page is not self.current_page:
            return
        if details is None:
            self.details.dismiss()
        else:
            self.details.show_details(details)
            page.details_open = True

    def _on_details_closed(self) -> None:
        for page in self._pages.values():
            page.details_open = False

    # What the session tells

    def _on_workspace(self) -> None:
        self.meeting.leave()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        clear(self._actions)
        self._current = ""
        self.details.dismiss()
        self._fill_navigation()
        name = self.session.database_name
        self.setWindowTitle(tr("{database} - Sundhedsklynge", database=name) if name else tr("Sundhedsklynge"))
        self.show_page(self.page_keys()[0])
        self.navigation.focus_current()

    def _on_ground(self) -> None:
        keys = self.page_keys()
        if self.navigation.page_keys() != keys:
            self._fill_navigation()
            if self._current not in keys:
                self.show_page(keys[0])
        self.navigation.mark_current(self._current)
        data = self.navigation.button(DATA)
        ground = self.session.ground
        if data is not None and ground is not None:
            data.set_attention(sum(entry.status != "frisk" for entry in ground.freshness))

    def _fill_navigation(self) -> None:
        entries = [
            Entry(
                key,
                tr_marked(self._specs[key].title),
                self._specs[key].icon,
                "F1" if key == HELP else f"Ctrl+{place}",
                self._specs[key].at_foot,
            )
            for place, key in enumerate(self.page_keys(), start=1)
        ]
        self.navigation.set_entries(entries)

    def _tell(self, notice: Notice) -> None:
        page = self.current_page
        if page is not None:
            page.tell(notice)
        else:
            self.opening.show_notice(notice)

    def _show_freshness(self) -> None:
        from sundhedsklynge.ui.hospitals import freshness_details

        ground = self.session.ground
        if ground is not None:
            self._on_details_closed()
            self.details.show_details(freshness_details(ground.freshness))

    # Theme and remembered layout

    def toggle_theme(self) -> None:
        """The other theme, remembered for next time."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dark = theme.tokens().scheme is theme.Scheme.DARK
        scheme = theme.Scheme.LIGHT if dark else theme.Scheme.DARK
        theme.apply(app, scheme, self.meeting.scale)
        layout_settings().setValue("theme", scheme.value)

    def restore_layout(self) -> None:
        """Size and place as last time; a screen's share of space the first time or when what was stored is broken."""
        stored = layout_settings().value("geometry")
        if not (isinstance(stored, QByteArray) and self.restoreGeometry(stored)):
            room = self.screen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height()))
            if room.width() <= 1440:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setWindowIcon(icon("app"))
            self._theme_button.redraw()
            self._search_button.redraw()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.meeting.leave()
        layout_settings().setValue("geometry", self.saveGeometry())
        self.session.close()
        super().closeEvent(event)


def layout_settings() -> QSettings:
    """Where the window remembers its layout: a file in the user's own settings folder, nothing about the data."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Sundhedsklynge", "vindue")


def remembered_scheme(app: QApplication) -> theme.Scheme:
    """The theme chosen last time, else the desktop's."""
    stored = layout_settings().value("theme")
    return theme.Scheme(stored) if stored in {scheme.value for scheme in theme.Scheme} else theme.system_scheme(app)


def remembered_scale() -> float:
    """The size of type chosen last time, 1 where none was or what was stored is no use."""
    try:
        stored = float(str(layout_settings().value("scale", 1.0)))
    except ValueError:
        return 1.0
    return stored if 0.8 <= stored <= 2.0 else 1.0
