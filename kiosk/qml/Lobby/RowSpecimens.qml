pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// Controls that show rows and cards, with invented contents; the gallery and the controls' tests show them.
Column {
    id: specimens

    spacing: Metrics.gutter

    ListModel {
        id: news

        ListElement {
            disclosed: false
            source: ""
            text: "全省财政工作会议部署 2027 年预算编制"
        }

        ListElement {
            disclosed: true
            source: "省财政厅"
            text: "关于公布政府采购集中目录的通知，题目写得很长，长到一行放不下，要折到第二行去"
        }
    }

    ListModel {
        id: storeys

        Component.onCompleted: {
            for (let floor = 1; floor <= 6; ++floor)
                append({
                    "key": `f${floor}`,
                    "title": `${floor} 楼`,
                    "here": floor === 1,
                    "target": floor === 5,
                    "walk": "",
                    "free": ""
                });
        }
    }

    ListModel {
        id: links

        ListElement {
            depth: 0
            detail: "财政政策研究"
            end: "512"
            key: "law"
            kind: "office"
            section: ""
            title: "综合法规处"
        }
    }

    ListModel {
        id: many

        Component.onCompleted: {
            for (let row = 1; row <= 30; ++row)
                append({
                    "kind": "person",
                    "key": `p${row}`,
                    "depth": 0,
                    "title": `示例人员 ${row}`,
                    "detail": "综合法规处科员",
                    "end": "512",
                    "section": row < 4 ? "综合法规处" : "会计处"
                });
        }
    }

    ListModel {
        id: facts

        ListElement {
            label: "object"
            value: "企业、社会组织"
        }
    }

    NewsBoard {
        aside: "与大厅显示屏同步"
        items: news
        title: "要闻板 NewsBoard"
        width: parent.width
    }

    LeaderCard {
        key: "a"
        keys: ["b", "c"]
        leads: "主持厅党组和厅全面工作，分管两个处室。"
        name: "领导卡 LeaderCard"
        offices: ["人事处", "综合法规处"]
        title: "厅长、党组书记"
        width: parent.width
    }

    FloorPicker {
        current: "f5"
        floors: storeys
        width: parent.width
    }

    LinkList {
        rows: links
        title: "链接表 LinkList"
        width: parent.width
    }

    ListPane {
        height: Metrics.u(520)
        rows: many
        side: 0
        width: parent.width
    }

    FactList {
        rows: facts
        title: "事实表 FactList"
        width: parent.width
        worded: true
    }

    StepCard {
        actor: "综合法规处经办人"
        branches: ["不予受理"]
        current: true
        documents: ["受理通知书"]
        drawn: true
        floor: "5 楼"
        forms: [""]
        grade: "medium"
        grades: ["medium"]
        guardians: ["处长"]
        kind: "task"
        limit: "5 个工作日"
        link: "受理"
        measures: ["集体审议"]
        number: 2
        office: "law"
        person: ""
        result: "受理或不予受理"
        risks: ["超越条件受理"]
        room: "512"
        standard: "材料齐全、符合法定形式"
        targets: ["3"]
        title: "步骤卡 StepCard"
        width: parent.width
    }

    ChannelCard {
        detail: "财政政策、法规和解读"
        key: "c1"
        text: "https://czt.example/zc"
        title: "栏目卡 ChannelCard"
        width: parent.width
    }

    Card {
        height: line.implicitHeight + 2 * Metrics.padding
        width: parent.width

        IconLine {
            id: line

            anchors.left: parent.left
            anchors.margins: Metrics.padding
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            drawing: "telephone"
            text: "卡片 Card 上的图标行 IconLine"
        }
    }

    Flow {
        spacing: Metrics.gutter
        width: parent.width

        TakeAlong {
            code: "示例"
            title: "带走 TakeAlong"
        }

        PillButton {
            drawing: "walk"
            most: specimens.width
            text: "药丸 PillButton"
        }

        Badge {
            filled: true
            text: "标签 Badge"
        }

        HereMark {
            height: Metrics.u(84)
            width: Metrics.u(84)
        }

        Key {
            height: Metrics.button
            name: "键 Key"
            text: "K"
            width: Metrics.button
        }

        QrCode {
            height: Metrics.u(240)
            text: "示例"
            width: Metrics.u(240)
        }
    }

    Heading {
        text: "标题 Heading"
        width: parent.width
    }

    Prose {
        text: "正文 Prose"
        width: parent.width
    }
}
