"""Says what it is told, in a process of its own: `python -m kiosk.voice.speaker`.

Reaching the system's speech service may take seconds or never come back, and the glass must not wait for it. One JSON
object a line:

    out  {"voices": ["zh", "en"]}   once, when it is ready: the languages it has a voice for
    in   {"say": [["zh", text], ["en", text], ...]}   instead of what is being said; an empty list is silence

It ends with its standard input. Qt's name of another engine may be given as an argument.
"""

import json
import os
import sys

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSocketNotifier
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

RATE = -0.1
"""A little slower than the engine's own pace: people listen standing in a hall."""
MANDARIN = "Mandarin"
"""eSpeak calls its Chinese voice by ISO 639-3's cmn, which Qt's locales do not know: it comes under no language."""

Chosen = dict[str, tuple[QLocale, QVoice]]


def choose(engine: QTextToSpeech) -> Chosen:
    """A voice for each of our two languages, where the engine has one."""
    chosen: Chosen = {}
    for language, wanted in (("zh", QLocale.Language.Chinese), ("en", QLocale.Language.English)):
        locales = [locale for locale in engine.availableLocales() if locale.language() == wanted]
        for locale in sorted(locales, key=lambda locale: locale.name() not in {"zh_CN", "en_US"})[:1]:
            engine.setLocale(locale)
            voices = engine.availableVoices()
            if voices:
                chosen[language] = (locale, voices[0])
    if "zh" not in chosen:
        engine.setLocale(QLocale.c())
        mandarin = [voice for voice in engine.availableVoices() if MANDARIN in voice.name()]
        if mandarin:
            chosen["zh"] = (QLocale.c(), min(mandarin, key=lambda voice: len(voice.name())))
    return chosen


class Speaker(QObject):
    """Says texts one after the other, each with the voice of its language."""

    def __init__(self, engine: QTextToSpeech, voices: Chosen) -> None:
        """Silent."""
        super().__init__()
        self._engine, self._voices = engine, voices
        self._waiting: list[tuple[str, str]] = []
        engine.setRate(RATE)
        engine.stateChanged.connect(self._next)

    def say(self, parts: list[tuple[str, str]]) -> None:
        """Say these instead of what is being said."""
        self._waiting = []
        self._engine.stop()
        self._waiting = list(parts)
        self._next(self._engine.state())

    def _next(self, state: QTextToSpeech.State) -> None:
        if state != QTextToSpeech.State.Ready or not self._waiting:
            return
        language, text = self._waiting.pop(0)
        voice = self._voices.get(language) or next(iter(self._voices.values()), None)
        if voice is not None:
            self._engine.setLocale(voice[0])
            self._engine.setVoice(voice[1])
            self._engine.say(text)


def main(arguments: list[str]) -> int:
    """Say what standard input tells until it ends."""
    app = QCoreApplication(sys.argv[:1])
    engines = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
    name = arguments[0] if arguments else next(iter(engines), "")
    if not name:
        _tell({"voices": []})
        return 0
    engine = QTextToSpeech(name)
    voices = choose(engine) if engine.state() != QTextToSpeech.State.Error else {}
    speaker = Speaker(engine, voices)
    _tell({"voices": list(voices)})
    rest = b""

    def heard() -> None:
        nonlocal rest
        read = os.read(sys.stdin.fileno(), 65536)
        if not read:
            app.quit()
            return
        *lines, rest = (rest + read).split(b"\n")
        for line in lines:
            speaker.say([(language, text) for language, text in json.loads(line)["say"]])

    listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listening.activated.connect(heard)
    return app.exec()


def _tell(answer: dict[str, list[str]]) -> None:
    print(json.dumps(answer), flush=True)  # noqa: T201 - standard output is the way to who started this


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
