"""The reason codes of `Problem`: stable names for machines; what a user reads is the problem's own Danish message."""

from __future__ import annotations

ERROR, WARNING = "error", "warning"

CODES: dict[str, str] = {
    # the row is refused
    "missing_value": "a value the row cannot do without is empty",
    "bad_date": "not a date",
    "impossible_date": "a date that does not exist, or lies outside 2000-2099",
    "short_year": "a two-digit year that can be read in more ways",
    "bad_week": "not a week",
    "week_year": "a week without a certain year",
    "no_such_week": "a week the year does not have",
    "bad_quarter": "not a quarter",
    "bad_month": "not a month",
    "week_and_date": "the date lies outside the week beside it",
    "missing_count": "a count is empty",
    "bad_count": "not a count",
    "negative_count": "a count below zero",
    "not_whole": "a count that is not whole",
    "ambiguous_count": "1.234 with nothing to prove that it is thousands",
    "bad_answer": "neither yes nor no",
    "unknown_municipality": "no municipality has this code or name",
    "municipality_conflict": "code and name are of different municipalities",
    "unknown_region": "no region has this name",
    "malformed_code": "neither an SKS operation nor a diagnosis code",
    "unknown_procedure": "a word that names no procedure",
    "procedure_conflict": "the row names more than one procedure group",
    "unknown_gop_type": "a word that names no type of plan",
    "unknown_status": "a word that names no status",
    "excel_error": "an error value of the spreadsheet",
    "more_than_all": "a part larger than the whole it is part of",
    # the file is refused (by whoever imports it)
    "cpr": "something reads as a CPR number",
    "refused": "why the whole file is refused",
    # the row or the file is told about
    "left_out": "a place outside the municipalities: counted, left out",
    "masked_left_out": "<5 where only a known number can be used: left out",
    "masked_unknown": "<5 in a count the row can do without: not known",
    "total_differs": "a total in the file differs from what was read",
    "new_hospital": "a hospital not seen before",
    "repeated_row": "the same rows twice",
    "after_extract": "dated after the extract",
    "reading": "how the file was read",
}
