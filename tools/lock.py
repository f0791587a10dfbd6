"""Writes the version of every dependency with its hashes into `requirements/`, for any platform and Python from 3.11.

    make lock                                  adds what is new, keeps what is locked
    python3 tools/lock.py --upgrade            chooses every version anew

Needs `uv` on the path and the network. The locks name no registry.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path("requirements")
HEADER = "# Written by `make lock` from pyproject.toml; every file of every version is known by its hash.\n"
EXTRAS = ["--extra", "kiosk", "--extra", "sign", "--extra", "desk"]
# What builds the project itself is locked too, so that nothing is chosen at installation.
BUILD = FOLDER / "build.in"
LOCKS: dict[str, list[str]] = {
    "run": EXTRAS,
    "test": [*EXTRAS, "--group", "test", "--constraint", str(FOLDER / "run.lock")],
}


def compile_command(name: str, options: list[str]) -> list[str]:
    """Give uv's command for one lock; configuration of this machine is kept out of it."""
    return [
        *["uv", "--no-config", "pip", "compile", "pyproject.toml", str(BUILD), *options],
        *["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"],
        *["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--output-file", str(FOLDER / f"{name}.lock")],
    ]


def main(arguments: list[str]) -> int:
    """Write both locks; the second takes the first one's versions."""
    for name, options in LOCKS.items():
        subprocess.run([*compile_command(name, options), *arguments], check=True)
        lock = FOLDER / f"{name}.lock"
        lock.write_text(HEADER + lock.read_text(encoding="utf-8"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
