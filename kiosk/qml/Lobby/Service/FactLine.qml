import QtQuick
import Lobby.Controls
import Lobby.Theme

// One line of Facts: label and value, in large letters one above the other.
Grid {
    id: line

    required property string label
    required property string value
    property string nothing: ""
    readonly property real labelWidth: line.columns > 1 ? Math.floor(line.width * 0.3) : line.width

    columnSpacing: Metrics.u(24)
    columns: Type.large ? 1 : 2
    rowSpacing: 0

    Prose {
        color: Theme.quiet
        font.pixelSize: Type.small
        text: line.label
        width: line.labelWidth
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }

    Prose {
        font.pixelSize: Type.small
        text: line.value || line.nothing
        width: line.columns > 1 ? line.width - line.labelWidth - line.columnSpacing : line.width
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
