"""Writing what search needs into an edition's lobby.db, beside the records: equal records give equal bytes."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby

from data.records import Office, Person, Power, Record
from data.search.documents import Document, documents_of
from data.search.folding import fold
from data.search.keys import Keys, keys_of
from data.search.popular import write_popular
from data.search.reading import initial, initial_of_name
from data.search.simplify import simplified_characters


def write_search(
    connection: sqlite3.Connection, records: Iterable[Record], keys: Callable[[Document], Keys] = keys_of
) -> None:
    """Create and fill the tables of search.sql; the caller begins and commits.

    `keys` may be a function that remembers: what it gives depends on `fingerprint(document)` alone.
    """
    _create(connection)
    known = tuple(records)
    documents = documents_of(known)
    made = [keys(document) for document in documents]
    _write_documents(connection, documents, made)
    _write_keys(connection, made)
    write_popular(connection, [document.kind for document in documents])
    _write_characters(connection, documents, made)
    _write_offers(connection, known)


def initial_of(record: Record) -> str:
    """The letter A to Z a record stands under in a list, # where its title has none."""
    match record:
        case Person(name=name, pinyin=pinyin):
            return initial_of_name(name, pinyin)
        case Office(name=name, pinyin=pinyin):
            return initial(name, pinyin)
        case _:
            return initial(getattr(record, "name", "") or getattr(record, "title", ""))


def _create(connection: sqlite3.Connection) -> None:
    """Run search.sql statement by statement: `executescript` would commit what the caller has begun."""
    script = files("data.search").joinpath("search.sql").read_text("utf-8")
    lines = (line for line in script.splitlines() if not line.startswith("--"))
    for statement in "\n".join(lines).split(";"):
        connection.execute(statement)


def _write_documents(connection: sqlite3.Connection, documents: Sequence[Document], made: Sequence[Keys]) -> None:
    connection.executemany(
        "INSERT INTO search_document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (doc, one.kind, one.key, one.part, one.title, one.detail, _lines(keys), *_folded(one.title))
            for doc, (one, keys) in enumerate(zip(documents, made, strict=True))
        ),
    )
    connection.executemany(
        "INSERT INTO search_text VALUES (?, ?)",
        ((doc, "\n".join(filter(None, _texts(one)))) for doc, one in enumerate(documents)),
    )
    connection.executemany("INSERT INTO search_kind VALUES (?, ?, ?)", sorted(_spans(documents)))


def _folded(title: str) -> tuple[str, str]:
    return fold(title, simplified_characters()).stored(title)


def _lines(keys: Keys) -> str:
    return "\n".join(" ".join(reading) for reading in keys.readings if any(reading))


def _texts(document: Document) -> Iterator[str]:
    for text in (*document.names, *document.mentions, *document.body):
        yield " ".join(text.split())


def _spans(documents: Sequence[Document]) -> Iterator[tuple[str, int, int]]:
    for kind, group in groupby(range(len(documents)), key=lambda doc: documents[doc].kind):
        docs = list(group)
        yield kind, docs[0], docs[-1]


def _write_keys(connection: sqlite3.Connection, made: Sequence[Keys]) -> None:
    """Let SQLite sort: what is written in order is written once, and to the same places every time."""
    connection.execute("CREATE TEMP TABLE unsorted (key TEXT, rank INTEGER, doc INTEGER)")
    connection.executemany(
        "INSERT INTO temp.unsorted VALUES (?, ?, ?)",
        ((key.text, key.rank.value, doc) for doc, keys in enumerate(made) for key in keys.keys),
    )
    connection.execute("INSERT INTO search_key SELECT key, rank, doc FROM temp.unsorted ORDER BY key, rank, doc")
    connection.execute("DROP TABLE temp.unsorted")


def _write_characters(connection: sqlite3.Connection, documents: Sequence[Document], made: Sequence[Keys]) -> None:
    simplified = simplified_characters()
    connection.executemany("INSERT INTO search_simplified VALUES (?, ?)", sorted(simplified.items()))
    heard: dict[str, dict[str, None]] = {}
    for document, keys in zip(documents, made, strict=True):
        for reading in keys.readings:
            _hear(heard, document.title, reading, simplified)
    rows = ((character, " ".join(sorted(syllables))) for character, syllables in sorted(heard.items()))
    connection.executemany("INSERT INTO search_character VALUES (?, ?)", rows)


def _hear(
    heard: dict[str, dict[str, None]], title: str, reading: tuple[str, ...], simplified: Mapping[str, str]
) -> None:
    for character, syllable in zip(title, reading, strict=True):
        if syllable:
            heard.setdefault(simplified.get(character, character), {})[syllable] = None


def _write_offers(connection: sqlite3.Connection, records: Sequence[Record]) -> None:
    listed = [record for record in records if isinstance(record, Office | Person | Power)]
    letters = sorted({initial_of(record) for record in listed} - {"#"})
    offices = sorted(
        (record for record in listed if isinstance(record, Office)), key=lambda office: (office.position, office.key)
    )
    sections = list(dict.fromkeys(office.section for office in offices if office.section))
    offers = [("letter", letter) for letter in letters] + [("section", section) for section in sections]
    connection.executemany(
        "INSERT INTO search_offer VALUES (?, ?, ?)", ((place, kind, text) for place, (kind, text) in enumerate(offers))
    )
