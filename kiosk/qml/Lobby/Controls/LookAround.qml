pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// Something larger than its place, to look around in: with buttons, or with two fingers.
Item {
    id: around

    required property string name
    // Its size in units of its own, and pixels a unit: all of it, as it first shows, the largest.
    required property real across
    required property real down
    required property real whole
    required property real comfortable
    required property real largest
    // Without its buttons, while something else needs the room.
    property bool bare: false
    // Whether a touch comes nearer.
    property bool nearer: false
    property real wanted: 0

    default property alias content: place.data
    readonly property real edge: Metrics.u(20)
    readonly property real zoom: Math.max(around.whole, Math.min(around.largest, around.wanted > 0 ? around.wanted : around.comfortable))
    readonly property bool moving: fingers.active
    readonly property real viewWidth: view.width
    readonly property real viewHeight: view.height
    // How much of it, in pixels, lies above what is in sight, and left of it.
    readonly property real above: view.contentY - place.y
    readonly property real aside: view.contentX - place.x
    readonly property bool wider: view.contentWidth > view.width + 1
    // Whether all buttons do not fit one row.
    readonly property bool crowded: around.width < (around.wider ? 7 : 5) * Metrics.u(170) * (Type.large ? 1.4 : 1)

    // Shows it at a size, around the place (in pixels of the view) that is to stay where it is.
    function resize(zoom: real, x: real, y: real) {
        const before = around.zoom;
        const atX = (view.contentX + x - place.x) / before;
        const atY = (view.contentY + y - place.y) / before;
        around.wanted = Math.max(around.whole, Math.min(around.largest, zoom));
        view.contentX = Math.max(0, Math.min(view.contentWidth - view.width, atX * around.zoom + place.x - x));
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, atY * around.zoom + place.y - y));
    }

    // Brings a place of it, in its units, to the middle.
    function bring(x: real, y: real) {
        sideways.to = Math.max(0, Math.min(view.contentWidth - view.width, x * around.zoom + place.x - view.width / 2));
        slide.to = Math.max(0, Math.min(view.contentHeight - view.height, y * around.zoom + place.y - view.height / 2));
        sideways.restart();
        slide.restart();
    }

    PinchHandler {
        id: fingers

        property real begun: 1

        target: null

        onActiveChanged: fingers.begun = around.zoom
        onActiveScaleChanged: if (fingers.active)
            around.resize(fingers.begun * fingers.activeScale, fingers.centroid.position.x, fingers.centroid.position.y)
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

        anchors.bottom: around.bare ? parent.bottom : buttons.top
        anchors.bottomMargin: around.bare ? 0 : Metrics.gutter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, around.down * around.zoom + 2 * around.edge)
        contentWidth: Math.max(width, around.across * around.zoom + 2 * around.edge)

        Accessible.name: around.name
        Accessible.role: Accessible.Graphic

        MouseArea {
            enabled: around.nearer
            height: view.contentHeight
            width: view.contentWidth

            onClicked: mouse => around.resize(around.comfortable, mouse.x - view.contentX, mouse.y - view.contentY)
        }

        Item {
            id: place

            height: around.down * around.zoom
            visible: view.width > 2 * around.edge
            width: around.across * around.zoom
            x: Math.max(around.edge, (view.contentWidth - width) / 2)
            y: around.edge
        }
    }

    GridLayout {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        columnSpacing: Metrics.tight
        columns: around.crowded ? 3 : 4
        rowSpacing: Metrics.tight
        visible: !around.bare

        Chip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "minus"
            enabled: around.zoom > around.whole * 1.01
            text: qsTr("缩小")

            onChosen: around.resize(around.zoom / 1.4, view.width / 2, view.height / 2)
        }

        Chip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "plus"
            enabled: around.zoom < around.largest * 0.99
            text: qsTr("放大")

            onChosen: around.resize(around.zoom * 1.4, view.width / 2, view.height / 2)
        }

        Chip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            drawing: "whole"
            enabled: around.zoom > around.whole * 1.01
            text: qsTr("全图")

            onChosen: around.resize(around.whole, 0, 0)
        }

        RowLayout {
            Layout.columnSpan: around.crowded ? 3 : 1
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
                    visible: !mover.flat || around.wider

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
