<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AnswerCard</name>
    <message>
        <source>怎么走</source>
        <translation>Show the way</translation>
    </message>
    <message>
        <source>没有登记房间和电话，请到一楼咨询台询问。</source>
        <translation>No room or telephone is listed. Please ask at the ground-floor desk.</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>轻触屏幕开始查询</source>
        <translation>Touch to begin</translation>
    </message>
    <message>
        <source>政府信息</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>新闻</source>
        <translation>News</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>放低</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>常用按钮</source>
        <translation>Toolbar</translation>
    </message>
</context>
<context>
    <name>BulletinPage</name>
    <message>
        <source>今日要闻</source>
        <translation>Today&apos;s news</translation>
    </message>
    <message>
        <source>往日要闻</source>
        <translation>Earlier news</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>每个工作日早上更新。</source>
        <translation>Updated every working morning.</translation>
    </message>
    <message>
        <source>这一天没有要闻</source>
        <translation>No news on this day</translation>
    </message>
    <message>
        <source>与大厅显示屏同步。</source>
        <translation>The same as on the sign in the hall.</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message numerus="yes">
        <source>政府信息公开目录 · %n 条</source>
        <translation>
            <numerusform>Catalogue · %n entry</numerusform>
            <numerusform>Catalogue · %n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>请向工作人员询问，或查看门户网站。</source>
        <translation>Please ask the staff or see the website.</translation>
    </message>
    <message>
        <source>目录里还没有文件</source>
        <translation>The catalogue is empty so far</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>%1的二维码</source>
        <translation>QR code of %1</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>正在清洁屏幕</source>
        <translation>Screen being cleaned</translation>
    </message>
    <message>
        <source>请放心擦拭，现在触摸不起作用。</source>
        <translation>Wipe freely: touches do nothing now.</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 秒</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message>
        <source>秒后自动恢复</source>
        <translation>seconds until it works again</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>用手机相机或微信扫一扫，内容直接显示，不用联网。</source>
        <translation>Scan with your phone&apos;s camera: the text appears at once, no network needed.</translation>
    </message>
    <message>
        <source>用手机相机或微信扫一扫，在手机上打开网址。</source>
        <translation>Scan with your phone&apos;s camera or WeChat to open the address there.</translation>
    </message>
    <message>
        <source>上一个码</source>
        <translation>Previous code</translation>
    </message>
    <message>
        <source>第 %1 个码，共 %2 个</source>
        <translation>Code %1 of %2</translation>
    </message>
    <message>
        <source>下一个码</source>
        <translation>Next code</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>内容概述</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>登记信息</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>FloorPicker</name>
    <message>
        <source>您在这里</source>
        <translation>You are here</translation>
    </message>
    <message>
        <source>要去的楼层</source>
        <translation>Where you are going</translation>
    </message>
    <message>
        <source>路线经过</source>
        <translation>On the way</translation>
    </message>
</context>
<context>
    <name>FlowBox</name>
    <message>
        <source>第 %1 步</source>
        <translation>Step %1</translation>
    </message>
</context>
<context>
    <name>FlowChart</name>
    <message>
        <source>%1流程图</source>
        <translation>Flow chart: %1</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>请在左边选一项</source>
        <translation>Choose one on the left</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>主要职责</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>组长</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>副组长</source>
        <translation>Deputy chairs</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>办公室设在</source>
        <translation>Its office is in</translation>
    </message>
    <message>
        <source>办公室负责人</source>
        <translation>Head of its office</translation>
    </message>
</context>
<context>
    <name>HallPage</name>
    <message>
        <source>每逢%1开放</source>
        <translation>Open on %1</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>下次开放</source>
        <translation>Next open</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>请电话询问</source>
        <translation>Please call</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>%1至%2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>不开放</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>看全部特殊日期（%n 条）</source>
        <translation>
            <numerusform>See the %n special day</numerusform>
            <numerusform>See all %n special days</numerusform>
        </translation>
    </message>
    <message>
        <source>来之前请准备</source>
        <translation>Before you come</translation>
    </message>
    <message>
        <source>%1 号窗口 %2</source>
        <translation>Window %1 · %2</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>在首页点“找处室、找人”，打拼音首字母就能查到。</source>
        <translation>On the home page touch “Find”, then type part of a name in English, or its initials in pinyin.</translation>
    </message>
    <message>
        <source>点“处室分布”或任何一个房间号，告诉您怎么走过去。</source>
        <translation>Touch “Map” or any room number to be shown the way.</translation>
    </message>
    <message>
        <source>看不清楚：点下面的“大字”或“高对比”。</source>
        <translation>Hard to read? Touch “Larger” or “Contrast” below.</translation>
    </message>
    <message>
        <source>够不着：点“放低”，全部内容移到下半屏。</source>
        <translation>Out of reach? “Lower” moves everything down.</translation>
    </message>
    <message>
        <source>点“首页”随时回到开头；离开后，您查过的内容不会留下。</source>
        <translation>“Home” takes you back to the start. Nothing you looked up stays behind.</translation>
    </message>
    <message>
        <source>联系我们</source>
        <translation>Contact us</translation>
    </message>
    <message>
        <source>监督电话 %1</source>
        <translation>Complaints %1</translation>
    </message>
    <message>
        <source>本机用于查询，不是消防或疏散设施。紧急情况请听从现场工作人员指挥。</source>
        <translation>This screen is for information. It is not a safety device: in an emergency follow the instructions of the staff.</translation>
    </message>
</context>
<context>
    <name>HereMark</name>
    <message>
        <source>您在这里</source>
        <translation>You are here</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>审批大厅%1开放</source>
        <translation>Approval hall open %1</translation>
    </message>
    <message>
        <source>政务公开查询</source>
        <translation>Public information</translation>
    </message>
    <message>
        <source>与大厅显示屏同步</source>
        <translation>As on the sign in the hall</translation>
    </message>
    <message>
        <source>今日要闻</source>
        <translation>Today&apos;s news</translation>
    </message>
    <message>
        <source>最近要闻</source>
        <translation>Latest news</translation>
    </message>
    <message>
        <source>第 %1 期 · %2 %3 发布</source>
        <translation>Edition %1 · published %2 %3</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>删一个</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>大写</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>收起键盘</source>
        <translation>Hide keyboard</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>字母</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>符号</source>
        <translation>Symbols</translation>
    </message>
    <message>
        <source>现在是拼音，换成英文</source>
        <translation>Pinyin now, change to English</translation>
    </message>
    <message>
        <source>现在是英文，换成拼音</source>
        <translation>English now, change to Pinyin</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>键盘</source>
        <translation>Keyboard</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>键盘</source>
        <translation>Keypad</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>删一个</source>
        <translation>Delete one</translation>
    </message>
</context>
<context>
    <name>LookAround</name>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>全图</source>
        <translation>All of it</translation>
    </message>
    <message>
        <source>向左移</source>
        <translation>Move left</translation>
    </message>
    <message>
        <source>向右移</source>
        <translation>Move right</translation>
    </message>
    <message>
        <source>向上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>向下移</source>
        <translation>Move down</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>点图上的房间，就告诉您怎么走</source>
        <translation>Touch a room to be shown the way</translation>
    </message>
    <message>
        <source>图上还没有这个房间，请向工作人员询问</source>
        <translation>not on the map yet, please ask the staff</translation>
    </message>
    <message>
        <source>图上红色的就是</source>
        <translation>marked red on the map</translation>
    </message>
    <message>
        <source>没有不走楼梯的路线</source>
        <translation>No way without stairs</translation>
    </message>
    <message numerus="yes">
        <source>步行约 %n 分钟</source>
        <translation>
            <numerusform>about %n min on foot</numerusform>
            <numerusform>about %n min on foot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 米</source>
        <translation>
            <numerusform>%n m</numerusform>
            <numerusform>%n m</numerusform>
        </translation>
    </message>
    <message>
        <source>不走楼梯</source>
        <translation>No stairs</translation>
    </message>
    <message>
        <source>扫码带走路线</source>
        <translation>Save the directions to your phone</translation>
    </message>
    <message>
        <source>在这个房间</source>
        <translation>In this room</translation>
    </message>
    <message>
        <source>点上面的楼层，换一层看。</source>
        <translation>Touch a floor above to see another.</translation>
    </message>
    <message>
        <source>选一个房间</source>
        <translation>Choose a room</translation>
    </message>
</context>
<context>
    <name>Masthead</name>
    <message>
        <source>示例</source>
        <translation>Sample</translation>
    </message>
</context>
<context>
    <name>MaterialCard</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>MenuSheet</name>
    <message>
        <source>%1 天 %2 小时</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 小时 %2 分</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>正在连接…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>能连上（%1 毫秒）</source>
        <translation>Answers (%1 ms)</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>没有接入网络</source>
        <translation>Not connected to a network</translation>
    </message>
    <message>
        <source>请看大厅显示屏，半分钟后自动恢复</source>
        <translation>Look at the hall&apos;s sign; it ends by itself after half a minute</translation>
    </message>
    <message>
        <source>写不进请求文件，请检查磁盘</source>
        <translation>The request cannot be written; check the disk</translation>
    </message>
    <message>
        <source>全部亮灯，再显示数字</source>
        <translation>Every lamp lit, then digits</translation>
    </message>
    <message>
        <source>本机没有接显示屏</source>
        <translation>No sign is connected to this machine</translation>
    </message>
    <message>
        <source>服务菜单</source>
        <translation>Service menu</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>触摸测试</source>
        <translation>Touch test</translation>
    </message>
    <message>
        <source>四个角和一条直线</source>
        <translation>Four corners and a line</translation>
    </message>
    <message>
        <source>显示屏测试图案</source>
        <translation>Test pattern on the sign</translation>
    </message>
    <message>
        <source>清洁屏幕</source>
        <translation>Clean the screen</translation>
    </message>
    <message>
        <source>一段时间内触摸不起作用</source>
        <translation>Touches do nothing for a while</translation>
    </message>
    <message>
        <source>重新启动查询程序</source>
        <translation>Restart the program</translation>
    </message>
    <message>
        <source>几秒钟后回到首页</source>
        <translation>Back on the home page within seconds</translation>
    </message>
    <message>
        <source>退出查询程序</source>
        <translation>Leave the program</translation>
    </message>
    <message>
        <source>本机不再供查询，直到重新开启</source>
        <translation>Nobody can use this machine until it is started again</translation>
    </message>
    <message>
        <source>正在显示</source>
        <translation>Showing</translation>
    </message>
    <message>
        <source>第 %1 期 · %2 发布</source>
        <translation>Edition %1 · published %2</translation>
    </message>
    <message>
        <source>还没有内容</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>显示屏</source>
        <translation>LED sign</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>已运行</source>
        <translation>Running for</translation>
    </message>
    <message>
        <source>屏幕</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
</context>
<context>
    <name>NewsBoard</name>
    <message>
        <source>暂无要闻。</source>
        <translation>No news yet.</translation>
    </message>
</context>
<context>
    <name>NewsLine</name>
    <message>
        <source>政府信息</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>新闻</source>
        <translation>News</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>扫码带走联系方式</source>
        <translation>Save the contact to your phone</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>分管领导</source>
        <translation>Leader in charge</translation>
    </message>
    <message>
        <source>处内人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>下设机构</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>承办事项</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>房间</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation>Liaison officers</translation>
    </message>
    <message>
        <source>设在本处的领导小组办公室</source>
        <translation>Leading groups with their office here</translation>
    </message>
</context>
<context>
    <name>OfficesPage</name>
    <message>
        <source>按机构</source>
        <translation>By section</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>上一屏</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>第 %1 屏，共 %2 屏</source>
        <translation>Screen %1 of %2</translation>
    </message>
    <message>
        <source>下一屏</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>分工</source>
        <translation>Responsibilities</translation>
    </message>
    <message>
        <source>分管处室</source>
        <translation>In charge of</translation>
    </message>
    <message>
        <source>岗位职责</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>所在处室</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>联络处室</source>
        <translation>Liaison for</translation>
    </message>
    <message>
        <source>领导小组</source>
        <translation>Groups</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>这一页没有显示出来，请向工作人员询问</source>
        <translation>This page could not be shown. Please ask the staff</translation>
    </message>
    <message>
        <source>第 %1 页</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>PicturesPage</name>
    <message>
        <source>%1流程图</source>
        <translation>Flow chart: %1</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>还没有设置服务密码。请在本机控制台运行 kiosk pin。</source>
        <translation>No service PIN has been set. Run kiosk pin on this machine&apos;s console.</translation>
    </message>
    <message numerus="yes">
        <source>输错太多次，%n 秒后可以再试。</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>本机的磁盘写不进去，密码无法核对。请检查磁盘。</source>
        <translation>This machine&apos;s disk cannot be written, so no PIN can be checked. Check the disk.</translation>
    </message>
    <message numerus="yes">
        <source>密码不对，还可以试 %n 次。</source>
        <translation>
            <numerusform>Wrong PIN. %n try left.</numerusform>
            <numerusform>Wrong PIN. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>请输入服务密码，然后点“确定”。</source>
        <translation>Enter the service PIN, then touch OK.</translation>
    </message>
    <message>
        <source>这里供工作人员维护本机</source>
        <translation>For staff who look after this machine</translation>
    </message>
    <message>
        <source>工作人员</source>
        <translation>Staff</translation>
    </message>
    <message numerus="yes">
        <source>已输入 %n 位</source>
        <translation>
            <numerusform>%n digit entered</numerusform>
            <numerusform>%n digits entered</numerusform>
        </translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>删一个</source>
        <translation>Erase one</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>PlanLevel</name>
    <message>
        <source>%1平面图，您在这一层</source>
        <translation>Plan of %1, you are on this floor</translation>
    </message>
    <message>
        <source>%1平面图</source>
        <translation>Plan of %1</translation>
    </message>
</context>
<context>
    <name>PlanLook</name>
    <message>
        <source>您在这里</source>
        <translation>You are here</translation>
    </message>
</context>
<context>
    <name>PlanTools</name>
    <message>
        <source>平面图按钮</source>
        <translation>Buttons of the plan</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>全图</source>
        <translation>All</translation>
    </message>
    <message>
        <source>我在哪</source>
        <translation>Find me</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>走一遍</source>
        <translation>Play</translation>
    </message>
</context>
<context>
    <name>PortalPage</name>
    <message>
        <source>用手机扫一扫，带走网址</source>
        <translation>Scan with your phone to take an address along</translation>
    </message>
    <message>
        <source>点一下在这里看，或者扫码带走网址</source>
        <translation>Touch to open it here, or scan its code with your phone</translation>
    </message>
    <message>
        <source>打开网站首页</source>
        <translation>Open the website</translation>
    </message>
    <message>
        <source>扫码带走网站地址</source>
        <translation>Save the website&apos;s address to your phone</translation>
    </message>
    <message>
        <source>网站首页</source>
        <translation>Website front page</translation>
    </message>
    <message>
        <source>还没有登记网站栏目</source>
        <translation>No channels are listed yet</translation>
    </message>
</context>
<context>
    <name>PowerPage</name>
    <message>
        <source>进驻审批大厅</source>
        <translation>In the approval hall</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised within</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Limit by law</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>Free</translation>
    </message>
    <message numerus="yes">
        <source>看办理步骤（%n 步）</source>
        <translation>
            <numerusform>See the steps (%n)</numerusform>
            <numerusform>See the steps (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>看流程图</source>
        <translation>See the flow chart</translation>
    </message>
    <message>
        <source>扫码带走材料清单</source>
        <translation>Save the checklist to your phone</translation>
    </message>
    <message numerus="yes">
        <source>%n 份</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message>
        <source>要带的材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>受理条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>承办处室</source>
        <translation>Office in charge</translation>
    </message>
    <message>
        <source>设定依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>其他信息</source>
        <translation>Further details</translation>
    </message>
</context>
<context>
    <name>PowersPage</name>
    <message>
        <source>按类别找</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>请向工作人员询问。</source>
        <translation>Please ask the staff.</translation>
    </message>
    <message>
        <source>还没有公开的权力事项</source>
        <translation>No services are published yet</translation>
    </message>
</context>
<context>
    <name>QrCard</name>
    <message>
        <source>%1的二维码</source>
        <translation>QR code: %1</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>已输入：%1</source>
        <translation>Typed: %1</translation>
    </message>
    <message>
        <source>还没有输入</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>找处室、找人、找事项、找房间</source>
        <translation>Office, person, room</translation>
    </message>
    <message>
        <source>要找什么</source>
        <translation>What to find</translation>
    </message>
    <message>
        <source>相近的结果</source>
        <translation>Similar</translation>
    </message>
    <message>
        <source>拼音首字母</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>写汉字</source>
        <translation>Write</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>这一页有帮助吗？</source>
        <translation>Did this page help?</translation>
    </message>
    <message>
        <source>谢谢您的评价。</source>
        <translation>Thank you for your answer.</translation>
    </message>
    <message>
        <source>谢谢。哪里不好？</source>
        <translation>Thank you. What was wrong?</translation>
    </message>
    <message>
        <source>有帮助</source>
        <translation>It helped</translation>
    </message>
    <message>
        <source>没帮助</source>
        <translation>It did not</translation>
    </message>
</context>
<context>
    <name>RiskNote</name>
    <message numerus="yes">
        <source>%n 处</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>看防控措施</source>
        <translation>See the safeguards</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>表现：%1</source>
        <translation>How it shows: %1</translation>
    </message>
    <message>
        <source>防控：%1</source>
        <translation>Safeguard: %1</translation>
    </message>
    <message>
        <source>防控措施还没有写明。</source>
        <translation>No safeguard has been stated yet.</translation>
    </message>
    <message>
        <source>责任：%1</source>
        <translation>Responsible: %1</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>输入拼音首字母即可，如 zhfg</source>
        <translation>Type English or pinyin, such as budget</translation>
    </message>
    <message>
        <source>找处室、找人、找房间</source>
        <translation>Find offices, people, rooms</translation>
    </message>
    <message>
        <source>找处室、找人、找事项、找房间</source>
        <translation>Find offices, people, rooms</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>少打几个字母试试，或者从下面找。</source>
        <translation>Try fewer letters, or look below.</translation>
    </message>
    <message>
        <source>少写几个字试试，或者从下面找。</source>
        <translation>Try fewer characters, or look below.</translation>
    </message>
    <message>
        <source>处室、姓名、事项、房间都可以：综合法规处打 zhfgc，512 室打 512。</source>
        <translation>Offices, people, services, rooms. Try budget, zhfgc or 512.</translation>
    </message>
    <message>
        <source>处室、姓名、事项、房间都可以，写一部分就行，如“法规”。</source>
        <translation>Offices, people, services, rooms: a part of the name will do. Try budget.</translation>
    </message>
    <message>
        <source>没有找到“%1”</source>
        <translation>Nothing found for “%1”</translation>
    </message>
    <message>
        <source>打拼音首字母</source>
        <translation>Type part of a name</translation>
    </message>
    <message>
        <source>写要找的名称</source>
        <translation>Write part of a name</translation>
    </message>
    <message>
        <source>从处室名单里找</source>
        <translation>Look in the list of offices</translation>
    </message>
    <message>
        <source>从人员名单里找</source>
        <translation>Look in the list of people</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>厅领导</source>
        <translation>Leaders</translation>
    </message>
    <message>
        <source>各处室</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>领导小组</source>
        <translation>Groups</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>文书：%1</source>
        <translation>Documents: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>结果：%1</source>
        <translation>Result: %1</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>承诺 %1</source>
        <translation>promised within %1</translation>
    </message>
    <message>
        <source>看流程图</source>
        <translation>See the flow chart</translation>
    </message>
    <message>
        <source>看单位提供的流程图原图</source>
        <translation>See the chart as the office drew it</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>第 %1 步</source>
        <translation>Step %1</translation>
    </message>
    <message>
        <source>回到流程图</source>
        <translation>Back to the chart</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后回到开头，您查过的内容不会留下。</source>
        <translation>
            <numerusform>Back to the start in %n second. Nothing you looked up stays behind.</numerusform>
            <numerusform>Back to the start in %n seconds. Nothing you looked up stays behind.</numerusform>
        </translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>我用完了</source>
        <translation>I am done</translation>
    </message>
</context>
<context>
    <name>SureSheet</name>
    <message>
        <source>退出查询程序？</source>
        <translation>Leave the program?</translation>
    </message>
    <message>
        <source>重新启动查询程序？</source>
        <translation>Restart the program?</translation>
    </message>
    <message>
        <source>来访者将不能再用本机查询。要重新开启，请在本机登录后启动 openhall-kiosk，或重新开机。</source>
        <translation>Visitors can no longer use this machine. To open it again, log in on it and start openhall-kiosk, or restart the machine.</translation>
    </message>
    <message>
        <source>屏幕会显示“正在准备，请稍候”，几秒钟后回到首页。</source>
        <translation>The screen asks visitors to wait; the home page is back after a few seconds.</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>重新启动</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TouchTest</name>
    <message>
        <source>左上角</source>
        <translation>Top left corner</translation>
    </message>
    <message>
        <source>右上角</source>
        <translation>Top right corner</translation>
    </message>
    <message>
        <source>左下角</source>
        <translation>Bottom left corner</translation>
    </message>
    <message>
        <source>右下角</source>
        <translation>Bottom right corner</translation>
    </message>
    <message>
        <source>%1：正常</source>
        <translation>%1: works</translation>
    </message>
    <message>
        <source>%1：还没有点</source>
        <translation>%1: not touched yet</translation>
    </message>
    <message>
        <source>触摸测试</source>
        <translation>Touch test</translation>
    </message>
    <message>
        <source>全部正常。</source>
        <translation>Everything works.</translation>
    </message>
    <message>
        <source>点四个角，再沿着点线划一遍。变绿的地方正常；红圈偏离手指，说明需要校准。</source>
        <translation>Touch the four corners, then follow the dotted line. What turns green works; if the red ring is not under your finger, the glass needs calibrating.</translation>
    </message>
    <message>
        <source>四角 %1/4 · 直线 %2/%3</source>
        <translation>Corners %1/4 · line %2/%3</translation>
    </message>
    <message>
        <source>返回菜单</source>
        <translation>Back to the menu</translation>
    </message>
</context>
<context>
    <name>Urgent</name>
    <message>
        <source>。</source>
        <translation>. </translation>
    </message>
    <message>
        <source>紧急通知</source>
        <translation>Urgent notice</translation>
    </message>
    <message>
        <source>最近的出口</source>
        <translation>The nearest way out</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>I have read this</translation>
    </message>
    <message numerus="yes">
        <source>正在清洁屏幕，还有 %n 秒</source>
        <translation>
            <numerusform>Cleaning the screen, %n second left</numerusform>
            <numerusform>Cleaning the screen, %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebAway</name>
    <message>
        <source>请用手机看这个网站</source>
        <translation>Please use your phone for this website</translation>
    </message>
    <message>
        <source>网站的安全证书有问题，暂时不打开</source>
        <translation>The website&apos;s certificate is not valid; it stays closed for now</translation>
    </message>
    <message>
        <source>网站正在维护</source>
        <translation>The website is under maintenance</translation>
    </message>
    <message>
        <source>这个页面要密码，请在自己的设备上打开</source>
        <translation>This page asks for a password; please open it on your own device</translation>
    </message>
    <message>
        <source>网站上没有这个页面</source>
        <translation>The website has no such page</translation>
    </message>
    <message>
        <source>暂时连不上网站</source>
        <translation>The website cannot be reached just now</translation>
    </message>
    <message>
        <source>本机不能浏览网页。扫一扫，在手机上打开。</source>
        <translation>Web pages cannot be shown here. Scan the code to open it on your phone.</translation>
    </message>
    <message>
        <source>稍后回到网站首页。您也可以扫一扫，在手机上打开网站。</source>
        <translation>The site&apos;s home page follows shortly. You may also scan the code to open the site on your phone.</translation>
    </message>
    <message>
        <source>本机会自动再试。您也可以扫一扫，在手机上打开。</source>
        <translation>It is tried again by itself. You may also scan the code to open it on your phone.</translation>
    </message>
    <message>
        <source>网站首页</source>
        <translation>Site home</translation>
    </message>
    <message>
        <source>现在再试</source>
        <translation>Try again now</translation>
    </message>
</context>
<context>
    <name>WebBar</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>网站首页</source>
        <translation>Site home</translation>
    </message>
    <message>
        <source>上一屏</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下一屏</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>缩放 %1</source>
        <translation>Zoom %1</translation>
    </message>
    <message>
        <source>结束访问</source>
        <translation>End my visit</translation>
    </message>
    <message>
        <source>网站的按钮</source>
        <translation>The website&apos;s buttons</translation>
    </message>
</context>
<context>
    <name>WebPage</name>
    <message>
        <source>网站页面：%1</source>
        <translation>Web page: %1</translation>
    </message>
    <message>
        <source>正在打开 %1</source>
        <translation>Opening %1</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>这里不能下载文件。请用手机打开本页网址下载。</source>
        <translation>Files cannot be downloaded here. Open the address on your phone.</translation>
    </message>
    <message>
        <source>这里不能打印。请用手机打开本页网址。</source>
        <translation>There is no printing here. Open the address on your phone.</translation>
    </message>
    <message>
        <source>这个链接通向别的网站，这里只能看本单位的网站。</source>
        <translation>This link leads to another website; only this office&apos;s own can be seen here.</translation>
    </message>
</context>
<context>
    <name>WebTime</name>
    <message>
        <source>还要继续上网吗？</source>
        <translation>Would you like more time on the website?</translation>
    </message>
    <message numerus="yes">
        <source>%n 秒后结束访问，您填过的内容不会留下。</source>
        <translation>
            <numerusform>The visit ends in %n second. Nothing you filled in is kept.</numerusform>
            <numerusform>The visit ends in %n seconds. Nothing you filled in is kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>继续上网</source>
        <translation>More time</translation>
    </message>
    <message>
        <source>结束访问</source>
        <translation>End my visit</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>欢迎光临</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>查询内容正在准备中，请向工作人员询问。</source>
        <translation>The contents are being prepared. Please ask the staff.</translation>
    </message>
    <message>
        <source>管理人员：在后台发布一期内容（desk publish），或用 desk receive 接收，本机会自动显示。等待位置：%1</source>
        <translation>Staff: publish an edition (desk publish) or receive one (desk receive); it shows by itself. Awaited in: %1</translation>
    </message>
</context>
<context>
    <name>WordRow</name>
    <message>
        <source>前面的字词</source>
        <translation>Earlier words</translation>
    </message>
    <message>
        <source>后面的字词</source>
        <translation>More words</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>In Chinese</translation>
    </message>
    <message>
        <source>1月</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>2月</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>3月</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>4月</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>5月</source>
        <translation>May</translation>
    </message>
    <message>
        <source>6月</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>7月</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>8月</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>9月</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>10月</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>11月</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>12月</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>%1 %2 室</source>
        <translation>%1, room %2</translation>
    </message>
    <message>
        <source>%1 室</source>
        <translation>Room %1</translation>
    </message>
    <message>
        <source>部分为中文</source>
        <translation>Partly in Chinese</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>电梯</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>楼梯</source>
        <translation>Stairs</translation>
    </message>
    <message>
        <source>卫生间</source>
        <translation>Toilet</translation>
    </message>
    <message>
        <source>坡道</source>
        <translation>Ramp</translation>
    </message>
    <message>
        <source>您选的房间</source>
        <translation>The room you chose</translation>
    </message>
    <message>
        <source>组长</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>副组长</source>
        <translation>Deputy chair</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>%1%2日</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1年%2%3日</source>
        <translation>%3 %2 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>11月23日 星期一</comment>
        <translation>%2, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>明日 星期二</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>today</translation>
    </message>
    <message>
        <source>昨日</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>明日</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>处室</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>领导小组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>办事步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>事项类别</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>房间</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>楼层</source>
        <translation>Floors</translation>
    </message>
    <message>
        <source>大厅窗口</source>
        <translation>Hall windows</translation>
    </message>
    <message>
        <source>网站栏目</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>公开文件</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>要闻</source>
        <translation>News</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>高风险</source>
        <translation>High risk</translation>
    </message>
    <message>
        <source>中风险</source>
        <translation>Medium risk</translation>
    </message>
    <message>
        <source>低风险</source>
        <translation>Low risk</translation>
    </message>
    <message>
        <source>风险点</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>高</source>
        <translation>H</translation>
    </message>
    <message>
        <source>中</source>
        <translation>M</translation>
    </message>
    <message>
        <source>低</source>
        <translation>L</translation>
    </message>
    <message>
        <source>险</source>
        <translation>!</translation>
    </message>
    <message>
        <source>事项类型</source>
        <translation>Kind of item</translation>
    </message>
    <message>
        <source>承诺时限说明</source>
        <translation>About the promised limit</translation>
    </message>
    <message>
        <source>法定时限说明</source>
        <translation>About the legal limit</translation>
    </message>
    <message>
        <source>收费依据</source>
        <translation>Basis of the fee</translation>
    </message>
    <message>
        <source>实施编码</source>
        <translation>Implementation code</translation>
    </message>
    <message>
        <source>服务对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>行使层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>监督投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>责任事项</source>
        <translation>Responsibilities</translation>
    </message>
    <message>
        <source>追责情形</source>
        <translation>Accountability</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>事项编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>发布机构</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>主题分类</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>公开形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>公开时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>内容不全</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>看不明白</source>
        <translation>Hard to understand</translation>
    </message>
    <message>
        <source>内容不对</source>
        <translation>Not correct</translation>
    </message>
    <message>
        <source>不是我要找的</source>
        <translation>Not what I was looking for</translation>
    </message>
    <message>
        <source>主动公开</source>
        <translation>Published proactively</translation>
    </message>
    <message>
        <source>依申请公开</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>不予公开</source>
        <translation>Not public</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>工作职责</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>干部分工</source>
        <translation>People</translation>
    </message>
    <message>
        <source>工作流程</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>处室分布</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>审批大厅</source>
        <translation>Approval hall</translation>
    </message>
    <message>
        <source>信息公开</source>
        <translation>Disclosure</translation>
    </message>
    <message>
        <source>门户网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>今日要闻</source>
        <translation>Today&apos;s news</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message numerus="yes">
        <source>%n 个处室单位</source>
        <translation>
            <numerusform>%n office</numerusform>
            <numerusform>%n offices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 人 · 谁负责，在哪间</source>
        <translation>
            <numerusform>%n person · rooms</numerusform>
            <numerusform>%n people · rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项权力 · 步骤与时限</source>
        <translation>
            <numerusform>%n service · steps, time</numerusform>
            <numerusform>%n services · steps, time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 层楼 · 带您走到门口</source>
        <translation>
            <numerusform>%n floor · to the door</numerusform>
            <numerusform>%n floors · to the door</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个事项 · %1</source>
        <translation>
            <numerusform>%n service · %1</numerusform>
            <numerusform>%n services · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个事项</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 条目录 · 指南与文件</source>
        <translation>
            <numerusform>%n entry · guide, files</numerusform>
            <numerusform>%n entries · guide, files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个栏目 · 扫码带走</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 个 · 组长与成员</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
</TS>
