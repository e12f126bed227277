namespace ExcelBudget.Worker.Access;

/// <summary>操作记录。Something that somebody did through the page or the API.</summary>
internal sealed record ActionTaken
{
    public long Number { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who: the holder of the token, or the name of whoever sits at the machine itself.</summary>
    public string Person { get; init; } = "";

    /// <summary>Code of the role.</summary>
    public string Role { get; init; } = "";

    /// <summary>Number of the token; 0 at the machine itself.</summary>
    public long Token { get; init; }

    /// <summary>What was done, a word in Chinese: 报送, 特批, 下发.</summary>
    public string Act { get; init; } = "";

    /// <summary>To what: 单位编码, a path relative to the root, 环节.</summary>
    public string Subject { get; init; } = "";

    /// <summary>More of it, such as the reason; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Number of the request, as in the log.</summary>
    public string Request { get; init; } = "";
}
