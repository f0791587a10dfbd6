"""Whether this machine can show the website at all: asked by `kiosk doctor`, in a process of its own."""

import subprocess
import sys
from importlib.util import find_spec

from kiosk.web.start import as_visitor

PROBE = """
import ctypes, sys
import PySide6.QtWebEngineQuick
sys.exit(ctypes.CDLL(None).unshare(0x10000000) and 3)
"""
"""Loads the engine with all its libraries, then asks for the user namespace (CLONE_NEWUSER) its sandbox stands on."""
NO_SANDBOX = 3
PATIENCE_S = 60.0
CODES = "触摸屏上网站栏目只显示二维码"


def engine_fault() -> str:
    """Why the website cannot be shown here and what to do about it, in one sentence; empty where it can.

    Nothing of the engine is loaded into the process that asks.
    """
    if find_spec("PySide6.QtWebEngineQuick") is None:
        return f"这个 PySide6 不带 WebEngine，{CODES}；要在触摸屏上看网站，请安装完整的 PySide6（含 PySide6_Addons）"
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            as_visitor([sys.executable, "-c", PROBE]), capture_output=True, text=True, check=False, timeout=PATIENCE_S
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"试不了（{error}），{CODES}"
    if done.returncode == NO_SANDBOX:
        return f"系统不给普通用户命名空间，网页的沙箱开不了，{CODES}；请设 sysctl user.max_user_namespaces=1024"
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or [f"退出码 {done.returncode}"])[-1]
        return f"装了但打不开（{said}），{CODES}；缺系统库时运行 python3 tools/setup.py run"
    return ""
