#!/usr/bin/env bash
# The long form of the agreement proofs: 300 changed workbooks and 100 with several changes, our engine, LibreOffice and Gnumeric.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 EXCELBUDGET_AGREEMENT=long
dotnet build tests/ExcelBudget.Workbooks.Tests -c Release -v quiet
dotnet test tests/ExcelBudget.Workbooks.Tests -c Release --no-build --filter 'FullyQualifiedName~AgreementTests' --logger 'console;verbosity=detailed' |
  grep -E 'workbooks,|通过 |未检查 |尾差 |不适用 |should say|should be off|Gnumeric says|Passed!|Failed' || exit 1
