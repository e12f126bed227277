#!/usr/bin/env bash
# How LibreOffice's time over a workbook grows with its forms: 24, 250, 490 and 1,000 rows of codes. Prints seconds for a typed amount,
# for computing everything anew and for opening, and the size of the workbook. The slow tests run the short form.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 EXCELBUDGET_GROWTH=long
dotnet build tests/ExcelBudget.Workbooks.Tests -c Release -v quiet
dotnet test tests/ExcelBudget.Workbooks.Tests -c Release --no-build --filter 'FullyQualifiedName~GrowthTests' --logger 'console;verbosity=detailed' |
  grep -E '^ *(rows|[0-9]+) |should|Passed!|Failed' || exit 1
