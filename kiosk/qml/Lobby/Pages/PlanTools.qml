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
        drawing: "minus"
        enabled: tools.canFarther
        name: qsTr("缩小")
        text: tools.terse ? "" : name

        onChosen: tools.farther()
    }

    Chip {
        drawing: "plus"
        enabled: tools.canNearer
        name: qsTr("放大")
        text: tools.terse ? "" : name

        onChosen: tools.nearer()
    }

    Chip {
        drawing: "whole"
        enabled: tools.canReset
        name: qsTr("全图")
        text: tools.terse ? "" : name

        onChosen: tools.whole()
    }

    Chip {
        drawing: "locate"
        name: qsTr("我在哪")
        text: tools.terse ? "" : name

        onChosen: tools.here()
    }

    Chip {
        colour: Theme.jade
        drawing: tools.playing ? "pause" : "play"
        name: tools.playing ? qsTr("暂停") : qsTr("走一遍")
        text: tools.terse ? "" : name
        visible: tools.canPlay

        onChosen: tools.playing ? tools.halt() : tools.play()
    }
}
