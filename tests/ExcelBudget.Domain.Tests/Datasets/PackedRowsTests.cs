using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Domain.Tests.Datasets;

/// <summary>Rows kept as bytes come back as they were.</summary>
public sealed class PackedRowsTests
{
    private static readonly RowShape Shape = new([DatasetFields.Year, DatasetFields.UnitCode, DatasetFields.Amount, DatasetFields.AsOf,
        DatasetFields.Text]);

    [Fact]
    public void Row_OfEveryKindOfValue_ComesBackAsItWas()
    {
        var half = "半个字\uD83D";
        DatasetRow[] rows =
        [
            Row(2, "201", FieldValue.OfYear(2024), FieldValue.Of(1.50m), FieldValue.Of(new DateOnly(2023, 12, 31)), FieldValue.Of("词")),
            Row(3, "201", default, FieldValue.Of(-0.000001m), default, default),
            Row(5, "201", FieldValue.Of("二〇二四"), FieldValue.Of(decimal.MaxValue), FieldValue.Of("201"), FieldValue.Of(half)),
            Row(70_000, "201", default, FieldValue.Of("无"), default, FieldValue.Of(new string('长', 5_000) + "\n𠮷\"")),
        ];

        var back = Packed(rows).Rows;

        back.Select(Told).ShouldBe(rows.Select(Told));
        back[0].Number(DatasetFields.Amount)!.Value.Scale.ShouldBe((byte)2);
        back[2].Text(DatasetFields.Text).ShouldBe(half);
    }

    [Fact]
    public void Rows_OfUnitsTakingTurns_AreEachUnitsInFileOrder()
    {
        DatasetRow[] rows = [.. Enumerable.Range(2, 900).Select(line => Row(line, $"30{line % 3}", default, FieldValue.Of((decimal)line),
            default, FieldValue.Of($"第 {line} 行")))];

        var packed = Packed(rows);

        packed.RowsOf("301").Select(Told).ShouldBe(rows.Where(row => row.Line % 3 == 1).Select(Told));
        packed.Rows.Select(Told).ShouldBe(rows.Select(Told));
        packed.RowsOf("309").ShouldBeEmpty();
    }

    [Fact]
    public void Row_AddedLate_StandsAtItsLine()
    {
        var packed = Packed([Row(2, "201"), Row(4, "201"), Row(3, "201"), Row(1, "202")]);

        packed.RowsOf("201").Select(row => row.Line).ShouldBe([2, 3, 4]);
        packed.Rows.Select(row => row.Line).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void Row_OfAnotherTable_IsRefused() => Should.Throw<ArgumentException>(
        () => Packed([new DatasetRow("a.csv", 2, new RowShape([DatasetFields.UnitCode]), [FieldValue.Of("201")])]));

    private static PackedRows Packed(IEnumerable<DatasetRow> rows)
    {
        var packed = new PackedRows("a.csv", Shape);
        foreach (var row in rows) packed.Add(row);
        return packed.Close();
    }

    private static DatasetRow Row(int line, string unit, params FieldValue[] others)
    {
        FieldValue[] filled = [.. others, .. Enumerable.Repeat(default(FieldValue), 4 - others.Length)];
        return new("a.csv", line, Shape, [filled[0], FieldValue.Of(unit), filled[1], filled[2], filled[3]]);
    }

    private static string Told(DatasetRow row) => $"{row.File} {row.Line}: " + string.Join('|',
        row.Filled.Select(cell => $"{cell.Field}={cell.Value.Text} {cell.Value.Number} {cell.Value.Year} {cell.Value.Day}"));
}
