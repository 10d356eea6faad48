"""English as the second language: the catalogue is whole, and nobody who chose English meets Danish in the window."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.resources import resource
from sundhedsklynge.ui import language, text
from sundhedsklynge.ui.layout import remembered_language
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.pages.indstillinger import IndstillingerPage
from sundhedsklynge.ui.pages.kvartal_print import Catalogue, catalogue_pdf
from sundhedsklynge.ui.phrasebook import Phrasebook
from sundhedsklynge.ui.text import Language, tr, translated
from sundhedsklynge.workspace import Workspace
from tests import translations
from tests.translations import CATALOGUES, PACKAGE, PHRASES, WINDOW, fields, name_of, phrases
from tests.ui.conftest import MakeWindow
from tests.ui.states import states

CATALOGUE = CATALOGUES / "sundhedsklynge_en.ts"


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return language.phrases(Language.ENGLISH)


# The catalogue --------------------------------------------------------------------------------------------------------


def test_that_the_catalogue_has_every_text_of_the_program_and_no_other() -> None:
    found, told = translations.texts(), translations.read(CATALOGUE)
    for context in (WINDOW, PHRASES):
        assert set(found[context]) - set(told[context]) == set(), "run python -m tests.translations, and translate"
        assert set(told[context]) - set(found[context]) == set(), "run python -m tests.translations"


def test_that_every_text_is_translated_with_the_same_placeholders() -> None:
    for context, entries in translations.read(CATALOGUE).items():
        for source, said in entries.items():
            assert said, f"{context}: {source!r} is not translated"
            assert fields(said) == fields(source), f"{context}: {source!r}"
            assert source[:1].isspace() == said[:1].isspace(), f"{context}: {source!r}"


def test_that_what_is_shipped_is_compiled_from_the_catalogue() -> None:
    compiled = QTranslator()
    assert compiled.load(str(CATALOGUE.with_suffix(".qm")))
    for context, entries in translations.read(CATALOGUE).items():
        for source, said in entries.items():
            assert compiled.translate(context, source) == said, "run python -m tests.translations"


def test_that_the_catalogue_is_not_danish() -> None:
    for entries in translations.read(CATALOGUE).values():
        for said in entries.values():
            danish = _danish_in(
                re.sub(r"'.*?'|\(.*?\)|Write .*|privat\.\w+|\w+_\w+|\w+;\w+", "", said)
            )  # words to write in a file
            assert not danish, f"{danish} in {said!r}"


# What the tool that keeps the catalogue finds -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            'raise UserError("Filen er tom.", f"Hent den hos {self.sender}.")',
            ["Filen er tom.", "Hent den hos {sender}."],
        ),
        ("text = f\"{count} {'dag' if count == 1 else 'dage'} gammel\"", ["{count} {count2} gammel", "dag", "dage"]),
        ('counted(n, "række", "rækker")', ["{count} række", "{count} rækker"]),
        ('class Rule(StrEnum):\n    TREND = "samme retning"', ["samme retning"]),
        ('said = "Ingen uger er kendt."', ["Ingen uger er kendt."]),
        ('"""Ingen uger er kendt."""', []),
        ('raise ValueError("no such thing at all.")', []),
        ('db.execute(f"SELECT {column} FROM plan")', []),
        ('if status == "delvist afløst.": pass', []),
        ('{"pladser ugen før.": 1}', []),
        ('key = "gop_type"', []),
    ],
)
def test_that_the_texts_of_the_lower_layers_are_found(source: str, found: list[str]) -> None:
    assert sorted(phrases(source, labels=False)) == sorted(found)


def test_that_names_are_found_where_names_are_given() -> None:
    assert list(phrases('Setting("a", "Overvåget mappe")', labels=True)) == ["Overvåget mappe"]
    assert list(phrases('Setting("a", "Overvåget mappe")', labels=False)) == []


# Phrases from below the window ----------------------------------------------------------------------------------------


def test_that_every_phrase_is_recognised_by_its_shape(book: Phrasebook) -> None:
    for source, said in translations.read(CATALOGUE)[PHRASES].items():
        values = {field: f"N{place}" for place, field in enumerate(sorted(fields(source)), start=1)}
        assert book.translate(source.format(**values)) == said.format(**values), source


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        (
            "3 ekstra pladser inden 4.12. fjerner 64 % af risikoen. Uge 48, 2026 og uge 49, 2026 kan ikke komme under 5 % med flere "
            "pladser: fristen udløber, før de kan bruges, eller den er allerede overskredet.",
            "3 extra slots by 4.12. remove 64 % of the risk. Week 48, 2026 and week 49, 2026 cannot come under 5 % with more slots: "
            "the deadline expires before they can be used, or has already passed.",
        ),
        (
            "Allerød, uge 50, 2026: risikoen er steget fra 3 % til 64 %, fordi der er 3 pladser færre i ugen.",
            "Allerød, week 50, 2026: the risk has risen from 3 % to 64 %, because of 3 fewer slots in the week.",
        ),
        (
            "Række 3, kolonne 2 i udklippet: 'x' er ikke et antal pladser. Skriv et helt tal fra 0. Intet er ændret.",
            "Row 3, column 2 of the clipboard: 'x' is not a number of slots. Enter a whole number from 0. Nothing is changed.",
        ),
        (
            "Uge 3, 2027: risikoen er steget fra 4 % til 7 %, fordi der ventes 1 borger mere i kø, når ugen begynder.",
            "Week 3, 2027: the risk has risen from 4 % to 7 %, because of 1 more citizen expected in the queue when the week begins.",
        ),
        ("noget helt andet", "noget helt andet"),
        ("", ""),
        ("1.234,5", "1.234,5"),
    ],
)
def test_that_composed_sentences_are_read(book: Phrasebook, danish: str, english: str) -> None:
    assert book.translate(danish) == english


def test_that_names_of_places_stay_as_they_are(book: Phrasebook) -> None:
    for name in _place_names():
        if not name.startswith("Klynge "):
            assert book.translate(name) == name


def test_that_of_two_readings_the_one_that_explains_more_is_taken() -> None:
    book = Phrasebook(
        {"{what} er væk": "{what} is gone", "filen": "the file", "{first} og {last}": "{first} and {last}"}
    )
    assert book.translate("Filen er væk") == "The file is gone"
    assert book.translate("Kat og Hund er væk.") == "Kat og Hund is gone."
    assert book.translate("filen og Hund er væk") == "the file and Hund is gone"


def test_that_errors_are_told_in_the_language_of_the_window(english: None) -> None:
    error = UserError("Mappen C:\\Data findes ikke.", "Opret den, eller vælg en anden mappe.")
    notice = notice_of(error)
    assert (notice.sentence, notice.remedy) == (
        "The folder C:\\Data does not exist.",
        "Create it or choose another folder.",
    )
    assert str(error) == "Mappen C:\\Data findes ikke. Opret den, eller vælg en anden mappe."


# The language ---------------------------------------------------------------------------------------------------------


def test_that_the_language_is_chosen_and_remembered(make_window: MakeWindow, own_workspace: Workspace) -> None:
    window = make_window(own_workspace)
    window.show_page("indstillinger")
    page = window.current_page
    assert isinstance(page, IndstillingerPage)
    assert remembered_language() is Language.DANISH
    page.language.button(Language.ENGLISH.value).click()
    assert remembered_language() is Language.ENGLISH
    page.language.button(Language.DANISH.value).click()
    assert remembered_language() is Language.DANISH


def test_that_qts_own_texts_follow_the_language(prepared_app: QApplication, english: None) -> None:
    def cancel() -> str:
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    assert cancel() == "Cancel"
    assert QLocale().dayName(1) == "Monday"
    assert tr("Fortryd") == "Undo"
    language.install(prepared_app, Language.DANISH)
    assert cancel() == "Annuller"
    assert QLocale().dayName(1) == "mandag"
    assert tr("Fortryd") == "Fortryd"


def test_that_numbers_and_dates_are_danish_in_english_too(english: None) -> None:
    assert text.number(1234.5, 1) == "1.234,5"
    assert text.week(dt.date(2027, 1, 1)) == "week 53, 2026"
    assert text.short_week(dt.date(2027, 1, 4)) == "w1"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"


def test_that_what_leaves_the_window_is_danish(english: None, prepared_app: QApplication) -> None:
    with text.in_danish():
        assert tr("Fortryd") == "Fortryd"
        assert translated("Databasen er i orden.") == "Databasen er i orden."
    assert tr("Fortryd") == "Undo"
    catalogue = Catalogue((), "Nord", "alle", dt.date(2026, 11, 23))
    in_english = catalogue_pdf(catalogue)
    language.install(prepared_app, Language.DANISH)
    assert catalogue_pdf(catalogue) == in_english


# No text that a user reads is left out --------------------------------------------------------------------------------

SHOWING = {  # calls whose arguments a user reads, and which of them
    **dict.fromkeys(("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription"), (0,)),
    **dict.fromkeys(
        ("setPlaceholderText", "setStatusTip", "setWhatsThis", "setTitle", "setNameFilter", "set_whole"), (0,)
    ),
    **dict.fromkeys(
        ("setPrefix", "setSuffix", "setFormat", "addAction", "addMenu", "addItem", "addTab", "addRow"), (0, 1)
    ),
    **dict.fromkeys(
        ("label", "button", "Column", "LineButton", "ElidedLabel", "WrappedLabel", "Command", "tell"), (0,)
    ),
    **dict.fromkeys(("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "TableView"), (0,)),
    **dict.fromkeys(
        ("table_view", "picker", "field", "day_picker", "Segments", "Details", "show_loading", "_form"), (0,)
    ),
    **dict.fromkeys(("Notice",), (1, 2)),
    **dict.fromkeys(("start",), (1,)),
    **dict.fromkeys(("ask_paths",), (1, 4)),
    **dict.fromkeys(("UserError", "QListWidgetItem"), (0, 1)),
}


def untranslated(source: str) -> list[str]:
    """Words in the arguments of SHOWING that do not go through a call, such as `tr`."""

    def words(node: ast.expr) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(said)) if any(len(part) > 1 and part.isalpha() for part in said.split()):
                yield said
            case ast.JoinedStr(values=parts):
                yield from (found for part in parts for found in words(part))
            case ast.FormattedValue(value=value):
                yield from words(value)
            case ast.IfExp(body=body, orelse=orelse):
                yield from (*words(body), *words(orelse))
            case ast.BinOp(left=left, right=right):
                yield from (*words(left), *words(right))
            case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
                yield from (found for part in parts for found in words(part))
            case _:
                pass  # a name, or a call such as tr

    return [
        said
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        for place in SHOWING.get(name_of(node), ())
        for argument in node.args[place : place + 1]
        for said in words(argument)
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('label("Ingen data")', ["Ingen data"]),
        ('widget.setText(f"{count} planer")', [" planer"]),
        ('widget.setToolTip("Luk" if shown else tr("Åbn"))', ["Luk"]),
        ('Column("Uge" + sign, values)', ["Uge"]),
        ('Notice("info", tr("Gemt."))', []),
        ('label(tr("Ingen data"), "muted")', []),
        ('widget.setText(f"{count} ({percent(share)})")', []),
        ('picker.addItem("–")', []),
    ],
)
def test_that_a_text_outside_tr_is_seen(source: str, found: list[str]) -> None:
    assert untranslated(source) == found


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda path: path.stem)
def test_that_no_text_stands_outside_tr(path: Path) -> None:
    assert untranslated(path.read_text(encoding="utf-8")) == []


DANISH_WORDS = frozenset(  # none of them an English word
    re.findall(
        r"\w+",
        """
        af afdeling aldre alle allerede andre antal anden beslutning booket borgere dag dage der det efter eller er fejl filen flere
        forventet fra frist fristen gem har hofte hospitaler hvad hver hvor hvorfor ikke importeret indgreb ingen intet kan kolonne
        kommune kommuner kun kvartal linje med mangler modtaget nye og operationer planer pladser prognose rækker siden sidste skal
        skriv skulder som sted til tilbud uden uge uger ugen ukendt ventende vælg
        """,
    )
)
HEADINGS = {"kommunekode", "uge", "pladser", "mange", "operationer", "antal", "afdeling"}  # words of the demo's files


def _place_names() -> set[str]:
    names: set[str] = set()
    for table in ("kommuner", "akuthospitaler", "sundhedsklynger", "sundhedsraad"):
        for line in resource("reference", f"{table}.csv").read_text(encoding="utf-8-sig").splitlines()[1:]:
            names |= {cell.strip('"') for cell in line.split(";") if re.search("[a-zæøå]{2}", cell)}
    return names


def _danish_in(said: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", said.lower())
    return [word for word in words if set(word) & set("æøå") or word in DANISH_WORDS]


def _texts_of(root: QWidget) -> Iterator[str]:
    """What is read of a window: texts, tips, names for those who do not see, heads and cells of tables."""
    yield from (said for said in _values_of(root) if isinstance(said, str))


def _values_of(root: QWidget) -> Iterator[object]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    across, down, none = Qt.Orientation.Horizontal, Qt.Orientation.Vertical, QModelIndex()
    for widget in [root, *root.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QTableView):
            model = widget.model()
            for role in roles:
                yield from (model.headerData(at, across, role) for at in range(model.columnCount(none)))
                for row in range(min(model.rowCount(none), 50)):
                    yield model.headerData(row, down, role)
                    yield from (model.index(row, at).data(role) for at in range(model.columnCount(none)))


def test_that_the_window_is_english_throughout_when_english_is_chosen(
    english: None, make_window: MakeWindow, demo: Workspace, tmp_path: Path
) -> None:
    window = make_window(demo, keep=True)
    found: dict[str, str] = {}
    for state in states(window, tmp_path):
        for said in _texts_of(window):
            found.setdefault(said, state)
    names = sorted(_place_names() | {"Klynge"}, key=len, reverse=True)
    short = [name.removeprefix("Klynge ").removesuffix(" Kommune") for name in names]
    files = (r"\S+\.(?:csv|sqlite|xlsx)", r"\w+_\w+", r"\(knæ, hofte\)", r"The column \w+ is")
    wards = ("Ortopædkirurgisk afdeling", "Idrætskirurgisk afsnit", "Ortopædkirurgi", "Idrætskirurgi")  # of the demo
    data = re.compile("|".join([*map(re.escape, [*names, *short, *wards]), *files]))
    cells = re.compile(rf"\b(?:{'|'.join(HEADINGS)})\b")
    left = {
        said: f"{state}: {danish}"
        for said, state in found.items()
        if said not in HEADINGS and "…" not in said  # what is cut is read whole elsewhere
        if (danish := _danish_in(data.sub("", cells.sub("", said) if state == "import" else said)))
    }
    assert left == {}
