pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Plans
import Lobby.Theme

// The plan of this floor with where one stands and the ways out, the nearest one largest.
Item {
    id: sheet

    required property var floor
    required property list<var> exits

    PlanLook {
        id: look
    }

    FloorPlan {
        id: plan

        anchors.fill: parent
        floor: sheet.floor
        look: look.colours
    }

    HereMark {
        x: plan.here.x - width / 2
        y: plan.here.y
    }

    Repeater {
        model: sheet.exits

        Rectangle {
            id: exit

            required property list<real> modelData
            required property int index
            readonly property point place: plan.width > 0 ? plan.pixel(exit.modelData) : Qt.point(0, 0)

            color: Theme.jade
            height: width
            radius: Metrics.corner
            width: Metrics.u(exit.index === 0 ? 84 : 56)
            x: exit.place.x - width / 2
            y: exit.place.y - height / 2

            Icon {
                anchors.centerIn: parent
                colour: Theme.jadeText
                drawing: "exit"
                size: parent.width * 0.66
            }
        }
    }
}
