namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>预算。What may be wrong with a budget as a whole, beside the rules of its pack.</summary>
public static class BudgetFindings
{
    /// <summary>空白工作簿。No published form has any amount (catalogue IN-39).</summary>
    public static readonly FindingKind Empty = new()
    {
        Rule = "BUDGET-EMPTY",
        Category = Category.EmptyTableUndeclared,
        Severity = Severity.Error,
        Sentence = "工作簿里没有填任何金额。",
        Advice = "请核对是不是误交了没有填写的工作簿，填好后重新报送。",
        Basis = FindingBasis.Forms,
        Example = [],
    };

    /// <summary>缺说明文字。A text the note needs is not written (catalogue NT-30, CP-06).</summary>
    public static readonly FindingKind NoteGap = new()
    {
        Rule = "NOTE-GAP",
        Category = Category.MissingExplanation,
        Severity = Severity.Error,
        Sentence = "“{section}”没有填写，情况说明里会留下空缺。",
        Advice = "请在“{sheet}”表的这一栏目下补充。",
        Basis = FindingBasis.Procedure,
        Example = [("section", "部门职责"), ("sheet", "文字说明")],
    };

    /// <summary>说明留有空缺。A cell of a list that the published note quotes is blank.</summary>
    public static readonly FindingKind NoteGapInList = NoteGap with
    {
        Case = "LIST",
        Sentence = "{what}没有填写，公开的说明里会留下空缺。",
        Advice = "请补填；不再需要的，请把这一行（这个项目）的内容全部清空。",
        Example = [("what", "第 1 个项目的项目名称")],
    };

    /// <summary>指标两处填写。Entered rows were changed; the text follows them.</summary>
    public static readonly FindingKind SidesRegenerated = new()
    {
        Rule = "INDICATOR-SIDES",
        Case = "REGENERATED",
        Category = Category.NarrativeMismatch,
        Severity = Severity.Info,
        Sentence = "项目“{project}”的指标在“{sheet}”表改过，公开表的“{column}”栏已按录入的指标重新生成，公开时以生成的文字为准。",
        Advice = "请核对生成的文字。",
        Basis = FindingBasis.PublicForm,
        Example = [("project", "农村公路养护"), ("sheet", "绩效指标"), ("column", "绩效目标")],
    };

    /// <summary>指标两处填写。The text and the entered rows say different things.</summary>
    public static readonly FindingKind SidesDiffer = new()
    {
        Rule = "INDICATOR-SIDES",
        Case = "DIFFERENT",
        Category = Category.NarrativeMismatch,
        Severity = Severity.Warning,
        Sentence = "项目“{project}”的指标在公开表的“{column}”栏和“{sheet}”表写得不一样。公开的是“{column}”栏的文字，检查也以它为准；",
        Advice = "以录入的指标为准的，请清空“{column}”栏，由程序重新生成。",
        Basis = FindingBasis.PublicForm,
        Example = [("project", "农村公路养护"), ("sheet", "绩效指标"), ("column", "绩效目标")],
    };

    /// <summary>涉密内容。A project marked as classified tells more than may be published.</summary>
    public static readonly FindingKind Classified = new()
    {
        Rule = "CLASSIFIED-CONTENT",
        Category = Category.Classified,
        Severity = Severity.Error,
        Sentence = "项目“{project}”标明涉密，公开的表里只能有项目名称和“涉密”二字，这里还填写了{columns}（共 {count} 格）。",
        Advice = "请删去这些内容，或改填“涉密”；不涉密的，请把“是否涉密”改为“否”。",
        Basis = "《政府信息公开条例》第十四条",
        Example = [("project", "保密设备购置"), ("columns", "绩效目标、指标值"), ("count", new FindingValue.Count(5))],
    };

    /// <summary>涉密指标。Indicators marked as classified, in a project that is not, tell more than may be published.</summary>
    public static readonly FindingKind ClassifiedRows = new()
    {
        Rule = "CLASSIFIED-CONTENT",
        Case = "ROWS",
        Category = Category.Classified,
        Severity = Severity.Error,
        Sentence = "项目“{project}”有 {rows} 条指标标明涉密（“{indicator}”），这样的指标公开时只能有名称和“涉密”二字，这里还填写了{columns}（共 {count} 格）。",
        Advice = "请删去这些内容，或改填“涉密”；不涉密的，请把这一行的“是否涉密”改为“否”。",
        Basis = "《政府信息公开条例》第十四条",
        Example = [("project", "农村公路养护"), ("rows", new FindingValue.Count(1)), ("indicator", "养护里程"), ("columns", "指标值、计量单位"),
            ("count", new FindingValue.Count(2))],
    };

    /// <summary>说明里的涉密内容。A note tells what the workbook withholds of a classified project.</summary>
    public static readonly FindingKind ClassifiedInNote = Classified with
    {
        Case = "NOTE",
        Sentence = "项目“{project}”标明涉密，情况说明里还写着它的“{column}”等不能公开的内容（这里不再重复）。",
        Advice = "请用工作簿重新生成情况说明，或从说明里删去这些内容。",
        Example = [("project", "保密设备购置"), ("column", "指标值")],
    };

    /// <summary>没有签字。The pack asks who answers for the workbook, and it does not say.</summary>
    public static readonly FindingKind SignOffMissing = new()
    {
        Rule = "SIGN-OFF",
        Case = "MISSING",
        Category = Category.MissingExplanation,
        Severity = Severity.Error,
        Sentence = "“{sheet}”表没有写明{titles}。",
        Advice = "请在“{sheet}”表“{first}”右边的一格写上姓名，保存后重新报送；表上没有这一行的，在空白行依次写上“{first}”和姓名。",
        Basis = FindingBasis.SignOff,
        Example = [("sheet", "填报说明"), ("titles", "复核人、负责人"), ("first", "复核人")],
    };

    /// <summary>自填自核。One person has filled in the workbook and reviewed it.</summary>
    public static readonly FindingKind SignOffSame = new()
    {
        Rule = "SIGN-OFF",
        Case = "SAME",
        Category = Category.MissingExplanation,
        Severity = Severity.Error,
        Sentence = "填报人和复核人是同一人（{actual}）。",
        Advice = "请由另一人复核，在“{sheet}”表“复核人”右边的一格写上复核人的姓名，保存后重新报送。",
        Basis = FindingBasis.SignOff,
        Example = [("sheet", "填报说明"), ("actual", "张三")],
    };

    /// <summary>问题过多。More findings than one workbook may bring.</summary>
    public static readonly FindingKind TooMany = new()
    {
        Rule = "FINDINGS-LIMIT",
        Category = Category.StructureChanged,
        Severity = Severity.Info,
        Sentence = "检查发现共 {count} 处，超过一份工作簿列出的上限 {limit} 处，只列出其中最要紧的 {limit} 处，每一类都有。",
        Advice = "问题这样多，往往是同一个原因（如整列错位、单位错了），请先找出它；改正后重新报送，会列出剩下的。",
        Basis = FindingBasis.ReadBack,
        Example = [("count", new FindingValue.Count(14863)), ("limit", new FindingValue.Count(1000))],
    };
}
