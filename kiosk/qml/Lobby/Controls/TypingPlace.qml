import QtQuick
import Lobby.Theme

// What the window knows of the keyboard without loading it: Qt's virtual keyboard comes with the first field for text.
Item {
    property bool english: false
    // The height of the page it stands on.
    property real room: Metrics.screenHeight
    property bool open: false

    // The visit is over: nothing of it stays on the keys.
    signal forget
}
