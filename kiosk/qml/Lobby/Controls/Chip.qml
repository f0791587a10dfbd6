import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A small button: a word, perhaps an icon; `checked` where it stands for the choice made.
Touch {
    id: chip

    required property string text
    property string drawing: ""
    property string aside: ""
    property color colour: Theme.ink
    // Room beside the word, both sides together.
    property real side: Metrics.u(48)
    readonly property color words: chip.checked ? Theme.inkText : chip.colour

    checkable: false
    implicitHeight: Math.max(Metrics.button, line.implicitHeight + Metrics.u(20))
    implicitWidth: Math.max(line.implicitWidth + chip.side, Metrics.target)
    name: chip.aside ? `${chip.text} ${chip.aside}` : chip.text

    Rectangle {
        anchors.fill: parent
        border.color: chip.checked ? chip.colour : chip.colour === Theme.ink ? Theme.hairline : chip.colour
        border.width: chip.colour === Theme.ink ? Theme.border : Metrics.u(3)
        color: chip.checked ? chip.colour : chip.pressed ? Theme.pressed : Theme.card
        opacity: chip.enabled ? 1 : 0.45
        radius: chip.corner
    }

    RowLayout {
        id: line

        anchors.centerIn: parent
        opacity: chip.enabled ? 1 : 0.45
        spacing: Metrics.u(12)
        width: Math.min(implicitWidth, chip.width - Metrics.u(24))

        Icon {
            colour: chip.words
            drawing: chip.drawing
            size: Metrics.u(36)
            visible: chip.drawing
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: chip.words
            font.pixelSize: Type.label
            horizontalAlignment: Text.AlignHCenter
            text: chip.text
            visible: text
        }

        Prose {
            Accessible.ignored: true
            color: chip.checked ? Theme.inkText : Theme.quiet
            font.pixelSize: Type.small
            text: chip.aside
            visible: text
        }
    }
}
