"""The sheets for what a power has several of: legal bases, materials, questions; each row names its power."""

from collections.abc import Iterator

from data.importers.columns.column import Column, Look, Sheet, Written
from data.records import Power

OF_POWER = Column(
    "基本编码",
    "power",
    ("事项代码", "事项编码", "权力编码", "编码", "事项", "事项名称"),
    required=True,
    owner=True,
    refers="power",
    comment="“事项”表里的基本编码或事项名称。",
    example="示例-001",
)

BASES = Sheet(
    "依据",
    (
        OF_POWER,
        Column(
            "法规名称",
            "law",
            ("依据名称", "法律法规名称", "设定依据"),
            required=True,
            example="《中华人民共和国注册会计师法》",
        ),
        Column("文号", "number", ("依据文号", "发文字号")),
        Column("条款", "article", ("条款号",), example="第二十五条"),
        Column("内容", "text", ("条款内容", "依据内容"), look=Look.LONG),
    ),
    ("设定依据", "法律依据"),
)
MATERIALS = Sheet(
    "材料",
    (
        OF_POWER,
        Column("材料名称", "name", ("名称", "申请材料"), required=True, example="设立申请表"),
        Column("类型", "kind", ("材料类型",), example="原件"),
        Column("形式", "form", ("材料形式",), example="纸质"),
        Column("必要性", "necessity", ("材料必要性",), example="必要"),
        Column("份数", "copies", ("材料份数",), example="1"),
        Column("来源", "source", ("来源渠道", "材料来源")),
        Column("填报须知", "notes", ("须知", "材料说明"), look=Look.LONG),
        Column("受理标准", "standard", ("标准",), look=Look.LONG),
    ),
    ("申请材料", "办理材料"),
)
QUESTIONS = Sheet(
    "问答",
    (
        OF_POWER,
        Column("问题", "question", ("问", "常见问题"), required=True, look=Look.LONG, example="可以委托他人办理吗？"),
        Column("回答", "answer", ("答", "解答"), required=True, look=Look.LONG, example="可以，请带委托书。"),
    ),
    ("常见问题",),
)


def part_rows(power: Power) -> Iterator[Written]:
    """The rows of a power's bases, materials and questions, in order."""
    for basis in power.bases:
        yield (
            BASES.title,
            {
                "power": power.key,
                "law": basis.law,
                "number": basis.number,
                "article": basis.article,
                "text": basis.text,
            },
        )
    for material in power.materials:
        yield (
            MATERIALS.title,
            {
                "power": power.key,
                "name": material.name,
                "kind": material.kind,
                "form": material.form,
                "necessity": material.necessity,
                "copies": material.copies,
                "source": material.source,
                "notes": material.notes,
                "standard": material.standard,
            },
        )
    for item in power.questions:
        yield QUESTIONS.title, {"power": power.key, "question": item.question, "answer": item.answer}
