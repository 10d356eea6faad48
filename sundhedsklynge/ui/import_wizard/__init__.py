"""The import wizard: shows what `importing.ImportDesk` holds, as a sheet inside the window."""
