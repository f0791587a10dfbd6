"""Puts in place what `make run`, `make test` and `make bench` need: system packages, `.venv`, locked dependencies.

    python3 tools/setup.py run|test|bench

Run by the system's own Python with nothing but its standard library. What is there already is left alone, so the second
time takes a tenth of a second and no network. System packages come through apt when this user may; otherwise the
exact line to type is printed and nothing else happens.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TOP = Path(__file__).resolve().parents[1]
VENV = TOP / ".venv"
OLDEST = (3, 11)
PROGRAMS = ("kiosk", "ledsign", "data")
# A stamp in .venv says which lock was installed, from which files.
LOCK_OF = {"run": "run", "test": "test", "bench": "test"}
# An environment made for the key also serves these.
SERVED_BY = {"run": ("run", "test", "bench"), "test": ("test", "bench"), "bench": ("bench",)}


@dataclass(frozen=True)
class Need:
    """Something of the system: how to see that it is there, and Debian's package for it."""

    package: str
    present: Callable[[], bool]
    without: str = ""  # what is lost without it; empty where nothing works without it


def library(soname: str, package: str, without: str = "") -> Need:
    """A shared library that the loader must find."""
    return Need(package, lambda: _loads(soname), without)


def program(names: tuple[str, ...], package: str, without: str = "") -> Need:
    """A program under any of these names, on the path or in PostgreSQL's own folders."""
    return Need(package, lambda: any(_found(name) for name in names), without)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _found(name: str) -> bool:
    return shutil.which(name) is not None or any(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))


def _makes_environments() -> bool:
    return find_spec("venv") is not None and find_spec("ensurepip") is not None


def _has_chinese_font() -> bool:
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout.strip())


RUN_NEEDS = [
    Need("python3-venv", _makes_environments),
    Need("fonts-noto-cjk", _has_chinese_font),
    program(("fc-list",), "fontconfig"),
    # What Qt's own libraries are linked with.
    library("libEGL.so.1", "libegl1"),
    library("libGL.so.1", "libgl1"),
    library("libX11.so.6", "libx11-6"),
    library("libbrotlidec.so.1", "libbrotli1"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
    library("libfreetype.so.6", "libfreetype6"),
    library("libglib-2.0.so.0", "libglib2.0-0"),
    library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
    # What Qt's window on an X display is linked with.
    library("libX11-xcb.so.1", "libx11-xcb1"),
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-image.so.0", "libxcb-image0"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-randr.so.0", "libxcb-randr0"),
    library("libxcb-render-util.so.0", "libxcb-render-util0"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
    library("libxcb-util.so.1", "libxcb-util1"),
    library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    library("libxcb-xkb.so.1", "libxcb-xkb1"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
]
NO_WEBSITE = "the website is not shown on the glass, its QR codes stand in"
# What Qt's web engine is linked with, beyond the above.
WEB_NEEDS = [
    library("libnss3.so", "libnss3", NO_WEBSITE),
    library("libnspr4.so", "libnspr4", NO_WEBSITE),
    library("libgbm.so.1", "libgbm1", NO_WEBSITE),
    library("libasound.so.2", "libasound2", NO_WEBSITE),
    library("libXcomposite.so.1", "libxcomposite1", NO_WEBSITE),
    library("libXdamage.so.1", "libxdamage1", NO_WEBSITE),
    library("libXrandr.so.2", "libxrandr2", NO_WEBSITE),
    library("libXtst.so.6", "libxtst6", NO_WEBSITE),
    library("libxkbfile.so.1", "libxkbfile1", NO_WEBSITE),
    library("libxcb-dri3.so.0", "libxcb-dri3-0", NO_WEBSITE),
]
OPENSSL = program(("openssl",), "openssl", "no test website has a certificate, so no way out of the kiosk is tried")
POSTGRESQL = program(("postgres",), "postgresql", "the store's tests on PostgreSQL are skipped")
CHROMIUM = program(
    ("chromium", "chromium-browser"),
    "chromium",
    "the staff pages are not tried in a browser, and nothing is measured against one",
)
XVFB = program(("Xvfb",), "xvfb", "nothing is measured on a screen")
SYSTEMD = program(("systemd-analyze",), "systemd", "how much the units are shut in is not measured")
NEEDS = {
    "run": [*RUN_NEEDS, *WEB_NEEDS],
    "test": [*RUN_NEEDS, *WEB_NEEDS, OPENSSL, POSTGRESQL, CHROMIUM, SYSTEMD],
    "bench": [*RUN_NEEDS, *WEB_NEEDS, OPENSSL, POSTGRESQL, CHROMIUM, XVFB],
}


def main(purpose: str) -> int:
    """Bring everything for `purpose` in place; 1 with a plain sentence where that cannot be done."""
    if purpose not in LOCK_OF:
        return _stop(f"say one of: {', '.join(LOCK_OF)}")
    if sys.version_info < OLDEST:
        return _stop(f"Python 3.11 or later is needed; python3 here is {sys.version.split()[0]}")
    if is_current(purpose):
        compile_programs()
        return 0
    if not install_packages(NEEDS[purpose]):
        return 1
    try:
        install_dependencies(LOCK_OF[purpose])
    except subprocess.CalledProcessError as failure:
        return _stop(f"this failed, see above: {' '.join(str(word) for word in failure.cmd)}")
    unpack_shiboken()
    stamp(purpose).write_text(fingerprint(purpose), encoding="utf-8")
    compile_programs()
    return 0


def is_current(purpose: str) -> bool:
    """Whether an environment for this purpose, or for one that includes it, was made from today's files."""
    return any(
        stamp(served).is_file() and stamp(served).read_text(encoding="utf-8") == fingerprint(served)
        for served in SERVED_BY[purpose]
    )


def stamp(purpose: str) -> Path:
    """Where the fingerprint of a finished set-up is kept."""
    return VENV / f".setup-{purpose}"


def fingerprint(purpose: str) -> str:
    """Hash what a set-up depends on: the lock, the project's own metadata, this program, and where `.venv` is."""
    files = [TOP / "requirements" / f"{LOCK_OF[purpose]}.lock", TOP / "pyproject.toml", Path(__file__)]
    return hashlib.sha256(b"\0".join([str(VENV).encode(), *(file.read_bytes() for file in files)])).hexdigest()


def install_packages(needs: Iterable[Need]) -> bool:
    """Install what the system lacks; False, with the line to type, where something necessary stays missing."""
    missing = [need for need in needs if not need.present()]
    if not missing:
        return True
    packages = [need.package for need in missing]
    apt = apt_command()
    if apt is not None and _apt_install(apt, packages):
        missing = [need for need in missing if not need.present()]
    for need in missing:
        if need.without:
            _say(f"{need.package} is missing: {need.without} (sudo apt-get install {need.package})")
    necessary = [need.package for need in missing if not need.without]
    if necessary:
        _say("system packages are missing; type this, then the same make command again:")
        _say(f"  sudo apt-get update && sudo apt-get install {' '.join(necessary)}")
    return not necessary


def apt_command() -> list[str] | None:
    """How this user may call apt-get without being asked anything; None where it may not."""
    if shutil.which("apt-get") is None:
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if os.geteuid() == 0:
        return quiet
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0:
        return [*sudo, *quiet]
    return None


def _apt_install(apt: list[str], packages: list[str]) -> bool:
    _say(f"installing system packages: {' '.join(packages)}")
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if subprocess.run(install, capture_output=True, check=False).returncode == 0:
        return True
    # The package lists are absent or too old.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    outcome = subprocess.run(install, capture_output=True, check=False, text=True)
    if outcome.returncode:
        _say(outcome.stderr.strip())
    return outcome.returncode == 0


def install_dependencies(lock: str) -> None:
    """Make `.venv` where it is not, and install exactly what the lock names, then the project itself."""
    python = VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    elif subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode:
        subprocess.run([python, "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps"]
    lock_file = TOP / "requirements" / f"{lock}.lock"
    _say(f"installing the locked dependencies ({lock_file.name}) into .venv")
    subprocess.run([*pip, "--require-hashes", "--requirement", str(lock_file)], check=True)
    subprocess.run([*pip, "--no-index", "--no-build-isolation", "--editable", str(TOP)], check=True)


def unpack_shiboken() -> None:
    """Lay Shiboken's Python files beside it, by its own switch, and compile them: it would do it anew at every start.

    Those of a version before are taken away first. Where this fails, Shiboken goes on by itself.
    """
    python = VENV / "bin" / "python"
    for embedded in ("1", "0"):
        environment = {**os.environ, "SBK_EMBED": embedded}
        subprocess.run([python, "-c", "import PySide6.QtCore"], env=environment, check=False)
    unpacked = map(str, VENV.glob("lib/python*/site-packages/shiboken6/files.dir"))
    subprocess.run([python, "-m", "compileall", "-q", *unpacked], check=False)


def compile_programs() -> None:
    """Compile what changed in our own code: a service in its read-only house would do it anew at every start."""
    programs = [str(TOP / name) for name in PROGRAMS]
    subprocess.run([VENV / "bin" / "python", "-m", "compileall", "-q", *programs], check=False)


def _say(line: str) -> None:
    print(f"setup: {line}", file=sys.stderr)


def _stop(line: str) -> int:
    _say(line)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
