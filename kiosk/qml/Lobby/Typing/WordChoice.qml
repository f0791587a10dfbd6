import QtQuick
import Lobby.Controls
import Lobby.Theme

// One of the words that the letters typed so far may mean.
Touch {
    id: choice

    required property string display
    required property int index
    readonly property bool first: choice.index === 0

    implicitHeight: Math.max(Metrics.button, Metrics.target)
    implicitWidth: Math.max(words.implicitWidth + Metrics.u(44), Metrics.target)
    activeFocusOnTab: false
    name: choice.display

    Rectangle {
        anchors.fill: parent
        border.color: choice.first ? Theme.jade : Theme.hairline
        border.width: choice.first ? Metrics.u(4) : Theme.border
        color: choice.pressed ? Theme.pressed : choice.first ? Theme.jadeWash : Theme.card
        radius: Metrics.corner
    }

    Prose {
        id: words

        Accessible.ignored: true
        anchors.centerIn: parent
        font.pixelSize: Math.min(Type.section, choice.height * 0.5)
        text: choice.display
        wrapMode: Text.NoWrap
    }
}
