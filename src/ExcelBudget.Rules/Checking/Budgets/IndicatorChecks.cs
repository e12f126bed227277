using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Completeness;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Rules.Checking.Indicators.Filing;
using ExcelBudget.Rules.Checking.Indicators.Money;
using ExcelBudget.Rules.Checking.Indicators.Targets;
using ExcelBudget.Rules.Checking.Indicators.Typing;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>Every check on goals and indicators; rules.yaml names them.</summary>
internal static class IndicatorChecks
{
    /// <summary>Every check about 绩效目标 and 绩效指标, in the order of the catalogue.</summary>
    public static IReadOnlyList<IIndicatorCheck> All { get; } =
    [
        new GoalMissingCheck(),
        new GoalShortCheck(),
        new GoalBreaksOffCheck(),
        new CopiedGoalCheck(), new RepeatedSentenceCheck(), new GoalNumberingCheck(),
        new MissingDimensionCheck(),
        new IncompleteDimensionCheck(),
        new TruncatedCheck(),
        new EmptyHeadingCheck(),
        new FewIndicatorsCheck(),
        new WeightSumCheck(),
        new ClassifiedCheck(),
        new SatisfactionOfWhomCheck(),
        new MissingNameCheck(),
        new MissingTargetCheck(),
        new RepeatsNameCheck(),
        new RateWithoutNumberCheck(),
        new MissingUnitCheck(),
        new MissingOperatorCheck(),
        new UnitAgainstNameCheck(),
        new FractionCheck(),
        new DirectionCheck(),
        new RateOver100Check(),
        new RateMisprintCheck(),
        new VagueTargetCheck(),
        new SoftTargetCheck(),
        new ExcelDateCheck(),
        new LetterInNumberCheck(),
        new MistypedTargetCheck(),
        new ImpossibleTargetCheck(),
        new TimelessCheck(),
        new WeakTargetCheck(),
        new PointlessLimitCheck(),
        new MisplacedHeadingCheck(),
        new ShiftedBlocksCheck(),
        new MisfiledIndicatorCheck(),
        new StatementAsQuantityCheck(),
        new NumberingGapCheck(),
        new MalformedHeadingCheck(),
        new MisspeltWordCheck(),
        new CostAboveAmountCheck(),
        new PartsAboveAmountCheck(),
        new ProductCheck(),
        new PriceTimesCountCheck(),
        new HeadsTimesPriceCheck(),
        new GoalMoneyCheck(),
        new GoalPartsCheck(),
        new CostBelowAmountCheck(),
        new GoalCostCheck(),
        new MoneyScaleCheck(),
        new DuplicateCostCheck(),
        new CountConflictCheck(),
        new SubgroupCheck(),
        new MoreThanAllCheck(),
        new CountProductCheck(),
        new RowConflictCheck(),
        new UnitConflictCheck(),
        new DuplicateProjectCheck(),
        new TotalWithoutDuplicatesCheck(),
        new TotalLineCheck(),
        new FactConflictCheck(),
        new EventConflictCheck(),
        new SubjectConflictCheck(),
        new SpanConflictCheck(),
        new StaleDateCheck(),
        new StaleAnniversaryCheck(),
        new DuplicateIndicatorCheck(),
        new CopiedIndicatorsCheck(),
        new FromLastYearCheck(),
        new ForeignSubjectCheck(),
        new ForeignAudienceCheck(),
        new ForeignGoalCheck(),
    ];
}
