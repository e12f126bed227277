#!/usr/bin/env bash
# A scheduled issue killed again and again at moments nobody chose: resumed each time, nothing twice, nothing left out.
# usage: tests/county-kill.sh PROGRAM [UNITS] [MOST KILLS]
set -euo pipefail
program=$(realpath "${1:?usage: tests/county-kill.sh PROGRAM [UNITS] [MOST KILLS]}")
units=${2:-300}
most=${3:-40}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$program" demo --county "$units" --prepare --out "$place/county" > /dev/null
issued() { { find "$place/county/issued" -name '*部门预算公开*.xlsx' 2> /dev/null || true; } | wc -l; }
kills=0
while [ "$kills" -lt "$most" ] && [ "$(issued)" -lt "$units" ]; do
  before=$(issued)
  "$program" issue 一上 --root "$place/county" > /dev/null 2>&1 &
  process=$!
  # in the middle of issuing, not while the program is still starting
  while kill -0 "$process" 2> /dev/null && [ "$(issued)" = "$before" ]; do sleep 0.1; done
  # long enough to stand anywhere in the run, short enough that a small one has not ended
  sleep "0.$((RANDOM % 4))"
  if kill -9 "$process" 2> /dev/null; then kills=$((kills + 1)); fi
  wait "$process" 2> /dev/null || true
done
"$program" issue 一上 --root "$place/county" > "$place/last.txt"
tail -2 "$place/last.txt"
"$program" ledger verify --root "$place/county"
"$program" ledger export --root "$place/county" --out "$place/export" > /dev/null
rows=$(($(wc -l < "$place/export/下发.csv") - 1))
codes=$(tail -n +2 "$place/export/下发.csv" | cut -d, -f3 | sort -u | wc -l)
left=$(find "$place/county/work/issuing" -type f 2> /dev/null | wc -l)
echo "killed $kills times: $(issued) workbooks, $rows rows of $codes units, $left left on the desk"
[ "$kills" -gt 0 ] || { echo "nothing was killed: take more units"; exit 1; }
[ "$(issued)" = "$units" ] && [ "$rows" = "$units" ] && [ "$codes" = "$units" ] && [ "$left" = 0 ]
