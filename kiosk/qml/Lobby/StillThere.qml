import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// Before a visit ends: how many seconds are left, and one large button to go on. Within everyone's reach.
Item {
    id: ask

    required property Visit visit

    Rectangle {
        anchors.fill: parent
        color: Theme.night
        opacity: 0.62
    }

    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: rows.implicitHeight + 2 * Metrics.u(56)

        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("您还在吗？")

        ColumnLayout {
            id: rows

            anchors.left: parent.left
            anchors.leftMargin: Metrics.margin
            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Metrics.u(20)

            Heading {
                Layout.fillWidth: true
                font.pixelSize: Type.title
                text: qsTr("您还在吗？")
            }

            Prose {
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.section
                text: qsTr("%n 秒后回到开头，您查过的内容不会留下。", "", ask.visit.secondsLeft)
            }

            MainButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Metrics.u(150), implicitHeight)
                drawing: "check"
                text: qsTr("继续")

                onChosen: ask.visit.touched()
            }

            Chip {
                Layout.fillWidth: true
                text: qsTr("我用完了")

                onChosen: ask.visit.leave()
            }
        }
    }
}
