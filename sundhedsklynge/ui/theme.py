"""Tokens of the themes, and the palette and style sheet made from them.

Nothing else in the window names a colour or a size of type.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sundhedsklynge.resources import resource

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
RADIUS = 4
TARGET = 24  # least size of anything to hit
FOCUS_WIDTH = 2
BASE, SMALL, LEAD, TITLE, FIGURE = 10.0, 9.0, 12.0, 15.0, 22.0  # points


class Scheme(Enum):
    """Light and dark, each also with high contrast."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the text."""
        return self in (Scheme.DARK, Scheme.CONTRAST_DARK)

    @property
    def has_high_contrast(self) -> bool:
        """Whether it is meant for eyes or rooms that need more contrast."""
        return self in (Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK)

    @classmethod
    def of(cls, *, dark: bool, high_contrast: bool) -> Scheme:
        """The theme with these two properties."""
        return next(one for one in cls if one.is_dark == dark and one.has_high_contrast == high_contrast)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named colours of one theme; `watch` is a fill under `on_watch` text only."""

    scheme: Scheme
    ground: QColor
    surface: QColor
    raised: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    calm: QColor
    watch: QColor
    on_watch: QColor
    high: QColor
    on_high: QColor

    def faded(self, color: QColor, share: float) -> QColor:
        """`color` with `share` (0-1) of its opacity."""
        faded = QColor(color)
        faded.setAlphaF(share)
        return faded

    def mixed(self, color: QColor, share: float) -> QColor:
        """`share` of `color` laid on the surface, opaque: for fills whose contrast with text must be known."""
        ground = self.surface
        red, green, blue = (
            share * part(color) + (1 - share) * part(ground) for part in (QColor.redF, QColor.greenF, QColor.blueF)
        )
        return QColor.fromRgbF(red, green, blue)

    @property
    def watch_soft(self) -> QColor:
        """The fill of the second risk class: a tint of `watch` that carries the ordinary text colour."""
        return self.mixed(self.watch, 0.30)

    @property
    def selection(self) -> QColor:
        """Fill of selected rows, under the ordinary text colour; with high contrast it stands 3:1 against the others."""
        shares = {Scheme.CONTRAST_LIGHT: 0.55, Scheme.CONTRAST_DARK: 0.44}
        return self.mixed(self.accent, shares.get(self.scheme, 0.16))

    def band(self, coverage: int) -> QColor:
        """Fill of the 50, 80 or 95 % band: the accent at 35, 22 or 12 %."""
        return self.faded(self.accent, {50: 0.35, 80: 0.22, 95: 0.12}[coverage])

    @property
    def band_edge(self) -> QColor:
        """The outline of the bands, whose fills are too faint to be told from the surface by all."""
        return self.mixed(self.accent, 0.70)

    def hatch(self) -> QBrush:
        """Fill of what is missing: strong lines on the ground."""
        return QBrush(self.line_strong, Qt.BrushStyle.BDiagPattern)


def _tokens(scheme: Scheme, *colors: str) -> Tokens:
    return Tokens(scheme, *(QColor(color) for color in colors))


LIGHT = _tokens(
    Scheme.LIGHT,
    *("#F6F7F9", "#FFFFFF", "#FFFFFF", "#DDE2E8", "#808A96", "#1A1F26", "#57606A"),
    *("#0B5CAD", "#FFFFFF", "#005F8F", "#F2B134", "#000000", "#9E1B1B", "#FFFFFF"),
)
DARK = _tokens(
    Scheme.DARK,
    *("#14171A", "#1C2024", "#24292E", "#333A41", "#727D89", "#E7EAED", "#A3ADB8"),
    *("#6CB6FF", "#0D1117", "#56B4E9", "#F2B134", "#000000", "#FF7F73", "#000000"),
)
CONTRAST_LIGHT = _tokens(
    Scheme.CONTRAST_LIGHT,
    *("#FFFFFF", "#FFFFFF", "#FFFFFF", "#595F66", "#1F2328", "#000000", "#20252A"),
    *("#0A3E8C", "#FFFFFF", "#0A3E8C", "#FFC022", "#000000", "#8A0010", "#FFFFFF"),
)
CONTRAST_DARK = _tokens(
    Scheme.CONTRAST_DARK,
    *("#000000", "#000000", "#0D0D0D", "#9AA3AD", "#FFFFFF", "#FFFFFF", "#D9DEE3"),
    *("#6FE0FF", "#000000", "#5AB0FF", "#FFD23F", "#000000", "#FF8A80", "#000000"),
)
ALL = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


class _Current:
    tokens = LIGHT
    scale = 1.0


def tokens() -> Tokens:
    """The tokens now in force. Who paints by hand asks again at every paint."""
    return _Current.tokens


def system_scheme(app: QApplication) -> Scheme:
    """What the desktop asks for."""
    hints = app.styleHints()
    return Scheme.of(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        high_contrast=hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast,
    )


def font(points: float = BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's font with tabular figures, `points` high before scaling."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made.setPointSizeF(points * _Current.scale)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def scale() -> float:
    """How much all type is enlarged."""
    return _Current.scale


def scaled(pixels: int) -> int:
    """A width that holds type, at the size of type now in force."""
    return round(pixels * _Current.scale)


def row_height() -> int:
    """The height of a table's rows, in pixels: 28, and more where the type is larger."""
    return max(28, QFontMetrics(font()).height() + SPACE_S)


def apply(app: QApplication, scheme: Scheme, type_scale: float = 1.0) -> None:
    """Puts a theme in force; `type_scale` enlarges all type (meeting mode 1.5). Widgets get `QEvent.PaletteChange`."""
    _Current.tokens = next(made for made in ALL if made.scheme is scheme)
    _Current.scale = type_scale
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette(_Current.tokens))
    for window in app.topLevelWidgets():
        if window.styleSheet():
            dress(window)


def dress(window: QWidget) -> None:
    """Puts the theme's style sheet on a window and all in it; `apply` renews it there.

    Not on the application: Qt would then style a widget anew each time something it stands in gets a parent (measured: 170 of the 220 ms
    in which a page of 880 widgets was made).
    """
    window.setStyleSheet(_style_sheet(_Current.tokens, _Current.scale))


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, color in (
        (role.Window, t.ground),
        (role.WindowText, t.text),
        (role.Base, t.surface),
        (role.AlternateBase, t.ground),
        (role.Text, t.text),
        (role.PlaceholderText, t.muted),
        (role.Button, t.surface),
        (role.ButtonText, t.text),
        (role.BrightText, t.high),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.text),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.Accent, t.accent),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.Light, t.raised),
        (role.Midlight, t.line),
        (role.Mid, t.line),
        (role.Dark, t.line_strong),
        (role.Shadow, t.line_strong),
    ):
        palette.setColor(target, color)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, t.line_strong)
    return palette


def _style_sheet(t: Tokens, type_scale: float) -> str:
    def pt(points: float) -> str:
        return f"{points * type_scale:g}pt"

    def name(color: QColor) -> str:
        return color.name()

    least = max(TARGET - 4, QFontMetrics(font()).height())  # inside the border of a control: a layout may not go below
    hover = name(t.mixed(t.accent, 0.08))
    chosen = name(t.selection)
    accent, line, strong, surface = name(t.accent), name(t.line), name(t.line_strong), name(t.surface)
    raised, muted, text, ground = name(t.raised), name(t.muted), name(t.text), name(t.ground)
    tick = resource(
        "icons", f"tick-{'dark' if t.scheme.is_dark else 'light'}.svg"
    ).as_posix()  # a style sheet tints none
    return f"""
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {strong}; padding: 4px; }}
QLabel[kind="title"] {{ font-size: {pt(TITLE)}; font-weight: 600; }}
QLabel[kind="lead"] {{ font-size: {pt(LEAD)}; }}
QLabel[kind="figure"] {{ font-size: {pt(FIGURE)}; }}
QLabel[kind="small"] {{ font-size: {pt(SMALL)}; color: {muted}; }}
QLabel[kind="muted"] {{ color: {muted}; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="typed"] {{ background: {surface}; color: {text}; }}
QLabel[kind="demo"] {{ background: {name(t.watch)}; color: {name(t.on_watch)}; font-weight: 600;
    font-size: {pt(SMALL)}; border-radius: {RADIUS}px; padding: 1px 6px; }}
QFrame[kind="bar"] {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QFrame[kind="foot"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[kind="rail"] {{ background: {surface}; border: none; border-right: 1px solid {line}; }}
QFrame[kind="pane"] {{ background: {surface}; border: none; border-left: 1px solid {line}; }}
QFrame[kind="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: {RADIUS}px; }}
QFrame[kind="palette"] {{ background: {raised}; border: 1px solid {strong}; border-radius: {RADIUS}px; }}
QFrame[kind="rule"] {{ background: {line}; border: none; }}
QFrame[kind="drop"] {{ background: {surface}; border: 2px dashed {strong}; border-radius: {RADIUS}px; }}
QFrame[kind="drop"][over="true"] {{ border-color: {accent}; background: {hover}; }}
QFrame[kind="notice"] {{ background: {surface}; border: 1px solid {strong}; border-left: 4px solid {accent};
    border-radius: {RADIUS}px; }}
QFrame[kind="notice"][tone="warning"] {{ border-left-color: {name(t.watch)}; }}
QFrame[kind="notice"][tone="error"] {{ border-left-color: {name(t.high)}; }}
QPushButton, QToolButton {{ min-height: {least}px; padding: 2px 10px; border: 1px solid {strong};
    border-radius: {RADIUS}px; background: {surface}; color: {text}; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {{ background: {chosen}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QDateEdit:focus, QSpinBox:focus {{
    border: {FOCUS_WIDTH}px solid {accent}; padding: 1px 9px; }}
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled {{ color: {strong}; border-color: {line}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {name(t.on_accent)}; border-color: {accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {name(t.mixed(t.accent, 0.88))}; }}
QPushButton[kind="primary"]:focus {{ border: {2 * FOCUS_WIDTH}px double {name(t.on_accent)}; padding: 0px 7px;
    min-height: {least - 2}px; }}
QPushButton[kind="primary"]:disabled {{ background: {line}; color: {strong}; border-color: {line}; }}
QPushButton[kind="flat"], QToolButton[kind="flat"] {{ border: 1px solid transparent; background: transparent; }}
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover {{ background: {hover}; }}
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus {{ border: {FOCUS_WIDTH}px solid {accent}; }}
QPushButton[kind="line"] {{ border: 1px solid transparent; background: transparent; text-align: left;
    padding: 2px 6px; }}
QPushButton[kind="line"]:hover {{ background: {hover}; }}
QPushButton[kind="line"]:focus {{ border: {FOCUS_WIDTH}px solid {accent}; padding: 1px 5px; }}
QToolButton[kind="nav"] {{ border: none; border-left: 3px solid transparent; border-radius: 0; background: transparent;
    padding: 6px 10px 6px 9px; min-height: {least + 4}px; text-align: left; }}
QToolButton[kind="nav"][dense="true"] {{ padding: 1px 10px 1px 9px; min-height: {least}px; }}
QToolButton[kind="nav"]:hover {{ background: {hover}; }}
QToolButton[kind="nav"]:checked {{ background: {chosen}; border-left-color: {accent}; font-weight: 600; }}
QToolButton[kind="nav"]:focus {{ border: {FOCUS_WIDTH}px solid {accent}; border-left: 3px solid {accent};
    padding: 4px 8px 4px 9px; }}
QToolButton[kind="nav"][dense="true"]:focus {{ padding: 0px 8px 0px 9px; min-height: {least - 2}px; }}
QToolButton[kind="segment"] {{ border-radius: 0; }}
QToolButton[kind="segment"][edge="first"] {{ border-top-left-radius: {RADIUS}px;
    border-bottom-left-radius: {RADIUS}px; }}
QToolButton[kind="segment"][edge="last"] {{ border-top-right-radius: {RADIUS}px;
    border-bottom-right-radius: {RADIUS}px; }}
QToolButton[kind="segment"]:checked {{ background: {accent}; color: {name(t.on_accent)}; border-color: {accent}; }}
QToolButton[kind="segment"]:focus {{ border: {FOCUS_WIDTH}px solid {accent}; padding: 1px 9px; }}
QToolButton[kind="segment"]:checked:focus {{ border: {2 * FOCUS_WIDTH}px double {name(t.on_accent)}; padding: 0px 7px;
    min-height: {least - 2}px; }}
QCheckBox, QSlider {{ border: {FOCUS_WIDTH}px solid transparent; border-radius: {RADIUS}px; padding: 1px 2px; }}
QCheckBox:focus, QSlider:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {strong}; border-radius: 3px; background: {surface};
    padding: 2px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {line}; }}
QCheckBox:disabled {{ color: {strong}; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {strong}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{ width: 12px; margin: -6px 0; border: 2px solid {accent}; border-radius: 8px;
    background: {surface}; }}
QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled {{ background: {line}; }}
QSlider::handle:horizontal:disabled {{ border-color: {line}; }}
QComboBox, QLineEdit, QDateEdit, QSpinBox {{ min-height: {least}px; padding: 2px 10px; border: 1px solid {strong};
    border-radius: {RADIUS}px; background: {surface}; color: {text}; selection-background-color: {accent};
    selection-color: {name(t.on_accent)}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 0px; }}
QTableView, QListView, QTextEdit {{ border: 1px solid {line}; padding: {FOCUS_WIDTH - 1}px; }}
QTableView:focus, QListView:focus, QTextEdit:focus {{ border: {FOCUS_WIDTH}px solid {accent}; padding: 0px; }}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ background: {raised}; border: 1px solid {strong};
    padding: 0px; selection-background-color: {chosen}; selection-color: {text}; }}
QTableView {{ background: {surface}; alternate-background-color: {ground};
    gridline-color: {line};
    selection-background-color: {chosen}; selection-color: {text}; }}
QTableView[kind="small"] {{ font-size: {pt(SMALL)}; }}
QTableView::item {{ padding: 0 3px; }}
QTableView[kind="small"]::item {{ padding: 0 1px; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: 3px 6px; font-size: {pt(SMALL)}; }}
QHeaderView::section:vertical {{ color: {text}; border-bottom: none; border-right: 1px solid {line};
    font-size: {pt(BASE)}; }}
QTableCornerButton::section {{ background: {surface}; border: none; border-bottom: 1px solid {line};
    border-right: 1px solid {line}; }}
QProgressBar {{ border: 1px solid {strong}; border-radius: {RADIUS}px; background: {ground}; max-height: 12px;
    text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QScrollArea {{ border: none; background: transparent; }}
QAbstractScrollArea::corner {{ border: none; background: transparent; }}
QScrollBar {{ border: none; background: transparent; }}
QScrollBar:vertical {{ width: 14px; }}
QScrollBar:horizontal {{ height: 14px; }}
QScrollBar::handle {{ background: {strong}; border-radius: {RADIUS}px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {TARGET}px; }}
QScrollBar::handle:horizontal {{ min-width: {TARGET}px; }}
QScrollBar::handle:hover {{ background: {accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
"""
