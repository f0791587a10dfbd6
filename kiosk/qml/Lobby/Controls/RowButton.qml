import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// A row that opens something: its title, a quieter line, a word at the end.
Touch {
    id: row

    required property string title
    property string detail: ""
    property string aside: ""
    property string drawing: ""
    // A mark above speaks for this row too.
    property bool covered: false
    property int depth: 0
    property bool current: false
    // Rich text of the title with the matched part marked; empty where nothing is marked.
    property string marked: ""
    // On a narrow row a long word at the end moves under the title.
    readonly property bool stacked: row.aside.length > 6 && row.width < Metrics.u(820) * (Type.large ? 1.4 : 1)

    hint: Words.told([row.detail, row.aside, mark.visible ? mark.text : ""])
    implicitHeight: Math.max(Metrics.row, line.implicitHeight + Metrics.u(28))
    name: row.title

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: row.depth * Metrics.u(44)
        border.color: row.current ? Theme.jade : Theme.hairline
        border.width: row.current ? Metrics.u(4) : Theme.border
        color: row.pressed ? Theme.pressed : row.current ? Theme.jadeWash : Theme.card
        radius: Metrics.corner
    }

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.leftMargin: Metrics.padding + row.depth * Metrics.u(44)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(18)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(20)

        Icon {
            colour: Theme.seal
            drawing: row.drawing
            size: Metrics.u(44)
            visible: row.drawing
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Prose {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.pixelSize: Type.body
                text: row.marked || row.title
                textFormat: row.marked ? Text.StyledText : Text.PlainText
            }

            Prose {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Theme.quiet
                elide: Text.ElideRight
                font.pixelSize: Type.small
                maximumLineCount: 2
                text: row.stacked ? [row.aside, row.detail].filter(word => word).join(" · ") : row.detail
                visible: text
            }
        }

        ChineseMark {
            id: mark

            colour: Theme.quiet
            mute: true
            needed: !row.covered && Words.foreign(row.title + row.detail + row.aside)
            over: row
        }

        Prose {
            Accessible.ignored: true
            Layout.maximumWidth: row.width * 0.34
            color: Theme.quiet
            font.pixelSize: Type.label
            horizontalAlignment: Text.AlignRight
            text: row.aside
            visible: text && !row.stacked
        }

        Icon {
            colour: Theme.chevron
            drawing: "right"
            size: Metrics.u(32)
        }
    }
}
