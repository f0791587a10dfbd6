pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models

// One person: where they sit, what they do, what they are in charge of.
Page {
    id: page

    required property PersonFacts facts

    aside: true

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            side: 0
            subtitle: page.facts.posts.join(qsTr("、"))
            title: page.facts.name
            width: parent.width
        }

        AnswerCard {
            drawn: page.facts.drawn
            floor: page.facts.floor
            room: page.facts.room
            telephone: page.facts.telephone
            width: parent.width

            onWayWanted: Navigation.pageWanted("map", page.facts.room, page.depth)
        }

        Numbered {
            sentences: page.facts.leads ? [page.facts.leads] : []
            title: qsTr("分工")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.charges
            title: qsTr("分管处室")
            width: parent.width
        }

        Numbered {
            sentences: page.facts.duties
            title: qsTr("岗位职责")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.offices
            title: qsTr("所在处室")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.liaisons
            title: qsTr("联络处室")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.groups
            title: qsTr("领导小组")
            width: parent.width
        }
    }
}
