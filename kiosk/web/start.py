"""How the browser's process is started: what it is told, as whom it runs, and what it finds around it."""

import json
import os
import pwd
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ("PATH", "TZ", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
"""Of the kiosk's own environment. Above all no QTWEBENGINE_*, no QT_*, nothing that opens a debugger or a sandbox; and
no proxy beyond these, which the network may need."""
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
UNPRIVILEGED = "nobody"


@dataclass(frozen=True, slots=True)
class Start:
    """What the browser's process is told on its command line. `talk` and `picture` are inherited file descriptors.

    `origins` are entries of the allow list; `folder` is this visit's own, gone with it.
    """

    talk: int
    picture: int
    picture_bytes: int
    folder: str
    origins: tuple[str, ...]
    screen: tuple[int, int]
    diagonal_mm: float
    bottom_mm: float

    def to_json(self) -> str:
        """As one argument."""
        return json.dumps(asdict(self))


def started(text: str) -> Start:
    """The other way round."""
    told = json.loads(text)
    return Start(**{**told, "origins": tuple(told["origins"]), "screen": tuple(told["screen"])})


def command(start: Start) -> list[str]:
    """The browser's command line."""
    return as_visitor([sys.executable, "-m", "kiosk.web.browser", start.to_json()])


def as_visitor(own: list[str]) -> list[str]:
    """A command as the kiosk's own user runs it; where that is root, which only a trial is, as an ordinary one."""
    if os.geteuid() != 0:
        return own
    # The engine refuses to run its sandbox as root, and we refuse to run it without. The one right left lets a trial's
    # checkout lie where only root may look; it is a right to read, never to write.
    reading = ["--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search"]
    user = ["--reuid", UNPRIVILEGED, "--regid", str(pwd.getpwnam(UNPRIVILEGED).pw_gid), "--clear-groups"]
    return ["setpriv", *user, *reading, "--", *own]


def own_folder(folder: Path) -> None:
    """Make this visit's folder, for whoever the browser runs as. OSError where that cannot be done."""
    folder.mkdir(parents=True, mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)


def environment(start: Start) -> dict[str, str]:
    """Everything the browser finds around it; its home is the visit's folder."""
    kept = {name: os.environ[name] for name in (*KEPT, *PROXIES) if name in os.environ}
    homes = (
        "HOME",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR",
        "TMPDIR",
    )
    return {
        **kept,
        **dict.fromkeys(homes, start.folder),
        "LC_ALL": "C.UTF-8",
        "LANG": "zh_CN.UTF-8",
        "LANGUAGE": "zh_CN",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QT_IM_MODULE": "qtvirtualkeyboard",
        "QT_VIRTUALKEYBOARD_DESKTOP_DISABLE": "1",
        "QML_DISABLE_DISK_CACHE": "1",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
        "QTWEBENGINE_CHROMIUM_FLAGS": " ".join(flags(start)),
    }


def flags(start: Start) -> list[str]:
    """Chromium's own switches: no graphics card, no name but those allowed, no way around the proxy for calls."""
    # Names are judged once more where they are looked up, for whatever asks no interceptor.
    named = [entry.split("://", 1)[1].partition("/")[0] for entry in start.origins]
    hosts = [name.rpartition(":")[0] if name.rpartition(":")[2].isdecimal() else name for name in named]
    rules = ",".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {host}" for host in dict.fromkeys(hosts))])
    features = "WebRtcHideLocalIpsWithMdns,MediaRouter,Translate,WebOTP,WebBluetooth,WebUSB,DirectSockets"
    return [
        "--disable-gpu",
        f'--host-resolver-rules="{rules}"',
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        f"--disable-features={features}",
        "--disable-breakpad",
        "--disable-background-networking",
        "--disable-pinch",
        "--overscroll-history-navigation=0",
        "--js-flags=--max-old-space-size=256",
        "--renderer-process-limit=4",
    ]
