"""What staff call the kinds of record, their fields and each single record."""

from data.records.kinds import Kind, Record

KIND_WORDS: dict[Kind, str] = {
    "site": "单位信息",
    "office": "处室",
    "person": "人员",
    "group": "领导小组",
    "category": "事项类型",
    "power": "权力事项",
    "building": "楼宇",
    "floor": "楼层",
    "room": "房间",
    "hall": "审批大厅",
    "channel": "门户栏目",
    "entry": "公开目录",
    "notice": "通知",
    "bulletin": "要闻",
}

FIELD_WORDS: dict[str, str] = {
    "access": "公开属性",
    "accountability": "追责情形及依据",
    "address": "地址",
    "address_en": "地址（英文）",
    "amenities": "设施",
    "bases": "设定依据",
    "board": "所属板块",
    "board_en": "所属板块（英文）",
    "building": "所在楼",
    "category": "事项类型",
    "complaint": "投诉方式",
    "complaint_telephone": "投诉电话",
    "conditions": "受理条件",
    "connections": "楼梯电梯",
    "day": "日期",
    "deadline": "公开期限",
    "description": "说明",
    "description_en": "说明（英文）",
    "disclosure": "公开状态",
    "document": "文件",
    "doors": "门",
    "drawing": "流程图",
    "details": "细部线",
    "duties": "职责",
    "duties_en": "职责（英文）",
    "ends": "结束时间",
    "exceptions": "特殊日期",
    "explanation": "解释",
    "explanation_en": "解释（英文）",
    "fee": "收费",
    "fixtures": "固定物",
    "floor": "楼层",
    "form": "体裁",
    "furniture_walls": "隔断",
    "hours": "时间",
    "hours_en": "时间（英文）",
    "implementation_code": "实施编码",
    "in_charge_of": "分管处室",
    "in_hall": "进驻大厅",
    "item_type": "办件类型",
    "kind": "类别",
    "kiosks": "触摸屏位置",
    "leads": "分工",
    "leads_en": "分工（英文）",
    "legal_limit": "法定时限",
    "level": "行使层级",
    "liaison_for": "联络处室",
    "made_on": "生成日期",
    "materials": "申请材料",
    "members": "成员",
    "name": "名称",
    "name_en": "英文名称",
    "number": "文号",
    "office": "处室",
    "ordinal": "层序",
    "outline": "轮廓",
    "parent": "上级处室",
    "pictures": "流程图图片",
    "pinyin": "拼音",
    "place": "办理地点",
    "position": "排序",
    "posts": "职务",
    "prepared": "预案通知",
    "preparation": "办事准备",
    "promised_limit": "承诺时限",
    "publisher": "发布机构",
    "purpose": "用途",
    "questions": "常见问题",
    "remark": "备注",
    "result": "结果",
    "room": "房间",
    "sample": "示例",
    "seat_head": "办公室负责人",
    "seat_office": "办公室所在处室",
    "section": "分组",
    "section_en": "分组（英文）",
    "service_object": "服务对象",
    "short_name": "简称",
    "signs": "电子屏",
    "source": "来源",
    "starts": "开始时间",
    "steps": "办理步骤",
    "subtitle": "副标题",
    "subtitle_en": "副标题（英文）",
    "summary": "摘要",
    "summary_en": "摘要（英文）",
    "telephone": "电话",
    "text": "正文",
    "text_en": "正文（英文）",
    "theme": "主题",
    "title": "标题",
    "units": "房间单元",
    "url": "网址",
    "urgency": "紧急程度",
    "valid_from": "起始日期",
    "valid_until": "截止日期",
    "website": "网站",
    "weekdays": "开放日",
    "windows": "窗口",
}
"""Every field of every record; a test keeps the list whole."""

CHOICE_WORDS: dict[str, str] = {
    "active": "主动公开",
    "catalogue": "编入目录",
    "chair": "组长",
    "closed": "不予公开",
    "decision": "判断",
    "declared": "申报",
    "deputy": "副职",
    "disclosed": "公开",
    "end": "结束",
    "head": "负责人",
    "leader": "厅领导",
    "member": "成员",
    "news": "新闻",
    "on-request": "依申请公开",
    "staff": "工作人员",
    "standing": "常设",
    "start": "开始",
    "step": "步骤",
    "urgent": "紧急",
}
"""Values of closed lists."""


def title_of(record: Record) -> str:
    """What a person calls the record: its name, title or text, else its key."""
    for field in ("name", "title", "text"):
        found = getattr(record, field, "")
        if found:
            return str(found)
    return record.key


def spoken(record: Record, kind: Kind) -> str:
    """Kind and title for a message, such as 处室“办公室”."""
    title = title_of(record)
    return f"{KIND_WORDS[kind]}“{title if len(title) <= _SPOKEN_LENGTH else title[: _SPOKEN_LENGTH - 1] + '…'}”"


_SPOKEN_LENGTH = 30
