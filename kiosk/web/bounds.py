"""What the browser and everything it starts may take of the machine: set by itself, first thing, and handed down."""

import resource
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 1 << 30
"""Of memory that a process has written or may write. A page that wants more ends; the kiosk loads it again, or leads
home (`WebPort.died`). The engine's reserved but unusable gigabytes do not count."""
FIRST_TO_GO = 250
"""Of 1000: where the machine itself runs out of memory the kernel ends these processes, and never the kiosk. The engine
sets 300 for a page's own process, which so goes first."""


def bind() -> None:
    """Bind this process and its children to come; a lower bound that somebody else has set stays."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_BYTES if hard == resource.RLIM_INFINITY else min(MOST_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(FIRST_TO_GO), encoding="ascii")
