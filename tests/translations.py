"""The catalogue of translations and the source text it must match.

`python -m tests.translations` brings `resources/i18n/*.ts` up to date with the program (new texts come in unfinished, vanished ones go)
and compiles it to the `.qm` that is shipped; `--unfinished` also lists what waits for a translator. The form is Qt's own, so Linguist
opens it.
"""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import PySide6

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sundhedsklynge"
CATALOGUES = ROOT / "resources" / "i18n"
WINDOW, PHRASES = "sundhedsklynge", "phrases"  # contexts: what the window says itself, and what it is told from below
ERRORS = {"UserError", "InputRefusedError", "DatabaseError", "NothingToComputeError"}
NOT_SHOWN = {  # calls whose arguments nobody reads
    *("ValueError", "RuntimeError", "AssertionError", "TypeVar"),
    *("compile", "execute", "text", "debug", "info", "warning", "error"),
}
BELOW = (  # where texts come from that the window shows
    *("domain", "settings.py", "forecast", "deadline", "coverage", "ingest", "store", "workspace"),
    *("export/files.py", "export/package.py"),
)
DATA_WORDS = {  # modules whose words are read in files or written to the database or a file
    *("ingest/vocabulary.py", "ingest/hints.py", "ingest/problems.py", "store/schema.py", "store/bulk.py"),
    *("workspace/minutes.py", "workspace/__init__.py"),
}
LABELS = (  # modules whose constants are names of things as well as sentences
    *("settings.py", "domain/kinds.py", "coverage/", "forecast/outlook.py", "workspace/"),
)
OWN_LANGUAGE = {"write_part", "HELP"}  # what a user types is read back as written, so it stays Danish
IGNORED = {  # English, for the program itself
    *("high", "watch", "info", "groen", "gul", "roed", "object", "edit {id}"),
    *("meeting figures", "earlier bookings", "a file in the watched folder", "until cancelled"),
}
MORE = (  # words that stand alone in code, where nothing tells them from keys, and what joins words
    *("operationsplan", "genoptræningsplaner", "kapacitet", "plejehjemslæger", "aktivitet", "personnummer"),
    *("gældende", "afløst", "fortrudt", "delt", "sen", "mangler", "række", "overskrift", "bemærkning"),
    *("kontakter", "genindlæggelser", "knæ", "hofte", "skulder", "andre", "alle"),
    *("kommune", "klynge", "klynger", "sundhedsråd", "region"),
    *("plads", "pladser", "plan", "planer", "borger", "borgere", "mere", "færre"),
    "inden for 72 timer {moved}",
    *("{things} mere", "{things} færre", "{first} og {last}", "{first} eller {last}", "{first} i {last}"),
)


def name_of(call: ast.Call) -> str:
    """The bare name of what is called, or nothing."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_constant(node: ast.AST) -> TypeGuard[ast.Constant]:
    """Whether a node is a text."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def has_words(template: str) -> bool:
    """Whether there is something to translate outside the placeholders."""
    return any(char.isalpha() for literal, *_ in string.Formatter().parse(template) for char in literal)


def fields(template: str) -> set[str]:
    """The placeholders of a template, `{name:format}` counted with its format."""
    parts = string.Formatter().parse(template)
    return {f"{name}:{form}" if form else name for _, name, form, _ in parts if name is not None}


def window_texts(source: str) -> Iterator[str]:
    """Every constant of a module of the window that is given to `tr` or `mark`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node) in ("tr", "mark") and is_constant(node.args[0]):
            yield str(node.args[0].value)


# What comes from below speaks Danish and knows nothing of translation: every sentence and name in it is found here, marked or not.


def phrases(source: str, *, labels: bool) -> Iterator[str]:
    """Every Danish phrase of a module below the window, sentence by sentence; what is filled in becomes a placeholder."""
    for text in _said(ast.parse(source), labels=labels):
        yield from filter(has_words, sentences(text))


def _said(tree: ast.AST, *, labels: bool) -> Iterator[str]:
    skipped = set(_not_shown(tree))
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        match node:
            case ast.JoinedStr():
                skipped |= {id(part) for part in node.values}
                if _is_prose(template := _template(node)):
                    yield template
            case ast.IfExp():  # of two words one is filled in
                yield from (
                    str(word.value) for word in (node.body, node.orelse) if is_constant(word) and _is_word(word)
                )
            case ast.ClassDef() if any("Enum" in ast.unparse(base) for base in node.bases):
                yield from (str(word.value) for word in ast.walk(node) if is_constant(word) and _is_word(word))
            case ast.Call() if name_of(node) == "counted":
                yield from (f"{{count}} {word.value}" for word in node.args[1:] if is_constant(word))
            case ast.Call() if name_of(node) in ERRORS:
                given = [argument for argument in node.args if is_constant(argument)]
                skipped |= {id(argument) for argument in given}
                yield from (str(argument.value) for argument in given)
            case ast.Constant(value=str(text)) if _is_sentence(text) or (labels and _is_label(text)):
                yield text
            case _:
                pass


def sentences(text: str) -> list[str]:
    """The sentences of a text; a placeholder before a capital letter is one of its own."""
    breaks = r"(?<=[.?!}]) (?=[A-ZÆØÅ][a-zæøå]|')|(?<=[.?!])(?<!nr\.)(?<!pr\.) ?(?=(?:{\w+})+$)"
    parts = re.split(breaks, text.replace("{}", "{value}"))
    return [re.sub(r"^\. ", "", part).strip(" ,:;") for part in parts]


def _not_shown(tree: ast.AST) -> Iterator[int]:
    """Docstrings, keys, what is compared with, and arguments of calls that show nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        hidden: list[ast.AST] = []
        if (isinstance(node, ast.FunctionDef) and node.name in OWN_LANGUAGE) or (
            isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in OWN_LANGUAGE
        ):
            hidden = [node]
        elif isinstance(node, ast.Call) and (name_of(node) in NOT_SHOWN or name_of(node).endswith("Constraint")):
            hidden = [*node.args]
        elif isinstance(node, ast.Compare):
            hidden = [node.left, *node.comparators]
        elif isinstance(node, ast.Dict):
            hidden = [key for key in node.keys if key is not None]
        elif isinstance(node, ast.Subscript):
            hidden = [node.slice]
        elif isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            hidden = [node.format_spec]
        for part in hidden:
            yield from (id(each) for each in ast.walk(part))


def _template(node: ast.JoinedStr) -> str:
    """An f-string with each expression as a placeholder, called after the first name in it."""
    taken: dict[str, int] = {}
    parts: list[str] = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
            continue
        assert isinstance(part, ast.FormattedValue)
        names = [n.attr if isinstance(n, ast.Attribute) else n.id for n in _named(part.value)]
        name = (names or ["value"])[0].strip("_")
        taken[name] = taken.get(name, 0) + 1
        parts.append(f"{{{name}{taken[name] if taken[name] > 1 else ''}}}")
    return "".join(parts)


def _named(value: ast.expr) -> list[ast.Attribute | ast.Name]:
    if isinstance(value, ast.Call) and value.args:
        inner = _named(value.args[0])
        if inner:
            return inner
    return [node for node in ast.walk(value) if isinstance(node, ast.Attribute | ast.Name)]


def _is_word(node: ast.Constant) -> bool:
    return bool(re.fullmatch(r"[a-zæøå]{3,}( [a-zæøå]+)*", str(node.value)))


def _is_prose(template: str) -> bool:
    bare = "".join(literal for literal, *_ in string.Formatter().parse(template))
    return " " in template and bool(re.search(r"[a-zæøå]{2}", bare)) and not re.search(r"[\\=]|^[A-Z]{4,} ", bare)


def _is_sentence(text: str) -> bool:
    return bool(re.search(r"[a-zæøå0-9)%'][.?!]$", text) and re.search(r"\w,? [a-zæøå(]", text)) and _is_prose(text)


def _is_label(text: str) -> bool:
    return bool(re.match(r"[A-ZÆØÅ][a-zæøå]{2,}$|.*\w,? [a-zæøå(%]", text)) and _is_prose(f"{text} ")


def texts(package: Path = PACKAGE) -> dict[str, dict[str, list[str]]]:
    """By context, every text to translate, sorted, with the modules it stands in."""
    found: dict[str, dict[str, list[str]]] = {WINDOW: {}, PHRASES: {text: [] for text in MORE}}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package).as_posix()
        source = path.read_text(encoding="utf-8")
        if place.startswith("ui/"):
            context, here = WINDOW, window_texts(source)
        elif place.startswith(BELOW) and place not in DATA_WORDS and "migrations" not in place:
            context, here = PHRASES, phrases(source, labels=place.startswith(LABELS))
        else:
            continue
        for text in here:
            if has_words(text) and text not in IGNORED and place not in found[context].setdefault(text, []):
                found[context][text].append(place)
    found[PHRASES] = _one_of_a_shape(found[PHRASES])
    return {context: dict(sorted(entries.items())) for context, entries in found.items()}


def _one_of_a_shape(entries: dict[str, list[str]]) -> dict[str, list[str]]:
    """Of templates that differ only in what their placeholders are called, the first."""
    kept: dict[str, list[str]] = {}
    shapes: dict[str, str] = {}
    for text, places in entries.items():
        kept.setdefault(shapes.setdefault(re.sub(r"{\w+}", "{}", text), text), []).extend(places)
    return kept


def read(catalogue: Path) -> dict[str, dict[str, str]]:
    """By context, source text to translation; an unfinished one is empty."""
    told: dict[str, dict[str, str]] = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        entries = told.setdefault(context.findtext("name", ""), {})
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = translation.get("type") is None
            entries[message.findtext("source", "")] = (translation.text or "") if finished else ""
    return told


def write(
    catalogue: Path, language: str, found: dict[str, dict[str, list[str]]], told: dict[str, dict[str, str]]
) -> None:
    """Writes the texts `found` with what `told` has for them, in their own context or another."""
    anywhere = {source: said for entries in reversed(told.values()) for source, said in entries.items() if said}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="da_DK")
    for name, entries in found.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text, places in entries.items():
            message = ET.SubElement(context, "message")
            for place in places:
                ET.SubElement(message, "location", filename=f"../../sundhedsklynge/{place}")
            ET.SubElement(message, "source").text = text
            translation = ET.SubElement(message, "translation")
            if said := told.get(name, {}).get(text) or anywhere.get(text):
                translation.text = said
            else:
                translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_catalogue(catalogue: Path, made: Path) -> None:
    """Compiles with Qt's own lrelease, which comes with PySide6."""
    release = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([release, "-silent", catalogue, "-qm", made], check=True)


def main() -> None:
    """Updates and compiles the English catalogue; says how much waits for a translator."""
    found = texts()
    catalogue = CATALOGUES / "sundhedsklynge_en.ts"
    told = read(catalogue) if catalogue.exists() else {}
    write(catalogue, "en_GB", found, told)
    compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
    waiting = [text for entries in read(catalogue).values() for text, said in entries.items() if not said]
    print(f"{sum(map(len, found.values()))} texts, {len(waiting)} to translate")
    if "--unfinished" in sys.argv:
        print(*map(repr, waiting), sep="\n")


if __name__ == "__main__":
    main()
