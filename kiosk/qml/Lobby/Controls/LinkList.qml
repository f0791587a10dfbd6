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

    spacing: Metrics.tight
    visible: (list.rows?.count ?? 0) > 0

    SectionHead {
        text: list.title
        width: list.width
    }

    Repeater {
        model: list.rows

        LinkRow {
            drawing: list.drawing
            page: list.depth
            width: list.width
        }
    }
}
