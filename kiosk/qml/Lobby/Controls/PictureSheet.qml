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
    // How much of all pages lies above what is in sight, and how high that is.
    required property real above
    required property real sight

    readonly property bool near: sheet.y < sheet.above + 2 * sheet.sight && sheet.y + sheet.height > sheet.above - sheet.sight
    readonly property string words: picture.status === Image.Error || !sheet.source ? qsTr("这一页没有显示出来，请向工作人员询问") : ""

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
        source: sheet.near ? sheet.source : ""
        // As many dots as are shown: fine lines would break if the software renderer made them smaller.
        sourceSize.width: picture.wanted

        Binding {
            property: "wanted"
            restoreMode: Binding.RestoreNone
            target: picture
            value: Math.min(sheet.across, Math.ceil(picture.width))
            when: sheet.steady
        }
    }

    Prose {
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        text: sheet.words
        visible: text
        width: parent.width - 2 * Metrics.padding
    }
}
