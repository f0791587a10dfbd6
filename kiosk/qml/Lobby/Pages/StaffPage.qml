pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// Who is who: the leaders with what each is in charge of, everybody office by office, the leading groups.
Page {
    id: page

    required property StaffFacts facts

    choices: page.tab === "leaders" ? page.facts.leaders : page.tab === "people" ? page.facts.people : page.facts.groups
    list: true
    property string tab: page.facts.tab
    readonly property list<string> tabs: ["leaders", "people", "groups"]

    PageHeader {
        id: header

        foreign: page.choices.foreign >= 0.5
        over: page
        title: Words.pageTitle("staff")
        width: parent.width
    }

    ChipRow {
        id: tabs

        anchors.left: parent.left
        anchors.margins: Metrics.margin
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.topMargin: 0
        asides: [page.facts.leaders.count, page.facts.people.count, page.facts.groups.count]
        current: page.tabs.indexOf(page.tab)
        texts: [qsTr("厅领导"), qsTr("各处室"), qsTr("领导小组")]

        onChosen: index => page.tab = page.tabs[index]
    }

    Scroller {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tabs.bottom
        visible: page.tab === "leaders"

        Repeater {
            model: page.facts.leaders

            LeaderCard {
                covered: header.foreign
                page: page.depth
                width: parent?.width ?? 0
            }
        }
    }

    ListPane {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tabs.bottom
        anchors.topMargin: Metrics.u(page.tab === "people" ? 12 : 28)
        chosenKey: page.beside
        covered: header.foreign
        page: page.depth
        rows: page.tab === "people" ? page.facts.people : page.facts.groups
        section: page.tab === "people" ? "section" : ""
        visible: page.tab !== "leaders"
    }
}
