"""Files to rows: read, recognise, check. Imports nothing, so that the reader's child process starts fast."""
