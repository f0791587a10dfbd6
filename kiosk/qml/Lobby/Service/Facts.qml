pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// A heading and, on one card, what is so: a quiet label at the left, its value at the right.
Column {
    id: list

    required property string title
    // Each with `label` and `value`: first those of a model, then those that the page knows.
    property var rows: []
    property var more: []
    // Said where a row's value is empty.
    property string nothing: ""

    spacing: 0

    SectionHead {
        text: list.title
        width: list.width
    }

    Card {
        implicitHeight: lines.implicitHeight + 2 * Metrics.u(22)
        width: list.width

        Column {
            id: lines

            anchors.left: parent.left
            anchors.margins: Metrics.padding
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(12)

            Repeater {
                model: list.rows

                FactLine {
                    nothing: list.nothing
                    width: lines.width
                }
            }

            Repeater {
                model: list.more

                FactLine {
                    required property var modelData

                    label: modelData["label"]
                    value: modelData["value"]
                    width: lines.width
                }
            }
        }
    }
}
