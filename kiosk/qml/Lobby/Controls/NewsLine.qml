import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// One item of the bulletin on the night board: what it is, and its text in full.
RowLayout {
    id: line

    required property string text
    required property bool disclosed
    property string source: ""
    property int size: Metrics.wide ? Type.label : Type.body

    spacing: Metrics.u(20)

    Accessible.role: Accessible.StaticText
    Accessible.name: line.text
    Accessible.description: kind.text

    Badge {
        id: kind

        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Math.max(implicitWidth, Metrics.u(146) * (Type.large ? 1.67 : 1))
        Layout.topMargin: Math.max(0, (words.font.pixelSize * 1.4 - height) / 2)
        colour: Theme.amber
        filled: line.disclosed
        mute: true
        textColour: Theme.night
        text: line.disclosed ? qsTr("政府信息") : qsTr("新闻")
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Metrics.u(4)

        Prose {
            id: words

            Accessible.ignored: true
            Layout.fillWidth: true
            color: Theme.nightText
            font.pixelSize: line.size
            text: line.text
        }

        Prose {
            Accessible.ignored: true
            Layout.fillWidth: true
            color: Theme.nightQuiet
            font.pixelSize: Type.small
            text: line.source
            visible: text
        }
    }
}
