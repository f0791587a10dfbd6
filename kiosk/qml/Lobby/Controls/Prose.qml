import QtQuick
import Lobby.Theme

// Text one reads: sans, wrapped, never cut.
Text {
    color: Theme.ink
    font.features: Type.features(text)
    font.family: Type.sans
    font.pixelSize: Type.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
