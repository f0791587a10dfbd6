"""`desk` as a person types it: a command line, and what came back."""

import json
import shlex
from dataclasses import dataclass

import pytest

from data.desk.__main__ import main


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    def json(self) -> object:
        """Standard output as JSON."""
        return json.loads(self.out)


class Prompt:
    """Runs commands in this process, in the home that `$OPENHALL_HOME` names."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, line: str) -> Answer:
        """Run one line, as `desk` would; misuse gives its exit code too."""
        try:
            code = main(shlex.split(line))
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def does(self, line: str) -> str:
        """Run a line that must work, and give what it said."""
        answer = self(line)
        assert answer.code == 0, answer.err
        return answer.out

    def fails(self, line: str) -> str:
        """Run a line that must fail with one plain sentence, and give the sentence."""
        answer = self(line)
        assert answer.code == 1, answer.out
        (sentence,) = answer.err.splitlines()
        assert sentence.startswith("desk：")
        return sentence
