pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// A long list of records under their headings, with buttons to turn it. Rows are Python's LinkRow.
Item {
    id: pane

    required property var rows
    // The rows change while they are looked at, as in a search.
    property bool lively: false
    property int page: 0
    property string chosenKey: ""
    property string section: "section"
    property real side: Metrics.margin
    // A mark above speaks for all rows and headings.
    property bool covered: false
    property string drawing: ""
    property var say: heading => heading
    // What a heading means, under it; nothing where the page says that elsewhere.
    property var explain: heading => ""
    readonly property ListView view: view
    property Component delegate: LinkRow {
        chosenKey: pane.chosenKey
        covered: pane.covered
        drawing: pane.drawing
        page: pane.page
        width: view.width
    }

    // The record at the top stays there where the same list comes in another language or from a newer edition.
    property string topmost: ""
    property bool settling: false
    property string settled: ""

    function jump(row: int) {
        view.positionViewAtIndex(row, ListView.Beginning);
    }

    function keyAtTop(): string {
        for (let y = view.contentY; y < view.contentY + view.height; y += Metrics.tight) {
            const place = view.indexAt(0, y);
            if (place >= 0)
                return view.model.keyAt ? view.model.keyAt(place) : "";
        }
        return "";
    }

    function settle() {
        view.forceLayout();
        const place = pane.settled === pane.section && pane.topmost && pane.rows.placeOf ? pane.rows.placeOf(pane.topmost) : -1;
        if (place > 0)
            pane.jump(place);
        else
            view.positionViewAtBeginning();
        pane.settled = pane.section;
        pane.settling = false;
    }

    // Rows of an earlier model must not be used again for the new one: they would keep what they said.
    onRowsChanged: {
        if (!pane.settling)
            pane.topmost = view.atYBeginning ? "" : pane.keyAtTop();
        pane.settling = true;
        view.reuseItems = false;
        view.model = pane.rows;
        view.reuseItems = view.count > 200;
        Qt.callLater(pane.settle);
    }
    Component.onCompleted: {
        pane.settled = pane.section;
        view.model = pane.rows;
        view.reuseItems = view.count > 200;
    }

    Connections {
        function onModelReset() {
            view.positionViewAtBeginning();
        }

        target: pane.rows
    }

    ListView {
        id: view

        anchors.bottom: turner.top
        anchors.left: parent.left
        anchors.leftMargin: pane.side
        anchors.right: parent.right
        anchors.rightMargin: pane.side
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        // Rows ahead are made while there is time. Where the model changes under the finger, Qt would still wait for some.
        cacheBuffer: pane.lively ? 0 : Math.max(0, height)
        clip: true
        section.property: pane.section
        spacing: Metrics.tight

        delegate: pane.delegate
        section.delegate: Column {
            id: head

            required property string section

            width: view.width

            SectionHead {
                foreign: !pane.covered && Words.foreign(text)
                height: head.section ? implicitHeight + Metrics.u(12) : 0
                text: pane.say(head.section)
                visible: head.section
                width: head.width
            }

            Prose {
                bottomPadding: Metrics.tight
                color: Theme.quiet
                font.pixelSize: Type.small
                text: pane.explain(head.section)
                visible: text
                width: head.width
            }
        }
    }

    PageTurner {
        id: turner

        anchors.bottom: parent.bottom
        anchors.bottomMargin: needed ? Metrics.u(16) : 0
        anchors.left: parent.left
        anchors.leftMargin: pane.side
        anchors.right: parent.right
        anchors.rightMargin: pane.side
        room: pane.height
        view: view
    }
}
