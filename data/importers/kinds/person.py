"""Reads persons, their posts and what they are in charge of."""

from collections import defaultdict
from functools import partial

from data.importers import keys
from data.importers.book import Book
from data.importers.columns.person import DUTIES, PERSONS, POSTS, ROLES
from data.importers.kinds.identity import Block, Naming, identify, position
from data.importers.kinds.owned import Texts, owned, without_trailing_gaps
from data.importers.sheets.reading import Reading
from data.importers.text import folded, person_name
from data.records import Person, Post, PostRole

_HEADS = ("处长", "主任", "科长", "局长", "书记", "所长", "院长", "校长", "主席", "站长", "馆长", "队长", "部长")


def read(book: Book) -> tuple[Person, ...]:
    """The persons in the order of the file. Two rows of one name are two persons, and staff are told."""
    naming = Naming("person", spell=keys.reading, choose=partial(_same_post, book))
    blocks = identify(book, naming, book.rows(PERSONS))
    _report_namesakes(blocks)
    posts, duties = _posts(book), _duties(book)
    return tuple(
        _person(book, block, number, posts[block.key], duties[block.key]) for number, block in enumerate(blocks, 1)
    )


def _same_post(book: Book, row: Reading, candidates: tuple[str, ...]) -> str:
    """Of several persons of one name the one who has a post in the row's office, else the first.

    A single one is the one meant, wherever they have moved to.
    """
    if book.known is None or len(candidates) == 1:
        return candidates[0]
    offices = book.known.keys("office", row.text("office"))
    here = (key for key in candidates if any(post.office in offices for post in book.known.posts.get(key, ())))
    return next(here, candidates[0])


def _report_namesakes(blocks: tuple[Block, ...]) -> None:
    seen: dict[str, Block] = {}
    for block in blocks:
        row, name = block.first, block.first.text("name")
        before = seen.setdefault(folded(name), block)
        if before is block or (row.text("key") and before.first.text("key")) or not name:
            continue
        if all(row.text(field) == before.first.text(field) for field in ("office", "title")):
            row.error("name", f"“{name}”与{before.first.place('name')}重复。请删去一处；确是两个人的，请分别填上代码。")
        else:
            row.warning(
                "name",
                f"与{before.first.place('name')}同名，按两个人导入。"
                "若是一个人有两个职务，请把这个职务写到“其他职务”表里。",
            )


def _posts(book: Book) -> defaultdict[str, tuple[Post, ...]]:
    posts: defaultdict[str, tuple[Post, ...]] = defaultdict(tuple)
    for key, row in owned(book, POSTS, "person", "person"):
        posts[key] += _post(book, row)
    return posts


def _duties(book: Book) -> defaultdict[str, Texts]:
    duties: defaultdict[str, Texts] = defaultdict(Texts)
    for key, row in owned(book, DUTIES, "person", "person"):
        duties[key].add(row.text("duty"), row.text("duty_en"))
    return duties


def _person(book: Book, block: Block, number: int, posts: tuple[Post, ...], duties: Texts) -> Person:
    row = block.first
    own = tuple(duty for part in block.rows for duty in part.lines("duties"))
    return Person(
        block.key,
        person_name(row.text("name")),
        pinyin=row.text("pinyin"),
        name_en=row.text("name_en"),
        position=position(block, number),
        posts=tuple(dict.fromkeys(post for part in block.rows for post in _post(book, part))) + posts,
        duties=own + without_trailing_gaps(duties.chinese),
        duties_en=without_trailing_gaps(duties.english),
        leads=row.text("leads"),
        leads_en=row.text("leads_en"),
        in_charge_of=book.references(row, "in_charge_of", "office"),
        liaison_for=book.references(row, "liaison_for", "office"),
        room=book.reference(row, "room", "room", strict=False),
        telephone=row.text("telephone"),
    )


def _post(book: Book, row: Reading) -> tuple[Post, ...]:
    """The post in a row, none where neither title nor office is given."""
    title, office = row.text("title"), book.reference(row, "office", "office")
    if not title and not office:
        return ()
    role = row.choice("role", ROLES, _likely_role(title, office))
    return (Post(title, office, role, row.text("title_en")),)


def _likely_role(title: str, office: str) -> PostRole:
    """What a title usually means: 厅长 leads, 处长 heads, 副处长 is a deputy; with an office nobody leads all."""
    if not title:
        return PostRole.STAFF
    if not office:
        return PostRole.LEADER
    if title.startswith("副") or "副" in title[:4]:
        return PostRole.DEPUTY
    return PostRole.HEAD if title.endswith(_HEADS) else PostRole.STAFF
