pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// A long list of records under their headings, with buttons to turn it. Rows are Python's LinkRow.
Item {
    id: pane

    required property var rows
    property int page: 0
    property string section: "section"
    property real side: Metrics.margin
    property string drawing: ""
    property var say: heading => heading
    readonly property ListView view: view
    property Component delegate: LinkRow {
        drawing: pane.drawing
        page: pane.page
        width: view.width
    }

    function jump(row: int) {
        view.positionViewAtIndex(row, ListView.Beginning);
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
        cacheBuffer: Math.max(0, height)
        clip: true
        model: pane.rows
        reuseItems: true
        section.property: pane.section
        spacing: Metrics.tight

        delegate: pane.delegate
        section.delegate: SectionHead {
            required property string section

            height: section ? implicitHeight + Metrics.u(12) : 0
            text: pane.say(section)
            visible: section
            width: view.width
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
