#!/usr/bin/env bash
# The year of a county of 300 departments (or as many as given), every unit compared at every step; the tests play it with 30.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 EXCELBUDGET_COUNTY=${1:-300}
dotnet build tests/ExcelBudget.Worker.Tests -c Release -v quiet -p:RunAnalyzers=false
dotnet test tests/ExcelBudget.Worker.Tests -c Release --no-build --filter "FullyQualifiedName~SimulatedYearTests.Year_OfAWholeCounty"
