import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The chart of a matter over the whole page; a step chosen on it shows its card on a sheet.
Page {
    id: page

    required property StepsFacts facts
    property int chosen: 0
    readonly property int count: page.facts.steps.count
    readonly property bool opened: page.chosen > 0

    function choose(number: int) {
        page.chosen = number;
        // The chart is smaller from the next moment on.
        Qt.callLater(chart.show, number);
    }

    over: page.opened ? sheet : null

    onCountChanged: page.chosen = 0
    onOverClosed: page.chosen = 0

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
        needed: page.facts.foreign
        over: page
    }

    FlowChart {
        id: chart

        anchors.bottom: page.opened && !Metrics.wide ? sheet.top : parent.bottom
        anchors.bottomMargin: Metrics.u(28)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.right: page.opened && Metrics.wide ? sheet.left : parent.right
        anchors.rightMargin: Metrics.margin
        anchors.top: title.bottom
        anchors.topMargin: Metrics.u(20)
        bare: page.opened && !Metrics.wide
        chosen: page.chosen
        facts: page.facts

        onStepChosen: number => page.choose(number)
    }

    StepSheet {
        id: sheet

        chosen: page.chosen
        facts: page.facts
        height: Metrics.wide ? page.height : Math.min(page.height * 0.58, implicitHeight)
        page: page.depth
        visible: page.opened
        width: Metrics.wide ? Math.round(page.width * 0.42) : page.width
        x: page.width - width
        y: page.height - height

        onClosed: page.chosen = 0
        onStepChosen: number => page.choose(number)
    }
}
