import QtQuick
import Lobby.Controls
import Lobby.Models

// One entry of the catalogue: what it is about, and its fields.
Page {
    id: page

    required property EntryFacts facts

    aside: true

    Scroller {
        above: 0
        anchors.fill: parent

        PageHeader {
            foreign: page.facts.foreign
            over: page
            side: 0
            subtitle: [Words.access(page.facts.access), Words.fullDate(page.facts.madeOn)].filter(word => word).join(" · ")
            title: page.facts.name
            width: parent.width
        }

        Numbered {
            covered: true
            sentences: page.facts.summary ? [page.facts.summary] : []
            title: qsTr("内容概述")
            width: parent.width
        }

        FactList {
            rows: page.facts.details
            title: qsTr("登记信息")
            width: parent.width
            worded: true
        }
    }
}
