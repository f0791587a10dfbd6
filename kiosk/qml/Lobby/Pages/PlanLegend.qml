pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// Which tint stands for which group of offices; only the groups that the floor shows.
Flow {
    id: legend

    required property list<string> names
    property list<int> shown: []

    spacing: Metrics.u(24)
    visible: !Theme.highContrast && legend.shown.length > 1

    Repeater {
        model: legend.visible ? legend.shown : []

        Row {
            id: entry

            required property int modelData

            spacing: Metrics.u(10)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                border.color: Theme.unitLine
                border.width: Theme.border
                color: Theme.groups[entry.modelData] ?? Theme.unit
                height: width
                radius: Metrics.u(4)
                width: Metrics.u(28)
            }

            Prose {
                color: Theme.quiet
                font.pixelSize: Type.small
                text: legend.names[entry.modelData] ?? ""
            }
        }
    }
}
