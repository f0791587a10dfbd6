"""Lists of powers that other systems and offices publish, read as they come: no template is written for them."""

from data.importers.columns.column import Column, Look, Sheet
from data.importers.columns.power import POWER_TITLES

PLATFORM = Sheet(
    "权责清单导入模板",
    (
        Column("资源库编号", "key"),
        Column("标题", "name", ("事项名称",), required=True),
        Column("类别", "category", ("事项类型", "权力类型"), required=True, refers="category"),
        Column("行使主体", "office", ("实施主体",), refers="office"),
        Column("摘要", "summary", look=Look.LONG),
        Column("设定依据", "basis", look=Look.LONG),
        Column("行使层级", "level"),
        Column("办件类型", "item_type"),
        Column("承诺办结时限", "promised_number", look=Look.LONG),
        Column("承诺时限单位", "promised_unit"),
        Column("承诺时限说明", "promised_explanation", look=Look.LONG),
        Column("法定办结时限", "legal_number", look=Look.LONG),
        Column("法定时限单位", "legal_unit"),
        Column("法定时限说明", "legal_explanation", look=Look.LONG),
        Column("适用范围", "service_object", ("服务对象", "实施对象")),
        Column("受理条件", "conditions", look=Look.LONG),
        Column("办理材料", "materials", ("申请材料",), look=Look.LONG),
        Column("办理流程", "procedures", look=Look.LONG),
        Column("办理时间", "hours"),
        Column("办理地点", "place", look=Look.LONG),
        Column("结果名称", "result"),
        Column("是否收费", "charged"),
        Column("收费标准及依据", "fee_standard", look=Look.LONG),
        Column("咨询方式", "telephone", ("咨询电话",)),
        Column("监督方式", "complaint", ("监督投诉方式",)),
    ),
)
"""A provincial platform's export: 56 columns under two header rows, the upper in the platform's own names."""

RESPONSIBILITIES = Sheet(
    "权责清单",
    (
        Column("基本编码", "key", ("事项代码", "编码", "权力编码")),
        Column("部门单位", "office", ("部门", "单位", "责任部门", "实施主体"), refers="office"),
        Column("部门职责", "office_duties", look=Look.LONG),
        Column("事项名称", "name", ("职权名称", "权力名称", "项目名称"), required=True, look=Look.LONG),
        Column("事项类型", "category", ("职权类别", "权力类型", "类别"), required=True, refers="category"),
        Column(
            "设定依据及有关条款", "basis", ("设定依据", "实施依据", "职权依据", "依据"), required=True, look=Look.LONG
        ),
        Column("实施层级及权限", "level", ("行使层级", "实施层级"), look=Look.LONG),
        Column("对应责任事项", "duties", ("责任事项",), look=Look.LONG),
        Column("追责情形及依据", "accountability", ("追责情形", "追责依据"), look=Look.LONG),
        Column("备注", "remark", look=Look.LONG),
    ),
    (*POWER_TITLES, "权力和责任清单", "权责事项清单"),
)
"""The list of powers and responsibilities that a finance bureau publishes: ten columns."""
