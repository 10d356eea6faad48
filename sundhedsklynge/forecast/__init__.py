"""The forecast: arrays in, draws out. Knows no database, no file and no screen."""

MODEL_VERSION = "2026.2"  # changes whenever the same data may give another forecast; it stands in every export
