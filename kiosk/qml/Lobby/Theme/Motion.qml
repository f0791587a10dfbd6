pragma Singleton

import QtQuick

// Durations in milliseconds. Motion explains where things come from; nothing needs it to be understood.
QtObject {
    property bool reduced: false

    readonly property int touch: reduced ? 0 : 90
    readonly property int page: reduced ? 0 : 220
    readonly property int scroll: reduced ? 0 : 260
    readonly property int route: reduced ? 0 : 900
    readonly property int drift: 45000
}
