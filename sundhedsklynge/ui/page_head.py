"""The line above the page: its title, what it is about, and its own controls."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import WrapRow
from sundhedsklynge.ui.page import ElidedLabel, Page, label


class PageHead(WrapRow):
    """Follows the page it is given. Each page's controls have a row of their own, for to move a control is to style it anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.SPACE_M, theme.SPACE_XS, parent)
        self._title = label("", "title")
        self._subtitle = ElidedLabel("", "muted")
        self._controls: dict[Page, WrapRow] = {}
        self.add(self._title)
        self.add(self._subtitle, stretch=True)

    def holds(self, page: Page) -> bool:
        """Whether the page's controls are in place."""
        return page in self._controls

    def take(self, page: Page) -> None:
        """Puts the page's controls in place, unseen."""
        row = self._controls[page] = WrapRow(theme.SPACE_S)
        row.hide()
        for control in page.actions_row():
            row.add(control)
        self.add(row)

    def show_page(self, page: Page) -> None:
        """Shows the controls of that page and no others."""
        if not self.holds(page):
            self.take(page)
        for other, row in self._controls.items():
            row.setVisible(other is page)

    def tell(self, page: Page | None) -> None:
        """Says what the page is called and about now."""
        self._title.setText(page.title if page else "")
        self._subtitle.set_whole(page.subtitle if page else "")

    def drop(self, page: Page) -> None:
        """The page is gone, and its controls with it."""
        row = self._controls.pop(page, None)
        if row is not None:
            self.lines.removeWidget(row)
            row.hide()
            row.deleteLater()
