"""How a matter runs, as a chart: laid out, read from and written to the formats that others draw in."""
