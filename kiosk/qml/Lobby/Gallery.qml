pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Theme

// Every control in its states, one below the other, under switches for the modes.
Glass {
    id: window

    title: "Openhall gallery"

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
