#!/usr/bin/env bash
# All tests and the short forms of the long proofs, on the optimized build, which is what is shipped. «fast» leaves out those that need
# LibreOffice or killed processes; «only NAME» builds and runs one test class; «pane» runs the tests of the task pane.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if [ "${1:-}" = only ]; then
  name=${2:?usage: tests/run.sh only NAME}
  project=$(grep -rlE --include='*.cs' "class $name\b" tests | cut -d/ -f2 | sort -u)
  [ -n "$project" ] || { echo "no test class $name"; exit 2; }
  for each in $project; do
    dotnet build "tests/$each" -c Release -v quiet -p:RunAnalyzers=false
    dotnet test "tests/$each" -c Release --no-build --filter "FullyQualifiedName~.$name."
  done
  exit 0
fi

need() { # need COMMAND PACKAGE…: installs Debian packages when a command is missing
  local command=$1; shift
  command -v "$command" >/dev/null 2>&1 && return 0
  echo "installing $*"
  [ -n "${apt_is_fresh:-}" ] || { apt-get update -qq; apt_is_fresh=1; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

pane() { # the task pane's own tests; the program itself is built without Node
  need npm nodejs npm
  (cd src/taskpane && npm ci --silent && npm run --silent all)
}

if [ "${1:-}" = pane ]; then
  pane
  exit
fi

filter=()
if [ "${1:-}" = fast ]; then
  filter=(--filter 'Category!=Slow')
else
  need soffice libreoffice-calc libreoffice-writer fonts-noto-cjk
  need pdftoppm poppler-utils
  need ssconvert gnumeric
  need abiword abiword
  need pandoc pandoc
  need chromium chromium
  [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import openpyxl, docx' 2>/dev/null || need no-python-openpyxl python3 python3-openpyxl python3-docx
fi

dotnet build ExcelBudget.sln -c Release -v quiet
dotnet format ExcelBudget.sln --verify-no-changes --no-restore
log=$(mktemp)
result=0
dotnet test ExcelBudget.sln -c Release --no-build "${filter[@]}" 2>&1 | tee "$log" || result=$?
awk '
     match($0, /Failed: +[0-9]+/) { split(substr($0, RSTART, RLENGTH), a, / +/); f += a[2] }
     match($0, /Passed: +[0-9]+/) { split(substr($0, RSTART, RLENGTH), a, / +/); p += a[2] }
     END { printf "%d passed, %d failed\n", p, f }' "$log"
rm -f "$log"
if [ "${1:-}" != fast ]; then
  echo "== the task pane (src/taskpane)"
  pane || result=1
  echo "== the short forms of the long proofs (folder.sh, county-kill.sh, county-growth.sh, verbs-growth.sh)"
  program=src/ExcelBudget.Worker/bin/Release/net10.0/excelbudget
  PROVE_BUILT=1 bash tests/folder.sh short || result=1
  bash tests/county-kill.sh "$program" 90 2 || result=1
  bash tests/county-growth.sh "$program" 50 200 350 || result=1
  bash tests/verbs-growth.sh "$program" short || result=1
fi
exit "$result"
