pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The website on the glass: its page, a bar of its own below it, and calm words where it cannot be shown.
Page {
    id: page

    required property WebVisit facts
    readonly property bool shows: page.facts.state === "showing"

    function look() {
        page.facts.lookAs(page.shell.visit.large, page.shell.visit.highContrast, page.shell.visit.english);
    }

    Component.onCompleted: page.look()

    Connections {
        function onChoicesChanged() {
            page.look();
        }

        target: page.shell.visit
    }

    Connections {
        function onOver() {
            page.shell.visit.leave();
        }

        target: page.facts
    }

    RowLayout {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: Metrics.margin
        anchors.right: parent.right
        anchors.rightMargin: Metrics.margin
        height: Math.max(Metrics.u(110), implicitHeight + Metrics.u(16))
        spacing: Metrics.u(24)

        Heading {
            Layout.fillWidth: true
            font.pixelSize: Type.section
            text: page.facts.title || Words.pageTitle("portal")
        }

        Prose {
            Layout.maximumWidth: head.width * 0.5
            color: Theme.quiet
            elide: Text.ElideLeft
            font.pixelSize: Type.small
            maximumLineCount: 1
            text: page.facts.place
            wrapMode: Text.NoWrap
        }
    }

    WebPane {
        id: pane

        Accessible.name: qsTr("网站页面：%1").arg(page.facts.title || page.facts.place)
        Accessible.role: Accessible.WebDocument
        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        enabled: page.shows
        visit: page.facts
    }

    Rectangle {
        anchors.fill: pane
        color: Theme.ground
        visible: !page.shows

        Empty {
            anchors.left: parent.left
            anchors.margins: Metrics.margin
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            drawing: "portal"
            hint: qsTr("正在打开 %1").arg(page.facts.place)
            text: qsTr("请稍候")
            visible: page.facts.state === "starting"
        }

        WebAway {
            anchors.left: parent.left
            anchors.margins: Metrics.margin
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: page.facts.state === "away" || page.facts.state === "absent"
            visit: page.facts
        }
    }

    // One line over the page when something that a person may have wanted is not done here.
    Rectangle {
        anchors.bottom: pane.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.night
        height: said.implicitHeight + Metrics.u(36)
        visible: page.shows && said.text

        Prose {
            id: said

            anchors.left: parent.left
            anchors.leftMargin: Metrics.margin
            anchors.right: parent.right
            anchors.rightMargin: Metrics.margin
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.nightText
            font.pixelSize: Type.label
            text: page.refusal(page.facts.notice)
        }
    }

    WebBar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        shows: page.shows
        visit: page.facts

        onEnded: page.shell.visit.leave()
    }

    Loader {
        active: page.facts.secondsLeft > 0
        anchors.fill: parent

        sourceComponent: WebTime {
            secondsLeft: page.facts.secondsLeft

            onEnded: page.shell.visit.leave()
            onGoneOn: page.facts.goOn()
        }
    }

    function refusal(what: string): string {
        switch (what) {
        case "download":
            return qsTr("这里不能下载文件。请用手机打开本页网址下载。");
        case "print":
            return qsTr("这里不能打印。请用手机打开本页网址。");
        case "navigation":
        case "window":
            return qsTr("这个链接通向别的网站，这里只能看本单位的网站。");
        }
        return "";
    }
}
