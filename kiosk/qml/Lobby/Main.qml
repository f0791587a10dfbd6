pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The window: the page, the bar below it, and what may lie over both.
Glass {
    id: window

    required property Shell shell
    required property Service service
    readonly property real lowered: window.shell.visit.lowReach ? Metrics.reachTop : 0
    // What is read aloud: whatever lies uppermost.
    readonly property Item spoken: urgent.visible ? urgent : warning.active ? warning : service.active ? service : codes.active ? codes : host.front

    // Where keys may go: a sheet keeps them, and leaves them the bar where that can be seen.
    readonly property list<Item> reached: urgent.visible ? [urgent] : warning.active ? [warning] : service.active ? [service, bar] : codes.active ? [codes, bar] : [strip, ...host.shown, bar]

    function step(button: string) {
        if (button === "back" && urgent.visible)
            urgent.folded = true;
        else if (button === "back" && codes.active && !service.active)
            codes.texts = [];
        else if (button === "back" && host.front?.over && window.spoken === host.front)
            host.front.overClosed();
        else if (!window.service.press(button))
            window.shell.press(button);
    }

    onSpokenChanged: window.shell.turned()

    Binding {
        property: "byKeyboard"
        target: Navigation
        value: window.shell.byKeys
    }

    Binding {
        property: "large"
        target: Type
        value: window.shell.visit.large
    }

    Binding {
        property: "latin"
        target: Type
        value: window.shell.visit.english
    }

    Binding {
        property: "highContrast"
        target: Theme
        value: window.shell.visit.highContrast
    }

    Connections {
        function onPageWanted(page: string, key: string, depth: int) {
            window.shell.openPage(page, key, depth);
        }

        function onRecordWanted(kind: string, key: string, depth: int) {
            window.shell.openRecord(kind, key, depth);
        }

        function onCodeWanted(title: string, texts: list<string>) {
            codes.title = title;
            codes.texts = texts;
        }

        function onKeyboardWanted() {
            if (!keyboard.place)
                keyboard.source = Qt.resolvedUrl("Typing/Keyboard.qml");
        }

        target: Navigation
    }

    Connections {
        function onLed(way: string) {
            if (!warning.active && (way === "back" || way === "home"))
                window.step(way);
        }

        function onByKeysChanged() {
            path.active = true;
        }

        target: window.shell
    }

    // Made for the first key there is: most lobbies have no keyboard.
    Loader {
        id: path

        active: false
        source: "KeyPath.qml"

        Binding {
            property: "shell"
            target: path.item
            value: window.shell
        }

        Binding {
            property: "roots"
            target: path.item
            value: window.reached
        }

        Binding {
            property: "front"
            target: path.item
            value: window.spoken
        }
    }

    // The page that was typed on is left.
    Connections {
        function onFrontChanged() {
            InputMethod.hide();
        }

        target: host
    }

    Connections {
        function onEnded() {
            keyboard.place?.forget();
            // The next visitor has not read it.
            urgent.folded = false;
            window.contentItem.forceActiveFocus();
        }

        target: window.shell.visit
    }

    // The seal: whose house this is, on every page.
    Rectangle {
        color: Theme.seal
        height: Metrics.u(196)
        width: Metrics.u(12)
        y: window.lowered
    }

    PageHost {
        id: host

        anchors.bottom: keyboard.aside ? bar.top : keyboard.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: window.lowered + strip.height
        shell: window.shell
    }

    // Pages stand above the keyboard, so that it never covers the field one types into; a broad page may keep its right
    // side beside it.
    Loader {
        id: keyboard

        readonly property TypingPlace place: keyboard.item as TypingPlace
        readonly property real beside: host.front?.keyboardWidth ?? 0
        readonly property bool aside: keyboard.beside > 0

        anchors.bottom: bar.top
        anchors.left: parent.left
        height: keyboard.place?.open ? keyboard.place.implicitHeight : 0
        width: keyboard.beside || window.width

        Binding {
            property: "english"
            target: keyboard.item
            value: window.shell.visit.english
        }

        Binding {
            property: "room"
            target: keyboard.item
            value: bar.y - window.lowered
        }
    }

    Bar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        atHome: window.shell.length <= 1 && !service.active
        canGoBack: window.shell.length > 1 || service.active
        canRead: window.shell.canRead
        english: window.shell.visit.english
        lowReach: window.shell.visit.lowReach
        reading: window.shell.visit.reading

        onChosen: button => {
            if (!window.service.press(button))
                window.shell.press(button);
        }
    }

    // Folded, an urgent notice stays as a strip above the page; of a long one its beginning, a touch opens it again.
    Touch {
        id: strip

        corner: 0
        frame: Theme.sealText
        framedInside: true
        height: visible ? Math.max(Metrics.target, words.implicitHeight + Metrics.u(24)) : 0
        hint: mark.visible ? mark.text : ""
        name: words.text
        visible: urgent.active && urgent.folded
        width: parent.width
        y: window.lowered

        onChosen: urgent.folded = false

        Rectangle {
            anchors.fill: parent
            color: Theme.seal
        }

        Prose {
            id: words

            Accessible.ignored: true
            anchors.left: parent.left
            anchors.leftMargin: Metrics.margin
            anchors.right: mark.visible ? mark.left : parent.right
            anchors.rightMargin: mark.visible ? Metrics.u(20) : Metrics.margin
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.sealText
            elide: Text.ElideRight
            maximumLineCount: Metrics.wide ? 2 : 3
            text: urgent.texts.join(qsTr("；"))
        }

        ChineseMark {
            id: mark

            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.sealText
            mute: true
            needed: Words.foreign(words.text)
            over: strip
        }
    }

    Loader {
        id: codes

        property string title: ""
        property list<string> texts: []

        active: codes.texts.length > 0
        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: window.lowered

        sourceComponent: CodeSheet {
            codes: codes.texts
            title: codes.title

            onClosed: codes.texts = []
        }

        Connections {
            function onWayChanged() {
                codes.texts = [];
            }

            target: window.shell
        }
    }

    // Staff hold the seal for this long. Nothing shows that it is there, and a tap does nothing.
    MouseArea {
        height: Metrics.u(196)
        pressAndHoldInterval: 5000
        width: Metrics.margin
        y: window.lowered + strip.height

        onPressAndHold: window.service.ask()
    }

    Loader {
        id: service

        active: window.service.sheet !== ""
        anchors.fill: parent
        source: service.active ? Qt.resolvedUrl("Service/ServiceSheet.qml") : ""

        Binding {
            property: "service"
            target: service.item
            value: window.service
        }

        Binding {
            property: "below"
            target: service.item
            value: bar.height
        }

        Binding {
            property: "above"
            target: service.item
            value: window.lowered
        }
    }

    Loader {
        id: warning

        active: window.shell.visit.stage === "warning"
        anchors.fill: parent
        anchors.topMargin: window.lowered

        sourceComponent: StillThere {
            visit: window.shell.visit
        }
    }

    Loader {
        active: window.shell.visit.attracting && window.shell.home !== null
        anchors.fill: parent

        sourceComponent: Attract {
            shell: window.shell
        }
    }

    Loader {
        active: window.shell.visit.cleaning
        anchors.fill: parent

        sourceComponent: Cleaning {
            secondsLeft: window.shell.visit.secondsLeft
        }
    }

    Loader {
        id: urgent

        readonly property list<string> texts: (window.shell.urgent as UrgentFacts)?.texts ?? []
        property bool folded: false

        active: urgent.texts.length > 0
        anchors.fill: parent
        source: urgent.active ? "Urgent.qml" : ""
        visible: urgent.active && (!urgent.folded || window.shell.visit.attracting)

        onTextsChanged: urgent.folded = false

        Binding {
            property: "facts"
            target: urgent.item
            value: window.shell.urgent
        }

        Binding {
            property: "cleaning"
            target: urgent.item
            value: window.shell.visit.cleaning ? window.shell.visit.secondsLeft : 0
        }

        Connections {
            function onRead() {
                urgent.folded = true;
            }

            ignoreUnknownSignals: true
            target: urgent.item
        }
    }
}
