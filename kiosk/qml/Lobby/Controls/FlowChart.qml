pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Models
import Lobby.Theme

// A flow chart to look around in: with buttons, or with two fingers. The names of lanes stay in sight.
Item {
    id: chart

    required property StepsFacts facts
    property int chosen: 0
    // Without its buttons, while something else needs the room.
    property bool bare: false
    readonly property real edge: Metrics.u(20)
    readonly property real across: Math.max(1, chart.facts.across)
    readonly property real down: Math.max(1, chart.facts.down)

    // Pixels a drawing unit: as wide as the glass, all of it, as large as the page's own text; and what is shown.
    readonly property real fitting: Math.min((view.width - 2 * chart.edge) / chart.across, chart.readable)
    readonly property real whole: Math.min(chart.fitting, (view.height - 2 * chart.edge) / chart.down)
    readonly property real readable: Type.body / Math.max(1, chart.facts.textSize)
    readonly property real largest: Math.max(chart.readable * 2, chart.fitting)
    readonly property real comfortable: chart.facts.abreast ? chart.fitting : Math.max(chart.fitting, Type.small / Math.max(1, chart.facts.textSize))
    property real wanted: 0
    readonly property real zoom: Math.max(chart.whole, Math.min(chart.largest, chart.wanted > 0 ? chart.wanted : chart.comfortable))
    // Steps stand at least 21 units apart from middle to middle (data/flows/geometry.py); nearer, fingers would miss.
    readonly property bool touchable: 21 * chart.zoom >= Metrics.target * 1.06
    readonly property bool wider: view.contentWidth > view.width + 1
    // Whether all buttons do not fit one row.
    readonly property bool crowded: chart.width < (chart.wider ? 7 : 5) * Metrics.u(170) * (Type.large ? 1.4 : 1)

    signal stepChosen(number: int)

    // Shows the chart at a size, around the place (in pixels of the view) that is to stay where it is.
    function resize(zoom: real, x: real, y: real) {
        const before = chart.zoom;
        const atX = (view.contentX + x - sheet.x) / before;
        const atY = (view.contentY + y - sheet.y) / before;
        chart.wanted = Math.max(chart.whole, Math.min(chart.largest, zoom));
        view.contentX = Math.max(0, Math.min(view.contentWidth - view.width, atX * chart.zoom + sheet.x - x));
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, atY * chart.zoom + sheet.y - y));
    }

    // Brings a step's box to the middle.
    function show(number: int) {
        for (let row = 0; row < chart.facts.boxes.count; ++row) {
            const box = finder.itemAt(row) as Place;
            if (box?.step === number && box.shape !== "text") {
                sideways.to = Math.max(0, Math.min(view.contentWidth - view.width, (box.atX + box.across / 2) * chart.zoom + sheet.x - view.width / 2));
                slide.to = Math.max(0, Math.min(view.contentHeight - view.height, (box.atY + box.down / 2) * chart.zoom + sheet.y - view.height / 2));
                sideways.restart();
                slide.restart();
                return;
            }
        }
    }

    PinchHandler {
        id: fingers

        property real begun: 1

        target: null

        onActiveChanged: fingers.begun = chart.zoom
        onActiveScaleChanged: if (fingers.active)
            chart.resize(fingers.begun * fingers.activeScale, fingers.centroid.position.x, fingers.centroid.position.y)
    }

    component Place: Item {
        required property int step
        required property string shape
        required property real atX
        required property real atY
        required property real across
        required property real down

        visible: false
    }

    Repeater {
        id: finder

        model: chart.facts.boxes

        Place {}
    }

    NumberAnimation {
        id: sideways

        duration: Motion.scroll
        easing.type: Easing.OutCubic
        property: "contentX"
        target: view
    }

    NumberAnimation {
        id: slide

        duration: Motion.scroll
        easing.type: Easing.OutCubic
        property: "contentY"
        target: view
    }

    Flickable {
        id: view

        anchors.bottom: chart.bare ? parent.bottom : buttons.top
        anchors.bottomMargin: chart.bare ? 0 : Metrics.gutter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, chart.down * chart.zoom + 2 * chart.edge)
        contentWidth: Math.max(width, chart.across * chart.zoom + 2 * chart.edge)

        Accessible.name: qsTr("%1流程图").arg(chart.facts.name)
        Accessible.role: Accessible.Graphic

        // On a chart too small to choose a step, a touch comes nearer.
        MouseArea {
            enabled: !chart.touchable
            height: view.contentHeight
            width: view.contentWidth

            onClicked: mouse => chart.resize(chart.comfortable, mouse.x - view.contentX, mouse.y - view.contentY)
        }

        FlowSheet {
            id: sheet

            chosen: chart.chosen
            facts: chart.facts
            scale: chart.zoom / unit
            target: chart.touchable ? Metrics.target / scale : 0
            transformOrigin: Item.TopLeft
            visible: view.width > 2 * chart.edge
            x: Math.max(chart.edge, (view.contentWidth - chart.across * chart.zoom) / 2)
            y: chart.edge

            onStepChosen: number => chart.stepChosen(number)

            // The names once more, over what scrolls under them.
            Repeater {
                model: chart.facts.header > 0 && view.contentY > sheet.y ? chart.facts.lanes : null

                LaneName {
                    id: pinned

                    required property real atX
                    required property real across

                    Accessible.ignored: true
                    height: chart.facts.header * sheet.unit
                    size: chart.facts.textSize * sheet.unit
                    width: pinned.across * sheet.unit
                    x: pinned.atX * sheet.unit
                    y: (view.contentY - sheet.y) / sheet.scale
                    z: 2
                }
            }
        }
    }

    GridLayout {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        columnSpacing: Metrics.tight
        columns: chart.crowded ? 3 : 4
        rowSpacing: Metrics.tight
        visible: !chart.bare

        Chip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "minus"
            enabled: chart.zoom > chart.whole * 1.01
            text: qsTr("缩小")

            onChosen: chart.resize(chart.zoom / 1.4, view.width / 2, view.height / 2)
        }

        Chip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "plus"
            enabled: chart.zoom < chart.largest * 0.99
            text: qsTr("放大")

            onChosen: chart.resize(chart.zoom * 1.4, view.width / 2, view.height / 2)
        }

        Chip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "whole"
            enabled: chart.zoom > chart.whole * 1.01
            text: qsTr("全图")

            onChosen: chart.resize(chart.whole, 0, 0)
        }

        RowLayout {
            Layout.columnSpan: chart.crowded ? 3 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Metrics.tight

            Repeater {
                model: [["left", -1, 0, qsTr("向左移")], ["right", 1, 0, qsTr("向右移")], ["up", 0, -1, qsTr("向上移")], ["down", 0, 1, qsTr("向下移")]]

                Touch {
                    id: mover

                    required property var modelData
                    readonly property bool flat: mover.modelData[1] !== 0

                    Layout.fillWidth: true
                    enabled: mover.flat ? (mover.modelData[1] < 0 ? !view.atXBeginning : !view.atXEnd) : (mover.modelData[2] < 0 ? !view.atYBeginning : !view.atYEnd)
                    name: mover.modelData[3]
                    visible: !mover.flat || chart.wider

                    onChosen: {
                        const move = mover.flat ? sideways : slide;
                        const now = mover.flat ? view.contentX : view.contentY;
                        const far = mover.flat ? view.contentWidth - view.width : view.contentHeight - view.height;
                        const step = mover.flat ? view.width * 0.7 * mover.modelData[1] : view.height * 0.7 * mover.modelData[2];
                        move.to = Math.max(0, Math.min(far, now + step));
                        move.restart();
                    }

                    Rectangle {
                        anchors.fill: parent
                        border.color: Theme.hairline
                        border.width: Theme.border
                        color: mover.pressed ? Theme.pressed : Theme.card
                        opacity: mover.enabled ? 1 : 0.45
                        radius: mover.corner
                    }

                    Icon {
                        anchors.centerIn: parent
                        drawing: mover.modelData[0]
                        opacity: mover.enabled ? 1 : 0.45
                        size: Metrics.u(36)
                    }
                }
            }
        }
    }
}
