import QtQuick
import Lobby.Theme

// Text that names what follows: a heavy Song face.
Text {
    color: Theme.ink
    font.features: Type.features(text)
    font.family: Type.serif
    font.pixelSize: Type.heading
    font.weight: Font.Bold
    lineHeight: 0.94
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.role: Accessible.Heading
    Accessible.name: text
}
