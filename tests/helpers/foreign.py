"""Programs nobody here wrote, in an environment of their own, so that bytes can be compared with theirs.

The environment is made once beside `.venv` and made anew when its list of requirements changes.
"""

import hashlib
import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

TOP = Path(__file__).parents[2]
HERE = TOP / "tests" / "ledsign" / "foreign"
ENVIRONMENT = TOP / ".foreign"
PATIENCE_S = 300


class NotToBeHad(OSError):  # noqa: N818 - a test that catches it says why it is skipped
    """The foreign programs cannot be installed here."""


@lru_cache
def python() -> Path:
    """The environment's Python. NotToBeHad says why when it cannot be made, for example without a network."""
    requirements = HERE / "requirements.txt"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp, found = ENVIRONMENT / "made-from", ENVIRONMENT / "bin" / "python"
    if not (stamp.is_file() and stamp.read_text() == wanted):
        _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
        install = ["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
        _run([str(found), "-m", "pip", *install, "--requirement", str(requirements)])
        stamp.write_text(wanted)
    return found


def asked(program: str, requests: list[dict[str, object]]) -> list[bytes]:
    """Frames that a program of this folder (`ask_onbon.py`) makes of requests."""
    command = [str(python()), "-W", "ignore", str(HERE / program)]
    answer = subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True, check=True)
    return [bytes.fromhex(frame) for frame in json.loads(answer.stdout.splitlines()[-1])]


def _run(command: list[str]) -> None:
    made = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    if made.returncode:
        raise NotToBeHad(" ".join(made.stderr.split())[-300:])
