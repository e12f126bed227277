#!/usr/bin/env bash
# An accountant's afternoon, the long form: every damage saved and recalculated by LibreOffice; prints what is told of each.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 EXCELBUDGET_AFTERNOON=long
dotnet build tests/ExcelBudget.Worker.Tests -c Release -v quiet
dotnet test tests/ExcelBudget.Worker.Tests -c Release --no-build --filter 'FullyQualifiedName~AfternoonTests' --logger 'console;verbosity=detailed' |
  grep -vE '^(VSTest|Copyright|A total|Starting|Test Run|Total tests|\[xUnit)' || exit 1
