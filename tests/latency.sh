#!/usr/bin/env bash
# How long a workbook waits from lying complete in the inbox to its verdict, beyond the quiet time that the settings ask for. Small and large
# workbooks, one at a time and ten at once. Prints seconds; exit code 1 when the median of one kind is over a second.
# usage: tests/latency.sh PROGRAM [ROUNDS]
set -euo pipefail
program=$(realpath "${1:?usage: tests/latency.sh PROGRAM [ROUNDS]}")
here=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'kill "$(cat "$place/pid" 2>/dev/null)" 2>/dev/null || true; wait; rm -rf "$place"' EXIT
python3 - "$program" "$here" "$place" "${2:-5}" <<'PY'
import csv, glob, json, os, shutil, statistics, subprocess, sys, time

program, here, place, rounds = *sys.argv[1:4], int(sys.argv[4])
sample, QUIET = os.path.join(here, "templates", "hebei", "sample", "clean"), 3.0


def fill(name, units, projects=1):
    """Workbooks of so many units, with the sample's projects so many times."""
    data, out = os.path.join(place, name + "-data"), os.path.join(place, name)
    os.makedirs(data)
    for file in os.listdir(sample):
        with open(os.path.join(sample, file), encoding="utf-8-sig", newline="") as source: head, *rows = csv.reader(source)
        at = {field: head.index(field) for field in head}
        with open(os.path.join(data, file), "w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target)
            writer.writerow(head)
            for unit in range(units):
                for turn in range(projects):
                    for row in (list(row) for row in rows):
                        code = row[at["project_code"]] if "project_code" in at else ""
                        if turn and not code: continue
                        if turn: row[at["project_code"]] = f"{code[:9]}{turn:02d}{code[11:]}"
                        if turn and "project_name" in at: row[at["project_name"]] += f"（{turn + 1}片）"
                        row[at["unit_code"]] = str(400000 + unit)
                        if file == "units.csv": row[at["unit_name"]] = row[at["department_name"]] = f"示例县第{unit}事务局"
                        writer.writerow(row)
    subprocess.run([program, "fill", "--pack", "hebei", "--data", data, "--year", "2023", "--out", out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return sorted(glob.glob(os.path.join(out, "*.xlsx")))


kinds = {"one as issued": fill("small", rounds), "one with 500 projects": fill("large", rounds, 20), "ten at once": fill("many", 10 * rounds)}
root, settings = os.path.join(place, "root"), os.path.join(place, "settings.json")
os.makedirs(os.path.join(root, "inbox"))
with open(settings, "w") as file: json.dump({"DropFolder": {"Root": root, "QuietSeconds": QUIET}, "Logs": {"Folder": os.path.join(place, "log")}}, file)
worker = subprocess.Popen([program, "run", "--root", root, "--settings", settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
with open(os.path.join(place, "pid"), "w") as file: file.write(str(worker.pid))
reports = lambda: set(glob.glob(os.path.join(root, "accepted", "**", "*.检查报告.txt"), recursive=True) + glob.glob(os.path.join(root, "returned", "**", "*.检查报告.txt"), recursive=True))


def wait(files):
    """Drops files and waits for as many verdicts; seconds beyond the quiet time for each."""
    known, since, seen = reports(), time.time(), []
    for file in files:
        part = os.path.join(root, "inbox", "." + os.path.basename(file) + ".part")
        shutil.copyfile(file, part)
        os.rename(part, os.path.join(root, "inbox", os.path.basename(file)))
    while len(seen) < len(files):
        if time.time() - since > 120 or worker.poll() is not None: sys.exit("no verdict within two minutes")
        time.sleep(0.02)
        seen += [time.time() - since - QUIET] * (len(reports() - known) - len(seen))
    return seen


late = []
wait(kinds["one as issued"][:1])  # a service that has been running for a while
for kind, files in kinds.items():
    if not files: sys.exit(f"nothing was filled for {kind}")
    size = 10 if kind == "ten at once" else 1
    took = [one for at in range(size if kind == "ten at once" else (1 if kind == "one as issued" else 0), len(files), size) for one in wait(files[at:at + size])]
    middle = statistics.median(took)
    print(f"{kind:24} {os.path.getsize(files[0]) / 1000:7.0f} KB   median {middle:5.2f} s   longest {max(took):5.2f} s   of {len(took)}", flush=True)
    if middle > 1: late.append(kind)
worker.terminate()
worker.wait()
sys.exit(f"over a second: {', '.join(late)}" if late else 0)
PY
