pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The day's bulletin as a way in: the same items as the sign in the hall runs.
Touch {
    id: board

    required property var items
    required property string title
    property string aside: ""
    property bool foreign: false
    // Set large, title, mark and aside have no room in one line.
    readonly property bool narrow: Type.large && mark.visible

    hint: Words.told([board.aside, mark.visible ? mark.text : ""])
    implicitHeight: lines.implicitHeight + 2 * Metrics.u(28)
    name: board.title

    Rectangle {
        anchors.fill: parent
        color: board.pressed ? "#000000" : Theme.night
        radius: Metrics.corner
    }

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.margins: Metrics.u(36)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(10)

        RowLayout {
            Layout.bottomMargin: Metrics.u(4)
            Layout.fillWidth: true
            spacing: Metrics.u(20)

            Heading {
                Accessible.ignored: true
                Layout.fillWidth: !mark.visible
                color: Theme.nightText
                font.pixelSize: Type.section
                text: board.title
            }

            ChineseMark {
                id: mark

                colour: Theme.nightQuiet
                mute: true
                needed: board.foreign
                over: board
            }

            Item {
                Layout.fillWidth: true
                visible: mark.visible
            }

            Prose {
                Accessible.ignored: true
                Layout.maximumWidth: board.width * 0.5
                color: Theme.nightQuiet
                font.pixelSize: Type.small
                horizontalAlignment: Text.AlignRight
                text: board.aside
                visible: !board.narrow
            }

            Icon {
                colour: Theme.nightQuiet
                drawing: "right"
                size: Metrics.u(34)
            }
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: Theme.nightQuiet
            font.pixelSize: Type.small
            text: board.aside
            visible: board.narrow
        }

        Repeater {
            model: board.items

            NewsLine {
                Layout.fillWidth: true
            }
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.nightQuiet
            text: qsTr("暂无要闻。")
            visible: (board.items?.count ?? 0) === 0
        }
    }
}
