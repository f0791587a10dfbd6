"""What staff are told of a sign's room is what its planner then does: it says the same, before anything is sent."""

import random
from dataclasses import replace

import pytest

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose import Composition, compose
from ledsign.compose.capacity import crowded
from ledsign.intent import Entry, ShowProgramme
from ledsign.plan import Known
from ledsign.profile import PROTOCOLS, Content, profile_of
from ledsign.protocols import planner_of

FIVE = "全省财政工作会议部署预算编制，强调过紧日子，压减一般性支出，严控“三公”经费，盘活存量资金。"
CHARACTERS = "财政预算决算公开会议部署采购办法施行培训通知节约机关创建税收增长"


def refused(protocol: str, compositions: list[Composition]) -> bool:
    """Whether the planner cannot say these texts together, to an empty sign."""
    entries = tuple(Entry(str(place), one) for place, one in enumerate(compositions))
    try:
        list(planner_of(protocol).jobs((ShowProgramme(entries),), Known(), profile_of(protocol), 1))
    except ValueError:
        return True
    return False


def random_day(chance: random.Random, panel: Panel) -> list[Composition]:
    lengths = [chance.choice((4, 20, 60, 150)) for _ in range(chance.randrange(1, 14))]
    return [compose("".join(chance.choices(CHARACTERS, k=length)), panel) for length in lengths]


@pytest.mark.parametrize("panel", [Panel(128, 16), Panel(128, 32), Panel(320, 32), Panel(192, 48)], ids=str)
@pytest.mark.parametrize("protocol", ["alpha", "onbon-bx5e"])
def test_a_picture_sign_is_called_crowded_exactly_when_its_planner_refuses(protocol: str, panel: Panel) -> None:
    chance = random.Random(11)
    told = set()
    for _ in range(25):
        day = random_day(chance, panel)
        lack = crowded(day, profile_of(protocol))
        assert bool(lack) == refused(protocol, day), (lack, len(day))
        told.add(bool(lack))
    assert told == {True, False} or protocol == "onbon-bx5e"


def test_staff_are_told_what_is_lacking_how_much_fits_and_what_to_do() -> None:
    profile, panel = profile_of("alpha"), Panel(128, 32)
    day = [compose(FIVE[place:] + FIVE[:place], panel) for place in range(5)]
    lack = crowded(day, profile)
    assert lack.startswith("这块屏同时最多 24 幅点阵图，这些内容要 ")
    fitting = int(lack.split("放得下前 ")[1].split(" 条")[0])
    assert 0 < fitting < 5
    assert not crowded(day[:fitting], profile)
    assert crowded(day[: fitting + 1], profile)
    long = compose(CHARACTERS * 12, panel)
    assert "一条也放不下" in crowded([long], profile)
    assert "同时最多 10 条，现在有 11 条" in crowded([compose("甲", panel)] * 11, profile)


def test_equal_pages_share_a_picture_and_a_family_without_pictures_of_a_height_is_counted_in_bytes() -> None:
    profile = profile_of("alpha")
    assert not crowded([compose("闭馆", Panel(128, 32))] * 10, profile)
    page = compose("闭馆", Panel(128, 16)).pages[0]
    long = replace(compose("闭馆", Panel(128, 16)), pages=(page,) * 100)
    assert "比这种屏一条能有的多" in crowded([long], profile)
    large = Panel(1024, 32)
    many = [compose("".join(chr(0x4E00 + 60 * day + place) for place in range(60)), large) for day in range(8)]
    assert "字节" in crowded(many, profile_of("onbon-bx5e"))


@pytest.mark.parametrize("protocol", [name for name in PROTOCOLS if profile_of(name).content is Content.TEXT])
def test_a_text_sign_is_only_counted(protocol: str) -> None:
    day = [compose(FIVE, Panel(256, 16))] * 5
    assert not crowded(day, profile_of(protocol))
    assert "条" in crowded(day * 20, profile_of(protocol))


def test_a_dark_page_is_a_picture_too() -> None:
    composition = compose("　", Panel(64, 16))
    assert composition.pages[0].bitmap == Bitmap.blank(64, 16)
    assert not crowded([composition], profile_of("alpha"))
