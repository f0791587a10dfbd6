pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Models
import Lobby.Theme

// What staff see after the hidden gesture, over whatever a visitor was looking at. The bar below stays, but for the test
// of the glass, which needs all of it.
Item {
    id: sheet

    property Service service: null
    // Height of the bar that stays visible, and of what is left free above.
    property real below: 0
    property real above: 0
    readonly property string shown: sheet.service?.sheet ?? ""

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: sheet.shown === "touch" ? 0 : sheet.below
        color: Theme.ground
    }

    MouseArea {
        anchors.fill: parent
        anchors.bottomMargin: sheet.below
    }

    Loader {
        anchors.fill: parent
        anchors.bottomMargin: sheet.shown === "touch" ? 0 : sheet.below
        anchors.topMargin: sheet.shown === "touch" ? 0 : sheet.above
        sourceComponent: sheet.shown === "pin" ? pin : sheet.shown === "menu" ? menu : sheet.shown === "touch" ? touch : sheet.shown === "sure" ? sure : null
    }

    Component {
        id: pin

        PinSheet {
            service: sheet.service
        }
    }

    Component {
        id: menu

        MenuSheet {
            facts: sheet.service.facts as ServiceFacts
            service: sheet.service
        }
    }

    Component {
        id: touch

        TouchTest {
            onClosed: sheet.service.choose("back")
        }
    }

    Component {
        id: sure

        SureSheet {
            service: sheet.service
        }
    }
}
