import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// One floor as it is seen, the way over it, and where one stands. While fingers move it the painting is only shifted and
// stretched; when they let go it is painted anew, crisp.
Item {
    id: level

    required property var floor
    required property string title
    required property string target
    required property bool here
    required property var legs
    required property var groups
    required property real done
    required property real zoom
    required property point middle
    readonly property FloorPlan plan: painting
    // How far a finger can move it before it is painted anew.
    readonly property real bleed: level.zoom > 1 ? Math.round(Math.min(level.width, level.height) * 0.4) : 0

    // What the fingers did since the last painting.
    property point shift: Qt.point(0, 0)
    property real stretch: 1
    property point grip: Qt.point(0, 0)
    property point settled: Qt.point(0, 0)

    signal chosen(unit: string)
    signal looked(zoom: real, middle: point)
    signal touched

    function settle() {
        if (level.stretch === 1 && level.shift.x === 0 && level.shift.y === 0)
            return;
        const zoom = Math.max(1, Math.min(painting.mostZoom, level.zoom * level.stretch));
        const middle = painting.movedMiddle(level.grip, level.shift, zoom / level.zoom);
        level.shift = Qt.point(0, 0);
        level.stretch = 1;
        level.looked(zoom, middle);
    }

    // Comes into sight.
    function arrive() {
        appear.restart();
    }

    // Becomes what it was when it was made; see Plans.
    function clear() {
        appear.complete();
        level.zoom = 1;
        level.middle = Qt.point(0, 0);
        level.shift = Qt.point(0, 0);
        level.grip = Qt.point(0, 0);
        level.settled = Qt.point(0, 0);
        level.stretch = 1;
        level.legs = [];
        level.groups = [];
        level.done = 0;
        level.target = "";
        level.title = "";
        level.here = false;
        level.floor = null;
        painting.clear();
    }

    Accessible.name: level.here ? qsTr("%1平面图，您在这一层").arg(level.title) : qsTr("%1平面图").arg(level.title)
    Accessible.role: Accessible.Graphic

    PlanLook {
        id: look
    }

    Item {
        id: stage

        height: level.height + 2 * level.bleed
        width: level.width + 2 * level.bleed
        x: level.shift.x - level.bleed
        y: level.shift.y - level.bleed

        transform: Scale {
            origin.x: level.grip.x
            origin.y: level.grip.y
            xScale: level.stretch
            yScale: level.stretch
        }

        FloorPlan {
            id: painting

            anchors.fill: parent
            bleed: level.bleed
            look: look.colours
            middle: level.middle
            target: level.target
            ways: level.legs
            zoom: level.zoom
        }

        // Python takes floors only, and no null.
        Binding {
            property: "floor"
            restoreMode: Binding.RestoreNone
            target: painting
            value: level.floor
            when: level.floor !== null
        }

        RouteLine {
            id: way

            done: level.done
            height: way.box.height
            legs: level.legs
            plan: painting
            visible: level.legs.length > 0
            width: way.box.width
            x: way.box.x
            y: way.box.y
        }

        HereMark {
            above: painting.here.y + height > level.height + level.bleed
            visible: level.here
            x: painting.here.x - width / 2
            y: painting.here.y
        }
    }

    PinchHandler {
        id: pinch

        target: null

        onActiveChanged: {
            if (active) {
                level.touched();
                level.grip = Qt.point(centroid.position.x + level.bleed, centroid.position.y + level.bleed);
            } else {
                level.settle();
            }
        }
        onScaleChanged: level.stretch = Math.max(1 / level.zoom * 0.8, Math.min(painting.mostZoom / level.zoom, activeScale))
        onTranslationChanged: level.shift = Qt.point(activeTranslation.x, activeTranslation.y)
    }

    DragHandler {
        id: drag

        enabled: level.zoom > 1
        target: null

        onActiveChanged: {
            level.settled = Qt.point(0, 0);
            if (active)
                level.touched();
            else
                level.settle();
        }
        onTranslationChanged: {
            if (!active)
                return;
            level.shift = Qt.point(activeTranslation.x - level.settled.x, activeTranslation.y - level.settled.y);
            if (Math.max(Math.abs(level.shift.x), Math.abs(level.shift.y)) > level.bleed) {
                level.settled = Qt.point(activeTranslation.x, activeTranslation.y);
                level.settle();
            }
        }
    }

    TapHandler {
        onTapped: point => {
            const unit = painting.unitAt(point.position.x + level.bleed, point.position.y + level.bleed);
            if (unit)
                level.chosen(unit);
        }
    }

    NumberAnimation {
        id: appear

        duration: Motion.page
        from: Motion.page > 0 ? 0 : 1
        property: "opacity"
        target: level
        to: 1
    }
}
