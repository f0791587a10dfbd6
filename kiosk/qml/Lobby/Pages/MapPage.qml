pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The house floor by floor; with a room, the way there: drawn on the plan, and told leg by leg.
Page {
    id: page

    required property MapFacts facts
    property bool stepFree: false
    property string floor: page.facts.floor
    readonly property Rows legs: page.stepFree ? page.facts.freeLegs : page.facts.legs
    readonly property list<string> legFloors: page.stepFree ? page.facts.freeLegFloors : page.facts.legFloors
    readonly property int minutes: page.stepFree ? page.facts.freeMinutes : page.facts.minutes
    readonly property int metres: page.stepFree ? page.facts.freeMetres : page.facts.metres

    readonly property real planHeight: (page.width - 2 * Metrics.margin) * page.facts.aspect + Metrics.u(40)
    // The height for the plan's card. On a low page plan and floors end together where the first screen does, so that no
    // button is cut in two.
    readonly property real planRoom: page.low ? page.height - header.height - Metrics.button - Metrics.u(32) - floors.height - 3 * Metrics.tight : page.height * 0.5
    // The floors of a high house would leave no room for the legs: they move with them, after them where there are any.
    readonly property bool high: page.facts.floors.count > 12
    readonly property bool low: !Metrics.wide && page.height < Metrics.u(1300) * (Type.large ? 1.4 : 1)

    function title(): string {
        if (page.facts.title)
            return page.facts.title;
        if (page.facts.room)
            return Words.room(page.facts.room);
        return page.facts.unit ? Words.unit(page.facts.kind) : Words.pageTitle("map");
    }

    function subtitle(): string {
        if (!page.facts.room && !page.facts.unit)
            return qsTr("点图上的房间，就告诉您怎么走");
        if (!page.facts.unit)
            return [Words.room(page.facts.room), qsTr("图上还没有这个房间，请向工作人员询问")].join(" · ");
        const place = page.facts.room ? Words.place(page.facts.floorName, page.facts.room) : page.facts.floorName;
        if (page.legs.count === 0)
            return [place, page.stepFree && page.facts.legs.count > 0 ? qsTr("没有不走楼梯的路线") : "", qsTr("图上红色的就是")].filter(Boolean).join(" · ");
        const told = [place, qsTr("步行约 %n 分钟", "", page.minutes), qsTr("%n 米", "", page.metres)];
        return told.map(part => part.replace(/ /g, "\u00a0")).join(" · ");
    }

    // The leg that begins on a floor, and the floor a leg begins on, are shown together.
    function showFloor(key: string) {
        page.floor = key;
        player.rest();
        player.leg = Math.max(0, page.legFloors.indexOf(key));
    }

    // The way walks itself once; without motion the floor one wants to get to shows at once.
    function begin() {
        page.showFloor(page.facts.floor);
        if (Motion.route > 0 && page.legs.count > 0)
            player.play();
    }

    Component.onCompleted: page.begin()
    // In another language, or from a newer edition, the floor one looks at stays where there still is one.
    onFactsChanged: if (page.facts.floors.placeOf(page.floor) < 0)
        page.begin()
    onStepFreeChanged: page.begin()

    RoutePlayer {
        id: player

        metres: page.stepFree ? page.facts.freeLegMetres : page.facts.legMetres

        onLegChanged: page.follow()
        onTracingChanged: page.follow()
    }

    function follow() {
        const floor = page.legFloors[player.leg];
        if (player.tracing && floor)
            page.floor = floor;
    }

    PageHeader {
        id: header

        foreign: page.facts.foreign
        over: page
        subtitle: page.subtitle()
        title: page.title()
        width: parent.width

        Chip {
            checkable: true
            checked: page.stepFree
            colour: Theme.jade
            corner: height / 2
            drawing: page.stepFree ? "check" : "stepfree"
            text: qsTr("不走楼梯")
            visible: page.facts.legs.count > 0 || page.facts.freeLegs.count > 0

            onChosen: page.stepFree = !page.stepFree
        }
    }

    Component {
        id: plan

        PlanSheet {
            id: drawing

            floor: page.floor
            floors: page.facts.floors
            groups: page.facts.groups
            hasWay: page.legs.count > 0
            implicitHeight: Metrics.wide ? page.height - header.height - Metrics.u(32) : drawing.below + Math.max(Metrics.u(240), Math.min(page.planRoom - drawing.below, page.planHeight))
            player: player
            scarce: page.low && page.height < Metrics.u(1200) || Metrics.wide && Type.large
            stepFree: page.stepFree
            target: page.facts.unit

            onHereWanted: {
                page.showFloor(page.facts.hereFloor);
                drawing.showHere();
            }
            onRoomChosen: unit => Navigation.pageWanted("map", unit, page.depth - 1)
        }
    }

    Component {
        id: storeys

        FloorPicker {
            current: page.floor
            floors: page.facts.floors
            stepFree: page.stepFree

            onChosen: key => page.showFloor(key)
        }
    }

    // The plan and the floors stay in sight; only on a low page they move with the legs, and the floors of a high house.
    Loader {
        id: sheet

        active: !page.low
        anchors.left: Metrics.wide ? told.right : parent.left
        anchors.leftMargin: Metrics.wide ? Metrics.u(40) : Metrics.margin
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        anchors.top: header.bottom
        sourceComponent: plan
    }

    Item {
        id: told

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: Metrics.wide || page.low ? header.bottom : sheet.bottom
        anchors.topMargin: Metrics.wide || page.low ? 0 : Metrics.gutter
        width: Metrics.wide ? parent.width * 0.4 : parent.width

        Loader {
            id: picker

            active: !page.low && !page.high
            anchors.left: parent.left
            anchors.leftMargin: Metrics.margin
            anchors.right: parent.right
            anchors.rightMargin: Metrics.wide ? 0 : Metrics.margin
            sourceComponent: storeys
        }

        Scroller {
            id: below

            above: page.low ? 0 : Metrics.gutter
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: Metrics.wide ? -Metrics.margin : 0
            anchors.top: picker.bottom
            spacing: Metrics.tight

            Loader {
                active: page.low
                sourceComponent: plan
                visible: active
                width: parent.width
            }

            Loader {
                id: floors

                active: page.high ? page.legs.count === 0 : page.low
                sourceComponent: storeys
                visible: active
                width: parent.width
            }

            Repeater {
                id: cards

                model: page.legs

                LegCard {
                    required property int index

                    current: player.leg === index
                    number: index + 1
                    width: parent?.width ?? 0

                    onChosen: player.playLeg(index)
                }
            }

            Loader {
                active: page.high && page.legs.count > 0
                sourceComponent: storeys
                visible: active
                width: parent.width
            }

            TakeAlong {
                code: page.stepFree ? page.facts.freeTakeAlong : page.facts.takeAlong
                title: qsTr("扫码带走路线")
                width: parent.width
            }

            LinkList {
                depth: page.depth
                rows: page.facts.occupants
                title: qsTr("在这个房间")
                width: parent.width
            }

            Repeater {
                model: page.facts.room ? null : page.facts.rooms.under(page.floor)

                LinkRow {
                    page: page.depth
                    width: parent?.width ?? 0
                }
            }

            Empty {
                drawing: "pin"
                hint: qsTr("点上面的楼层，换一层看。")
                text: qsTr("选一个房间")
                visible: !page.facts.room && page.facts.rooms.count === 0
                width: parent.width
            }
        }
    }
}
