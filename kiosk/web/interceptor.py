"""Stands between the engine and the network: every request of every page is judged by the allow list."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from kiosk.origins import Use

Kind = QWebEngineUrlRequestInfo.ResourceType

USES = {
    Kind.ResourceTypeMainFrame: Use.PAGE,
    Kind.ResourceTypeNavigationPreloadMainFrame: Use.PAGE,
    Kind.ResourceTypeSubFrame: Use.FRAME,
    Kind.ResourceTypeNavigationPreloadSubFrame: Use.FRAME,
}
NEVER = {Kind.ResourceTypeServiceWorker, Kind.ResourceTypePluginResource, Kind.ResourceTypePing}
"""What outlives its page, runs another's code, or only reports on visitors."""


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Blocks what `may_load` does not want."""

    def __init__(self, may_load: Callable[[QUrl, Use], bool]) -> None:
        """Ask `may_load` for every address."""
        super().__init__()
        self._may_load = may_load

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Qt asks for it."""
        kind = info.resourceType()
        if kind in NEVER or not self._may_load(info.requestUrl(), USES.get(kind, Use.PART)):
            info.block(True)
