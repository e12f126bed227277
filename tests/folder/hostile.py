"""Files that are made to break something, one of each kind, each with the reasons that are right (None: it is read and judged).

Made from one good workbook and one good note, so that the harm sits in a file the program would otherwise take. Nothing here is anybody's data.
"""
import io, re, struct, warnings, zipfile

READ = {None}
DAMAGED = {"damaged"}
BIG = {"too_large"}
BOMB = {"zip_bomb", "too_large"}
NOT_OURS = {"not_a_workbook"}


def rewritten(package, change, order=None):
    """A copy of a package with its parts changed; a part that becomes None is left out."""
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = change(entry.filename, source.read(entry))
            if content is not None:
                target.writestr(entry.filename, content)
        for name, content in (order or {}).items():
            target.writestr(name, content)
    return memory.getvalue()


def zipped(files, method=zipfile.ZIP_DEFLATED):
    memory = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(memory, "w", method) as target:
        warnings.simplefilter("ignore")
        for name, content in files:
            target.writestr(name, content)
    return memory.getvalue()


def compound(streams):
    """An OLE compound file (.xls, .et, .doc, encrypted .xlsx) with these streams, each of at least 4,096 bytes."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    streams = [(name, content.ljust(4096, b"\0")) for name, content in streams]
    lengths = [-(-len(content) // sector) for _, content in streams]
    directory_sectors = -(-(len(streams) + 1) * 128 // sector)
    fat, at, starts = [], 1 + directory_sectors, []
    fat.append(0xFFFFFFFD)
    fat += [index + 2 if index < directory_sectors - 1 else end for index in range(directory_sectors)]
    for length in lengths:
        starts.append(at)
        fat += [at + index + 1 if index < length - 1 else end for index in range(length)]
        at += length
    if len(fat) > 128:
        raise ValueError("one sector of allocation is enough for a test")
    fat += [free] * (128 - len(fat))

    def entry(name, kind, start, size, child=free, right=free):
        words = (name + "\0").encode("utf-16-le")
        return (words.ljust(64, b"\0") + struct.pack("<HBBIII", len(words), kind, 1, free, right, child) + bytes(36)
                + struct.pack("<IQ", start, size))

    entries = entry("Root Entry", 5, end, 0, child=1 if streams else free)
    for index, (name, content) in enumerate(streams):
        entries += entry(name, 2, starts[index], len(content), right=index + 2 if index < len(streams) - 1 else free)
    header = (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108))
    body = struct.pack("<128I", *fat) + entries.ljust(directory_sectors * sector, b"\0")
    for name, content in streams:
        body += content.ljust(-(-len(content) // sector) * sector, b"\0")
    return header + body


def patched(package, name, local=None, central=None):
    """The headers of one entry changed byte by byte: what a zip library would never write."""
    data = bytearray(package)
    raw = name.encode()
    for signature, offset, change in ((b"PK\x03\x04", 30, local), (b"PK\x01\x02", 46, central)):
        at = data.find(signature)
        while at >= 0:
            if data[at + offset:at + offset + len(raw)] == raw and change:
                change(data, at)
            at = data.find(signature, at + 4)
    return bytes(data)


def put(offset, form, value):
    def change(data, at):
        struct.pack_into(form, data, at + offset, value)
    return change


def overlapping(package, copies):
    """Many entries of the directory that share the bytes of one: small outside, large inside."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        entries, size = source.infolist(), len(package)
    end = package.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<I", package, end + 16)[0]
    directory = package[start:end]
    at = directory.find(b"PK\x01\x02")
    length = 46 + sum(struct.unpack_from("<HHH", directory, at + 28))
    first, more = directory[at:at + length], b""
    for index in range(copies):
        name = f"xl/media/{index:06d}.bin".encode()
        head = bytearray(first[:46])
        struct.pack_into("<HHH", head, 28, len(name), 0, 0)
        more += bytes(head) + name
    whole = directory + more
    count = min(0xFFFF, len(entries) + copies)
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(whole), start, 0)
    return package[:start] + whole + tail


def sheet(files, title):
    """The part of the sheet that has a title in its shared or own texts."""
    return next(name for name in files if name.startswith("xl/worksheets/") and title in files[name])


def cells(rows, first=400, text=None, formula=None, width=1):
    out = []
    for at in range(first, first + rows):
        row = []
        for column in range(width):
            name = f"{chr(65 + column)}{at}"
            if formula:
                row.append(f'<c r="{name}"><f>{formula(at)}</f><v>1</v></c>')
            elif text:
                row.append(f'<c r="{name}" t="inlineStr"><is><t>{text(at)}</t></is></c>')
            else:
                row.append(f'<c r="{name}"><v>{at}.5</v></c>')
        out.append(f'<row r="{at}">' + "".join(row) + "</row>")
    return "".join(out).encode()


def workbooks(good):
    """Workbooks that are harmed inside, from one good one."""
    with zipfile.ZipFile(io.BytesIO(good)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    third = "xl/worksheets/sheet3.xml"

    def one(change, name=third):
        return rewritten(good, lambda part, content: change(content) if part == name else content)

    def ended(more, tag=b"</sheetData>", name=third):
        return one(lambda content: content.replace(tag, more + tag), name)

    def after(more, name=third):
        return one(lambda content: content.replace(b"</sheetData>", b"</sheetData>" + more), name)

    types = parts["[Content_Types].xml"]
    relations = parts["xl/_rels/workbook.xml.rels"]
    workbook = parts["xl/workbook.xml"]

    def typed(part, kind, files):
        return rewritten(good, lambda name, content: content.replace(
            b"</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'.encode()) if name == "[Content_Types].xml" else content, files)

    half = len(good) // 2
    formula = b'<c r="A%d"><f>%s</f><v>1</v></c>'
    doubling = b"".join(b'<row r="%d"><c r="A%d"><f>%s</f><v>1</v></c></row>'
                        % (at, at, b"REPT(&quot;x&quot;,9)" if at == 400 else b"A%d&amp;A%d" % (at - 1, at - 1)) for at in range(400, 480))
    circle = b'<row r="400"><c r="A400"><f>B400+1</f><v>1</v></c><c r="B400"><f>A400+1</f><v>1</v></c></row>'
    yield "空文件.xlsx", b"", NOT_OURS
    yield "零字节一片.xlsx", bytes(100_000), NOT_OURS
    yield "只有文件头.xlsx", b"PK\x03\x04", {"damaged", "not_a_workbook"}
    for part in range(1, 10):
        yield f"截断{part}.xlsx", good[:len(good) * part // 10], DAMAGED
    for at in range(0, len(good), max(1, len(good) // 12)):
        yield f"翻转{at}.xlsx", good[:at] + bytes([good[at] ^ 0x5A]) + good[at + 1:], READ | {"damaged", "not_a_workbook", "wrong_template", "zip_bomb", "too_large"}
    yield "末尾多余.xlsx", good + b"\0" * 10, READ | DAMAGED
    yield "开头多余.xlsx", b"MZ" + bytes(510) + good, READ | {"damaged", "not_a_workbook"}
    yield "层层嵌套.xlsx", ended(b"<a>" * 200_000 + b"</a>" * 200_000), {"too_large", "damaged"}
    yield "属性过多.xlsx", one(lambda content: content.replace(b"<sheetData", b"<sheetData " + b" ".join(b'a%d="1"' % at for at in range(60_000)), 1)), READ | {"too_large", "damaged"}
    yield "文档类型.xlsx", one(lambda content: content.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY x "y">]><worksheet', 1)), DAMAGED
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (at, b"&l%d;" % (at - 1) * 10 if at else b"ha") for at in range(12))
    yield "实体炸弹.xlsx", one(lambda content: content.replace(b"<worksheet", b"<!DOCTYPE a [" + laughs + b"]><worksheet", 1)), DAMAGED
    yield "外部实体.xlsx", one(lambda content: content.replace(b"<worksheet", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet', 1)), DAMAGED
    yield "解压炸弹.xlsx", one(lambda content: b" " * 300_000_000), BOMB
    yield "多份炸弹.xlsx", rewritten(good, lambda name, content: content, {f"xl/media/{at}.bin": bytes(30_000_000) for at in range(12)}), BOMB
    yield "重叠炸弹.xlsx", overlapping(good, 1_500), READ | {"damaged", "zip_bomb", "too_large"}
    yield "目录过长.xlsx", overlapping(good, 60_000), {"too_large", "damaged", "zip_bomb"}
    yield "部件重名.xlsx", zipped(list(parts.items()) + [("xl/styles.xml", b"<a/>")]), DAMAGED
    yield "大小写重名.xlsx", zipped(list(parts.items()) + [("XL/Styles.XML", b"<a/>")]), DAMAGED
    yield "越级路径.xlsx", zipped([("../../styles.xml" if name == "xl/styles.xml" else name, content) for name, content in parts.items()]), DAMAGED
    yield "多一个越级.xlsx", zipped(list(parts.items()) + [("../../../../tmp/excelbudget-slip", b"x")]), DAMAGED
    yield "绝对路径.xlsx", zipped(list(parts.items()) + [("/tmp/excelbudget-slip", b"x")]), READ | DAMAGED
    yield "反斜杠.xlsx", zipped(list(parts.items()) + [("..\\..\\excelbudget-slip", b"x")]), READ | DAMAGED
    yield "谎报大小.xlsx", patched(good, third, put(22, "<I", 10), put(24, "<I", 10)), DAMAGED
    yield "谎报很大.xlsx", patched(good, third, put(22, "<I", 0xF0000000), put(24, "<I", 0xF0000000)), DAMAGED | BOMB
    yield "压缩方法不明.xlsx", patched(good, third, put(8, "<H", 99), put(10, "<H", 99)), DAMAGED
    yield "部件加密.xlsx", patched(good, third, put(6, "<H", 1), put(8, "<H", 1)), {"damaged", "encrypted"}
    yield "校验码错.xlsx", patched(good, third, put(14, "<I", 1), put(16, "<I", 1)), DAMAGED
    yield "位置越界.xlsx", patched(good, third, None, put(42, "<I", 0x7FFFFFFF)), DAMAGED
    yield "LZMA压缩.xlsx", zipped(parts.items(), zipfile.ZIP_LZMA), DAMAGED
    yield "无类型表.xlsx", rewritten(good, lambda name, content: None if name == "[Content_Types].xml" else content), {"damaged", "not_a_workbook"}
    yield "无关系表.xlsx", rewritten(good, lambda name, content: None if name == "xl/_rels/workbook.xml.rels" else content), {"damaged", "no_worksheets", "not_a_workbook"}
    yield "没有工作表.xlsx", rewritten(good, lambda name, content: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", content, flags=re.S) if name == "xl/workbook.xml" else content), {"no_worksheets", "damaged"}
    yield "关系成圈.xlsx", rewritten(good, lambda name, content: content.replace(b"worksheets/sheet3.xml", b"workbook.xml") if name == "xl/_rels/workbook.xml.rels" else content), READ | {"damaged"}
    yield "关系外指.xlsx", rewritten(good, lambda name, content: content.replace(b'worksheets/sheet3.xml"', b'http://127.0.0.1:9/x.xml" TargetMode="External"') if name == "xl/_rels/workbook.xml.rels" else content), READ | {"damaged"}
    yield "关系越级.xlsx", rewritten(good, lambda name, content: content.replace(b"worksheets/sheet3.xml", b"../../../../etc/passwd") if name == "xl/_rels/workbook.xml.rels" else content), READ | {"damaged"}
    yield "坏的UTF8.xlsx", ended(b'<row r="400"><c r="A400" t="inlineStr"><is><t>\xff\xfe\x80</t></is></c></row>'), DAMAGED
    yield "控制字符.xlsx", ended(b'<row r="400"><c r="A400" t="inlineStr"><is><t>a\x01b&#2;</t></is></c></row>'), DAMAGED
    yield "UTF16部件.xlsx", one(lambda content: content.decode().replace("UTF-8", "UTF-16").encode("utf-16")), READ | DAMAGED
    yield "行号为零.xlsx", ended(b'<row r="0"><c r="A0"><v>1</v></c></row>'), READ | {"damaged", "too_large"}
    yield "列号过大.xlsx", ended(b'<row r="400"><c r="ZZZZZZZ400"><v>1</v></c></row>'), READ | {"damaged", "too_large"}
    yield "行号过大.xlsx", ended(b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), {"damaged", "too_large"}
    yield "单元格重复.xlsx", ended(b'<row r="400"><c r="A400"><v>1</v></c><c r="A400"><v>2</v></c></row>'), READ | DAMAGED
    yield "行倒序.xlsx", ended(b'<row r="402"><c r="A402"><v>1</v></c></row><row r="401"><c r="A401"><v>2</v></c></row>'), READ | DAMAGED
    yield "数字古怪.xlsx", ended(b'<row r="400">' + b"".join(b'<c r="%s400"><v>%s</v></c>' % (column, value) for column, value in zip((b"A", b"B", b"C", b"D", b"E"), (b"NaN", b"1E400", b"-1E-400", b"0x10", b"9" * 5_000))) + b"</row>"), READ | DAMAGED
    yield "共享文字越界.xlsx", ended(b'<row r="400"><c r="A400" t="s"><v>99999999</v></c><c r="B400" t="s"><v>-1</v></c></row>'), READ | DAMAGED
    yield "样式越界.xlsx", ended(b'<row r="400"><c r="A400" s="99999999"><v>1</v></c></row>'), READ | DAMAGED
    yield "共享文字百万.xlsx", rewritten(good, lambda name, content: content.replace(b"</sst>", b"<si><t>x</t></si>" * 2_500_000 + b"</sst>") if name == "xl/sharedStrings.xml" else content), READ | BOMB
    yield "共享文字过长.xlsx", ended(b'<row r="400"><c r="A400" t="inlineStr"><is><t>' + b"x" * 1_000_000 + b"</t></is></c></row>"), BIG
    yield "富文本碎片.xlsx", ended(b'<row r="400"><c r="A400" t="inlineStr"><is>' + b"<r><t>x</t></r>" * 32_000 + b"</is></c></row>"), READ | BIG
    yield "行过多.xlsx", ended(cells(30_000)), BIG
    yield "单元格过多.xlsx", ended(cells(19_000, width=26)), READ | BIG
    yield "列过多.xlsx", one(lambda content: content.replace(b"<sheetData", b"<cols>" + b"".join(b'<col min="%d" max="%d" width="9"/>' % (at, at) for at in range(1, 16_000)) + b"</cols><sheetData", 1) if b"<cols>" not in content else content.replace(b"</cols>", b"".join(b'<col min="%d" max="%d" width="9"/>' % (at, at) for at in range(600, 16_000)) + b"</cols>", 1)), READ | BIG
    yield "合并过多.xlsx", one(lambda content: re.sub(rb"<mergeCells[^>]*>", lambda found: found.group() + b"".join(b'<mergeCell ref="A%d:B%d"/>' % (at, at) for at in range(1_000, 150_000)), content, count=1)), READ | BIG
    yield "合并重叠.xlsx", one(lambda content: re.sub(rb"<mergeCells[^>]*>", lambda found: found.group() + b"".join(b'<mergeCell ref="A1:XFD%d"/>' % (at + 1) for at in range(3_000)), content, count=1)), READ | BIG | DAMAGED
    yield "条件格式过多.xlsx", one(lambda content: content.replace(b"<pageMargins", b"".join(b'<conditionalFormatting sqref="A1:A%d"><cfRule type="expression" priority="%d" dxfId="0"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>' % (at, at) for at in range(1, 20_000)) + b"<pageMargins", 1)), READ | BIG
    yield "名称过多.xlsx", rewritten(good, lambda name, content: content.replace(b"</definedNames>", b"".join(b'<definedName name="n%d">1</definedName>' % at for at in range(200_000)) + b"</definedNames>") if name == "xl/workbook.xml" else content), READ | BIG
    yield "名称相引.xlsx", rewritten(good, lambda name, content: content.replace(b"</definedNames>", b"".join(b'<definedName name="m%d">m%d+m%d</definedName>' % (at, at + 1, at + 1) for at in range(60)) + b"</definedNames>") if name == "xl/workbook.xml" else content.replace(b"</sheetData>", b'<row r="400"><c r="A400"><f>m0</f><v>1</v></c></row></sheetData>') if name == third else content), READ
    yield "工作表过多.xlsx", many_sheets(parts, 1_900), READ | BIG | DAMAGED
    yield "工作表三百.xlsx", many_sheets(parts, 300), READ
    yield "公式过深.xlsx", ended(b'<row r="400">' + formula % (400, b"(" * 7_000 + b"1" + b")" * 7_000) + b"</row>"), READ
    yield "公式过长.xlsx", ended(b'<row r="400">' + formula % (400, b"1" + b"+1" * 500_000) + b"</row>"), READ | BIG
    yield "公式翻倍.xlsx", ended(doubling), READ
    yield "公式循环.xlsx", ended(circle), READ
    yield "公式链长.xlsx", ended(cells(15_000, formula=lambda at: f"A{at - 1}+1")), READ
    yield "求和平方.xlsx", ended(cells(8_000, formula=lambda at: f"SUM(A$1:E{at})")), READ
    yield "查找平方.xlsx", ended(cells(8_000, formula=lambda at: f"VLOOKUP({at},A$1:E$20000,2,FALSE)+SUMIF(A:A,{at},B:B)")), READ
    yield "共享公式成圈.xlsx", ended(b'<row r="400"><c r="A400"><f t="shared" ref="A400:A401" si="0">A401</f><v>1</v></c></row><row r="401"><c r="A401"><f t="shared" si="0"/><v>1</v></c></row>'), READ
    yield "数组公式过大.xlsx", ended(b'<row r="400"><c r="A400"><f t="array" ref="A400:XFD1048576">ROW(A1:A1048576)*COLUMN(A1:XFD1)</f><v>1</v></c></row>'), READ | BIG
    yield "函数过大.xlsx", ended(b'<row r="400">' + b"".join(b'<c r="%s400"><f>%s</f><v>1</v></c>' % pair for pair in zip((b"A", b"B", b"C", b"D"), (b"REPT(REPT(&quot;x&quot;,32767),32767)", b"9^9^9^9", b"EXP(99999)*EXP(99999)", b"FACT(170)*FACT(170)"))) + b"</row>"), READ
    yield "外部链接.xlsx", ended(b'<row r="400"><c r="A400"><f>[1]Sheet1!A1</f><v>1</v></c><c r="B400"><f>WEBSERVICE(&quot;http://127.0.0.1:9/&quot;)</f><v>1</v></c></row>'), READ
    yield "DDE.xlsx", ended(b'<row r="400"><c r="A400"><f>cmd|&apos;/c calc&apos;!A1</f><v>1</v></c></row>'), READ
    yield "宏工作簿.xlsx", typed("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", {"xl/vbaProject.bin": compound([("VBA", b"x")])}), {"macro"}
    yield "宏表.xlsx", typed("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml", {"xl/macrosheets/sheet1.xml": b"<macrosheet/>"}), {"macro"}
    yield "图表页.xlsx", rewritten(good, lambda name, content: content.replace(b'relationships/worksheet" Target="worksheets/sheet3.xml"', b'relationships/chartsheet" Target="worksheets/sheet3.xml"') if name == "xl/_rels/workbook.xml.rels" else content), READ | DAMAGED
    yield "超大图片.xlsx", rewritten(good, lambda name, content: content, {"xl/media/image1.png": bytes(range(256)) * 100_000}), READ | BOMB
    yield "嵌套压缩.xlsx", zipped([("内.xlsx", zipped([("再内.xlsx", good)]))]), NOT_OURS | READ | {"damaged"}
    yield "加密.xlsx", compound([("EncryptionInfo", b"\x04\0\x04\0"), ("EncryptedPackage", struct.pack("<Q", 100) + bytes(100))]), {"encrypted"}
    yield "旧格式.xls", compound([("Workbook", b"\x09\x08\x10\0\0\x06\x05\0")]), {"old_binary_format"}
    yield "旧格式含Word.xls", compound([("Workbook", b"\x09\x08\x10\0"), ("WordDocument", b"\xec\xa5")]), {"old_binary_format"}
    yield "WPS表格.et", compound([("Workbook", b"\x09\x08\x10\0\0\x06\x05\0"), ("ETExtData", b"x")]), {"old_binary_format"}
    yield "改名的doc.xlsx", compound([("WordDocument", b"\xec\xa5\xc1\0")]), {"not_a_workbook", "old_binary_format"}
    yield "改名的msi.xlsx", compound([("SummaryInformation", b"x")]), {"not_a_workbook", "old_binary_format", "damaged"}
    yield "坏的OLE.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504), {"old_binary_format", "damaged", "not_a_workbook"}
    yield "OLE成圈.xls", compound([("Workbook", b"x")])[:76] + struct.pack("<109I", *[0] * 109) + bytes(512), {"old_binary_format", "damaged", "not_a_workbook"}
    yield "网页.xls", b"<html><table><tr><td>1</td></tr></table></html>", NOT_OURS
    yield "文本.xlsx", "单位,金额\n甲,1\n".encode("gbk"), NOT_OURS
    yield "文本.csv", "单位,金额\n甲,1\n".encode(), NOT_OURS
    yield "表格2003.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', NOT_OURS | {"old_binary_format"}
    yield "图片.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100), NOT_OURS
    yield "文档.xlsx", b"%PDF-1.7\n", NOT_OURS
    yield "富文本.xlsx", b"{\\rtf1 x}", NOT_OURS
    yield "程序.xlsx", b"MZ" + bytes(1000), NOT_OURS
    yield "压缩包.rar.xlsx", b"Rar!\x1a\x07\0" + bytes(100), NOT_OURS
    yield "别人的工作簿.xlsx", rewritten(good, lambda name, content: re.sub(rb"EB[12]\|", b"XX|", content) if name != third else b"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>"), READ | {"wrong_template"}
    yield "单位是路径.xlsx", everywhere(good, b"|201|", b"|../../x|"), READ | {"wrong_template"}
    yield "单位是公式.xlsx", everywhere(good, b"|201|", b"|=1+1|"), READ | {"wrong_template"}
    yield "单位有控制字符.xlsx", everywhere(good, "委员会".encode(), "委员\u202e会".encode()), READ | {"wrong_template"}
    yield "年度荒唐.xlsx", everywhere(good, b"|2023|", b"|99999|"), READ | {"wrong_template"}
    yield "年度溢出.xlsx", everywhere(good, b"|2023|", b"|99999999999|"), READ | {"wrong_template"}
    yield "版本将来.xlsx", everywhere(good, b"|hebei|1|", b"|hebei|99|"), READ | {"unknown_version"}
    yield "表样不明.xlsx", everywhere(good, b"|hebei|", b"|../hebei|"), READ | {"wrong_template"}


def many_sheets(parts, count):
    """The good workbook with this many more sheets."""
    files, book, links, types = dict(parts), "", "", ""
    for at in range(count):
        files[f"xl/worksheets/more{at}.xml"] = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
        book += f'<sheet name="多{at}" sheetId="{5000 + at}" r:id="rMore{at}"/>'
        links += f'<Relationship Id="rMore{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/more{at}.xml"/>'
        types += f'<Override PartName="/xl/worksheets/more{at}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    files["xl/workbook.xml"] = files["xl/workbook.xml"].replace(b"</sheets>", book.encode() + b"</sheets>")
    files["xl/_rels/workbook.xml.rels"] = files["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", links.encode() + b"</Relationships>")
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", types.encode() + b"</Types>")
    return zipped(files.items())


def everywhere(good, before, after):
    return rewritten(good, lambda name, content: content.replace(before, after) if name.endswith((".xml", ".rels")) else content)


def formulas(good):
    """Formulas typed into cells that are entered: these are computed."""
    third = "xl/worksheets/sheet4.xml"

    def put(made, more=b""):
        """The formulas go into the figures of the form, one after the other; helper cells stand below it."""
        formula = iter(made)

        def one(found):
            following = next(formula, None)
            return found.group() if following is None else found.group(1) + b"><f>" + following + b"</f><v>1</v></c>"

        def change(name, content):
            if name != third:
                return content
            content = re.sub(rb'(<c r="[E-H](?:[89]|[1-9][0-9])"[^>]*)>\s*<v>[^<]*</v></c>', one, content)
            return content.replace(b"</sheetData>", more + b"</sheetData>")
        return rewritten(good, change)

    deep = b"(" * 190 + b"1" + b")" * 190
    chain = b"".join(b'<row r="%d"><c r="A%d"><f>%s</f><v>1</v></c></row>' % (at, at, b"1" if at == 400 else b"A%d+A%d" % (at - 1, at - 1)) for at in range(400, 500))
    long = b"".join(b'<row r="%d"><c r="A%d"><f>%s</f><v>1</v></c></row>' % (at, at, b"1" if at == 400 else b"A%d+1" % (at - 1)) for at in range(400, 15_400))
    text = b"".join(b'<row r="%d"><c r="A%d"><f>%s</f><v>1</v></c></row>' % (at, at, b"REPT(&quot;x&quot;,9)" if at == 400 else b"A%d&amp;A%d" % (at - 1, at - 1)) for at in range(400, 460))
    yield "填公式过深.xlsx", put([deep]), READ
    yield "填公式七千层.xlsx", put([b"(" * 7_000 + b"1" + b")" * 7_000]), READ
    yield "填公式百万字.xlsx", put([b"1" + b"+1" * 500_000]), READ | BIG
    yield "填公式翻倍.xlsx", put([b"A499"], chain), READ
    yield "填公式文字翻倍.xlsx", put([b"LEN(A459)"], text), READ
    yield "填公式链长.xlsx", put([b"A15399"], long), READ
    yield "填公式自引.xlsx", put([b"E%d+1" % at for at in range(8, 60)]), READ
    yield "填公式求和全列.xlsx", put([b"SUM(A:XFD)+SUM(1:1048576)"] * 40), READ
    yield "填公式数组.xlsx", put([b"SUMPRODUCT(A1:Z20000*A1:Z20000)"] * 40), READ
    yield "填公式查找.xlsx", put([b"SUMIF(A:A,&quot;*?*?*?*?*x&quot;,B:B)+COUNTIF(A1:Z20000,&quot;*a*a*a*a*&quot;)"] * 40, long), READ
    yield "填公式如果.xlsx", put([b"IF(1," * 60 + b"1" + b")" * 60]), READ
    yield "填公式重复.xlsx", put([b"LEN(REPT(REPT(&quot;x&quot;,32767),32767))"]), READ
    yield "填公式乘方.xlsx", put([b"9^9^9^9", b"EXP(99999)", b"1/0", b"FACT(170)", b"10^28*10^28", b"-79228162514264337593543950335-1", b"ROUND(1,99999999999)"]), READ
    yield "填公式间接.xlsx", put([b"INDIRECT(&quot;A1&quot;)", b"OFFSET(A1,1048575,16383)", b"CELL(&quot;filename&quot;)", b"WEBSERVICE(&quot;http://127.0.0.1:9&quot;)", b"CALL(&quot;kernel32&quot;,&quot;WinExec&quot;,&quot;JCJ&quot;,&quot;calc&quot;,0)"]), READ
    yield "填公式外链.xlsx", put([b"[1]Sheet1!A1", b"&apos;\\\\127.0.0.1\\x\\[a.xlsx]Sheet1&apos;!A1", b"cmd|&apos;/c calc&apos;!A1"]), READ
    yield "填公式坏字.xlsx", put([b"+", b"SUM(", b")", b"'", b"#REF!+1", b"=1", b"A1:A", b"\xef\xbc\x88\xef\xbc\x89", b"{1,2", b"1E99999"]), READ


def texts(good, project="项目绩效目标表"):
    """Texts that readers of free text could go over again and again: each within what a cell may hold."""
    patterns = {
        "不少于": "不少于1", "顿号": "一、", "括号": "（", "引号": "“", "百分": "1%", "范围": "1—", "乘号": "1*", "分号": "；", "空格": " ", "换行": "&#10;",
        "数字": "9", "单位": "1元/", "指标": "数量指标：", "嵌套": "（一）1.①", "标记": "&lt;p&gt;", "代理": "𠀀", "组合": "a\u0301", "零宽": "\u200b", "方向": "\u202e", "年": "2022年", "编号": "1.1.",
    }
    for name, unit in patterns.items():
        visible = len(unit.replace("&lt;", "<").replace("&gt;", ">").replace("&#10;", "\n").encode("utf-16-le")) // 2
        long = unit * (32_000 // visible)

        def change(part, content):
            if part != "xl/sharedStrings.xml":
                return content
            # every text of some length becomes the pattern: goals, explanations, wherever they stand
            return re.sub(r"(<t[^>]*>)([^<]{60,})(</t>)", lambda found: found.group(1) + long + found.group(3), content.decode(), count=40).encode()
        yield f"文字{name}.xlsx", rewritten(good, change), READ | BIG


def notes(good):
    """Notes that are harmed inside."""
    with zipfile.ZipFile(io.BytesIO(good)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    body = "word/document.xml"

    def one(change):
        return rewritten(good, lambda name, content: change(content) if name == body else content)

    every = READ | {"no_workbook", "unit_unclear", "wrong_folder"}
    yield "说明截断.docx", good[:len(good) // 2], DAMAGED
    yield "说明空.docx", b"", {"not_a_note", "damaged", "not_a_workbook"}
    yield "说明层层嵌套.docx", one(lambda content: content.replace(b"</w:body>", b"<w:p>" * 100_000 + b"</w:p>" * 100_000 + b"</w:body>")), {"too_large", "damaged"}
    yield "说明段落百万.docx", one(lambda content: content.replace(b"<w:sectPr", b"<w:p/>" * 1_000_000 + b"<w:sectPr", 1)), BOMB
    yield "说明文字过长.docx", one(lambda content: content.replace(b"<w:sectPr", b"<w:p><w:r><w:t>" + b"1" * 2_000_000 + b"</w:t></w:r></w:p><w:sectPr", 1)), every | BIG
    yield "说明括号.docx", one(lambda content: content.replace(b"<w:sectPr", b"<w:p><w:r><w:t>" + "（".encode() * 32_000 + b"</w:t></w:r></w:p><w:sectPr", 1)), every | BIG
    yield "说明实体.docx", one(lambda content: content.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY x "y">]><w:document', 1)), DAMAGED
    yield "说明含宏.docx", rewritten(good, lambda name, content: content.replace(b"</Types>", b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>') if name == "[Content_Types].xml" else content, {"word/vbaProject.bin": b"x"}), {"macro"}
    yield "说明越级.docx", zipped(list(parts.items()) + [("../../x", b"x")]), DAMAGED
    yield "说明校验码.docx", patched(good, body, put(14, "<I", 1), put(16, "<I", 1)), DAMAGED
    yield "说明炸弹.docx", rewritten(good, lambda name, content: content, {f"word/media/{at}.bin": bytes(60_000_000) for at in range(5)}), BOMB
    yield "说明旧格式.doc", compound([("WordDocument", b"\xec\xa5\xc1\0")]), {"old_binary_format", "not_a_note"}
    yield "说明加密.docx", compound([("EncryptionInfo", b"x"), ("EncryptedPackage", bytes(100))]), {"encrypted"}
    yield "说明是图片.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), {"not_a_note"}


NAMES = [
    "方向\u202egnp.xlsx", "换行\n名.xlsx", "制表\t名.xlsx", "-rf.xlsx", "=cmd.xlsx", "$(touch x).xlsx", "`id`.xlsx", "CON.xlsx", "nul.xlsx", "末尾点..xlsx",
    "空格 .xlsx", "“引号”'\".xlsx", "零宽\u200b名.xlsx", "长" * 80 + ".xlsx", "a" * 250 + ".xlsx", "表情😀.xlsx", "大写.XLSX", "大写.xlsx", "e\u0301.xlsx", "\u00e9.xlsx",
    "%s%n.xlsx", "{0}.xlsx", "<script>.xlsx", "&amp;.xlsx", "没有后缀", ".xlsx隐.xlsx", "两个.xlsx.exe", "反\\斜.xlsx", "冒:号.xlsx", "问?号*.xlsx", "竖|线.xlsx",
]
