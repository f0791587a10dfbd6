"""What a page may want of the machine: windows, other programs, files, dialogs, permissions, lasting traces."""

from tests.kiosk.lockdown.case import Act, Case, pause, still, tap, touched
from tests.kiosk.lockdown.lobby import Lobby

WINDOWS = "window.open, target=_blank, middle click"
SCHEMES = "mailto:, tel:, custom schemes"
ASKS = "download, file chooser, colour, dialogs, print, permissions"
SIGNED = "certificates and passwords"
BEHIND = "workers, calls, debuggers"

PERMISSIONS = {
    "geolocation": "new Promise((y, n) => navigator.geolocation.getCurrentPosition(() => y('given'), f => n(f)))",
    "notifications": "Notification.requestPermission()",
    "camera": "navigator.mediaDevices.getUserMedia({video: true}).then(() => 'given')",
    "microphone": "navigator.mediaDevices.getUserMedia({audio: true}).then(() => 'given')",
    "screen": "navigator.mediaDevices.getDisplayMedia({video: true}).then(() => 'given')",
    "clipboard-read": "navigator.clipboard.readText().then(() => 'given')",
    "clipboard-write": "navigator.clipboard.writeText('left').then(() => 'given')",
    "midi": "navigator.requestMIDIAccess({sysex: true}).then(() => 'given')",
    "bluetooth": "navigator.bluetooth.requestDevice({acceptAllDevices: true}).then(() => 'given')",
    "usb": "navigator.usb.requestDevice({filters: []}).then(() => 'given')",
    "serial": "navigator.serial.requestPort().then(() => 'given')",
    "hid": "navigator.hid.requestDevice({filters: []}).then(found => found.length ? 'given' : 'none')",
    "fonts": "queryLocalFonts().then(found => found.length ? 'given' : 'none')",
    "passkey": "navigator.credentials.get({publicKey: {challenge: new Uint8Array(9)}}).then(() => 'given')",
    "payment": "new PaymentRequest([{supportedMethods: 'https://x.cn'}], {total: {label: 'x', amount: {currency: 'CNY',"
    " value: '1'}}}).show().then(() => 'given')",
    "idle": "IdleDetector.requestPermission()",
    "lock": "navigator.keyboard.lock().then(() => 'harmless')",
    "files-open": "showOpenFilePicker().then(() => 'given')",
    "files-save": "showSaveFilePicker().then(() => 'given')",
    "folder": "showDirectoryPicker().then(() => 'given')",
}
NOT_GIVEN = "refused .*|denied|default|none|harmless|no answer"
DIALOGS = {
    "alert": "alert('x')",
    "confirm": "if (confirm('x')) report('agreed')",
    "prompt": "if (prompt('x')) report('answered')",
    "print": "print()",
    "alerts": "for (let i = 0; i < 200; i++) alert(i)",
    "close": "window.close()",
    "move": "window.moveTo(0, 0); window.resizeTo(99, 99)",
    "fullscreen": "document.documentElement.requestFullscreen().then(() => report('full'))",
    "pointer": "document.body.requestPointerLock()",
    "picture": "const v = document.createElement('video'); document.body.append(v);"
    "v.requestPictureInPicture().then(() => report('out'))",
    "handler": "navigator.registerProtocolHandler('web+x', SITE + '/?%s')",
    "share": "navigator.share({title: 'x', url: SITE}).then(() => report('shared'))",
}
PROGRAMS = ("mailto:a@b.cn", "tel:12345", "sms:12345", "openhall-x:1", "ms-word:ofe|u|x", "weixin://x", "intent://x#Intent;end",
            "market://x", "ssh://root@127.0.0.1", "vscode://x")  # fmt: skip
FIELDS = {
    "file": ("<input type=file style='width:100%;height:600px'>", "a field for files"),
    "files": ("<input type=file multiple webkitdirectory style='width:100%;height:600px'>", "a field for a folder"),
    "camera": ("<input type=file accept=image/* capture style='width:100%;height:600px'>", "a field for a photograph"),
    "colour": ("<input type=color style='width:100%;height:600px'>", "a field for a colour"),
    "date": ("<input type=date style='width:100%;height:600px'>", "a field for a day"),
    "select": ("<select style='width:100%;height:600px'><option>a<option>b</select>", "a list"),
    "datalist": (
        "<input list=l style='width:100%;height:600px'><datalist id=l><option>a</datalist>",
        "a field with words",
    ),
}
OPENED = "const w = window.open({address}); report(w ? 'window' : 'none')"


def visits(path: str, seconds: float = 0.3) -> Act:
    """The browser is sent to a path of the site, which is no page."""

    def act(lobby: Lobby) -> None:
        lobby.do("go", url=lobby.site.own + path)
        lobby.wait_for(lambda: ("GET", path) in lobby.site.asked)
        pause(seconds)

    return act


def comes_here(lobby: Lobby) -> None:
    """What a person opened comes in the one view there is."""
    tap(lobby)
    lobby.wait(lambda state: state.title == "示例门户")


def bad_certificate(lobby: Lobby) -> None:
    """A page is asked for whose certificate nobody trusts. Not on the list: refused at once."""
    lobby.do("go", url=f"{lobby.site.tls}/")
    pause(0.3)


CASES = [
    Case("open-script", WINDOWS, "a script opens a window by itself", "no window", still(OPENED.format(address="SITE")),
         reports="none|still here"),
    Case("open-tap", WINDOWS, "a touch opens our own page in a new window", "it comes in the same view",
         "<button id=go onclick='window.open(SITE + \"/\")'>·</button>", comes_here),
    Case("open-stranger", WINDOWS, "a touch opens a stranger in a new window", "refused",
         touched("window.open(STRANGER)"), tap, reports="still here", refused="window"),
    Case("open-blank", WINDOWS, "a touch opens about:blank and writes into it", "refused",
         touched("const w = window.open('about:blank'); w.document.write('out')"), tap, reports="still here"),
    Case("open-popup", WINDOWS, "a touch opens a small window without a frame", "refused",
         touched("window.open(STRANGER, 'x', 'popup,width=200,height=200')"), tap, reports="still here"),
    Case("open-many", WINDOWS, "a touch opens fifty windows", "none opens",
         touched("for (let i = 0; i < 50; i++) window.open(STRANGER + '/' + i)"), tap, reports="still here"),
    Case("blank-own", WINDOWS, "a link with target=_blank to our own page", "it comes in the same view",
         "<a id=go target=_blank href='/'>·</a>", comes_here),
    Case("blank-stranger", WINDOWS, "a link with target=_blank to a stranger", "refused",
         "<a id=go target=_blank>·</a><script>go.href = STRANGER; go.onclick = () =>"
         " setTimeout(() => report('still here'), 250)</script>", tap, reports="still here",
         refused="window|navigation"),
    Case("blank-opener", WINDOWS, "a form with target=_blank to a stranger", "refused",
         touched("const f = document.createElement('form'); f.target = '_blank'; f.action = STRANGER;"
                 "document.body.append(f); f.submit()"), tap, reports="still here"),
    *(
        Case(f"dialog-{name}", ASKS, f"a page, touched, tries a dialog or the like ({name})",
             "no dialog, the page goes on", touched(script, 300), tap, reports="still here")
        for name, script in DIALOGS.items()
    ),
    Case("dialog-leaving", ASKS, "a page asks whether one really wants to leave it", "no dialog, one leaves",
         touched("onbeforeunload = event => event.preventDefault(); location.href = SITE + '/'", 9000), comes_here),
    *(
        Case(f"scheme-{address.partition(':')[0]}", SCHEMES, f"a touch on a link to {address}", "no program starts",
             touched(f"location.href = '{address}'"), tap, reports="still here")
        for address in PROGRAMS
    ),
    Case("scheme-frame", SCHEMES, "a frame leads to mailto:", "no program starts",
         still("document.body.innerHTML += '<iframe src=\"mailto:a@b.cn\"></iframe>'"), reports="still here"),
    Case("download-attachment", ASKS, "the server sends a file to keep", "refused", act=visits("/download.bin"),
         refused="download"),
    Case("download-link", ASKS, "a touch on a link with `download`", "refused",
         touched("const a = document.createElement('a'); a.href = '/'; a.download = 'x.html'; a.click()"), tap,
         reports="still here", refused="download"),
    Case("download-blob", ASKS, "a page makes a file and hands it out", "refused",
         touched("const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download ="
                 " 'x.sh'; a.click()"), tap, reports="still here", refused="download"),
    Case("download-data", ASKS, "a file in its own address", "refused",
         touched("const a = document.createElement('a'); a.href = 'data:application/x-sh,x'; a.download = 'x';"
                 "a.click()"), tap, reports="still here"),
    Case("pdf", ASKS, "the server sends a PDF", "no viewer, no file: refused as a download", act=visits("/paper.pdf"),
         refused="download"),
    *(
        Case(f"field-{name}", ASKS, f"a touch on {words}", "no dialog of the machine",
             f"<form>{field}</form><script>setTimeout(() => report('still here'), 600)</script>", tap,
             reports="still here")
        for name, (field, words) in FIELDS.items()
    ),
    *(
        Case(f"permission-{name}", ASKS, f"a page asks for {name} after a touch", "not given",
             "<button id=go onclick='ask()'>·</button>"
             f"<script>function ask() {{ try {{ answer({script}, 600) }} catch (f) {{ report('refused ' + f.name) }} }}"
             "</script>", tap, reports=NOT_GIVEN)
        for name, script in PERMISSIONS.items()
    ),
    Case("password-page", SIGNED, "the server asks for a name and password in a dialog", "no dialog",
         act=visits("/secret"), refused="password"),
    Case("password-part", SIGNED, "a part of a page asks for a password", "no dialog",
         "<script>answer(fetch('/secret').then(r => r.status))</script>", reports="401|refused .*"),
    Case("certificate-page", SIGNED, "a page with a certificate nobody trusts", "refused", act=bad_certificate,
         refused="navigation|certificate"),
    Case("certificate-part", SIGNED, "a part with a certificate nobody trusts", "refused",
         "<script>answer(fetch(TLS, {mode: 'no-cors'}).then(() => 'given'))</script>", reports="refused .*"),
    Case("worker-service", BEHIND, "a page registers a service worker", "none stays",
         "<script>answer(navigator.serviceWorker ? navigator.serviceWorker.register('/worker.js').then(() => 'given')"
         " : 'none')</script>", reports="refused .*|none"),
    Case("call", BEHIND, "a page gathers addresses for a call (WebRTC)", "it learns none",
         "<script>answer(new Promise(done => { const p = new RTCPeerConnection({iceServers: [{urls: 'stun:' +"
         " STRANGER.slice(7)}]}); p.createDataChannel('x'); const seen = []; p.onicecandidate = e => { if (e.candidate)"
         " seen.push(e.candidate.candidate) }; p.createOffer().then(o => p.setLocalDescription(o));"
         " setTimeout(() => done(seen.join(' ') || 'none'), 600) }))</script>", reports="none|refused .*"),
    Case("push", BEHIND, "a page wants to be told of news later (push)", "not given",
         "<script>answer(navigator.serviceWorker ? navigator.serviceWorker.getRegistration().then(r =>"
         " r.pushManager.subscribe()) : 'none')</script>", reports="refused .*|none"),
    Case("debugger", BEHIND, "the kiosk's surroundings ask for a remote debugger, no sandbox, another engine",
         "ignored",
         "<script>answer(fetch('http://127.0.0.1:9339/json', {mode: 'no-cors'}).then(() => 'given'))</script>",
         reports="refused .*"),
    Case("debugger-statement", BEHIND, "a page stops itself for a debugger", "it runs on", still("debugger"),
         reports="still here"),
]  # fmt: skip
