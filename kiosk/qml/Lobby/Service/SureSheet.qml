import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// Before the program ends: what that means, and a way back.
Item {
    id: sheet

    required property Service service
    readonly property bool leaving: sheet.service.question === "leave"

    PageHeader {
        title: sheet.leaving ? qsTr("退出查询程序？") : qsTr("重新启动查询程序？")
        width: parent.width
    }

    ColumnLayout {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(28)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        spacing: Metrics.u(20)

        Prose {
            Layout.bottomMargin: Metrics.u(20)
            Layout.fillWidth: true
            font.pixelSize: Type.section
            text: sheet.leaving ? qsTr("来访者将不能再用本机查询。要重新开启，请在本机登录后启动 openhall-kiosk，或重新开机。") : qsTr("屏幕会显示“正在准备，请稍候”，几秒钟后回到首页。")
        }

        MainButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Metrics.u(150), implicitHeight)
            drawing: "check"
            text: sheet.leaving ? qsTr("退出") : qsTr("重新启动")

            onChosen: sheet.service.choose("sure")
        }

        Chip {
            Layout.fillWidth: true
            text: qsTr("取消")

            onChosen: sheet.service.choose("back")
        }
    }
}
