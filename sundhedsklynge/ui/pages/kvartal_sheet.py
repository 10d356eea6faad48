"""Quick entry of a quarter: one line a municipality (and hospital), doubts questioned in place, saved as one import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sundhedsklynge.coverage.entry import Entry, HomeEntry
from sundhedsklynge.coverage.indicators import is_over, next_quarter
from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.page import Page, button, frame, label
from sundhedsklynge.ui.pages.kvartal_part import QuarterPart, Saving, Sight, picker, quarter_name, refill
from sundhedsklynge.ui.pages.kvartal_typing import EntryTable, Place, Typed
from sundhedsklynge.ui.session import danish_order
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.store.quarterly import Told
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.quarterly import EntryLine

_QUARTERS = 12  # that can be typed in


class SheetPart(QuarterPart):
    """The table of one kind of figures. What is typed and not saved is kept while other quarters are looked at."""

    def __init__(self, page: Page, sight: Callable[[], Sight], kind: type[Entry]) -> None:
        super().__init__(page, sight)
        self.kind = kind
        self.key = "plejehjem" if kind is HomeEntry else "behandling72"
        self._typed: dict[str, Typed] = {}
        self._hospitals: Sequence[str] = ()
        self.quarter = picker(tr("Kvartal"), letters=14)
        self.table = EntryTable(kind)
        self.said = label("", "muted", wrap=True)
        self.save = button(tr("Gem"), self.save_all, "primary", tr("Gem tallene som én import (Ctrl+S)"))
        self.drop = button(tr("Kassér det indtastede"), self.drop_all, "flat")
        self.history = button(tr("Hvad er sagt før"), self.show_history, "flat", tr("Historik for den valgte linje"))
        self.municipality = picker(tr("Kommune til en ny linje"), letters=16)
        self.hospital = picker(tr("Hospital til en ny linje"), letters=26)
        self.add = button(tr("Tilføj linje"), self.add_line)
        self._asked = label("", wrap=True)
        self.yes = button(tr("Ja, det er rigtigt"), self.agree)
        asked = QHBoxLayout()
        asked.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        asked.addWidget(self._asked, 1)
        asked.addWidget(self.yes)
        self.question = frame("card", asked)
        self.question.hide()
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_S)
        top.addWidget(self.quarter)
        if kind is not HomeEntry:
            for widget in (self.municipality, self.hospital, self.add):
                top.addWidget(widget)
        top.addStretch(1)
        for widget in (self.history, self.drop, self.save):
            top.addWidget(widget)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        box.addWidget(self.said)
        box.addWidget(self.table, 1)
        box.addWidget(self.question)
        self.quarter.activated.connect(lambda _: self.load())
        self.table.sheet.edited.connect(self._tell)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_question())
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.activated.connect(self.save_all)

    @property
    def chosen(self) -> str:
        """The quarter shown."""
        return self.quarter.currentData() or ""

    @property
    def today(self) -> dt.date:
        """The later of the clock and the data, so that the demo's quarters can be typed."""
        ground = self.session.ground
        return max(dt.date.today(), ground.newest) if ground else dt.date.today()

    def load(self) -> None:
        refill(self.quarter, [(quarter_name(quarter), quarter) for quarter in self._quarters()])
        quarter, sight, kind = self.chosen, self.sight(), self.kind

        def read(workspace: Workspace) -> tuple[Sequence[EntryLine], Sequence[str]]:
            level, code = (sight.level, sight.code) if sight.level != "hospital" else ("i_alt", "i_alt")
            lines = workspace.quarterly.entry_lines(kind, quarter, level, code)
            return lines, workspace.places.hospitals()

        self.read(tr("Læser kvartalets tal"), read, lambda found: self._on_lines(quarter, *found))

    def _quarters(self) -> list[str]:
        """Quarters that are over, the newest first."""
        newest = quarter_code(self.today)
        if not is_over(newest, self.today):
            newest = next_quarter(newest, -1)
        return [next_quarter(newest, -back) for back in range(_QUARTERS)]

    def _on_lines(self, quarter: str, lines: Sequence[EntryLine], hospitals: Sequence[str]) -> None:
        known = self._known()
        shown = [line for line in lines if line.entry or line.before or not known or line.municipality in known]
        shown.sort(key=lambda line: (danish_order(line.name), danish_order(line.hospital)))
        self._hospitals = hospitals
        refill(self.municipality, [(name, code) for code, name in known.items()])
        refill(self.hospital, [(name, name) for name in hospitals])
        self.show_content()
        typed = self._typed.setdefault(quarter, Typed())
        self.table.sheet.set_lines(quarter, shown, typed, self.today)
        self.table.fit()
        self._tell()

    def _known(self) -> dict[int, str]:
        """Municipalities in the scope, by code, in Danish order."""
        ground, sight = self.session.ground, self.sight()
        if ground is None:
            return {}
        here = next((a for a in ground.areas if (a.level, a.code) == (sight.level, sight.code)), None)
        members = set(here.members) if here else {m for area in ground.areas for m in area.members}
        named = [(int(a.code), a.name) for a in ground.areas if a.level == "kommune" and int(a.code) in members]
        return dict(sorted(named, key=lambda pair: danish_order(pair[1])))

    def add_line(self) -> None:
        """A line for a municipality and hospital that have sent nothing before."""
        code, hospital = self.municipality.currentData(), self.hospital.currentData()
        if code is not None and hospital:
            self.table.sheet.add_line(Place(int(code), self.municipality.currentText(), hospital))
            self.table.look_at(self.table.sheet.row_of(int(code), hospital))

    def save_all(self) -> None:
        """Stores all typed lines as one import; it can be undone."""
        workspace, sheet = self.session.workspace, self.table.sheet
        entries = sheet.entries()
        if workspace is None or not entries or sheet.open_doubts():
            return
        room, today = workspace.quarterly, self.today
        saving = Saving(
            lambda: room.save_entries(entries, confirmed=True, today=today),
            workspace.undo_import,
            workspace.redo_import,
        )
        self.session.steps.make(saving.step(tr("Tal for {quarter}", quarter=quarter_name(self.chosen))))

    def drop_all(self) -> None:
        """Forgets what was typed in the quarter and not saved."""
        self._typed[self.chosen] = Typed()
        self.load()

    def show_history(self) -> None:
        """Everything that was ever said of the marked line."""
        entry = self.table.sheet.stored(self.table.currentIndex().row())
        if entry is None:
            self.said.setText(tr("Der er ikke sagt noget før om linjen. Vælg en linje med gemte tal."))
            return
        self.read(
            tr("Læser historik"),
            lambda workspace: workspace.quarterly.history(entry),
            lambda found: self._on_history(entry, found),
            "historik",
        )

    def _on_history(self, entry: Entry, found: Sequence[Told]) -> None:
        place = self.table.sheet.line_name(self.table.currentIndex().row())
        notes = tuple(
            tr(
                "{state} {when} af {who}, {source}: {figures}",
                state="●" if told.speaks else "○",
                when=text.moment(told.made_at),
                who=told.made_by,
                source=told.file or tr("tastet ind"),
                figures=self.table.sheet.figures_said(told.entry),
            )
            + (tr(" (fortrudt)") if told.undone else "")
            for told in found
        )
        first = tr("Det øverste ● gælder; resten er historik.")
        title = tr("{place}, {quarter}", place=place, quarter=quarter_name(entry.quarter))
        self.page.details_asked.emit(Details(title, notes=(first, *notes)))

    def agree(self) -> None:
        """Answers the question shown with yes."""
        row = self._doubtful_row()
        if row is not None:
            self.table.sheet.agree(row)

    def _doubtful_row(self) -> int | None:
        """The line whose doubt is shown: the marked one, else the first."""
        sheet, marked = self.table.sheet, self.table.currentIndex().row()
        rows = [row for row in sheet.changed_rows() if sheet.doubts(row)]
        return marked if marked in rows else rows[0] if rows else None

    def _show_question(self) -> None:
        row = self._doubtful_row()
        self.question.setVisible(row is not None)
        if row is not None:
            sheet = self.table.sheet
            doubt = sheet.doubts(row)[0]
            self._asked.setText(f"{'■' if doubt.wrong else '▲'} {sheet.line_name(row)}: {translated(doubt.message)}")
            self.yes.setVisible(not doubt.wrong)

    def _tell(self) -> None:
        sheet = self.table.sheet
        typed, doubts = len(sheet.changed_rows()), sheet.open_doubts()
        wrong = sum(1 for doubt in doubts if doubt.wrong)
        missing = sheet.missing_lines()
        if not typed:
            said = tr("Skriv tallene i felterne, eller sæt dem ind fra Excel med Ctrl+V.")
            said += " " + tr("{count} linjer mangler tal for kvartalet.", count=missing) if missing else ""
        elif wrong:
            said = tr(
                "{count} linjer er ændret. Ret de {wrong}, der er markeret med ■, før du gemmer.",
                count=typed,
                wrong=wrong,
            )
        elif doubts:
            said = tr(
                "{count} linjer er ændret. Svar på {open} spørgsmål nederst, før du gemmer.",
                count=typed,
                open=len(doubts),
            )
        else:
            said = tr("{count} linjer er ændret og ikke gemt endnu.", count=typed)
        self.said.setText(said)
        self.save.setEnabled(bool(typed) and not doubts)
        self.drop.setVisible(bool(typed))
        self._show_question()
