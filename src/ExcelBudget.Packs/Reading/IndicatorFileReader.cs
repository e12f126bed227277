using System.Globalization;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads indicators.yaml. A pack without the file checks no indicators.</summary>
internal static class IndicatorFileReader
{
    private const string FileName = "indicators.yaml";

    private static readonly string[] IndicatorColumns =
    [
        "level1", "level2", "name", "description", "target", "operator", "value", "unit", "weight", "classified",
    ];

    private static readonly string[] Kinds =
    [
        FilingStandard.Money, FilingStandard.Count, FilingStandard.Things, FilingStandard.Income, FilingStandard.Rate, FilingStandard.Span,
        FilingStandard.Date, FilingStandard.Means, FilingStandard.Words,
    ];

    public static IndicatorStandards? Read(string folder, List<PackFault> faults)
    {
        if (!File.Exists(Path.Combine(folder, FileName)) || YamlFile.Open(folder, FileName, faults) is not { } map) return null;
        var standards = new IndicatorStandards
        {
            Places = Places(map),
            Levels = map.Maps("levels").Select(Level).ToArray(),
            Units = map.Maps("units").Select(Unit).ToArray(),
            Floors = map.Maps("floors").Select(Floor).ToArray(),
            Filing = map.Maps("filing").Select(Filing).ToArray(),
            Measured = map.Texts("measured"),
            WeightSums = map.Texts("weightSums").Select(sum => Sum(map, sum)).ToArray(),
            FewestIndicators = (int)map.Number("fewestIndicators", 0),
            ShortestGoal = (int)map.Number("shortestGoal", 0),
            Words = Words(map),
        };
        if (standards.Levels.Count == 0) faults.Add(new PackFault(FileName, map.LineOf("levels"), "levels 应至少有一个一级指标"));
        map.RefuseOthers();
        return standards;
    }

    private static IndicatorPlaces Places(YamlMap file)
    {
        var places = file.Map("places");
        var projects = places?.Map("projects");
        var indicators = places?.Map("indicators");
        if (projects is null) file.Faults.Add(new PackFault(FileName, file.LineOf("places"), "places 应写明 projects：项目在哪张表、各栏叫什么"));
        var read = new IndicatorPlaces(
            projects?.Required("form") ?? "",
            projects?.Required("name") ?? "",
            projects?.Required("amount") ?? "",
            projects?.Required("goal") ?? "",
            projects?.Text("classified"),
            projects?.Text("text"),
            indicators?.Required("form"),
            IndicatorColumns.Where(column => indicators?.Has(column) == true)
                .ToDictionary(column => column, column => indicators!.Text(column) ?? ""));
        projects?.RefuseOthers();
        indicators?.RefuseOthers();
        places?.RefuseOthers();
        return read;
    }

    private static LevelStandard Level(YamlMap map)
    {
        var level = new LevelStandard(map.Required("level1"), map.Texts("level2"), map.Texts("required"), map.Flag("optional"));
        foreach (var unknown in level.Required.Except(level.Level2))
        {
            map.Faults.Add(new PackFault(FileName, map.LineOf("required"), $"required 中的“{unknown}”不在 level2 里"));
        }

        map.RefuseOthers();
        return level;
    }

    private static UnitStandard Unit(YamlMap map)
    {
        var unit = new UnitStandard(
            map.Texts("names"), map.Texts("refuse"), map.Required("usual"), map.Texts("under"), map.Texts("takes"));
        map.RefuseOthers();
        return unit;
    }

    private static FloorStandard Floor(YamlMap map)
    {
        var floor = new FloorStandard(map.Texts("names"), map.Number("percent", 0m), map.Texts("notUnder"));
        map.RefuseOthers();
        return floor;
    }

    private static FilingStandard Filing(YamlMap map)
    {
        var filing = new FilingStandard(map.Required("kind"), map.Texts("names"), map.Required("belongsTo"), map.Texts("notUnder"));
        if (!Kinds.Contains(filing.Kind))
        {
            map.Faults.Add(new PackFault(FileName, map.LineOf("kind"),
                $"kind 应为 money、count、things、income、rate、span、date 或 words，不能是“{filing.Kind}”"));
        }
        map.RefuseOthers();
        return filing;
    }

    private static decimal Sum(YamlMap map, string text)
    {
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var sum)) return sum;
        map.Faults.Add(new PackFault(FileName, map.LineOf("weightSums"), $"weightSums 应为数字，不能是“{text}”"));
        return 0m;
    }

    private static IndicatorWords Words(YamlMap file)
    {
        var words = file.Map("words");
        var usual = new Lazy<YamlMap>(UsualIndicatorWords.Read);
        var read = new IndicatorWords
        {
            Rates = List(words, usual, "rates"),
            NotRates = List(words, usual, "notRates"),
            Growth = List(words, usual, "growth"),
            Costs = List(words, usual, "costs"),
            NotCosts = List(words, usual, "notCosts"),
            PerUnit = List(words, usual, "perUnit"),
            ManyYears = List(words, usual, "manyYears"),
            Totals = List(words, usual, "totals"),
            TotalLines = List(words, usual, "totalLines"),
            MoreIsBetter = List(words, usual, "moreIsBetter"),
            LessIsBetter = List(words, usual, "lessIsBetter"),
            WorkAgainst = List(words, usual, "workAgainst"),
            Counted = List(words, usual, "counted"),
            QualityCounts = List(words, usual, "qualityCounts"),
            Reaches = List(words, usual, "reaches"),
            NeverZero = List(words, usual, "neverZero"),
            PerHead = List(words, usual, "perHead"),
            SubjectEndings = List(words, usual, "subjectEndings"),
            Exhaustive = List(words, usual, "exhaustive"),
            Institutions = List(words, usual, "institutions"),
            Payers = List(words, usual, "payers"),
            Partial = List(words, usual, "partial"),
            NoEach = List(words, usual, "noEach"),
            Deeds = List(words, usual, "deeds"),
            Overlapping = List(words, usual, "overlapping"),
            Benefits = List(words, usual, "benefits"),
            Coverages = List(words, usual, "coverages"),
            PlaceSigns = List(words, usual, "placeSigns"),
            NoPlaces = List(words, usual, "noPlaces"),
            Fields = List(words, usual, "fields"),
            WideBusiness = List(words, usual, "wideBusiness"),
            Occasions = List(words, usual, "occasions"),
            NoOccasions = List(words, usual, "noOccasions"),
            OwnTotals = List(words, usual, "ownTotals"),
            References = List(words, usual, "references"),
            Wishes = List(words, usual, "wishes"),
            OtherFunds = List(words, usual, "otherFunds"),
            QuantityRates = List(words, usual, "quantityRates"),
            Timely = List(words, usual, "timely"),
            CostEnds = List(words, usual, "costEnds"),
            Qualifiers = List(words, usual, "qualifiers"),
            TimeUnits = List(words, usual, "timeUnits"),
            CommonUnits = List(words, usual, "commonUnits"),
            Generic = List(words, usual, "generic"),
            Background = List(words, usual, "background"),
            Vague = List(words, usual, "vague"),
            Soft = List(words, usual, "soft"),
            VagueStarts = List(words, usual, "vagueStarts"),
            VagueTimes = List(words, usual, "vagueTimes"),
            Paying = List(words, usual, "paying"),
            LookingBack = List(words, usual, "lookingBack"),
            Places = List(words, usual, "places"),
            Existing = List(words, usual, "existing"),
            Dangling = List(words, usual, "dangling"),
            EmptyVerbs = List(words, usual, "emptyVerbs"),
            EmptyNouns = List(words, usual, "emptyNouns"),
            Collective = List(words, usual, "collective"),
            Shares = List(words, usual, "shares"),
            Ceilings = List(words, usual, "ceilings"),
            Baselines = List(words, usual, "baselines"),
            SatisfactionWords = List(words, usual, "satisfactionWords"),
            SatisfactionLevel = words?.Text("satisfactionLevel") ?? usual.Value.Required("satisfactionLevel"),
            Times = List(words, usual, "times"),
            Unitless = List(words, usual, "unitless"),
            RareEnds = List(words, usual, "rareEnds"),
            RareMeasures = List(words, usual, "rareMeasures"),
            TimeLimits = List(words, usual, "timeLimits"),
            BoundedRates = List(words, usual, "boundedRates"),
            Qualified = List(words, usual, "qualified"),
            Sums = List(words, usual, "sums"),
            Raised = List(words, usual, "raised"),
            Asking = List(words, usual, "asking"),
            Asked = List(words, usual, "asked"),
            GoesOn = List(words, usual, "goesOn"),
            Seasons = List(words, usual, "seasons"),
            KindredUnits = List(words, usual, "kindredUnits"),
            PieceUnits = List(words, usual, "pieceUnits"),
            UnreadKinds = List(words, usual, "unreadKinds"),
            Starts = List(words, usual, "starts"),
            Ends = List(words, usual, "ends"),
            Uses = List(words, usual, "uses"),
            Steps = List(words, usual, "steps"),
            WholeWorks = List(words, usual, "wholeWorks"),
            DateEnds = List(words, usual, "dateEnds"),
            OpenVerbs = List(words, usual, "openVerbs"),
            OpenAdverbs = List(words, usual, "openAdverbs"),
            ObjectVerbs = List(words, usual, "objectVerbs"),
            WholeSigns = List(words, usual, "wholeSigns"),
            Neighbours = List(words, usual, "neighbours"),
            NoPlaceSigns = List(words, usual, "noPlaceSigns"),
            PartOfWork = List(words, usual, "partOfWork"),
            NoSums = List(words, usual, "noSums"),
            Seasonal = List(words, usual, "seasonal"),
            Incomes = List(words, usual, "incomes"),
            CountNames = List(words, usual, "countNames"),
            Averages = List(words, usual, "averages"),
            Changes = List(words, usual, "changes"),
            LongTimes = List(words, usual, "longTimes"),
            Running = List(words, usual, "running"),
            Makes = List(words, usual, "makes"),
            TermWords = List(words, usual, "termWords"),
            AllOfIt = List(words, usual, "allOfIt"),
            BareWords = List(words, usual, "bareWords"),
            PlaceStarts = List(words, usual, "placeStarts"),
            NotOfProject = List(words, usual, "notOfProject"),
            Undertakes = List(words, usual, "undertakes"),
            FitsAll = List(words, usual, "fitsAll"),
            Posts = List(words, usual, "posts"),
            Sizes = List(words, usual, "sizes"),
            UsedBy = List(words, usual, "usedBy"),
            PartsOf = List(words, usual, "partsOf"),
            PartsOfPeople = List(words, usual, "partsOfPeople"),
            CarriedOver = List(words, usual, "carriedOver"),
            NothingCarried = List(words, usual, "nothingCarried"),
            MoreOfIt = List(words, usual, "moreOfIt"),
            Capacities = List(words, usual, "capacities"),
            AtOnce = List(words, usual, "atOnce"),
            Rivals = List(words, usual, "rivals"),
            NamedThings = List(words, usual, "namedThings"),
            NoNames = List(words, usual, "noNames"),
            FreeOfCharge = List(words, usual, "freeOfCharge"),
            Charges = List(words, usual, "charges"),
            NotCharged = List(words, usual, "notCharged"),
            BeforeSeason = List(words, usual, "beforeSeason"),
            LimitSteps = List(words, usual, "limitSteps"),
            Measures = List(words, usual, "measures"),
            ThisYear = List(words, usual, "thisYear"),
            Plans = List(words, usual, "plans"),
            DeedSigns = List(words, usual, "deedSigns"),
            DeedStarts = List(words, usual, "deedStarts"),
            Degrees = List(words, usual, "degrees"),
            Misspelt = List(words, usual, "misspelt"),
            Anniversaries = List(words, usual, "anniversaries"),
            AfterAnniversary = List(words, usual, "afterAnniversary"),
            LastingYears = List(words, usual, "lastingYears"),
            KeptSigns = List(words, usual, "keptSigns"),
            Prompts = List(words, usual, "prompts"),
            Events = List(words, usual, "events"),
            MeansVerbs = List(words, usual, "meansVerbs"),
            HalfEnds = List(words, usual, "halfEnds"),
            BareSatisfaction = List(words, usual, "bareSatisfaction"),
            HeadingEnds = List(words, usual, "headingEnds"),
            HeadingStarts = List(words, usual, "headingStarts"),
            RateVerbs = List(words, usual, "rateVerbs"),
            Outcomes = List(words, usual, "outcomes"),
            CostShares = List(words, usual, "costShares"),
            Completions = List(words, usual, "completions"),
            WorkRates = List(words, usual, "workRates"),
            OtherWholes = List(words, usual, "otherWholes"),
            Accumulates = List(words, usual, "accumulates"),
            HeldBefore = List(words, usual, "heldBefore"),
            Rising = List(words, usual, "rising"),
            HalfYearColumns = List(words, usual, "halfYearColumns"),
            WholeYearColumns = List(words, usual, "wholeYearColumns"),
            WholePeriodColumns = List(words, usual, "wholePeriodColumns"),
            ExplainColumns = List(words, usual, "explainColumns"),
            DirectionColumns = List(words, usual, "directionColumns"),
            AgainstDirection = List(words, usual, "againstDirection"),
            LastYearColumns = List(words, usual, "lastYearColumns"),
            ReachedColumns = List(words, usual, "reachedColumns"),
            OtherExplained = List(words, usual, "otherExplained"),
            PartialLists = List(words, usual, "partialLists"),
            Rounds = List(words, usual, "rounds"),
            PartSets = List(words, usual, "partSets"),
            PartRests = List(words, usual, "partRests"),
            Finishes = List(words, usual, "finishes"),
            FinishAdverbs = List(words, usual, "finishAdverbs"),
            OtherFactors = List(words, usual, "otherFactors"),
            Yields = List(words, usual, "yields"),
            ShareVerbs = List(words, usual, "shareVerbs"),
            GrowthWords = List(words, usual, "growthWords"),
            DeclineWords = List(words, usual, "declineWords"),
            Comparisons = List(words, usual, "comparisons"),
            Additions = List(words, usual, "additions"),
            Stocks = List(words, usual, "stocks"),
            HeldThen = List(words, usual, "heldThen"),
            TakenAway = List(words, usual, "takenAway"),
            Further = List(words, usual, "further"),
            Loans = List(words, usual, "loans"),
            Bearing = List(words, usual, "bearing"),
            Complements = List(words, usual, "complements"),
            SharesOut = List(words, usual, "sharesOut"),
            NeverMeasured = List(words, usual, "neverMeasured"),
            Making = List(words, usual, "making"),
            CountEnds = List(words, usual, "countEnds"),
            Reached = List(words, usual, "reached"),
            Anyone = List(words, usual, "anyone"),
            Indirect = List(words, usual, "indirect"),
            PriceEnds = List(words, usual, "priceEnds"),
            Whereabouts = List(words, usual, "whereabouts"),
            SharePayers = List(words, usual, "sharePayers"),
            Sharing = List(words, usual, "sharing"),
            ShareEnds = List(words, usual, "shareEnds"),
            ShareBy = List(words, usual, "shareBy"),
            ShareFillers = List(words, usual, "shareFillers"),
            OwnShare = List(words, usual, "ownShare"),
            EventBodies = List(words, usual, "eventBodies"),
            EventLevels = List(words, usual, "eventLevels"),
            Meetings = List(words, usual, "meetings"),
            SurveyScopes = List(words, usual, "surveyScopes"),
            SurveySubjects = List(words, usual, "surveySubjects"),
            Surveys = List(words, usual, "surveys"),
            DayLeads = List(words, usual, "dayLeads"),
            YearEnds = List(words, usual, "yearEnds"),
            NextYears = List(words, usual, "nextYears"),
            MonthParts = List(words, usual, "monthParts"),
            TermEnds = List(words, usual, "termEnds"),
            NoTerms = List(words, usual, "noTerms"),
            RareSpans = List(words, usual, "rareSpans"),
            SpanEnds = List(words, usual, "spanEnds"),
            MonthDays = List(words, usual, "monthDays"),
            DayEnds = List(words, usual, "dayEnds"),
            EachOf = List(words, usual, "eachOf"),
            Classified = List(words, usual, "classified"),
            Served = List(words, usual, "served"),
            WorkBehind = List(words, usual, "workBehind"),
            OffWork = List(words, usual, "offWork"),
            Grades = List(words, usual, "grades"),
            YearTotals = List(words, usual, "yearTotals"),
            TwoYears = List(words, usual, "twoYears"),
            PayVerbs = List(words, usual, "payVerbs"),
            InstalmentCounts = List(words, usual, "instalmentCounts"),
            Complaints = List(words, usual, "complaints"),
            WithinYear = List(words, usual, "withinYear"),
            PlanStarts = List(words, usual, "planStarts"),
            PaidUpTo = List(words, usual, "paidUpTo"),
            Frequencies = List(words, usual, "frequencies"),
            Coverings = List(words, usual, "coverings"),
            AmongThem = List(words, usual, "amongThem"),
            TotalEnds = List(words, usual, "totalEnds"),
            KeptBack = List(words, usual, "keptBack"),
            LeftOut = List(words, usual, "leftOut"),
            Thresholds = List(words, usual, "thresholds"),
            MeasureEnds = List(words, usual, "measureEnds"),
            RateEnds = List(words, usual, "rateEnds"),
            ExactRates = List(words, usual, "exactRates"),
            CountedSigns = List(words, usual, "countedSigns"),
            NoSatisfaction = List(words, usual, "noSatisfaction"),
            Rest = List(words, usual, "rest"),
            OfPlaces = List(words, usual, "ofPlaces"),
            PaysAll = List(words, usual, "paysAll"),
            Yielded = List(words, usual, "yielded"),
            CountedTwice = List(words, usual, "countedTwice"),
            ContractSums = List(words, usual, "contractSums"),
            ComparableGrowth = List(words, usual, "comparableGrowth"),
            NotInAmount = List(words, usual, "notInAmount"),
            FieldNoise = List(words, usual, "fieldNoise"),
        };
        words?.RefuseOthers();
        return read;
    }

    /// <summary>A pack's own words stand instead of the usual ones; a list it leaves empty is meant to be.</summary>
    private static IReadOnlyList<string> List(YamlMap? words, Lazy<YamlMap> usual, string key) =>
        words is not null && words.Has(key) ? words.Texts(key) : usual.Value.Texts(key);
}
