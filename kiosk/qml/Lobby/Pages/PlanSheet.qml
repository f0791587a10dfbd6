pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The plan of one floor on a card, with the way over it and "you are here". A touch on a room chooses it.
Card {
    id: sheet

    required property Rows floors
    required property Rows legs
    required property string floor
    required property string target
    property bool stepFree: false
    property int mark: 0

    signal roomChosen(room: string)

    PlanLook {
        id: look
    }

    Repeater {
        model: sheet.floors

        Loader {
            id: level

            required property string key
            required property string title
            required property bool here
            required property var drawing
            required property var walk
            required property var free
            readonly property bool shown: level.key === sheet.floor

            active: level.shown
            anchors.fill: parent
            anchors.margins: Metrics.u(4)

            sourceComponent: Item {
                Accessible.name: level.here ? qsTr("%1平面图，您在这一层").arg(level.title) : qsTr("%1平面图").arg(level.title)
                Accessible.role: Accessible.Graphic

                FloorPlan {
                    id: plan

                    anchors.fill: parent
                    floor: level.drawing
                    look: look.colours
                    target: sheet.target
                }

                RouteLine {
                    id: way

                    anchors.fill: parent
                    floor: level.drawing
                    look: look.colours
                    points: sheet.stepFree ? level.free : level.walk
                    visible: way.points.length > 1

                    NumberAnimation on progress {
                        duration: Motion.route
                        easing.type: Easing.InOutSine
                        from: Motion.route > 0 ? 0 : 1
                        to: 1
                    }
                }

                HereMark {
                    visible: level.here
                    x: plan.here.x - width / 2
                    y: plan.here.y
                }

                MouseArea {
                    anchors.fill: parent

                    onClicked: mouse => {
                        const room = plan.roomAt(mouse.x, mouse.y);
                        if (room)
                            sheet.roomChosen(room);
                    }
                }

                NumberAnimation on opacity {
                    duration: Motion.page
                    from: Motion.page > 0 ? 0 : 1
                    to: 1
                }
            }
        }
    }
}
