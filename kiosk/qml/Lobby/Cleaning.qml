import QtQuick
import Lobby.Controls
import Lobby.Theme

// While staff wipe the glass: dark, so that smears are seen, and deaf to touches until the counted time is over.
Rectangle {
    id: cleaning

    required property int secondsLeft

    color: Theme.night

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("正在清洁屏幕")

    Column {
        anchors.centerIn: parent
        spacing: Metrics.u(30)
        width: parent.width - 2 * Metrics.u(96)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.amber
            drawing: "broom"
            size: Metrics.u(150)
        }

        Heading {
            color: Theme.nightText
            font.pixelSize: Type.display
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("正在清洁屏幕")
            width: parent.width
        }

        Prose {
            color: Theme.nightQuiet
            font.pixelSize: Type.section
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("请放心擦拭，现在触摸不起作用。")
            width: parent.width
        }

        Item {
            height: Metrics.u(30)
            width: 1
        }

        Prose {
            Accessible.name: qsTr("还有 %n 秒", "", cleaning.secondsLeft)
            color: Theme.amber
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Math.round(Type.figure * 2.4)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.9
            text: cleaning.secondsLeft
            width: parent.width
        }

        Prose {
            Accessible.ignored: true
            color: Theme.nightQuiet
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("秒后自动恢复")
            width: parent.width
        }
    }
}
