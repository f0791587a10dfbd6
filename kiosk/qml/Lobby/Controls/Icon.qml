import QtQuick
import Lobby.Theme

// One drawing of the family, in the colour of the words beside it.
Image {
    id: icon

    required property string drawing
    property color colour: Theme.ink
    property real size: Metrics.icon
    // Beside large words, larger.
    readonly property real drawn: Math.round(icon.size * (Type.large ? 1.35 : 1))

    height: icon.drawn
    source: icon.drawing ? `image://icon/${icon.drawing}/${icon.colour.toString().slice(1)}` : ""
    sourceSize: Qt.size(icon.drawn, icon.drawn)
    width: icon.drawn

    Accessible.ignored: true
}
