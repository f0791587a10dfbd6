import pytest

from data.records.storeys import floor_name, floor_name_in_english, ordinal_of


@pytest.mark.parametrize(
    ("name", "ordinal"),
    [
        *(("一层", 0), ("1层", 0), ("1F", 0), ("首层", 0), ("F1", 0), ("楼层 1", 0), ("floor 1", 0), ("level 1", 0)),
        *(("五楼", 4), ("5 层", 4), ("十二层", 11), ("二十层", 19), ("12F", 11), ("第3层", 2)),
        *(("B1", -1), ("地下1层", -1), ("地下二层", -2), ("负一层", -1), ("-1层", -1), ("2.5层", 1.5)),
        *(("房间", None), ("512", None), ("layer1", None), ("底图", None), ("", None), ("rect12", None)),
    ],
)
def test_floors_are_known_by_what_people_call_them(name: str, ordinal: float | None) -> None:
    assert ordinal_of(name) == ordinal


@pytest.mark.parametrize(
    ("name", "english"),
    [
        *(("五层", "Floor 5"), ("5 楼", "Floor 5"), ("首层", "Floor 1"), ("2.5层", "Floor 2.5")),
        *(("地下二层", "Basement 2"), ("B1", "Basement 1"), ("夹层", ""), ("", "")),
    ],
)
def test_a_floor_has_an_english_name_where_its_own_says_a_height(name: str, english: str) -> None:
    assert floor_name_in_english(name) == english


@pytest.mark.parametrize("ordinal", [-2, -1, 0, 0.5, 4, 19])
def test_the_name_given_to_a_height_means_it(ordinal: float) -> None:
    assert ordinal_of(floor_name(ordinal)) == ordinal
