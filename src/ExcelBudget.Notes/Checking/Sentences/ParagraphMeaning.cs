using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Budgets;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// The words of a paragraph in every form the checks ask for, each worked out when it is asked for first. Nothing of it depends on the
/// budget or the note it stands in. Thread-safe; what two threads find at once is found twice.
/// </summary>
/// <param name="text">The words.</param>
internal sealed partial class ParagraphMeaning(string text)
{
    private const int LongestHeading = 45;
    private const int ShortestDoubled = 10;

    private int[]? _objecting;
    private bool? _isRepetition;
    private bool? _isShapedAsHeading;
    private BegunSection? _begun;

    /// <summary>The words as labels are compared.</summary>
    public string Label => field ??= PlainText.Label(text);

    /// <summary>The words as sentences are compared.</summary>
    public string Plain => field ??= PlainSentence.Plain(text);

    /// <summary>Its sentences.</summary>
    public SentenceWords[] Sentences => field ??= SentenceWords.Of(text);

    /// <summary>The trimmed words with a sign for each number.</summary>
    public string Skeleton => field ??= NumberSkeleton.Of(text.Trim());

    /// <summary>Its paragraphs and items as lists are read.</summary>
    public WrittenPassages Passages => field ??= WrittenPassages.Of(text.Replace('\n', ' '));

    /// <summary>Rules whose patterns may object to it as it stands.</summary>
    /// <param name="patterns">The patterns of the pack whose paragraphs these are.</param>
    public int[] Objecting(NotePatterns patterns) => _objecting ??= patterns.MayObject(text);

    /// <summary>True for the shape of a heading: 一、 （一） 第一部分.</summary>
    public bool IsShapedAsHeading => _isShapedAsHeading ??= text.Length <= LongestHeading && HeadingShape().IsMatch(text)
        && text.AsSpan().TrimEnd().IndexOfAny("。；") < 0;

    /// <summary>True for words that are nothing but the same words twice or more, each time long enough not to be meant.</summary>
    public bool IsRepetition => _isRepetition ??= DoubledWords.Is(Label, ShortestDoubled);

    /// <summary>True for words long enough to be no coincidence where they follow themselves.</summary>
    public bool IsLongEnoughToDouble => Label.Length >= ShortestDoubled;

    /// <summary>The section that a heading of these words begins, found once for a pack.</summary>
    /// <param name="scope">What finding it needs; nothing of a budget.</param>
    /// <param name="find">Finds it.</param>
    public NoteSection? Begins<TScope>(TScope scope, Func<ParagraphMeaning, TScope, NoteSection?> find) =>
        (_begun ??= new BegunSection(find(this, scope))).Section;

    private sealed record BegunSection(NoteSection? Section);

    /// <summary>«第一部分», «一、», «（一）»; arabic numbers begin items, not sections.</summary>
    [GeneratedRegex(@"^\s*(?:第[一二三四五六七八九十]+[部章节]|[一二三四五六七八九十]+\s*[、.．]|[（(]\s*[一二三四五六七八九十]+\s*[）)])")]
    private static partial Regex HeadingShape();
}
