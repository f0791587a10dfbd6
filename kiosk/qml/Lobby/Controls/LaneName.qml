import QtQuick
import Lobby.Theme

// Who acts in a lane of a flow chart: at its top, or turned at its left end where the lane lies.
Rectangle {
    id: head

    required property string name
    required property real size
    property bool turned: false

    border.color: Theme.hairline
    border.width: head.size / 12
    color: Theme.bar

    Text {
        Accessible.name: head.name
        Accessible.role: Accessible.StaticText
        anchors.centerIn: parent
        color: Theme.ink
        font.family: Type.sans
        font.pixelSize: Math.round(head.size)
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        height: (head.turned ? parent.width : parent.height) - head.size / 2
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.max(1, Math.round(head.size / 2))
        rotation: head.turned ? -90 : 0
        text: head.name
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        width: (head.turned ? parent.height : parent.width) - head.size
        wrapMode: Text.Wrap
    }
}
