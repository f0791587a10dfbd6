"""What a BPMN file says, as plain values: nodes, flows between them, who acts, and where everything is drawn."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from data.flows.bpmn.names import DATA, EVENT_NAMES, GATEWAYS, NODES, SUBPROCESSES, TRUE, UNSHOWN, tag

_DEEPEST = 40
"""Sub-processes in sub-processes; nobody draws more."""


@dataclass(frozen=True, slots=True)
class Node:
    """A flow node: `kind` is its BPMN element, `container` the id of its process or sub-process.

    `event` is the definition of an event (`timerEventDefinition`), `host` what a boundary event sits on, `notes` the
    lines of its documentation.
    """

    id: str
    kind: str
    name: str
    container: str
    event: str = ""
    host: str = ""
    notes: tuple[str, ...] = ()
    default: str = ""
    triggered: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A sequence flow, message flow, association or data association (`kind`) between two elements."""

    id: str
    kind: str
    source: str
    target: str
    name: str = ""


@dataclass(slots=True)
class Model:
    """All of a file."""

    nodes: dict[str, Node] = field(default_factory=dict)
    flows: list[Flow] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """Of everything that has one, by id: lanes, pools, data, annotations (their text)."""
    kinds: dict[str, str] = field(default_factory=dict)
    """The BPMN element of everything with an id."""
    lane_of: dict[str, str] = field(default_factory=dict)
    """The innermost lane a node is in."""
    pool_of: dict[str, str] = field(default_factory=dict)
    """The participant whose process this is."""
    process_names: list[str] = field(default_factory=list)
    unshown: list[tuple[str, str]] = field(default_factory=list)
    """(Element, id) of what our flows have no place for."""
    repeated: list[str] = field(default_factory=list)
    """Ids that a node took from another before it: the file breaks the rule, the first keeps it."""
    too_deep: list[str] = field(default_factory=list)
    """Sub-processes whose contents were not read."""


def model_of(root: Element) -> Model:
    """Everything in a `definitions` element. Elements of other namespaces are passed over."""
    model = Model()
    for element in root:
        if element.tag == tag("process"):
            _process(model, element)
        elif element.tag in (tag("collaboration"), tag("choreography"), tag("globalConversation")):
            _collaboration(model, element)
    for element in root.iter():
        _list_unshown(model, element)
    return model


def _process(model: Model, process: Element) -> None:
    key = _id(model, process)
    if name := _name(process):
        model.process_names.append(name)
    _container(model, process, key, 0)


def _container(model: Model, parent: Element, key: str, depth: int) -> None:
    for element in parent:
        kind = _local(element)
        if kind in NODES:
            node = _node(model, element, kind, key)
            if model.nodes.setdefault(node.id, node) is not node:
                model.repeated.append(node.id)
            model.flows += _data(model, element, node.id)
            if kind in SUBPROCESSES and depth < _DEEPEST:
                _container(model, element, node.id, depth + 1)
            elif kind in SUBPROCESSES and any(_local(child) in NODES for child in element):
                model.too_deep.append(node.id)
        elif kind in ("sequenceFlow", "association"):
            _flow(model, element, kind)
        elif kind == "laneSet":
            _lanes(model, element, 0)
        elif kind in DATA or kind in ("textAnnotation", "group"):
            model.names[_id(model, element)] = _name(element) or _text(element.find(tag("text")))


def _node(model: Model, element: Element, kind: str, container: str) -> Node:
    events = [_local(child) for child in element if _local(child) in EVENT_NAMES]
    notes = (_lines(child) for child in element if child.tag == tag("documentation"))
    return Node(
        _id(model, element),
        kind,
        _name(element) or _called(element),
        container,
        event=events[0] if events else "",
        host=_reference(element.get("attachedToRef", "")),
        notes=tuple(line for lines in notes for line in lines),
        default=element.get("default", ""),
        triggered=element.get("triggeredByEvent") in TRUE,
    )


def _called(element: Element) -> str:
    """What an unnamed call activity is called after."""
    return _reference(element.get("calledElement", "")) if _local(element) == "callActivity" else ""


def _data(model: Model, element: Element, node: str) -> Iterator[Flow]:
    """What a node reads and writes, as flows between the data and the node."""
    for association in element:
        if association.tag == tag("dataInputAssociation"):
            for source in association.iter(tag("sourceRef")):
                yield Flow(_id(model, association), "data", _reference(_text(source)), node)
        elif association.tag == tag("dataOutputAssociation"):
            for target in association.iter(tag("targetRef")):
                yield Flow(_id(model, association), "data", node, _reference(_text(target)))


def _flow(model: Model, element: Element, kind: str) -> None:
    source, target = (_reference(element.get(end, "")) for end in ("sourceRef", "targetRef"))
    model.flows.append(Flow(_id(model, element), kind, source, target, _name(element)))


def _lanes(model: Model, lanes: Element, depth: int) -> None:
    for lane in lanes:
        if lane.tag != tag("lane"):
            continue
        key = _id(model, lane)
        model.names[key] = _name(lane)
        for node in lane.findall(tag("flowNodeRef")):
            model.lane_of[_reference(_text(node))] = key
        for inner in lane.findall(tag("childLaneSet")):
            if depth < _DEEPEST:
                _lanes(model, inner, depth + 1)


def _collaboration(model: Model, element: Element) -> None:
    _id(model, element)
    for child in element:
        kind = _local(child)
        if kind == "participant":
            key = _id(model, child)
            model.names[key] = _name(child)
            if process := _reference(child.get("processRef", "")):
                model.pool_of[process] = key
        elif kind in ("messageFlow", "association"):
            _flow(model, child, kind)
        elif kind in ("textAnnotation", "group"):
            model.names[_id(model, child)] = _name(child) or _text(child.find(tag("text")))


def _list_unshown(model: Model, element: Element) -> None:
    kind = _local(element)
    if kind in UNSHOWN:
        model.unshown.append((kind, element.get("id", "")))


def _id(model: Model, element: Element) -> str:
    """An element's id; one without gets one, so that nothing is lost."""
    key = element.get("id") or f"#{len(model.kinds) + 1}"
    model.kinds.setdefault(key, _local(element))
    return key


def _local(element: Element) -> str:
    """An element's name where it is BPMN's own, else nothing."""
    return element.tag.removeprefix(tag("")) if element.tag.startswith(tag("")) else ""


def _reference(text: str) -> str:
    """The id in a reference, which may carry a namespace prefix."""
    return text.strip().rpartition(":")[2]


def _name(element: Element) -> str:
    return " ".join(element.get("name", "").split())


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _lines(element: Element) -> list[str]:
    return [" ".join(line.split()) for line in "".join(element.itertext()).splitlines() if line.strip()]


def outgoing(model: Model, kind: str = "sequenceFlow") -> dict[str, list[Flow]]:
    """The flows of a kind by their source, those left out that lead from or to nothing."""
    found: dict[str, list[Flow]] = defaultdict(list)
    for flow in model.flows:
        if flow.kind == kind and flow.source in model.nodes and flow.target in model.nodes:
            found[flow.source].append(flow)
    return found


def is_gateway(node: Node) -> bool:
    """Whether a node only splits or joins."""
    return node.kind in GATEWAYS
