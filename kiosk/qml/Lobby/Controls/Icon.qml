import QtQuick
import Lobby.Theme

// One drawing of the family, in the colour of the words beside it.
Image {
    id: icon

    required property string drawing
    property color colour: Theme.ink
    property real size: Metrics.icon

    height: icon.size
    source: icon.drawing ? `image://icon/${icon.drawing}/${icon.colour.toString().slice(1)}` : ""
    sourceSize: Qt.size(icon.size, icon.size)
    width: icon.size

    Accessible.ignored: true
}
