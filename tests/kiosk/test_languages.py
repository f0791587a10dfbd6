"""English stands for every text of the interface."""

import re
import subprocess
from pathlib import Path

import PySide6
from defusedxml import ElementTree

import kiosk

TRANSLATIONS = Path(kiosk.__path__[0]) / "translations"
QT = Path(PySide6.__path__[0])


def qt_tool(name: str, *arguments: object) -> None:
    subprocess.run([QT / name, *map(str, arguments)], check=True, capture_output=True)


def messages(file: Path) -> dict[tuple[str, str], list[str]]:
    """Translations by context and source text; empty where there is none."""
    found = {}
    root = ElementTree.parse(file).getroot()
    assert root is not None
    for context in root.iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            assert made is not None
            forms = [form.text or "" for form in made.iter("numerusform")] or [made.text or ""]
            unfinished = made.get("type") == "unfinished"
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = [""] if unfinished else forms
    return found


def test_every_text_of_the_pages_is_in_the_file_and_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = sorted((TRANSLATIONS.parent / "qml").rglob("*.qml"))
    qt_tool("lupdate", "-locations", "none", *sources, "-ts", fresh)
    known = messages(TRANSLATIONS / "lobby_en.ts")
    assert messages(fresh).keys() == known.keys()
    assert [source for source, forms in known.items() if not all(forms)] == []


def test_placeholders_survive_translation() -> None:
    for (_, source), forms in messages(TRANSLATIONS / "lobby_en.ts").items():
        for mark in ("%1", "%2", "%3", "%n"):
            for form in forms:
                assert (mark in source) == (mark in form) or source == "%1年%2%3日", (source, form)


def test_the_compiled_file_is_the_one_that_stands(tmp_path: Path) -> None:
    qt_tool("lrelease", "-silent", TRANSLATIONS / "lobby_en.ts", "-qm", tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == (TRANSLATIONS / "lobby_en.qm").read_bytes()


def test_no_text_stands_where_the_translators_tool_does_not_look() -> None:
    """It reads no template literal: what is said inside one would stay Chinese for ever."""
    pages = sorted((TRANSLATIONS.parent / "qml").rglob("*.qml"))
    assert [page.name for page in pages if re.search(r"\$\{[^}`]*qsTr\(", page.read_text("utf-8"))] == []
