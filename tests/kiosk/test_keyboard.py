"""The keyboard for free text: Pinyin and English, above it the field, and nothing learned from anybody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.keyboard import ENVIRONMENT, forget, private_folder
from tests.kiosk.conftest import FakeClock
from tests.kiosk.hand import Hand

SETTLE_MS = 60


def write(kiosk: Kiosk, hand: Hand) -> None:
    """Open the search with its keyboard."""
    kiosk.shell.openPage("search", "", 0)
    QTest.qWait(SETTLE_MS)
    hand.touch("写汉字" if not kiosk.visit.chose("english") else "Write")
    assert hand.awaits("空格" if not kiosk.visit.chose("english") else "Space"), hand.names()
    QTest.qWait(SETTLE_MS)


def keys(hand: Hand, letters: str) -> None:
    for letter in letters:
        hand.touch(letter)
    QTest.qWait(SETTLE_MS)


def query(kiosk: Kiosk) -> str:
    facts = kiosk.shell._objects[-1]
    assert isinstance(facts, QObject)
    return str(facts.property("query"))


def test_pinyin_becomes_hanzi_and_finds_as_one_types(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    keys(hand, "ZONGHE")
    assert query(kiosk) == "zong he"
    assert hand.sees("综合法规处")
    hand.touch("综合")
    assert query(kiosk) == "综合"
    assert hand.sees("综合法规处")
    hand.touch("删一个")
    assert query(kiosk) == "综"


def test_before_anything_is_typed_the_page_says_what_the_keys_are_for(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.openPage("search", "", 0)
    assert hand.awaits("打拼音首字母")
    hand.touch("写汉字")
    assert hand.awaits("写要找的名称")
    hand.touch("拼音首字母")
    assert hand.awaits("打拼音首字母")


def test_english_is_typed_after_one_key(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    hand.touch("现在是拼音，换成英文")
    keys(hand, "law")
    hand.touch("大写")
    keys(hand, "Q")
    assert query(kiosk) == "lawQ"


def test_an_english_visitor_begins_with_letters(kiosk: Kiosk, hand: Hand) -> None:
    kiosk.shell.press("language")
    write(kiosk, hand)
    keys(hand, "law")
    assert query(kiosk) == "law"


def test_signs_and_digits_are_there(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    hand.touch("现在是拼音，换成英文")
    hand.touch("5")
    hand.touch("符号")
    hand.touch("%")
    hand.touch("字母")
    keys(hand, "a")
    assert query(kiosk) == "5%a"


def test_signs_make_room_for_large_letters_and_come_back(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    hand.touch("符号")
    assert hand.awaits("_")
    for button, shown in (("larger", True), ("lower", False), ("larger", True)):
        kiosk.shell.press(button)
        QTest.qWait(SETTLE_MS)
        assert hand.sees("@"), button
        assert hand.sees("_") is shown, button


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (768, 1366), (3840, 2160)], ids=str)
@pytest.mark.parametrize("buttons", [(), ("larger",), ("lower",), ("larger", "lower")], ids=" ".join)
def test_the_field_is_never_covered(kiosk: Kiosk, hand: Hand, size: tuple[int, int], buttons: tuple[str, ...]) -> None:
    kiosk.window.resize(*size)
    for button in buttons:
        kiosk.shell.press(button)
    write(kiosk, hand)
    field, first, bar = hand.find("要找什么").seen, hand.find("Q").seen, hand.find("返回").seen
    assert hand.find("要找什么").whole
    assert field.bottom() < first.top()
    assert hand.find("空格").seen.bottom() < bar.top()


def test_the_keyboard_goes_with_its_key_and_comes_with_the_field(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    hand.touch("收起键盘")
    QTest.qWait(SETTLE_MS)
    assert not hand.sees("空格")
    hand.tap(hand.find("要找什么").seen.center())
    QTest.qWait(SETTLE_MS)
    assert hand.sees("空格")
    hand.touch("拼音首字母")
    QTest.qWait(SETTLE_MS)
    assert not hand.sees("空格")
    assert hand.sees("清空")


def test_the_keyboard_goes_with_the_page(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    keys(hand, "ZONGHE")
    hand.touch("综合法规处")
    QTest.qWait(SETTLE_MS)
    assert hand.sees("5 楼 512 室")
    assert not hand.sees("空格")
    hand.touch("返回")
    assert query(kiosk) == "综合"


def test_words_beyond_the_edge_come_with_a_button(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    keys(hand, "SHI")
    first = hand.names()
    hand.touch("后面的字词")
    later = [name for name in hand.names() if name not in first]
    assert later
    hand.touch("前面的字词")
    assert hand.sees("是")


def compose(hand: Hand, letters: str, *words: str) -> str:
    """Type a name that no dictionary has, word by word; gives what was offered first for its letters."""
    keys(hand, letters)
    names = hand.names()
    offered = names[names.index("键盘") + 1]
    for word in words:
        for _ in range(30):
            if hand.sees(word):
                break
            hand.touch("后面的字词")
        hand.touch(word)
    return offered


def learns(kiosk: Kiosk, hand: Hand) -> bool:
    """Whether a name composed once is offered when its letters are typed again."""
    before = compose(hand, "LIXINWEI", "栗", "薪", "苇")
    after = compose(hand, "LIXINWEI")
    assert before == "里欣慰"
    return after == "栗薪苇"


def test_a_name_that_was_typed_is_not_offered_again(kiosk: Kiosk, hand: Hand) -> None:
    write(kiosk, hand)
    assert not learns(kiosk, hand)


def test_without_the_hint_the_method_would_have_learned_it(kiosk: Kiosk, hand: Hand) -> None:
    """Guards the test above: should Qt learn less by itself one day, it would show nothing."""
    write(kiosk, hand)
    settings = kiosk.engine.singletonInstance("QtQuick.VirtualKeyboard.Settings", "VirtualKeyboardSettings")
    assert isinstance(settings, QObject)
    hints = settings.property("inputMethodHints")
    settings.setProperty("inputMethodHints", Qt.InputMethodHint.ImhNone)
    assert settings.property("inputMethodHints") == Qt.InputMethodHint.ImhNone
    QTest.qWait(SETTLE_MS)
    try:
        assert learns(kiosk, hand)
    finally:
        settings.setProperty("inputMethodHints", hints)


def test_nothing_of_a_visit_stays_on_the_keys(kiosk: Kiosk, hand: Hand, clock: FakeClock) -> None:
    write(kiosk, hand)
    hand.touch("现在是拼音，换成英文")
    hand.touch("大写")
    keys(hand, "A")
    clock.now += 81
    kiosk.visit.tick()
    QTest.qWait(SETTLE_MS)
    assert not hand.sees("空格")
    kiosk.visit.touched()
    write(kiosk, hand)
    assert query(kiosk) == ""
    keys(hand, "ZONGHE")
    assert query(kiosk) == "zong he"


def test_what_was_copied_goes_with_the_visit(kiosk: Kiosk, hand: Hand, clock: FakeClock) -> None:
    write(kiosk, hand)
    hand.touch("现在是拼音，换成英文")
    keys(hand, "law")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(kiosk.window, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "law"
    clock.now += 81
    kiosk.visit.tick()
    assert QGuiApplication.clipboard().text() == ""


def test_what_the_keyboard_wrote_goes_with_the_visit(kiosk: Kiosk, clock: FakeClock) -> None:
    dictionary = private_folder() / "qtvirtualkeyboard" / "pinyin" / "usr_dict.dat"
    dictionary.parent.mkdir(parents=True, exist_ok=True)
    dictionary.write_bytes(b"learned")
    clock.now += 81
    kiosk.visit.tick()
    assert not dictionary.exists()


@pytest.mark.expected_log("what the keyboard wrote stays")
def test_a_folder_that_cannot_be_emptied_is_said(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError("示例")

    (private_folder() / "qtvirtualkeyboard").mkdir(exist_ok=True)
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.keyboard.shutil.rmtree", refuse)
        forget()


def test_the_private_folder_goes_with_the_program() -> None:
    program = "from kiosk.keyboard import *; prepare(); print(private_folder(), private_folder().is_dir())"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=30)
    folder, there = run.stdout.split()
    assert there == "True"
    assert not Path(folder).exists()


def test_the_keyboard_is_chosen_before_qt_begins() -> None:
    assert {name: os.environ[name] for name in ENVIRONMENT} == ENVIRONMENT
    assert os.environ["XDG_CONFIG_HOME"] == str(private_folder())
