import QtQuick
import Lobby.Theme

// A page of a chart that is a picture, on paper; loaded while it is near what is in sight.
Rectangle {
    id: sheet

    required property int index
    required property string source
    // Its place in its own pixels.
    required property real atX
    required property real atY
    required property real across
    required property real down
    // Pixels of the glass for one of its own, and whether that stays so for now.
    required property real zoom
    required property bool steady
    // What is in sight of all pages: where it begins, and its size.
    required property rect sight

    readonly property bool near: sheet.y < sheet.sight.y + 2 * sheet.sight.height && sheet.y + sheet.height > sheet.sight.y - sheet.sight.height
    // The part of this page that is in sight.
    readonly property real fromX: Math.max(0, sheet.sight.x - sheet.x)
    readonly property real fromY: Math.max(0, sheet.sight.y - sheet.y)
    readonly property real toX: Math.min(sheet.width, sheet.sight.x + sheet.sight.width - sheet.x)
    readonly property real toY: Math.min(sheet.height, sheet.sight.y + sheet.sight.height - sheet.y)
    // Once it could not be read it is not tried again at each size.
    property bool broken: !sheet.source
    readonly property string words: sheet.broken ? qsTr("这一页没有显示出来，请向工作人员询问") : ""

    Accessible.name: qsTr("第 %1 页").arg(sheet.index + 1)
    Accessible.role: Accessible.Graphic
    border.color: Theme.hairline
    border.width: Theme.border
    color: Theme.card
    height: sheet.down * sheet.zoom
    width: sheet.across * sheet.zoom
    x: sheet.atX * sheet.zoom
    y: sheet.atY * sheet.zoom

    Image {
        id: picture

        property int wanted: 0

        anchors.fill: parent
        anchors.margins: sheet.border.width
        asynchronous: true
        cache: false
        fillMode: Image.Stretch
        retainWhileLoading: true
        smooth: true
        source: sheet.near && !sheet.broken ? sheet.source : ""
        // As many dots as are shown: fine lines would break if the software renderer made them smaller.
        sourceSize.width: picture.wanted

        onStatusChanged: if (picture.status === Image.Error)
            sheet.broken = true

        Binding {
            property: "wanted"
            restoreMode: Binding.RestoreNone
            target: picture
            value: Math.min(sheet.across, Math.ceil(picture.width))
            when: sheet.steady
        }
    }

    // In the middle of what is in sight: on a page much larger than the glass it would else be missed.
    Prose {
        id: said

        color: Theme.quiet
        horizontalAlignment: Text.AlignHCenter
        text: sheet.words
        visible: text
        width: Math.max(0, Math.min(sheet.width, sheet.toX - sheet.fromX) - 2 * Metrics.padding)
        x: sheet.fromX + Metrics.padding
        y: Math.max(0, Math.min(sheet.height - said.height, (sheet.fromY + sheet.toY - said.height) / 2))
    }
}
