using System.Globalization;
using System.Security.Cryptography;
using FsCheck;
using Microsoft.FSharp.Core;

namespace ExcelBudget.TestSupport;

/// <summary>
/// How laws are tried on generated budgets and texts: the same ones each time, so that a change fails for what it changed. With
/// <c>EXCELBUDGET_SEED=random</c>, or a number, others are tried; a failure prints the seed to replay.
/// </summary>
public static class Laws
{
    private const ulong Usual = 20_240_101;

    private static readonly ulong Seed = Environment.GetEnvironmentVariable("EXCELBUDGET_SEED") switch
    {
        null or "" => Usual,
        "random" => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))),
        var given => ulong.Parse(given, CultureInfo.InvariantCulture),
    };

    /// <summary>So many cases; the first that breaks the law fails the test with the smallest case found.</summary>
    public static Config Tried(int times) => Config.QuickThrowOnFailure.WithMaxTest(times)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
}
