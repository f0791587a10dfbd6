"""The report as tables of words and figures, the same for Word, Excel and JSON."""

from dataclasses import dataclass

from data.records.entry import Access
from data.report.facts import MONTHS, Facts
from data.review.published import Publication

Cell = str | int | float
_ACCESS = {Access.ACTIVE: "主动公开", Access.ON_REQUEST: "依申请公开", Access.CLOSED: "不予公开"}
_WHAT = {
    Publication.PUBLISH: "发布",
    Publication.ROLLBACK: "恢复以前一期",
    Publication.WITHDRAW: "撤下",
    Publication.NOTICE: "通知",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, a sentence on where its figures come from, its header and rows."""

    title: str
    source: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def title_of(facts: Facts) -> str:
    """What the report is called."""
    return f"{facts.site}{facts.year} 年政务公开数据"


def tables_of(facts: Facts) -> tuple[Table, ...]:
    """Every table of the report."""
    return (_signs(facts), _powers(facts), _hall(facts), _catalogue(facts), _kiosk(facts), _editions(facts))


def _signs(facts: Facts) -> Table:
    months = tuple(
        (f"{number} 月", month.items, month.disclosed) for number, month in zip(MONTHS, facts.months, strict=True)
    )
    source = (
        f"当年发布过的要闻，撤下的不计。全年 {facts.days_with_items} 天有要闻；"
        f"电子屏回执收到的有 {facts.acknowledged} 条。"
    )
    return Table(
        "大厅电子屏",
        source,
        ("月份", "要闻（条）", "其中政府信息（条）"),
        (*months, ("合计", facts.items, facts.disclosed)),
    )


def _powers(facts: Facts) -> Table:
    rows = tuple((one.name, one.declared, one.catalogue, one.disclosed) for one in facts.categories)
    total = [sum(getattr(one, name) for one in facts.categories) for name in ("declared", "catalogue", "disclosed")]
    header = ("类别", "申报（项）", "编入目录（项）", "公开（项）")
    return Table("行政权力", "按当年最后一期的内容，后一栏包含在前一栏之内。", header, (*rows, ("合计", *total)))


def _hall(facts: Facts) -> Table:
    mean = round(facts.hall_visitors / facts.hall_days, 1) if facts.hall_days else 0
    rows = (("登记的开放天数", facts.hall_days), ("来访人次", facts.hall_visitors), ("平均每天", mean))
    return Table("审批大厅", "由工作人员逐日登记。", ("项目", "数量"), rows)


def _catalogue(facts: Facts) -> Table:
    rows = tuple((_ACCESS[Access(access)], count) for access, count in facts.entries.items())
    return Table("政府信息公开目录", "按当年最后一期的内容。", ("公开属性", "条目（条）"), rows)


def _kiosk(facts: Facts) -> Table:
    rows = (("使用次数", facts.kiosk_visits), ("打开页面", facts.kiosk_pages))
    return Table("触摸屏", "按收回的运行日志（desk collect）。", ("项目", "次数"), rows)


def _editions(facts: Facts) -> Table:
    rows = tuple((_WHAT[Publication(what)], count) for what, count in facts.editions.items())
    return Table("发布", "按发布记录。", ("操作", "次数"), rows)
