"""The parts of a whole lobby on one machine, and the commands that start them."""

import json
import socket
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.children import Program
from tools.outcome import read_object

PORTRAIT = "1080x1920"
WINDOW = "608x1080"


@dataclass(frozen=True)
class Lobby:
    """One machine's home and how its parts can be seen."""

    home: Path
    display: bool
    desk_port: int
    vnc_port: int

    @property
    def state(self) -> Path:
        """Where the emulator writes what the sign holds."""
        return self.home / "sign.json"

    @property
    def picture(self) -> Path:
        """Where the emulator draws the sign."""
        return self.home / "sign.png"


@dataclass(frozen=True)
class Sign:
    """The first sign of `openhall.toml`, with its panel from the edition."""

    protocol: str
    port: str
    baud: int
    panel: str


def programs(lobby: Lobby, sign: Sign) -> list[Program]:
    """What to start, in this order: each finds what it needs from those before it."""
    return [desk(lobby), emulator(lobby, sign), sign_service(lobby), kiosk(lobby)]


def desk(lobby: Lobby) -> Program:
    """The staff's web page."""
    command = [*module("data.desk"), "serve", "--port", str(lobby.desk_port)]
    return Program("desk", command, lambda _: answers(lobby.desk_port))


def emulator(lobby: Lobby, sign: Sign) -> Program:
    """The LED sign that is not there: it sits at the other end of the line and draws its lamps."""
    command = [*module("ledsign"), "emulate", "--protocol", sign.protocol, "--panel", sign.panel]
    command += ["--pty", sign.port, "--baud", str(sign.baud)]
    command += ["--state", str(lobby.state), "--png", str(lobby.picture)]
    command += ["--window"] if lobby.display else []
    return Program("emulator", command, lambda since: written_since(lobby.state, since))


def sign_service(lobby: Lobby) -> Program:
    """What keeps the sign showing the edition."""
    health = lobby.home / "health" / "ledsign.json"
    return Program("ledsign", [*module("ledsign"), "run"], lambda since: written_since(health, since))


def kiosk(lobby: Lobby) -> Program:
    """The touchscreen: a window, or a VNC screen that only this machine can reach."""
    health = lobby.home / "health" / "kiosk.json"
    command = [*module("kiosk"), "--windowed", "--size", WINDOW]
    if not lobby.display:
        command = [*module("tools.loopback_vnc"), str(lobby.vnc_port), PORTRAIT, "kiosk"]
    return Program("kiosk", command, lambda since: written_since(health, since) and first_frame(health))


def first_frame(health: Path) -> bool:
    """Whether the kiosk has shown its first frame."""
    return read_object(health).get("first_frame_s") is not None


def written_since(file: Path, since: float) -> bool:
    """Whether a file was written after `since` (seconds since the epoch): an older one is from another run."""
    return file.is_file() and file.stat().st_mtime >= since


def answers(port: int) -> bool:
    """Whether somebody accepts connections on this port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def free_port(wanted: int) -> int:
    """Give `wanted`, or the next port nobody on this machine listens on."""
    return next(port for port in range(wanted, wanted + 100) if not answers(port))


def read_sign(home: Path) -> Sign:
    """Read the first `[[sign]]` of `openhall.toml`, and its panel from the edition's rotation; ValueError without."""
    signs = tomllib.loads((home / "openhall.toml").read_text(encoding="utf-8")).get("sign", [])
    rotation = json.loads((home / "editions" / "current" / "rotation.json").read_text(encoding="utf-8"))
    panels = {panel["name"]: f"{panel['width_dots']}x{panel['height_dots']}" for panel in rotation["signs"]}
    for sign in signs:
        if sign["name"] in panels:
            return Sign(sign["protocol"], str(home / sign["port"]), sign["baud"], panels[sign["name"]])
    raise ValueError("openhall.toml names no sign that the edition has a panel for")


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether windows can be opened here."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def module(name: str) -> list[str]:
    """The command that runs one of our modules with this same Python."""
    return [sys.executable, "-m", name]
