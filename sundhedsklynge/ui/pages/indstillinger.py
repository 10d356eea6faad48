"""Indstillinger: the rules behind the figures, how the window looks, the database, and what the program is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.database_door import DatabaseDoor
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.fitting import Scrolled, Stack
from sundhedsklynge.ui.import_wizard.words import files_said
from sundhedsklynge.ui.jobs import Cancelled, Progress
from sundhedsklynge.ui.layout import (
    remember,
    remembered,
    remembered_language,
    remembered_scale,
    remembered_scheme,
)
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, button, frame, label
from sundhedsklynge.ui.pages import DATABASES
from sundhedsklynge.ui.pages.indstillinger_about import AboutView
from sundhedsklynge.ui.pages.indstillinger_rules import GROUPS, LABEL_WIDTH, RuleRow, group_of
from sundhedsklynge.ui.pickers import DayPicker, Picker
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.text import Language, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.change import Change
    from sundhedsklynge.workspace.rules import Rule

RULES, LOOKS, DATABASE, ABOUT = "regler", "udseende", "database", "om"
ALWAYS, FROM_DAY = "altid", "dato"
SYSTEM = "system"
LANGUAGES = ((Language.DANISH, "Dansk"), (Language.ENGLISH, "English"))  # each in its own words
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class IndstillingerPage(Page):
    """Four views, chosen in the head."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Indstillinger")
        self.views = Segments(
            tr("Indstillinger"),
            ((RULES, tr("Regler")), (LOOKS, tr("Udseende")), (DATABASE, tr("Database")), (ABOUT, tr("Om"))),
        )
        self.rows: dict[str, RuleRow] = {}
        self.since = Segments(tr("Ændringer gælder"), ((ALWAYS, tr("altid")), (FROM_DAY, tr("fra en dato"))))
        self.day = DayPicker()
        self.day.setAccessibleName(tr("Ændringer gælder fra denne dag"))
        self.day.setDate(QDate.currentDate())
        self.day.hide()
        self._views = Stack()
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)
        self._rules_column = QVBoxLayout()
        self._keys = (RULES, LOOKS, DATABASE, ABOUT)
        for view in (self._rules_view(), self._looks_view(), self._database_view(), AboutView()):
            self._views.addWidget(view)
        self.views.chosen.connect(self.show_view)
        self.since.chosen.connect(lambda key: self.day.setVisible(key == FROM_DAY))
        session.ground_changed.connect(self._load)
        session.steps.applied.connect(self._load)
        self._load()

    def actions_row(self) -> list[QWidget]:
        return [self.views]

    def look_up(self, topic: str) -> None:
        if topic == DATABASES:
            self.show_view(DATABASE)
            self.door.setFocus()

    def show_view(self, key: str) -> None:
        """Shows one of the four views."""
        self.views.set_current(key)
        self._views.setCurrentIndex(self._keys.index(key))

    @property
    def valid_from(self) -> dt.date | None:
        """The day from which a change holds, None for always."""
        chosen = self.day.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day()) if self.since.current() == FROM_DAY else None

    # Rules

    def _rules_view(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_S)
        top.addWidget(label(tr("Ændringer gælder")))
        top.addWidget(self.since)
        top.addWidget(self.day)
        top.addWidget(label(tr("Hver ændring gemmes med det samme og kan fortrydes."), "muted", wrap=True), 1)
        column = QWidget()
        self._rules_column = QVBoxLayout(column)
        self._rules_column.setContentsMargins(0, 0, theme.SPACE_S, 0)
        self._rules_column.setSpacing(theme.SPACE_M)
        view = QWidget()
        box = QVBoxLayout(view)
        box.setContentsMargins(0, theme.SPACE_S, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addLayout(top)
        box.addWidget(Scrolled(column), 1)
        return view

    def _load(self) -> None:
        workspace = self.session.workspace
        if workspace is None:
            self.show_state(self.session.failure or Notice("info", tr("Databasen er ikke åben.")))
            return
        self._show_database(workspace)
        self.session.jobs.start(
            "rules",
            tr("Læser indstillinger"),
            lambda progress, cancelled: workspace.rules.list(),
            self._show_rules,
            lambda error: self.tell(notice_of(error)),
        )

    def _show_rules(self, rules: Sequence[Rule]) -> None:
        if not self.rows:
            self._build_rules(rules)
        for rule in rules:
            row = self.rows[rule.entry.key]
            if not row.is_being_written():  # what cannot be used stays to be mended
                row.show_rule(rule)
        self.show_content()

    def _build_rules(self, rules: Sequence[Rule]) -> None:
        for place, (_, name) in enumerate(GROUPS):
            own = [rule for rule in rules if group_of(rule.entry.key) == place]
            if not own:
                continue
            box = QVBoxLayout()
            box.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
            box.setSpacing(0)
            box.addWidget(label(tr_marked(name), "strong"))
            box.addSpacing(theme.SPACE_XS)
            for rule in own:
                row = RuleRow(rule.entry)
                row.changed.connect(self._set)
                row.reset.connect(self._reset)
                self.rows[rule.entry.key] = row
                box.addWidget(row)
            self._rules_column.addWidget(frame("card", box))
        self._rules_column.addStretch(1)

    def _set(self, key: str, value: str) -> None:
        day = self.valid_from
        self._change(key, lambda workspace: workspace.rules.set(key, value, day))

    def _reset(self, key: str) -> None:
        self._change(key, lambda workspace: workspace.rules.reset(key))

    def _change(self, key: str, work: Callable[[Workspace], Change]) -> None:
        """Makes a change in a thread, after those before it, and takes note of it."""
        workspace, steps = self.session.workspace, self.session.steps
        if workspace is None:
            return

        def done(change: Change) -> None:
            steps.remember(Step(change.text, change.undo, change.redo))
            steps.applied.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self.rows[key].show_error(error)
            else:
                self.tell(notice_of(error))

        self.session.jobs.start(
            "change",
            tr("Gemmer"),
            lambda progress, cancelled: work(workspace),
            done,
            failed,
            cancellable=False,
            queue=True,
        )

    # Looks

    def _looks_view(self) -> QWidget:
        self.theme_choice = Segments(
            tr("Tema"),
            (
                (SYSTEM, tr("Som computeren")),
                (theme.Scheme.LIGHT.value, tr("Lyst")),
                (theme.Scheme.DARK.value, tr("Mørkt")),
                (theme.Scheme.CONTRAST_LIGHT.value, tr("Høj kontrast, lyst")),
                (theme.Scheme.CONTRAST_DARK.value, tr("Høj kontrast, mørkt")),
            ),
        )
        self.theme_choice.set_current(remembered("theme") or SYSTEM)
        self.scale = Picker()
        self.scale.setAccessibleName(tr("Tekststørrelse"))
        for scale in SCALES:
            self.scale.addItem(text.percent(scale), scale)
        self.scale.setCurrentIndex(max(0, self.scale.findData(remembered_scale())))
        self.theme_choice.chosen.connect(self._choose_theme)
        self.scale.activated.connect(lambda _: self._choose_scale())
        self.language = Segments(tr("Sprog"), tuple((language.value, name) for language, name in LANGUAGES))
        self.language.set_current(remembered_language().value)
        self.language.chosen.connect(lambda key: remember("language", key))
        return _form(
            tr("Udseende"),
            (
                (tr("Tema (skift med Ctrl+T)"), self.theme_choice),
                (tr("Tekststørrelse"), self.scale),
                (tr("Sprog (Language)"), self.language),
            ),
            tr("Udseendet huskes på denne computer og gælder kun dig. Sproget skifter, næste gang programmet åbnes."),
        )

    def _choose_theme(self, key: str) -> None:
        remember("theme", "" if key == SYSTEM else key)
        _apply_looks()

    def _choose_scale(self) -> None:
        remember("scale", self.scale.currentData())
        _apply_looks()

    # The database

    def _database_view(self) -> QWidget:
        self.where = label()
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.holds = label("", "muted")
        self.check = button(tr("Kontrollér"), self.check_database, tip=tr("Se hver side i databasen efter"))
        self.back_up = button(tr("Tag en kopi"), self.ask_backup, tip=tr("Gem en sikker kopi, mens andre arbejder"))
        self.restore = button(tr("Genskab fra en kopi"), self.ask_restore, tip=tr("Sæt en kopi i databasens sted"))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_S)
        for made in (self.check, self.back_up, self.restore):
            row.addWidget(made)
        row.addStretch(1)
        self.door = DatabaseDoor(self.session)
        self.door.setMinimumWidth(theme.scaled(LABEL_WIDTH))
        return _form(
            tr("Databasen"),
            (
                (tr("Ligger her"), self.where),
                (tr("Rummer"), self.holds),
                (tr("Pasning"), buttons),
                (tr("Åbn en anden"), self.door),
            ),
            tr("Når du genskaber fra en kopi, gemmes det, der var før, ved siden af databasen."),
        )

    def _show_database(self, workspace: Workspace) -> None:
        self.where.setText(workspace.name)
        kinds = tr("en server") if workspace.on_server else tr("demodata") if workspace.is_demo else tr("en fil")
        self.holds.setText(tr("{count} ({kind})", count=files_said(self.session.imports), kind=kinds))
        self.back_up.setEnabled(not workspace.on_server)
        self.restore.setEnabled(not workspace.on_server and not workspace.is_demo)

    def check_database(self) -> None:
        """Looks the whole database through and tells how it is."""
        self._care(tr("Kontrollerer databasen"), lambda workspace, cancelled: workspace.check(), translated)

    def ask_backup(self) -> QFileDialog:
        """Asks where the copy is to lie, and makes it."""
        dialog = ask_paths(
            self, tr("Gem kopien som"), Mode.AnyFile, lambda paths: self.back_up_to(paths[0]), tr("Database (*.sqlite)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sqlite")
        dialog.selectFile(f"sundhedsklynge_{dt.date.today():%Y-%m-%d}.sqlite")
        return dialog

    def back_up_to(self, file: Path) -> None:
        """Makes a safe copy of the database."""

        def copy(workspace: Workspace, cancelled: Cancelled) -> str:
            workspace.backup(file, cancelled)
            return tr("Databasen er kopieret til {file}.", file=file)

        self._care(tr("Kopierer databasen"), copy, str)

    def ask_restore(self) -> QFileDialog:
        """Asks for the copy to be put in the database's place."""
        return ask_paths(
            self,
            tr("Vælg kopien, der skal genskabes"),
            Mode.ExistingFile,
            lambda paths: self.restore_from(paths[0]),
            tr("Database (*.sqlite);;Alle filer (*)"),
        )

    def restore_from(self, copy: Path) -> None:
        """Puts a copy in the database's place and opens it anew."""

        def told(before: Path) -> str:
            assert self.session.workspace is not None
            self.session.open(self.session.workspace.name)
            return tr(
                "Databasen er genskabt fra {file}. Det, der var før, ligger i {before}.", file=copy, before=before
            )

        self._care(tr("Genskaber databasen"), lambda workspace, cancelled: workspace.restore_from(copy), told)

    def _care(self, said: str, work: Callable[[Workspace, Cancelled], object], tell: Callable[..., str]) -> None:
        workspace = self.session.workspace
        if workspace is None:
            return

        def run(progress: Progress, cancelled: Cancelled) -> object:
            return work(workspace, cancelled)

        def done(result: object) -> None:
            self.session.told.emit(Notice("info", tell(result)))

        self.session.jobs.start("care", said, run, done, lambda error: self.tell(notice_of(error)), queue=True)


def _apply_looks() -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, remembered_scheme(app), remembered_scale())


def _form(title: str, rows: Sequence[tuple[str, QWidget]], note: str) -> QWidget:
    """A card of named controls at the top of an otherwise empty view."""
    form = QFormLayout()
    form.setHorizontalSpacing(theme.SPACE_M)
    form.setVerticalSpacing(theme.SPACE_M)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    for name, widget in rows:
        caption = label(name)
        caption.setBuddy(widget)
        caption.setMinimumWidth(theme.scaled(LABEL_WIDTH) // 2)
        form.addRow(caption, widget)
    box = QVBoxLayout()
    box.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_L)
    box.setSpacing(theme.SPACE_M)
    box.addWidget(label(title, "strong"))
    box.addLayout(form)
    box.addWidget(label(note, "muted", wrap=True))
    view = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, theme.SPACE_S, 0, 0)
    column.addWidget(frame("card", box))
    column.addStretch(1)
    return view
