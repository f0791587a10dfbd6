"""Reading a BPMN 2.0 file: its steps, the drawing it carries, and what of it is not shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data.flows.bpmn.model import Model, model_of
from data.flows.bpmn.names import UNSHOWN
from data.flows.bpmn.picture import picture_of
from data.flows.bpmn.source import definitions
from data.flows.bpmn.steps import Steps, steps_of
from data.flows.bpmn.texts import clean_words, words
from data.flows.findings import Finding, Level, UnreadableError
from data.records import Drawing, Step

_LISTED = 5
"""Elements of a kind named one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow as a file has it: steps in order, its own drawing (None: lay it out), names it goes by, findings.

    `elements` are the ids that the file gives its steps, by their numbers; `words` is every text with its element's id.
    """

    steps: tuple[Step, ...]
    drawing: Drawing | None
    names: tuple[str, ...]
    findings: tuple[Finding, ...]
    elements: Mapping[int, str]
    words: tuple[tuple[str, str], ...]


def read_bpmn(body: bytes, clean: Callable[[str], str] = str) -> Flow:
    """The flow in a BPMN file. UnreadableError, in words for staff, where the file holds none.

    `clean` makes plain text of what programs write into names: HTML, what takes no room.
    """
    root = definitions(body)
    clean_words(root, clean)
    model = model_of(root)
    found = steps_of(model)
    if not found.steps:
        raise UnreadableError("文件里没有流程步骤（任务、事件）。请确认导出的是流程图，不是会话图或编排图。")
    drawing = picture_of(root, model, found.numbers)
    findings = (*_lost(model), *_broken(model), *_drawing_findings(root, found, drawing), *_unshown(model, found))
    elements = {number: key for key, number in found.numbers.items()}
    return Flow(found.steps, drawing, _names(root, model), findings, elements, tuple(words(root)))


def _names(root: Element, model: Model) -> tuple[str, ...]:
    pools = (model.names.get(pool, "") for pool in model.pool_of.values())
    named = (*model.process_names, *pools, " ".join(root.get("name", "").split()))
    return tuple(dict.fromkeys(name for name in named if name))


def _lost(model: Model) -> Iterator[Finding]:
    for key in dict.fromkeys(model.repeated):
        message = "有几个图形用了同一个编号，只读取了第一个。请在绘图软件中删去多余的，重新画一个。"
        yield Finding(Level.WARNING, key, message)
    for key in model.too_deep:
        message = "子流程套了太多层，这一层里面的没有读取。请把里层的步骤画到外层。"
        yield Finding(Level.WARNING, key, message)


def _broken(model: Model) -> Iterator[Finding]:
    for flow in (flow for flow in model.flows if flow.kind != "data"):
        ends = model.nodes.keys() if flow.kind == "sequenceFlow" else model.kinds.keys()
        missing = flow.source if flow.source not in ends else flow.target
        if missing not in ends:
            what = f"连线的一端“{missing}”不存在" if missing else "连线有一端没有连上"
            yield Finding(Level.WARNING, flow.id, f"{what}，这条线没有读取。请在绘图软件中重新连接。")
    for node in model.nodes.values():
        if node.kind == "boundaryEvent" and node.host not in model.nodes:
            message = "边界事件没有附在任何步骤上，没有读取。请在绘图软件中把它拖到所属的步骤上。"
            yield Finding(Level.WARNING, node.id, message)


def _drawing_findings(root: Element, found: Steps, drawing: Drawing | None) -> Iterator[Finding]:
    if drawing is None:
        yield Finding(Level.NOTE, root.get("id", "definitions"), "文件没有完整的图形，流程图由系统自动绘制。")
        return
    drawn = {box.number for box in drawing.boxes}
    missing = [step.name for step in found.steps if step.number not in drawn]
    if missing:
        names = "、".join(missing[:_LISTED])
        message = f"文件的图里没有这 {len(missing)} 个步骤：{names}。步骤卡片里仍会显示。"
        yield Finding(Level.NOTE, root.get("id", "definitions"), message)


def _unshown(model: Model, found: Steps) -> Iterator[Finding]:
    by_message: dict[str, list[str]] = {}
    for kind, key in model.unshown:
        if key not in found.used:
            by_message.setdefault(UNSHOWN[kind], []).append(key or kind)
    for message, keys in by_message.items():
        yield from (Finding(Level.NOTE, key, message) for key in keys[:_LISTED])
        if len(keys) > _LISTED:
            yield Finding(Level.NOTE, f"另有 {len(keys) - _LISTED} 处", message)
