import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// What was typed, large, as on the keypad's own display.
Rectangle {
    id: field

    required property string query
    property bool forgiven: false

    border.color: Theme.ink
    border.width: Metrics.u(3)
    color: Theme.card
    implicitHeight: Math.max(Metrics.u(116), line.implicitHeight + Metrics.u(28))
    radius: Math.min(height / 2, Metrics.u(58))

    Accessible.name: field.query ? qsTr("已输入：%1").arg(field.query) : qsTr("还没有输入")
    Accessible.role: Accessible.StaticText

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(42)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(42)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(24)

        Icon {
            drawing: "search"
            size: Metrics.u(52)
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: field.query ? Theme.ink : Theme.quiet
            elide: Text.ElideLeft
            font.capitalization: Font.AllUppercase
            font.letterSpacing: field.query ? Metrics.u(6) : 0
            font.pixelSize: field.query ? Type.title : Type.section
            maximumLineCount: field.query ? 1 : 3
            text: field.query || qsTr("找处室、找人、找事项、找房间")
            wrapMode: field.query ? Text.NoWrap : Text.Wrap
        }

        Badge {
            colour: Theme.quiet
            text: qsTr("相近的结果")
            visible: field.forgiven
        }
    }
}
