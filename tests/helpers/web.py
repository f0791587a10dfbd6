"""A web application served for real on a free port of this machine, and a client for it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from starlette.applications import Starlette

HOST = "127.0.0.1"


@contextmanager
def served(app: Starlette) -> Iterator[httpx.Client]:
    """A client whose addresses begin at the application's root; the server has started, and is gone afterwards."""
    with socket.create_server((HOST, 0)) as listener:
        config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), name="served")
        thread.start()
        try:
            with httpx.Client(base_url=f"http://{HOST}:{listener.getsockname()[1]}", trust_env=False) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join(10)
