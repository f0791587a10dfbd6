pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The website's channels: open one here, or scan it and take it along.
Page {
    id: page

    required property PortalFacts facts
    readonly property bool empty: page.facts.channels.count === 0 && !page.facts.website

    Scroller {
        id: scroller

        above: 0
        anchors.fill: parent

        PageHeader {
            foreign: page.facts.foreign
            over: page
            side: 0
            subtitle: page.facts.opens ? qsTr("点一下在这里看，或者扫码带走网址") : page.empty ? "" : qsTr("用手机扫一扫，带走网址")
            title: Words.pageTitle("portal")
            width: parent.width
        }

        MainButton {
            drawing: "portal"
            text: qsTr("打开网站首页")
            visible: page.facts.opens
            width: parent.width

            onChosen: Navigation.pageWanted("web", "", page.depth)
        }

        TakeAlong {
            code: page.facts.opens ? page.facts.website : ""
            title: qsTr("扫码带走网站地址")
            width: parent.width
        }

        QrCard {
            detail: page.facts.website
            text: page.facts.website
            title: qsTr("网站首页")
            visible: page.facts.website && !page.facts.opens
            width: parent.width
        }

        Repeater {
            model: page.facts.boards

            Column {
                id: part

                required property string key
                required property string title

                spacing: Metrics.tight
                width: parent?.width ?? 0

                SectionHead {
                    foreign: false
                    text: part.title
                    width: parent.width
                }

                GridLayout {
                    id: grid

                    columnSpacing: Metrics.gutter
                    columns: Type.large ? 1 : Metrics.wide ? 3 : 2
                    rowSpacing: Metrics.tight

                    Repeater {
                        model: page.facts.channels

                        Loader {
                            id: entry

                            required property string board
                            required property string key
                            required property string title
                            required property string detail
                            required property string url
                            required property bool opens

                            // Cards side by side are of one height.
                            Layout.fillHeight: true
                            Layout.preferredWidth: (part.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                            sourceComponent: entry.opens ? opening : taking
                            visible: board === part.key

                            Component {
                                id: opening

                                ChannelCard {
                                    detail: entry.detail
                                    key: entry.key
                                    page: page.depth
                                    text: entry.url
                                    title: entry.title
                                }
                            }

                            Component {
                                id: taking

                                QrCard {
                                    detail: entry.detail
                                    text: entry.url
                                    title: entry.title
                                }
                            }
                        }
                    }
                }
            }
        }

        Empty {
            drawing: "portal"
            text: qsTr("还没有登记网站栏目")
            visible: page.empty
            width: parent.width
        }
    }
}
