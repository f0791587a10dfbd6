"""The drawing that staff begin with: all agreed layers, a small example, how to trace."""

from importlib.resources import files


def template() -> bytes:
    """The template as an SVG file."""
    return files("data.building.svg").joinpath("template.svg").read_bytes()
