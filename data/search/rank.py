"""In which order hits come: the ways a query can match, best first.

Numbers are spaced so that a way has room for better and worse cases of itself; a lower number is better. Stored in the
edition: a change here changes what old editions say.
"""

from enum import IntEnum


class Rank(IntEnum):
    """How well a query matches a document."""

    EXACT = 8
    """The query is the whole title."""
    PREFIX = 10
    """The title begins with it."""
    SURNAME = 20
    """It begins a person's name in initials."""
    INSIDE = 31
    """The title has it somewhere."""
    MENTION = 33
    """A post, an office or a number named beside the title has it."""
    PINYIN = 40
    """The title's pinyin begins with it."""
    PINYIN_INSIDE = 41
    PINYIN_OTHER = 43
    """It is another reading of the title: of a surname read as a common word, of a character read alone."""
    INITIALS = 50
    INITIALS_INSIDE = 51
    INITIALS_OTHER = 53
    MIXED = 57
    """Hanzi, whole syllables and initials by turns."""
    BODY = 61
    """The text behind the title has it."""
    FORGIVEN = 71
    """With one typing error set right."""
    PIECES = 81
    """Not the whole query, but the longest parts of it that mean something."""


WHOLE_BONUS = 2
"""A rank divisible by ten is of a beginning; matching to the very end is better by this much."""
