import QtQuick
import Lobby.Controls
import Lobby.Theme

// What one can do with a plan by touch alone: nearer, farther, the whole again, where one stands, the way shown walking.
Flow {
    id: tools

    property bool canNearer: true
    property bool canFarther: false
    property bool canReset: false
    property bool canPlay: false
    property bool playing: false
    // Where large words leave the plan no room, the drawings alone; their names are still told.
    property bool scarce: false
    readonly property bool terse: Type.large && (Metrics.wide || tools.scarce)

    // In one line where they fit; else dealt out evenly over lines of equal buttons.
    readonly property list<Chip> shown: [fartherButton, nearerButton, wholeButton, hereButton].concat(tools.canPlay ? [playButton] : [])
    readonly property real natural: tools.shown.reduce((sum, chip) => sum + chip.implicitWidth + tools.spacing, -tools.spacing)
    readonly property int lines: Math.max(1, Math.ceil(tools.natural / Math.max(1, tools.width)))
    readonly property int columns: Math.ceil(tools.shown.length / tools.lines)
    readonly property real even: Math.floor((tools.width - (tools.columns - 1) * tools.spacing) / tools.columns)

    signal nearer
    signal farther
    signal whole
    signal here
    signal play
    signal halt

    spacing: Metrics.tight

    Accessible.name: qsTr("平面图按钮")
    Accessible.role: Accessible.ToolBar

    Chip {
        id: fartherButton

        drawing: "minus"
        enabled: tools.canFarther
        name: qsTr("缩小")
        side: Metrics.u(36)
        text: tools.terse ? "" : name
        width: tools.lines > 1 ? tools.even : implicitWidth

        onChosen: tools.farther()
    }

    Chip {
        id: nearerButton

        drawing: "plus"
        enabled: tools.canNearer
        name: qsTr("放大")
        side: Metrics.u(36)
        text: tools.terse ? "" : name
        width: tools.lines > 1 ? tools.even : implicitWidth

        onChosen: tools.nearer()
    }

    Chip {
        id: wholeButton

        drawing: "whole"
        enabled: tools.canReset
        name: qsTr("全图")
        side: Metrics.u(36)
        text: tools.terse ? "" : name
        width: tools.lines > 1 ? tools.even : implicitWidth

        onChosen: tools.whole()
    }

    Chip {
        id: hereButton

        drawing: "locate"
        name: qsTr("我在哪")
        side: Metrics.u(36)
        text: tools.terse ? "" : name
        width: tools.lines > 1 ? tools.even : implicitWidth

        onChosen: tools.here()
    }

    Chip {
        id: playButton

        colour: Theme.jade
        drawing: tools.playing ? "pause" : "play"
        name: tools.playing ? qsTr("暂停") : qsTr("走一遍")
        side: Metrics.u(36)
        text: tools.terse ? "" : name
        width: tools.lines > 1 ? tools.even : implicitWidth
        visible: tools.canPlay

        onChosen: tools.playing ? tools.halt() : tools.play()
    }
}
