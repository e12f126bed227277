#!/usr/bin/env bash
# Makes the folders that are handed out: self-contained, with packs and manual, nothing else needed on the machine.
# usage: src/publish.sh [OUT]     OUT/excelbudget-VERSION-linux-x64 and OUT/excelbudget-VERSION-win-x64, each with a checksum
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-out/release}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' src/ExcelBudget.Worker/ExcelBudget.Worker.csproj)

# Linux without ICU cannot sort or normalise Chinese: the program brings the libraries of the machine that builds it
icu=$(ldconfig -p | sed -n 's:.*libicuuc\.so\.\([0-9]*\) .*=> \(.*\):\1 \2:p' | head -1)
[ -n "$icu" ] || { echo "needs the Debian package libicu on this machine" >&2; exit 2; }
icu_version=${icu%% *}
icu_folder=$(dirname "$(readlink -f "${icu#* }")")

# what a verb has to compile at its start is compiled now: seen by running the verbs with nothing compiled ahead
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT
dotnet build src/ExcelBudget.Worker -c Release -v quiet -p:RunAnalyzers=false -p:EventSourceSupport=true
dotnet build src/ExcelBudget.StartProfile -c Release -v quiet -p:RunAnalyzers=false
tool=src/ExcelBudget.StartProfile/bin/Release/net10.0/ExcelBudget.StartProfile.dll
mkdir "$seen/exact"
run() {
  DOTNET_ReadyToRun=0 DOTNET_TieredPGO=0 DOTNET_JitStdOutFile="$seen/compiled.txt" DOTNET_JitDisasmSummary=1 \
    DOTNET_STARTUP_HOOKS="$PWD/$tool" STARTPROFILE_FOLDER="$seen/exact" \
    EXCELBUDGET_Inspection__OwnProcess=$own dotnet src/ExcelBudget.Worker/bin/Release/net10.0/excelbudget.dll "$@" > "$seen/log" 2>&1 || [ $? = 1 ]
}
own=false run packs verify # from here on their files need not be parsed
for own in true false; do # as the two processes that a clerk's check is, the second of which may end before it has said all, and as one
  run fill --pack hebei --year 2023 --data templates/hebei/sample/full --out "$seen/$own"
  run check "$seen/$own"
  run check "$(find "$seen/$own" -name '*.xlsx' | head -1)" # one goes other ways than many
  run note "$seen/$own" --out "$seen/$own-notes"
done
dotnet "$tool" src/ExcelBudget.Worker/bin/Release/net10.0 "$seen/start.mibc" "$seen/compiled.txt" "$seen"/exact/*.txt

publish() { # publish RID [PROPERTY]
  local rid=$1 folder="$out/excelbudget-$version-$1"
  shift
  rm -rf "$folder"
  dotnet publish src/ExcelBudget.Worker -c Release -r "$rid" --self-contained true --no-restore -v quiet -p:RunAnalyzers=false -p:DebugType=none "-p:StartProfile=$seen/start.mibc" "$@" -o "$folder"
}

# once for both, so that the lock files of the rooms do not learn of runtimes; the compiler comes only where it is asked for
dotnet restore src/ExcelBudget.Worker -v quiet -p:SelfContained=true -p:PublishReadyToRun=true
publish linux-x64 -p:AppLocalIcu="$icu_version"
for library in uc i18n data; do
  cp -L "$icu_folder/libicu$library.so.$icu_version" "$out/excelbudget-$version-linux-x64/"
done
publish win-x64

# the manual's pages are written by the program that was just made
for rid in linux-x64 win-x64; do
  "$out/excelbudget-$version-linux-x64/excelbudget" manual --out "$out/excelbudget-$version-$rid/manual"
  # a release has sound packs only, and knows it: no start reads all of them to find out
  EXCELBUDGET_Packs__Folder="$out/excelbudget-$version-$rid/templates" "$out/excelbudget-$version-linux-x64/excelbudget" packs verify
  (cd "$out/excelbudget-$version-$rid" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum > SHA256SUMS)
  du -sh "$out/excelbudget-$version-$rid"
done
