pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models

// One leading group: what it is for, who is in it, which office it sits in.
Page {
    id: page

    required property GroupFacts facts

    aside: true

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            side: 0
            subtitle: Words.pageTitle("groups")
            title: page.facts.name
            width: parent.width
        }

        Numbered {
            sentences: page.facts.duties
            title: qsTr("主要职责")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.chairs
            title: qsTr("组长")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.deputies
            title: qsTr("副组长")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.members
            title: qsTr("成员")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.seats
            title: qsTr("办公室设在")
            width: parent.width
        }

        LinkList {
            depth: page.depth
            rows: page.facts.heads
            title: qsTr("办公室负责人")
            width: parent.width
        }
    }
}
