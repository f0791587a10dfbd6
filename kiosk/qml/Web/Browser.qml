import QtQuick
import QtWebEngine
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The browser's only window, never on a screen: one view of the website, which refuses everything but showing pages.
Window {
    id: window

    required property WebPort port
    required property WebEngineProfile profile

    property bool english: false

    color: "#FFFFFF"
    visible: true

    Connections {
        function onGoWanted(url: string) {
            view.url = url;
        }

        function onBackWanted() {
            view.goBack();
        }

        function onAgainWanted() {
            view.reload();
        }

        function onBeatWanted() {
            view.runJavaScript("0", WebEngineScript.ApplicationWorld, () => window.port.beat());
        }

        function onHungFound() {
            window.port.end(view.renderProcessPid);
        }

        function onLookWanted(zoom: real, large: bool, contrast: bool, english: bool) {
            view.zoomFactor = zoom;
            Type.large = large;
            Theme.highContrast = contrast;
            window.english = english;
        }

        target: window.port
    }

    Connections {
        function onDownloadRequested(download: WebEngineDownloadRequest) {
            download.cancel();
            window.port.refuse("download", download.url.toString());
        }

        function onPresentNotification(notification: WebEngineNotification) {
            notification.close();
            window.port.refuse("notification", notification.origin.toString());
        }

        target: window.profile
    }

    WebEngineView {
        id: view

        function tell() {
            window.port.show(view.url.toString(), view.title, view.canGoBack, view.loading);
        }

        // Whether there is anything on the page of an error decides whether it may stand.
        function tellFailure(url: string, domain: int, code: int) {
            if (domain !== WebEngineLoadingInfo.HttpStatusCodeDomain)
                window.port.fail(url, domain, code, true);
            else
                view.runJavaScript("!document.body?.innerText.trim() && !document.images.length", WebEngineScript.ApplicationWorld, blank => window.port.fail(url, domain, code, Boolean(blank)));
        }

        // The field that has the focus comes into sight when the keyboard has taken its place.
        function showField() {
            if (keyboard.height > 0)
                view.runJavaScript("document.activeElement?.scrollIntoView({block: 'center'})", WebEngineScript.ApplicationWorld);
        }

        anchors.bottom: keyboard.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        focus: true
        profile: window.profile

        // Calls (WebRTC) and WebTransport ask no judge of requests, so no page gets to make one. Whoever digs it out
        // of an empty frame is still held to the allowed hosts, by the rules for names (kiosk/web/start.py).
        userScripts.collection: [
            {
                "name": "no calls",
                "injectionPoint": WebEngineScript.DocumentCreation,
                "worldId": WebEngineScript.MainWorld,
                "runsOnSubFrames": true,
                "sourceCode": "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'RTCIceTransport', 'WebTransport']) delete globalThis[name];"
            },
            {
                "name": "choices",
                "injectionPoint": WebEngineScript.DocumentCreation,
                "worldId": WebEngineScript.ApplicationWorld,
                "runsOnSubFrames": true,
                "sourceUrl": Qt.resolvedUrl("choices.js")
            }
        ]

        // Handles for selecting text have no use here: nothing can be done with a selection.
        touchHandleDelegate: Item {}

        settings.accelerated2dCanvasEnabled: false
        settings.allowGeolocationOnInsecureOrigins: false
        settings.allowRunningInsecureContent: false
        settings.allowWindowActivationFromJavaScript: false
        settings.autoLoadIconsForPage: false
        settings.dnsPrefetchEnabled: false
        settings.errorPageEnabled: false
        settings.fullScreenSupportEnabled: false
        settings.hyperlinkAuditingEnabled: false
        settings.javascriptCanAccessClipboard: false
        settings.javascriptCanOpenWindows: false
        settings.javascriptCanPaste: false
        settings.localContentCanAccessFileUrls: false
        settings.localContentCanAccessRemoteUrls: false
        settings.navigateOnDropEnabled: false
        settings.pdfViewerEnabled: false
        settings.playbackRequiresUserGesture: true
        settings.pluginsEnabled: false
        settings.screenCaptureEnabled: false
        settings.touchIconsEnabled: false
        settings.unknownUrlSchemePolicy: WebEngineSettings.DisallowUnknownUrlSchemes
        settings.webGLEnabled: false
        settings.webRTCPublicInterfacesOnly: true

        onCanGoBackChanged: view.tell()
        onTitleChanged: view.tell()
        onUrlChanged: {
            view.tell();
            window.port.arrived(view.url.toString());
        }
        onLoadingChanged: info => {
            view.tell();
            if (info.status === WebEngineView.LoadFailedStatus)
                view.tellFailure(info.url.toString(), info.errorDomain, info.errorCode);
            else if (info.status === WebEngineView.LoadSucceededStatus) {
                window.port.come(info.url.toString());
                keyboard.active = true;
            }
        }
        onHeightChanged: Qt.callLater(view.showField)
        onRenderProcessTerminated: window.port.died()

        onAuthenticationDialogRequested: request => {
            request.accepted = true;
            request.dialogReject();
            window.port.lock(request.url.toString());
        }
        onCertificateError: error => {
            error.rejectCertificate();
            window.port.refuse("certificate", error.url.toString());
        }
        onColorDialogRequested: request => {
            request.accepted = true;
            request.dialogReject();
            window.port.refuse("dialog", "colour");
        }
        onContextMenuRequested: request => {
            request.accepted = true;
            window.port.refuse("menu", "");
        }
        onDesktopMediaRequested: window.port.refuse("permission", "screen")
        onFileDialogRequested: request => {
            request.accepted = true;
            request.dialogReject();
            window.port.refuse("dialog", "file");
        }
        onFileSystemAccessRequested: request => {
            request.reject();
            window.port.refuse("permission", "files");
        }
        onFullScreenRequested: request => {
            request.reject();
            window.port.refuse("fullscreen", "");
        }
        onGeometryChangeRequested: window.port.refuse("window", "geometry")
        onJavaScriptDialogRequested: request => {
            request.accepted = true;
            // "Do you really want to leave?" is answered with yes: no page may hold a visitor.
            if (request.type === JavaScriptDialogRequest.DialogTypeBeforeUnload)
                request.dialogAccept();
            else
                request.dialogReject();
            window.port.refuse("dialog", "script");
        }
        onNavigationRequested: request => {
            if (window.port.mayGo(request.url.toString(), request.isMainFrame))
                request.accept();
            else
                request.reject();
        }
        onNewWindowRequested: request => {
            // What a person asked for comes in the one view there is; what a script asked for does not come.
            if (request.userInitiated && window.port.mayGo(request.requestedUrl.toString(), true))
                view.url = request.requestedUrl;
            else
                window.port.refuse("window", request.requestedUrl.toString());
        }
        onPermissionRequested: permission => {
            permission.deny();
            window.port.refuse("permission", String(permission.permissionType));
        }
        onPrintRequested: window.port.refuse("print", "")
        onPrintRequestedByFrame: window.port.refuse("print", "")
        onRegisterProtocolHandlerRequested: request => {
            request.reject();
            window.port.refuse("permission", "protocol");
        }
        onSelectClientCertificate: selection => {
            selection.selectNone();
            window.port.refuse("certificate", "of a client");
        }
        onTooltipRequested: request => {
            request.accepted = true;
        }
        onTouchSelectionMenuRequested: request => {
            request.accepted = true;
            window.port.refuse("menu", "selection");
        }
        onWebAuthUxRequested: request => {
            request.cancel();
            window.port.refuse("permission", "passkey");
        }
        onWindowCloseRequested: window.port.refuse("window", "close")
    }
    // The lobby's own keyboard; loaded once there is a page to type on.
    Loader {
        id: keyboard

        readonly property TypingPlace place: keyboard.item as TypingPlace

        active: false
        anchors.bottom: parent.bottom
        height: keyboard.place?.open ? keyboard.place.implicitHeight : 0
        source: "../Lobby/Typing/Keyboard.qml"
        width: parent.width

        Binding {
            property: "english"
            target: keyboard.item
            value: window.english
        }

        Binding {
            property: "room"
            target: keyboard.item
            value: window.height
        }
    }
}
