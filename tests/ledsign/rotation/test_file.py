"""The rotation file: equal content gives equal bytes, and wrong files are refused with the place."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledsign.rotation import Effect, Item, ItemKind, Notice, Rotation, SignPanel, Urgency

A_DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)

FILE = """
{"format": 1, "zone": "Asia/Shanghai", "fallback": "省财政厅",
 "signs": [{"name": "大厅", "width_dots": 256, "height_dots": 16, "colours": "red"}],
 "items": [{"key": "2026-11-23/1", "day": "2026-11-23", "position": 1, "kind": "disclosed", "text": "预算公开",
            "source": "预算处", "valid_from": "2026-11-23", "valid_until": "2026-11-24", "dwell_s": 8}],
 "notices": [{"key": "停电", "text": "今日停电", "urgency": "urgent", "starts": "2026-11-23T12:00:00+08:00"}]}
"""

words = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
instants = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def items(draw: st.DrawFn) -> Item:
    first, last = sorted((draw(days), draw(days)))
    return Item(
        key=draw(words),
        day=draw(days),
        position=draw(st.integers(1, 9)),
        kind=draw(st.sampled_from(ItemKind)),
        text=draw(words),
        source=draw(st.text(st.characters(codec="utf-8"))),
        valid_from=first,
        valid_until=last,
        effect=draw(st.none() | st.sampled_from(Effect)),
        dwell_s=draw(st.none() | st.floats(0.5, 60)),
        weekdays=tuple(sorted(draw(st.sets(st.integers(1, 7))))),
    )


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    starts = draw(st.none() | instants)
    ends = draw(st.none() | instants.filter(lambda end: starts is None or end > starts))
    english = draw(st.one_of(st.just(""), words))
    return Notice(draw(words), draw(words), draw(st.sampled_from(Urgency)), starts, ends, english)


rotations = st.builds(
    Rotation,
    zone=st.sampled_from(["Asia/Shanghai", "UTC"]),
    signs=st.lists(
        st.builds(SignPanel, words, st.integers(1, 2000), st.integers(1, 200), st.just("red")),
        max_size=3,
        unique_by=lambda sign: sign.name,
    ).map(tuple),
    items=st.lists(items(), max_size=4, unique_by=lambda item: item.key).map(tuple),
    notices=st.lists(notices(), max_size=3, unique_by=lambda notice: notice.key).map(tuple),
    fallback=st.text(st.characters(codec="utf-8")),
)


@given(rotations)
def test_what_is_written_is_read_back(rotation: Rotation) -> None:
    assert Rotation.from_json(rotation.to_json()) == rotation


def test_a_documented_file_is_read() -> None:
    rotation = Rotation.from_json(FILE.encode())
    assert rotation.signs[0].panel.width_dots == 256
    assert rotation.items[0].kind is ItemKind.DISCLOSED
    assert rotation.items[0].kind.label == "政府信息"
    assert ItemKind.NEWS.label == "新闻"
    assert rotation.notices[0].starts == NOON
    assert rotation.notices[0].ends is None
    assert rotation.panel_of("大厅") == rotation.signs[0].panel
    assert rotation.panel_of("二楼") is None


def test_equal_rotations_give_equal_bytes_however_they_were_written() -> None:
    beijing = timezone(timedelta(hours=8))
    here = Rotation(notices=(Notice("a", "停电", Urgency.URGENT, NOON),))
    there = Rotation(notices=(Notice("a", "停电", Urgency.URGENT, NOON.astimezone(beijing)),))
    assert here.to_json() == there.to_json()
    whole = Item("a", A_DAY, 1, ItemKind.NEWS, "甲", "", A_DAY, A_DAY, dwell_s=8)
    exact = Item("a", A_DAY, 1, ItemKind.NEWS, "甲", "", A_DAY, A_DAY, dwell_s=8.0)
    assert Rotation(items=(whole,)).to_json() == Rotation(items=(exact,)).to_json()


def test_bytes_are_canonical_json() -> None:
    assert Rotation(zone="UTC", fallback="厅").to_json() == (
        '{"fallback":"厅","format":1,"items":[],"notices":[],"signs":[],"zone":"UTC"}\n'.encode()
    )


def test_fields_nobody_knows_yet_are_left_unread() -> None:
    grown = FILE.replace('"format": 1', '"format": 1, "weather": {"a": 1}').replace('"source"', '"author": 1, "source"')
    assert Rotation.from_json(grown.encode()) == Rotation.from_json(FILE.encode())


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"format": 1', '"format": 2', "format：本程序能读格式 1，这份文件是格式 2"),
        ('"format": 1', '"format": true', "format：这里应当是整数"),
        ('"zone": "Asia/Shanghai"', '"zone": "Mars"', "没有叫 Mars 的时区"),
        ('"zone": "Asia/Shanghai", ', "", "zone：这里应当是文字"),
        ('"signs": [', '"signs": [3, ', r"signs\[0\]：这里应当是一个对象"),
        ('"signs": [', '"signs": 3, "x": [', "signs：这里应当是一个列表"),
        ('"width_dots": 256', '"width_dots": 0', r"signs\[0\]：屏的边长"),
        ('"colours": "red"', '"colours": "pink"', r"signs\[0\].colours：这里应当是 red、green"),
        ('"day": "2026-11-23"', '"day": "2026-02-30"', r"items\[0\].day：这里应当是日期"),
        ('"valid_until": "2026-11-24"', '"valid_until": "2026-11-22"', r"items\[0\]：条目 .* 早于开始日"),
        ('"kind": "disclosed"', '"kind": "secret"', r"items\[0\].kind：这里应当是 news、disclosed 之一"),
        ('"text": "预算公开"', '"text": " "', r"items\[0\]：条目 2026-11-23/1 的文字不能为空"),
        ('"text": "预算公开"', '"text": "\\ud800"', r"items\[0\].text：这段文字里有半个字符"),
        ('"kind": "disclosed"', '"kind": "\\ud800"', r"items\[0\].kind：这段文字里有半个字符"),
        ('"position": 1', '"position": 0', r"items\[0\]：.*序号从 1 数起"),
        ('"dwell_s": 8', '"dwell_s": -1', r"items\[0\]：.*秒数应当是正数"),
        ('"dwell_s": 8', '"dwell_s": NaN', r"items\[0\]：.*秒数应当是正数"),
        ('"dwell_s": 8', '"dwell_s": "8"', r"items\[0\].dwell_s：这里应当是秒数"),
        ("12:00:00+08:00", "12:00:00", r"notices\[0\]：.*没有写时区"),
        ('T12:00:00+08:00"', 'T12:00:00+08:00", "ends": "2026-11-23T00:00Z"', r"notices\[0\]：.*不晚于开始时刻"),
        ("{", "", "UTF-8 的 JSON"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(old: str, new: str, complaint: str) -> None:
    assert old in FILE
    with pytest.raises(ValueError, match=complaint):
        Rotation.from_json(FILE.replace(old, new, 1).encode())


def test_bytes_that_are_not_utf_8_are_refused() -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        Rotation.from_json(FILE.encode("gb18030"))


def test_two_of_one_name_are_refused() -> None:
    once = Rotation.from_json(FILE.encode())
    with pytest.raises(ValueError, match="有两块屏的名称都是 大厅"):
        Rotation(signs=once.signs * 2)
    with pytest.raises(ValueError, match="有两个条目的编号都是"):
        Rotation(items=once.items * 2)
    with pytest.raises(ValueError, match="有两个通知的编号都是 停电"):
        Rotation(notices=once.notices * 2)
