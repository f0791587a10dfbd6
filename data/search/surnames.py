"""How surnames are read where the character alone, or a phrase that begins like the name, is read otherwise.

The first reading is the usual one for a surname; those after it are also borne. Tones do not matter to a search and are
left out. Readings as in 现代汉语词典 and 中国姓氏大辞典; 拼音 in the staff's list overrides them for one person.
"""

_SINGLE = """\
单 shan|仇 qiu|解 xie|曾 zeng|区 ou|查 zha|朴 piao|盖 ge gai|翟 zhai di|缪 miao mou|员 yun|覃 qin tan|折 she
薄 bo|繁 po|阚 kan|种 chong|黑 he|祭 zhai ji|任 ren|华 hua|纪 ji|乐 yue le|尉 wei yu|召 shao|洗 xian|冼 xian
逄 pang|郇 xun huan|隗 wei kui|贠 yun|谌 chen shen|牟 mu mou|句 gou|盛 sheng|石 shi|沈 shen|燕 yan|宿 su|葛 ge
贾 jia|那 na|秘 bi|撒 sa|舍 she|宓 mi fu|藏 zang|臧 zang|曲 qu|行 xing|俞 yu|褚 chu|重 chong|逯 lu|乜 nie
郗 xi chi|於 yu|柏 bai bo|都 du|过 guo|干 gan|长 chang|阙 que|仉 zhang|车 che|应 ying|宁 ning|佴 nai|能 nai
哈 ha|卜 bu|强 qiang|降 jiang|角 jue jiao|粘 nian|颉 xie jie|令 ling|占 zhan|相 xiang|万 wan|晟 cheng sheng
瞿 qu|厍 she|訾 zi|亓 qi|仝 tong|幺 yao|呙 guo|眭 sui|郄 qie xi|叶 ye|育 yu|冯 feng|大 da|少 shao|教 jiao
中 zhong|冠 guan|为 wei|度 du|洞 dong|参 shen|适 kuo|难 ning|无 wu|戚 qi|殷 yin|会 gui hui|要 yao|斜 xie|炅 gui
昝 zan|钭 tou|遆 ti|郜 gao|鄢 yan|闫 yan|靳 jin|鞠 ju|麴 qu|腾 teng|朝 chao|冒 mao|没 mo|咸 xian|噶 ga
奇 qi|妫 gui|宰 zai|尧 yao|彤 tong|扎 zha|暴 bao|生 sheng|番 pan fan|缴 jiao|肖 xiao|称 chen"""

_COMPOUND = """\
万俟 mo qi|尉迟 yu chi|单于 chan yu|长孙 zhang sun|澹台 tan tai|令狐 ling hu|宰父 zai fu|拓跋 tuo ba|呼延 hu yan
赫连 he lian|皇甫 huang fu|司马 si ma|上官 shang guan|欧阳 ou yang|夏侯 xia hou|诸葛 zhu ge|闻人 wen ren
东方 dong fang|公羊 gong yang|公冶 gong ye|宗政 zong zheng|濮阳 pu yang|淳于 chun yu|太叔 tai shu|申屠 shen tu
公孙 gong sun|仲孙 zhong sun|轩辕 xuan yuan|钟离 zhong li|宇文 yu wen|慕容 mu rong|鲜于 xian yu|闾丘 lu qiu
司徒 si tu|司空 si kong|亓官 qi guan|司寇 si kou|子车 zi ju|颛孙 zhuan sun|端木 duan mu|巫马 wu ma|公西 gong xi
漆雕 qi diao|乐正 yue zheng|壤驷 rang si|公良 gong liang|夹谷 jia gu|谷梁 gu liang|段干 duan gan|百里 bai li
东郭 dong guo|南门 nan men|呼衍 hu yan|羊舌 yang she|微生 wei sheng|梁丘 liang qiu|左丘 zuo qiu|东门 dong men
西门 xi men|南宫 nan gong|第五 di wu|纳兰 na lan|独孤 du gu|完颜 wan yan|叶赫 ye he|那拉 na la
爱新觉罗 ai xin jue luo|哥舒 ge shu|达奚 da xi|贺兰 he lan|费莫 fei mo|库狄 she di|厍狄 she di|吐谷浑 tu yu hun
贺若 he re|车正 ju zheng|褚师 chu shi|相里 xiang li|叱干 chi gan|屈突 qu tu|普周 pu zhou|万纽 wan niu|斛律 hu lu
豆卢 dou lu|阿史那 a shi na"""


def _rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.replace("\n", "|").split("|")]


SURNAMES: dict[str, tuple[str, ...]] = {name: tuple(readings) for name, *readings in _rows(_SINGLE)}
"""A surname of one character → its readings, the usual one first."""

COMPOUND_SURNAMES: dict[str, tuple[str, ...]] = {name: tuple(syllables) for name, *syllables in _rows(_COMPOUND)}
"""A surname of two to four characters → the syllables it is read by."""
