pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import Lobby.Controls
import Lobby.Theme

// The words that the letters typed so far may mean, the likeliest first; two buttons turn the row.
Item {
    id: row

    readonly property SelectionListModel words: InputContext.inputEngine.wordCandidateListModel
    readonly property bool longer: view.contentWidth > row.width

    // Turns by what is in sight: only whole words are shown, so each is met.
    function turn(side: int) {
        const edge = side > 0 ? view.contentX + view.width - 1 : view.contentX - view.width + 1;
        const met = view.indexAt(Math.max(view.originX, edge), 0);
        view.positionViewAtIndex(Math.max(0, met + (side < 0 && edge > view.originX ? 1 : 0)), ListView.Beginning);
    }

    implicitHeight: Math.max(Metrics.button, Metrics.target)

    Connections {
        function onCountChanged() {
            view.positionViewAtBeginning();
        }

        target: row.words
    }

    ListView {
        id: view

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: KeyTable.gap / 2
        anchors.right: row.longer ? earlier.left : parent.right
        anchors.rightMargin: row.longer ? KeyTable.gap : KeyTable.gap / 2
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        model: row.words
        orientation: ListView.Horizontal
        spacing: KeyTable.gap

        delegate: WordChoice {
            id: choice

            readonly property bool whole: choice.x >= view.contentX - 1 && choice.x + choice.width <= view.contentX + view.width + 1

            enabled: choice.whole
            opacity: choice.whole ? 1 : 0

            onChosen: row.words.selectItem(choice.index)
        }
    }

    Chip {
        id: earlier

        anchors.right: later.left
        anchors.rightMargin: KeyTable.gap
        activeFocusOnTab: false
        drawing: "left"
        enabled: !view.atXBeginning
        height: parent.height
        name: qsTr("前面的字词")
        text: ""
        visible: row.longer

        onChosen: row.turn(-1)
    }

    Chip {
        id: later

        anchors.right: parent.right
        anchors.rightMargin: KeyTable.gap / 2
        activeFocusOnTab: false
        drawing: "right"
        enabled: !view.atXEnd
        height: parent.height
        name: qsTr("后面的字词")
        text: ""
        visible: row.longer

        onChosen: row.turn(1)
    }
}
