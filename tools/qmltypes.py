"""Describes the kiosk's Python classes to qmllint, which by itself cannot see what Python registers.

Qt's own tool for this reads Python source and misses classes made at run time; here Qt is asked what it really knows of
each class. The format is that of Qt's `plugins.qmltypes` files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QMetaMethod, QMetaObject, QMetaProperty, QObject
from PySide6.QtQuick import QQuickItem

KINDS = {QMetaMethod.MethodType.Signal: "Signal"}
# A Python object without a type of Qt's reaches QML as a variant.
NAMES = {"PyObject": "QVariant", "PySide::PyObjectWrapper": "QVariant"}

NameInQt = str | bytes | bytearray | memoryview | QByteArray
"""How PySide's stubs type the names in a meta-object; they come as text or as QByteArray."""


def write_module(folder: Path, module: str, classes: Iterable[QMetaObject]) -> None:
    """Write a QML module's `qmldir` and types under the import path `folder`, so that qmllint finds `import module`."""
    place = folder.joinpath(*module.split("."))
    place.mkdir(parents=True)
    (place / "qmldir").write_text(f"module {module}\ntypeinfo python.qmltypes\ndepends QtQuick\n", encoding="utf-8")
    (place / "python.qmltypes").write_text("\n".join(lines(module, classes)) + "\n", encoding="utf-8")


def lines(module: str, classes: Iterable[QMetaObject]) -> Iterator[str]:
    """The lines of a qmltypes file for these classes."""
    yield "import QtQuick.tooling 1.2"
    yield "Module {"
    for described in classes:
        yield from component(module, described)
    yield "}"


def component(module: str, meta: QMetaObject) -> Iterator[str]:
    """One class: its properties, signals and slots beyond those of its parent class."""
    name = meta.className()
    parent: QMetaObject | None = meta.superClass()
    # QML makes what is painted; everything else is handed to it.
    creatable = str(meta.inherits(meta_object(QQuickItem))).lower()
    yield "    Component {"
    yield f'        file: "{name}.h"; name: "{name}"; accessSemantics: "reference"'
    yield f'        prototype: "{parent.className() if parent is not None else ""}"'
    yield f'        exports: ["{module}/{name} 1.0"]; exportMetaObjectRevisions: [256]; isCreatable: {creatable}'
    for index in range(meta.propertyOffset(), meta.propertyCount()):
        yield f"        {property_line(meta.property(index), index)}"
    for index in range(meta.methodOffset(), meta.methodCount()):
        yield f"        {method_line(meta.method(index))}"
    yield "    }"


def property_line(described: QMetaProperty, index: int) -> str:
    """One property. A constant one is read without a signal to wait for."""
    name = text(described.name())
    parts = [f'name: "{name}"; index: {index}; read: "{name}"', typed(text(described.typeName()))]
    parts += [f'notify: "{text(described.notifySignal().name())}"'] if described.hasNotifySignal() else []
    parts += [f'write: "{name}"'] if described.isWritable() else ["isReadonly: true"]
    parts += ["isPropertyConstant: true"] if described.isConstant() else []
    return f"Property {{ {'; '.join(parts)} }}"


def method_line(described: QMetaMethod) -> str:
    """One signal or slot with its parameters."""
    result = text(described.typeName())
    parts = [f'name: "{text(described.name())}"']
    parts += [typed(result)] if result not in {"", "void"} else []
    names, kinds = described.parameterNames(), described.parameterTypes()
    parameters = [
        f'Parameter {{ name: "{text(name)}"; {typed(text(kind))} }}' for name, kind in zip(names, kinds, strict=True)
    ]
    return f"{KINDS.get(described.methodType(), 'Method')} {{ {'; '.join(parts)}; {' '.join(parameters)} }}"


def typed(name: str) -> str:
    """A type as qmltypes files spell it: the pointer's star becomes a field of its own."""
    bare = name.rstrip("*").strip()
    pointer = "; isPointer: true" if name.endswith("*") else ""
    return f'type: "{NAMES.get(bare, bare)}"{pointer}'


def text(name: NameInQt) -> str:
    """A name in a meta-object as text."""
    if isinstance(name, QByteArray):
        name = name.data()
    return name if isinstance(name, str) else bytes(name).decode()


def exported(package: str) -> list[QMetaObject]:
    """What Qt knows by now of every class of a package, each parent before its children."""

    def below(parent: type[QObject]) -> Iterator[type[QObject]]:
        for child in parent.__subclasses__():
            yield child
            yield from below(child)

    own = {child.__name__: child for child in below(QObject) if f"{child.__module__}.".startswith(f"{package}.")}
    return [meta_object(child) for child in own.values()]


def meta_object(described: type[QObject]) -> QMetaObject:
    """What Qt knows of a class; PySide's stubs leave this attribute out."""
    meta: object = getattr(described, "staticMetaObject")  # noqa: B009 - mypy does not know the attribute
    assert isinstance(meta, QMetaObject)
    return meta
