"""The template for the disclosure catalogue (政府信息公开目录)."""

from collections.abc import Iterator

from data.importers.columns.column import Choices, Column, Layout, Look, Sheet, Written, layout
from data.importers.columns.office import POSITION
from data.importers.known import Known
from data.records import Access, Entry

ACCESS: Choices[Access] = Choices(
    {"主动公开": Access.ACTIVE, "依申请公开": Access.ON_REQUEST, "不予公开": Access.CLOSED},
    {"公开": Access.ACTIVE, "申请公开": Access.ON_REQUEST, "不公开": Access.CLOSED},
)

ENTRIES = Sheet(
    "公开目录",
    (
        POSITION,
        Column(
            "索引号",
            "key",
            ("索取号", "信息索引号"),
            required=True,
            comment="给出后不再改变。",
            example="示例-2026-00001",
        ),
        Column("名称", "title", ("信息名称", "标题", "文件名称"), required=True, example="政府信息公开指南"),
        Column("内容概述", "summary", ("概述", "摘要", "内容摘要"), look=Look.LONG),
        Column("生成日期", "made_on", ("成文日期", "产生日期", "发布日期"), look=Look.DATE, example="2026-01-04"),
        Column("发布机构", "publisher", ("发文机关", "公开机构", "责任部门")),
        Column("文号", "number", ("发文字号", "文件编号")),
        Column("主题分类", "theme", ("分类", "主题")),
        Column("公开形式", "form", ("公开方式",)),
        Column("公开属性", "access", ("公开类别", "公开性质"), choices=ACCESS.words, example="主动公开"),
        Column("公开时限", "deadline", ("时限",)),
        Column("文件校验值", "document", ("SHA-256", "附件校验值"), comment="PDF 文件的 SHA-256，由系统填写。"),
    ),
    ("目录", "政府信息公开目录", "信息公开目录"),
)


def _rows(entry: Entry, _: Known) -> Iterator[Written]:
    yield (
        ENTRIES.title,
        {
            "position": entry.position,
            "key": entry.key,
            "title": entry.title,
            "summary": entry.summary,
            "made_on": entry.made_on,
            "publisher": entry.publisher,
            "number": entry.number,
            "theme": entry.theme,
            "form": entry.form,
            "access": ACCESS.word(entry.access),
            "deadline": entry.deadline,
            "document": entry.document,
        },
    )


LAYOUT: Layout = layout("entry", "政府信息公开目录", Entry, (ENTRIES,), _rows)
