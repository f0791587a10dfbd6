pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Plans
import Lobby.Theme

// The plan of one floor on a card, with the way over it and "you are here". A touch on a room chooses it; buttons bring
// it nearer, and two fingers or one may do the same.
Card {
    id: sheet

    required property Rows floors
    required property string floor
    required property string target
    required property RoutePlayer player
    required property list<string> groups
    property bool stepFree: false
    property bool hasWay: false
    // Little room: what explains the plan leaves it to the plan.
    property bool scarce: false
    readonly property PlanLevel level: levels.current
    readonly property FloorPlan plan: sheet.level?.plan ?? null
    readonly property real below: feet.implicitHeight + Metrics.u(40)

    property real zoom: 1
    property point middle: Qt.point(0, 0)

    signal roomChosen(unit: string)
    signal hereWanted

    function lookAt(zoom: real, middle: point) {
        const plan = sheet.plan;
        if (!plan)
            return;
        sheet.zoom = Math.max(1, Math.min(plan.mostZoom, zoom));
        sheet.middle = plan.heldMiddle(middle, sheet.zoom);
    }

    // Nearer to where one looks: to the room one looks for at first.
    function nearer() {
        const aim = sheet.plan?.targetAt();
        const known = sheet.zoom > 1 || !aim || isNaN(aim.x);
        sheet.lookAt(sheet.zoom * 1.7, known ? sheet.centre() : aim);
    }

    function centre(): point {
        return sheet.plan?.movedMiddle(Qt.point(0, 0), Qt.point(0, 0), 1) ?? Qt.point(0, 0);
    }

    function reset() {
        sheet.zoom = 1;
    }

    function showHere() {
        const here = sheet.plan?.hereAt();
        if (here && !isNaN(here.x))
            sheet.lookAt(sheet.zoom, here);
    }

    Connections {
        function onRunningChanged() {
            if (sheet.player.running)
                sheet.reset();
        }

        target: sheet.player
    }

    Item {
        id: view

        anchors.bottom: feet.top
        anchors.bottomMargin: Metrics.u(12)
        anchors.left: parent.left
        anchors.margins: Metrics.u(4)
        anchors.right: parent.right
        anchors.top: parent.top
        clip: true

        Repeater {
            id: levels

            property PlanLevel current: null

            model: sheet.floors

            Item {
                id: level

                required property string key
                required property string title
                required property bool here
                required property var drawing
                required property var walk
                required property var free
                required property var walkLegs
                required property var freeLegs
                required property var groups
                readonly property bool seen: level.key === sheet.floor
                property PlanLevel lent: null

                function show() {
                    if (level.lent)
                        return;
                    const lent = Plans.lend(level);
                    lent.floor = level.drawing;
                    lent.groups = level.groups;
                    lent.here = level.here;
                    lent.title = level.title;
                    lent.done = Qt.binding(() => level.walked());
                    lent.legs = Qt.binding(() => sheet.stepFree ? level.free : level.walk);
                    lent.middle = Qt.binding(() => sheet.middle);
                    lent.target = Qt.binding(() => sheet.target);
                    lent.zoom = Qt.binding(() => sheet.zoom);
                    level.lent = lent;
                    levels.current = lent;
                }

                function giveBack() {
                    const lent = level.lent;
                    level.lent = null;
                    if (lent)
                        Plans.takeBack(lent);
                }

                anchors.fill: parent

                Component.onCompleted: {
                    if (level.seen)
                        level.show();
                }
                Component.onDestruction: level.giveBack()
                onSeenChanged: level.seen ? level.show() : level.giveBack()

                Connections {
                    function onChosen(unit: string) {
                        sheet.roomChosen(unit);
                    }

                    function onLooked(zoom: real, middle: point) {
                        sheet.lookAt(zoom, middle);
                    }

                    function onTouched() {
                        sheet.player.halt();
                    }

                    target: level.lent
                }

                // How many legs on this floor are walked, the last in part.
                function walked(): real {
                    const numbers = sheet.stepFree ? level.freeLegs : level.walkLegs;
                    if (!sheet.player.tracing)
                        return numbers.length;
                    let done = 0;
                    for (let place = 0; place < numbers.length; ++place)
                        done += numbers[place] < sheet.player.leg ? 1 : numbers[place] === sheet.player.leg ? sheet.player.share : 0;
                    return done;
                }
            }
        }
    }

    Column {
        id: feet

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Metrics.u(20)
        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(20)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(20)
        spacing: Metrics.u(16)

        PlanLegend {
            names: sheet.scarce ? [] : sheet.groups
            shown: sheet.scarce ? [] : sheet.level?.groups ?? []
            width: parent.width
        }

        PlanTools {
            canFarther: sheet.zoom > 1
            canNearer: sheet.zoom < (sheet.plan?.mostZoom ?? 1)
            canPlay: sheet.hasWay
            canReset: sheet.zoom > 1 || sheet.player.tracing
            playing: sheet.player.running
            scarce: sheet.scarce
            width: parent.width

            onFarther: sheet.lookAt(sheet.zoom / 1.7, sheet.centre())
            onHalt: sheet.player.halt()
            onHere: sheet.hereWanted()
            onNearer: sheet.nearer()
            onPlay: sheet.player.play()
            onWhole: {
                sheet.reset();
                sheet.player.rest();
            }
        }
    }
}
