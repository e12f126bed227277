#!/usr/bin/env bash
# Two builds of the program on the same workbooks and datasets: findings byte for byte, notes and workbooks part by part.
# usage: tests/same-output.sh BEFORE AFTER DATASETS [WORKBOOKS...]
#   BEFORE, AFTER  folders with the program; DATASETS: lines «pack folder year» in a file, or - for the samples of all packs
#   WORKBOOKS      further workbooks or folders of workbooks that are checked by both
# What a workbook says of itself (its id, when it was issued, the check sums over them) differs each time and is masked.
set -euo pipefail
before=$(realpath "$1") after=$(realpath "$2") list=$3
shift 3
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$list" = - ] && list="$work/list" && for sample in "$here"/templates/*/sample/*/; do
  sample=${sample%/}
  year=$(cat "$sample"/*.csv | grep -o '^20[0-9][0-9],' | sort | tail -1 | tr -d ,)
  echo "$(basename "$(dirname "$(dirname "$sample")")") $sample $year"
done > "$list"

export EXCELBUDGET_Packs__Folder="$here/templates"
number=0
while read -r pack data year; do
  number=$((number + 1))
  for side in before after; do
    "${!side}/excelbudget" fill --pack "$pack" --data "$data" --year "$year" --out "$work/$side/fill/$number" \
      > "$work/$side-fill-$number.txt" 2>&1 || true
  done
done < "$list"
# both check and describe what the one before has filled, and whatever else was named
for side in before after; do
  "${!side}/excelbudget" check "$work/before/fill" "$@" --json "$work/$side.json" --annotated "$work/$side/annotated" > "$work/$side-check.txt" 2>&1 || true
  sed -i "s:$work/$side:WORK:g" "$work/$side-check.txt"
  "${!side}/excelbudget" note "$work/before/fill" --out "$work/$side/notes" > /dev/null 2>&1 || true
done

python3 - "$work" <<'PY'
import os, re, sys, zipfile
work = sys.argv[1]
wrong = 0
def tell(ok, line):
    global wrong
    wrong += not ok
    print(('same      ' if ok else 'DIFFERENT ') + line)
def read(name): return open(os.path.join(work, name), 'rb').read()
tell(read('before.json') == read('after.json'), f"findings as JSON, {len(read('before.json'))} bytes")
tell(read('before-check.txt') == read('after-check.txt'), 'what check says')
MASKS = [rb'EB[12]\|[^<"&]*', rb'[0-9A-F]{8}(?=[^0-9A-Fa-f])', rb'20\d\d-\d\d-\d\dT[\d:.]+Z?', rb'\b[0-9a-f]{8,64}\b']
def parts(path, mask):
    with zipfile.ZipFile(path) as z:
        found = {n: z.read(n) for n in z.namelist()}
    if mask:
        for name in found:
            for pattern in MASKS: found[name] = re.sub(pattern, b'#', found[name])
    return found
for room, mask in (('fill', True), ('notes', False), ('annotated', False)):
    files = {}
    for side in ('before', 'after'):
        top = os.path.join(work, side, room)
        for folder, _, names in os.walk(top):
            for name in names: files.setdefault(os.path.relpath(os.path.join(folder, name), top), {})[side] = os.path.join(folder, name)
    count, differing = 0, []
    for name, sides in sorted(files.items()):
        if len(sides) < 2: differing.append(name + ': only one'); continue
        old, new = parts(sides['before'], mask), parts(sides['after'], mask)
        for part in sorted(set(old) | set(new)):
            count += 1
            if old.get(part) != new.get(part): differing.append(f'{name}: {part}')
    tell(not differing and count > 0, f'{room}: {len(files)} files, {count} parts' + ''.join('\n    ' + d for d in differing[:20]))
sys.exit(1 if wrong else 0)
PY
