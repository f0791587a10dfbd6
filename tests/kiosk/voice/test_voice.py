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
from kiosk.upkeep import Upkeep
from kiosk.voice.parts import parts_of
from kiosk.voice.speaker import Speaker, choose
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
    def parts(self) -> list[list[tuple[str, str]]]:
        if not self.file.exists():
            return []
        lines = self.file.read_text(encoding="utf-8").splitlines()
        return [[(language, text) for language, text in json.loads(line)["say"]] for line in lines]

    @property
    def told(self) -> list[list[str]]:
        return [[text for _, text in parts] for parts in self.parts]


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    return Heard(tmp_path / "heard.jsonl")


@pytest.fixture
def voice(qapp: QGuiApplication, heard: Heard) -> Iterator[Voice]:
    made = Voice(heard.command("zh", "en"))
    yield made
    made.rest()


@pytest.fixture
def listening(kiosk: Kiosk, heard: Heard, qtbot: QtBot) -> Iterator[Upkeep]:
    """A kiosk on a machine with both voices."""
    upkeep = Upkeep(kiosk)
    upkeep.voice._command = heard.command("zh", "en")
    with qtbot.waitSignal(upkeep.voice.found, timeout=10_000):
        upkeep.voice.look()
    yield upkeep
    upkeep.end()


def test_asking_for_voices_leaves_no_process(voice: Voice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(voice.found, timeout=10_000):
        voice.look()
    assert voice.languages == {"zh", "en"}
    assert not voice.speaking
    assert voice._process is None


def test_what_is_said_before_it_is_ready_is_not_lost(voice: Voice, heard: Heard, qtbot: QtBot) -> None:
    voice.say([("zh", "一")])
    voice.say([("zh", "二"), ("zh", "三")])
    qtbot.waitUntil(lambda: heard.told == [["二", "三"]], timeout=10_000)
    voice.hush()
    qtbot.waitUntil(lambda: heard.told[1:] == [[]], timeout=10_000)


def test_a_speaker_that_died_is_started_anew(voice: Voice, heard: Heard, qtbot: QtBot) -> None:
    voice.say([("zh", "一")])
    qtbot.waitUntil(lambda: heard.told == [["一"]], timeout=10_000)
    assert voice._process is not None
    voice._process.kill()
    qtbot.waitUntil(lambda: not voice.speaking, timeout=10_000)
    voice.say([("zh", "二")])
    qtbot.waitUntil(lambda: heard.told == [["一"], ["二"]], timeout=10_000)


def test_what_a_speech_engine_prints_itself_is_passed_over(qapp: QGuiApplication, qtbot: QtBot) -> None:
    talking = (
        'print("ALSA: no sound"); print("[1]"); print(\'{"voices": ["zh"]}\'); print("{}", flush=True); [*open(0)]'
    )
    voice = Voice([sys.executable, "-c", talking])
    voice.say([("zh", "一")])
    qtbot.waitUntil(lambda: voice.languages == {"zh"}, timeout=10_000)
    assert voice.speaking
    voice.rest()


def test_a_service_that_never_answers_is_absent(qapp: QGuiApplication, qtbot: QtBot) -> None:
    voice = Voice([sys.executable, "-c", "import time; time.sleep(60)"])
    voice._patience.setInterval(300)
    voice.look()
    qtbot.waitUntil(lambda: voice._process is None, timeout=10_000)
    assert voice.languages == frozenset()


def test_without_a_voice_there_is_no_button(hand: Hand) -> None:
    assert not hand.sees("朗读")


def test_a_page_is_read_from_its_top_and_the_next_when_it_comes(
    listening: Upkeep, hand: Hand, heard: Heard, qtbot: QtBot
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
    listening: Upkeep, hand: Hand, heard: Heard, qtbot: QtBot, clock: FakeClock
) -> None:
    hand.touch("朗读")
    clock.now += 65
    listening.tick()
    qtbot.waitUntil(lambda: any("您还在吗？" in told for told in heard.told), timeout=10_000)
    clock.now += 20
    listening.tick()
    qtbot.waitUntil(lambda: not listening.voice.speaking, timeout=10_000)
    assert not listening.kiosk.visit.chose("reading")


def test_who_goes_by_keys_hears_and_sees_where_they_are(
    listening: Upkeep, hand: Hand, heard: Heard, qtbot: QtBot
) -> None:
    hand.touch("朗读")
    qtbot.waitUntil(lambda: any(heard.told), timeout=10_000)
    for _ in range(3):
        QTest.keyClick(listening.kiosk.window, Qt.Key.Key_Tab)
        QTest.qWait(60)
    focused = hand.names()
    qtbot.waitUntil(lambda: len(heard.told[-1]) == 1, timeout=10_000)
    assert heard.told[-1][0].split("，")[0] in focused
    assert listening.kiosk.shell.property("byKeys")
    QTest.keyClick(listening.kiosk.window, Qt.Key.Key_Return)
    assert listening.kiosk.shell.way.here.page != "home"
    QTest.keyClick(listening.kiosk.window, Qt.Key.Key_Escape)
    assert listening.kiosk.shell.way.here.page == "home"
    hand.tap(hand.find("帮助").seen.center())
    assert not listening.kiosk.shell.property("byKeys")


def read(listening: Upkeep, heard: Heard, qtbot: QtBot, page: str, key: str = "") -> list[str]:
    """What is said of a page."""
    listening.kiosk.shell.openPage(page, key, 0)
    before = len(heard.told)
    qtbot.waitUntil(lambda: any(heard.told[before:]), timeout=10_000)
    return heard.told[-1]


def test_a_list_is_read_from_its_top_wherever_it_was(listening: Upkeep, hand: Hand, heard: Heard, qtbot: QtBot) -> None:
    hand.touch("朗读")
    said = read(listening, heard, qtbot, "offices")
    assert said[3] == "机关处室"
    assert said[4].startswith("办公室，")
    for way in ("下一屏", "上一屏"):
        hand.touch(way)
        QTest.qWait(60)
    hand.touch("朗读")
    hand.touch("朗读")
    before = len(heard.told)
    qtbot.waitUntil(lambda: any(heard.told[before:]), timeout=10_000)
    assert heard.told[-1] == said


def test_nothing_is_said_twice_and_no_key_of_the_keypad(
    listening: Upkeep, hand: Hand, heard: Heard, qtbot: QtBot
) -> None:
    hand.touch("朗读")
    news = read(listening, heard, qtbot, "bulletin")
    assert "全省财政工作会议部署2027年预算编制，新闻" in news
    assert "新闻" not in news
    assert not {"Q", "1", "清空"} & set(read(listening, heard, qtbot, "search"))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("综合法规处", [("zh", "综合法规处")]),
        ("赵 Tina", [("zh", "赵 Tina")]),
        ("512", [("zh", "512")]),
        ("English", [("en", "English")]),
        ("工作日 8:30–11:30 · 1 楼 → 5 楼", [("zh", "工作日 8:30至11:30，1 楼，5 楼")]),
        ("买买提·明江", [("zh", "买买提 明江")]),
        ("𬀩", [("zh", "𬀩")]),
    ],
)
def test_on_a_chinese_page_the_script_chooses_the_voice(sentence: str, said: list[tuple[str, str]]) -> None:
    assert list(parts_of([sentence], english=False)) == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Room 512, Floor 5", [("en", "Room 512, Floor 5")]),
        ("综合法规处, Room 512, In Chinese", [("zh", "综合法规处"), ("en", "Room 512, In Chinese")]),
        ("Documents: 2 份申请表、立案审批表", [("en", "Documents"), ("zh", "2 份申请表、立案审批表")]),
        ("全省财政工作会议部署 2027 年预算编制", [("zh", "全省财政工作会议部署 2027 年预算编制")]),
        ("Window 1 · 会计", [("en", "Window 1"), ("zh", "会计")]),
        ("·", []),
        ("Step 1 提出申请", [("en", "Step 1"), ("zh", "提出申请")]),
        ("领导小组, 3 members", [("zh", "领导小组"), ("en", "3 members")]),
        ("政府采购处, 10 working days", [("zh", "政府采购处"), ("en", "10 working days")]),
        ("财发〔2026〕1号 · 000000-0001, 1 Nov 2026", [("zh", "财发〔2026〕1号，000000-0001"), ("en", "1 Nov 2026")]),
        ("Floor 1 → Floor 5, 8:30–11:30", [("en", "Floor 1, Floor 5, 8:30 to 11:30")]),
    ],
)
def test_on_an_english_page_each_language_has_its_own_voice(sentence: str, said: list[tuple[str, str]]) -> None:
    assert list(parts_of([sentence], english=True)) == said


def test_a_chinese_text_on_an_english_page_is_told_to_be_and_said_in_chinese(
    listening: Upkeep, hand: Hand, heard: Heard, qtbot: QtBot
) -> None:
    hand.touch("English")
    hand.touch("Offices")
    hand.touch("会计处")
    hand.touch("Listen")
    qtbot.waitUntil(lambda: any(heard.parts), timeout=10_000)
    said = next(parts for parts in heard.parts if parts)
    assert said[:3] == [("zh", "会计处"), ("en", "In Chinese"), ("zh", "机关处室")]
    assert ("en", "Floor 3, room 305") in said


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
    speaker.say([("en", "one two"), ("zh", "three")])
    qtbot.waitUntil(lambda: states.count(QTextToSpeech.State.Speaking) == 2, timeout=10_000)
    speaker.say([])
    assert engine.state() == QTextToSpeech.State.Ready


def test_the_real_program_speaks_with_qts_silent_engine(qapp: QGuiApplication, qtbot: QtBot) -> None:
    voice = Voice([*SPEAKER, "mock"])
    with qtbot.waitSignal(voice.found, timeout=30_000):
        voice.look()
    assert voice.languages == {"en"}
    voice.say([("en", "one")])
    qtbot.waitUntil(lambda: voice._ready, timeout=30_000)
    voice.rest()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("speech-dispatcher") is None, reason="speech-dispatcher is not installed")
def test_espeaks_mandarin_is_found(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> None:
    voice = Voice()
    with qtbot.waitSignal(voice.found, timeout=25_000):
        voice.look()
    assert voice.languages == {"zh", "en"}
