"""Forms of further places, written down with their key after the reading was finished and drafted once.

usage: python3 unseen.py OUT     OUT/unseen-NAME.xlsx and OUT/unseen.json
"""
import json
import os
import sys

from make import blanks, form, row
from messy import book

CHONGQING = [
    form("财政拨款收支总表", [("收入", ["项目:l", "预算数:a"]), ("支出", ["项目:l", "合计:a", "一般公共预算财政拨款:a", "政府性基金预算财政拨款:a",
                                                        "国有资本经营预算财政拨款:a"])],
         [row("本", {0: "一、本年收入", 2: "一、本年支出"}, {1: ["甲", "乙", "丙"], 4: ["*"], 5: ["*"], 6: ["*"]}), row("甲", {0: "一般公共预算资金"}, indent=1),
          row("乙", {0: "政府性基金预算资金"}, indent=1), row("丙", {0: "国有资本经营预算资金"}, indent=1)] + blanks(6)
         + [row("上", {0: "二、上年结转", 2: "二、结转下年"}, {1: ["丁", "戊"]}), row("丁", {0: "一般公共预算拨款"}, indent=1),
            row("戊", {0: "政府性基金预算拨款"}, indent=1), row("总", {0: "收入总计", 2: "支出总计"}, {c: ["本", "上"] for c in (1, 4, 5, 6)})],
         number="表一", left="编制单位：某县某局", unit="单位：元", sides=2, coltot={3: (4, 6)},
         tree=dict(codes="functional", pieces=1, levels=["类"], side=1)),
    form("一般公共预算财政拨款支出预算表", [("功能分类科目", ["科目编码:c", "科目名称:n"]), "2025年预算数:a", ("2026年预算数", ["总计:a", "基本支出:a", "项目支出:a"])],
         [row("合计", {1: "合计"}, {2: ["*"], 4: ["*"], 5: ["*"]})] + blanks(6), number="表二", left="编制单位：某县某局", unit="单位：元", year=2026,
         coltot={3: [4, 5]}, tree=dict(codes="functional", pieces=1, levels=["类", "款", "项"], side=-1), portrait=True,
         foot="备注：本表反映当年一般公共预算财政拨款支出情况。"),
]
YUNNAN = [
    form("部门项目支出预算表（其他运转类、特定目标类项目）", ["项目分类:t", "单位名称:t", "项目名称:t", "功能科目编码:t", "功能科目名称:t", "经济科目编码:t", "经济科目名称:t", "总计:a",
                                       ("财政拨款", ["一般公共预算:a", "政府性基金预算:a", "国有资本经营预算:a"]), "财政专户管理资金:a", "单位资金:a"],
         blanks(6) + [row("合计", {0: "合计"}, {c: ["*"] for c in range(8, 13)})], number="预算05-2表", left="单位名称：某县某局", unit="单位：元",
         coltot={7: (8, 12)}, list_="projects"),
    form("政府购买服务预算表", ["预算项目:t", "采购项目:t", "采购目录:t", "购买内容:t", "数量:u", "计量单位:t", "金额:a"], blanks(6), number="预算08表",
         left="单位名称：某县某局", unit="单位：元", list_="procurement"),
    form("财务收支预算总表", [("收　入", ["项　　目:l", "2026年预算数:a"]), ("支　出", ["项目（按功能分类）:l", "2026年预算数:a"])],
         [row("一", {0: "一、一般公共预算拨款收入", 2: "一、一般公共服务支出"}), row("二", {0: "二、政府性基金预算拨款收入", 2: "二、公共安全支出"}),
          row("三", {0: "三、单位资金收入", 2: "三、教育支出"}, {1: ["四", "五"]}), row("四", {0: "1、事业收入", 2: "四、科学技术支出"}),
          row("五", {0: "2、其他收入", 2: "五、社会保障和就业支出"}), row("六", {2: "六、卫生健康支出"}), row("七", {2: "七、节能环保支出"}),
          row("八", {2: "八、城乡社区支出"}), row("九", {2: "九、农林水支出"}), row("十", {2: "十、交通运输支出"}), row("十一", {2: "十一、住房保障支出"}),
          row("本年", {0: "本年收入合计", 2: "本年支出合计"},
              {1: ["一", "二", "三"], 3: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"]}),
          row("上", {0: "上年结转结余", 2: "年终结转结余"}), row("总", {0: "收　入　总　计", 2: "支　出　总　计"}, {1: ["本年", "上"], 3: ["本年", "上"]})],
         number="预算01-1表", left="单位名称：某县某局", unit="单位：元", year=2026, sides=2),
]
ANHUI = [
    form("财政拨款“三公”经费支出预算表", ["“三公”经费合计:a", "因公出国(境)费:a", ("公务用车购置及运行费", ["小计:a", "公务用车购置费:a", "公务用车运行费:a"]), "公务接待费:a"],
         blanks(1), number=None, left=None, unit="单位：万元", coltot={0: [1, 2, 5], 2: [3, 4]}, digits="0"),
]
HUNAN = [
    form("基本支出预算明细表—工资福利支出", ["单位代码:c", "单位名称（科目）:n", "合计:a", ("工资奖金津补贴", ["小计:a", "基本工资:a", "津贴补贴:a", "奖金:a"]),
                              ("社会保障缴费", ["小计:a", "养老保险:a", "医疗保险:a"]), "住房公积金:a", "其他工资福利支出:a"],
         [row("合计", {1: "合计"}, {c: ["*"] for c in (4, 5, 6, 8, 9, 10, 11)})] + blanks(5), number="附表8", left="部门：某县某局", unit="金额单位：万元",
         coltot={2: [3, 7, 10, 11], 3: (4, 6), 7: [8, 9]}, tree=dict(codes="units", pieces=1, levels=["单位"], side=-1)),
]
GUANGXI = [
    form("国有资产占有使用情况表", ["项目:l", "数量:u", "金额:a"],
         [row("一", {0: "资产总额"}, {2: ["二", "三", "四"]}), row("二", {0: "（一）土地、房屋及构筑物"}), row("房", {0: "其中：办公用房"}, indent=1, which=True),
          row("三", {0: "（二）通用设备"}), row("车", {0: "其中：车辆"}, indent=1, which=True), row("四", {0: "（三）专用设备"})],
         number="表11", left="单位名称：某市某局", unit="单位：元", portrait=True),
    form("部门收支总体情况表", [("收入", ["项目:l", "金额:a"]), ("支出", ["项目:l", "合计:a", ("本年预算", ["小计:a", "一般公共预算:a", "政府性基金预算:a"]), "上年结转:a"])],
         [row("一", {0: "一、财政拨款收入", 2: "一、基本支出"}, {4: []}), row("二", {0: "二、事业收入", 2: "（一）工资福利支出"}), row("三", {0: "三、其他收入", 2: "（二）商品和服务支出"}),
          row("四", {0: "四、上级补助收入", 2: "二、项目支出"}),
          row("总", {0: "收入合计", 2: "支出合计"}, {1: ["一", "二", "三", "四"], 5: ["一", "四"], 6: ["一", "四"], 7: ["一", "四"]})],
         number="表1", left="单位名称：某市某局", unit="单位：元", sides=2, coltot={3: [4, 7], 4: [5, 6]}),
]
GUANGXI[1]["rows"][0]["tot"] = {c: ["二", "三"] for c in (5, 6, 7)}

PLACES = dict(chongqing=CHONGQING, yunnan=YUNNAN, anhui=ANHUI, hunan=HUNAN, guangxi=GUANGXI)


def main(out):
    keys = {}
    for place, forms in PLACES.items():
        workbook, own = book(*forms)
        workbook.save(os.path.join(out, f"unseen-{place}.xlsx"))
        keys[place] = dict(forms=own, ties=[])
    with open(os.path.join(out, "unseen.json"), "w", encoding="utf-8") as file:
        json.dump(keys, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
