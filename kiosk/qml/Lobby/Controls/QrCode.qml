import QtQuick
import Lobby.Theme

// A QR code, always dark on white, drawn in whole pixels.
Rectangle {
    id: code

    required property string text

    color: "#FFFFFF"
    radius: Metrics.u(4)

    Accessible.ignored: true

    Image {
        anchors.centerIn: parent
        cache: false
        fillMode: Image.Pad
        smooth: false
        source: code.text ? `image://qr/${encodeURIComponent(code.text)}` : ""
        sourceSize.width: Math.floor(Math.min(code.width, code.height))
    }
}
