import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// Before the first edition: whose house this is, whom to call, how an edition gets here. Never a blank.
Page {
    id: page

    required property WelcomeFacts facts

    ColumnLayout {
        anchors.left: parent.left
        anchors.margins: Metrics.u(120)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(28)

        Heading {
            Layout.fillWidth: true
            font.pixelSize: Type.display
            text: page.facts.name || qsTr("欢迎光临")
        }

        ChineseMark {
            colour: Theme.quiet
            needed: Words.foreign(page.facts.name + page.facts.telephone)
            over: page
        }

        Prose {
            Layout.fillWidth: true
            font.pixelSize: Type.section
            text: qsTr("查询内容正在准备中，请向工作人员询问。")
        }

        IconLine {
            Layout.fillWidth: true
            drawing: "telephone"
            text: page.facts.telephone
            visible: text
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.border
            Layout.topMargin: Metrics.u(40)
            color: Theme.hairline
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.quiet
            font.pixelSize: Type.label
            text: qsTr("管理人员：在后台发布一期内容（desk publish），或用 desk receive 接收，本机会自动显示。等待位置：%1").arg(page.facts.folder)
        }
    }
}
