"""The sheets for how a power runs: its steps with their ways out, and the risk points beside them."""

from collections.abc import Iterator

from data.importers.columns.column import Choices, Column, Look, Sheet, Written, lines
from data.importers.columns.power_parts import OF_POWER
from data.importers.known import Known
from data.records import Branch, Power, StepKind

STEP_KINDS: Choices[StepKind] = Choices(
    {"步骤": StepKind.STEP, "开始": StepKind.START, "判断": StepKind.DECISION, "结束": StepKind.END},
    {
        "办理": StepKind.STEP,
        "起点": StepKind.START,
        "决策": StepKind.DECISION,
        "终点": StepKind.END,
        "办结": StepKind.END,
    },
)

STEPS = Sheet(
    "步骤",
    (
        OF_POWER,
        Column("步骤序号", "number", ("序号", "步骤", "步骤号"), required=True, look=Look.NUMBER, example=1),
        Column("环节", "link", ("办理环节",), example="受理"),
        Column(
            "步骤名称", "name", ("名称", "办理步骤", "步骤内容"), required=True, look=Look.LONG, example="受理申请材料"
        ),
        Column(
            "步骤类型",
            "kind",
            ("类型",),
            choices=STEP_KINDS.words,
            comment="“判断”要在“去向”里写明每个去向。",
            example="步骤",
        ),
        Column("办理人员", "actor", ("办理人", "责任人", "岗位", "办理岗位"), example="会计处经办人"),
        Column("办理处室", "office", ("处室", "责任处室"), refers="office", example="办公室"),
        Column("办理时限", "limit", ("时限",), example="5个工作日"),
        Column("审查标准", "standard", ("标准", "办理标准"), look=Look.LONG),
        Column("办理结果", "result", ("结果",), look=Look.LONG),
        Column("文书", "documents", ("办理文书", "文书名称"), look=Look.LONG, comment="一行一个。"),
        Column(
            "去向",
            "branches",
            ("下一步", "流向"),
            look=Look.LONG,
            comment="一行一个，例如：\n受理→3\n不予受理→9\n只写序号也可以；不填则到下一个序号。",
        ),
    ),
    ("办理流程", "流程", "步骤表", "流程步骤"),
)
RISKS = Sheet(
    "风险点",
    (
        OF_POWER,
        Column("步骤序号", "number", ("序号", "步骤", "步骤号"), required=True, look=Look.NUMBER, example=1),
        Column(
            "风险描述",
            "description",
            ("风险点", "风险点描述", "廉政风险点"),
            required=True,
            look=Look.LONG,
            example="应受理而不受理",
        ),
        Column("风险等级", "grade", ("等级",), comment="高、中、低，或一级、二级、三级，或 A、B、C。", example="中"),
        Column("表现形式", "form", ("形式",), look=Look.LONG),
        Column("防控措施", "measure", ("措施", "防范措施"), look=Look.LONG, example="一次性告知，双人复核"),
        Column("责任人", "responsible", ("责任岗位", "防控责任人")),
    ),
    ("廉政风险点", "风险"),
)


def step_rows(power: Power, known: Known) -> Iterator[Written]:
    """The rows of a power's steps and their risk points, in order."""
    for step in power.steps:
        yield (
            STEPS.title,
            {
                "power": power.key,
                "number": step.number,
                "link": step.link,
                "name": step.name,
                "kind": STEP_KINDS.word(step.kind),
                "actor": step.actor,
                "office": known.name("office", step.office),
                "limit": step.limit,
                "standard": step.standard,
                "result": step.result,
                "documents": lines(step.documents),
                "branches": lines([_branch(branch) for branch in step.branches]),
            },
        )
        for risk in step.risks:
            yield (
                RISKS.title,
                {
                    "power": power.key,
                    "number": step.number,
                    "description": risk.description,
                    "grade": risk.grade,
                    "form": risk.form,
                    "measure": risk.measure,
                    "responsible": risk.responsible,
                },
            )


def _branch(branch: Branch) -> str:
    return f"{branch.label}→{branch.to}" if branch.label else str(branch.to)
