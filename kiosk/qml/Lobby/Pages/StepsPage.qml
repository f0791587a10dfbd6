pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// How a matter runs, step by step along a spine. Where the glass is wide and the lanes are few, the chart stands beside;
// else it is a page of its own.
Page {
    id: page

    required property StepsFacts facts
    property int chosen: 0
    readonly property int count: page.facts.steps.count
    readonly property bool drawable: page.facts.across > 0
    readonly property bool both: Metrics.wide && page.drawable && page.facts.abreast

    aside: !page.both

    onCountChanged: page.chosen = 0

    StepList {
        id: cards

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        chosen: page.both ? page.chosen : 0
        facts: page.facts
        over: page
        offered: page.drawable && !page.both
        page: page.depth
        width: page.both ? Math.round(parent.width * 0.46) : parent.width

        onChartWanted: Navigation.pageWanted("chart", page.facts.key, page.depth)
        onPicturesWanted: Navigation.pageWanted("pictures", page.facts.key, page.depth)
        onStepChosen: number => {
            page.chosen = number;
            (chart.item as FlowChart)?.show(number);
        }
    }

    Rectangle {
        anchors.left: cards.right
        color: Theme.hairline
        height: parent.height
        visible: page.both
        width: Theme.border
    }

    Loader {
        id: chart

        active: page.both
        anchors.bottom: parent.bottom
        anchors.left: cards.right
        anchors.leftMargin: Metrics.u(40)
        anchors.margins: Metrics.u(28)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        anchors.top: parent.top

        sourceComponent: FlowChart {
            chosen: page.chosen
            facts: page.facts

            onStepChosen: number => {
                page.chosen = number;
                cards.show(number);
            }
        }
    }
}
