pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The website's channels: scan one and take it along.
Page {
    id: page

    required property PortalFacts facts

    Scroller {
        id: scroller

        above: 0
        anchors.fill: parent

        PageHeader {
            side: 0
            subtitle: qsTr("用手机扫一扫，带走网址")
            title: Words.pageTitle("portal")
            width: parent.width
        }

        Repeater {
            model: page.facts.boards

            Column {
                id: part

                required property string title

                spacing: Metrics.tight
                width: parent?.width ?? 0

                SectionHead {
                    text: part.title
                    width: parent.width
                }

                Grid {
                    id: grid

                    columnSpacing: Metrics.gutter
                    columns: Type.large ? 1 : Metrics.wide ? 3 : 2
                    rowSpacing: Metrics.tight
                    width: parent.width

                    Repeater {
                        model: page.facts.channels

                        QrCard {
                            required property string board
                            required property string url

                            text: url
                            visible: board === part.title
                            width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                        }
                    }
                }
            }
        }

        Empty {
            drawing: "portal"
            hint: page.facts.website
            text: qsTr("还没有登记网站栏目")
            visible: page.facts.channels.count === 0
            width: parent.width
        }
    }
}
