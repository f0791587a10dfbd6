"""Names of BPMN 2.0.2 (OMG formal/13-12-09), and what its things are called for staff."""

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"

TASKS = frozenset(
    (
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "scriptTask",
        "sendTask",
        "receiveTask",
        "businessRuleTask",
        "callActivity",
    )
)
SUBPROCESSES = frozenset(("subProcess", "adHocSubProcess", "transaction"))
DECIDING = frozenset(("exclusiveGateway", "inclusiveGateway", "complexGateway", "eventBasedGateway"))
GATEWAYS = DECIDING | {"parallelGateway"}
EVENTS = frozenset(
    (
        "startEvent",
        "endEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "boundaryEvent",
        "implicitThrowEvent",
    )
)
NODES = TASKS | SUBPROCESSES | GATEWAYS | EVENTS
DATA = frozenset(("dataObjectReference", "dataObject", "dataStoreReference", "dataInput", "dataOutput"))

TRUE = ("true", "1")
FALSE = ("false", "0")
"""The two spellings of each that XML Schema allows."""

EVENT_NAMES = {
    "messageEventDefinition": "消息",
    "timerEventDefinition": "定时",
    "errorEventDefinition": "出错",
    "escalationEventDefinition": "升级",
    "signalEventDefinition": "信号",
    "conditionalEventDefinition": "条件满足",
    "compensateEventDefinition": "补救",
    "cancelEventDefinition": "取消",
    "linkEventDefinition": "转接",
    "terminateEventDefinition": "终止",
}

UNNAMED = {
    "startEvent": "开始",
    "endEvent": "结束",
    "exclusiveGateway": "判断",
    "inclusiveGateway": "判断",
    "complexGateway": "判断",
    "eventBasedGateway": "等待",
    "parallelGateway": "同时办理",
    "boundaryEvent": "意外情况",
}
"""What a step is called that the file gives no name."""

UNSHOWN = {
    "textAnnotation": "注释不显示在步骤里。",
    "group": "分组框不显示在步骤里。",
    "messageFlow": "消息流不显示在步骤里。",
    "dataStoreReference": "没有连到步骤的数据存储不显示在步骤里。",
    "dataObjectReference": "没有连到步骤的数据对象不显示在步骤里。",
    "standardLoopCharacteristics": "循环标记不显示。",
    "multiInstanceLoopCharacteristics": "多实例标记不显示。",
    "ioSpecification": "输入输出说明不显示。",
    "conditionExpression": "条件表达式不显示，请把条件写在连线的名称里。",
    "choreographyTask": "编排图中的任务不显示。",
    "subChoreography": "编排图中的任务不显示。",
    "callChoreography": "编排图中的任务不显示。",
    "conversation": "会话不显示。",
    "subConversation": "会话不显示。",
    "callConversation": "会话不显示。",
    "script": "脚本不显示。",
}
"""Elements that have no place in our flows, and what staff are told about them."""


def tag(name: str, space: str = MODEL) -> str:
    """An element's name as the parser gives it."""
    return f"{{{space}}}{name}"
