#!/usr/bin/env bash
# How issuing grows: time and peak memory for 100 to 3,000 units. Time should be linear, memory flat.
# usage: tests/county-growth.sh PROGRAM [UNITS…]
set -euo pipefail
program=$(realpath "${1:?usage: tests/county-growth.sh PROGRAM [UNITS…]}")
shift
[ $# -gt 0 ] || set -- 100 300 1000 3000
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
printf '%8s %10s %12s %10s\n' units seconds 'ms per unit' 'peak MB'
for units in "$@"; do
  "$program" demo --county "$units" --prepare --out "$place/$units" > /dev/null
  start=$(date +%s.%N)
  peak=$(python3 - "$program" "$place/$units" <<'PY'
import resource, subprocess, sys
done = subprocess.run([sys.argv[1], "issue", "一上", "--root", sys.argv[2]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
assert done.returncode == 0, done.returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
PY
  )
  seconds=$(echo "$(date +%s.%N) - $start" | bc)
  made=$(find "$place/$units/issued" -name '*部门预算公开*.xlsx' | wc -l)
  [ "$made" = "$units" ] || { echo "$made of $units issued"; exit 1; }
  printf '%8d %10.1f %12.1f %10d\n' "$units" "$seconds" "$(echo "$seconds * 1000 / $units" | bc -l)" "$peak"
  rm -rf "${place:?}/$units"
done
