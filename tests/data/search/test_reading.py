"""Titles and names are read as a person would read them aloud."""

import pytest

from data.search.reading import initial, initial_of_name, reading_given, readings_of_name, readings_of_title

# The list of formats.md, whole, with the reading of the surname and the commonest reading of the character.
SURNAMES = {
    "单": ("shan", "dan"),
    "仇": ("qiu", "chou"),
    "解": ("xie", "jie"),
    "曾": ("zeng", "ceng"),
    "区": ("ou", "qu"),
    "查": ("zha", "cha"),
    "朴": ("piao", "pu"),
    "盖": ("ge", "gai"),
    "翟": ("zhai", "di"),
    "缪": ("miao", "mou"),
    "员": ("yun", "yuan"),
    "覃": ("qin", "tan"),
    "折": ("she", "zhe"),
    "薄": ("bo", "bao"),
    "繁": ("po", "fan"),
    "阚": ("kan", "kan"),
    "种": ("chong", "zhong"),
    "黑": ("he", "hei"),
    "祭": ("zhai", "ji"),
    "任": ("ren", "ren"),
    "华": ("hua", "hua"),
    "纪": ("ji", "ji"),
}


@pytest.mark.parametrize(("surname", "spoken", "common"), [(name, *both) for name, both in SURNAMES.items()])
def test_a_surname_is_read_as_a_surname_and_then_as_a_word(surname: str, spoken: str, common: str) -> None:
    first, *others = [reading[0] for reading in readings_of_name(f"{surname}志强")]
    assert first == spoken
    assert common in [first, *others]


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("单于飞", "chan yu fei"),
        ("尉迟恭", "yu chi gong"),
        ("万俟雪", "mo qi xue"),
        ("长孙明", "zhang sun ming"),
        ("澹台镜", "tan tai jing"),
        ("令狐冲", "ling hu chong"),
        ("乐正绫", "yue zheng ling"),
        ("宰父黑", "zai fu hei"),
        ("吕不韦", "lu bu wei"),
        ("歐陽娜", "ou yang na"),
        ("解放", "xie fang"),
        ("曾经纬", "zeng jing wei"),
    ],
)
def test_names_are_read_by_their_surname(name: str, spoken: str) -> None:
    assert " ".join(readings_of_name(name)[0]) == spoken


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("会计处", "kuai ji chu"),
        ("银行", "yin hang"),
        ("行政处罚", "xing zheng chu fa"),
        ("重大事项", "zhong da shi xiang"),
        ("还款计划", "huan kuan ji hua"),
        ("差旅费", "chai lu fei"),
        ("给付", "ji fu"),
        ("调解", "tiao jie"),
        ("二〇一〇", "er ling yi ling"),
        ("財政廳", "cai zheng ting"),
        ("𬀩䶮", "wei yan"),
    ],
)
def test_words_are_read_in_their_phrases(title: str, spoken: str) -> None:
    assert " ".join(readings_of_title(title)[0]) == spoken


def test_a_word_is_also_known_by_its_characters_read_alone() -> None:
    assert readings_of_title("会计") == (("kuai", "ji"), ("hui", "ji"))


def test_every_character_has_its_place_in_a_reading() -> None:
    assert readings_of_title("A栋12（会计）🙂") == (
        ("", "dong", "", "", "", "kuai", "ji", "", ""),
        ("", "dong", "", "", "", "hui", "ji", "", ""),
    )


def test_staff_say_how_a_name_is_read() -> None:
    assert reading_given("陈乐", "chén yuè") == ("chen", "yue")
    assert reading_given("买买提·艾力", "mai mai ti ai li") == ("mai", "mai", "ti", "", "ai", "li")


def test_a_reading_that_does_not_fit_the_name_is_not_taken() -> None:
    assert reading_given("陈乐", "chen") is None


@pytest.mark.parametrize(
    ("title", "letter"),
    [("会计处", "K"), ("《办法》", "B"), ("Ａ座", "A"), ("512", "#"), ("😀", "#"), ("", "#"), ("重庆路", "C")],
)
def test_a_title_stands_under_its_first_letter(title: str, letter: str) -> None:
    assert initial(title) == letter


def test_a_name_stands_under_its_surname() -> None:
    assert initial_of_name("单伟") == "S"
    assert initial_of_name("翟天", "di tian") == "D"
