using System.Collections.Concurrent;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Filling;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>
/// 下发。Issues the workbooks of one step, a unit at a time and several at once. Whatever is wrong with one unit is told in its line and
/// stops nobody else; a run that was killed or stopped is simply run again.
/// </summary>
internal sealed class IssueRun(
    PackStore packs, IBudgetEngine engine, CountyLedger ledger, IssueDesk desk, TimeProvider time, ILogger<IssueRun> log)
{
    /// <summary>Issues.</summary>
    /// <param name="order">What.</param>
    /// <param name="progress">Told of each unit as it is done, from several threads.</param>
    /// <param name="stop">Ends the run after the units being worked on.</param>
    /// <returns>A line for each unit, in the order's order.</returns>
    public IReadOnlyList<IssuedLine> Run(IssueOrder order, Action<IssuedLine> progress, CancellationToken stop = default)
    {
        desk.Settle(order.County.Year);
        var earlier = ledger.Issued(order.County.Year).Where(row => row.Step == order.Step.Name)
            .ToLookup(row => row.UnitCode, StringComparer.Ordinal);
        var materials = new IssueMaterials(packs, order.Step.Data);
        var lines = new ConcurrentDictionary<string, IssuedLine>(StringComparer.Ordinal);
        Parallel.ForEach(order.Units.GroupBy(unit => unit.Department), (department, loop) =>
        {
            var own = materials.Of(order.County.Department(department.Key)!);
            Parallel.ForEach(department, (unit, inner) =>
            {
                if (stop.IsCancellationRequested)
                {
                    inner.Stop();
                    loop.Stop();
                    return;
                }

                var line = One(order, unit, [.. earlier[unit.Code]], own);
                lines[unit.Code] = line;
                progress(line);
            });
        });
        return [.. order.Units.Select(unit => lines.GetValueOrDefault(unit.Code) ?? Line(order, unit, IssueOutcome.NotReached))];
    }

    private IssuedLine One(IssueOrder order, CountyUnit unit, IReadOnlyList<IssuedWorkbook> earlier,
        IssueMaterials.DepartmentMaterials materials)
    {
        try
        {
            if (earlier.Count > 0 && !order.Again) return Line(order, unit, IssueOutcome.Earlier) with { Path = earlier[^1].Path };
            if (materials.For(unit.Pack, out var problem) is not { } material) return Failed(order, unit, problem!);
            return Issue(order, unit, earlier, material);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(order, unit, DiskTrouble.Sentence(fault) + "。");
        }
        catch (Exception fault)
        {
            // the edge of one unit
            log.LogError(fault, "下发单位 {Unit} 的工作簿时出错", unit.Code);
            return Failed(order, unit, "程序出错，详情见日志。");
        }
    }

    private IssuedLine Issue(IssueOrder order, CountyUnit unit, IReadOnlyList<IssuedWorkbook> earlier, FillMaterial material)
    {
        var identity = new BudgetIdentity(unit.Pack, unit.Code, unit.Name, order.County.Year);
        var (now, after) = (time.GetUtcNow(), earlier.Count == 0 ? "" : earlier[^1].WorkbookId);
        var made = material.Make(identity, engine, IssueLineage.At(now, order.Step.Name, after));
        if (made.Outcome != MakingOutcome.Made) return Failed(order, unit, made.Told(order.County.Year));
        var file = made.Whole();
        var row = new IssuedWorkbook
        {
            Pack = unit.Pack,
            UnitCode = unit.Code,
            UnitName = made.Budget!.Identity.UnitName,
            Department = unit.Department,
            Year = order.County.Year,
            Step = order.Step.Name,
            WorkbookId = made.Id,
            After = after,
            Path = IssuePlaces.Workbook(order.Step, order.County.Department(unit.Department)!, made.Budget.Identity, earlier.Count + 1),
            Sha256 = FileOperations.Hash(file),
            At = now,
        };
        if (!desk.Issue(row, file)) return Line(order, unit, IssueOutcome.Earlier);
        return Line(order, unit, IssueOutcome.Issued) with
        {
            Path = row.Path,
            Errors = made.Errors.Count,
            Remark = made.Errors.Count == 0 ? "" : $"数据本身有 {made.Errors.Count} 处不平，如：{made.Errors[0].Message}",
        };
    }

    private static IssuedLine Failed(IssueOrder order, CountyUnit unit, string reason) =>
        Line(order, unit, IssueOutcome.Failed) with { Remark = reason };

    private static IssuedLine Line(IssueOrder order, CountyUnit unit, IssueOutcome outcome) => new(
        unit.Department, order.County.Department(unit.Department)?.Name ?? "", unit.Code, unit.Name, outcome);
}
