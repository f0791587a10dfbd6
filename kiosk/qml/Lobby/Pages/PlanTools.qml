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
        text: qsTr("缩小")

        onChosen: tools.farther()
    }

    Chip {
        drawing: "plus"
        enabled: tools.canNearer
        text: qsTr("放大")

        onChosen: tools.nearer()
    }

    Chip {
        drawing: "whole"
        enabled: tools.canReset
        text: qsTr("全图")

        onChosen: tools.whole()
    }

    Chip {
        drawing: "locate"
        text: qsTr("我在哪")

        onChosen: tools.here()
    }

    Chip {
        colour: Theme.jade
        drawing: tools.playing ? "pause" : "play"
        text: tools.playing ? qsTr("暂停") : qsTr("走一遍")
        visible: tools.canPlay

        onChosen: tools.playing ? tools.halt() : tools.play()
    }
}
