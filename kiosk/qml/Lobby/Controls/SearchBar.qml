import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// The way into the search, as the home page shows it.
Touch {
    id: bar

    corner: height / 2
    hint: qsTr("输入拼音首字母即可，如 zhfg")
    implicitHeight: Math.max(Metrics.u(126), words.implicitHeight + Metrics.u(32))
    name: Metrics.wide ? qsTr("找处室、找人、找房间") : qsTr("找处室、找人、找事项、找房间")

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: Metrics.u(3)
        color: bar.pressed ? Theme.pressed : Theme.card
        radius: Math.min(height / 2, Metrics.u(63))
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.u(42)
        anchors.rightMargin: Metrics.u(15)
        spacing: Metrics.u(28)

        Icon {
            drawing: "search"
            size: Metrics.u(56)
        }

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 0

            Prose {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.pixelSize: Type.section
                text: bar.name
            }

            Prose {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.quiet
                font.pixelSize: Type.small
                text: bar.hint
            }
        }

        Rectangle {
            Layout.preferredHeight: Metrics.u(96)
            Layout.preferredWidth: Math.max(letters.implicitWidth + Metrics.u(72), Metrics.u(168))
            color: Theme.ink
            radius: height / 2
            // Words of Latin letters need its room, where there is little.
            visible: !Type.large && !(Metrics.wide && bar.name.length > 20)

            Prose {
                id: letters

                Accessible.ignored: true
                anchors.centerIn: parent
                color: Theme.inkText
                font.pixelSize: Type.body
                text: "A–Z"
            }
        }
    }
}
