pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// What the office may do and on what steps: powers by category, with the time promised.
Page {
    id: page

    required property PowersFacts facts
    // What the category last asked for means, in a layman's words; nothing until one is.
    property string meaning: ""
    property string asked: ""
    // Whether the categories leave room for a list under them; where they do not, they are asked for and take its place.
    readonly property bool roomy: !page.broad && page.height - header.height - chosenFrom.implicitHeight > Metrics.u(700) * (Type.large ? 1.2 : 1)
    property bool choosing: false

    // Alone on a wide glass, the powers stand on the left and the categories, with what they mean, on the right.
    readonly property bool broad: page.width > Metrics.u(1300)
    readonly property real side: page.broad ? Math.round(page.width * 0.46) : page.width

    half: false
    list: true

    Component.onCompleted: page.jump(page.facts.start)
    onFactsChanged: Qt.callLater(page.mean)

    // What it means, in the language that holds now.
    function mean() {
        page.meaning = "";
        for (let row = 0; row < chips.count; ++row) {
            const chip = chips.itemAt(row) as CategoryChip;
            if (page.asked && chip?.key === page.asked)
                page.meaning = chip.explanation;
        }
    }

    function jump(category: string) {
        for (let row = 0; row < chips.count; ++row) {
            const chip = chips.itemAt(row) as CategoryChip;
            if (chip?.key === category)
                page.open(chip);
        }
    }

    function explanation(title: string): string {
        for (let row = 0; row < chips.count; ++row) {
            const chip = chips.itemAt(row) as CategoryChip;
            if (chip?.text === title)
                return chip.explanation;
        }
        return "";
    }

    function open(chip: CategoryChip) {
        page.asked = chip.key;
        page.meaning = chip.explanation;
        page.choosing = false;
        list.jump(chip.first);
    }

    component CategoryChip: Chip {
        required property string key
        required property string explanation
        required property int count
        required property int first
    }

    PageHeader {
        id: header

        foreign: page.facts.foreign || page.facts.rows.foreign >= 0.5
        over: page
        subtitle: Words.pageDetail("powers", page.facts.rows.count, "")
        title: Words.pageTitle("powers")
        width: page.side

        Chip {
            checked: page.choosing
            text: qsTr("按类别找")
            visible: !page.roomy && !page.broad && page.facts.categories.count > 1

            onChosen: page.choosing = !page.choosing
        }
    }

    Item {
        id: categories

        anchors.left: parent.left
        anchors.margins: Metrics.margin
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.topMargin: 0
        height: page.roomy ? chosenFrom.implicitHeight : 0
    }

    Scroller {
        above: 0
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        visible: page.choosing && !page.roomy && !page.broad

        Item {
            id: wholePage

            height: chosenFrom.implicitHeight
            width: parent.width
        }
    }

    Flow {
        id: chosenFrom

        parent: page.roomy ? categories : wholePage
        spacing: Metrics.tight
        width: parent.width

        Repeater {
            id: chips

            model: page.facts.categories

            CategoryChip {
                id: chip

                required property string title

                aside: chip.count
                text: chip.title
                width: Math.min(implicitWidth, chosenFrom.width)

                onChosen: page.open(chip)
            }
        }
    }

    Prose {
        id: meaning

        anchors.left: parent.left
        anchors.margins: Metrics.margin
        anchors.right: parent.right
        anchors.top: categories.bottom
        anchors.topMargin: Metrics.u(12)
        text: page.meaning
        visible: page.roomy && text !== ""
    }

    ListPane {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: meaning.visible ? meaning.bottom : categories.bottom
        anchors.topMargin: Metrics.u(8)
        chosenKey: page.beside
        covered: header.foreign
        // Where the categories stand above, they say it themselves when they are touched.
        explain: heading => page.roomy || page.broad ? "" : page.explanation(heading)
        page: page.depth
        rows: page.facts.rows
        visible: page.roomy || page.broad || !page.choosing
        width: page.side
    }

    Loader {
        active: page.broad
        anchors.bottom: parent.bottom
        anchors.left: list.right
        anchors.right: parent.right
        anchors.top: parent.top

        sourceComponent: Scroller {
            spacing: Metrics.tight

            SectionHead {
                text: qsTr("按类别找")
                width: parent.width
            }

            Repeater {
                model: page.facts.categories

                RowButton {
                    required property string explanation
                    required property int count
                    required property int first

                    aside: count
                    detail: explanation
                    width: parent?.width ?? 0

                    onChosen: list.jump(first)
                }
            }
        }
    }

    Empty {
        anchors.centerIn: parent
        hint: qsTr("请向工作人员询问。")
        text: qsTr("还没有公开的权力事项")
        visible: page.facts.rows.count === 0
        width: parent.width - 2 * Metrics.margin
    }
}
