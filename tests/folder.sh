#!/usr/bin/env bash
# The proofs of the drop folder. «short» is what CI runs; «long» takes about an hour; parts can be named: folder.sh long kills many.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -n "${PROVE_BUILT:-}" ] || dotnet build tests/ExcelBudget.Worker.TestHost -c Release -v quiet
exec python3 tests/folder/prove.py "${@:-short}"
