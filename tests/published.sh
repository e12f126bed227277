#!/usr/bin/env bash
# Installs the published Linux folder with an empty HOME and an empty environment, runs it, and removes it again.
# usage: tests/published.sh FOLDER      (made by src/publish.sh)
set -euo pipefail
program=$(realpath "${1:?usage: tests/published.sh FOLDER}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/home" "$place/units"
cp -a "$program" "$place/program"
alone() { env -i HOME="$place/home" PATH=/usr/bin:/bin "$place/program/excelbudget" "$@"; }
step() { echo "== $*"; }

cd "$place"
step "version and packs"
alone --version
alone packs list
step "service: install, status, uninstall (units in a folder of this test)"
alone service install --root "$place/budget" --units "$place/units"
grep -q "^ExecStart=\"$place/program/excelbudget\" run --root \"$place/budget\"$" "$place/units/excelbudget.service"
step "a county of three: county file, issue, a return, status"
alone demo --county 3 --out "$place/demo" | tail -4
alone ledger verify --root "$place/demo"
step "run: takes a workbook while the health file says so, stops when told"
mkdir -p "$place/budget/inbox"
env -i HOME="$place/home" PATH=/usr/bin:/bin "$place/program/excelbudget" run --root "$place/budget" 2> "$place/run.log" &
worker=$!
find "$place/demo/issued" -name '*部门预算公开*.xlsx' | head -1 | xargs -I{} cp {} "$place/budget/inbox/"
for _ in $(seq 120); do
  sleep 1
  [ -n "$(find "$place/budget/accepted" "$place/budget/returned" -name '*.检查报告.txt' 2>/dev/null)" ] && break
done
find "$place/budget/accepted" "$place/budget/returned" -name '*.检查报告.txt' | grep -q .
alone health --root "$place/budget"
kill -TERM "$worker"
wait "$worker"
alone health --root "$place/budget" && exit 1 || [ $? = 2 ]
step "add-in: manifests beside the program, put into a WPS of this test and taken out again"
[ -f "$place/program/addin-manifest/excel/manifest.xml" ] && [ -f "$place/program/addin-manifest/icons/check-32.png" ]
mkdir -p "$place/home/.local/share/Kingsoft/wps"
alone addin install
grep -q '<jspluginonline name="ExcelBudget" type="et" url="http://127.0.0.1:8650/wps/"' "$place/home/.local/share/Kingsoft/wps/jsaddons/publish.xml"
alone addin doctor > "$place/doctor.txt" || [ $? = 1 ]
grep -q "清单里登记好了" "$place/doctor.txt"
alone addin uninstall
[ ! -e "$place/home/.local/share/Kingsoft/wps/jsaddons" ]
step "uninstall"
alone service uninstall --units "$place/units"
[ ! -e "$place/units/excelbudget.service" ]
step "nothing was written into HOME or beside the program"
[ -z "$(find "$place/home" -type f)" ]
(cd "$place/program" && sha256sum --quiet -c SHA256SUMS)
[ "$(find "$place/program" -type f | wc -l)" = $(($(wc -l < "$place/program/SHA256SUMS") + 1)) ]
echo "published folder: installed, ran, was removed"
