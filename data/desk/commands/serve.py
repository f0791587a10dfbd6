"""`desk serve`: the staff's web page."""

import socket
from argparse import Namespace
from pathlib import Path
from ssl import SSLError
from typing import TYPE_CHECKING

from data.desk.bootstrap import Desk
from data.desk.commands import Subparsers
from data.desk.settings import Access
from data.store.refusal import Refused

if TYPE_CHECKING:
    from uvicorn import Config

    from data.desk.inbox import Inbox

PORT = 8420
_LOOPBACK = "127.0.0.1"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("serve", help="在浏览器里查看：批准的内容、等待审核的提交、大厅的显示")
    parser.add_argument("--host", default=_LOOPBACK, help=f"监听的地址，默认 {_LOOPBACK}（仅本机）")
    parser.add_argument("--port", type=int, default=PORT, help=f"端口，默认 {PORT}")
    parser.add_argument("--inbox", type=Path, metavar="DIR", help="收件文件夹：放进来的文件自动读入草稿，旁边放回执")
    parser.set_defaults(run=run)


def run(arguments: Namespace, desk: Desk) -> int:
    """Serve until ended. Refused where the port is taken, or the store is not there."""
    import uvicorn

    from data.desk.web.app import make_app
    from data.desk.web.patience import PunctualProtocol

    desk.store.close()
    inbox = _inbox(arguments.inbox)
    listener = _listen(arguments.host, arguments.port)
    access = desk.settings.access
    app = make_app(desk, _names(arguments.host, access.names), inbox)
    config = uvicorn.Config(
        app,
        http=PunctualProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the application's own layer believes the proxies of the settings only
        ssl_certfile=access.certificate,
        ssl_keyfile=access.key,
    )
    _load(config, access)
    server = uvicorn.Server(config)
    print(f"{'https' if access.certificate else 'http'}://{arguments.host}:{listener.getsockname()[1]}/", flush=True)
    with listener:
        server.run(sockets=[listener])
    desk.store.close()
    return 0


def _load(config: "Config", access: Access) -> None:
    """Read the certificate now. Refused where it and its key do not belong together."""
    try:
        config.load()
    except SSLError as error:
        raise Refused(f"证书 {access.certificate} 和私钥 {access.key} 不能用（{error.reason or error}）") from error


def _inbox(folder: Path | None) -> "Inbox | None":
    from data.desk.inbox import Inbox

    if folder is not None and not folder.is_dir():
        raise Refused(f"没有收件文件夹 {folder}：请先建立")
    return Inbox(folder.absolute()) if folder else None


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        raise Refused(f"{host}:{port} 不能监听（{error}）；换一个 --port，或结束占用它的程序") from error


def _names(host: str, names: tuple[str, ...]) -> list[str]:
    """Under which names the page answers: those of the settings and this machine's own.

    Without any in the settings, whoever opens the page to the network chose that host, whatever it is called.
    """
    if names:
        return [*names, _LOOPBACK, "localhost", "[::1]"]
    return [_LOOPBACK, "localhost", "[::1]"] if host in {_LOOPBACK, "localhost", "::1"} else ["*"]
