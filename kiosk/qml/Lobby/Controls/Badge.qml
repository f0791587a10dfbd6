import QtQuick
import Lobby.Theme

// A small word on a pill: filled or outlined.
Rectangle {
    id: badge

    required property string text
    property bool filled: false
    // The word is part of what the thing around it says of itself.
    property bool mute: false
    property int size: Type.small
    property color colour: Theme.jade
    property color textColour: Theme.jadeText

    border.color: badge.colour
    border.width: Metrics.u(2)
    color: badge.filled ? badge.colour : "transparent"
    implicitHeight: words.implicitHeight + Metrics.u(6)
    implicitWidth: words.implicitWidth + Metrics.u(24)
    radius: Math.min(height / 2, Metrics.u(24))

    Prose {
        id: words

        Accessible.ignored: badge.mute
        anchors.centerIn: parent
        color: badge.filled ? badge.textColour : badge.colour
        font.pixelSize: badge.size
        horizontalAlignment: Text.AlignHCenter
        text: badge.text
        width: Math.min(implicitWidth, badge.width - Metrics.u(24))
    }
}
