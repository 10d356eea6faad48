"""How Danes write dates, weeks, quarters, months, counts and yes or no; one spelling in, one value or one `Flaw` out.

Nothing here guesses: what can be read in two ways is a `Flaw` with the remedy in Danish, unless the column it stands in
settles it (`DateStyle`, `CountStyle`, made from all values of the column).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sundhedsklynge.domain.calendar import ONE_DAY, monday

FIRST_YEAR, LAST_YEAR = 2000, 2099
# A two-digit year is certain only when the other order of its parts would fall outside these years.
PLAUSIBLE_YEARS = range(2019, 2036)
EXCEL_EPOCH = dt.date(1899, 12, 30)
MOST_COUNTED = 1_000_000

MONTH_STEMS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTHS: dict[str, int] = {stem: number for number, stem in enumerate(MONTH_STEMS, start=1)} | {
    "januar": 1, "februar": 2, "marts": 3, "april": 4, "juni": 6, "juli": 7, "august": 8, "sept": 9, "september": 9,
    "oktober": 10, "november": 11, "december": 12, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6,
    "july": 7, "october": 10, "oct": 10,
}  # fmt: skip

YES = frozenset({"ja", "j", "yes", "y", "true", "sand", "sandt", "1", "x"})
NO = frozenset({"nej", "n", "no", "false", "falsk", "0"})
NOT_SAID = frozenset({"", "-", "–", "?", "ukendt", "uoplyst", "ikke oplyst", "ved ikke"})
NONE_SIGNS = frozenset({"-", "–", "—", "−"})


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a value cannot be used: a code of `problems.CODES` and a Danish sentence with the remedy."""

    code: str
    message: str


def clean(text: str) -> str:
    """`text` without outer blanks, with every run of blanks (also no-break and zero-width ones) as one space."""
    if text.isascii() and text.isalnum():
        return text
    text = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "")
    return " ".join(text.split())


def fold(text: str) -> str:
    """`text` for comparing: cleaned, lower case, æ ø å as ae oe aa, other accents dropped."""
    folded = clean(text).casefold()
    if folded.isascii():
        return folded
    folded = folded.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


# Dates ----------------------------------------------------------------------------------------------------------------

_TIME = (
    r"(?:(?:T|,?\s+)(?:kl\.?\s*)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = re.compile(
    r"^(?:man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\.?,?\s+(?:d(?:en)?\.?\s+)?|^d(?:en|\.)\s*(?=\d)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-./])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_COMPACT = re.compile(rf"(20\d\d)(\d\d)(\d\d){_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})\s?([-./])\s?(\d{{1,2}})\s?\2\s?(\d{{4}}|\d{{2}}){_TIME}")
_NAMED = re.compile(rf"(\d{{1,2}})\.?[\s-]*([a-zæøå]{{3,9}})\.?[\s-]*(\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """What the whole column says of its dates: `month_first` for dates with slashes, `short_years` whether two-digit
    years are certain, `doubt` a Danish sentence when the order of day and month must be asked."""

    month_first: bool = False
    short_years: bool = False
    doubt: str = ""


DAY_FIRST = DateStyle()


def date_style(texts: Iterable[str]) -> DateStyle:
    """Settle the order of day, month and year from all values of a column."""
    over_first, over_second, slashes = 0, 0, 0
    short, short_certain = 0, 0
    example = ""
    for text in texts:
        match = _YEAR_LAST.fullmatch(_WEEKDAY.sub("", clean(text)))
        if not match:
            continue
        first, second, year = int(match[1]), int(match[3]), match[4]
        if match[2] == "/":
            slashes += 1
            over_first += first > 12
            if second > 12:
                over_second += 1
                example = example or clean(text)
        if len(year) == 2:
            short += 1
            short_certain += match[2] == "." or not _reads_year_first(first, second, int(year))
    doubt = ""
    if over_second and not over_first and slashes:
        doubt = f"Datoer som {example} ser ud til at have måneden først. Er det rigtigt?"
    return DateStyle(short_years=short > 0 and short_certain > 0, doubt=doubt)


def _reads_year_first(year: int, month: int, day: int) -> bool:
    """Whether yy-mm-dd is a date in a year such data could come from."""
    try:
        return dt.date(2000 + year, month, day).year in PLAUSIBLE_YEARS
    except ValueError:
        return False


def parse_date(text: str, style: DateStyle = DAY_FIRST) -> dt.date | Flaw:
    """The day that `text` names, in any of the Danish, ISO and Excel spellings (data contract, *Dialects*)."""
    value = _WEEKDAY.sub("", clean(text))
    if match := _YEAR_FIRST.fullmatch(value):
        return _day(int(match[1]), int(match[3]), int(match[4]), match)
    if match := _YEAR_LAST.fullmatch(value):
        return _year_last(match, style)
    if match := _COMPACT.fullmatch(value):
        return _day(int(match[1]), int(match[2]), int(match[3]), match)
    if match := _NAMED.fullmatch(value):
        month = MONTHS.get(match[2].casefold())
        if month is not None:
            year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
            return _day(year, month, int(match[1]), match)
    if match := _SERIAL.fullmatch(value):
        day = EXCEL_EPOCH + dt.timedelta(days=int(match[1]))
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
    return Flaw("bad_date", f"'{value}' er ikke en dato. Skriv den som 23-11-2026.")


def _year_last(match: re.Match[str], style: DateStyle) -> dt.date | Flaw:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        certain = style.short_years or match[2] == "." or not _reads_year_first(first, second, year)
        if not certain:
            return Flaw("short_year", f"'{match[0]}' kan læses på flere måder. Skriv året med fire cifre.")
        year += 2000
    if style.month_first and match[2] == "/":
        first, second = second, first
    return _day(year, second, first, match)


def _day(year: int, month: int, day: int, match: re.Match[str]) -> dt.date | Flaw:
    try:
        date = dt.date(year, month, day)
        if match["zone"]:
            date = _danish_day(date, int(match["hour"]), int(match["minute"]), match["zone"])
    except (ValueError, OverflowError):
        return Flaw("impossible_date", f"Datoen '{match[0]}' findes ikke. Ret den i filen.")
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        return Flaw(
            "impossible_date", f"Datoen '{match[0]}' ligger uden for {FIRST_YEAR}-{LAST_YEAR}. Ret den i filen."
        )
    return date


def _danish_day(date: dt.date, hour: int, minute: int, zone: str) -> dt.date:
    """The date on a Danish clock of a moment given with its time zone (EU summer time, directive 2000/84/EC)."""
    shift = dt.timedelta()
    if zone != "Z":
        digits = zone[1:].replace(":", "")
        shift = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    moment = dt.datetime.combine(date, dt.time(hour, minute)) - shift
    begins, ends = (
        dt.datetime.combine(last_sunday, dt.time(1))
        for last_sunday in (monday(dt.date(date.year, month, 31) + ONE_DAY) - ONE_DAY for month in (3, 10))
    )
    return (moment + dt.timedelta(hours=2 if begins <= moment < ends else 1)).date()


# Weeks, quarters, months ----------------------------------------------------------------------------------------------

_WEEK_WORD = r"(?:uge\s*nr|ugenr|ugenummer|uge|week|wk|u|w)"
_WEEK_YEAR_FIRST = re.compile(
    rf"(\d{{4}})(?:[\s\-/,.]*{_WEEK_WORD}[\s.\-]*|[\s\-/,]+)(\d{{1,2}})|(\d{{4}})\.?(\d{{2}})"
)
_WEEK_FIRST = re.compile(
    rf"(?:{_WEEK_WORD}[\s.:]*)?(\d{{1,2}})\.?\s*(?:uge)?[\s\-/.,(]+(?:i|aar|af)?\s*(\d{{4}})\)?|(\d\d)(20\d\d)"
)
_WEEK_SHORT_YEAR = re.compile(rf"{_WEEK_WORD}[\s.]*(\d{{1,2}})[\s\-/.,']+(\d{{2}})")
_WEEK_ALONE = re.compile(rf"(?:{_WEEK_WORD}[\s.:]*)?(\d{{1,2}})\.?(?:\s*uge)?")


def parse_week(text: str, style: DateStyle = DAY_FIRST) -> dt.date | Flaw:
    """The Monday of the ISO week that `text` names with its year; a full date names the week it lies in."""
    value = fold(text)
    if match := _WEEK_YEAR_FIRST.fullmatch(value):
        year, week = (match[1], match[2]) if match[1] else (match[3], match[4])
        if match[1] or FIRST_YEAR <= int(year) <= LAST_YEAR:
            return iso_week(int(year), int(week), text)
    if match := _WEEK_FIRST.fullmatch(value):
        week, year = (match[1], match[2]) if match[1] else (match[3], match[4])
        return iso_week(int(year), int(week), text)
    if match := _WEEK_SHORT_YEAR.fullmatch(value):
        week, year = int(match[1]), int(match[2])
        # "uge 24-26" may be three weeks; "uge 48-26" cannot be read backwards.
        if year < week and 2000 + year in PLAUSIBLE_YEARS:
            return iso_week(2000 + year, week, text)
        return Flaw("week_year", f"'{clean(text)}' kan læses på flere måder. Skriv ugen som 2026-W48.")
    day = parse_date(text, style)
    if isinstance(day, dt.date):
        return monday(day)
    if week_number(text) is not None:
        return Flaw("week_year", f"Ugen '{clean(text)}' mangler årstal. Skriv den som 2026-W48.")
    if day.code != "bad_date":
        return day
    return Flaw("bad_week", f"'{clean(text)}' er ikke en uge. Skriv den som 2026-W48.")


def week_number(text: str) -> int | None:
    """48 for `uge 48`, `U48` and `48`, a week told without its year; None for anything else."""
    match = _WEEK_ALONE.fullmatch(fold(text))
    return int(match[1]) if match and 1 <= int(match[1]) <= 53 else None


def iso_week(year: int, week: int, text: str = "") -> dt.date | Flaw:
    """The Monday of week `week` of ISO year `year`, or why there is none."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        with contextlib.suppress(ValueError):
            return dt.date.fromisocalendar(year, week, 1)
    shown = clean(text) or f"uge {week}, {year}"
    return Flaw("no_such_week", f"Ugen '{shown}' findes ikke: {year} har ingen uge {week}. Ret den i filen.")


_QUARTER = re.compile(
    r"(?:(?P<y1>\d{4})[\s\-/.]*(?:k|q|kv|kvartal)\.?\s*(?P<q1>[1-4]))"
    r"|(?:(?:k|q|kv\.?|kvartal)\s*(?P<q2>[1-4])[\s\-/.,]*(?P<y2>\d{4}))"
    r"|(?:(?P<q3>[1-4])\.?\s*(?:kvartal|kvt|kv|k|q|quarter)\.?[\s\-/,]*(?P<y3>\d{4}))"
    r"|(?:(?P<y4>\d{4})[\s,:\-]+(?P<q4>[1-4])\.\s*(?:kvartal|kvt|kv)\.?)"
)


def parse_quarter(text: str) -> str | Flaw:
    """`2026K3` for any spelling of the third quarter of 2026."""
    if match := _QUARTER.fullmatch(fold(text)):
        found = {key[0]: value for key, value in match.groupdict().items() if value}
        if FIRST_YEAR <= int(found["y"]) <= LAST_YEAR:
            return f"{found['y']}K{found['q']}"
    return Flaw("bad_quarter", f"'{clean(text)}' er ikke et kvartal. Skriv det som 2026K3.")


_MONTH_NUMBER = re.compile(r"(\d{4})\s*[-/.m]?\s*(\d{1,2})|(\d{1,2})\s*[-/.]\s*(\d{4})")
_MONTH_NAME = re.compile(r"([a-z]{3,9})\.?[\s\-/,]*(\d{4}|\d{2})|(\d{4})[\s\-/,]*([a-z]{3,9})\.?")


def parse_month(text: str, style: DateStyle = DAY_FIRST) -> dt.date | Flaw:
    """The first day of the month that `text` names; a full date names the month it lies in."""
    value = fold(text)
    year, month = 0, 0
    if match := _MONTH_NUMBER.fullmatch(value):
        year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    elif match := _MONTH_NAME.fullmatch(value):
        name, number = (match[1], match[2]) if match[1] else (match[4], match[3])
        year, month = int(number) + (2000 if len(number) == 2 else 0), MONTHS.get(name, 0)
    if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12:
        return dt.date(year, month, 1)
    day = parse_date(text, style)
    if isinstance(day, dt.date):
        return day.replace(day=1)
    return Flaw("bad_month", f"'{clean(text)}' er ikke en måned. Skriv den som 2026-11.")


# Counts and answers ---------------------------------------------------------------------------------------------------

_MASKED = re.compile(r"(?:<|&lt;|under|mindre end|færre end)\s*(\d{1,2})", re.IGNORECASE)
_MASKED_RANGE = re.compile(r"1\s*[-–]\s*4|(?:<=|≤)\s*4")
_PLAIN = re.compile(r"\+?(\d+)")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")
_GROUPED = re.compile(r"\d{1,3}([.,\s'])\d{3}(?:\1\d{3})*(?:[.,](\d+))?")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_NEGATIVE = re.compile(r"[-−–]\s*[\d.,]+")


@dataclass(frozen=True, slots=True)
class CountStyle:
    """Which mark the column uses between thousands ("" where nothing shows it); doubt is a Danish question about a cell
    with doubtful_mark that nothing settles."""

    thousands: str = ""
    doubt: str = ""
    doubtful_mark: str = ""


NO_THOUSANDS = CountStyle()


def count_style(texts: Iterable[str]) -> CountStyle:
    """Settle what `1.234` means from the other cells: a decimal comma or two groups prove that the point parts
    thousands."""
    proofs: set[str] = set()
    ambiguous: dict[str, str] = {}
    decimals: set[str] = set()
    for text in texts:
        value = clean(text)
        if value.isdigit():
            continue
        if _AMBIGUOUS.fullmatch(value):
            ambiguous.setdefault("." if "." in value else ",", value)
        elif match := re.fullmatch(r"\d{1,3}(?:([.,])\d{3})+[.,]\d+|\d{1,3}([.,])\d{3}(?:\2\d{3})+", value):
            proofs.add(match[1] or match[2])
        elif match := re.fullmatch(r"\d+([.,])\d+", value):
            decimals.add(match[1])
    if len(decimals) == 1:  # a column does not change its decimal mark, so the other mark parts thousands
        proofs |= {"." if "," in decimals else ","} & set(ambiguous)
    if not ambiguous:
        return CountStyle(next(iter(proofs)) if len(proofs) == 1 else "")
    marks = set(ambiguous)
    if proofs == marks and not proofs & decimals:
        return CountStyle(next(iter(proofs)))
    if marks <= decimals:
        return NO_THOUSANDS
    mark, example = next(iter(ambiguous.items()))
    whole = example.replace(mark, "")
    return CountStyle(doubt=f"Betyder {example} tallet {whole}? Intet andet i filen viser det.", doubtful_mark=mark)


def parse_count(text: str, style: CountStyle = NO_THOUSANDS) -> tuple[int, int] | Flaw:
    """Least and most that `text` can mean as a number of things: (3, 3) for `3`, `3,0`; (0, 0) for `-`; (1, 4) for
    `<5`."""
    value = clean(text)
    if match := _PLAIN.fullmatch(value):
        return _bounded(int(match[1]), value)
    if value in NONE_SIGNS:
        return 0, 0
    if not value:
        return Flaw("missing_count", "Antallet mangler. Skriv et tal, eller - for ingen.")
    if match := _MASKED.fullmatch(value):
        limit = int(match[1])
        if 3 <= limit <= 10:
            return 1, limit - 1
    if _MASKED_RANGE.fullmatch(value):
        return 1, 4
    if _NEGATIVE.fullmatch(value):
        return Flaw("negative_count", f"Antallet {value} er negativt. Ret det i filen.")
    if _AMBIGUOUS.fullmatch(value) and not style.thousands:
        return Flaw(
            "ambiguous_count", f"'{value}' kan være et tusindtal eller et decimaltal. Skriv tallet uden punktum."
        )
    if match := _GROUPED.fullmatch(value):
        mark, fraction = match[1], match[2] or ""
        if mark == style.thousands or mark in " '" or value.count(mark) > 1 or fraction:
            digits = value[: len(value) - len(fraction) - 1] if fraction else value
            if not fraction.strip("0"):
                return _bounded(int(re.sub(r"\D", "", digits)), value)
            return _not_whole(value)
    if match := _DECIMAL.fullmatch(value):
        return _bounded(int(match[1]), value) if not match[2].strip("0") else _not_whole(value)
    return Flaw("bad_count", f"'{value}' er ikke et antal. Skriv et helt tal.")


def _bounded(number: int, value: str) -> tuple[int, int] | Flaw:
    if number > MOST_COUNTED:
        return Flaw("bad_count", f"Antallet {value} er for stort til at være rigtigt. Ret det i filen.")
    return number, number


def _not_whole(value: str) -> Flaw:
    return Flaw("not_whole", f"Antallet {value} er ikke et helt tal. Ret det i filen.")


def parse_yes_no(text: str) -> int | Flaw:
    """1 yes, 0 no, -1 not said."""
    value = fold(text)
    if value in YES:
        return 1
    if value in NO:
        return 0
    if value in NOT_SAID:
        return -1
    return Flaw("bad_answer", f"'{clean(text)}' er hverken ja eller nej. Skriv ja eller nej.")
