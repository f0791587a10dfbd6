import QtQuick
import Lobby.Theme

// A window as large as the glass: measures and motion follow how the glass is set up.
Window {
    id: glass

    // The diagonal, how high above the floor the glass ends, and whether things stand still on it.
    required property real diagonalMm
    required property real bottomMm
    required property bool reducedMotion

    color: Theme.ground
    visible: false

    Binding {
        property: "diagonalMm"
        target: Metrics
        value: glass.diagonalMm
    }

    Binding {
        property: "bottomMm"
        target: Metrics
        value: glass.bottomMm
    }

    Binding {
        property: "screenHeight"
        target: Metrics
        value: glass.height
    }

    Binding {
        property: "screenWidth"
        target: Metrics
        value: glass.width
    }

    Binding {
        property: "reduced"
        target: Motion
        value: glass.reducedMotion
    }
}
