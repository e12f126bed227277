using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>
/// A made-up department: a dataset of a given shape that uses every source, fund, category and table, and the budget it becomes.
/// </summary>
internal sealed class GeneratedBudget
{
    private const string Unit = "305009";
    private const int Year = 2024;

    private static readonly string[] Sources =
    [
        "一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款", "财政专户管理资金", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", "上年结转",
    ];
    private static readonly string[] Funds = ["一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款", "财政专户管理资金", "单位资金"];
    private static readonly string[] Categories = ["人员经费", "公用经费", "项目支出", "经营支出", "上解上级支出", "对附属单位补助支出"];
    private static readonly string[] Items = ["因公出国（境）费-教学科研", "因公出国（境）费-其他", "公务用车购置费", "公务用车运行维护费", "公务接待费"];
    private static readonly string[] Assets = ["房屋", "办公用房", "车辆", "单价20万元以上的设备", "其他固定资产"];

    private readonly Dictionary<string, List<DatasetRow>> _tables = [];
    private readonly Random _random;
    private readonly Shape _shape;

    private GeneratedBudget(Shape shape)
    {
        _shape = shape;
        _random = new Random(shape.Seed);
        Add("units", ("unit_code", Unit), ("unit_name", "云岭县" + new string('文', _random.Next(1, 30)) + "局"));
        AddMoney();
        AddProjects();
        AddTexts();
    }

    /// <summary>The budget of a shape; the same shape always gives the same one.</summary>
    public static Budget Of(Shape shape) =>
        new BudgetProjection(Hebei.Book.Pack,
            new Dataset(new GeneratedBudget(shape)._tables.ToDictionary(table => table.Key,
                table => (IReadOnlyList<DatasetRow>)table.Value))).Of(Unit, Year);

    private void AddMoney()
    {
        var functions = Leaves("functional");
        var economics = Leaves("economic");
        foreach (var year in new[] { Year, Year - 1 })
        {
            foreach (var code in functions)
            {
                var source = Pick(Sources);
                Add("revenue", ("year", Text(year)), ("function_code", code), ("source", source),
                    ("fund", source == "上年结转" ? Pick(Funds) : null), ("amount_yuan", Amount()));
                Add("expenditure", ("year", Text(year)), ("function_code", code), ("economic_code", Pick(economics)),
                    ("category", Pick(Categories)), ("fund", Pick(Funds)), ("amount_yuan", Amount()));
            }

            foreach (var code in economics)
            {
                Add("expenditure", ("year", Text(year)), ("function_code", Pick(functions)), ("economic_code", code),
                    ("category", Pick(Categories[..2])), ("fund", Funds[0]), ("amount_yuan", Amount()));
            }
            foreach (var fund in Funds)
            {
                Add("expenditure", ("year", Text(year)), ("category", "年终结转结余"), ("fund", fund), ("amount_yuan", Amount()));
            }
            foreach (var item in Items)
            {
                Add("three_public", ("year", Text(year)), ("item", item), ("fund", Pick(Funds[..3])), ("amount_yuan", Amount()));
            }
        }

        foreach (var item in Assets)
        {
            Add("assets", ("as_of", Text(Year - 1) + "-12-31"), ("item", item), ("quantity", Quantity()), ("amount_yuan", Amount()));
        }
    }

    private void AddProjects()
    {
        for (var number = 1; number <= _shape.Projects; number++)
        {
            var code = Odd($"13{number:D3}", number);
            Add("projects", ("year", Text(Year)), ("project_code", code), ("project_name", OddTexts.Line(_random)),
                ("amount_yuan", Amount()),
                ("goal", Maybe(OddTexts.Paragraphs(_random, 6))), ("classified", Maybe(Pick(["是", "否", "涉密"]))));
            for (var index = _random.Next(_shape.Indicators + 1); index > 0; index--)
            {
                Add("indicators", ("year", Text(Year)), ("project_code", code), ("level1", Level()), ("level2", OddTexts.Line(_random)),
                    ("name", OddTexts.Line(_random)),
                    ("description", Maybe(OddTexts.Paragraphs(_random, 2))), ("target", Maybe(OddTexts.Line(_random))),
                    ("basis", Maybe(OddTexts.Line(_random))));
            }

            if (number > _shape.Lines) continue;
            Add("procurement", ("year", Text(Year)), ("project_code", code), ("item", OddTexts.Line(_random)),
                ("catalogue_code", Maybe(OddTexts.Line(_random))), ("measure_unit", Maybe("台")),
                ("quantity", Quantity()), ("unit_price_yuan", Amount()), ("fund", Pick([.. Funds, "财政拨款结转", "非财政拨款结转结余"])),
                ("amount_yuan", Amount()), ("sme_amount_yuan", Maybe(Amount())));
        }
    }

    private void AddTexts()
    {
        for (var line = 0; line < _shape.Lines; line++)
        {
            Add("members", ("unit_name", OddTexts.Line(_random)), ("unit_nature", Maybe(OddTexts.Line(_random))),
                ("unit_rank", Maybe("正科级")), ("funding", Maybe(OddTexts.Line(_random))));
        }

        foreach (var section in Hebei.Book.Pack[new FormId("texts")].Rows.OfType<RowGroup.Texts>().Single().Sections)
        {
            if (_random.Next(4) > 0)
            {
                Add("narrative", ("year", Text(Year)), ("section", section.Id), ("text", OddTexts.Paragraphs(_random, 12)));
            }
        }
    }

    private void Add(string table, params (string Field, string? Value)[] fields)
    {
        if (!_tables.TryGetValue(table, out var rows)) _tables[table] = rows = [];
        // the dataset reader trims every text and leaves blank ones out
        var texts = fields.Where(field => !string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Field, field => field.Value!.Trim());
        texts.TryAdd(DatasetFields.UnitCode, Unit);
        var kinds = DatasetSchema.Table(table)?.Columns.ToDictionary(column => column.Name, column => column.Kind);
        var shape = DatasetSchema.Table(table)?.Shape ?? new RowShape(texts.Keys);
        texts.Keys.ShouldAllBe(field => shape.IndexOf(field) >= 0);
        var values = shape.Fields.Select(
            field => texts.TryGetValue(field, out var text) ? Value(kinds?[field] ?? ColumnKind.Text, text) : default);
        rows.Add(new DatasetRow(table + ".csv", rows.Count + 2, shape, [.. values]));
    }

    private static FieldValue Value(ColumnKind kind, string text) => kind switch
    {
        ColumnKind.Amount or ColumnKind.Number => FieldValue.Of(decimal.Parse(text, CultureInfo.InvariantCulture)),
        ColumnKind.Year => FieldValue.OfYear(int.Parse(text, CultureInfo.InvariantCulture)),
        ColumnKind.Date => FieldValue.Of(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        _ => FieldValue.Of(text),
    };

    private string[] Leaves(string list)
    {
        CodeList codes = Hebei.Book.Pack.CodeLists[list];
        var leaves = codes.Entries.Where(entry => codes.IsLeaf(entry.Code)).Select(entry => entry.Code).ToArray();
        _random.Shuffle(leaves);
        return leaves[..Math.Min(_shape.Codes, leaves.Length)];
    }

    private string Level() => Pick(["产出指标", "产出指标", "效益指标", "满意度指标", "项目编码", "绩效目标", "注：", "一级指标"]);

    /// <summary>A project code: usually one, sometimes none, a text of the form or one with marks that row keys use.</summary>
    private string? Odd(string code, int number) => _random.Next(8) switch
    {
        0 => null,
        1 => "项目编码" + (number == 1 ? "" : Text(number)),
        2 => code + "#1",
        _ => code,
    };

    private string? Maybe(string text) => _random.Next(3) == 0 ? null : text;

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private string Quantity() => (_random.Next(1, 10_000_000) / 100m).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// From a fen to ten billion yuan (a spreadsheet keeps 15 digits, and sums of 200 such amounts must fit); rarely below zero, sometimes
    /// a round number of 万元.
    /// </summary>
    private string Amount()
    {
        var fen = (decimal)_random.NextInt64(1, (long)Math.Pow(10, _random.Next(1, 13)));
        var yuan = _random.Next(3) == 0 ? decimal.Truncate(fen / 1_000_000m) * 10_000m : fen / 100m;
        return (_random.Next(20) == 0 ? -yuan : yuan).ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
