import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Theme

// A QR code large enough for any telephone, over the page; what it says stands beside it. Only an address needs
// a network.
Item {
    id: sheet

    required property string title
    // What the codes say: a long text is parted into several, to be scanned one after the other.
    required property list<string> codes
    property int place: 0
    readonly property bool several: sheet.codes.length > 1
    readonly property string code: sheet.codes[Math.min(sheet.place, sheet.codes.length - 1)]

    // In large letters on a low sheet the code needs the room of what would explain it.
    readonly property bool terse: !Metrics.wide && Type.large && sheet.height < Metrics.u(1200)
    // How high a code may be above its words where the sheet is low and they are large.
    readonly property real room: Metrics.wide ? Infinity : sheet.height - words.implicitHeight - parts.rowSpacing - 2 * Metrics.u(24)

    signal closed

    Rectangle {
        anchors.fill: parent
        color: Theme.night
        opacity: 0.62
    }

    MouseArea {
        anchors.fill: parent
        onClicked: sheet.closed()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: Math.min(parent.height, parts.implicitHeight + 2 * Metrics.u(48))

        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        MouseArea {
            anchors.fill: parent
        }

        GridLayout {
            id: parts

            anchors.left: parent.left
            anchors.leftMargin: Metrics.margin
            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            anchors.verticalCenter: parent.verticalCenter
            columnSpacing: Metrics.u(48)
            columns: Metrics.wide ? 2 : 1
            rowSpacing: Metrics.u(20)

            QrCode {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: width
                Layout.preferredWidth: Math.min(Metrics.u(560), sheet.height * (Metrics.wide ? 0.8 : 0.42), sheet.room)
                text: sheet.code
            }

            ColumnLayout {
                id: words

                Layout.fillWidth: true
                spacing: Metrics.u(20)

                Heading {
                    Layout.fillWidth: true
                    text: sheet.title
                }

                ChineseMark {
                    colour: Theme.quiet
                    needed: Words.foreign(sheet.title)
                    over: sheet
                }

                Prose {
                    Layout.fillWidth: true
                    color: Theme.quiet
                    visible: !sheet.terse
                    text: /^https?:/i.test(sheet.code) ? qsTr("用手机相机或微信扫一扫，在手机上打开网址。") : qsTr("用手机相机或微信扫一扫，内容直接显示，不用联网。")
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Metrics.gutter
                    visible: sheet.several

                    Chip {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        drawing: "left"
                        enabled: sheet.place > 0
                        text: qsTr("上一个码")

                        onChosen: --sheet.place
                    }

                    Prose {
                        Accessible.name: qsTr("第 %1 个码，共 %2 个").arg(sheet.place + 1).arg(sheet.codes.length)
                        color: Theme.quiet
                        font.pixelSize: Type.label
                        text: `${sheet.place + 1} / ${sheet.codes.length}`
                    }

                    Chip {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        colour: Theme.jade
                        drawing: "right"
                        enabled: sheet.place < sheet.codes.length - 1
                        text: qsTr("下一个码")

                        onChosen: ++sheet.place
                    }
                }

                Chip {
                    Layout.fillWidth: true
                    drawing: "close"
                    text: qsTr("关闭")

                    onChosen: sheet.closed()
                }
            }
        }
    }
}
