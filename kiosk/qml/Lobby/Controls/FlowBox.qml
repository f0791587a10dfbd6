pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Theme

// A box of a flow chart: what its shape says, its words, the badge of its worst risk. One that is a step can be touched.
Item {
    id: box

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
    // Pixels a drawing unit, before the chart is scaled.
    property real unit: 10
    // The least size of something that can be touched, in the same pixels; 0 where the chart is too small for that.
    property real target: 0
    property bool current: false
    readonly property bool diamond: box.shape === "decision" || box.shape === "parallel"
    readonly property bool round: box.shape === "start" || box.shape === "end" || box.shape === "event"
    // Round, but for a tall one: its corners would cut off the ends of its first line (data/flows/looks.py).
    readonly property real corner: !box.round ? 1.2 : Math.min(Math.min(box.across, box.down) / 2, Math.abs(box.across - box.down) < 1 ? box.across : 6.5)
    readonly property bool own: box.step > 0 && !["risk", "document", "text", "group"].includes(box.shape)
    readonly property color edge: box.shape === "risk" ? Theme.risk(box.risk) : box.current || box.shape === "start" ? Theme.jade : box.shape === "group" || box.shape === "document" ? Theme.chevron : Theme.ink
    readonly property color fill: box.current || box.shape === "start" ? Theme.jadeWash : box.shape === "end" ? Theme.bar : Theme.card
    readonly property real line: (box.current ? 1.1 : 0.5) * box.unit

    signal chosen

    height: box.down * box.unit
    width: box.across * box.unit
    x: box.atX * box.unit
    y: box.atY * box.unit

    Rectangle {
        anchors.fill: parent
        border.color: box.edge
        border.width: box.line
        color: box.shape === "group" ? "transparent" : box.fill
        radius: box.corner * box.unit
        visible: !box.diamond && box.shape !== "text"
    }

    // A square on its tip, made as wide and as high as it must be. Not a Shape: the software renderer paints one that has
    // scrolled out of its view over everything.
    Loader {
        id: tip

        active: box.diamond
        anchors.fill: parent

        sourceComponent: Item {
            transform: Scale {
                origin.x: tip.width / 2
                origin.y: tip.height / 2
                yScale: tip.height / tip.width
            }

            Rectangle {
                anchors.centerIn: parent
                antialiasing: true
                border.color: box.edge
                border.width: box.line * 1.3
                color: box.fill
                height: width
                rotation: 45
                width: tip.width / Math.SQRT2
            }
        }
    }

    Loader {
        active: box.shape === "parallel"
        anchors.centerIn: parent

        sourceComponent: Icon {
            colour: Theme.ink
            drawing: "plus"
            size: box.width * 0.6
        }
    }

    Text {
        Accessible.ignored: box.own
        Accessible.name: box.words
        Accessible.role: Accessible.StaticText
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.ink
        font.family: Type.sans
        font.pixelSize: Math.round(box.size * box.unit)
        fontSizeMode: Text.Fit
        height: box.shape === "group" ? implicitHeight : parent.height - box.line
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 4.8 * box.unit
        lineHeightMode: Text.FixedHeight
        minimumPixelSize: Math.round(1.5 * box.unit)
        text: box.shape === "parallel" ? "" : box.words
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        width: box.room * box.unit + 2
        wrapMode: Text.Wrap
        y: box.shape === "group" ? box.unit : box.line / 2
    }

    Rectangle {
        color: Theme.risk(box.risk)
        height: 5.2 * box.unit
        radius: height / 2
        visible: box.risk && box.shape !== "risk"
        width: badge.implicitWidth + 2.4 * box.unit
        x: box.diamond ? box.width * 0.66 : box.width - 1.6 * box.unit - width / 2
        y: (box.diamond ? box.height * 0.11 : 0) - height / 2

        Row {
            id: badge

            anchors.centerIn: parent
            spacing: 0.5 * box.unit

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.sealText
                drawing: "risk"
                height: width
                size: 3 * box.unit
                sourceSize: Qt.size(width, width)
                width: 3 * box.unit
            }

            Text {
                Accessible.ignored: true
                color: Theme.sealText
                font.family: Type.sans
                font.pixelSize: 3 * box.unit
                font.weight: Font.Bold
                text: Words.riskMark(box.risk)
                textFormat: Text.PlainText
            }
        }
    }

    Loader {
        active: box.own && box.target > 0
        anchors.centerIn: parent

        sourceComponent: Touch {
            height: Math.max(box.height, box.target)
            name: [qsTr("第 %1 步").arg(box.step), box.words.replace("\n", " "), box.risk ? Words.risk(box.risk) : ""].filter(word => word).join(" ")
            width: Math.max(box.width, box.target)

            onChosen: box.chosen()
        }
    }
}
