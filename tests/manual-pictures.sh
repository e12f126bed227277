#!/usr/bin/env bash
# Makes the pictures of the manual from what the program really writes. Needs LibreOffice and poppler-utils.
# usage: tests/manual-pictures.sh PROGRAM     (the excelbudget of a published or built folder)
set -euo pipefail
program=$(realpath "${1:?usage: tests/manual-pictures.sh PROGRAM}")
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$program" demo --county 12 --out "$place/demo" > /dev/null
"$program" county init --out "$place" --pack hebei --year 2026 > /dev/null
first() { find "$1" -name "$2" | sort | head -1; }
cp "$place/县级名册（示例）.xlsx" "$place/county.xlsx"
cp "$place/demo/报送进度.xlsx" "$place/status.xlsx"
cp "$(first "$place/demo/issued" '下发通知.docx')" "$place/letter.docx"
cp "$(first "$place/demo/reminders" '催报通知*.docx')" "$place/reminder.docx"
cp "$(first "$place/demo/returned" '*.xlsx')" "$place/returned.xlsx"
(cd "$place" && soffice --headless "-env:UserInstallation=file://$place/office" --convert-to pdf county.xlsx status.xlsx letter.docx \
  reminder.docx returned.xlsx > /dev/null 2>&1)
mkdir -p src/manual/pictures
page() { # page NAME NUMBER
  pdftoppm -r 80 -png -f "$2" -l "$2" -singlefile "$place/$1.pdf" "src/manual/pictures/$1"
}
page county 4
page status 1
page letter 1
page reminder 1
page returned 1
ls -l src/manual/pictures
