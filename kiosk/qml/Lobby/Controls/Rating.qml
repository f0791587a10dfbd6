pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Lobby.Theme

// One touch says whether a page helped; a second, if one likes, says what was wrong. Nothing personal is asked or kept.
Card {
    id: rating

    property string answer: ""
    property string reason: ""
    // Rated when the visitor was here before.
    property bool given: false
    readonly property bool asked: rating.answer === "" && !rating.given

    signal rated(good: bool, reason: string)

    implicitHeight: parts.implicitHeight + 2 * Metrics.padding

    ColumnLayout {
        id: parts

        anchors.left: parent.left
        anchors.margins: Metrics.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.u(16)

        Prose {
            Layout.fillWidth: true
            text: rating.asked ? qsTr("这一页有帮助吗？") : rating.answer !== "poor" || rating.reason ? qsTr("谢谢您的评价。") : qsTr("谢谢。哪里不好？")
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Metrics.tight
            columns: Type.large ? 1 : 2
            rowSpacing: Metrics.tight
            visible: rating.asked

            Chip {
                Layout.fillWidth: true
                drawing: "good"
                text: qsTr("有帮助")

                onChosen: {
                    rating.answer = "good";
                    rating.rated(true, "");
                }
            }

            Chip {
                Layout.fillWidth: true
                drawing: "poor"
                text: qsTr("没帮助")

                onChosen: {
                    rating.answer = "poor";
                    rating.rated(false, "");
                }
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Metrics.tight
            visible: rating.answer === "poor" && rating.reason === ""

            Repeater {
                model: ["incomplete", "unclear", "wrong", "elsewhere"]

                Chip {
                    id: choice

                    required property string modelData

                    text: Words.complaint(choice.modelData)

                    onChosen: {
                        rating.reason = choice.modelData;
                        rating.rated(false, choice.modelData);
                    }
                }
            }
        }
    }
}
