using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Forms;
using ExcelBudget.Workbooks.Reading.Formulas;
using ExcelBudget.Workbooks.Reading.Identities;
using ExcelBudget.Workbooks.Reading.Issued;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>读回。Reads a budget from a workbook that the guard has passed: from its visible labels, with names and seals as help.</summary>
/// <param name="known">Rule books of the known packs, and of the versions they keep, under which workbooks were issued.</param>
public sealed class WorkbookReader(IKnownBooks known)
{
    /// <summary>Fewest forms of a pack that make a workbook without any identity one of that pack.</summary>
    private const int FewestForms = 3;

    private static readonly UnreadableReason NoUnit = UnreadableReason.WrongTemplate.As(
        "工作簿里保存的单位编码、单位名称或年度不像是真的（为空，或含有路径、公式、控制字符）", UnreadableReason.WrongTemplate.Remedy);

    /// <summary>
    /// Sheets that hold nothing a budget is read from: whoever opens a workbook for this reader need not read their cells.
    /// </summary>
    public static IReadOnlySet<string> Unread { get; } = new HashSet<string> { TemplateNames.CheckSheet, TemplateNames.HelperSheet };

    /// <param name="packs">Rule books that are at hand.</param>
    public WorkbookReader(IReadOnlyList<RuleBook> packs)
        : this(new BooksAtHand(packs))
    {
    }

    /// <summary>Reads the budget of a workbook: forms, texts, identity, seals, answers.</summary>
    /// <param name="workbook">Its flat content.</param>
    /// <param name="reason">Why it is none of ours; null when it was read.</param>
    public ReadWorkbook? Read(FlatWorkbook workbook, out UnreadableReason? reason)
    {
        var claims = IdentityReading.Claims(workbook);
        reason = null;
        if (Recognise(workbook, claims) is not var (book, forms))
        {
            var claimed = claims.Select(claim => claim.Pack).OfType<string>();
            var unknown = claimed.FirstOrDefault(pack => known.Of(pack).Count == 0);
            reason = unknown is null ? OtherTemplate.Of(workbook) : OfAnotherPack(unknown);
            return null;
        }

        var newest = known.Of(book.Pack.Id).MaxBy(other => other.Pack.Version)!;
        if (claims.Any(claim => claim.Pack == book.Pack.Id && claim.Version > newest.Pack.Version))
        {
            reason = UnreadableReason.UnknownVersion;
            return null;
        }

        if (claims.Any(claim => claim.Full is { } full && !PlausibleUnit.Is(full.Budget)))
        {
            reason = NoUnit;
            return null;
        }

        var log = new ReadingLog();
        var identity = new IdentityAgreement(claims, forms.Values, log).Settle(book.Pack.Id);
        if (identity is null || !IsPlausible(identity.Value.Budget))
        {
            reason = identity is null ? OtherTemplate.Of(workbook) : NoUnit;
            return null;
        }

        if (book != newest) ReportVersion(book.Pack, newest.Pack, workbook, log);
        return new Session(book, workbook, forms, identity.Value.Budget, identity.Value.Full, identity.Value.Foreign, log).Read();
    }

    // another province's forms, whatever their version: no newer copy of this program's workbooks would help
    private static UnreadableReason OfAnotherPack(string pack) => UnreadableReason.WrongTemplate.As(
        $"工作簿用的是别的表样（表样包“{Shown(pack)}”），不在本程序的表样包中", "请检查是否选错了文件，用财政局下发的工作簿填报后重新报送。");

    // a name out of the file: one short line
    private static string Shown(string pack) => string.Concat(pack.Where(char.IsLetterOrDigit).Take(20));

    // where only printed labels are left the name may be lost, but not be nonsense
    private static bool IsPlausible(BudgetIdentity budget) =>
        PlausibleUnit.IsCode(budget.UnitCode) && (budget.UnitName.Length == 0 || PlausibleUnit.IsName(budget.UnitName));

    private (RuleBook, IReadOnlyDictionary<FormId, FoundForm>)? Recognise(FlatWorkbook workbook, IReadOnlyList<IdentityClaim> claims)
    {
        var claimed = claims.Select(claim => claim.Pack).OfType<string>().GroupBy(pack => pack).OrderByDescending(group => group.Count())
            .Select(group => group.Key).FirstOrDefault();
        // a sheet that carries another identity than the workbook's is the last choice for a form
        var winner = IdentityAgreement.Winner(claims, []);
        var foreign = claims.Where(claim => claim.Carrier == IdentityCarrier.VisibleCode && (claim.UnitCode, claim.Year) != winner)
            .Select(claim => claim.Place.Sheet).ToHashSet();
        // only a workbook that names no pack is compared with all of them
        var best = (claimed is null ? known.Ids : [claimed]).Select(known.Of).Where(versions => versions.Count > 0)
            .Select(versions => IssuedUnder(versions, claims))
            .Select(book => (Book: book, Forms: FormSheets.Find(book.Pack, workbook, sheet => foreign.Contains(sheet.Name))))
            .OrderByDescending(pair => pair.Forms.Count)
            .FirstOrDefault();
        return best.Book is null || best.Forms.Count < (claimed is null ? FewestForms : 1) ? null : (best.Book, best.Forms);
    }

    /// <summary>
    /// The version of a pack that a workbook says it was issued under; the newest where it says none, or one that is not kept.
    /// </summary>
    private static RuleBook IssuedUnder(IReadOnlyList<RuleBook> versions, IReadOnlyList<IdentityClaim> claims)
    {
        var issued = claims.Where(claim => claim.Pack == versions[0].Pack.Id).GroupBy(claim => claim.Version)
            .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();
        return versions.FirstOrDefault(book => book.Pack.Version == issued) ?? versions.MaxBy(book => book.Pack.Version)!;
    }

    private static void ReportVersion(Pack issued, Pack newest, FlatWorkbook workbook, ReadingLog log) =>
        log.Add(IdentityFindings.EarlierVersion.At(
            new Place(workbook.Sheets[0].Name), ("issued", new FindingValue.Count(issued.Version)),
            ("current", new FindingValue.Count(newest.Version)), ("differences", PackDifferences.Told(issued, newest))));

    /// <summary>One workbook while it is read.</summary>
    private sealed class Session(RuleBook book, FlatWorkbook workbook, IReadOnlyDictionary<FormId, FoundForm> forms,
        BudgetIdentity identity, WorkbookIdentity? full, IReadOnlySet<FormId> foreign, ReadingLog log)
    {
        private readonly Pack _pack = book.Pack;
        private readonly List<FormDefinition> _missing = [];
        private IReadOnlyDictionary<string, string> _words = new Dictionary<string, string>();
        private readonly Seals _seals = Seals.Read(workbook.Sheets.FirstOrDefault(Seals.IsOn), book.Pack);

        public ReadWorkbook Read()
        {
            var contents = new Dictionary<FormId, FormContent>();
            log.Expect(forms.Values.Sum(found => found.Sheet.Cells.Count));
            _words = WordsOf();
            var cells = new CellReading(log, workbook, _seals, Identity);
            // rows that belong to projects come last: which projects there are decides whose they are
            foreach (var form in Prototype.SheetForms(_pack).OrderBy(form => form.List?.Owner is not null))
            {
                if (!forms.TryGetValue(form.Id, out var found)) _missing.Add(form);
                else if (!foreign.Contains(form.Id))
                {
                    foreach (var content in ReadForm(found, cells, contents, log)) contents[content.Form] = content;
                }
            }

            ReportMissing();
            var budget = new Budget(Identity, _pack.Forms.Where(form => contents.ContainsKey(form.Id)).Select(form => contents[form.Id]));
            var figures = new BudgetFigures(book, budget, log.Unreadable);
            var isSealed = full is null or { IsBlank: false };
            var comparison = new FormulaComparison(figures, WithCodes(), log);
            comparison.Report(WasIssued);
            new UnseenCodes(figures, comparison.Declared, workbook, log).Report();
            ReportHidden(figures);
            ExternalFormulas.Report(log);
            ReportContent();
            var accounting = new CellAccounting(log);
            accounting.Report();
            return new ReadWorkbook
            {
                RuleBook = book,
                Budget = budget,
                Figures = figures,
                Identity = full,
                Places = log.Places,
                Areas = [.. log.Regions.Concat(log.InnerRegions).Where(region => region.Columns.Count > 0)
                    .Select(region => new FormArea(region.Form, region.Sheet.Name, region.FirstRow, region.LastRow, region.Columns))],
                Unreadable = log.Unreadable,
                CachedResults = log.CachedResults,
                Accounts = new Lazy<IReadOnlyList<CellAccount>>(accounting.List),
                Changes = isSealed ? new SealComparison(_seals, figures, log).Changes(address => IsEntered(figures, address)) : [],
                SignOff = SignOffReading.Read(workbook),
                Mark = CheckMark.Parse(workbook.Sheets.FirstOrDefault(Seals.IsOn)?[1, CheckMark.Column]?.Text),
                Findings = log.Findings,
            };
        }

        private BudgetIdentity Identity => identity with { Words = _words, Called = _pack.Called };

        /// <summary>Words of titles follow from facts that the workbook tells: those are read first, for nothing else.</summary>
        private IReadOnlyDictionary<string, string> WordsOf()
        {
            if (_pack.Words.Count == 0) return _words;
            var unsaid = new ReadingLog();
            var cells = new CellReading(unsaid, workbook, _seals, Identity);
            var contents = new Dictionary<FormId, FormContent>();
            foreach (var id in _pack.Words.Select(word => word.Form).Distinct()
                .Where(id => forms.ContainsKey(id) && !foreign.Contains(id)))
            {
                foreach (var content in ReadForm(forms[id], cells, contents, unsaid)) contents[content.Form] = content;
            }

            return PackWord.Of(_pack.Words, contents.GetValueOrDefault);
        }

        private IEnumerable<FormContent> ReadForm(
            FoundForm found, CellReading cells, IReadOnlyDictionary<FormId, FormContent> contents, ReadingLog log)
        {
            var form = found.Form;
            if (form.Rows.OfType<RowGroup.Texts>().FirstOrDefault() is { } texts)
            {
                yield return new TextReading(cells, log).Read(form, texts, found.Sheet);
                yield break;
            }

            if (form.Blocks is { } blocks)
            {
                var inner = _pack[blocks.Inner];
                var (owners, rows) = new BlockReading(form, inner, cells, new FormSlots(inner, Identity), log).Read(found.Sheet);
                yield return owners;
                yield return rows;
                yield break;
            }

            if (FormHeader.Find(form, found.Sheet, found.TitleRow + 1, 0, new FormSlots(form, Identity), log) is { } header)
            {
                var lists = new ListReading(form, Levels(form), OwnerNames.Of(_pack, form, contents), cells, log);
                foreach (var content in new FormReading(book.Codes, cells, new FormSlots(form, Identity), lists, log)
                    .Read(form, found.Sheet, header)) yield return content;
            }
            else
            {
                log.Add(HeaderFindings.HeaderLost.At(new Place(found.Sheet.Name, null, new CellAddress(form.Id, default, default)),
                    ("sheet", found.Sheet.Name)));
            }
        }

        /// <summary>
        /// The levels that indicators are grouped by: where only the first row of a group has them, they count for the rows below.
        /// </summary>
        private ColumnId[] Levels(FormDefinition form) => [.. (_pack.Indicators?.Places is { } places && places.Indicators == form.Id.Value
            ? places.Columns.Where(column => column.Key is "level1" or "level2").Select(column => new ColumnId(column.Value)) : [])
            .Concat(form.List is null ? [] : form.Columns.Where(column => column is { IsMerged: true, IsFigure: false })
                .Select(column => column.Id)).Distinct().OrderBy(form.IndexOf)];

        /// <summary>Fixed rows always have their formulas; rows that come from data when they were issued filled in.</summary>
        private bool WasIssued(CellAddress address) => _pack[address.Form] is var form
            && (form.FixedRow(address.Row) is not null
                || (full is { IsBlank: false } && form.Tree is not null && _seals.HasRow(address.Form, address.Row)));

        private static bool IsEntered(BudgetFigures figures, CellAddress address)
        {
            var form = figures.Book.Pack[address.Form];
            return figures.View(form)[address.Row] is { } row && form.Column(address.Column) is { } column
                && BudgetFigures.SpecOf(form, row, column).Role == CellRole.Entered;
        }

        /// <summary>The workbook as its formulas would see it with the codes in place: what they miss today is told at the row.</summary>
        private FlatWorkbook WithCodes() => log.NamedRows.Count == 0 ? workbook : workbook with
        {
            Sheets = [.. workbook.Sheets.Select(sheet =>
            {
                var own = log.NamedRows.Where(row => row.Sheet == sheet.Name).ToArray();
                return own.Length == 0 ? sheet : new FlatSheet(
                    sheet.Name,
                    sheet.Cells.Where(cell => own.All(row => row.At != cell.Reference))
                        .Concat(own.Select(row => FlatCell.OfText(row.At.Row, row.At.Column, row.Code))),
                    sheet.Merges, sheet.Visibility);
            })],
        };

        /// <summary>The sheet of a form that this unit must print.</summary>
        private void ReportHidden(BudgetFigures figures)
        {
            foreach (var found in forms.Values.Where(found => found.Form.When is not null && figures.Prints(found.Form)
                && found.Sheet.Visibility != SheetVisibility.Visible))
                log.Add(SheetFindings.SheetHidden.At(new Place(found.Sheet.Name, "A1", new CellAddress(found.Form.Id, default, default)),
                    ("sheet", found.Sheet.Name)));
        }

        /// <summary>What is missing is told once, forms in the pack's order.</summary>
        private void ReportMissing()
        {
            if (_missing.Count == 0) return;
            FormDefinition[] missing = [.. _pack.Forms.Where(_missing.Contains)];
            var (first, isPublished) = (missing[0], missing.Any(form => form.Published));
            var place = new Place(null, null, new CellAddress(first.Id, default, default));
            log.Add(missing.Length == 1
                ? (isPublished ? SheetFindings.FormMissing : SheetFindings.FormMissingUnpublished)
                    .At(place, ("expected", first.Title), ("sheet", first.Sheet))
                : (isPublished ? SheetFindings.FormsMissing : SheetFindings.FormsMissingUnpublished)
                    .At(place, ("count", new FindingValue.Count(missing.Length)),
                        ("titles", string.Join("、", missing.Select(form => $"“{form.Title}”")))));
        }

        private void ReportContent()
        {
            foreach (var found in forms.Values.Where(found => found.Copies.Count > 0)) ReportCopies(found);
            ExtraSheets.Report(workbook,
                forms.Values.SelectMany(found => found.Copies.Append(found.Sheet)).Select(sheet => sheet.Name).ToHashSet(), log);
            if (workbook.HasExternalLinks && !log.Findings.Exists(finding => finding.Category == Category.ExternalContent))
            {
                log.Add(SheetFindings.LinkedBook.At(new Place()));
            }

            foreach (var found in forms.Values.Where(found => !foreign.Contains(found.Form.Id))) PrintedAreas.Report(found, workbook, log);
            ReportLosses();
        }

        /// <summary>What a copy into a new file leaves behind; told once.</summary>
        private void ReportLosses()
        {
            var place = new Place(workbook.Sheets[0].Name);
            if (!_seals.Exist && (full is null or { IsBlank: false }))
            {
                log.Add(SheetFindings.SealMissing.At(place));
            }
            else if (!workbook.Names.Any(name => name.Name.StartsWith(TemplateNames.Prefix, StringComparison.Ordinal)))
            {
                log.Add(SheetFindings.NamesLost.At(place));
            }
        }

        /// <summary>Two candidates for one form: which one counts is the accountant's to say.</summary>
        private void ReportCopies(FoundForm found)
        {
            var copies = found.Copies.Where(copy => copy.Visibility != SheetVisibility.VeryHidden).ToArray();
            if (copies.Length == 0) return;
            var isSame = Array.TrueForAll(copies, copy => SameContent(copy, found.Sheet));
            log.Add((isSame ? SheetFindings.FormTwiceSame : SheetFindings.FormTwice).At(
                new Place(copies[0].Name, "A1", new CellAddress(found.Form.Id, default, default)),
                ("title", found.Form.Title), ("count", new FindingValue.Count(copies.Length + 1)), ("sheet", found.Sheet.Name),
                ("sheets", string.Join("、", copies.Prepend(found.Sheet).Select(sheet => $"“{sheet.Name}”")))));
        }

        private static bool SameContent(FlatSheet left, FlatSheet right) =>
            left.Cells.Select(Content).SequenceEqual(right.Cells.Select(Content));

        private static (CellReference At, string Text) Content(FlatCell cell) =>
            (cell.Reference, cell.Formula is { } formula ? "=" + formula : cell.Text);
    }
}
