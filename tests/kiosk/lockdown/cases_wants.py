"""What a page may want of the machine: windows, other programs, files, dialogs, permissions, lasting traces."""

import socket
from pathlib import Path

from kiosk.web.bounds import FIRST_TO_GO, MOST_BYTES
from tests.kiosk.lockdown.case import Act, Case, pause, still, tap, touched
from tests.kiosk.lockdown.lobby import Lobby, command_line

WINDOWS = "window.open, target=_blank, middle click"
SCHEMES = "mailto:, tel:, custom schemes"
ASKS = "download, file chooser, colour, dialogs, print, permissions"
BEHIND = "workers, calls, debuggers, the sandbox"

PERMISSIONS = {
    "geolocation": (
        "new Promise((y, n) => navigator.geolocation.getCurrentPosition(() => y('given'), f => n(f)))",
        "the place it is at",
    ),
    "notifications": ("Notification.requestPermission()", "leave to notify"),
    "camera": ("navigator.mediaDevices.getUserMedia({video: true}).then(() => 'given')", "the camera"),
    "microphone": ("navigator.mediaDevices.getUserMedia({audio: true}).then(() => 'given')", "the microphone"),
    "screen": ("navigator.mediaDevices.getDisplayMedia({video: true}).then(() => 'given')", "a picture of the screen"),
    "clipboard-read": ("navigator.clipboard.readText().then(() => 'given')", "what is in the clipboard"),
    "clipboard-write": ("navigator.clipboard.writeText('left').then(() => 'given')", "leave to fill the clipboard"),
    "midi": ("navigator.requestMIDIAccess({sysex: true}).then(() => 'given')", "music instruments"),
    "bluetooth": (
        "navigator.bluetooth.requestDevice({acceptAllDevices: true}).then(() => 'given')",
        "Bluetooth devices",
    ),
    "usb": ("navigator.usb.requestDevice({filters: []}).then(() => 'given')", "USB devices"),
    "serial": ("navigator.serial.requestPort().then(() => 'given')", "serial ports"),
    "hid": (
        "navigator.hid.requestDevice({filters: []}).then(found => found.length ? 'given' : 'none')",
        "input devices",
    ),
    "fonts": ("queryLocalFonts().then(found => found.length ? 'given' : 'none')", "the list of fonts"),
    "passkey": (
        "navigator.credentials.get({publicKey: {challenge: new Uint8Array(9)}}).then(() => 'given')",
        "a passkey",
    ),
    "payment": (
        (
            "new PaymentRequest([{supportedMethods: 'https://x.cn'}], {total: {label: 'x', amount: "
            "{currency: 'CNY', value: '1'}}}).show().then(() => 'given')"
        ),
        "a payment",
    ),
    "idle": ("IdleDetector.requestPermission()", "whether somebody is there"),
    "lock": ("navigator.keyboard.lock().then(() => 'harmless')", "all keys of the keyboard"),
    "files-open": ("showOpenFilePicker().then(() => 'given')", "a file to open"),
    "files-save": ("showSaveFilePicker().then(() => 'given')", "a place to save"),
    "folder": ("showDirectoryPicker().then(() => 'given')", "a folder"),
}
NOT_GIVEN = "refused .*|denied|default|none|harmless|no answer"
DIALOGS = {
    "alert": ("alert('x')", "a message"),
    "confirm": ("if (confirm('x')) report('agreed')", "a yes or no"),
    "prompt": ("if (prompt('x')) report('answered')", "a text"),
    "print": ("print()", "the printer"),
    "alerts": ("for (let i = 0; i < 200; i++) alert(i)", "two hundred messages"),
    "close": ("window.close()", "its window closed"),
    "move": ("window.moveTo(0, 0); window.resizeTo(99, 99)", "its window elsewhere"),
    "fullscreen": ("document.documentElement.requestFullscreen().then(() => report('full'))", "the whole screen"),
    "pointer": ("document.body.requestPointerLock()", "the pointer caught"),
    "picture": (
        (
            "const v = document.createElement('video'); document.body.append(v);"
            "v.requestPictureInPicture().then(() => report('out'))"
        ),
        "a film in a window of its own",
    ),
    "handler": ("navigator.registerProtocolHandler('web+x', SITE + '/?%s')", "to open other programs' links"),
    "share": ("navigator.share({title: 'x', url: SITE}).then(() => report('shared'))", "to be shared"),
    "print-frame": (
        (
            "const i = document.createElement('iframe'); i.onload = () => i.contentWindow.print();"
            "i.srcdoc = 'x'; document.body.append(i)"
        ),
        "the printer for a frame of its own",
    ),
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
    lobby.tap_until(*lobby.middle(), lambda: lobby.state().title == "示例门户")


def chosen(lobby: Lobby) -> None:
    """A list is touched, then the middle one of three in the middle of the page."""
    left, top, width, height = lobby.pane()
    said = lobby.site.reports
    lobby.tap_until(*lobby.middle(), lambda: "sheet" in said.get("choose-list", []))
    pause(0.3)
    lobby.do("tap", x=left + width / 2, y=top + height / 2)
    lobby.wait_for(lambda: "b" in said["choose-list"])


def day_typed(lobby: Lobby) -> None:
    """A field for a day is touched, typed into once the keyboard is there, and left by a touch below it."""
    left, top, width, _height = lobby.pane()
    said = lobby.site.reports
    lobby.tap_until(left + 200, top + 60, lambda: "keyboard" in said.get("choose-day", []))
    lobby.do("type", text="2026-01-31")
    lobby.do("tap", x=left + width / 2, y=top + 300)
    lobby.wait_for(lambda: "2026-01-31" in said["choose-day"])


def no_debugger(lobby: Lobby) -> None:
    """Nothing of what HOSTILE in lobby.py asks for came true."""
    told = b"".join(command_line(pid) for pid in lobby.browsers())
    assert b"--no-sandbox" not in told
    assert b"--remote-debugging" not in told
    for port in (9339, 9340):
        with socket.socket() as caller:
            assert caller.connect_ex(("127.0.0.1", port)) != 0


def bounded(lobby: Lobby) -> None:
    """Each process of the visit has its bounds, and the kernel would take any of them before the kiosk."""
    for pid in lobby.browsers():
        limits = Path(f"/proc/{pid}/limits").read_text(encoding="ascii")
        (most,) = (line.split()[3] for line in limits.splitlines() if line.startswith("Max data size"))
        assert 0 < int(most) <= MOST_BYTES
        assert turn_to_go(pid) >= max(FIRST_TO_GO, turn_to_go(lobby.process.pid))


def turn_to_go(pid: int) -> int:
    """What the kernel adds to a process's size where somebody must go."""
    return int(Path(f"/proc/{pid}/oom_score_adj").read_text(encoding="ascii"))


def caged(lobby: Lobby) -> None:
    """The kernel's own account of the page's process: filtered calls, no new rights, namespaces of its own."""
    pages = lobby.renderers()
    assert pages
    for pid in pages:
        told = dict(line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
        assert (told["Seccomp"], told["NoNewPrivs"]) == ("2", "1")
        namespaces = [Path(f"/proc/{who}/ns/user").readlink() for who in (pid, "self")]
        assert namespaces[0] != namespaces[1]


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
        Case(f"dialog-{name}", ASKS, f"a page, touched, asks for {words}",
             "no dialog, the page goes on", touched(script, 300), tap, reports="still here")
        for name, (script, words) in DIALOGS.items()
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
    Case("pdf-frame", ASKS, "a page holds a PDF in a frame", "no viewer, no file",
         still("document.body.insertAdjacentHTML('beforeend', '<iframe src=/paper.pdf></iframe>')", 500),
         reports="still here"),
    Case("pdf-embed", ASKS, "a page embeds a PDF", "no viewer, no file",
         still("document.body.insertAdjacentHTML('beforeend', '<embed src=/paper.pdf type=application/pdf>')", 500),
         reports="still here"),
    Case("selection", ASKS, "a page selects all of itself, and the selection is touched", "no handles, no menu",
         touched("document.body.append('字 字 字'); getSelection().selectAllChildren(document.body)", 400),
         lambda lobby: (tap(lobby), tap(lobby))[1], reports="still here"),  # type: ignore[func-returns-value]
    *(
        Case(f"field-{name}", ASKS, f"a touch on {words}", "no dialog of the machine",
             f"<form>{field}</form><script>setTimeout(() => report('still here'), 600)</script>", tap,
             reports="still here")
        for name, (field, words) in FIELDS.items()
    ),
    Case("choose-list", ASKS, "a list is touched, and one of what it offers", "chosen in the page itself, no window",
         "<select id=s style='width:100%;height:600px'><option>a<option>b<option>c</select>"
         "<script>new MutationObserver(() => report('sheet')).observe(document.documentElement, {childList: true});"
         "s.onchange = () => report(s.value)</script>", chosen, reports="sheet|b"),
    Case("choose-day", ASKS, "a field for a day is touched and typed into",
         "the keyboard comes, no calendar, no window",
         "<input id=s type=date style='font-size:50px;width:90%'><p style='height:900px'>"
         "<script>const tall = innerHeight; s.onchange = () => report(s.value);"
         "addEventListener('resize', () => { if (innerHeight < tall - 100) report('keyboard') })</script>",
         day_typed, reports="keyboard|2026-01-31"),
    *(
        Case(f"permission-{name}", ASKS, f"a page, touched, wants {words}", "not given",
             "<button id=go onclick='ask()'>·</button>"
             f"<script>function ask() {{ try {{ answer({script}, 600) }} catch (f) {{ report('refused ' + f.name) }} }}"
             "</script>", tap, reports=NOT_GIVEN)
        for name, (script, words) in PERMISSIONS.items()
    ),
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
    Case("call-channel", BEHIND, "a page calls itself", "no connection comes about",
         "<script>answer(new Promise(done => { const a = new RTCPeerConnection(), b = new RTCPeerConnection();"
         " a.onicecandidate = e => b.addIceCandidate(e.candidate);"
         " b.onicecandidate = e => a.addIceCandidate(e.candidate);"
         " a.createDataChannel('x').onopen = () => done('connected');"
         " a.createOffer().then(o => a.setLocalDescription(o))"
         ".then(() => b.setRemoteDescription(a.localDescription)).then(() => b.createAnswer())"
         ".then(o => b.setLocalDescription(o)).then(() => a.setRemoteDescription(b.localDescription));"
         " setTimeout(() => done('none'), 700) }))</script>", reports="none|refused .*"),
    *(
        Case(f"call-relay-{name}", BEHIND, f"a page calls through a relay at {words} over TCP", "nobody there hears it",
             "<script>answer(new Promise(done => { const p = new RTCPeerConnection({iceServers: [{urls: 'turn:' +"
             f" {address}.slice(7) + '?transport=tcp', username: 'a', credential: 'b'}}]}}); p.createDataChannel('x');"
             " p.createOffer().then(o => p.setLocalDescription(o)); setTimeout(() => done('none'), 900) }))</script>",
             reports="none|refused .*")
        for name, address, words in (("port", "STRANGER", "another port"), ("host", "OUTSIDE", "another address"))
    ),
    Case("call-frame", BEHIND, "a page takes what calls are made with from an empty frame, which still has it",
         "no other machine hears it", "<script>answer(new Promise(done => { const i = document.createElement('iframe');"
         " document.documentElement.append(i); const Call = i.contentWindow.RTCPeerConnection || RTCPeerConnection;"
         " const p = new Call({iceServers: [{urls: 'turn:' + OUTSIDE.slice(7) + '?transport=tcp', username: 'a',"
         " credential: 'b'}]}); p.createDataChannel('x'); p.createOffer().then(o => p.setLocalDescription(o));"
         " setTimeout(() => done('none'), 900) }))</script>", reports="none|refused .*"),
    Case("debugger", BEHIND, "the kiosk's surroundings ask for a remote debugger, no sandbox, another engine",
         "ignored: no port is open, no process was told so", act=no_debugger),
    Case("sandbox", BEHIND, "a page's process is looked at", "it runs in the engine's sandbox", act=caged),
    Case("bounds", BEHIND, "what each process of the visit may take is looked at",
         "a gigabyte at most, and the first to go where the machine has none left", act=bounded),
    Case("debugger-statement", BEHIND, "a page stops itself for a debugger", "it runs on", still("debugger"),
         reports="still here"),
]  # fmt: skip
