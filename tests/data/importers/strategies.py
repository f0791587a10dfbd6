"""Records as staff could have typed them: clean texts, references that are keys of something."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

from hypothesis import strategies as st

from data.importers.text import clean, person_name
from data.records import (
    Access,
    Basis,
    Branch,
    Category,
    Channel,
    Disclosure,
    Entry,
    Fee,
    Group,
    Hall,
    HallDay,
    Kind,
    Material,
    Membership,
    Notice,
    Office,
    Person,
    Post,
    PostRole,
    Power,
    Question,
    Record,
    Risk,
    Room,
    Seat,
    SignFact,
    Site,
    Step,
    StepKind,
    TimeLimit,
    Urgency,
    Window,
)

_Record = TypeVar("_Record", bound=Record)

LETTERS = "办公室财政厅审批王伟𬀩䶮·（）《》〔〕，。、A b7=+-@'\"%_x"
"""Letters for texts: beyond the basic plane, punctuation, what a spreadsheet could take for a formula."""

words = st.text(LETTERS, min_size=1, max_size=12).map(clean).filter(lambda text: text not in {"", "示例"})
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
some_words = st.one_of(st.just(""), words)
some_lines = st.one_of(st.just(""), lines)
listed = st.lists(words, max_size=3).map(tuple)
keys = st.text("abcxyz0123456789-", min_size=1, max_size=6).filter(lambda text: text.strip("-") != "")
some_keys = st.one_of(st.just(""), keys)
key_lists = st.lists(keys, max_size=3, unique=True).map(tuple)
positions = st.integers(0, 999)
days = st.dates(date(1850, 1, 1), date(2120, 1, 1))
instants = st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - Hypothesis wants naive bounds
    lambda instant: instant.replace(microsecond=0)
)

posts = st.builds(Post, words, some_keys, st.sampled_from(PostRole), some_words)
limits = st.builds(TimeLimit, st.integers(0, 999), st.sampled_from(["工作日", "日", "月"]), some_lines)
branches = st.builds(
    Branch, st.integers(0, 99), st.one_of(st.just(""), st.sampled_from(["是", "否", "不予受理", "补正材料"]))
)
risks = st.builds(Risk, lines, some_words, some_lines, some_lines, some_words)
steps = st.builds(
    Step,
    st.integers(1, 99),
    lines,
    st.sampled_from(StepKind),
    some_words,
    some_words,
    some_keys,
    some_words,
    some_lines,
    some_lines,
    listed,
    st.lists(risks, max_size=2).map(tuple),
    st.lists(branches, max_size=3).map(tuple),
)
signs = st.builds(
    SignFact,
    words,
    st.integers(1, 999),
    st.integers(1, 99),
    st.sampled_from(["red", "green", "amber", "red-green", "full"]),
)


def _leading_on(found: list[Step]) -> tuple[Step, ...]:
    """The steps in order, every way out leading to the last of them, so that the checks have nothing to refuse."""
    ordered = sorted(found, key=lambda step: step.number)
    last = ordered[-1].number if ordered else 0
    ways = ({branch.label: Branch(last, branch.label) for branch in step.branches} for step in ordered[:-1])
    led = (replace(step, branches=tuple(out.values())) for step, out in zip(ordered[:-1], ways, strict=True))
    return (*led, *(replace(step, branches=()) for step in ordered[-1:]))


step_lists = st.lists(steps, max_size=3, unique_by=lambda step: step.number).map(_leading_on)
_POWER_TEXTS = dict.fromkeys(("name_en", "implementation_code", "level", "service_object", "item_type"), some_words)
_POWER_TEXTS |= dict.fromkeys(("hours", "telephone", "complaint", "result"), some_words)
_POWER_LONG = dict.fromkeys(("summary", "summary_en", "place", "duties", "accountability", "remark"), some_lines)

SITES = st.lists(
    st.builds(
        Site,
        words,
        some_words,
        some_words,
        some_words,
        some_words,
        some_words,
        some_words,
        some_words,
        some_lines,
        some_lines,
        some_words,
        st.booleans(),
        st.lists(signs, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=1,
)
HALLS = st.lists(
    st.builds(
        Hall,
        words,
        some_words,
        some_keys,
        st.lists(st.integers(1, 7), max_size=5, unique=True).map(tuple),
        some_words,
        some_words,
        st.lists(st.builds(Window, words, words, key_lists, some_words, some_words), max_size=3).map(tuple),
        st.lists(st.builds(HallDay, days, st.booleans(), some_words), max_size=3).map(tuple),
        listed,
    ),
    min_size=1,
    max_size=1,
)
OFFICE = st.builds(
    Office,
    keys,
    words,
    some_words,
    some_words,
    some_words,
    some_words,
    some_words,
    st.just(""),
    positions,
    some_lines,
    some_lines,
    listed,
    listed,
    some_words,
    some_words,
)
PERSON = st.builds(
    Person,
    keys,
    words.map(person_name).filter(bool),
    some_words,
    some_words,
    positions,
    st.lists(posts, max_size=3, unique=True).map(tuple),
    listed,
    listed,
    some_lines,
    some_lines,
    key_lists,
    key_lists,
    some_keys,
    some_words,
)
GROUP = st.builds(
    Group,
    keys,
    words,
    some_words,
    positions,
    listed,
    st.lists(st.builds(Membership, keys, st.sampled_from(Seat), some_words), max_size=4).map(tuple),
    some_keys,
    some_keys,
)
CATEGORY = st.builds(Category, keys, words, some_words, some_lines, some_lines, positions)
ROOM = st.builds(Room, keys, some_words, some_words, some_keys, some_words, some_lines, some_words, positions)
CHANNEL = st.builds(
    Channel,
    keys,
    words,
    st.just("https://example.invalid/a?b=1&c=2"),
    some_words,
    some_words,
    some_lines,
    some_lines,
    positions,
    some_words,
)
ENTRY = st.builds(
    Entry,
    keys,
    words,
    some_lines,
    st.one_of(st.none(), days),
    some_words,
    some_words,
    some_words,
    some_words,
    st.sampled_from(Access),
    some_words,
    some_words,
    positions,
)
POWER = st.builds(
    Power,
    keys,
    words,
    keys,
    keys,
    position=positions,
    disclosure=st.sampled_from(Disclosure),
    in_hall=st.booleans(),
    bases=st.lists(st.builds(Basis, words, some_words, some_words, some_lines), max_size=2).map(tuple),
    conditions=listed,
    materials=st.lists(
        st.builds(Material, words, some_words, some_words, some_words, some_words, some_words, some_lines, some_lines),
        max_size=2,
    ).map(tuple),
    legal_limit=st.one_of(st.none(), limits),
    promised_limit=st.one_of(st.none(), limits),
    fee=st.one_of(st.none(), st.builds(Fee, st.booleans(), some_lines, some_lines)),
    room=some_keys,
    questions=st.lists(st.builds(Question, lines, lines), max_size=2).map(tuple),
    steps=step_lists,
    **_POWER_TEXTS,
    **_POWER_LONG,
)
NOTICE = st.builds(
    Notice, keys, lines, some_lines, st.sampled_from(Urgency), st.one_of(st.none(), instants), st.none(), st.booleans()
)
"""Without ends: an end before the start would be an error."""


def many(record: st.SearchStrategy[_Record]) -> st.SearchStrategy[tuple[Record, ...]]:
    """One to four records of different keys and names."""
    return st.lists(record, min_size=1, max_size=4, unique_by=lambda made: made.key).map(tuple)


RECORD_SETS: dict[Kind, st.SearchStrategy[tuple[Record, ...]]] = {
    "site": SITES.map(tuple),
    "office": many(OFFICE),
    "person": many(PERSON),
    "group": many(GROUP),
    "category": many(CATEGORY),
    "power": many(POWER),
    "room": many(ROOM),
    "hall": HALLS.map(tuple),
    "channel": many(CHANNEL),
    "entry": many(ENTRY),
    "notice": many(NOTICE),
}
