#!/usr/bin/env bash
# How issuing grows: time and peak memory for 100 to 3,000 units. Time must be linear, memory flat: exit code 1 when they are not.
# usage: tests/county-growth.sh PROGRAM [UNITS…]      at least three sizes, from small to large, each with far more work than a start (0.3 s)
set -euo pipefail
program=$(realpath "${1:?usage: tests/county-growth.sh PROGRAM [UNITS…]}")
shift
[ $# -gt 0 ] || set -- 100 300 1000 3000
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
exec python3 - "$program" "$place" "$@" <<'PY'
import os, resource, shutil, subprocess, sys, time

program, place, sizes = sys.argv[1], sys.argv[2], [int(size) for size in sys.argv[3:]]
print(f"{'units':>8} {'seconds':>10} {'ms more per unit':>18} {'peak MB':>10}", flush=True)
rows = []
for units in sizes:
    root = os.path.join(place, str(units))
    subprocess.run([program, "demo", "--county", str(units), "--prepare", "--out", root], stdout=subprocess.DEVNULL, check=True)
    since = time.time()
    process = subprocess.Popen([program, "issue", "一上", "--root", root], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.time() - since
    made = sum(name.endswith(".xlsx") and "部门预算公开" in name for _, _, names in os.walk(os.path.join(root, "issued")) for name in names)
    if status or made != units:
        sys.exit(f"{made} of {units} issued, status {status}")
    # processor time: the machine may have other work
    rows.append((units, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
    more = (rows[-1][1] - rows[-2][1]) * 1000 / (units - rows[-2][0]) if len(rows) > 1 else rows[-1][1] * 1000 / units
    print(f"{units:8d} {seconds:10.1f} {more:18.1f} {rows[-1][2]:10d}", flush=True)
    shutil.rmtree(root)
marginal = [(later[1] - earlier[1]) / (later[0] - earlier[0]) for earlier, later in zip(rows, rows[1:])]
linear = len(marginal) < 2 or marginal[-1] <= 2 * marginal[0]
flat = rows[-1][2] <= 1.5 * rows[0][2] + 100
print(f"processor time per further unit {', '.join(f'{each * 1000:.0f} ms' for each in marginal)}: {'linear' if linear else 'NOT LINEAR'}; "
      f"memory {rows[0][2]} → {rows[-1][2]} MB: {'flat' if flat else 'NOT FLAT'}")
sys.exit(0 if linear and flat else 1)
PY
