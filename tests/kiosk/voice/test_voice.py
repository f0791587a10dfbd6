"""Reading aloud: what is said, in which voice, and that silence comes when it is wanted."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.voice.speaker import Speaker, choose, is_chinese
from kiosk.voice.voice import SPEAKER, Voice
from tests.kiosk.conftest import FakeClock
from tests.kiosk.hand import Hand

NOTING = """
import json, sys
print(json.dumps({"voices": sys.argv[2:]}), flush=True)
for line in sys.stdin:
    with open(sys.argv[1], "a", encoding="utf-8") as heard:
        heard.write(line)
"""
"""A speaker that writes down what it is told."""


class Heard:
    """What a noting speaker was told, oldest first."""

    def __init__(self, file: Path) -> None:
        """Nothing yet."""
        self.file = file

    def command(self, *languages: str) -> list[str]:
        return [sys.executable, "-c", NOTING, str(self.file), *languages]

    @property
    def told(self) -> list[list[str]]:
        if not self.file.exists():
            return []
        return [json.loads(line)["say"] for line in self.file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    return Heard(tmp_path / "heard.jsonl")


@pytest.fixture
def voice(qapp: QGuiApplication, heard: Heard) -> Iterator[Voice]:
    made = Voice(heard.command("zh", "en"))
    yield made
    made.rest()


@pytest.fixture
def listening(kiosk: Kiosk, heard: Heard, qtbot: QtBot) -> Kiosk:
    """A kiosk on a machine with both voices."""
    kiosk.voice._command = heard.command("zh", "en")
    with qtbot.waitSignal(kiosk.voice.found, timeout=10_000):
        kiosk.voice.look()
    return kiosk


def test_asking_for_voices_leaves_no_process(voice: Voice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(voice.found, timeout=10_000):
        voice.look()
    assert voice.languages == {"zh", "en"}
    assert not voice.speaking
    assert voice._process is None


def test_what_is_said_before_it_is_ready_is_not_lost(voice: Voice, heard: Heard, qtbot: QtBot) -> None:
    voice.say(["一"])
    voice.say(["二", "三"])
    qtbot.waitUntil(lambda: heard.told == [["二", "三"]], timeout=10_000)
    voice.hush()
    qtbot.waitUntil(lambda: heard.told[1:] == [[]], timeout=10_000)


def test_a_speaker_that_died_is_started_anew(voice: Voice, heard: Heard, qtbot: QtBot) -> None:
    voice.say(["一"])
    qtbot.waitUntil(lambda: heard.told == [["一"]], timeout=10_000)
    assert voice._process is not None
    voice._process.kill()
    qtbot.waitUntil(lambda: not voice.speaking, timeout=10_000)
    voice.say(["二"])
    qtbot.waitUntil(lambda: heard.told == [["一"], ["二"]], timeout=10_000)


def test_a_service_that_never_answers_is_absent(qapp: QGuiApplication, qtbot: QtBot) -> None:
    voice = Voice([sys.executable, "-c", "import time; time.sleep(60)"])
    voice._patience.setInterval(300)
    voice.look()
    qtbot.waitUntil(lambda: voice._process is None, timeout=10_000)
    assert voice.languages == frozenset()


def test_without_a_voice_there_is_no_button(hand: Hand) -> None:
    assert not hand.sees("朗读")


def test_a_page_is_read_from_its_top_and_the_next_when_it_comes(
    listening: Kiosk, hand: Hand, heard: Heard, qtbot: QtBot
) -> None:
    hand.touch("工作职责")
    hand.touch("综合法规处")
    hand.touch("朗读")
    qtbot.waitUntil(lambda: any(heard.told), timeout=10_000)
    said = next(told for told in heard.told if told)
    assert said[0] == "综合法规处"
    assert "5 楼 512 室" in said
    assert "返回" not in said
    hand.touch("赵婷")
    qtbot.waitUntil(lambda: any(told[:1] == ["赵婷"] for told in heard.told), timeout=10_000)
    hand.touch("朗读")
    qtbot.waitUntil(lambda: not listening.voice.speaking, timeout=10_000)


def test_a_sheet_over_the_page_is_read(
    listening: Kiosk, hand: Hand, heard: Heard, qtbot: QtBot, clock: FakeClock
) -> None:
    hand.touch("朗读")
    clock.now += 65
    listening.tick()
    qtbot.waitUntil(lambda: any("您还在吗？" in told for told in heard.told), timeout=10_000)
    clock.now += 20
    listening.tick()
    qtbot.waitUntil(lambda: not listening.voice.speaking, timeout=10_000)
    assert not listening.visit.chose("reading")


def test_who_goes_by_keys_hears_and_sees_where_they_are(
    listening: Kiosk, hand: Hand, heard: Heard, qtbot: QtBot
) -> None:
    hand.touch("朗读")
    qtbot.waitUntil(lambda: any(heard.told), timeout=10_000)
    for _ in range(3):
        QTest.keyClick(listening.window, Qt.Key.Key_Tab)
        QTest.qWait(60)
    focused = hand.names()
    qtbot.waitUntil(lambda: len(heard.told[-1]) == 1, timeout=10_000)
    assert heard.told[-1][0] in focused
    assert listening.shell.property("byKeys")
    QTest.keyClick(listening.window, Qt.Key.Key_Return)
    assert listening.shell.way.here.page != "home"
    QTest.keyClick(listening.window, Qt.Key.Key_Escape)
    assert listening.shell.way.here.page == "home"
    hand.tap(hand.find("帮助").seen.center())
    assert not listening.shell.property("byKeys")


@pytest.mark.parametrize(
    ("text", "chinese"), [("综合法规处", True), ("512 room", False), ("赵 Tina", True), ("㐂", True), ("", False)]
)
def test_the_script_chooses_the_voice(text: str, *, chinese: bool) -> None:
    assert is_chinese(text) is chinese


@pytest.fixture
def engine(qapp: QGuiApplication) -> Iterator[QTextToSpeech]:
    """Qt's own engine without sound: it has an English voice and takes a while for each word."""
    made = QTextToSpeech("mock")
    yield made
    made.stop()
    made.deleteLater()


def test_sentences_follow_each_other_until_others_are_wanted(engine: QTextToSpeech, qtbot: QtBot) -> None:
    voices = choose(engine)
    assert set(voices) == {"en"}
    speaker = Speaker(engine, voices)
    states: list[QTextToSpeech.State] = []
    engine.stateChanged.connect(states.append)
    speaker.say(["one two", "three"])
    qtbot.waitUntil(lambda: states.count(QTextToSpeech.State.Speaking) == 2, timeout=10_000)
    speaker.say([])
    assert engine.state() == QTextToSpeech.State.Ready


def test_the_real_program_speaks_with_qts_silent_engine(qapp: QGuiApplication, qtbot: QtBot) -> None:
    voice = Voice([*SPEAKER, "mock"])
    with qtbot.waitSignal(voice.found, timeout=30_000):
        voice.look()
    assert voice.languages == {"en"}
    voice.say(["one"])
    qtbot.waitUntil(lambda: voice._ready, timeout=30_000)
    voice.rest()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("speech-dispatcher") is None, reason="speech-dispatcher is not installed")
def test_espeaks_mandarin_is_found(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> None:
    voice = Voice()
    with qtbot.waitSignal(voice.found, timeout=25_000):
        voice.look()
    assert voice.languages == {"zh", "en"}
