import QtQuick
import Lobby.Theme

// A sheet a shade lighter than the ground, without a shadow.
Rectangle {
    border.color: Theme.hairline
    border.width: Theme.border
    color: Theme.card
    radius: Metrics.corner
}
