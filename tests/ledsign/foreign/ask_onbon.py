"""Runs in the foreign environment: what app_tools_zxw makes of texts. JSON requests in, hexadecimal frames out."""

import importlib
import json
import sys

MODULE = "app_tools_zxw.SDK_硬件读写.LED显示屏.仰邦BX6K1_网口_使用公共封装函数"
encoder = importlib.import_module(MODULE).LED通讯
frames = [
    encoder._修改文字_生成命令(
        one["text"],
        color=one["colour"],
        speed=one["speed"],
        显示方式=one["mode"],
        特技停留时间=one["stay"],
        动态区运行模式=one["run_mode"],
        自动换行=one["wraps"],
        多行显示=one["several"],
        更新区域编号=one["id"],
    )
    for one in json.load(sys.stdin)
]
# Its own complaints about checksums go to the same output, before this last line.
sys.stdout.write("\n" + json.dumps([bytes(frame).hex() for frame in frames]) + "\n")
