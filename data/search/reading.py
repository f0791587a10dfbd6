"""Reading Chinese aloud: the pinyin of a title or a name, syllable by syllable; only at publishing, never in the lobby.

A reading has one entry for each character of the text: its syllable, or for anything that is not read (letters, digits,
unknown characters) the empty string.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, groupby

from pypinyin import Style, load_phrases_dict, pinyin
from pypinyin.seg.mmseg import seg

from data.search.folding import ZEROS, fold, is_hanzi
from data.search.simplify import simplified_characters
from data.search.surnames import COMPOUND_SURNAMES, SURNAMES

Reading = tuple[str, ...]

_LONGEST_SURNAME = max(map(len, COMPOUND_SURNAMES))

load_phrases_dict({"还款": [["huán"], ["kuǎn"]], "还贷": [["huán"], ["dài"]], "偿还": [["cháng"], ["huán"]]})
"""Words of a finance department that pypinyin reads by their commoner sense."""


def readings_of_title(title: str) -> tuple[Reading, ...]:
    """How a title is read: in its phrases, then, where that differs, character by character."""
    return _distinct(_phrases(title), _characters(title))


def readings_of_name(name: str) -> tuple[Reading, ...]:
    """How a person's name is read: by its surname, then with the surname's other readings, then as common words."""
    surname = _surname(name)
    given = _phrases(name[len(surname) :])
    families = _families(surname)
    as_words = _phrases(surname) + given
    return _distinct(*(family + given for family in families), as_words, _characters(name))


def reading_given(text: str, syllables: str) -> Reading | None:
    """The reading a staff column 拼音 gives, syllables separated by blanks; None where it does not fit the text."""
    given = [fold(syllable, {}).text for syllable in syllables.replace("'", " ").split()]
    hanzi = [is_hanzi(character) for character in text]
    if sum(hanzi) != len(given):
        return None
    order = accumulate(hanzi)
    return tuple(given[number - 1] if read else "" for read, number in zip(hanzi, order, strict=True))


def initial(title: str, syllables: str = "") -> str:
    """The letter a title stands under in an A-Z list: that of its first syllable, its first letter, else #.

    `syllables` is the staff's own reading where there is one.
    """
    return _initial(reading_given(title, syllables) or _phrases(title), title)


def initial_of_name(name: str, syllables: str = "") -> str:
    """The letter a person's name stands under, with surnames read as surnames."""
    return _initial(reading_given(name, syllables) or readings_of_name(name)[0], name)


def _initial(reading: Reading, text: str) -> str:
    for syllable, character in zip(reading, text, strict=True):
        letters = syllable or fold(character, {}).text
        if letters:
            return letters[0].upper() if "a" <= letters[0] <= "z" else "#"
    return "#"


def _surname(name: str) -> str:
    compound = (name[:length] for length in range(_LONGEST_SURNAME, 1, -1))
    return next((part for part in compound if part in COMPOUND_SURNAMES and len(name) > len(part)), name[:1])


def _families(surname: str) -> tuple[Reading, ...]:
    if surname in COMPOUND_SURNAMES:
        return (COMPOUND_SURNAMES[surname],)
    return tuple((syllable,) for syllable in SURNAMES.get(surname, ())) or (_characters(surname),)


def _distinct(*readings: Reading) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(readings))


def _characters(text: str) -> Reading:
    return tuple(_character(character) for character in text)


@lru_cache(maxsize=1 << 14)
def _character(character: str) -> str:
    return _phrases(character)[0] if is_hanzi(character) else ""


def _phrases(text: str) -> Reading:
    simple = (simplified_characters().get(character, ZEROS.get(character, character)) for character in text)
    runs = groupby(simple, key=is_hanzi)
    heard = (syllable for chinese, run in runs for syllable in (_run(run) if chinese else ("" for _ in run)))
    return tuple(syllable or _rare(character) for syllable, character in zip(heard, text, strict=True))


def _rare(character: str) -> str:
    """Read a character whose simplified form, coined lately, is in no dictionary."""
    return next(_run(character)) if is_hanzi(character) else ""


def _run(hanzi: Iterable[str]) -> Iterator[str]:
    """Read characters that stand together, word by word."""
    for word in seg.cut("".join(hanzi)):
        yield from _word(word)


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> Reading:
    """Read one word, remembered; what pypinyin does not know comes back as it is, several characters as one."""
    spoken = (heard for heard, *_ in pinyin(word, style=Style.NORMAL))
    return tuple(part for heard in spoken for part in ([_plain(heard)] if heard.isascii() else [""] * len(heard)))


def _plain(syllable: str) -> str:
    return fold(syllable, {}).text
