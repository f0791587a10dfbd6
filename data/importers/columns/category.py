"""The template for the categories of powers and what they mean to a layman."""

from collections.abc import Iterator

from data.importers.columns.column import Column, Layout, Look, Sheet, Written, layout
from data.importers.columns.office import CODE, POSITION
from data.importers.known import Known
from data.records import Category

CATEGORIES = Sheet(
    "事项类型",
    (
        POSITION,
        CODE,
        Column("类型名称", "name", ("名称", "类型", "事项类型", "权力类型"), required=True, example="行政许可"),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column("说明", "explanation", ("解释", "含义"), look=Look.LONG, example="经申请，准予从事某种活动。"),
        Column("英文说明", "explanation_en", look=Look.LONG),
    ),
    ("权力类型", "类型"),
)


def _rows(category: Category, _: Known) -> Iterator[Written]:
    yield (
        CATEGORIES.title,
        {
            "position": category.position,
            "key": category.key,
            "name": category.name,
            "name_en": category.name_en,
            "explanation": category.explanation,
            "explanation_en": category.explanation_en,
        },
    )


LAYOUT: Layout = layout("category", "事项类型", Category, (CATEGORIES,), _rows)
