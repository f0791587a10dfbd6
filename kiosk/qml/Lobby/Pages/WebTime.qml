import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Theme

// Others may be waiting: asks whoever has been on the website for long, counting down, with one large button to go on.
Item {
    id: ask

    required property int secondsLeft

    signal goneOn
    signal ended

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
        Accessible.name: qsTr("还要继续上网吗？")

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
                text: qsTr("还要继续上网吗？")
            }

            Prose {
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.section
                text: qsTr("%n 秒后结束访问，您填过的内容不会留下。", "", ask.secondsLeft)
            }

            MainButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Metrics.u(150), implicitHeight)
                drawing: "check"
                text: qsTr("继续上网")

                onChosen: ask.goneOn()
            }

            Chip {
                Layout.fillWidth: true
                text: qsTr("结束访问")

                onChosen: ask.ended()
            }
        }
    }
}
