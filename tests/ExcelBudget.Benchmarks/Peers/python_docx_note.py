"""The note as one writes it with python-docx: open the template, add paragraphs and tables, save. Its words are given ready.

Arguments: count, folder of the materials, name of the peer. Reports one line like every peer's process: CPU ms an item, median of the
second half in ms, 0 (allocation is not counted), peak MB.
"""
import io
import json
import os
import resource
import statistics
import sys
import time

import docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Twips


def write_paragraph(paragraph, block, styles):
    if block["Text"]:
        paragraph.add_run(block["Text"])
    if block["Style"]:
        paragraph.style = styles[block["Style"]]


def write_cell(cell, block, styles):
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for index, paragraph in enumerate(block["Paragraphs"]):
        write_paragraph(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), paragraph, styles)


def write_table(document, block, styles):
    widths = block["Widths"]
    table = document.add_table(rows=len(block["Rows"]), cols=len(widths))
    table.style = styles[block["Style"]] if block["Style"] else None
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths):
        column.width = Twips(width)
    grid = []
    for row, row_block in zip(table.rows, block["Rows"]):
        row.height = Twips(400)
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if row_block["IsHead"]:
            properties.append(OxmlElement("w:tblHeader"))
        cells = row.cells
        for cell, width in zip(cells, widths):
            cell.width = Twips(width)
        grid.append(cells)
    merge_and_write(grid, block["Rows"], styles)


def merge_and_write(grid, rows, styles):
    starts = {}
    for number, row in enumerate(rows):
        at = 0
        for block in row["Cells"]:
            last = at + block["Span"] - 1
            if block["Merge"] == "continue":
                starts[at][1] = number
            else:
                starts[at] = [number, number, at, last, block]
                starts.setdefault("all", []).append(starts[at])
            at = last + 1
    for top, bottom, left, right, block in starts["all"]:
        cell = grid[top][left]
        if (top, left) != (bottom, right):
            cell = cell.merge(grid[bottom][right])
        write_cell(cell, block, styles)
    continued(grid, rows, styles)


def continued(grid, rows, styles):
    """The cells below a merged one hold an empty paragraph of their own style."""
    for cells, row in zip(grid, rows):
        elements = cells[0]._tc.getparent().tc_lst
        for element, block in zip(elements, row["Cells"]):
            if block["Merge"] == "continue" and block["Paragraphs"][0]["Style"]:
                element.p_lst[0].style = block["Paragraphs"][0]["Style"]


def once(template, blocks):
    document = docx.Document(io.BytesIO(template))
    body = document.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    styles = {style.style_id: style for style in document.styles}
    for block in blocks:
        if block["$type"] == "t":
            write_table(document, block, styles)
        else:
            write_paragraph(document.add_paragraph(), block, styles)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def main():
    count, root, name = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    with open(os.path.join(root, "template.docx"), "rb") as file:
        template = file.read()
    with open(os.path.join(root, "note.txt"), encoding="utf-8") as file:
        blocks = json.load(file)
    times, last = [], b""
    for _ in range(count):
        started = time.perf_counter()
        last = once(template, blocks)
        times.append((time.perf_counter() - started) * 1000)
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = (used.ru_utime + used.ru_stime) * 1000 / count
    print(cpu, statistics.median(times[len(times) // 2:]), 0, used.ru_maxrss / 1024, sep="\t", flush=True)
    with open(os.path.join(root, "output-" + name), "wb") as file:
        file.write(last)


main()
