"""From an item to the pages a panel shows, with the rules of Chinese line breaking and of reading time."""

from ledsign.compose.characters import Replacement, decode_gb2312, encode_gb2312, in_gb2312, replaced
from ledsign.compose.pages import Composition, Page, Style, colour_of, compose, compose_item, cycle_s, font_for

__all__ = [
    "Composition",
    "Page",
    "Replacement",
    "Style",
    "colour_of",
    "compose",
    "compose_item",
    "cycle_s",
    "decode_gb2312",
    "encode_gb2312",
    "font_for",
    "in_gb2312",
    "replaced",
]
