pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The chart of a matter as the pictures the office has of it, over the whole page.
Page {
    id: page

    required property PicturesFacts facts

    Prose {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.right: mark.visible ? mark.left : chart.right
        anchors.rightMargin: mark.visible ? Metrics.u(20) : 0
        anchors.top: parent.top
        anchors.topMargin: Metrics.u(36)
        color: Theme.quiet
        font.pixelSize: Type.label
        text: page.facts.name
    }

    ChineseMark {
        id: mark

        anchors.right: chart.right
        anchors.top: title.top
        colour: Theme.quiet
        needed: Words.foreign(page.facts.name)
        over: page
    }

    LookAround {
        id: chart

        // As wide as the glass, but never larger than its dots are sharp for long.
        readonly property real fitting: Math.min((chart.viewWidth - 2 * chart.edge) / chart.across, 2)

        across: Math.max(1, page.facts.across)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(28)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        anchors.top: title.bottom
        anchors.topMargin: Metrics.u(20)
        comfortable: chart.fitting
        down: Math.max(1, page.facts.down)
        largest: Math.max(chart.fitting * (Type.large ? 5 : 3), 1)
        name: qsTr("%1流程图").arg(page.facts.name)
        nearer: chart.zoom < chart.fitting * 0.99
        whole: Math.min(chart.fitting, (chart.viewHeight - 2 * chart.edge) / chart.down)

        Repeater {
            model: page.facts.sheets

            PictureSheet {
                // While fingers move, the picture they hold is stretched; then it is drawn anew.
                steady: !chart.moving
                sight: Qt.rect(chart.aside, chart.above, chart.viewWidth, chart.viewHeight)
                zoom: chart.zoom
            }
        }
    }
}
