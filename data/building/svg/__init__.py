"""Plans drawn in Inkscape or a like program: layers with agreed names say what each shape is."""
