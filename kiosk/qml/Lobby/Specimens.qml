pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// Controls one reads and touches, in their states, with invented contents; the gallery and the controls' tests show them.
Column {
    id: specimens

    spacing: Metrics.gutter

    PageHeader {
        foreign: true
        side: 0
        subtitle: "副标题说明这一页是什么"
        title: "页首 PageHeader"
        width: parent.width

        Chip {
            colour: Theme.jade
            corner: height / 2
            drawing: "stepfree"
            text: "开关"
        }
    }

    Masthead {
        aside: "审批大厅明日开放"
        day: "2026-11-23"
        name: "省财政厅"
        sample: true
        subtitle: "政务公开查询"
        time: "9:12"
        width: parent.width
    }

    SearchBar {
        width: parent.width
    }

    Grid {
        id: tiles

        columnSpacing: Metrics.gutter
        columns: 2
        rowSpacing: Metrics.gutter
        width: parent.width

        Tile {
            detail: "24 个处室单位"
            drawing: "offices"
            title: "方块 Tile"
            width: (tiles.width - Metrics.gutter) / 2
        }

        Tile {
            detail: "最多人要去的一块"
            drawing: "pin"
            main: true
            title: "主方块"
            width: (tiles.width - Metrics.gutter) / 2
        }

        SlimTile {
            detail: "一行高"
            drawing: "portal"
            title: "窄块 SlimTile"
            width: (tiles.width - Metrics.gutter) / 2
        }

        QrCard {
            detail: "扫码带走"
            text: "https://czt.example/"
            title: "二维码 QrCard"
            width: (tiles.width - Metrics.gutter) / 2
        }
    }

    SectionHead {
        aside: "3 行"
        text: "小标题 SectionHead"
        width: parent.width
    }

    RowButton {
        aside: "512 室"
        detail: "安静的第二行"
        title: "列表行 RowButton"
        width: parent.width
    }

    RowButton {
        current: true
        detail: "正在右边显示"
        marked: "找到的<b><u>那几个字</u></b>"
        title: "找到的那几个字"
        width: parent.width
    }

    RowButton {
        aside: "2026年11月23日"
        drawing: "document"
        title: "关于进一步加强和规范行政事业单位国有资产出租出借处置管理有关事项的通知"
        width: parent.width
    }

    ChineseMark {
        colour: Theme.quiet
        needed: true
        partly: true
    }

    ChipRow {
        asides: ["8", "114", "2"]
        current: 0
        texts: ["选中的", "没选的", "第三个"]
        width: parent.width
    }

    MainButton {
        drawing: "walk"
        text: "下一步 MainButton"
        width: parent.width
    }

    AnswerCard {
        drawn: true
        floor: "5 楼"
        hours: "工作日 8:30–17:00"
        room: "512"
        telephone: "024-0000 0000（示例）"
        width: parent.width
    }

    AnswerCard {
        floor: ""
        room: ""
        width: parent.width
    }

    FigureRow {
        figures: [
            {
                "name": "承诺时限",
                "value": "10 个工作日"
            },
            {
                "name": "收费",
                "value": "不收费"
            }
        ]
        width: parent.width
    }

    Numbered {
        sentences: ["第一条职责。", "第二条职责写得很长，长到一行放不下，要折到下一行去，数字仍与第一行对齐。"]
        title: "编号 Numbered"
        width: parent.width
    }

    MaterialCard {
        detail: "复印件 · 1 份"
        necessity: "必要"
        notes: "加盖公章"
        number: 1
        title: "营业执照副本 MaterialCard"
        width: parent.width
    }

    LegCard {
        current: true
        floor: "f5"
        floorName: "5 楼"
        number: 3
        text: "出电梯向右，沿走廊 38 米"
        toName: ""
        turn: "right"
        width: parent.width
    }

    RiskNote {
        grade: "high"
        grades: ["high"]
        guardians: ["窗口负责人"]
        forms: ["只告知一部分"]
        measures: ["集体审议"]
        risks: ["超越条件审批"]
        width: parent.width
    }

    Rating {
        width: parent.width
    }

    Empty {
        hint: "空的时候也有话说。"
        text: "空状态 Empty"
        width: parent.width
    }

    QueryField {
        query: "zhfg"
        width: parent.width
    }

    Keypad {
        width: parent.width
    }
}
