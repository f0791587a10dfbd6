"""Memory of processes as the kernel counts it."""

from collections.abc import Iterable
from pathlib import Path

OWN = ("RssAnon:", "RssShmem:")
"""What only these processes hold; libraries that others map too would make the figure depend on the others."""


def megabytes(pids: Iterable[int]) -> float:
    """The memory of all these processes that no file backs, in MB; one that has ended counts nothing."""
    return sum(map(_kilobytes, pids)) / 1024


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except (OSError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(OWN))
