"""Writes the official forms of several provinces in Excel form, and the key of what a draft of them must hold.

The forms follow what is published; units and figures are none. usage: python3 make.py OUT
OUT/PROVINCE.xlsx with formulas, OUT/PROVINCE-plain.xlsx without, OUT/key.json. LibreOffice's own writing is made of them by
soffice --convert-to xlsx.
"""
import json
import os
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter as letter

THIN = Border(*[Side(style="thin")] * 4)
KINDS = dict(l="label", c="code", n="codeName", a="amount", p="percent", t="text", r="rowNumber", u="number")


def leaves(nodes, path=()):
    for node in nodes:
        if isinstance(node, tuple):
            yield from leaves(node[1], path + (node[0],))
        else:
            title, kind = node.rsplit(":", 1)
            yield path + (title,), kind


def depth(nodes):
    return max(1 + (depth(node[1]) if isinstance(node, tuple) else 0) for node in nodes)


def width(node):
    return sum(width(below) for below in node[1]) if isinstance(node, tuple) else 1


def header(sheet, nodes, row, column, levels, merged=True):
    for node in nodes:
        wide = width(node)
        title = node[0] if isinstance(node, tuple) else node.rsplit(":", 1)[0]
        sheet.cell(row, column, title)
        bottom = row if isinstance(node, tuple) else row + levels - 1
        if merged and (wide > 1 or bottom > row):
            sheet.merge_cells(start_row=row, end_row=bottom, start_column=column, end_column=column + wide - 1)
        if isinstance(node, tuple):
            header(sheet, node[1], row + 1, column, levels - 1, merged)
        column += wide


def form(title, columns, rows, number=None, left=None, unit="单位：万元", portrait=False, fit=False, numbers=False, foot=None,
         year=None, tree=None, list_=None, coltot=None, diff=None, rate=None, digits="#,##0.00", merged=True, block=None, codes=None, sides=1):
    return locals()


def row(name=None, labels=None, tot=None, code=None, indent=0, **more):
    return dict(name=name, labels=labels or {}, tot=tot or {}, code=code, indent=indent, **more)


def blanks(count):
    return [row() for _ in range(count)]


def write(workbook, form, formulas):
    sheet = workbook.create_sheet(form.get("sheet") or ((form["number"] or "") + form["title"])[:31].replace("“", "").replace("”", ""))
    cells = list(leaves(form["columns"]))
    last = len(cells)
    at = 1
    if form["number"]:
        sheet.cell(at, 1, form["number"]).font = Font(name="黑体", size=12)
        at += 1
    printed = (f"{form['year']}年" if form["year"] else "") + form["title"]
    sheet.cell(at, 1, printed).font = Font(name="方正小标宋简体", size=20, bold=True)
    sheet.cell(at, 1).alignment = Alignment(horizontal="center", vertical="center")
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=max(last, form.get("block_width", 0)))
    sheet.row_dimensions[at].height = 32
    at += 1
    if form["left"] or form["unit"]:
        if form["left"]:
            sheet.cell(at, 1, form["left"]).font = Font(name="仿宋", size=11)
        if form["unit"]:
            sheet.cell(at, last, form["unit"]).alignment = Alignment(horizontal="right")
            sheet.cell(at, last).font = Font(name="仿宋", size=11)
        at += 1
    levels = depth(form["columns"])
    header(sheet, form["columns"], at, 1, levels, form["merged"])
    for r in range(at, at + levels):
        for c in range(1, last + 1):
            cell = sheet.cell(r, c)
            cell.font = Font(name="黑体", size=11, bold=True)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell.border = THIN
            cell.fill = PatternFill("solid", fgColor="DDEBF7")
    at += levels
    if form["numbers"]:
        count = 0
        for c, (_, kind) in enumerate(cells, 1):
            if kind in "lncr" and not count:
                sheet.cell(at, c, "栏次" if c == 1 else None)
            else:
                count += 1
                sheet.cell(at, c, count)
            sheet.cell(at, c).border = THIN
        at += 1
    first = at
    places = {entry["name"]: first + index for index, entry in enumerate(form["rows"]) if entry["name"]}
    end = first + len(form["rows"]) - 1
    for index, entry in enumerate(form["rows"]):
        r = first + index
        for c in range(1, last + 1):
            cell = sheet.cell(r, c)
            cell.border = THIN
            cell.font = Font(name="宋体", size=10, bold=bool(entry["tot"]))
            if cells[c - 1][1] == "a":
                cell.number_format = form["digits"]
                cell.alignment = Alignment(horizontal="right")
        for c, text in entry["labels"].items():
            cell = sheet.cell(r, c + 1, text)
            if entry["indent"]:
                cell.alignment = Alignment(indent=entry["indent"])
        if not formulas:
            continue
        for c, parts in entry["tot"].items():
            col = letter(c + 1)
            if parts == ["*"]:
                below = leaves_of(form, index, c)
                sheet.cell(r, c + 1, f"=SUM({col}{first + below[0]}:{col}{first + below[-1]})")
                continue
            at_rows = [places[part] for part in parts]
            if len(parts) > 2 and at_rows == list(range(at_rows[0], at_rows[-1] + 1)):
                sheet.cell(r, c + 1, f"=SUM({col}{at_rows[0]}:{col}{at_rows[-1]})")
            else:
                sheet.cell(r, c + 1, "=" + "+".join(f"{col}{place}" for place in at_rows))
        if not entry["tot"] and not any(entry["labels"].values()) and form["rows"][0]["tot"] is None:
            continue
        for c, parts in (form["coltot"] or {}).items():
            if isinstance(parts, tuple):
                sheet.cell(r, c + 1, f"=SUM({letter(parts[0] + 1)}{r}:{letter(parts[1] + 1)}{r})")
            else:
                sheet.cell(r, c + 1, "=" + "+".join(f"{letter(part + 1)}{r}" for part in parts))
        for c, (now, past) in (form["diff"] or {}).items():
            sheet.cell(r, c + 1, f"={letter(now + 1)}{r}-{letter(past + 1)}{r}")
        for c, (now, past, style) in (form["rate"] or {}).items():
            n, p = letter(now + 1) + str(r), letter(past + 1) + str(r)
            change = next((letter(d + 1) + str(r) for d in form["diff"] or {}), None)
            sheet.cell(r, c + 1, {
                "if": f'=IF({p}=0,"",ROUND({change}/{p}*100,2))',
                "minus": f"={n}/{p}-1",
                "error": f'=IFERROR(({n}-{p})/{p}*100,"—")',
            }[style])
    at = end + 1
    if form["foot"]:
        sheet.cell(at, 1, form["foot"])
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=last)
    for c, (path, kind) in enumerate(cells, 1):
        sheet.column_dimensions[letter(c)].width = {"l": 34, "n": 30, "c": 10 if len(path[-1]) > 1 else 6, "r": 6, "t": 20}.get(kind, 15)
    sheet.page_setup.orientation = "portrait" if form["portrait"] else "landscape"
    sheet.page_setup.paperSize = 9
    if form["fit"]:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1


def leaves_of(form, index, column):
    """Rows by code that a total adds up: those above it without words in its list, else those below."""
    rows = form["rows"]
    if form["sides"] == 1:
        return [place for place, entry in enumerate(rows) if not entry["tot"]]
    label = max(at for at, (_, kind) in enumerate(leaves(form["columns"])) if kind == "l" and at < column)
    above = [place for place in range(index) if not rows[place]["labels"].get(label)]
    below = [place for place in range(index + 1, len(rows)) if not rows[place]["labels"].get(label)]
    found = above or below
    return [place for at, place in enumerate(found) if place - found[0] == at]


def write_block(workbook, form):
    """A form of merged cells: each line a list of (text or None, columns, rows)."""
    sheet = workbook.create_sheet(((form["number"] or "") + form["title"])[:31])
    wide = form["block_width"]
    at = 1
    if form["number"]:
        sheet.cell(at, 1, form["number"])
        at += 1
    sheet.cell(at, 1, form["title"]).font = Font(name="方正小标宋简体", size=18, bold=True)
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=wide)
    at += 1
    sheet.cell(at, 1, f"（{form['year']}年度）")
    sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=wide)
    at += 1
    taken = set()
    for line in form["block"]:
        column = 1
        for text, columns, rows in line:
            while (at, column) in taken:
                column += 1
            if text:
                sheet.cell(at, column, text)
            for r in range(at, at + rows):
                for c in range(column, column + columns):
                    taken.add((r, c))
                    sheet.cell(r, c).border = THIN
                    sheet.cell(r, c).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if columns > 1 or rows > 1:
                sheet.merge_cells(start_row=at, end_row=at + rows - 1, start_column=column, end_column=column + columns - 1)
            column += columns
        at += 1
    for c in range(1, wide + 1):
        sheet.column_dimensions[letter(c)].width = 16 if c > 1 else 7
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = 9


def key(form):
    if form["block"]:
        return dict(title=form["title"], number=form["number"], block=True, fields=form["fields"], inner=form["inner"],
                    lines=form["line_count"], skeleton=form["skeleton"], portrait=True)
    cells = list(leaves(form["columns"]))
    year = form["year"]

    def slot(text):
        return text.replace(str(year - 1), "{lastYear}").replace(str(year), "{year}") if year else text

    def path(place):
        return "/".join(slot(part) for part in cells[place][0])

    def parts(found):
        if isinstance(found, tuple):
            return [path(place) for place in range(found[0], found[1] + 1)]
        return [path(place) for place in found]

    named = {entry["name"]: entry for entry in form["rows"] if entry["name"]}
    totals = []
    for entry in form["rows"]:
        for place, own in entry["tot"].items():
            if place in (form["coltot"] or {}):
                continue
            label = label_of(entry, place, cells)
            totals.append(dict(row=label, column=path(place), at=place,
                               parts=own if own == ["*"] else [label_of(named[part], place, cells) for part in own]))
    return dict(
        title=form["title"], number=form["number"], left=form["left"], unit=form["unit"] or None, portrait=form["portrait"], fit=form["fit"],
        numbers=form["numbers"], foot=form["foot"], sides=form["sides"], separators="," in form["digits"],
        columns=[dict(path=path(place), kind=KINDS[kind]) for place, (_, kind) in enumerate(cells)],
        rows=[dict(label=text, code=class_of(text), ofWhich=entry.get("which", False))
              for entry in form["rows"] for text in entry["labels"].values() if not entry.get("sample")],
        tree=form["tree"], list=form["list_"], totals=totals,
        columnTotals=[dict(column=path(place), parts=parts(own)) for place, own in (form["coltot"] or {}).items()],
        differences=[dict(column=path(place), now=path(now), past=path(past)) for place, (now, past) in (form["diff"] or {}).items()],
        rates=[dict(column=path(place), now=path(now), past=path(past)) for place, (now, past, _) in (form["rate"] or {}).items()])


def class_of(text):
    from provinces import CLASSES
    return next((code for code, name in CLASSES if text.split("、")[-1] == name), None)


def label_of(entry, place, cells):
    own = [text for at, text in sorted(entry["labels"].items()) if at < place]
    return own[-1] if own else next(iter(entry["labels"].values()))


def main(out):
    from provinces import PROVINCES
    os.makedirs(out, exist_ok=True)
    keys = {}
    for province, (forms, ties) in PROVINCES.items():
        for formulas in (True, False):
            workbook = Workbook()
            workbook.remove(workbook.active)
            for entry in forms:
                write_block(workbook, entry) if entry["block"] else write(workbook, entry, formulas)
            workbook.save(os.path.join(out, province + ("" if formulas else "-plain") + ".xlsx"))
        keys[province] = dict(forms=[key(entry) for entry in forms], ties=ties)
    with open(os.path.join(out, "key.json"), "w", encoding="utf-8") as file:
        json.dump(keys, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
