from pathlib import Path

import pytest
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tools.lint_qml import lint
from tools.qmltypes import exported, write_module

QML_IMPORT_NAME = "Trial.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = """import QtQuick
import Trial.Models

Item {{
    id: page
    required property Sheet sheet
    {}
}}
"""


@QmlElement
class Leaf(QObject):
    """What another class holds."""

    textChanged = Signal()  # noqa: N815 - QML's spelling

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return "示例"


@QmlElement
class Sheet(QObject):
    """One of everything that QML may touch."""

    turned = Signal(str, int, arguments=["name", "page"])

    @Property(Leaf, constant=True)
    def leaf(self) -> Leaf:
        return Leaf(self)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide's stubs forget types by name
    def names(self) -> list[str]:
        return []

    @Slot(str, result=bool)
    def turn(self, name: str) -> bool:
        return bool(name)


@pytest.fixture
def types(tmp_path: Path) -> Path:
    write_module(tmp_path / "imports", "Trial.Models", exported(Leaf.__module__))
    return tmp_path / "imports"


def status(types: Path, line: str) -> int:
    page = types.parent / "Page.qml"
    page.write_text(PAGE.format(line), encoding="utf-8")
    return lint([types], [page])


@pytest.mark.parametrize(
    "line",
    [
        "readonly property string first: page.sheet.leaf.text",
        "readonly property list<string> all: page.sheet.names",
        'readonly property bool done: page.sheet.turn("封面")',
        "Connections { target: page.sheet; function onTurned(name: string) { console.info(name) } }",
    ],
    ids=["a property of a property", "a list", "a slot", "a signal"],
)
def test_the_linter_accepts_what_python_offers(types: Path, line: str) -> None:
    assert status(types, line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "readonly property string first: page.sheet.leaf.txet",
        "readonly property string first: page.sheet.title",
        'readonly property bool done: page.sheet.turned2("封面")',
        "function go() { page.sheet.names = [] }",
    ],
    ids=["a misspelt property", "a property it has not", "a slot it has not", "writing what is read-only"],
)
def test_the_linter_refuses_what_python_does_not_offer(
    types: Path, line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert status(types, line) != 0
    assert "Page.qml" in capfd.readouterr().err
