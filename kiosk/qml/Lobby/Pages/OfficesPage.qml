pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models

// Every office: as a tree by section, or from A to Z.
Page {
    id: page

    required property OfficesFacts facts

    choices: page.lettered ? page.facts.letters : page.facts.tree
    list: true
    property bool lettered: false

    PageHeader {
        id: header

        foreign: page.choices.foreign >= 0.5
        over: page
        subtitle: Words.pageDetail("offices", page.facts.tree.count, "")
        title: Words.pageTitle("offices")
        width: parent.width

        Chip {
            drawing: page.lettered ? "tree" : "letters"
            text: page.lettered ? qsTr("按机构") : "A–Z"
            visible: page.facts.letters.count > 0

            onChosen: page.lettered = !page.lettered
        }
    }

    ListPane {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        chosenKey: page.beside
        covered: header.foreign
        page: page.depth
        rows: page.choices
        section: page.lettered ? "initial" : "section"
    }
}
