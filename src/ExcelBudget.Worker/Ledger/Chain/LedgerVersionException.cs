namespace ExcelBudget.Worker.Ledger.Chain;

/// <summary>The ledger was written by a newer program; using it could lose what that program knows.</summary>
/// <param name="found">Version the ledger has.</param>
/// <param name="known">Version this program writes.</param>
internal sealed class LedgerVersionException(long found, long known)
    : Exception($"台账的版本是 {found}，本程序只认识到 {known}。请使用新版程序。");
