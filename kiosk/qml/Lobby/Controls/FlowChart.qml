pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Models
import Lobby.Theme

// A flow chart to look around in. The names of lanes stay in sight.
LookAround {
    id: chart

    required property StepsFacts facts
    property int chosen: 0

    // Pixels a drawing unit: as wide as the glass, as large as the page's own text.
    readonly property real fitting: Math.min((chart.viewWidth - 2 * chart.edge) / chart.across, chart.readable)
    readonly property real readable: Type.body / Math.max(1, chart.facts.textSize)
    // Steps stand at least 21 units apart from middle to middle (data/flows/geometry.py); nearer, fingers would miss.
    readonly property bool touchable: 21 * chart.zoom >= Metrics.target * 1.06

    signal stepChosen(number: int)

    // Brings a step's box to the middle.
    function show(number: int) {
        for (let row = 0; row < chart.facts.boxes.count; ++row) {
            const box = finder.itemAt(row) as Place;
            if (box?.step === number && box.shape !== "text") {
                chart.bring(box.atX + box.across / 2, box.atY + box.down / 2);
                return;
            }
        }
    }

    across: Math.max(1, chart.facts.across)
    comfortable: chart.facts.abreast ? chart.fitting : Math.max(chart.fitting, Type.small / Math.max(1, chart.facts.textSize))
    down: Math.max(1, chart.facts.down)
    largest: Math.max(chart.readable * 2, chart.fitting)
    name: qsTr("%1流程图").arg(chart.facts.name)
    // On a chart too small to choose a step.
    nearer: !chart.touchable
    whole: Math.min(chart.fitting, (chart.viewHeight - 2 * chart.edge) / chart.down)

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

    FlowSheet {
        id: sheet

        chosen: chart.chosen
        facts: chart.facts
        scale: chart.zoom / unit
        target: chart.touchable ? Metrics.target / scale : 0
        transformOrigin: Item.TopLeft

        onStepChosen: number => chart.stepChosen(number)

        // The names once more, over what scrolls under them.
        Repeater {
            model: chart.facts.header > 0 && chart.above > 0 ? chart.facts.lanes : null

            LaneName {
                id: pinned

                required property real atX
                required property real across

                Accessible.ignored: true
                height: chart.facts.header * sheet.unit
                size: chart.facts.textSize * sheet.unit
                width: pinned.across * sheet.unit
                x: pinned.atX * sheet.unit
                y: chart.above / sheet.scale
                z: 2
            }
        }
    }
}
