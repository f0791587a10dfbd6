"""How a matter runs, laid out as a chart that a screen can draw."""
