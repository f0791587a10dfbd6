pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// Every control in its states, one below the other, under switches for the modes.
Window {
    id: window

    required property real diagonalMm
    required property real bottomMm
    required property bool reducedMotion

    color: Theme.ground
    title: "Openhall gallery"
    visible: false

    Binding {
        property: "diagonalMm"
        target: Metrics
        value: window.diagonalMm
    }

    Binding {
        property: "bottomMm"
        target: Metrics
        value: window.bottomMm
    }

    Binding {
        property: "reduced"
        target: Motion
        value: window.reducedMotion
    }

    Binding {
        property: "screenHeight"
        target: Metrics
        value: window.height
    }

    Binding {
        property: "screenWidth"
        target: Metrics
        value: window.width
    }

    Scroller {
        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Specimens {
            width: parent.width
        }

        RowSpecimens {
            width: parent.width
        }
    }

    Bar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        canRead: true

        onChosen: button => {
            if (button === "larger")
                Type.large = !Type.large;
            else if (button === "contrast")
                Theme.highContrast = !Theme.highContrast;
        }
    }
}
