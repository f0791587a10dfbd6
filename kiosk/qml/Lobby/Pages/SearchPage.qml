pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// Finding by letters: what was typed, what that finds as one types, and the keypad within everyone's reach.
Page {
    id: page

    required property SearchFacts facts

    // Alone on a wide glass, letters stand on the left and what they find on the right.
    readonly property bool broad: page.width > Metrics.u(1300)
    readonly property real letters: page.broad ? Math.round(page.width * 0.46) : page.width

    // Chinese from the keyboard instead of letters from the keypad.
    property bool writing: false
    readonly property string shorter: page.writing ? qsTr("少写几个字试试，或者从下面找。") : qsTr("少打几个字母试试，或者从下面找。")
    readonly property string example: page.writing ? qsTr("处室、姓名、事项、房间都可以，写一部分就行，如“法规”。") : qsTr("处室、姓名、事项、房间都可以：综合法规处打 zhfgc，512 室打 512。")

    // Whoever has keys of their own types on them, wherever they are on the page.
    function typed(event: KeyEvent) {
        const held = event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier);
        if (page.writing || held)
            return;
        if (event.key === Qt.Key_Backspace)
            page.facts.erase();
        else if (/^[a-z0-9]$/i.test(event.text))
            page.facts.type(event.text.toLowerCase());
        else
            return;
        event.accepted = true;
    }

    half: false
    keyboardWidth: page.broad ? page.letters : 0
    list: true

    Component.onCompleted: page.forceActiveFocus()

    Keys.onPressed: event => page.typed(event)

    // The keyboard is the largest single thing there is to load. Whoever looks for something may want it next: it comes
    // while they read, once the page is there, and stays for the visitors after them.
    Timer {
        interval: 600
        running: true

        onTriggered: Navigation.keyboardWanted()
    }

    QueryField {
        id: field

        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.top: parent.top
        anchors.topMargin: Metrics.u(keypad.flat ? 16 : 36)
        width: page.letters - 2 * Metrics.margin
        forgiven: page.facts.forgiven
        query: page.facts.query
        writing: page.writing

        onTurned: {
            Navigation.keyboardWanted();
            page.writing = !page.writing;
        }
        onWritten: text => page.facts.write(text)
    }

    Flow {
        id: counts

        anchors.left: parent.left
        anchors.leftMargin: page.broad ? page.letters : Metrics.margin
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        anchors.top: page.broad ? parent.top : field.bottom
        anchors.topMargin: page.broad ? Metrics.u(36) : Metrics.gutter
        clip: true
        // One line of them: what follows is found by turning the list.
        height: visible ? (kinds.itemAt(0)?.height ?? Metrics.button) : 0
        spacing: Metrics.tight
        visible: page.facts.counts.count > 0 && (page.broad || page.height > Metrics.u(1150) * (Type.large ? 1.4 : 1))

        Repeater {
            id: kinds

            model: page.facts.counts

            Chip {
                required property string kind
                required property int count
                required property int first

                aside: count
                text: Words.kind(kind)

                onChosen: hits.jump(first)
            }
        }
    }

    ListPane {
        id: hits

        anchors.bottom: page.broad || page.writing ? parent.bottom : keypad.top
        anchors.left: parent.left
        anchors.leftMargin: page.broad ? page.letters - Metrics.margin : 0
        anchors.right: parent.right
        anchors.top: counts.bottom
        anchors.topMargin: Metrics.u(8)
        lively: true
        page: page.depth
        rows: page.facts.hits
        say: kind => Words.kind(kind)
        visible: page.facts.hits.count > 0

        delegate: RowButton {
            id: hit

            required property string kind
            required property string key

            current: page.beside !== "" && hit.key === page.beside
            required detail
            required marked

            width: hits.view.width

            onChosen: Navigation.recordWanted(hit.kind, hit.key, page.depth)
        }
    }

    Scroller {
        anchors.bottom: page.broad || page.writing ? parent.bottom : keypad.top
        anchors.left: parent.left
        anchors.leftMargin: page.broad ? page.letters - Metrics.margin : 0
        anchors.right: parent.right
        anchors.top: counts.bottom
        visible: page.facts.hits.count === 0

        Empty {
            drawing: page.facts.query ? "empty" : "keyboard"
            hint: page.facts.query ? page.shorter : page.example
            verbatim: page.facts.query !== ""
            text: page.facts.query ? qsTr("没有找到“%1”").arg(page.facts.query.toUpperCase()) : page.writing ? qsTr("写要找的名称") : qsTr("打拼音首字母")
            width: parent.width
        }

        RowButton {
            drawing: "offices"
            title: qsTr("从处室名单里找")
            width: parent.width

            onChosen: Navigation.pageWanted("offices", "", page.depth)
        }

        RowButton {
            drawing: "people"
            title: qsTr("从人员名单里找")
            width: parent.width

            onChosen: Navigation.pageWanted("staff", "", page.depth)
        }
    }

    Keypad {
        id: keypad

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(keypad.flat ? 10 : 20)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(page.broad ? 60 : 40)
        width: page.letters - 2 * anchors.leftMargin

        room: page.height
        visible: !page.writing

        onClear: page.facts.clear()
        onErase: page.facts.erase()
        onTyped: letter => page.facts.type(letter)
    }
}
