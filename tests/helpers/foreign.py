"""Programs nobody here wrote, in an environment of their own, so that bytes can be compared with theirs.

The environment is made once beside `.venv` and made anew when its list of requirements changes. Files out of other
packages (a schema, a script for a browser) are kept beside it, each under the digest it was asked for with.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).parents[2]
HERE = TOP / "tests" / "ledsign" / "foreign"
ENVIRONMENT = TOP / ".foreign"
FILES = TOP / ".foreign-files"
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


def wheel(requirement: str, sha256: str) -> Path:
    """The unpacked wheel of a pinned package from Python's index; nothing of it is installed. NotToBeHad as above."""
    folder = FILES / sha256[:16]
    if not folder.is_dir():
        with TemporaryDirectory() as room:
            wanted = Path(room, "wanted.txt")
            wanted.write_text(f"{requirement} --hash=sha256:{sha256}\n")
            asked_for = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--retries", "1"]
            _run([sys.executable, "-m", "pip", "download", *asked_for, "--dest", room, "--requirement", str(wanted)])
            shutil.unpack_archive(next(Path(room).glob("*.whl")), Path(room, "unpacked"), "zip")
            _keep(Path(room, "unpacked"), folder)
    return folder


def npm_package(name: str, sha512: str) -> Path:
    """The unpacked tarball of a pinned package (`bpmn-js@18.31.1`) from npm's registry; no script of it is run."""
    folder = FILES / hashlib.sha256(sha512.encode()).hexdigest()[:16]
    if not folder.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            raise NotToBeHad("npm is not installed (apt install npm)")
        with TemporaryDirectory() as room:
            _run([npm, "pack", "--silent", "--ignore-scripts", "--fetch-retries=1", "--pack-destination", room, name])
            packed = next(Path(room).glob("*.tgz"))
            if base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode() != sha512:
                raise NotToBeHad(f"{name} is not what it was")
            shutil.unpack_archive(packed, Path(room, "unpacked"), "gztar", filter="data")
            _keep(Path(room, "unpacked"), folder)
    return folder


def _keep(made: Path, folder: Path) -> None:
    """Put a folder in its place at once, so that none is ever there in part."""
    folder.parent.mkdir(exist_ok=True)
    beside = folder.with_suffix(".part")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(made, beside)
    beside.rename(folder)


def _run(command: list[str]) -> None:
    made = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    if made.returncode:
        raise NotToBeHad(" ".join(made.stderr.split())[-300:])
