pragma ComponentBehavior: Bound

import QtQuick
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The menu: what can be done, then what is so. In landscape side by side.
Item {
    id: sheet

    required property Service service
    required property ServiceFacts facts

    function running(): string {
        const minutes = sheet.facts.up_minutes;
        const days = Math.floor(minutes / 1440);
        const hours = Math.floor(minutes / 60) % 24;
        return days ? qsTr("%1 天 %2 小时").arg(days).arg(hours) : qsTr("%1 小时 %2 分").arg(hours).arg(minutes % 60);
    }

    function website(): string {
        switch (sheet.service.reached) {
        case "asking":
            return qsTr("正在连接…");
        case "silent":
            return qsTr("连不上");
        }
        return qsTr("能连上（%1 毫秒）").arg(sheet.service.reached);
    }

    function besidesAddresses(): list<var> {
        const found = [];
        if (sheet.facts.network.count === 0)
            found.push({
                "label": qsTr("地址"),
                "value": qsTr("没有接入网络")
            });
        if (sheet.facts.website)
            found.push({
                "label": qsTr("网站"),
                "value": `${sheet.facts.website}\n${sheet.website()}`
            });
        return found;
    }

    function patternDetail(): string {
        switch (sheet.service.pattern) {
        case "asked":
            return qsTr("请看大厅显示屏，半分钟后自动恢复");
        case "failed":
            return qsTr("写不进请求文件，请检查磁盘");
        }
        return sheet.facts.has_sign ? qsTr("全部亮灯，再显示数字") : qsTr("本机没有接显示屏");
    }

    PageHeader {
        id: header

        subtitle: sheet.facts.site
        title: qsTr("服务菜单")
        width: parent.width

        Chip {
            drawing: "close"
            text: qsTr("完成")

            onChosen: sheet.service.close()
        }
    }

    Scroller {
        id: left

        above: 0
        anchors.bottom: parent.bottom
        anchors.top: header.bottom
        width: Metrics.wide ? parent.width * 0.5 : parent.width

        Column {
            spacing: Metrics.tight
            width: parent.width

            Repeater {
                model: [
                    {
                        "action": "touch",
                        "drawing": "measure",
                        "title": qsTr("触摸测试"),
                        "detail": qsTr("四个角和一条直线")
                    },
                    {
                        "action": "pattern",
                        "drawing": "letters",
                        "title": qsTr("显示屏测试图案"),
                        "detail": sheet.patternDetail()
                    },
                    {
                        "action": "clean",
                        "drawing": "broom",
                        "title": qsTr("清洁屏幕"),
                        "detail": qsTr("一段时间内触摸不起作用")
                    },
                    {
                        "action": "restart",
                        "drawing": "play",
                        "title": qsTr("重新启动查询程序"),
                        "detail": qsTr("几秒钟后回到首页")
                    },
                    {
                        "action": "leave",
                        "drawing": "exit",
                        "title": qsTr("退出查询程序"),
                        "detail": qsTr("本机不再供查询，直到重新开启")
                    }
                ]

                SlimTile {
                    required property var modelData

                    detail: modelData["detail"]
                    drawing: modelData["drawing"]
                    enabled: modelData["action"] !== "pattern" || sheet.facts.has_sign
                    opacity: enabled ? 1 : 0.55
                    title: modelData["title"]
                    width: parent.width

                    onChosen: sheet.service.choose(modelData["action"])
                }
            }
        }

        Loader {
            active: !Metrics.wide
            sourceComponent: told
            width: parent.width
        }
    }

    Scroller {
        above: 0
        anchors.bottom: parent.bottom
        anchors.left: left.right
        anchors.right: parent.right
        anchors.top: header.bottom
        visible: Metrics.wide

        Loader {
            active: Metrics.wide
            sourceComponent: told
            width: parent.width
        }
    }

    Component {
        id: told

        Column {
            spacing: Metrics.tight

            Facts {
                more: [
                    {
                        "label": qsTr("正在显示"),
                        "value": sheet.facts.edition ? qsTr("第 %1 期 · %2 发布").arg(sheet.facts.edition).arg(sheet.facts.published) : qsTr("还没有内容")
                    },
                    {
                        "label": qsTr("问题"),
                        "value": sheet.facts.problems.join("；") || qsTr("没有")
                    }
                ]
                title: qsTr("内容")
                width: parent.width
            }

            Facts {
                more: sheet.besidesAddresses()
                rows: sheet.facts.network
                title: qsTr("网络")
                width: parent.width
            }

            Facts {
                nothing: qsTr("正常")
                rows: sheet.facts.signs
                title: qsTr("显示屏")
                visible: sheet.facts.has_sign
                width: parent.width
            }

            Facts {
                rows: sheet.facts.versions
                title: qsTr("版本")
                width: parent.width
            }

            Facts {
                more: [
                    {
                        "label": qsTr("已运行"),
                        "value": sheet.running()
                    },
                    {
                        "label": qsTr("屏幕"),
                        "value": sheet.facts.screen
                    }
                ]
                title: qsTr("本机")
                width: parent.width
            }
        }
    }
}
