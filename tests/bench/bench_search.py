"""Search through an edition of 100,000 documents: how long a keystroke takes, however one types.

Visitors look for documents taken at random, from a random place in the title, letter by letter: Hanzi, pinyin,
initials, all mixed, with one typing error, or two words. Beside it stands what ranking a short prefix would take
without the answers stored at publishing.
"""

import gc
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from data.edition.manifest import LOBBY_NAME, MANIFEST_NAME, Manifest
from data.edition.reader import Edition
from data.edition.write import write_lobby
from data.search.lookup import RANKED, end_of
from data.search.query import search
from tests.bench.corpus import office

VISITS = 60
"""Documents looked for in each way of typing."""

LIMIT_MS = 10.0
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Syllables = list[str]
Way = Callable[[Random, str, Syllables], str]


def main() -> int:
    """Publish, type, print."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        write_lobby(Path(folder) / LOBBY_NAME, list(office(1)))
        show("search.publish_100000_documents", time.perf_counter() - begin, "s", 600.0)
        manifest = Manifest("bench", 1, 1, datetime(2026, 11, 23, tzinfo=UTC), {})
        (Path(folder) / MANIFEST_NAME).write_bytes(manifest.to_bytes())
        # As the kiosk does once it is warm; what publishing needed is no part of a keystroke.
        gc.collect()
        gc.freeze()
        with closing(Edition(Path(folder))) as edition:
            measure(edition)
    return 0


def measure(edition: Edition) -> None:
    """Print the figures of every way of typing, and of all together."""
    search(edition.connection, "会计")
    everything: list[float] = []
    worked: list[float] = []
    for name, way in WAYS.items():
        both = [took_ms(edition, text) for text in keystrokes(edition, way)]
        times = [wall for wall, _ in both]
        everything += times
        worked += [work for _, work in both]
        show(f"search.keystroke_p99.{name}", percentile(times, 0.99), "ms", LIMIT_MS)
    show("search.keystroke_p99", percentile(everything, 0.99), "ms", LIMIT_MS, ranked_ms(edition, "s"))
    # The same without the turns of other programs: what a busy machine does not spoil.
    show("search.keystroke_p99_of_processor_time", percentile(worked, 0.99), "ms", LIMIT_MS)


def keystrokes(edition: Edition, way: Way) -> Iterator[str]:
    """What stands in the search field after each letter of each visit."""
    random = Random(7)
    (count,) = edition.connection.execute("SELECT count(*) FROM search_document").fetchone()
    for _ in range(VISITS):
        doc = random.randrange(count)
        row = edition.connection.execute("SELECT title, readings FROM search_document WHERE doc = ?", (doc,)).fetchone()
        typed = way(random, *spoken(*row))
        yield from (typed[:end] for end in range(1, len(typed) + 1))


def spoken(title: str, readings: str) -> tuple[str, Syllables]:
    """A title, and what each of its characters is typed as."""
    reading = readings.split("\n", maxsplit=1)[0].split(" ") if readings else [""] * len(title)
    return title, [syllable or letter.lower() for syllable, letter in zip(reading, title, strict=True)]


def part(random: Random, length: int) -> slice:
    """Some two to eight characters of a title."""
    start = random.randrange(max(1, length - 4))
    return slice(start, start + random.randrange(2, 9))


def hanzi(random: Random, title: str, _: Syllables) -> str:
    """Characters as they stand."""
    return title[part(random, len(title))]


def pinyin(random: Random, title: str, syllables: Syllables) -> str:
    """Whole syllables."""
    return "".join(syllables[part(random, len(title))])


def initials(random: Random, title: str, syllables: Syllables) -> str:
    """First letters."""
    return "".join(syllable[0] for syllable in syllables[part(random, len(title))])


def mixed(random: Random, title: str, syllables: Syllables) -> str:
    """Each character in another way."""
    here = part(random, len(title))
    return "".join(random.choice((one, one[0], own)) for one, own in zip(syllables[here], title[here], strict=True))


def mistyped(random: Random, title: str, syllables: Syllables) -> str:
    """Pinyin with one letter wrong."""
    right = pinyin(random, title, syllables)
    place = random.randrange(len(right))
    return right[:place] + random.choice(LETTERS) + right[place + 1 :]


def two_words(random: Random, title: str, syllables: Syllables) -> str:
    """Pinyin of two places."""
    start = random.randrange(max(1, len(title) - 4))
    return "".join(syllables[start : start + 2]) + " " + "".join(syllables[-4:-2])


WAYS: dict[str, Way] = {
    "hanzi": hanzi,
    "pinyin": pinyin,
    "initials": initials,
    "mixed": mixed,
    "mistyped": mistyped,
    "two_words": two_words,
}


def took_ms(edition: Edition, text: str) -> tuple[float, float]:
    """How long one search takes by the clock, and of the processor: of both the better of two."""
    (wall, work), (other_wall, other_work) = (once_ms(edition, text) for _ in range(2))
    return min(wall, other_wall), min(work, other_work)


def once_ms(edition: Edition, text: str) -> tuple[float, float]:
    """How long this search takes by the clock, and of the processor."""
    begin, work = time.perf_counter(), time.thread_time()
    search(edition.connection, text)
    return (time.perf_counter() - begin) * 1000, (time.thread_time() - work) * 1000


def ranked_ms(edition: Edition, prefix: str) -> float:
    """How long ranking every key under a prefix takes, as search would without stored answers."""
    begin = time.perf_counter()
    edition.connection.execute(RANKED, {"prefix": prefix, "end": end_of(prefix)}).fetchall()
    return (time.perf_counter() - begin) * 1000


def percentile(times: list[float], part_below: float) -> float:
    """The time that so large a part of all does not exceed."""
    return sorted(times)[math.ceil(len(times) * part_below) - 1]


def show(name: str, value: float, unit: str, limit: float, against: float | None = None) -> None:
    """Print a figure."""
    figure = {"name": name, "value": round(value, 2), "unit": unit, "limit": limit, "holds": value <= limit}
    print(json.dumps(figure if against is None else {**figure, "against": round(against, 2)}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
