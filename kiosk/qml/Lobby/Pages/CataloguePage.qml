pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The disclosure catalogue, theme by theme.
Page {
    id: page

    required property CatalogueFacts facts

    choices: page.facts.rows
    list: true

    PageHeader {
        id: header

        foreign: page.facts.rows.foreign >= 0.5
        over: page
        partly: page.facts.rows.foreign < 1
        subtitle: qsTr("政府信息公开目录 · %n 条", "", page.facts.rows.count)
        title: Words.pageTitle("catalogue")
        width: parent.width
    }

    ListPane {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        drawing: "document"
        chosenKey: page.beside
        covered: header.foreign
        page: page.depth
        rows: page.facts.rows
    }

    Empty {
        anchors.centerIn: parent
        drawing: "document"
        hint: qsTr("请向工作人员询问，或查看门户网站。")
        text: qsTr("目录里还没有文件")
        visible: page.facts.rows.count === 0
        width: parent.width - 2 * Metrics.margin
    }
}
