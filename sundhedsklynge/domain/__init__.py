"""What the field itself says: weeks, quarters, holidays, places, procedures, the 7-day clock. Standard library and `holidays` only."""
