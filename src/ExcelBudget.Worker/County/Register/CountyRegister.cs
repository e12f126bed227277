namespace ExcelBudget.Worker.County.Register;

/// <summary>县级名册。The county file as read: who hands in a budget, with which forms, and when.</summary>
/// <param name="Name">县区名称。</param>
/// <param name="Year">预算年度。</param>
internal sealed record CountyRegister(string Name, int Year)
{
    private readonly Dictionary<string, CountyDepartment> _departments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountyUnit> _units = new(StringComparer.Ordinal);

    /// <summary>发文单位 of letters; 县区名称 and 财政局 when not given.</summary>
    public string Issuer { get; init; } = Name + "财政局";

    /// <summary>联系人 and 联系电话 of the bureau, for letters; may be empty.</summary>
    public (string Person, string Phone) Office { get; init; } = ("", "");

    /// <summary>The departments, in the file's order.</summary>
    public required IReadOnlyList<CountyDepartment> Departments
    {
        get => [.. _departments.Values];
        init => _departments = value.ToDictionary(department => department.Code, StringComparer.Ordinal);
    }

    /// <summary>The units, in the file's order.</summary>
    public required IReadOnlyList<CountyUnit> Units
    {
        get => [.. _units.Values];
        init => _units = value.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
    }

    /// <summary>The steps of the year, in the file's order, which is that of the year.</summary>
    public required IReadOnlyList<CalendarStep> Steps { get; init; }

    /// <summary>The department of a code; null when the file has none.</summary>
    public CountyDepartment? Department(string code) => _departments.GetValueOrDefault(code);

    /// <summary>The unit of a code; null when the file has none.</summary>
    public CountyUnit? Unit(string code) => _units.GetValueOrDefault(code);

    /// <summary>The department a unit belongs to; null when the file does not know the unit.</summary>
    public CountyDepartment? DepartmentOf(string unit) => Unit(unit) is { } known ? Department(known.Department) : null;

    /// <summary>The step of a name; null when the file has none.</summary>
    public CalendarStep? Step(string name) => Steps.FirstOrDefault(step => step.Name == name);

    /// <summary>
    /// The step that is open for a department on a day: the last one whose opening day has come. Null before the first.
    /// </summary>
    public CalendarStep? StepOn(DateOnly day, string department) => Steps.LastOrDefault(step => step.For(department).Opens <= day);

    /// <summary>Who to call about a unit: its own 联系人, else its department's.</summary>
    public (string Person, string Phone) ContactOf(CountyUnit unit)
    {
        if (unit.Contact.Length > 0 || unit.Phone.Length > 0) return (unit.Contact, unit.Phone);
        return Department(unit.Department) is { } department ? (department.Contact, department.Phone) : ("", "");
    }
}
