pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// A heading and the rows under it, each opening a record; nothing where there are none.
Column {
    id: list

    required property string title
    required property var rows
    property int depth: 0
    property string drawing: ""
    // One mark for all of them, where most are Chinese.
    readonly property bool foreign: (list.rows?.foreign ?? 0) >= 0.5

    spacing: Metrics.tight
    visible: (list.rows?.count ?? 0) > 0

    SectionHead {
        foreign: list.foreign
        over: list
        partly: (list.rows?.foreign ?? 0) < 1
        text: list.title
        width: list.width
    }

    Repeater {
        model: list.rows

        LinkRow {
            covered: list.foreign
            drawing: list.drawing
            page: list.depth
            width: list.width
        }
    }
}
