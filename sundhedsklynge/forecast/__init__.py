"""The forecast: arrays in, draws out. Knows no database, no file and no screen."""

MODEL_VERSION = "2026.3"  # changes whenever the same data may give another forecast; it stands in every export
WEEKS_AHEAD = 12  # learnt for at least these; a forecast of fewer weeks is the first of them
