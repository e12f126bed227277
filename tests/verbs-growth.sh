#!/usr/bin/env bash
# How filling and checking one workbook grows: with its code rows, its projects and its findings. Prints processor time (all processes of
# a verb), peak memory and what each further item costs; exit code 1 when something grows faster than its input.
# usage: tests/verbs-growth.sh PROGRAM [short]
set -euo pipefail
program=$(realpath "${1:?usage: tests/verbs-growth.sh PROGRAM [short]}")
here=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
exec python3 - "$program" "$here" "$place" "${2:-long}" <<'PY'
import csv, ctypes, json, os, resource, shutil, subprocess, sys

program, root, place, form = sys.argv[1:]
sample, codes = (os.path.join(root, "templates", "hebei", *path) for path in (("sample", "clean"), ("codes", "functional.csv")))
YEAR, UNIT = "2023", "201"


def measured(*command):
    """CPU of a verb and of all it starts, peak of the largest process, and what it prints."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # adopts what outlives the verb
        code = subprocess.run([program, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        try:
            while True: os.waitpid(-1, 0)
        except ChildProcessError: pass
        use = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, f"{use.ru_utime + use.ru_stime} {use.ru_maxrss / 1024} {code}".encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe: cpu, peak, code = pipe.read().split()
    os.waitpid(child, 0)
    if code not in "01": sys.exit(f"ended with {code}: {' '.join(command)}")
    return float(cpu), float(peak)


def table(name):
    with open(os.path.join(sample, name + ".csv"), encoding="utf-8-sig", newline="") as file: return list(csv.reader(file))


def dataset(folder, rows=None, projects=None, faults=0):
    """The clean sample with so many rows of expenditure, or so many projects, with as many indicators that cannot be reached."""
    shutil.copytree(sample, folder)
    def put(name, head, rows):
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file: csv.writer(file).writerows([head, *rows])
    if rows:
        with open(codes, encoding="utf-8-sig", newline="") as file: items = [row[0] for row in csv.reader(file) if len(row[0]) == 7 and row[0].isdigit()]
        head, own = table("revenue")[0], [row for row in table("revenue")[1:] if row[0] != YEAR]
        put("revenue", head, own + [[YEAR, UNIT, item, "一般公共预算拨款", "", "10000"] for item in items[:rows]])
        head, own = table("expenditure")[0], [row for row in table("expenditure")[1:] if row[0] != YEAR]
        put("expenditure", head, own + [[YEAR, UNIT, item, "30101", "人员经费", "", "一般公共预算拨款", "10000"] for item in items[:rows]])
        put("projects", table("projects")[0], [])
        put("indicators", table("indicators")[0], [])
    if projects:
        head, kept = table("projects")[0], [row for row in table("projects")[1:] if row[0] == YEAR]
        marks = table("indicators")
        place = {name: at for at, name in enumerate(marks[0])}
        code = lambda number: f"13043423P{number:05d}"
        several = [(number, kept[number % len(kept)]) for number in range(projects)]
        put("projects", head, [[*row[:2], code(number + 1), f"{row[3]}（{number + 1}片）", *row[4:]] for number, row in several])
        made = []
        for number, row in several:
            own = [mark[:] for mark in marks[1:] if mark[0] == YEAR and mark[2] == row[2]]
            for at in range(faults * (number + 1) // projects - faults * number // projects):
                wrong = own[at % len(own)][:]
                wrong[place["name"]], wrong[place["target"]] = f"第{number + 1}.{at + 1}批任务完成率", f"{101 + at}%"
                own.append(wrong)
            for mark in own: mark[2] = code(number + 1)
            made += own
        put("indicators", marks[0], made)
        out = [row for row in table("expenditure")[1:] if not (row[0] == YEAR and row[5])]
        amount = table("projects")[0].index("amount_yuan")
        put("expenditure", table("expenditure")[0],
            out + [[YEAR, UNIT, "2013101", "30201", "项目支出", code(number + 1), "一般公共预算拨款", row[amount]] for number, row in several])


def grow(title, sizes, **what):
    print(f"\n{title:>10} {'fill, s':>9} {'ms each':>9} {'check, s':>9} {'ms each':>9} {'peak MB':>9} {'findings':>9}", flush=True)
    seen = []
    for size in sizes:
        data, out, report = (os.path.join(place, f"{kind}-{size}") for kind in ("data", "out", "report"))
        dataset(data, **{key: value(size) for key, value in what.items()})
        fill = measured("fill", "--pack", "hebei", "--data", data, "--year", YEAR, "--out", out)
        check = measured("check", out, "--json", report)
        with open(report, encoding="utf-8") as file: findings = file.read().count('"rule"')
        each = [(now[0] - then[0]) * 1000 / (size - seen[-1][0]) for now, then in zip((fill, check), seen[-1][1:])] if seen else [0, 0]
        seen.append((size, fill, check))
        print(f"{size:10d} {fill[0]:9.2f} {each[0]:9.2f} {check[0]:9.2f} {each[1]:9.2f} {max(fill[1], check[1]):9.0f} {findings:9d}", flush=True)
        for folder in (data, out): shutil.rmtree(folder)
    # twice the input may cost twice the time, and a quarter more on a machine with other work
    for verb, at in (("fill", 1), ("check", 2)):
        for before, after in zip(seen, seen[1:]):
            if after[at][0] > 1.25 * before[at][0] * after[0] / before[0]: bad.append(f"{verb} grows faster than its {title}: {before[0]} to {after[0]}")


bad = []
small = form == "short"
grow("rows", [100, 250, 500] if small else [250, 500, 1000], rows=lambda size: size)
grow("projects", [25, 50, 100] if small else [62, 125, 250, 500], projects=lambda size: size)
grow("faults", [100, 200, 400] if small else [1250, 2500, 5000, 10000], projects=lambda size: max(1, size // 40), faults=lambda size: size)
print(*bad, sep="\n")
sys.exit(1 if bad else 0)
PY
