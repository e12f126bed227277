namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>单元格。What may be wrong with what a cell holds.</summary>
public static class CellFindings
{
    /// <summary>数写成文字。A figure typed as text that could be read.</summary>
    public static readonly FindingKind Messy = new()
    {
        Rule = "CELL-MESSY",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "“{column}”填的是文字“{actual}”。程序按 {expected} 读取，但表里的公式不认文字，合计里没有加上这一笔。",
        Advice = "请删去文字，改填数字 {expected}（单元格里不要带单位、逗号和空格）。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "1,234.50万元"), ("expected", new FindingValue.Count(1234.5m))],
    };

    /// <summary>数写成文字。The text could be read, and relations say that another figure was meant: 655.48元 where the form is in 万元.</summary>
    public static readonly FindingKind MessyOther = Messy with
    {
        Case = "OTHER",
        Sentence = "“{column}”填的是文字“{actual}”。表里的公式不认文字，程序按字面读作 {read}，使 {count} 处勾稽不符；按勾稽关系应为 {expected}。",
        Advice = "请删去文字，改填数字（单元格里不要带单位、逗号和空格），并核对单位。",
        Example = [("column", "预算数"), ("actual", "655.48元"), ("read", new FindingValue.Count(0.065548m)),
            ("count", new FindingValue.Count(5)), ("expected", new FindingValue.Amount(655.48m, 2, "万元"))],
    };

    /// <summary>文字写的数，这里却不该有数。Relations want no figure where a text stands.</summary>
    public static readonly FindingKind MessyNone = Messy with
    {
        Case = "NONE",
        Sentence = "“{column}”填的是文字“{actual}”。表里的公式不认文字，程序按字面读作 {read}，使 {count} 处勾稽不符；这里不填数，就都相符了。",
        Advice = "请核对这一笔是不是填错了行或栏：不该填在这里的，请清空单元格；该填的，请改填数字，并在有关的各表补上。",
        Example = [("column", "预算数"), ("actual", "9.3万元"), ("read", new FindingValue.Count(9.3m)),
            ("count", new FindingValue.Count(2)), ("expected", new FindingValue.Amount(0m, 2, "万元"))],
    };

    /// <summary>数写成文字。The text could be read as another figure than was issued, and what was issued is known.</summary>
    public static readonly FindingKind MessyIssued = Messy with
    {
        Case = "ISSUED",
        Sentence = "“{column}”填的是文字“{actual}”。表里的公式不认文字，程序按字面读作 {read}，由此有 {count} 处不符；下发时是 {expected}。",
        Advice = "请删去文字，改填数字（单元格里不要带单位、逗号、括号和空格）；确需调整的，请把有关的各表一并调整。",
        Example = [("column", "项目支出"), ("actual", "12万"), ("read", new FindingValue.Count(12m)),
            ("count", new FindingValue.Count(3)), ("expected", new FindingValue.Amount(12.35m, 2, "万元"))],
    };

    /// <summary>负数写成文字。A text in brackets, or with a minus, reads as a negative amount.</summary>
    public static readonly FindingKind MessyNegative = Messy with
    {
        Case = "NEGATIVE",
        Sentence = "“{column}”填的是文字“{actual}”，带括号或者负号，按字面是负数 {read}；表里的公式不认文字，预算金额也不应为负，多半应为 {expected}。",
        Advice = "请改填数字（单元格里不要带括号、单位、逗号和空格）；确需冲减的，请直接减少对应的金额。",
        Example = [("column", "项目支出"), ("actual", "(1250)"), ("read", new FindingValue.Count(-1250m)),
            ("expected", new FindingValue.Amount(1250m, 2, "万元"))],
    };

    /// <summary>空白写成文字。A text that stands for nothing.</summary>
    public static readonly FindingKind MessyBlank = Messy with
    {
        Case = "BLANK",
        Severity = Severity.Info,
        Sentence = "“{column}”填的是“{actual}”，当作没有金额。",
        Advice = "没有金额的，请让单元格空着。",
        Example = [("column", "基本支出"), ("actual", "无")],
    };

    /// <summary>不是数字。A cell of figures holds something else.</summary>
    public static readonly FindingKind NotAFigure = new()
    {
        Rule = "CELL-FORMAT",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”应填数字，现在的内容“{actual}”{problem}。",
        Advice = "请填写准确的数字；没有金额的，请清空单元格。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "待定"), ("problem", "不是数字")],
    };

    /// <summary>公式被改成文字。A computed cell holds something that is no figure.</summary>
    public static readonly FindingKind NotAFormula = new()
    {
        Rule = "CELL-FORMAT",
        Case = "COMPUTED",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”这里原来是公式，现在的内容“{actual}”{problem}。",
        Advice = "请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "合计"), ("actual", "待定"), ("problem", "不是数字")],
    };

    /// <summary>错误值。A cell shows an error value.</summary>
    public static readonly FindingKind ErrorValue = new()
    {
        Rule = "CELL-ERROR",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "单元格显示错误值 {actual}，多半是引用的行或表被删除。",
        Advice = "请恢复原来的公式，或改填正确的内容。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "#REF!")],
    };

    /// <summary>错误值写成文字。A text carries an error value, as pasted results do: it would be printed as it stands.</summary>
    public static readonly FindingKind ErrorText = ErrorValue with
    {
        Case = "TEXT",
        Sentence = "“{column}”的文字里有错误值 {example}，多半是粘贴时带来的，公开时会原样印出来。",
        Advice = "请把这一处改为正确的内容。",
        Example = [("column", "绩效目标"), ("example", "#REF!"), ("actual", "保障#REF!正常运行。")],
    };

    /// <summary>公式出错。A formula of the form shows an error value.</summary>
    public static readonly FindingKind FormulaBroken = new()
    {
        Rule = "CELL-ERROR",
        Case = "FORMULA",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "这里的公式显示错误值 {actual}，多半是它引用的行、栏或表被删除。",
        Advice = "检查已按填写的数重新计算；请恢复被删除的内容和原来的公式。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "#REF!")],
    };

    /// <summary>公式出错。Formulas of a form show error values.</summary>
    public static readonly FindingKind FormulasBroken = FormulaBroken with
    {
        Case = "FORMULAS",
        Sentence = "这里的公式显示错误值 {actual}，这张表共有 {count} 处，多半是它引用的行、栏或表被删除。",
        Example = [("actual", "#REF!"), ("count", new FindingValue.Count(6))],
    };

    /// <summary>公式无法核算。A typed formula that cannot be evaluated.</summary>
    public static readonly FindingKind FormulaNotEvaluated = new()
    {
        Rule = "CELL-FORMULA",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”填的是公式“{actual}”，程序无法核算（{trouble}），文件里也没有保存它的结果，这一格没有读取。",
        Advice = "请改填数值或文字，或只用常用的函数引用本工作簿的单元格。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "=WEBSERVICE(A1)"), ("trouble", "用到了程序不能计算的 WEBSERVICE")],
    };

    /// <summary>
    /// 公式未经核实。A typed formula that cannot be evaluated counts with the result saved in the file, in a form that is published.
    /// </summary>
    public static readonly FindingKind FormulaUnverified = FormulaNotEvaluated with
    {
        Case = "SAVED",
        Sentence = "“{column}”填的是公式“{actual}”，程序无法核算（{trouble}），暂按文件里保存的结果“{saved}”计，没有核实。",
        Advice = "请把这一格改为数值或文字（复制后选择性粘贴为“值”）。",
        Example = [("column", "基本支出"), ("actual", "=TODAY()-45000"), ("trouble", "用到了程序不能计算的 TODAY"), ("saved", "402")],
    };

    /// <summary>公式未经核实。The same in a working form.</summary>
    public static readonly FindingKind FormulaUnverifiedUnpublished = FormulaUnverified with
    {
        Case = "SAVED-UNPUBLISHED",
        Severity = Severity.Warning,
    };

    /// <summary>公式没有结果。A typed formula of a text was evaluated, but the file holds no result of it.</summary>
    public static readonly FindingKind FormulaUnsaved = FormulaNotEvaluated with
    {
        Case = "UNSAVED",
        Severity = Severity.Warning,
        Sentence = "“{column}”填的是公式，文件里没有保存它的结果，现在按“{actual}”读取。",
        Advice = "请用 Excel 或 WPS 打开，核对显示的文字，保存后再报送。",
        Example = [("column", "绩效目标"), ("actual", "全年12次")],
    };

    /// <summary>公式算出错误值。A typed formula comes to an error value.</summary>
    public static readonly FindingKind FormulaShowsError = new()
    {
        Rule = "CELL-ERROR",
        Case = "TYPED",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”填的公式“{formula}”算出来是错误值 {actual}。",
        Advice = "请核对它引用的单元格，或改填正确的内容。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("formula", "=D9/0"), ("actual", "#DIV/0!")],
    };

    /// <summary>公式存成文字。A formula that stands in the cell as a text.</summary>
    public static readonly FindingKind FormulaAsText = new()
    {
        Rule = "CELL-FORMULA-TEXT",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”里的公式“{actual}”存成了文字，Excel 不会计算它，公开时会原样印出来。",
        Advice = "请把单元格的格式改为“常规”，双击单元格后按回车；或直接填要公开的数字或文字。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "=SUM(D9:D12)")],
    };

    /// <summary>引用别的文件。A typed formula takes its figure from another file.</summary>
    public static readonly FindingKind ExternalCell = new()
    {
        Rule = "EXTERNAL-LINK",
        Case = "CELL",
        Category = Category.ExternalContent,
        Severity = Severity.Error,
        Sentence = "“{column}”填的公式引用了别的文件（{actual}），换一台电脑就取不到数，文件里也没有保存它的结果，相关的勾稽关系没有检查。",
        Advice = "请改填数值。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "=[明细.xlsx]Sheet1!B2")],
    };

    /// <summary>引用别的文件。A formula of the form was pointed at another file.</summary>
    public static readonly FindingKind ExternalFormula = new()
    {
        Rule = "EXTERNAL-LINK",
        Case = "FORMULA",
        Category = Category.ExternalContent,
        Severity = Severity.Error,
        Sentence = "这里的公式引用了别的文件（{actual}），打开时取不到准确的数。",
        Advice = "检查已按本表的数重新计算；请恢复原来的公式。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "=[明细.xlsx]Sheet1!B2")],
    };

    /// <summary>引用别的文件。A typed formula takes its figure from another file; the saved result counts, unverified.</summary>
    public static readonly FindingKind ExternalSaved = ExternalCell with
    {
        Case = "SAVED",
        Sentence = "“{column}”填的公式引用了别的文件（{actual}），换一台电脑就取不到数，暂按文件里保存的结果“{saved}”计，没有核实。",
        Example = [("column", "基本支出"), ("actual", "=[明细.xlsx]Sheet1!B2"), ("saved", "12.5")],
    };

    /// <summary>许多公式引用别的文件。One cause: sheets were copied into a new file.</summary>
    public static readonly FindingKind ExternalMany = ExternalFormula with
    {
        Case = "MANY",
        Sentence = "工作簿里有 {count} 个公式引用了别的文件（例如这里的 {actual}），换一台电脑就取不到数，多半是把表复制到了新文件。",
        Advice = "请把填写的数抄到下发的工作簿里再报送；或者在“数据→编辑链接”里把源改为本工作簿。",
        Example = [("count", new FindingValue.Count(132)), ("actual", "=[下发.xlsx]T3!D9")],
    };
}
