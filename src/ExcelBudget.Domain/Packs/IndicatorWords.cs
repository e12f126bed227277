namespace ExcelBudget.Domain.Packs;

/// <summary>The words from which the checks tell what an indicator measures. All lists are the pack's.</summary>
public sealed record IndicatorWords
{
    /// <summary>Ends of names that are shares of a whole: 率, 满意度.</summary>
    public required IReadOnlyList<string> Rates { get; init; }

    /// <summary>Ends of names that look like shares and are none: 频率, 分辨率.</summary>
    public required IReadOnlyList<string> NotRates { get; init; }

    /// <summary>Words of growth, which may exceed 100%.</summary>
    public required IReadOnlyList<string> Growth { get; init; }

    /// <summary>Words of cost: 成本, 经费.</summary>
    public required IReadOnlyList<string> Costs { get; init; }

    /// <summary>Words with money that is no cost: 收入, 节约.</summary>
    public required IReadOnlyList<string> NotCosts { get; init; }

    /// <summary>Words of a price for one: 人均, 每, 标准.</summary>
    public required IReadOnlyList<string> PerUnit { get; init; }

    /// <summary>Words of money for more than this year: 总投资, 阶段性.</summary>
    public required IReadOnlyList<string> ManyYears { get; init; }

    /// <summary>Words of a whole that contains its parts: 总, 合计.</summary>
    public required IReadOnlyList<string> Totals { get; init; }

    /// <summary>Names of lines that add up others and are no project: 合计, 小计.</summary>
    public required IReadOnlyList<string> TotalLines { get; init; }

    /// <summary>Ends of names of which more is better: 完成率.</summary>
    public required IReadOnlyList<string> MoreIsBetter { get; init; }

    /// <summary>Words of what should be rare: 事故, 投诉.</summary>
    public required IReadOnlyList<string> LessIsBetter { get; init; }

    /// <summary>Words that turn the rare into work done about it: 处理, 演练.</summary>
    public required IReadOnlyList<string> WorkAgainst { get; init; }

    /// <summary>Units that are counted in whole numbers: 次, 人.</summary>
    public required IReadOnlyList<string> Counted { get; init; }

    /// <summary>Words that make a count a matter of quality: 获奖, 达标.</summary>
    public required IReadOnlyList<string> QualityCounts { get; init; }

    /// <summary>Words before a figure that is to be reached, not passed: 达到.</summary>
    public required IReadOnlyList<string> Reaches { get; init; }

    /// <summary>Ends of names whose target cannot be zero: 控制率.</summary>
    public required IReadOnlyList<string> NeverZero { get; init; }

    /// <summary>Words of a price for one head: 人均.</summary>
    public required IReadOnlyList<string> PerHead { get; init; }

    /// <summary>Ends of project names that say nothing of their subject: 经费.</summary>
    public required IReadOnlyList<string> SubjectEndings { get; init; }

    /// <summary>Words by which a goal says that all its money goes to what it names: 全部用于.</summary>
    public required IReadOnlyList<string> Exhaustive { get; init; }

    /// <summary>Words of money from elsewhere: 配套, 自筹.</summary>
    public required IReadOnlyList<string> OtherFunds { get; init; }

    /// <summary>Ends of names of rates that tell how much of a quantity was done: 完成率.</summary>
    public required IReadOnlyList<string> QuantityRates { get; init; }

    /// <summary>Words that speak of time in a result: 及时, 按期.</summary>
    public required IReadOnlyList<string> Timely { get; init; }

    /// <summary>Ends of names that are costs whatever stands before them: 费用, 成本.</summary>
    public required IReadOnlyList<string> CostEnds { get; init; }

    /// <summary>Words of no cost that only say which cost is meant: 免费.</summary>
    public required IReadOnlyList<string> Qualifiers { get; init; }

    /// <summary>Units of time, which are no counts: 天, 岁.</summary>
    public required IReadOnlyList<string> TimeUnits { get; init; }

    /// <summary>Units that many things are counted in: 人, 个. Others (辆, 所) say by themselves what is counted.</summary>
    public required IReadOnlyList<string> CommonUnits { get; init; }

    /// <summary>Words that say nothing of the thing counted: 人员, 工作.</summary>
    public required IReadOnlyList<string> Generic { get; init; }

    /// <summary>Words right before a figure that tells what there is, not what is to be done: 全县, 现有.</summary>
    public required IReadOnlyList<string> Background { get; init; }

    /// <summary>Beginnings of results that leave open how much or when: 不断, 及时.</summary>
    public required IReadOnlyList<string> Soft { get; init; }

    /// <summary>Results that cannot be measured: 有所提高, 进一步完善.</summary>
    public required IReadOnlyList<string> Vague { get; init; }

    /// <summary>Beginnings of results that cannot be measured: 有所.</summary>
    public required IReadOnlyList<string> VagueStarts { get; init; }

    /// <summary>Sentences that say that something is done in time and not when: 及时完成.</summary>
    public required IReadOnlyList<string> VagueTimes { get; init; }

    /// <summary>Words before a price that say how it is paid, not to whom: 给予, 财政.</summary>
    public required IReadOnlyList<string> Paying { get; init; }

    /// <summary>Words by which a past year is meant: what is settled, paid or examined now (决算, 尾款, 审计).</summary>
    public required IReadOnlyList<string> LookingBack { get; init; }

    /// <summary>Places that may stand before what there is: 全县, 我局.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Words at the beginning of what there is already: 现有, 下辖.</summary>
    public required IReadOnlyList<string> Existing { get; init; }

    /// <summary>Words after which a goal must go on: 降到, 不少于, 其中.</summary>
    public required IReadOnlyList<string> Dangling { get; init; }

    /// <summary>Verbs of goals that say nothing by themselves: 加强, 提高.</summary>
    public required IReadOnlyList<string> EmptyVerbs { get; init; }

    /// <summary>What such verbs are about when nothing is meant: 管理, 服务水平.</summary>
    public required IReadOnlyList<string> EmptyNouns { get; init; }

    /// <summary>Ends of names that count things of several kinds together: 设备, 物资.</summary>
    public required IReadOnlyList<string> Collective { get; init; }

    /// <summary>Words by which several pay one price: 自缴, 其余由.</summary>
    public required IReadOnlyList<string> Shares { get; init; }

    /// <summary>Words of a price that is a ceiling, not what each one costs: 上限, 最高.</summary>
    public required IReadOnlyList<string> Ceilings { get; init; }

    /// <summary>Words by which a result is measured against an earlier one: 较上年, 同比.</summary>
    public required IReadOnlyList<string> Baselines { get; init; }

    /// <summary>Satisfaction in words: 满意.</summary>
    public required IReadOnlyList<string> SatisfactionWords { get; init; }

    /// <summary>一级指标 of satisfaction.</summary>
    public required string SatisfactionLevel { get; init; }

    /// <summary>Words of time: 时效, 时间.</summary>
    public required IReadOnlyList<string> Times { get; init; }

    /// <summary>Ends of names whose figures have no unit: 系数.</summary>
    public required IReadOnlyList<string> Unitless { get; init; }

    /// <summary>Names of institutions that have a goal of their own: 文化馆, 中医院.</summary>
    public required IReadOnlyList<string> Institutions { get; init; }

    /// <summary>Levels that pay their share of a price: 县级, 中央.</summary>
    public required IReadOnlyList<string> Payers { get; init; }

    /// <summary>Words of a term for a part of the work: 主体, 其余.</summary>
    public required IReadOnlyList<string> Partial { get; init; }

    /// <summary>Signs behind 各 that make no «each» of it: 各类, 各县.</summary>
    public required IReadOnlyList<string> NoEach { get; init; }

    /// <summary>Deeds with their synonyms, joined by a stroke: two figures of different deeds are not of one thing.</summary>
    public required IReadOnlyList<string> Deeds { get; init; }

    /// <summary>Words of groups that overlap with others: 女性, 党员.</summary>
    public required IReadOnlyList<string> Overlapping { get; init; }

    /// <summary>Words of money that those get who are counted: 补助, 津贴; not 讲课费.</summary>
    public required IReadOnlyList<string> Benefits { get; init; }

    /// <summary>Words of a name that is a coverage although it ends in those covered: 覆盖, 应助尽助.</summary>
    public required IReadOnlyList<string> Coverages { get; init; }

    /// <summary>Ends of names of places that have a budget of their own: 镇, 乡.</summary>
    public required IReadOnlyList<string> PlaceSigns { get; init; }

    /// <summary>What may stand before 镇 and 乡 without naming one: 城, 全.</summary>
    public required IReadOnlyList<string> NoPlaces { get; init; }

    /// <summary>
    /// 业务领域 with the words that only they have, and behind «=» what a project that may have them speaks of; a star where the words
    /// only tell what a project is about.
    /// </summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Words in the name of a project that has business of many fields: 驻村, 民生实事.</summary>
    public required IReadOnlyList<string> WideBusiness { get; init; }

    /// <summary>
    /// 时节 by kinds (festivals, seasons): how a name says one, and behind «=» how a goal does where it is said otherwise.
    /// </summary>
    public required IReadOnlyList<string> Occasions { get; init; }

    /// <summary>Words that hold one of <see cref="Occasions"/> and tell none: 五一劳动奖章, 八一路.</summary>
    public required IReadOnlyList<string> NoOccasions { get; init; }

    /// <summary>Words before a sum that is the whole of a project: 本项目, 共需.</summary>
    public required IReadOnlyList<string> OwnTotals { get; init; }

    /// <summary>Goals that only point elsewhere: 详见附件.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Beginnings of clauses that wish and tell no deed: 加强, 不断.</summary>
    public required IReadOnlyList<string> Wishes { get; init; }

    /// <summary>Ends of names that count what should be rare, whatever else the name holds: 发生次数, 火灾.</summary>
    public required IReadOnlyList<string> RareEnds { get; init; }

    /// <summary>How such a name goes on: 次数, 起数.</summary>
    public required IReadOnlyList<string> RareMeasures { get; init; }

    /// <summary>Ends of names of spans that should be short: 响应时间, 办结时限.</summary>
    public required IReadOnlyList<string> TimeLimits { get; init; }

    /// <summary>Words of rates that may be bounded from above: 负荷, 负债.</summary>
    public required IReadOnlyList<string> BoundedRates { get; init; }

    /// <summary>Words of those that are a part of all that are counted: 合格, 获奖.</summary>
    public required IReadOnlyList<string> Qualified { get; init; }

    /// <summary>Beginnings of the words before a total: 共, 合计.</summary>
    public required IReadOnlyList<string> Sums { get; init; }

    /// <summary>Words that raise a price to what each one gets: 提高到.</summary>
    public required IReadOnlyList<string> Raised { get; init; }

    /// <summary>Words of those who are asked: 满意, 好评.</summary>
    public required IReadOnlyList<string> Asking { get; init; }

    /// <summary>Ends of names of rates that nobody is asked about: 完成率.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    /// <summary>Signs behind 镇 and 乡 that make no name of a place: 镇区, 乡村.</summary>
    public required IReadOnlyList<string> GoesOn { get; init; }

    /// <summary>Words by which 季 is a season, no quarter: 夏, 两季.</summary>
    public required IReadOnlyList<string> Seasons { get; init; }

    /// <summary>Kinds of units of people, which may stand for each other.</summary>
    public required IReadOnlyList<string> KindredUnits { get; init; }

    /// <summary>Kinds of units of pieces, which may stand for each other.</summary>
    public required IReadOnlyList<string> PieceUnits { get; init; }

    /// <summary>Kinds of units whose figures are compared otherwise.</summary>
    public required IReadOnlyList<string> UnreadKinds { get; init; }

    /// <summary>Steps that begin a work: 开工.</summary>
    public required IReadOnlyList<string> Starts { get; init; }

    /// <summary>Steps that end it: 完工.</summary>
    public required IReadOnlyList<string> Ends { get; init; }

    /// <summary>Steps that follow its end: 验收.</summary>
    public required IReadOnlyList<string> Uses { get; init; }

    /// <summary>Steps of a work that have a term of their own: 招标, 验收.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Words by which a step is that of the whole work: 项目, 全部.</summary>
    public required IReadOnlyList<string> WholeWorks { get; init; }

    /// <summary>Ends of names of dates: 时间.</summary>
    public required IReadOnlyList<string> DateEnds { get; init; }

    /// <summary>Verbs that want an object behind them: 提高, 开展.</summary>
    public required IReadOnlyList<string> OpenVerbs { get; init; }

    /// <summary>What may stand before such a verb: 并, 逐步.</summary>
    public required IReadOnlyList<string> OpenAdverbs { get; init; }

    /// <summary>Verbs behind which no single sign ends a sentence: 提供维 is half of 提供维权服务.</summary>
    public required IReadOnlyList<string> ObjectVerbs { get; init; }

    /// <summary>Signs that may all the same: 提高率, 开展的.</summary>
    public required IReadOnlyList<string> WholeSigns { get; init; }

    /// <summary>Words by which a second county is meant: 对口, 毗邻.</summary>
    public required IReadOnlyList<string> Neighbours { get; init; }

    /// <summary>Signs with which no name of a county begins: 级, 按.</summary>
    public required IReadOnlyList<string> NoPlaceSigns { get; init; }

    /// <summary>Words of a part of one step of a work: 首批, 标段.</summary>
    public required IReadOnlyList<string> PartOfWork { get; init; }

    /// <summary>Words that begin like those of a total and are none: 共同, 共建.</summary>
    public required IReadOnlyList<string> NoSums { get; init; }

    /// <summary>Words by which something is done in a part of the year only: 汛期, 期间.</summary>
    public required IReadOnlyList<string> Seasonal { get; init; }

    /// <summary>Words of money that comes in: 增收, 产值.</summary>
    public required IReadOnlyList<string> Incomes { get; init; }

    /// <summary>Ends of names that are counts: 人数, 面积.</summary>
    public required IReadOnlyList<string> CountNames { get; init; }

    /// <summary>Words before a verb that wants a figure behind it: 平均, 户均.</summary>
    public required IReadOnlyList<string> Averages { get; init; }

    /// <summary>Words of a change told in percent: 增长, 下降.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>Words of spans that may well be long: 开放时间, 质保.</summary>
    public required IReadOnlyList<string> LongTimes { get; init; }

    /// <summary>Ends of names that count the days something runs in a year: 运行天数.</summary>
    public required IReadOnlyList<string> Running { get; init; }

    /// <summary>Words before the sum that a price right before it makes: 计, 共.</summary>
    public required IReadOnlyList<string> Makes { get; init; }

    /// <summary>Words of a name that only say that it dates something: 完成时间, 全部.</summary>
    public required IReadOnlyList<string> TermWords { get; init; }

    /// <summary>Words beside a figure that name nothing: 预计, 需.</summary>
    public required IReadOnlyList<string> BareWords { get; init; }

    /// <summary>Words right before the name of a place: 保障, 在.</summary>
    public required IReadOnlyList<string> PlaceStarts { get; init; }

    /// <summary>Words of a sentence that tells what is not the project's: 不在本, 列支.</summary>
    public required IReadOnlyList<string> NotOfProject { get; init; }

    /// <summary>Verbs by which a sentence undertakes something of its own: 做好, 举办.</summary>
    public required IReadOnlyList<string> Undertakes { get; init; }

    /// <summary>Words that fit every project: 工作, 提高.</summary>
    public required IReadOnlyList<string> FitsAll { get; init; }

    /// <summary>Words of places that one person each fills: 岗位, 学位.</summary>
    public required IReadOnlyList<string> Posts { get; init; }

    /// <summary>How wide, thick or deep something is, which is not how long: 宽, 厚.</summary>
    public required IReadOnlyList<string> Sizes { get; init; }

    /// <summary>Words between people and the thing that each of them has: 160人使用装置, 320户安装报警器.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    /// <summary>What is a part of a whole by its words, «part|part=whole|whole», where both speak of the same thing: 办结=受理.</summary>
    public required IReadOnlyList<string> PartsOf { get; init; }

    /// <summary>The same for people, who need not be named again: 取证=培训.</summary>
    public required IReadOnlyList<string> PartsOfPeople { get; init; }

    /// <summary>Words by which a part may be more than this year's whole: 结转, 积压.</summary>
    public required IReadOnlyList<string> CarriedOver { get; init; }

    /// <summary>Words that say there is no such rest: 没有结转.</summary>
    public required IReadOnlyList<string> NothingCarried { get; init; }

    /// <summary>Words by which there will be more of a thing than there are: 新增.</summary>
    public required IReadOnlyList<string> MoreOfIt { get; init; }

    /// <summary>What holds one each: 床位, 车位.</summary>
    public required IReadOnlyList<string> Capacities { get; init; }

    /// <summary>Words of what is there at one time: 同时, 年末在.</summary>
    public required IReadOnlyList<string> AtOnce { get; init; }

    /// <summary>Things of which one is never the other, a list of strokes each: 初中|高中.</summary>
    public required IReadOnlyList<string> Rivals { get; init; }

    /// <summary>Things that have names: 云溪水库.</summary>
    public required IReadOnlyList<string> NamedThings { get; init; }

    /// <summary>What may stand before them and names none: 小型, 中心.</summary>
    public required IReadOnlyList<string> NoNames { get; init; }

    /// <summary>Words that say nobody pays: 不收取任何费用.</summary>
    public required IReadOnlyList<string> FreeOfCharge { get; init; }

    /// <summary>Words of what somebody pays: 收取.</summary>
    public required IReadOnlyList<string> Charges { get; init; }

    /// <summary>Words by which nothing is taken or another pays: 免收, 代收.</summary>
    public required IReadOnlyList<string> NotCharged { get; init; }

    /// <summary>Words of a season before which something is done, and the last month that may still be: 汛前=7.</summary>
    public required IReadOnlyList<string> BeforeSeason { get; init; }

    /// <summary>Steps that follow each other, each a list of strokes: 到场|到达, then 修复.</summary>
    public required IReadOnlyList<string> LimitSteps { get; init; }

    /// <summary>What one of a unit is in another: 公顷=15亩.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Words of the budget's own year: 今年.</summary>
    public required IReadOnlyList<string> ThisYear { get; init; }

    /// <summary>Words of a whole that takes more than a year: 规划, 全长.</summary>
    public required IReadOnlyList<string> Plans { get; init; }

    /// <summary>Signs that are verbs behind one of deedStarts: 铺 of 重铺.</summary>
    public required IReadOnlyList<string> DeedSigns { get; init; }

    /// <summary>Signs that make a verb of them, no name: 重.</summary>
    public required IReadOnlyList<string> DeedStarts { get; init; }

    /// <summary>Words of an effect that tells its direction and not how much: 有所.</summary>
    public required IReadOnlyList<string> Degrees { get; init; }

    /// <summary>Fixed words of the form, each with what it is mistyped as: 满意度|满意渡.</summary>
    public required IReadOnlyList<string> Misspelt { get; init; }

    /// <summary>What is remembered every so many years, with its year: 建党=1921.</summary>
    public required IReadOnlyList<string> Anniversaries { get; init; }

    /// <summary>Words behind an anniversary that is only part of a name or looked back on: 主题公园, 以来.</summary>
    public required IReadOnlyList<string> AfterAnniversary { get; init; }

    /// <summary>Words of what lasts or is planned for many years: 特许经营, 规划.</summary>
    public required IReadOnlyList<string> LastingYears { get; init; }

    /// <summary>Traditional signs that simplified texts keep in some words: 瞭 of 瞭望.</summary>
    public required IReadOnlyList<string> KeptSigns { get; init; }

    /// <summary>Words of a form that say how a goal is to be filled in.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>What is held so many times: 宣讲, 演出.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Verbs of meetings and papers, which bring about nothing themselves: 召开, 印发.</summary>
    public required IReadOnlyList<string> MeansVerbs { get; init; }

    /// <summary>Ends of a text that was cut in the middle of a word of the form: 满.</summary>
    public required IReadOnlyList<string> HalfEnds { get; init; }

    /// <summary>Names of satisfaction that say of nobody whose it is.</summary>
    public required IReadOnlyList<string> BareSatisfaction { get; init; }

    /// <summary>Words behind a heading that the text prints without 指标: 数量上.</summary>
    public required IReadOnlyList<string> HeadingEnds { get; init; }

    /// <summary>Words before such a heading: 二是数量.</summary>
    public required IReadOnlyList<string> HeadingStarts { get; init; }

    /// <summary>Verbs between a rate and its figure: 达到.</summary>
    public required IReadOnlyList<string> RateVerbs { get; init; }

    /// <summary>Verbs that end the work: 完成, 竣工.</summary>
    public required IReadOnlyList<string> Finishes { get; init; }

    /// <summary>Words before such a verb: 全部.</summary>
    public required IReadOnlyList<string> FinishAdverbs { get; init; }

    /// <summary>Words by which a term is for all of the work: 全部.</summary>
    public required IReadOnlyList<string> AllOfIt { get; init; }

    /// <summary>Words by which another factor than those told may stand between figures: 另, 折合, 轮流.</summary>
    public required IReadOnlyList<string> OtherFactors { get; init; }

    /// <summary>Words of what one 亩 or one day brings: 亩产, 日处理.</summary>
    public required IReadOnlyList<string> Yields { get; init; }

    /// <summary>Words before a share of a whole: 承担, 补助.</summary>
    public required IReadOnlyList<string> ShareVerbs { get; init; }

    /// <summary>Words before the share by which something grows.</summary>
    public required IReadOnlyList<string> GrowthWords { get; init; }

    /// <summary>Words before the share by which something gets less.</summary>
    public required IReadOnlyList<string> DeclineWords { get; init; }

    /// <summary>Words that compare with the year before: 比上年, 同比.</summary>
    public required IReadOnlyList<string> Comparisons { get; init; }

    /// <summary>Words before what is added to what is there: 新增.</summary>
    public required IReadOnlyList<string> Additions { get; init; }

    /// <summary>Words of what is there already: 年底, 现有.</summary>
    public required IReadOnlyList<string> HeldBefore { get; init; }

    /// <summary>Words of what is there at the end: 年底, 累计.</summary>
    public required IReadOnlyList<string> HeldThen { get; init; }

    /// <summary>Words by which what is there gets less: 拆除, 报废.</summary>
    public required IReadOnlyList<string> TakenAway { get; init; }

    /// <summary>Words by which work goes on that was told before: 再, 下半年.</summary>
    public required IReadOnlyList<string> Further { get; init; }

    /// <summary>Money that is lent: 贷款.</summary>
    public required IReadOnlyList<string> Loans { get; init; }

    /// <summary>Words before the share that a payer bears: 承担, 出资.</summary>
    public required IReadOnlyList<string> Bearing { get; init; }

    /// <summary>Two rates that make the whole together: «出租率|空置率».</summary>
    public required IReadOnlyList<string> Complements { get; init; }

    /// <summary>Words before a count that shares out what was told before: 分, 分为.</summary>
    public required IReadOnlyList<string> SharesOut { get; init; }

    /// <summary>Nouns, kinds of what cannot measure them, and verbs that may follow them: 档案|卷宗=公里|面积=扫描|整理.</summary>
    public required IReadOnlyList<string> NeverMeasured { get; init; }

    /// <summary>Verbs of building and buying: what they are followed by is counted itself, not by those who do it.</summary>
    public required IReadOnlyList<string> Making { get; init; }

    /// <summary>Ends of names that only say that something is counted: 数量.</summary>
    public required IReadOnlyList<string> CountEnds { get; init; }

    /// <summary>Verbs of whom a project reaches: 受益, 惠及.</summary>
    public required IReadOnlyList<string> Reached { get; init; }

    /// <summary>Words of people that say nothing of who they are, and words beside such a count: 群众, 直接.</summary>
    public required IReadOnlyList<string> Anyone { get; init; }

    /// <summary>Words of those whom a project reaches only through others: 间接.</summary>
    public required IReadOnlyList<string> Indirect { get; init; }

    /// <summary>Ends of names of what is paid for one: 标准.</summary>
    public required IReadOnlyList<string> PriceEnds { get; init; }

    /// <summary>Words right before where something is: 在, 位于.</summary>
    public required IReadOnlyList<string> Whereabouts { get; init; }

    /// <summary>Names of each who may carry a share, with a stroke between them: 县级|县财政|县.</summary>
    public required IReadOnlyList<string> SharePayers { get; init; }

    /// <summary>Words of carrying a share: 承担, 自筹.</summary>
    public required IReadOnlyList<string> Sharing { get; init; }

    /// <summary>Ends of names of shares: 比例.</summary>
    public required IReadOnlyList<string> ShareEnds { get; init; }

    /// <summary>Words before a ratio: 按照.</summary>
    public required IReadOnlyList<string> ShareBy { get; init; }

    /// <summary>Words beside a share that name nothing: 财政, 占.</summary>
    public required IReadOnlyList<string> ShareFillers { get; init; }

    /// <summary>Words of a goal that tell this year's part of a whole of several: 本年, 分年.</summary>
    public required IReadOnlyList<string> OwnShare { get; init; }

    /// <summary>Bodies that may stand between 届 and the number of a meeting: 人大.</summary>
    public required IReadOnlyList<string> EventBodies { get; init; }

    /// <summary>Levels before such a body: 县.</summary>
    public required IReadOnlyList<string> EventLevels { get; init; }

    /// <summary>What meetings with a number are called: 全会.</summary>
    public required IReadOnlyList<string> Meetings { get; init; }

    /// <summary>Where a survey with a number is held: 全国.</summary>
    public required IReadOnlyList<string> SurveyScopes { get; init; }

    /// <summary>What a survey with a number is about: 经济.</summary>
    public required IReadOnlyList<string> SurveySubjects { get; init; }

    /// <summary>What surveys with a number are called: 普查.</summary>
    public required IReadOnlyList<string> Surveys { get; init; }

    /// <summary>Words before a target that is nothing but a day: 于.</summary>
    public required IReadOnlyList<string> DayLeads { get; init; }

    /// <summary>Words for the end of a year right behind its number: 年底.</summary>
    public required IReadOnlyList<string> YearEnds { get; init; }

    /// <summary>Words of the year after: 次年.</summary>
    public required IReadOnlyList<string> NextYears { get; init; }

    /// <summary>Parts of a month behind 月 in a term: 底.</summary>
    public required IReadOnlyList<string> MonthParts { get; init; }

    /// <summary>Words behind the day of a term: 之前.</summary>
    public required IReadOnlyList<string> TermEnds { get; init; }

    /// <summary>Words by which a day is no term: 前后.</summary>
    public required IReadOnlyList<string> NoTerms { get; init; }

    /// <summary>Spans longer than a month by which something is done: 每季度.</summary>
    public required IReadOnlyList<string> RareSpans { get; init; }

    /// <summary>Words for the end of such a span: 末.</summary>
    public required IReadOnlyList<string> SpanEnds { get; init; }

    /// <summary>Parts of every month by which something is done: 底.</summary>
    public required IReadOnlyList<string> MonthDays { get; init; }

    /// <summary>Words behind a day of every month: 之前.</summary>
    public required IReadOnlyList<string> DayEnds { get; init; }

    /// <summary>Measure words and places of which each gets so much: 个, 村.</summary>
    public required IReadOnlyList<string> EachOf { get; init; }

    /// <summary>What comes of the work behind 后: 就业 of 培训后就业人数.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Words of a rate that tells who bears how much of a cost: 贴息.</summary>
    public required IReadOnlyList<string> CostShares { get; init; }

    /// <summary>Words of how far a work has come: 形象进度.</summary>
    public required IReadOnlyList<string> Completions { get; init; }

    /// <summary>Names of how far a work has come: 工程完成比例.</summary>
    public required IReadOnlyList<string> WorkRates { get; init; }

    /// <summary>Words of a rate whose whole is not all of the work: 年度计划.</summary>
    public required IReadOnlyList<string> OtherWholes { get; init; }

    /// <summary>Units of what adds up over a year: 人次.</summary>
    public required IReadOnlyList<string> Accumulates { get; init; }

    /// <summary>Words of what there is at a time and does not add up: 在册.</summary>
    public required IReadOnlyList<string> Stocks { get; init; }

    /// <summary>Words by which a goal promises more than last year: 稳中有升.</summary>
    public required IReadOnlyList<string> Rising { get; init; }

    /// <summary>Headers of the column of the first half of a year.</summary>
    public required IReadOnlyList<string> HalfYearColumns { get; init; }

    /// <summary>Headers of the column of the whole year.</summary>
    public required IReadOnlyList<string> WholeYearColumns { get; init; }

    /// <summary>Headers of the column of the targets for all years of a project: 实施期目标值.</summary>
    public required IReadOnlyList<string> WholePeriodColumns { get; init; }

    /// <summary>Words in the header of last year's column: 上年.</summary>
    public required IReadOnlyList<string> LastYearColumns { get; init; }

    /// <summary>Words in the header of a column of what was reached: 实际.</summary>
    public required IReadOnlyList<string> ReachedColumns { get; init; }

    /// <summary>Words of an explanation that tells other figures than the target's: 上年, 每少.</summary>
    public required IReadOnlyList<string> OtherExplained { get; init; }

    /// <summary>Words that begin a list which need not name all: 包括, 重点.</summary>
    public required IReadOnlyList<string> PartialLists { get; init; }

    /// <summary>Words in the header of a column that explains the indicators: 解释.</summary>
    public required IReadOnlyList<string> ExplainColumns { get; init; }

    /// <summary>Words in the header of the column that says whether more or less is better: 方向.</summary>
    public required IReadOnlyList<string> DirectionColumns { get; init; }

    /// <summary>What that column says where less is better: 反向.</summary>
    public required IReadOnlyList<string> AgainstDirection { get; init; }

    /// <summary>Words of one of several rounds of the same work: 上半年, 第一批.</summary>
    public required IReadOnlyList<string> Rounds { get; init; }

    /// <summary>Words that divide a whole into all its parts: 东|中|西.</summary>
    public required IReadOnlyList<string> PartSets { get; init; }

    /// <summary>Words of the last of all parts: 其他.</summary>
    public required IReadOnlyList<string> PartRests { get; init; }

    /// <summary>Words that stand for content that is not published: 涉密.</summary>
    public required IReadOnlyList<string> Classified { get; init; }

    /// <summary>Words before a place by which something is done for all that is there: 对 of 对全县42辆校车.</summary>
    public required IReadOnlyList<string> Served { get; init; }

    /// <summary>Work done about what should be rare, told behind it: 改造 of 拥堵点位改造.</summary>
    public required IReadOnlyList<string> WorkBehind { get; init; }

    /// <summary>Words of an indicator of time that dates no step of the work itself: 支付, 上年.</summary>
    public required IReadOnlyList<string> OffWork { get; init; }

    /// <summary>Grades of one standard, parted by |, of which goal and indicator mean the same: 一级A, 一级B.</summary>
    public required IReadOnlyList<string> Grades { get; init; }

    /// <summary>Words that alone before a figure make it the total of a year: 全年共.</summary>
    public required IReadOnlyList<string> YearTotals { get; init; }

    /// <summary>Words by which last year and this year are added up: 两年累计.</summary>
    public required IReadOnlyList<string> TwoYears { get; init; }

    /// <summary>Verbs before the share of an instalment: 拨付.</summary>
    public required IReadOnlyList<string> PayVerbs { get; init; }

    /// <summary>Words by which so many instalments are told: 分两批 = 2.</summary>
    public required IReadOnlyList<string> InstalmentCounts { get; init; }

    /// <summary>What people do who are not content, with any work: 信访, 投诉.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>Words by which a goal ends with the year: 年内.</summary>
    public required IReadOnlyList<string> WithinYear { get; init; }

    /// <summary>Words before a rate that only say that it is meant for this year: 计划参检率.</summary>
    public required IReadOnlyList<string> PlanStarts { get; init; }

    /// <summary>Words by which a sum holds what was paid before it: 付至.</summary>
    public required IReadOnlyList<string> PaidUpTo { get; init; }

    /// <summary>Ends of names that tell how often: 频次.</summary>
    public required IReadOnlyList<string> Frequencies { get; init; }

    /// <summary>Ends of what is told before a rate of those served among all there are: 覆盖率.</summary>
    public required IReadOnlyList<string> Coverings { get; init; }

    /// <summary>Words by which a figure is a part of those told before it: 对象中.</summary>
    public required IReadOnlyList<string> AmongThem { get; init; }

    /// <summary>Ends of the name of an indicator that adds others up: 总数.</summary>
    public required IReadOnlyList<string> TotalEnds { get; init; }

    /// <summary>Words beside instalments by which more is paid than they tell, or less.</summary>
    public required IReadOnlyList<string> KeptBack { get; init; }

    /// <summary>Words by which some of the months or weeks are left out of a year: 寒暑假除外.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Words by which an indicator names a grade that is no promise: Ⅲ类以上, 消除劣Ⅴ类.</summary>
    public required IReadOnlyList<string> Thresholds { get; init; }

    /// <summary>Words at the end of a name that only say how it is measured: 时限 of 故障修复时限.</summary>
    public required IReadOnlyList<string> MeasureEnds { get; init; }

    /// <summary>Words in which the name of a rate ends: 成活率, 覆盖度, 配套比例.</summary>
    public required IReadOnlyList<string> RateEnds { get; init; }

    /// <summary>Rates that are prices, so that a limit above them is another one: 年利率, 补助比例.</summary>
    public required IReadOnlyList<string> ExactRates { get; init; }

    /// <summary>Single signs that name what is counted, at the end of a name: 村 of 实施项目村.</summary>
    public required IReadOnlyList<string> CountedSigns { get; init; }

    /// <summary>Rates that grade a result as satisfactory and ask nobody: 比对结果满意率.</summary>
    public required IReadOnlyList<string> NoSatisfaction { get; init; }

    /// <summary>Words for what was left when a part was done: 9月底前完成其余.</summary>
    public required IReadOnlyList<string> Rest { get; init; }

    /// <summary>What goes on behind the name of a place without being part of it: 村容 of 溪口镇村容村貌.</summary>
    public required IReadOnlyList<string> OfPlaces { get; init; }

    /// <summary>Words by which the public purse pays all, so that nobody else pays a share: 由县财政全额承担.</summary>
    public required IReadOnlyList<string> PaysAll { get; init; }

    /// <summary>What a figure for each acre comes to altogether: 总产量.</summary>
    public required IReadOnlyList<string> Yielded { get; init; }

    /// <summary>Words of counts that hold some twice: 两类均参加的40人不重复计算.</summary>
    public required IReadOnlyList<string> CountedTwice { get; init; }

    /// <summary>What a contract comes to, of which a year pays a part: 合同总价23.6万元.</summary>
    public required IReadOnlyList<string> ContractSums { get; init; }

    /// <summary>Words of a growth that is not reckoned on the figures as they stand: 按可比口径.</summary>
    public required IReadOnlyList<string> ComparableGrowth { get; init; }

    /// <summary>Words of money that a goal keeps out of the project's amount: 不计入本项目.</summary>
    public required IReadOnlyList<string> NotInAmount { get; init; }

    /// <summary>Words that hold a sign of a field (水 in 水平) without speaking of it.</summary>
    public required IReadOnlyList<string> FieldNoise { get; init; }
}
