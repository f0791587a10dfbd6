"""What publishing writes for search depends on the records alone, and popular prefixes hold what ranking would give."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import Entry, Office, Person, Record
from data.search.documents import Document, documents_of
from data.search.keys import KEY_BYTES, Keys, cut, fingerprint, keys_of
from data.search.lookup import RANKED, Index, end_of
from data.search.popular import popular_prefixes
from data.search.query import search
from data.search.sets import Many
from data.search.write import write_search

MANY: tuple[Record, ...] = (
    *(Entry(f"A{number:04}", f"关于印发第{number}号办法的通知", summary="财政资金管理") for number in range(1500)),
    *(Person(f"p{number}", f"张{name}") for number, name in enumerate("伟芳娜敏静")),
    Office("tz", "通知处"),
)


@pytest.fixture(scope="module")
def lobby() -> Iterator[sqlite3.Connection]:
    """Give the search tables over 1,506 records."""
    with closing(sqlite3.connect(":memory:")) as connection:
        write_search(connection, MANY)
        yield connection


def written(path: Path, records: tuple[Record, ...]) -> bytes:
    """The file that these records make."""
    with closing(sqlite3.connect(path)) as connection, connection:
        write_search(connection, records)
    return path.read_bytes()


def test_equal_records_give_equal_bytes_in_whatever_order_they_come(tmp_path: Path) -> None:
    some = MANY[:20] + MANY[-6:]
    assert written(tmp_path / "one.db", some) == written(tmp_path / "other.db", some[::-1])


def test_every_prefix_shared_by_more_than_a_thousand_keys_is_stored(lobby: sqlite3.Connection) -> None:
    keys = [key for (key,) in lobby.execute("SELECT key FROM search_key")]
    counts: dict[str, int] = {}
    for key in keys:
        for prefix in accumulate(key):
            counts[prefix] = counts.get(prefix, 0) + 1
    stored = {prefix for (prefix,) in lobby.execute("SELECT prefix FROM search_popular")}
    assert stored == {prefix for prefix, count in counts.items() if count > 1000}
    assert "通知" in stored


def test_what_is_stored_is_what_ranking_gives(lobby: sqlite3.Connection) -> None:
    index = Index(lobby)
    for (prefix,) in lobby.execute("SELECT prefix FROM search_popular").fetchall():
        ranked = lobby.execute(RANKED, {"prefix": prefix, "end": end_of(prefix)}).fetchall()
        found, posting = index.ranked(prefix), index.posting(prefix)
        assert list(found.hits) == ranked[:60]
        assert found.counts == index.counts(doc for _, doc in ranked)
        assert isinstance(posting, Many)
        assert posting.everywhere == sum(1 << doc for _, doc in ranked)


def test_a_popular_prefix_is_counted_whole_and_its_best_come_first(lobby: sqlite3.Connection) -> None:
    results = search(lobby, "通知")
    assert results.hits[0].title == "通知处"
    assert results.counts == {"entry": 1500, "office": 1}
    assert len(results.hits) == 60


def test_two_popular_words_are_counted_together(lobby: sqlite3.Connection) -> None:
    assert search(lobby, "印发 资金").counts == {"entry": 1500}


@given(st.lists(st.text("abc", min_size=1, max_size=4), max_size=60), st.integers(1, 5))
def test_popular_prefixes_are_those_shared_by_more_than_so_many(keys: list[str], more_than: int) -> None:
    ordered = sorted(keys)
    counts: dict[str, int] = {}
    for key in ordered:
        for prefix in accumulate(key):
            counts[prefix] = counts.get(prefix, 0) + 1
    found = list(popular_prefixes(ordered, more_than))
    assert {one.prefix for one in found} == {prefix for prefix, count in counts.items() if count > more_than}
    for one in found:
        assert {key[: len(one.prefix)] for key in ordered[one.first : one.last]} == {one.prefix}
        assert one.last - one.first == counts[one.prefix]


def test_keys_that_were_kept_are_taken(tmp_path: Path) -> None:
    made: list[str] = []
    kept: dict[str, Keys] = {}

    def keys(document: Document) -> Keys:
        name = fingerprint(document)
        if name not in kept:
            made.append(document.title)
            kept[name] = keys_of(document)
        return kept[name]

    office = Office("a", "会计处")
    for number, records in enumerate(((office,), (office, Office("b", "法规处")))):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as connection:
            write_search(connection, records, keys)
    assert made == ["会计处", "法规处"]


def test_a_fingerprint_changes_with_what_keys_depend_on_only() -> None:
    one = Document("office", "a", "会计处", detail="甲", position=1)
    assert fingerprint(one) == fingerprint(Document("office", "b", "会计处", detail="乙", position=2))
    assert fingerprint(one) != fingerprint(Document("office", "a", "会计处", pinyin="kuai ji chu"))
    assert fingerprint(one) != fingerprint(Document("office", "a", "会计处", body=("甲",)))


@given(st.text(max_size=40))
def test_a_cut_key_is_a_beginning_no_longer_than_a_key(text: str) -> None:
    kept = cut(text)
    assert text.startswith(kept)
    assert len(kept.encode(errors="replace")) <= KEY_BYTES


def test_names_of_a_thousand_characters_are_found_by_their_end() -> None:
    title = "关于" + "财政专项资金管理办法" * 98 + "第七号补充规定"
    with closing(sqlite3.connect(":memory:")) as connection:
        write_search(connection, (Entry("A1", title),))
        for typed in ("第七号补充规定", title[-40:], title):
            assert [hit.title for hit in search(connection, typed).hits] in ([title], []), typed
        assert search(connection, title[-40:]).hits[0].title == title


def test_what_is_not_searched_makes_no_documents() -> None:
    assert documents_of((Office("a", ""),)) == ()
