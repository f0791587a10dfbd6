"""From the rows of a staff table to records, kind by kind."""
