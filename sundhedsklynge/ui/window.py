"""The frame: rail, scope bar, page head, page, details pane and status bar. It knows pages only by `PageSpec`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sundhedsklynge.ui import layout, theme
from sundhedsklynge.ui.actions import Actions, Command
from sundhedsklynge.ui.ahead import Ahead
from sundhedsklynge.ui.details import Details, DetailsPane
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.gaps import gap
from sundhedsklynge.ui.icons import icon
from sundhedsklynge.ui.import_wizard.door import FileDoor
from sundhedsklynge.ui.meeting_mode import MeetingMode
from sundhedsklynge.ui.navigation import Entry, NavButton, Navigation
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import NoticeBar, Page, StatePanel, clear
from sundhedsklynge.ui.page_head import PageHead
from sundhedsklynge.ui.pages import DATA, DATABASES, HELP, PAGES, SETTINGS, PageSpec
from sundhedsklynge.ui.scopebar import ScopeBar
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.statusbar import StatusBar
from sundhedsklynge.ui.text import tr, tr_marked, translated
from sundhedsklynge.ui.tour import Tour

if TYPE_CHECKING:
    from sundhedsklynge.ui.palette import CommandPalette
    from sundhedsklynge.ui.palette import Entry as Findable
    from sundhedsklynge.ui.parts_memory import PartsMemory

LEAST_WIDTH, LEAST_HEIGHT = 640, 300  # a screen of 1366 x 768 at 200 %, less title bar and taskbar


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
        self._made_for = theme.scale()
        self.setWindowTitle(tr("Sundhedsklynge"))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._build()
        self.file_door = FileDoor(session, self, lambda: self.show_page(DATA))
        self.meeting = MeetingMode(self, layout.remembered_scale)
        self.commands = self._commands()
        self._actions_said = Actions(self, self.commands)
        self.menu = self._actions_said.menu
        self.tour = Tour(self)
        self._first_page = ""
        self._first_notice: Notice | None = None
        session.steps.changed.connect(self._actions_said.name)
        session.workspace_changed.connect(self._on_workspace)
        session.ground_changed.connect(self._on_ground)
        session.outlook_changed.connect(self._show_gap)
        session.risk_changed.connect(self._show_gap)
        session.told.connect(self._tell)
        self._ahead = Ahead(session, self.ahead, self)
        self.opening = StatePanel()
        self.opening.show_loading(tr("Åbner databasen"))
        self._stack.addWidget(self.opening)
        theme.dress(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()

    @cached_property
    def search(self) -> CommandPalette:
        """The palette, made when it is first asked for."""
        from sundhedsklynge.ui.palette import CommandPalette

        return CommandPalette(self, self._findable)

    @cached_property
    def _parts(self) -> PartsMemory:
        from sundhedsklynge.ui.parts_memory import PartsMemory

        return PartsMemory(self)

    # Frame

    def _build(self) -> None:
        self.navigation = Navigation()
        self.scope_bar = ScopeBar(self.session)
        self.details = DetailsPane()
        self.status_bar = StatusBar(self.session)
        self._gap = QVBoxLayout()
        self._gap_said = ""
        self._stack = Stack()
        self._head = PageHead()
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_S)
        head.addWidget(self._head)
        page_column = QVBoxLayout()
        page_column.setSpacing(0)
        page_column.addLayout(head)
        page_column.addLayout(self._gap)
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
        self.search_button = NavButton(Entry("search", tr("Søg"), "search", "Ctrl+K"))
        self.search_button.clicked.connect(lambda: self.search.open())
        self.theme_button = NavButton(Entry("theme", tr("Skift tema"), "theme", "Ctrl+T"))
        self.theme_button.clicked.connect(self.toggle_theme)
        self.menu_button = NavButton(Entry("menu", tr("Menu"), "menu", "F10"))
        self.menu_button.clicked.connect(self.open_menu)
        self._foot_buttons = (self.search_button, self.theme_button, self.menu_button)
        for made in self._foot_buttons:
            made.setCheckable(False)
            self.navigation.add_at_foot(made)
        self.navigation.asked.connect(self.show_page)
        self.details.closed.connect(self._on_details_closed)
        self.scope_bar.freshness_asked.connect(self._show_freshness)

    def _commands(self) -> list[Command]:
        session, steps = self.session, self.session.steps
        commands = [
            Command(tr("Fortryd"), ("Ctrl+Z",), steps.undo, "change", about=lambda: translated(steps.undo_text)),
            Command(
                tr("Gentag"),
                ("Ctrl+Y", "Ctrl+Shift+Z"),
                steps.redo,
                "change",
                about=lambda: translated(steps.redo_text),
            ),
            Command(tr("Importér filer"), ("Ctrl+O",), self.file_door.ask, "data"),
            Command(tr("Åbn en anden database …"), (), self.show_databases, "data"),
            Command(tr("Udskriv …"), ("Ctrl+P",), self._print, "data"),
            Command(tr("Regn igen"), ("F5",), session.compute_again, "data"),
            Command(tr("Søg"), ("Ctrl+K",), lambda: self.search.open(), "data"),
            Command(tr("Mødevisning"), ("F11",), self.meeting.toggle, "looks"),
            Command(tr("Skift tema"), ("Ctrl+T",), self.toggle_theme, "looks"),
            Command(tr("Gå til sidelisten"), ("Alt+N",), self.navigation.focus_current, "looks"),
            Command(tr("Vis rundturen"), (), self.show_tour, "help"),
            Command(tr("Vis genveje"), (), self.show_shortcuts, "help"),
            Command(tr("Hjælp"), ("F1",), self.show_help, "help"),
            Command(tr("Afslut"), ("Ctrl+Q",), self.close, "end"),
            Command(tr("Luk detaljer"), ("Esc",), self._on_escape, findable=False),
            Command(tr("Menu"), ("F10",), self.open_menu, findable=False),
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
        page = self._pages[key] if key in self._pages else self._make_page(key)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        before = self.current_page
        if key != self._current:
            self.details.dismiss()
            if before is not None:
                before.put_away()
        self._current = key
        page.take_up()
        self._stack.setCurrentWidget(page)
        self._parts.follow(key, page)
        self.navigation.mark_current(key)
        self._head.show_page(page)
        self._show_head()
        self._show_gap()

    def _make_page(self, key: str) -> Page:
        page = self._pages[key] = self._specs[key].make(self.session)
        page.details_asked.connect(lambda details, page=page: self._on_details(page, details))
        page.page_asked.connect(self.show_page)
        page.head_changed.connect(self._show_head)
        page.meeting_asked.connect(self.meeting.toggle)
        page.tour_asked.connect(self.show_tour)
        page.grown.connect(lambda page=page: self._parts.follow(key, page))
        return page

    def ahead(self) -> Callable[[], object] | None:
        """What can be done before it is asked for, one short piece at a time: pages not looked at yet, and what those put away owe."""
        if self.session.risk is None or self.meeting.is_on:
            return None
        for key in self.page_keys():
            page = self._pages.get(key)
            if page is None:
                return lambda key=key: self._make_page(key).put_away()
            if self._stack.indexOf(page) < 0:
                return lambda page=page: self._stack.addWidget(page)
            if not self._head.holds(page):
                return lambda page=page: self._head.take(page)
            if page.can_catch_up:
                return page.catch_up
            if unmade := page.unmade():
                return unmade[0]
        return None

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

    def show_shortcuts(self) -> None:
        """The list of all shortcuts, in help."""
        if self.current_key != HELP:
            self.show_help()
        page = self.current_page
        if page is not None and self.current_key == HELP:
            from sundhedsklynge.ui.help import SHORTCUTS

            page.look_up(SHORTCUTS)

    def show_tour(self) -> None:
        """The tour from its start; where there are no figures to show it on, how to get some."""
        if self.tour.is_possible:
            self.tour.start()
        elif self.session.empty:
            go = (tr("Gå til start"), lambda: self.show_page(self.page_keys()[0]))
            self._tell(Notice("info", tr("Rundturen vises på tal."), tr("Åbn demoen, eller importér filer først."), go))
        else:
            self._tell(Notice("info", tr("Rundturen vises på tal."), tr("Vent, til risikoen er regnet.")))

    def show_databases(self) -> None:
        """Where another database can be opened."""
        if self.meeting.is_on:
            return
        self.show_page(SETTINGS if self.session.workspace is not None else self.page_keys()[0])
        if self.current_page is not None:
            self.current_page.look_up(DATABASES)

    def open_menu(self) -> None:
        """The menu of all that can be done on any page, beside its button."""
        if not self.meeting.is_on:
            self.menu.popup(self.menu_button.mapToGlobal(QPoint(self.menu_button.width(), 0)))

    def _findable(self) -> list[Findable]:
        """What the palette finds; in a meeting no page that tells more than the meeting may see."""
        from sundhedsklynge.ui.palette import Entry as Findable
        from sundhedsklynge.ui.palette import places

        shown = () if self.meeting.is_on else self.page_keys()
        pages = [
            Findable(tr_marked(self._specs[key].title), tr("Side"), lambda key=key: self.show_page(key), f"Ctrl+{n}")
            for n, key in enumerate(shown, start=1)
        ]
        deeds = [
            Findable(command.said, tr("Handling"), command.run, "".join(command.shortcuts[:1]))
            for command in self.commands
            if command.findable and command.is_possible
        ]
        page = self.current_page
        own = [
            Findable(widget.text(), tr("Handling på siden"), widget.click)
            for widget in (page.actions_row() if page else ())
            if isinstance(widget, QPushButton) and widget.isEnabled() and widget.text()
        ]
        return [*pages, *places(self.session), *own, *deeds]

    def _print(self) -> None:
        """The week's pages of the scope; in a meeting with small numbers hidden."""
        from sundhedsklynge.ui.exporting import ask_print

        if self.current_page is not None:
            ask_print(self.current_page, masked=self.meeting.is_on)

    def _on_escape(self) -> None:
        if "search" in vars(self) and self.search.isVisible():
            self.search.close_panel()
        elif self.tour.is_on:
            self.tour.end()
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

    def _show_head(self) -> None:
        self._head.tell(self.current_page)

    def _drop_page(self, key: str) -> None:
        page = self._pages.pop(key)
        self._stack.removeWidget(page)
        self._head.drop(page)
        page.deleteLater()

    def _show_gap(self) -> None:
        """What data the page lacks, above it, until that is mended or the user has closed it."""
        found = None if self.meeting.is_on else gap(self.session, self._current, self._ask_files)
        said = found.sentence if found is not None else ""
        if said == self._gap_said:
            return
        clear(self._gap)
        self._gap_said = said
        if found is not None:
            row = QHBoxLayout()
            row.setContentsMargins(theme.SPACE_L, 0, theme.SPACE_L, theme.SPACE_S)
            bar = NoticeBar(found)
            bar.closed.connect(lambda: clear(self._gap))
            row.addWidget(bar)
            self._gap.addLayout(row)

    def _ask_files(self) -> None:
        self.file_door.ask()

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
        for key in list(self._pages):
            self._drop_page(key)
        self._current = ""
        self.details.dismiss()
        self._fill_navigation()
        name = self.session.database_name
        self.setWindowTitle(tr("{database} - Sundhedsklynge", database=name) if name else tr("Sundhedsklynge"))
        first, self._first_page = self._first_page, ""
        self.show_page(first if first in self.page_keys() else self.page_keys()[0])
        self.navigation.focus_current()
        if self._first_notice is not None:
            notice, self._first_notice = self._first_notice, None
            self._tell(notice)

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
            from sundhedsklynge.ui.hospitals import wanting

            data.set_attention(wanting(ground.freshness))

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
        """Dark instead of light or back, in the same contrast, remembered for next time."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        now = theme.tokens().scheme
        scheme = theme.Scheme.of(dark=not now.is_dark, high_contrast=now.has_high_contrast)
        theme.apply(app, scheme, self.meeting.scale)
        layout.remember("theme", scheme.value)

    def restore_layout(self, notice: Notice | None = None) -> None:
        """Size, place, page and scope as last time. `notice` is told when a database is open: what had to be mended."""
        layout.put_in_place(self)
        self._first_page = layout.remembered("page")
        self._first_notice = notice
        self.session.begin_with(layout.remembered_scope())

    def _remember_layout(self) -> None:
        layout.remember_place(self)
        if self.session.ground is not None:
            layout.remember("page", self._helped if self._current == HELP and self._helped else self._current)
            layout.remember_scope(self.session.scope)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setWindowIcon(icon("app"))
            self.navigation.fit(self.size())
        elif event.type() == QEvent.Type.FontChange:
            self._renew_pages()

    def _renew_pages(self) -> None:
        """Pages made for another size of type are made anew when they are next looked at; a meeting's large type is passing."""
        if theme.scale() == self._made_for or self.meeting.is_on:
            return
        self._made_for = theme.scale()
        for key in [key for key in self._pages if key != self._current]:
            self._drop_page(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fit(self.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.meeting.leave()
        self._remember_layout()
        self.hide()  # a job at work may take a moment to stop, which nobody need watch
        self.session.close()
        self._ahead.stop()
        super().closeEvent(event)
