"""The template for powers (权力事项): one row a power, and sheets for what a power has several of."""

from collections.abc import Iterator

from data.importers.columns.column import YES_NO, Choices, Column, Layout, Look, Row, Sheet, Written, layout, lines
from data.importers.columns.office import POSITION
from data.importers.columns.power_parts import BASES, MATERIALS, QUESTIONS, part_rows
from data.importers.columns.power_steps import RISKS, STEPS, step_rows
from data.importers.known import Known
from data.records import Disclosure, Fee, Power, TimeLimit

DISCLOSURES: Choices[Disclosure] = Choices(
    {"公开": Disclosure.DISCLOSED, "编入目录": Disclosure.CATALOGUE, "申报": Disclosure.DECLARED},
    {
        "是": Disclosure.DISCLOSED,
        "主动公开": Disclosure.DISCLOSED,
        "否": Disclosure.CATALOGUE,
        "不公开": Disclosure.CATALOGUE,
    }
    | {"目录": Disclosure.CATALOGUE, "已申报": Disclosure.DECLARED},
)

POWER_TITLES = ("权力事项", "事项清单", "权力清单", "政务服务事项")

POWERS = Sheet(
    "事项",
    (
        POSITION,
        Column("基本编码", "key", ("事项代码", "代码", "事项编码", "权力编码", "编码"), example="示例-001"),
        Column("实施编码", "implementation_code", ("实施清单编码",)),
        Column(
            "事项名称",
            "name",
            ("名称", "权力名称", "职权名称", "权力事项名称"),
            required=True,
            example="会计师事务所设立的审批",
        ),
        Column("英文名称", "name_en", ("英文名", "英文")),
        Column(
            "事项类型",
            "category",
            ("类型", "权力类型", "职权类别", "权力类别"),
            required=True,
            refers="category",
            example="行政许可",
        ),
        Column(
            "承办处室",
            "office",
            ("处室", "承办机构", "责任处室", "部门单位", "实施主体", "承办部门"),
            required=True,
            refers="office",
            example="办公室",
        ),
        Column(
            "公开情况",
            "disclosure",
            ("是否公开", "公开"),
            choices=DISCLOSURES.words,
            comment="只有“公开”的才在大厅显示。",
            example="公开",
        ),
        Column("进驻大厅", "in_hall", ("是否进驻大厅", "是否进驻政务大厅"), choices=YES_NO.words, example="否"),
        Column("行使层级", "level", ("实施层级", "实施层级及权限", "权力层级")),
        Column("服务对象", "service_object", ("办理对象",)),
        Column("办件类型", "item_type"),
        Column("简介", "summary", ("事项简介", "说明"), look=Look.LONG),
        Column("英文简介", "summary_en", look=Look.LONG),
        Column(
            "受理条件", "conditions", ("办理条件", "申请条件"), look=Look.LONG, comment="一行一条（Alt+Enter 换行）。"
        ),
        Column(
            "法定办结时限", "legal_number", ("法定时限",), look=Look.NUMBER, comment="只填数字，也可填“20个工作日”。"
        ),
        Column("法定时限单位", "legal_unit", comment="工作日、日、月。"),
        Column("法定时限说明", "legal_explanation", look=Look.LONG),
        Column("承诺办结时限", "promised_number", ("承诺时限",), look=Look.NUMBER),
        Column("承诺时限单位", "promised_unit"),
        Column("承诺时限说明", "promised_explanation", look=Look.LONG),
        Column("是否收费", "charged", ("收费",), choices=YES_NO.words, example="否"),
        Column("收费标准", "fee_standard", look=Look.LONG),
        Column("收费依据", "fee_basis", look=Look.LONG),
        Column("办理地点", "place", ("受理地点", "办公地址"), look=Look.LONG),
        Column("办理房间", "room", ("房间", "房号", "房间号"), refers="room", comment="办理地点在本楼时填房间号。"),
        Column("办理时间", "hours", ("受理时间",)),
        Column("咨询电话", "telephone", ("咨询方式", "联系电话", "电话")),
        Column("监督投诉电话", "complaint", ("监督投诉方式", "投诉电话", "监督电话", "监督方式")),
        Column("审批结果", "result", ("办理结果", "结果名称")),
        Column("责任事项", "duties", ("对应责任事项",), look=Look.LONG),
        Column("追责情形", "accountability", ("追责情形及依据", "追责依据"), look=Look.LONG),
        Column("备注", "remark", look=Look.LONG),
    ),
    POWER_TITLES,
)


def _rows(power: Power, known: Known) -> Iterator[Written]:
    yield POWERS.title, {**_identity(power, known), **_practice(power, known), **_limits_and_fee(power)}
    yield from part_rows(power)
    yield from step_rows(power, known)


def _identity(power: Power, known: Known) -> Row:
    return {
        "position": power.position,
        "key": power.key,
        "implementation_code": power.implementation_code,
        "name": power.name,
        "name_en": power.name_en,
        "category": known.name("category", power.category),
        "office": known.name("office", power.office),
        "disclosure": DISCLOSURES.word(power.disclosure),
        "in_hall": YES_NO.word(power.in_hall),
        "level": power.level,
        "service_object": power.service_object,
        "item_type": power.item_type,
        "summary": power.summary,
        "summary_en": power.summary_en,
    }


def _practice(power: Power, known: Known) -> Row:
    return {
        "conditions": lines(power.conditions),
        "place": power.place,
        "room": known.name("room", power.room),
        "hours": power.hours,
        "telephone": power.telephone,
        "complaint": power.complaint,
        "result": power.result,
        "duties": power.duties,
        "accountability": power.accountability,
        "remark": power.remark,
    }


def _limits_and_fee(power: Power) -> Row:
    return {**_limit("legal", power.legal_limit), **_limit("promised", power.promised_limit), **_fee(power.fee)}


def _limit(name: str, limit: TimeLimit | None) -> Row:
    if limit is None:
        return {}
    return {f"{name}_number": limit.number, f"{name}_unit": limit.unit, f"{name}_explanation": limit.explanation}


def _fee(fee: Fee | None) -> Row:
    if fee is None:
        return {}
    return {"charged": YES_NO.word(fee.charged), "fee_standard": fee.standard, "fee_basis": fee.basis}


LAYOUT: Layout = layout("power", "权力事项", Power, (POWERS, BASES, MATERIALS, STEPS, RISKS, QUESTIONS), _rows)
