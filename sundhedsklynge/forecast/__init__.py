"""The forecast: arrays in, draws out. Knows no database, no file and no screen."""
