"""Which traditional characters stand for which simplified ones, one by one; the edition carries the table."""

from functools import cache

import opencc

_PLANES = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))


@cache
def simplified_characters() -> dict[str, str]:
    """Every traditional character OpenCC knows, with its simplified form (about 5,000 pairs)."""
    converter = opencc.OpenCC("t2s")
    pairs = ((chr(code), converter.convert(chr(code))) for first, last in _PLANES for code in range(first, last + 1))
    return {traditional: simple for traditional, simple in pairs if simple != traditional}
