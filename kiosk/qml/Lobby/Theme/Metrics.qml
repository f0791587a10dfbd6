pragma Singleton

import QtQuick

// Sizes. The grid scales with the narrow side of the screen (1080 units); the millimetres of the glass are the minima.
QtObject {
    // Set once by whoever makes the window.
    property real screenWidth: 1080
    property real screenHeight: 1920
    property real diagonalMm: 812.8
    property real bottomMm: 700
    property bool lowReach: false

    readonly property bool wide: screenWidth > screenHeight
    readonly property real unit: Math.min(screenWidth, screenHeight) / 1080
    readonly property real pixelsPerMm: Math.hypot(screenWidth, screenHeight) / diagonalMm

    // Colle & Hiszem 2004, for people who stand.
    readonly property real target: Math.ceil(20 * pixelsPerMm)
    // EN 301 549: what is essential lies from 380 to 1220 mm above the floor. Where that line is on the glass, in pixels
    // from its top; 0 where all of it can be reached.
    readonly property real reachTop: Math.max(0, screenHeight - Math.max(0, 1220 - bottomMm) * pixelsPerMm)
    // EN 301 549 5.1.4: capitals of 7.3 mm are read at 600 mm. Capitals of the sans are 0.733 of its size.
    readonly property real leastText: 7.3 * pixelsPerMm / 0.733

    readonly property real margin: u(60)
    readonly property real gutter: Math.max(u(22), Math.ceil(pixelsPerMm))
    readonly property real tight: Math.max(u(10), Math.ceil(pixelsPerMm))
    readonly property real corner: u(10)
    readonly property real padding: u(28)
    readonly property real icon: u(44)
    // Height of a row or button with one line of text.
    readonly property real row: Math.max(u(96), target)
    readonly property real button: Math.max(u(84), target)

    function u(units: real): real {
        return Math.round(units * unit);
    }
}
