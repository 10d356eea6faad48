"""Files out: the weekly package for people (XLSX, CSV for Excel) and the machine form. No Qt."""
