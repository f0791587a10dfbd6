"""Runs the kiosk on Qt's VNC platform so that only this machine can look: Qt by itself listens on every address.

    python -m tools.loopback_vnc PORT WIDTHxHEIGHT MODULE [ARGUMENT ...]

Qt is told to listen on a port the system picks. As soon as its listening socket exists, a socket that listens on
127.0.0.1:PORT is put in its place under the same descriptor; the old one is closed before anything was accepted.
"""

import os
import runpy
import socket
import stat
import sys
import threading
import time

PATIENCE_S = 60.0
TICK_S = 0.002
# Qt opens its socket among the first dozens; a kiosk has no business with more.
DESCRIPTORS = range(3, 512)


def main(port: int, size: str, module: str, arguments: list[str]) -> None:
    """Run `module` as the main program, its screen served on 127.0.0.1:`port`."""
    os.environ["QT_QPA_PLATFORM"] = f"vnc:port=0:size={size}"
    ours = socket.create_server(("127.0.0.1", port))
    known = listening_sockets()
    threading.Thread(target=take_the_place, args=(ours, known), name="loopback", daemon=True).start()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def take_the_place(ours: socket.socket, known: set[int], patience_s: float = PATIENCE_S) -> bool:
    """Wait for a listening socket that is not among `known` and put `ours` in its place; False if none comes."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        new = listening_sockets() - known
        if new:
            ours.setblocking(False)
            for descriptor in new:
                os.dup2(ours.fileno(), descriptor)
            ours.close()
            return True
        time.sleep(TICK_S)
    return False


def listening_sockets() -> set[int]:
    """The descriptors of this process that are listening internet sockets."""
    return {descriptor for descriptor in DESCRIPTORS if _listens(descriptor)}


def _listens(descriptor: int) -> bool:
    if not _is_socket(descriptor):
        return False
    with socket.socket(fileno=os.dup(descriptor)) as copy:
        is_internet = copy.family in {socket.AF_INET, socket.AF_INET6}
        return is_internet and bool(copy.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _is_socket(descriptor: int) -> bool:
    try:
        return stat.S_ISSOCK(os.fstat(descriptor).st_mode)
    except OSError:
        return False


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
