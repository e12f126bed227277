"""Official forms as they come: each file has one thing people do to a form. What a draft must hold was written before any was drafted.

usage: python3 messy.py OUT     OUT/messy-NAME.xlsx and OUT/messy.json
"""
import copy
import json
import os
import sys

from openpyxl import Workbook

from openpyxl.utils import get_column_letter as letter

from make import key, write
from provinces import CENTRAL, CITY, GUANGDONG, HENAN, SICHUAN

EXPENSE, INCOME, BALANCE, CARS = CENTRAL[4], CENTRAL[1], GUANGDONG[0], HENAN[3]
BASIC, BUYING, PROJECTS, UNITS = CENTRAL[5], CITY[3], GUANGDONG[5], SICHUAN[2]


def book(*forms, names=None):
    workbook = Workbook()
    workbook.remove(workbook.active)
    for place, form in enumerate(forms):
        write(workbook, {**form, **({"sheet": names[place]} if names else {})}, True)
    return workbook, [key(form) for form in forms]


def shifted(sheet, rows, columns):
    """Moves everything down and to the right, formulas with it."""
    merged = [str(area) for area in sheet.merged_cells.ranges]
    for area in merged:
        sheet.unmerge_cells(area)
    sheet.move_range(f"A1:{letter(sheet.max_column)}{sheet.max_row}", rows=rows, cols=columns, translate=True)
    for area in merged:
        first, last = area.split(":")
        from openpyxl.utils.cell import coordinate_from_string, column_index_from_string
        (c1, r1), (c2, r2) = coordinate_from_string(first), coordinate_from_string(last)
        sheet.merge_cells(f"{letter(column_index_from_string(c1) + columns)}{r1 + rows}:"
                          f"{letter(column_index_from_string(c2) + columns)}{r2 + rows}")


def english():
    return book(EXPENSE, BALANCE, names=["Sheet1", "Sheet2"])


def pinyin():
    return book(INCOME, CARS, names=["bmsr", "sangong(2)"])


def blank_lead():
    workbook, keys = book(EXPENSE)
    shifted(workbook.worksheets[0], 3, 2)
    return workbook, keys


def part_title():
    workbook, keys = book(INCOME)
    sheet = workbook.worksheets[0]
    sheet.unmerge_cells("A2:N2")
    sheet.merge_cells("A2:F2")
    return workbook, keys


def bare_title():
    workbook, keys = book(BALANCE)
    sheet = workbook.worksheets[0]
    sheet.unmerge_cells("A2:D2")
    sheet["B2"], sheet["A2"] = sheet["A2"].value, None
    return workbook, keys


def two_units():
    workbook, keys = book(EXPENSE)
    workbook.worksheets[0]["H1"] = "单位：万元"
    return workbook, keys


def unit_below():
    workbook, keys = book({**BALANCE, "unit": None, "left": "单位名称：某市某局"})
    sheet = workbook.worksheets[0]
    sheet.cell(sheet.max_row + 1, 4, "单位：万元")
    keys[0]["unit"] = "单位：万元"
    return workbook, keys


def stray_note():
    workbook, keys = book(CARS)
    sheet = workbook.worksheets[0]
    shifted(sheet, 1, 0)
    sheet["A1"] = "请各单位按要求填列，于1月31日前报送。"
    return workbook, keys


def beside():
    workbook, keys = book(CARS)
    sheet = workbook.worksheets[0]
    sheet["D4"] = "填表说明：本表由财务科填列"
    sheet["D7"] = "与上年比较"
    return workbook, keys


def protected():
    workbook, keys = book(EXPENSE)
    workbook.worksheets[0].protection.sheet = True
    workbook.worksheets[0].protection.password = "123"
    return workbook, keys


def hidden():
    workbook, keys = book(INCOME)
    sheet = workbook.worksheets[0]
    sheet["P6"] = "内部用"
    sheet.column_dimensions["P"].hidden = True
    sheet.row_dimensions[8].hidden = True
    return workbook, keys


def breaks():
    form = copy.deepcopy(EXPENSE)
    workbook, keys = book(form)
    sheet = workbook.worksheets[0]
    for line in sheet.iter_rows(min_row=4, max_row=5):
        for cell in line:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("科目编码", "科目\n编码").replace("小计", "小　计").replace("基本支出", "基本\n支出")
    for cell in sheet[14]:
        if cell.value == "合计":
            cell.value = "合　　计"
    return workbook, keys


def number_right():
    workbook, keys = book({**BALANCE, "number": None})
    sheet = workbook.worksheets[0]
    sheet.unmerge_cells("A1:D1")
    sheet["D1"] = "表1"
    sheet.merge_cells("A1:C1")
    keys[0]["number"] = "表1"
    return workbook, keys


def one_sheet():
    workbook, keys = book(CARS, BALANCE)
    first, second = workbook.worksheets
    first.title = "公开表"
    at = first.max_row + 2
    for line in second.iter_rows():
        for cell in line:
            value = cell.value
            if isinstance(value, str) and value.startswith("="):
                from openpyxl.formula.translate import Translator
                value = Translator(value, cell.coordinate).translate_formula(f"{letter(cell.column)}{cell.row + at}")
            first.cell(cell.row + at, cell.column, value)
    first.merge_cells(start_row=at + 2, end_row=at + 2, start_column=1, end_column=4)
    workbook.remove(second)
    keys[1]["portrait"], keys[1]["fit"] = keys[0]["portrait"], keys[0]["fit"]
    return workbook, keys


def two_sheets():
    left = {**BALANCE, "rows": BALANCE["rows"][:4]}
    right = {**BALANCE, "rows": [{**entry, "tot": {}} for entry in BALANCE["rows"][4:]], "title": BALANCE["title"] + "（续）"}
    workbook, _ = book(left, right, names=["1", "2"])
    keys = [key(BALANCE)]
    keys[0]["totals"] = [total for total in keys[0]["totals"] if "本年" in total["row"]]
    return workbook, keys


def half_width():
    form = {**GUANGDONG[2], "title": GUANGDONG[2]["title"].replace("（", "(").replace("）", ")"), "unit": "单位:万元", "left": "单位名称:某市某局"}
    workbook, keys = book(form)
    keys[0]["left"] = None
    return workbook, keys


def numbered():
    workbook, keys = book({**BASIC, "numbers": False})
    sheet = workbook.worksheets[0]
    sheet.insert_rows(6)
    for column, text in enumerate(["甲", "乙", "1=2+3", "2", "3"], 1):
        sheet.cell(6, column, text)
    for line in sheet.iter_rows(min_row=7):
        for cell in line:
            cell.value = None if isinstance(cell.value, str) and cell.value.startswith("=") else cell.value
    keys[0]["numbers"] = True
    return workbook, keys


def filled():
    workbook, keys = book(CENTRAL[2])
    sheet = workbook.worksheets[0]
    for r in range(5, 8):
        for c in range(4, 9):
            sheet.cell(r, c, 12.5 * r)
    return workbook, keys


def cover():
    workbook, keys = book(EXPENSE, CARS)
    front = workbook.create_sheet("封面", 0)
    front["C8"] = "2026年部门预算公开"
    front["C12"] = "某市某局"
    contents = workbook.create_sheet("目录", 1)
    contents["A1"] = "目录"
    for place, title in enumerate(["一般公共预算支出表", "一般公共预算“三公”经费支出情况表"], 2):
        contents.cell(place, 1, f"附表{place - 1}")
        contents.cell(place, 2, title)
    return workbook, keys


def unit_in_title():
    workbook, keys = book({**BASIC, "unit": None})
    sheet = workbook.worksheets[0]
    sheet["A2"] = sheet["A2"].value + "（单位：万元）"
    return workbook, keys


def signatures():
    workbook, keys = book(BUYING)
    sheet = workbook.worksheets[0]
    at = sheet.max_row + 1
    sheet.cell(at, 1, "填表人：")
    sheet.cell(at, 4, "审核人：")
    sheet.cell(at, 7, "填表日期：")
    return workbook, keys


def odd_formulas():
    workbook, keys = book(CARS)
    sheet = workbook.worksheets[0]
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = "=+" + cell.value[1:].replace("B", "$B$") if "SUM" not in cell.value else cell.value.replace(
                    "SUM(", "SUBTOTAL(9,")
    return workbook, keys


def remarks():
    form = {**INCOME, "columns": INCOME["columns"] + ["备注:t"]}
    return book(form)


def years_line():
    workbook, keys = book({**CARS, "left": None})
    sheet = workbook.worksheets[0]
    sheet["A3"] = "编制日期：2026年1月20日"
    return workbook, keys


def units_first():
    workbook, keys = book(UNITS, PROJECTS)
    for sheet in workbook.worksheets:
        sheet.freeze_panes = "B6"
        sheet.sheet_view.showGridLines = False
        sheet.auto_filter.ref = "A6:C10"
    return workbook, keys


CASES = [english, pinyin, blank_lead, part_title, bare_title, two_units, unit_below, stray_note, beside, protected, hidden, breaks, number_right,
         one_sheet, two_sheets, half_width, numbered, filled, cover, unit_in_title, signatures, odd_formulas, remarks, years_line, units_first]


def main(out):
    os.makedirs(out, exist_ok=True)
    keys = {}
    for case in CASES:
        workbook, forms = case()
        workbook.save(os.path.join(out, f"messy-{case.__name__}.xlsx"))
        keys[case.__name__] = dict(forms=forms, ties=[])
    with open(os.path.join(out, "messy.json"), "w", encoding="utf-8") as file:
        json.dump(keys, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
