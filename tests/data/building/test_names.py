import pytest

from data.building.names import label_of, plain_number, split_number


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("512", "512", ""),
        ("５１２室", "512", ""),
        ("512号房间", "512", ""),
        ("Room 512", "512", ""),
        ("Rm. b1–03", "B1-03", ""),
        ("A-1203b", "A-1203B", ""),
        ("O27/131", "O27/131", ""),
        ("512 综合法规处", "512", "综合法规处"),
        ("512会议室", "512", "会议室"),
        ("512室：会议室", "512", "会议室"),
        ("综合法规处（512）", "512", "综合法规处"),
        ("综合法规处 512室", "512", "综合法规处"),
        ("2号会议室", "", "2号会议室"),
        ("第2会议室", "", "第2会议室"),
        ("会议室", "", "会议室"),
        ("2024年工作组", "", "2024年工作组"),
        ("", "", ""),
    ],
)
def test_a_room_number_is_taken_out_of_a_name(text: str, number: str, name: str) -> None:
    parted = split_number(text)
    assert (parted.number, parted.name) == (number, name)


def test_numbers_are_bound_by_one_spelling() -> None:
    assert {plain_number(text) for text in ("b1-03", "Ｂ１－０３", "B1–03 室", " B1-03")} == {"B1-03"}


@pytest.mark.parametrize(
    ("label", "language", "name", "english"),
    [
        ({"zh-Hans": "大厅", "en": "Hall"}, "en", "大厅", "Hall"),
        ({"zh-Hant": "大廳", "ja": "ホール"}, "ja", "大廳", ""),
        ({"ja-JP": "ホール", "en": "Hall"}, "ja-JP", "ホール", "Hall"),
        ({"en-GB": "Hall"}, "de", "Hall", "Hall"),
        ("Hall", "", "Hall", ""),
        ({"zh": 3, "en": None}, "", "", ""),
        (None, "", "", ""),
        ({"zh": "大\x00厅\n 一 "}, "", "大 厅 一", ""),
    ],
)
def test_a_label_gives_the_lobbys_language_and_english(label: object, language: str, name: str, english: str) -> None:
    found = label_of(label, language)
    assert (found.name, found.english) == (name, english)
