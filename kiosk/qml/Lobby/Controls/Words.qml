pragma Singleton

import QtQuick
import Lobby.Theme

// Words that several pages share. Python knows facts and numbers; how they are said stands here, to be translated.
QtObject {
    readonly property list<string> weekdays: [qsTr("星期一"), qsTr("星期二"), qsTr("星期三"), qsTr("星期四"), qsTr("星期五"), qsTr("星期六"), qsTr("星期日")]
    readonly property list<string> shortWeekdays: [qsTr("周一"), qsTr("周二"), qsTr("周三"), qsTr("周四"), qsTr("周五"), qsTr("周六"), qsTr("周日")]

    // Marks what is Chinese though English was chosen.
    readonly property string chinese: qsTr("中文")
    readonly property string partlyChinese: qsTr("部分为中文")

    // Whether a text is Chinese though English was chosen: it has Hanzi (as kiosk/hanzi.py has it; the last range are the
    // first halves of those beyond the basic plane).
    function foreign(text: string): bool {
        return Type.latin && /[\u3007\u3400-\u9fff\uf900-\ufaff\ud840-\ud8bf]/.test(text);
    }

    // Parts of a sentence, told one after the other.
    function told(parts: list<string>): string {
        return parts.filter(part => part).join(qsTr("，"));
    }

    readonly property list<string> months: [qsTr("1月"), qsTr("2月"), qsTr("3月"), qsTr("4月"), qsTr("5月"), qsTr("6月"), qsTr("7月"), qsTr("8月"), qsTr("9月"), qsTr("10月"), qsTr("11月"), qsTr("12月")]

    // What stands before and after a room's number where it is drawn large.
    readonly property string beforeRoom: qsTr("%1 室").split("%1")[0].trim()
    readonly property string afterRoom: qsTr("%1 室").split("%1")[1].trim()

    function place(floor: string, room: string): string {
        return floor ? qsTr("%1 %2 室").arg(floor).arg(room) : room ? qsTr("%1 室").arg(room) : "";
    }

    function room(number: string): string {
        return number ? qsTr("%1 室").arg(number) : "";
    }

    // What a place on the plan is, where nobody gave it a name.
    function unit(kind: string): string {
        switch (kind) {
        case "lift":
            return qsTr("电梯");
        case "stairs":
            return qsTr("楼梯");
        case "toilet":
            return qsTr("卫生间");
        case "stepfree":
            return qsTr("坡道");
        }
        return qsTr("您选的房间");
    }

    // The word at the end of a row, from its code or number.
    function ending(kind: string, end: string): string {
        if (!end)
            return "";
        switch (kind) {
        case "office":
        case "person":
        case "room":
            return room(end);
        case "group":
            return seat(end);
        case "entry":
            return fullDate(end);
        }
        return end;
    }

    function seat(code: string): string {
        return code === "chair" ? qsTr("组长") : code === "deputy" ? qsTr("副组长") : qsTr("成员");
    }

    // Days come as 2026-11-23.
    function date(day: string): string {
        const parts = day.split("-");
        return parts.length === 3 ? qsTr("%1%2日").arg(months[Number(parts[1]) - 1]).arg(Number(parts[2])) : "";
    }

    function fullDate(day: string): string {
        const parts = day.split("-");
        return parts.length === 3 ? qsTr("%1年%2%3日").arg(parts[0]).arg(months[Number(parts[1]) - 1]).arg(Number(parts[2])) : "";
    }

    function weekday(day: string): string {
        return day ? weekdays[(instant(day).getUTCDay() + 6) % 7] : "";
    }

    function dateAndWeekday(day: string): string {
        return day ? qsTr("%1 %2", "11月23日 星期一").arg(date(day)).arg(weekday(day)) : "";
    }

    function fullDateAndWeekday(day: string): string {
        return day ? qsTr("%1 %2", "11月23日 星期一").arg(fullDate(day)).arg(weekday(day)) : "";
    }

    // 今日 星期一, or the date and its weekday.
    function dayAndWeekday(day: string, today: string): string {
        return day ? qsTr("%1 %2", "明日 星期二").arg(dayFrom(day, today)).arg(weekday(day)) : "";
    }

    // 今日, 昨日, 明日, or the date.
    function dayFrom(day: string, today: string): string {
        const distance = Math.round((instant(day) - instant(today)) / 86400000);
        return distance === 0 ? qsTr("今日") : distance === -1 ? qsTr("昨日") : distance === 1 ? qsTr("明日") : date(day);
    }

    function instant(day: string): date {
        return new Date(`${day}T00:00:00Z`);
    }

    // What a thing found is.
    function kind(kind: string): string {
        switch (kind) {
        case "office":
            return qsTr("处室");
        case "duty":
            return qsTr("职责");
        case "person":
            return qsTr("人员");
        case "group":
            return qsTr("领导小组");
        case "power":
            return qsTr("事项");
        case "step":
            return qsTr("办事步骤");
        case "category":
            return qsTr("事项类别");
        case "room":
        case "unit":
            return qsTr("房间");
        case "floor":
            return qsTr("楼层");
        case "hall":
        case "window":
            return qsTr("大厅窗口");
        case "channel":
            return qsTr("网站栏目");
        case "entry":
            return qsTr("公开文件");
        case "bulletin":
        case "notice":
            return qsTr("要闻");
        }
        return qsTr("其他");
    }

    function risk(grade: string): string {
        return grade === "high" ? qsTr("高风险") : grade === "medium" ? qsTr("中风险") : grade === "low" ? qsTr("低风险") : qsTr("风险点");
    }

    // The same in one sign, for a badge on a chart.
    function riskMark(grade: string): string {
        return grade === "high" ? qsTr("高") : grade === "medium" ? qsTr("中") : grade === "low" ? qsTr("低") : qsTr("险");
    }

    // Labels of what is told last on an item's or an entry's page.
    function label(code: string): string {
        switch (code) {
        case "category":
            return qsTr("事项类型");
        case "promised":
            return qsTr("承诺时限说明");
        case "legal":
            return qsTr("法定时限说明");
        case "fee":
            return qsTr("收费依据");
        case "implementation":
            return qsTr("实施编码");
        case "object":
            return qsTr("服务对象");
        case "result":
            return qsTr("办理结果");
        case "level":
            return qsTr("行使层级");
        case "complaint":
            return qsTr("监督投诉");
        case "duties":
            return qsTr("责任事项");
        case "accountability":
            return qsTr("追责情形");
        case "remark":
            return qsTr("备注");
        case "code":
            return qsTr("事项编码");
        case "index":
            return qsTr("索引号");
        case "number":
            return qsTr("文号");
        case "publisher":
            return qsTr("发布机构");
        case "theme":
            return qsTr("主题分类");
        case "form":
            return qsTr("公开形式");
        case "deadline":
            return qsTr("公开时限");
        }
        return code;
    }

    function complaint(code: string): string {
        switch (code) {
        case "incomplete":
            return qsTr("内容不全");
        case "unclear":
            return qsTr("看不明白");
        case "wrong":
            return qsTr("内容不对");
        }
        return qsTr("不是我要找的");
    }

    function access(code: string): string {
        return code === "active" ? qsTr("主动公开") : code === "on-request" ? qsTr("依申请公开") : qsTr("不予公开");
    }

    function openDays(numbers: string): string {
        return numbers.split("").map(number => shortWeekdays[Number(number) - 1]).join(qsTr("、"));
    }

    function pageTitle(page: string): string {
        switch (page) {
        case "offices":
            return qsTr("工作职责");
        case "staff":
            return qsTr("干部分工");
        case "powers":
            return qsTr("工作流程");
        case "map":
            return qsTr("处室分布");
        case "hall":
            return qsTr("审批大厅");
        case "catalogue":
            return qsTr("信息公开");
        case "portal":
            return qsTr("门户网站");
        case "groups":
            return qsTr("领导小组");
        case "bulletin":
            return qsTr("今日要闻");
        case "search":
            return qsTr("查找");
        case "help":
            return qsTr("帮助");
        }
        return "";
    }

    function pageDetail(page: string, count: int, days: string): string {
        switch (page) {
        case "offices":
            return qsTr("%n 个处室单位", "", count);
        case "staff":
            return qsTr("%n 人 · 谁负责，在哪间", "", count);
        case "powers":
            return qsTr("%n 项权力 · 步骤与时限", "", count);
        case "map":
            return qsTr("%n 层楼 · 带您走到门口", "", count);
        case "hall":
            return days ? qsTr("%n 个事项 · %1", "", count).arg(openDays(days)) : qsTr("%n 个事项", "", count);
        case "catalogue":
            return qsTr("%n 条目录 · 指南与文件", "", count);
        case "portal":
            return qsTr("%n 个栏目 · 扫码带走", "", count);
        case "groups":
            return qsTr("%n 个 · 组长与成员", "", count);
        }
        return "";
    }

    function pageIcon(page: string): string {
        switch (page) {
        case "offices":
            return "offices";
        case "staff":
            return "people";
        case "powers":
            return "flow";
        case "map":
            return "pin";
        case "hall":
            return "hall";
        case "catalogue":
            return "document";
        case "groups":
            return "group";
        }
        return page;
    }
}
