"""A finding in a file stands beside the line it is about."""

import pytest

from data.desk.beside import beside
from data.importers.problem import Problem, warning


def at(place: str) -> Problem:
    return warning(place, "请核对")


def test_a_finding_in_an_items_second_paragraph_is_the_items() -> None:
    places = ("a.docx 第 3 段", "a.docx 第 5 段", "a.docx 第 6 段")
    found = beside(places, [at("a.docx 第 4 段"), at("a.docx 第 6 段"), at("a.docx 第 2 段"), at("a.docx 脚注")])
    assert [[one.place for one in of] for of in found.of] == [["a.docx 第 4 段"], [], ["a.docx 第 6 段"]]
    assert [one.place for one in found.others] == ["a.docx 第 2 段", "a.docx 脚注"]


@pytest.mark.parametrize(
    ("places", "place", "item"),
    [
        (("x.xlsx 工作表“要闻”C3", "x.xlsx 工作表“要闻”C4"), "x.xlsx 工作表“要闻”B4", 1),
        (("x.xlsx 工作表“要闻”C3", "x.xlsx 工作表“要闻”C4"), "x.xlsx 工作表“其他”B4", None),
        (("x.xlsx 工作表“要闻”C9", "x.xlsx 工作表“要闻”C10"), "x.xlsx 工作表“要闻”第 10 行", 1),
        (("y.docx 表格 1 第 2 行第 3 列", "y.docx 表格 1 第 3 行第 3 列"), "y.docx 表格 1 第 3 行第 1 列", 1),
        (("z.txt 第 2 行", "z.txt 第 10 行"), "z.txt 第 9 行", 0),
    ],
)
def test_cells_and_lines_count_by_their_row(places: tuple[str, ...], place: str, item: int | None) -> None:
    found = beside(places, [at(place)])
    assert [number for number, of in enumerate(found.of) if of] == ([] if item is None else [item])


def test_no_places_no_items() -> None:
    assert beside((), [at("第 1 段")]).others == (at("第 1 段"),)
