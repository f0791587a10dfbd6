pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Lobby.Models
import Lobby.Theme

// A flow chart at ten pixels a drawing unit, to be scaled: lanes, arrows, boxes, the words on arrows.
Item {
    id: sheet

    required property StepsFacts facts
    readonly property real unit: 10
    // In pixels of this sheet; 0 where boxes cannot be touched.
    property real target: 0
    property int chosen: 0

    signal stepChosen(number: int)

    height: sheet.facts.down * sheet.unit
    width: sheet.facts.across * sheet.unit

    Repeater {
        model: sheet.facts.lanes

        Rectangle {
            id: lane

            required property string name
            required property real atX
            required property real atY
            required property real across
            required property real down
            required property bool flat
            required property real head

            border.color: Theme.hairline
            border.width: 0.3 * sheet.unit
            color: "transparent"
            height: lane.down * sheet.unit
            width: lane.across * sheet.unit + border.width
            x: lane.atX * sheet.unit
            y: lane.atY * sheet.unit

            LaneName {
                height: lane.flat ? parent.height : lane.head * sheet.unit
                name: lane.name
                size: sheet.facts.textSize * sheet.unit
                turned: lane.flat
                visible: lane.name
                width: lane.flat ? lane.head * sheet.unit : parent.width
            }
        }
    }

    Repeater {
        model: sheet.facts.boxes

        Loader {
            id: frame

            required property int step
            required property string shape
            required property real atX
            required property real atY
            required property real across
            required property real down
            required property string words
            required property string risk
            required property real room
            required property real size

            active: frame.shape === "group"

            sourceComponent: FlowBox {
                across: frame.across
                down: frame.down
                atX: frame.atX
                risk: ""
                room: frame.room
                shape: "group"
                size: frame.size
                step: frame.step
                atY: frame.atY
                words: frame.words
            }
        }
    }

    // With a size of its own: the software renderer paints anew only where an item says it is.
    Shape {
        height: sheet.facts.down
        scale: sheet.unit
        transformOrigin: Item.TopLeft
        width: sheet.facts.across

        ShapePath {
            fillColor: "transparent"
            joinStyle: ShapePath.MiterJoin
            strokeColor: Theme.ink
            strokeWidth: 0.45

            PathSvg {
                path: sheet.facts.whole
            }
        }

        ShapePath {
            dashPattern: [3, 2.4]
            fillColor: "transparent"
            strokeColor: Theme.chevron
            strokeStyle: ShapePath.DashLine
            strokeWidth: 0.4

            PathSvg {
                path: sheet.facts.dashed
            }
        }

        ShapePath {
            fillColor: Theme.ink
            strokeColor: "transparent"
            strokeWidth: -1

            PathSvg {
                path: sheet.facts.heads
            }
        }
    }

    Repeater {
        model: sheet.facts.boxes

        FlowBox {
            current: step > 0 && step === sheet.chosen && own
            target: sheet.target
            unit: sheet.unit
            visible: shape !== "group"

            onChosen: sheet.stepChosen(step)
        }
    }

    Repeater {
        model: sheet.facts.labels

        Rectangle {
            id: label

            required property string words
            required property real middle
            required property real level

            color: Theme.ground
            height: said.font.pixelSize * 1.1
            width: said.implicitWidth + 0.8 * sheet.unit
            x: label.middle * sheet.unit - width / 2
            y: label.level * sheet.unit - height / 2

            Text {
                id: said

                Accessible.name: text
                Accessible.role: Accessible.StaticText
                anchors.centerIn: parent
                color: Theme.ink
                font.family: Type.sans
                font.pixelSize: Math.round(sheet.facts.textSize * sheet.unit * 0.9)
                text: label.words
                textFormat: Text.PlainText
            }
        }
    }
}
