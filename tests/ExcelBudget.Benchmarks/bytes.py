#!/usr/bin/env python3
"""Where the bytes of workbooks are, and how few they could be.

    python3 tests/ExcelBudget.Benchmarks/bytes.py WORKBOOK.xlsx…

Prints the deflated size of each kind of part. «No checks» is the workbook without 校验, 校验计算 and seals. «Floor» is a prototype of
it: the same cells with their places, styles, formulas and texts, and nothing else (no results of formulas, formats on conditions,
dropdowns, names), deflated at the highest level. All in KB.
"""
import re
import sys
import zipfile
import zlib

CHECKS = {"校验": "checks", "校验计算": "helper", "_excelbudget": "seals", "科目目录": "codes"}
KINDS = ["forms", "texts", "codes", "others", "checks", "helper", "seals"]


def deflated(plain: bytes, level: int) -> int:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, 9)
    return len(packer.compress(plain) + packer.flush())


def kinds(book: zipfile.ZipFile) -> dict[str, str]:
    links = dict(re.findall(r'Target="(?:/xl/)?(worksheets/[^"]+)"[^>]*Id="([^"]+)"', book.read("xl/_rels/workbook.xml.rels").decode()))
    links |= {target: link for link, target in
              re.findall(r'Id="([^"]+)"[^>]*Target="(?:/xl/)?(worksheets/[^"]+)"', book.read("xl/_rels/workbook.xml.rels").decode())}
    names = {link: name for name, link in re.findall(r'<sheet name="([^"]+)"[^>]*r:id="([^"]+)"', book.read("xl/workbook.xml").decode())}
    return {"xl/" + target: CHECKS.get(names[link], "forms") for target, link in links.items()}


def bare(sheet: str) -> bytes:
    rows = sheet[sheet.index("<sheetData>"):sheet.index("</sheetData>")]
    rows = re.sub(r"<row[^>]*>", "<row>", rows)
    return re.sub(r"(</f>|<f [^>]*/>)<v>[^<]*</v>", r"\1", rows).encode()


def main() -> None:
    print("| workbook | " + " | ".join(KINDS) + " | whole | no checks | floor | whole / floor |")
    print("| --- |" + " ---: |" * (len(KINDS) + 4))
    for path in sys.argv[1:]:
        with zipfile.ZipFile(path) as book:
            of, size, floor, around = kinds(book), dict.fromkeys(KINDS, 0), 0, 22
            for part in book.infolist():
                kind = of.get(part.filename, "texts" if part.filename.endswith("sharedStrings.xml") else "others")
                size[kind] += part.compress_size
                around += 76 + 2 * len(part.filename)
                plain = book.read(part)
                if kind in ("forms", "codes"):
                    floor += deflated(bare(plain.decode()), 9)
                elif kind in ("texts", "others"):
                    floor += deflated(re.sub(rb"<definedNames>.*</definedNames>", b"", plain, flags=re.S), 9)
            size["others"] += around
            whole = sum(size.values())
            plainly = whole - size["checks"] - size["helper"] - size["seals"]
            cells = [f"{value / 1000:.1f}" for value in (*size.values(), whole, plainly, floor + around)]
            print(f"| {path.rsplit('/', 1)[-1]} | " + " | ".join(cells) + f" | {whole / (floor + around):.2f} |")


main()
