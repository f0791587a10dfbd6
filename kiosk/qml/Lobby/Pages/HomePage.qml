pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// What is here: the house's name, a search, six ways in, the day's news. In landscape the news stands on the left.
Page {
    id: page

    required property HomeFacts facts

    Scroller {
        anchors.fill: parent
        above: 0
        visible: !Metrics.wide

        Loader {
            active: !Metrics.wide
            sourceComponent: masthead
            width: parent.width
        }

        Loader {
            active: !Metrics.wide
            sourceComponent: search
            width: parent.width
        }

        Loader {
            active: !Metrics.wide
            sourceComponent: tiles
            width: parent.width
        }

        Loader {
            active: !Metrics.wide
            sourceComponent: news
            width: parent.width
        }

        Loader {
            active: !Metrics.wide
            sourceComponent: slim
            width: parent.width
        }

        Loader {
            active: !Metrics.wide
            sourceComponent: age
            width: parent.width
        }
    }

    Scroller {
        id: left

        height: parent.height
        side: 0
        above: 0
        visible: Metrics.wide
        // With less, a line of news would need two, and the last would have to be turned to.
        width: (parent.width - 2 * Metrics.margin - Metrics.u(48)) * 0.5
        x: Metrics.margin

        Loader {
            active: Metrics.wide
            sourceComponent: masthead
            width: parent.width
        }

        Loader {
            active: Metrics.wide
            sourceComponent: search
            width: parent.width
        }

        Loader {
            active: Metrics.wide
            sourceComponent: news
            width: parent.width
        }

        Loader {
            active: Metrics.wide
            sourceComponent: age
            width: parent.width
        }
    }

    Scroller {
        anchors.left: left.right
        anchors.leftMargin: Metrics.u(48)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        height: parent.height
        side: 0
        above: Metrics.u(40)
        below: 0
        visible: Metrics.wide

        Loader {
            active: Metrics.wide
            sourceComponent: tiles
            width: parent.width
        }

        Loader {
            active: Metrics.wide
            sourceComponent: slim
            width: parent.width
        }
    }

    Component {
        id: masthead

        Masthead {
            aside: page.facts.hallOpens ? qsTr("审批大厅%1开放").arg(Words.dayFrom(page.facts.hallOpens, page.shell.day)) : ""
            day: page.shell.day
            name: page.facts.name
            sample: page.facts.sample
            subtitle: page.facts.subtitle || qsTr("政务公开查询")
            time: page.shell.time
        }
    }

    Component {
        id: search

        SearchBar {
            onChosen: Navigation.pageWanted("search", "", page.depth)
        }
    }

    Component {
        id: tiles

        GridLayout {
            id: grid

            columnSpacing: Metrics.gutter
            columns: 2
            rowSpacing: Metrics.gutter
            uniformCellWidths: true

            Repeater {
                model: page.facts.tiles

                Tile {
                    id: tile

                    required property string page
                    required property int count
                    required property string days

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    detail: Words.pageDetail(tile.page, tile.count, tile.days)
                    drawing: Words.pageIcon(tile.page)
                    main: tile.page === "map"
                    title: Words.pageTitle(tile.page)

                    onChosen: Navigation.pageWanted(tile.page, "", 0)
                }
            }
        }
    }

    Component {
        id: slim

        GridLayout {
            columnSpacing: Metrics.gutter
            columns: Type.large ? 1 : 2
            rowSpacing: Metrics.gutter
            uniformCellWidths: true

            Repeater {
                model: page.facts.links

                SlimTile {
                    id: link

                    required property string page
                    required property int count

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    detail: Words.pageDetail(link.page, link.count, "")
                    drawing: Words.pageIcon(link.page)
                    title: Words.pageTitle(link.page)

                    onChosen: Navigation.pageWanted(link.page, "", 0)
                }
            }
        }
    }

    Component {
        id: news

        NewsBoard {
            aside: page.facts.newsDay === page.shell.day ? qsTr("与大厅显示屏同步") : Words.dateAndWeekday(page.facts.newsDay)
            foreign: page.facts.newsForeign
            items: page.facts.news
            title: page.facts.newsDay === page.shell.day ? qsTr("今日要闻") : qsTr("最近要闻")

            onChosen: Navigation.pageWanted("bulletin", "", page.depth)
        }
    }

    Component {
        id: age

        Prose {
            color: Theme.quiet
            font.pixelSize: Type.small
            text: qsTr("第 %1 期 · %2 %3 发布").arg(page.facts.number).arg(Words.dayFrom(page.facts.publishedDay, page.shell.day)).arg(page.facts.publishedTime)
        }
    }
}
