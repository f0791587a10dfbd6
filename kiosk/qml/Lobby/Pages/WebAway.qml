import QtQuick
import QtQuick.Layouts
import Lobby.Controls
import Lobby.Models
import Lobby.Theme

// The website cannot be shown just now: said calmly, with its address to take along. Never a browser's error page.
Card {
    id: away

    required property WebVisit visit
    readonly property bool absent: away.visit.state === "absent"

    function headline(): string {
        if (away.absent)
            return qsTr("请用手机看这个网站");
        switch (away.visit.why) {
        case "certificate":
            return qsTr("网站的安全证书有问题，暂时不打开");
        case "server":
            return qsTr("网站正在维护");
        case "password":
            return qsTr("这个页面要密码，请在自己的设备上打开");
        case "missing":
            return qsTr("网站上没有这个页面");
        }
        return qsTr("暂时连不上网站");
    }

    function advice(): string {
        if (away.absent)
            return qsTr("本机不能浏览网页。扫一扫，在手机上打开。");
        if (away.visit.astray)
            return qsTr("稍后回到网站首页。您也可以扫一扫，在手机上打开网站。");
        return qsTr("本机会自动再试。您也可以扫一扫，在手机上打开。");
    }

    implicitHeight: rows.implicitHeight + 2 * Metrics.u(56)

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.leftMargin: Metrics.u(48)
        anchors.right: parent.right
        anchors.rightMargin: Metrics.u(48)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(24)

        Heading {
            Layout.fillWidth: true
            font.pixelSize: Type.title
            horizontalAlignment: Text.AlignHCenter
            text: away.headline()
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.quiet
            font.pixelSize: Type.body
            horizontalAlignment: Text.AlignHCenter
            text: away.advice()
        }

        QrCode {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: width
            Layout.preferredWidth: Metrics.u(400)
            text: away.visit.address
        }

        Prose {
            Layout.fillWidth: true
            color: Theme.quiet
            font.pixelSize: Type.small
            horizontalAlignment: Text.AlignHCenter
            text: away.visit.address
            wrapMode: Text.WrapAnywhere
        }

        Chip {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(rows.width, Metrics.u(480))
            drawing: away.visit.astray ? "home" : "turn-right"
            text: away.visit.astray ? qsTr("网站首页") : qsTr("现在再试")
            visible: !away.absent

            onChosen: away.visit.again()
        }
    }
}
