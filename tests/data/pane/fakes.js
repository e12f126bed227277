"use strict";
(() => {
  // src/host/host.ts
  var sentences = {
    "no-workbook": "没有打开的工作簿。请先打开财政局下发的工作簿。",
    "not-saved": "工作簿还没有保存过。请先保存到本机的文件夹，再校验。",
    "editing": "有单元格正在编辑。请先按回车结束编辑，再重试。",
    "protected": "工作表受保护，不能改动。窗格不会取消保护。",
    "locked-cell": "这个单元格是锁定的，不能改动。请只在浅黄色的填报区内填写。",
    "no-sheet": "工作簿里没有这张表。可能已被删除或改名，请恢复后重新校验。",
    "hidden-sheet": "这张表是隐藏的，不能转到。请先取消隐藏。",
    "bad-ref": "没有这个单元格。",
    "changed": "这个单元格刚才被改动过，没有写入。请看清现在的内容后再试。",
    "other-workbook": "现在打开的是另一本工作簿，什么也没有写入。请切换回校验过的那一本，或重新校验。",
    "read-only": "工作簿是只读的，不能改动。请另存一份后再填。",
    "no-bytes": "校验服务在另一台电脑上，这个版本的程序读不出工作簿文件。请用浏览器打开服务的网页试检、交表，或在本机安装服务。",
    "no-answers": "这本工作簿没有“检查结果”表，没有地方写答复。请先交表；财政局发回的工作簿里有这张表，在表里或在窗格里答复，再交一次。",
    "unsupported": "现在用的程序版本做不到这一步。请在工作簿里直接操作。",
    "too-large": "一次读取的单元格太多。请选小一些的范围。",
    "formula": "不能写入公式，也不能写入以等号开头的文字。",
    "host": "程序没有办成这一步。请重试；仍不行的，保存后关闭窗格再打开。"
  };
  var HostError = class extends Error {
    constructor(code, cause) {
      super(sentences[code]);
      this.name = "HostError";
      this.code = code;
      this.cause = cause;
    }
  };

  // src/host/address.ts
  var lastRow = 1048576;
  var lastColumn = 16384;
  var columnOf = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  var lettersOf = (column) => (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + (column - 1) % 26);
  var areaOf = (address) => {
    const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(address);
    if (!found) throw new HostError("bad-ref", address);
    const [left, top] = [columnOf(found[1]), Number(found[2])];
    const [right, bottom] = found[3] ? [columnOf(found[3]), Number(found[4])] : [left, top];
    const area = { top: Math.min(top, bottom), left: Math.min(left, right), bottom: Math.max(top, bottom), right: Math.max(left, right) };
    if (area.top < 1 || area.bottom > lastRow || area.right > lastColumn) throw new HostError("bad-ref", address);
    return area;
  };
  var addressOf = (area) => {
    const first = lettersOf(area.left) + area.top;
    const last = lettersOf(area.right) + area.bottom;
    return first === last ? first : first + ":" + last;
  };

  // test/fakes/book.ts
  var FakeSheet = class {
    constructor(name, visible = 0, isProtected = false) {
      this.cells = /* @__PURE__ */ new Map();
      /** Are empty cells locked? */
      this.locked = true;
      this.name = name;
      this.visible = visible;
      this.isProtected = isProtected;
    }
    cell(row, column) {
      const address = lettersOf(column) + row;
      let cell = this.cells.get(address);
      if (!cell) this.cells.set(address, cell = { value: null });
      return cell;
    }
    isLocked(row, column) {
      var _a, _b;
      return (_b = (_a = this.cells.get(lettersOf(column) + row)) == null ? void 0 : _a.locked) != null ? _b : this.locked;
    }
    put(address, cell) {
      this.cells.set(address, cell);
      return this;
    }
    /** As a person would: what is at or below goes one down. */
    insertRow(at) {
      const moved = [...this.cells].map(([address, cell]) => {
        const area = areaOf(address);
        return [lettersOf(area.left) + (area.top >= at ? area.top + 1 : area.top), cell];
      });
      this.cells.clear();
      for (const [address, cell] of moved) this.cells.set(address, cell);
    }
  };
  var FakeBook = class {
    constructor(sheets) {
      this.name = "预算.xlsx";
      this.path = "/home/user/预算.xlsx";
      this.saved = true;
      this.readOnly = false;
      this.selected = "A1";
      this.names = { EB_identity: "EB2|hebei|1|101" };
      this.properties = { "eb.pack": "hebei", other: "x" };
      /** Told of every change: what the file lacks. */
      this.edits = [];
      this.changed = /* @__PURE__ */ new Set();
      this.moved = /* @__PURE__ */ new Set();
      this.sheets = sheets;
      this.active = sheets[0];
    }
    sheet(name) {
      return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    }
    set(sheet, address, value) {
      const area = areaOf(address);
      const cell = sheet.cell(area.top, area.left);
      cell.value = value === "" ? null : value;
      delete cell.error;
      delete cell.text;
      this.saved = false;
      this.edits.push({ sheet: sheet.name, address, value: cell.value });
      for (const tell of this.changed) tell(sheet, address);
    }
    select(sheet, address) {
      this.active = sheet;
      this.selected = address;
      for (const tell of this.moved) tell();
    }
  };

  // test/fakes/strict.ts
  var strict = (name, members) => new Proxy(members, {
    get(target, key) {
      if (typeof key === "symbol" || key === "then" || key === "toJSON") return Reflect.get(target, key);
      if (!(key in target)) throw new Error(`${name}.${key} is no published member`);
      return Reflect.get(target, key);
    },
    set(target, key, value) {
      const described = Object.getOwnPropertyDescriptor(target, key);
      if (!described) throw new Error(`${name}.${String(key)} is no published member`);
      if (!described.set && !described.writable) throw new Error(`${name}.${String(key)} cannot be assigned`);
      return Reflect.set(target, key, value);
    }
  });

  // test/fakes/excel.ts
  var Fault = class extends Error {
    constructor(code) {
      super(code);
      this.code = code;
    }
  };
  var Context = class {
    constructor(excel) {
      this.queue = [];
      this.excel = excel;
    }
    async sync() {
      const work = this.queue.splice(0);
      await Promise.resolve();
      this.excel.syncs++;
      if (this.excel.editing) throw new Fault("InvalidOperationInCellEditMode");
      const fault = this.excel.faults.shift();
      if (fault) throw new Fault(fault);
      for (const each of work) each();
    }
  };
  var isAtLeast = (has, wants) => {
    const [one, other] = [has.split(".").map(Number), wants.split(".").map(Number)];
    return one[0] > other[0] || one[0] === other[0] && one[1] >= other[1];
  };
  var fakeExcel = (book, version = "1.17") => {
    const handlers = [];
    const tellAll = (kind, event) => {
      for (const each of handlers.filter((handler) => handler.kind === kind)) void each.take(event);
    };
    const known = (set) => {
      if (set && !isAtLeast(excel.version, set)) throw new Fault("ApiNotFound");
    };
    const make = (context, name, shape) => {
      const loaded = /* @__PURE__ */ new Map();
      const links = /* @__PURE__ */ new Map();
      let isSynced = false;
      const link = (key) => {
        const found = shape.links[key];
        if (found.set) context.queue.push(() => known(found.set));
        if (!links.has(key)) links.set(key, found.make());
        return links.get(key);
      };
      const load = (names) => {
        const wanted = names.split(",").map((each) => each.trim());
        for (const each of wanted) {
          const [first, ...rest] = each.split("/");
          if (first === "items") {
            context.queue.push(() => {
              var _a;
              const list = shape.calls["items"].call();
              loaded.set("items", (_a = loaded.get("items")) != null ? _a : list);
              for (const one of loaded.get("items")) one.load(rest.join("/"));
            }, () => void 0);
            context.queue.push(() => flush(context));
          } else if (rest.length > 0) link(first).load(rest.join("/"));
          else {
            const value = shape.values[first];
            if (!value) throw new Error(`${name}.${each} is no published member`);
            context.queue.push(() => {
              var _a;
              known(value.set);
              if (!((_a = shape.isNull) == null ? void 0 : _a.call(shape))) loaded.set(first, value.read());
            });
          }
        }
        context.queue.push(() => {
          isSynced = true;
        });
        return proxy;
      };
      const proxy = new Proxy({}, {
        get(_, key) {
          var _a, _b, _c, _d;
          if (typeof key === "symbol" || key === "then") return void 0;
          if (key === "load") return load;
          if (key === "isNullObject") {
            if (!isSynced) throw new Fault("PropertyNotLoaded");
            return (_b = (_a = shape.isNull) == null ? void 0 : _a.call(shape)) != null ? _b : false;
          }
          if (key === "items" || shape.values[key]) {
            if (!loaded.has(key)) throw new Fault("PropertyNotLoaded");
            return loaded.get(key);
          }
          if ((_c = shape.links) == null ? void 0 : _c[key]) return link(key);
          const call = (_d = shape.calls) == null ? void 0 : _d[key];
          if (!call) throw new Error(`${name}.${key} is no published member`);
          return (...parts) => {
            if (call.set) context.queue.push(() => known(call.set));
            return call.call(...parts);
          };
        },
        set(_, key, value) {
          var _a;
          const put = (_a = shape.puts) == null ? void 0 : _a[String(key)];
          if (!put) throw new Error(`${name}.${String(key)} cannot be assigned`);
          context.queue.push(() => put(value));
          return true;
        }
      });
      return proxy;
    };
    const flush = (context) => {
      const more = context.queue.splice(0);
      for (const each of more) each();
    };
    const protectionOf = (context, sheet) => make(context, "WorksheetProtection", {
      values: { protected: { set: "1.2", read: () => {
        var _a, _b;
        return (_b = (_a = sheet()) == null ? void 0 : _a.isProtected) != null ? _b : false;
      } } }
    });
    const rangeOf = (context, sheet, at) => {
      const grid = (read) => () => {
        const area = at();
        return Array.from({ length: area.bottom - area.top + 1 }, (_, row) => Array.from({ length: area.right - area.left + 1 }, (__, column) => read(area.top + row, area.left + column)));
      };
      const cell = (row, column) => sheet().cells.get(lettersOf(column) + row);
      return make(context, "Range", {
        values: {
          address: { read: () => `'${sheet().name}'!${addressOf(at())}` },
          values: { read: grid((row, column) => {
            var _a, _b, _c, _d;
            return (_d = (_c = (_a = cell(row, column)) == null ? void 0 : _a.error) != null ? _c : (_b = cell(row, column)) == null ? void 0 : _b.value) != null ? _d : "";
          }) },
          text: { read: grid((row, column) => {
            var _a, _b;
            const one = cell(row, column);
            return (_b = (_a = one == null ? void 0 : one.error) != null ? _a : one == null ? void 0 : one.text) != null ? _b : (one == null ? void 0 : one.value) == null ? "" : String(one.value);
          }) },
          formulas: { read: grid((row, column) => {
            var _a, _b, _c, _d;
            return (_d = (_c = (_a = cell(row, column)) == null ? void 0 : _a.formula) != null ? _c : (_b = cell(row, column)) == null ? void 0 : _b.value) != null ? _d : "";
          }) },
          valueTypes: { read: grid((row, column) => {
            const one = cell(row, column);
            return (one == null ? void 0 : one.error) ? "Error" : (one == null ? void 0 : one.value) == null ? "Empty" : typeof one.value === "number" ? "Double" : typeof one.value === "boolean" ? "Boolean" : "String";
          }) }
        },
        links: {
          worksheet: { make: () => sheetOf(context, sheet) },
          format: { make: () => make(context, "RangeFormat", {
            values: {},
            links: { protection: { set: "1.2", make: () => make(context, "FormatProtection", {
              values: { locked: { read: () => {
                const all = [].concat(...grid((row, column) => sheet().isLocked(row, column))());
                return all.every((each) => each === all[0]) ? all[0] : null;
              } } }
            }) } }
          }) }
        },
        calls: {
          getCell: { call: (row, column) => rangeOf(context, sheet, () => {
            const area = at();
            return { top: area.top + row, left: area.left + column, bottom: area.top + row, right: area.left + column };
          }) },
          getCellProperties: { set: "1.9", call: (wanted) => {
            var _a;
            if (((_a = wanted.format) == null ? void 0 : _a.protection) !== true) throw new Error("only locks are asked for here");
            const result = { get value() {
              throw new Fault("ValueNotLoaded");
            } };
            context.queue.push(() => Object.defineProperty(result, "value", {
              value: grid((row, column) => ({ format: { protection: { locked: sheet().isLocked(row, column) } } }))()
            }));
            return result;
          } },
          select: { call: () => context.queue.push(() => {
            if (book.active !== sheet()) return;
            book.select(sheet(), addressOf(at()));
            tellAll("selection", {});
          }) }
        },
        puts: {
          values: (value) => {
            const rows = value;
            const area = at();
            const isFit = rows.length === area.bottom - area.top + 1 && rows[0].length === area.right - area.left + 1;
            if (!isFit) throw new Fault("InvalidArgument");
            rows.forEach((line, row) => line.forEach((one, column) => {
              if (sheet().isProtected && sheet().isLocked(area.top + row, area.left + column)) throw new Fault("AccessDenied");
              const typed = typeof one === "string" && /^\d{1,15}$/.test(one) ? Number(one) : one;
              book.set(sheet(), lettersOf(area.left + column) + (area.top + row), typed);
            }));
          }
        }
      });
    };
    const sheetOf = (context, sheet) => make(context, "Worksheet", {
      isNull: () => sheet() === void 0,
      values: {
        name: { read: () => sheet().name },
        visibility: { read: () => ["Visible", "Hidden", "VeryHidden"][sheet().visible] },
        id: { read: () => "{" + sheet().name + "}" }
      },
      links: {
        protection: { set: "1.2", make: () => protectionOf(context, sheet) },
        onChanged: { set: "1.7", make: () => eventOf(context, "change") }
      },
      calls: {
        activate: { call: () => context.queue.push(() => {
          if (!sheet()) throw new Fault("ItemNotFound");
          if (sheet().visible === 0) book.active = sheet();
        }) },
        getRange: { call: (address) => {
          const area = (() => {
            try {
              return areaOf(address);
            } catch (e) {
              return null;
            }
          })();
          context.queue.push(() => {
            if (!area) throw new Fault("InvalidArgument");
            if (!sheet()) throw new Fault("ItemNotFound");
          });
          return rangeOf(context, () => sheet(), () => area);
        } }
      }
    });
    const eventOf = (context, kind) => strict("EventHandlers", {
      add: (take) => {
        const own = { kind, take };
        context.queue.push(() => handlers.push(own));
        return {
          context,
          remove: () => context.queue.push(() => {
            handlers.splice(handlers.indexOf(own), 1);
          })
        };
      }
    });
    const workbookOf = (context) => make(context, "Workbook", {
      values: {
        name: { set: "1.7", read: () => book.name },
        readOnly: { set: "1.8", read: () => book.readOnly },
        isDirty: { set: "1.9", read: () => !book.saved }
      },
      links: {
        worksheets: { make: () => make(context, "WorksheetCollection", {
          values: {},
          links: { onChanged: { set: "1.9", make: () => eventOf(context, "change") } },
          calls: {
            items: { call: () => book.sheets.map((sheet) => sheetOf(context, () => sheet)) },
            getItemOrNullObject: { set: "1.4", call: (name) => sheetOf(context, () => {
              var _a, _b;
              return book.sheet((_b = (_a = /^\{(.+)\}$/.exec(name)) == null ? void 0 : _a[1]) != null ? _b : name);
            }) },
            getActiveWorksheet: { call: () => sheetOf(context, () => book.active) }
          }
        }) },
        names: { make: () => make(context, "NamedItemCollection", {
          values: {},
          calls: { getItemOrNullObject: { set: "1.4", call: (name) => make(context, "NamedItem", {
            isNull: () => !(name in book.names),
            values: { formula: { set: "1.7", read: () => `="${book.names[name]}"` } }
          }) } }
        }) },
        properties: { set: "1.7", make: () => make(context, "DocumentProperties", {
          values: {},
          links: { custom: { make: () => make(context, "CustomPropertyCollection", {
            values: {},
            calls: { items: { call: () => Object.entries(book.properties).map(([key, value]) => make(context, "CustomProperty", {
              values: { key: { read: () => key }, value: { read: () => value } }
            })) } }
          }) } }
        }) },
        onSelectionChanged: { set: "1.2", make: () => eventOf(context, "selection") },
        onActivated: { set: "1.13", make: () => eventOf(context, "activated") }
      },
      calls: {
        getSelectedRange: { call: () => rangeOf(context, () => book.active, () => areaOf(book.selected)) },
        save: { set: "1.11", call: () => context.queue.push(() => {
          book.saved = true;
        }) }
      }
    });
    const run = async (one, other) => {
      const [context, work] = typeof one === "function" ? [new Context(excel), one] : [one, other];
      const whole = Object.assign(context, { workbook: workbookOf(context) });
      const result = await work(whole);
      if (whole.queue.length > 0) await whole.sync();
      return result;
    };
    const getFileAsync = (type, options, done) => {
      if (!excel.provide) return giveFile(type, options, done);
      void excel.provide().then((data) => {
        excel.file = { data, slice: options.sliceSize };
        giveFile(type, options, done);
      });
    };
    const giveFile = (type, options, done) => {
      var _a;
      if (type !== "compressed" || options.sliceSize > 4194304) return done({ status: "failed", error: { code: 5001 } });
      const { file } = excel;
      if (file.refuses || excel.open > 1) return done({ status: "failed", error: { code: (_a = file.refuses) != null ? _a : 5001 } });
      excel.open++;
      const count = Math.ceil(file.data.length / file.slice);
      done({ status: "succeeded", value: strict("File", {
        size: file.data.length,
        sliceCount: count,
        getSliceAsync: (index, told) => setTimeout(() => {
          if (file.failsAt === index) return told({ status: "failed", error: { code: 5001 } });
          const part = file.data.slice(index * file.slice, (index + 1) * file.slice - (file.shortAt === index ? 1 : 0));
          told({ status: "succeeded", value: { data: Array.from(part), index, size: part.length } });
        }, 0),
        closeAsync: (told) => {
          excel.open--;
          excel.closed++;
          told({ status: "succeeded" });
        }
      }) });
    };
    const excel = {
      book,
      version,
      editing: false,
      faults: [],
      syncs: 0,
      closed: 0,
      open: 0,
      isPaneOpen: true,
      file: { data: new Uint8Array([80, 75, 3, 4, 5, 6, 7, 8]), slice: 3 },
      handlers: () => handlers.length,
      Excel: strict("Excel", { run }),
      Office: strict("Office", {
        context: strict("Context", {
          requirements: strict("Requirements", { isSetSupported: (set, wants) => set === "ExcelApi" ? isAtLeast(excel.version, wants) : set === "OpenBrowserWindowApi" }),
          document: strict("Document", {
            get url() {
              var _a;
              return (_a = book.path) != null ? _a : "";
            },
            getFileAsync
          }),
          diagnostics: { version: "16.0", platform: "PC", host: "Excel" },
          officeTheme: void 0,
          ui: strict("UI", {
            closeContainer: () => {
              excel.isPaneOpen = false;
            },
            openBrowserWindow: () => void 0
          })
        }),
        onReady: (told) => {
          const info = { host: "Excel", platform: "PC" };
          told == null ? void 0 : told(info);
          return Promise.resolve(info);
        }
      })
    };
    book.changed.add((sheet, address) => tellAll("change", { worksheetId: "{" + sheet.name + "}", address }));
    return excel;
  };

  // test/fakes/wps.ts
  var errors = {
    "#NULL!": -2146826288,
    "#DIV/0!": -2146826281,
    "#VALUE!": -2146826273,
    "#REF!": -2146826265,
    "#NAME?": -2146826259,
    "#NUM!": -2146826252,
    "#N/A": -2146826246
  };
  var fakeWps = (first, options = {}) => {
    const listeners = [];
    const tellAll = (name, ...parts) => {
      for (const each of listeners.filter((listener) => listener.name === name)) each.tell(...parts);
    };
    const range = (book, sheet, address) => {
      const area = areaOf(address);
      const isOne = area.top === area.bottom && area.left === area.right;
      const grid = (read) => isOne ? read(area.top, area.left) : Array.from({ length: area.bottom - area.top + 1 }, (_, row) => Array.from({ length: area.right - area.left + 1 }, (__, column) => read(area.top + row, area.left + column)));
      const uniform = (read) => {
        const all = [].concat(...[grid(read)].flat());
        return all.every((each) => each === all[0]) ? all[0] : null;
      };
      return strict("Range", {
        get Value2() {
          return grid((row, column) => {
            var _a;
            const cell = sheet.cells.get(lettersOf(column) + row);
            return (cell == null ? void 0 : cell.error) ? errors[cell.error] : (_a = cell == null ? void 0 : cell.value) != null ? _a : null;
          });
        },
        set Value2(value) {
          if (Array.isArray(value) || !isOne) throw new Error("only one cell is written at a time here");
          if (book.readOnly) throw new Error("read only");
          if (sheet.isProtected && sheet.isLocked(area.top, area.left)) throw new Error("您试图更改的单元格或图表受保护");
          book.set(sheet, address, value);
        },
        get Text() {
          var _a, _b;
          if (!isOne) return null;
          const cell = sheet.cells.get(address);
          return (_b = (_a = cell == null ? void 0 : cell.error) != null ? _a : cell == null ? void 0 : cell.text) != null ? _b : (cell == null ? void 0 : cell.value) == null ? "" : String(cell.value);
        },
        get Formula() {
          return grid((row, column) => {
            var _a;
            const cell = sheet.cells.get(lettersOf(column) + row);
            return (_a = cell == null ? void 0 : cell.formula) != null ? _a : (cell == null ? void 0 : cell.value) == null ? "" : String(cell.value);
          });
        },
        get HasFormula() {
          return uniform((row, column) => {
            var _a;
            return ((_a = sheet.cells.get(lettersOf(column) + row)) == null ? void 0 : _a.formula) !== void 0;
          });
        },
        get Locked() {
          return uniform((row, column) => sheet.isLocked(row, column));
        },
        Row: area.top,
        Column: area.left,
        Rows: { Count: area.bottom - area.top + 1 },
        Columns: { Count: area.right - area.left + 1 },
        get Worksheet() {
          return worksheet(book, sheet);
        },
        Item: (row, column) => {
          if (row < 1 || column < 1) throw new Error("counts from 1");
          return range(book, sheet, lettersOf(area.left + column - 1) + (area.top + row - 1));
        },
        Address: (rowAbsolute = true, columnAbsolute = true) => {
          const plain = addressOf(area);
          return rowAbsolute || columnAbsolute ? plain.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2") : plain;
        },
        Select: () => {
          if (book.active !== sheet) throw new Error("类 Range 的 Select 方法无效");
          book.select(sheet, addressOf(area));
          tellAll("SheetSelectionChange", worksheet(book, sheet), range(book, sheet, address));
          return true;
        }
      });
    };
    const worksheet = (book, sheet) => strict("Worksheet", {
      get Name() {
        return sheet.name;
      },
      get Visible() {
        return sheet.visible === 0 ? -1 : sheet.visible === 1 ? 0 : 2;
      },
      get ProtectContents() {
        return sheet.isProtected;
      },
      Range: (address) => {
        if (!book.sheets.includes(sheet)) throw new Error("对象已删除");
        return range(book, sheet, address);
      },
      Activate: () => {
        if (sheet.visible !== 0) throw new Error("类 Worksheet 的 Activate 方法无效");
        book.active = sheet;
        return true;
      }
    });
    const workbook = (book) => strict("Workbook", {
      get Name() {
        return book.name;
      },
      get FullName() {
        var _a;
        return (_a = book.path) != null ? _a : book.name;
      },
      get Path() {
        return book.path ? book.path.replace(/[\\/][^\\/]*$/, "") : "";
      },
      get Saved() {
        return book.saved;
      },
      get ReadOnly() {
        return book.readOnly;
      },
      get Worksheets() {
        return strict("Worksheets", { Count: book.sheets.length, Item: (which) => item(book, which) });
      },
      get Names() {
        const names = Object.entries(book.names);
        return strict("Names", { Count: names.length, Item: (which) => {
          const [Name, text] = names[which - 1];
          return strict("Name", { Name, RefersTo: `="${text}"` });
        } });
      },
      get CustomDocumentProperties() {
        const properties = Object.entries(book.properties);
        return strict("DocumentProperties", { Count: properties.length, Item: (which) => {
          const [Name, Value] = properties[which - 1];
          return strict("DocumentProperty", { Name, Value });
        } });
      },
      Save: () => {
        var _a;
        (_a = fake.onSave) == null ? void 0 : _a.call(fake);
        book.saved = true;
        return true;
      }
    });
    const item = (book, which) => {
      const sheet = typeof which === "string" ? book.sheet(which) : book.sheets[which - 1];
      if (!sheet) throw new Error("下标越界");
      return worksheet(book, sheet);
    };
    const members = {
      get ActiveWorkbook() {
        return fake.book && workbook(fake.book);
      },
      get Selection() {
        return fake.book && range(fake.book, fake.book.active, fake.book.selected);
      },
      Version: "12.1.0.16250",
      ScreenUpdating: true,
      ApiEvent: strict("ApiEvent", {
        AddApiEventListener: (name, tell) => {
          listeners.push({ name, tell });
        },
        RemoveApiEventListener: (name, tell) => {
          const at = listeners.findIndex((each) => each.name === name && each.tell === tell);
          if (at < 0) throw new Error("没有这个监听");
          listeners.splice(at, 1);
        }
      }),
      PluginStorage: strict("PluginStorage", {
        getItem: (name) => {
          var _a;
          return (_a = fake.storage.get(name)) != null ? _a : null;
        },
        setItem: (name, value) => {
          fake.storage.set(name, value);
        }
      }),
      OAAssist: strict("OAAssist", { ShellExecute: () => true }),
      GetTaskPane: (id) => id !== 1 ? null : strict("TaskPane", {
        get Visible() {
          return fake.pane.visible;
        },
        set Visible(visible) {
          fake.pane.visible = visible;
        }
      })
    };
    const files = options.fileSystem === false ? void 0 : strict("FileSystem", {
      Exists: (path) => {
        var _a;
        return ((_a = fake.book) == null ? void 0 : _a.path) === path;
      },
      ReadFileAsArrayBuffer: options.readsBytes === false ? void 0 : (path) => {
        var _a;
        if (((_a = fake.book) == null ? void 0 : _a.path) !== path) throw new Error("找不到文件");
        return new Uint8Array([80, 75, 3, 4]).buffer;
      }
    });
    const application = strict("Application", Object.defineProperties({}, {
      ...Object.getOwnPropertyDescriptors(members),
      FileSystem: { value: files, enumerable: true }
    }));
    const fake = {
      application,
      book: first,
      pane: { visible: true },
      storage: /* @__PURE__ */ new Map([["ExcelBudget.et.pane", "1"]]),
      listeners: () => listeners.length
    };
    first == null ? void 0 : first.changed.add((sheet, address) => tellAll("SheetChange", worksheet(first, sheet), range(first, sheet, address)));
    return fake;
  };

  // test/browser/fakes.ts
  var bookOf = (begin) => {
    const book = new FakeBook(begin.look.sheets.map((look) => {
      var _a, _b, _c;
      const sheet = new FakeSheet(look.name, look.visible, look.protected);
      for (const drawn of look.cells) {
        const cell = { value: null, text: drawn.text, locked: (_b = (_a = begin.look.styles[drawn.style]) == null ? void 0 : _a.locked) != null ? _b : true };
        cell.value = drawn.number !== void 0 ? Number(drawn.number) : (_c = drawn.boolean) != null ? _c : drawn.text === "" ? null : drawn.text;
        if (drawn.error) Object.assign(cell, { value: null, error: drawn.text });
        if (drawn.formula !== void 0) cell.formula = "=" + drawn.formula;
        sheet.put(drawn.at, cell);
      }
      if (look.visible === 2) Object.assign(sheet, { isProtected: false, locked: false });
      return sheet;
    }));
    book.name = begin.name;
    book.path = begin.path;
    book.active = book.sheets.find((sheet) => sheet.visible === 0);
    return book;
  };
  var asked = (method, url, body) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader("Content-Type", "application/json");
    request.onload = () => request.status === 200 ? resolve(request.responseText) : reject(new Error(request.responseText));
    request.onerror = () => reject(new Error("no worker"));
    request.send(body);
  });
  var fileOf = async (begin, book) => {
    if (book.edits.length === 0) return begin.content;
    const entries = book.edits.map((edit) => {
      var _a;
      return {
        sheet: edit.sheet,
        cell: edit.address,
        ...typeof edit.value === "number" ? { number: edit.value } : { text: String((_a = edit.value) != null ? _a : "") }
      };
    });
    const body = JSON.stringify({ name: begin.name, content: begin.content, entries });
    const answer = JSON.parse(await asked("POST", "/api/pane/enter", body));
    return answer.content;
  };
  var start = (begin) => {
    const book = bookOf(begin);
    const known = { book };
    if (begin.program === "excel") {
      const excel = fakeExcel(book);
      excel.provide = async () => Uint8Array.from(atob(await fileOf(begin, book)), (letter) => letter.charCodeAt(0));
      Object.assign(window, { Office: excel.Office, Excel: excel.Excel });
      known["program"] = excel;
    } else {
      const wps = fakeWps(book);
      let written = Promise.resolve();
      wps.onSave = () => {
        written = new Promise((resolve) => {
          known["written"] = resolve;
        });
        void fileOf(begin, book).then((content) => {
          known["file"] = content;
        });
      };
      const { open, send } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.open = function(method, url) {
        this.isPath = String(url).endsWith("-path");
        open.call(this, method, url, true);
      };
      XMLHttpRequest.prototype.send = function(body) {
        if (this.isPath) void written.then(() => send.call(this, body));
        else send.call(this, body);
      };
      Object.assign(window, { Application: wps.application });
      known["program"] = wps;
    }
    known["type"] = (sheet, address, value) => book.set(book.sheet(sheet), address, value);
    Object.assign(window, { fake: known });
  };
  Object.assign(window, { startFake: start });
})();
