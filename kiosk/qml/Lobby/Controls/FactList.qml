pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A heading and, on one card, labels with what is said under each; nothing where there are none.
Column {
    id: list

    required property string title
    required property var rows
    // The labels are codes that Words knows.
    property bool worded: false

    spacing: Metrics.tight
    visible: (list.rows?.count ?? 0) > 0

    SectionHead {
        text: list.title
        width: list.width
    }

    Card {
        implicitHeight: facts.implicitHeight + 2 * Metrics.padding
        width: list.width

        ColumnLayout {
            id: facts

            anchors.left: parent.left
            anchors.margins: Metrics.padding
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(14)

            Repeater {
                model: list.rows

                ColumnLayout {
                    id: fact

                    required property string label
                    required property string value

                    Layout.fillWidth: true
                    spacing: 0

                    Prose {
                        Layout.fillWidth: true
                        color: list.worded ? Theme.quiet : Theme.ink
                        font.pixelSize: list.worded ? Type.small : Type.body
                        text: list.worded ? Words.label(fact.label) : fact.label
                    }

                    Prose {
                        Layout.fillWidth: true
                        color: list.worded ? Theme.ink : Theme.quiet
                        font.pixelSize: list.worded ? Type.label : Type.small
                        text: fact.value
                        visible: text
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }
                }
            }
        }
    }
}
