pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models

// One office: where it is, what it does, who is there.
Page {
    id: page

    required property OfficeFacts facts

    aside: true

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            side: 0
            subtitle: page.facts.section
            title: page.facts.name
            width: parent.width
        }

        AnswerCard {
            drawn: page.facts.drawn
            floor: page.facts.floor
            hours: page.facts.hours
            room: page.facts.room
            telephone: page.facts.telephone
            width: parent.width

            onWayWanted: Navigation.pageWanted("map", page.facts.room, page.depth)
        }

        TakeAlong {
            code: page.facts.takeAlong
            title: qsTr("扫码带走联系方式")
            width: parent.width
        }

        Numbered {
            sentences: page.facts.duties.length ? page.facts.duties : page.facts.summary ? [page.facts.summary] : []
            title: qsTr("职责")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.leaders
            title: qsTr("分管领导")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.people
            title: qsTr("处内人员")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.parts
            title: qsTr("下设机构")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.powers
            title: qsTr("承办事项")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.rooms
            title: qsTr("房间")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.liaisons
            title: qsTr("联络员")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.groups
            title: qsTr("设在本处的领导小组办公室")
            width: parent.width
        }

        Rating {
            given: page.shell.hasRated("office", page.facts.key)
            width: parent.width

            onRated: (good, reason) => page.shell.rate("office", page.facts.key, good, reason)
        }
    }
}
