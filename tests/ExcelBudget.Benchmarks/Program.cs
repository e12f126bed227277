using ExcelBudget.Benchmarks;

// for verbs.py, which measures whole programs beside peers
if (args is ["--materials", var materials])
{
    ExcelBudget.Benchmarks.Materials.MaterialBuilder.Build(materials);
    return 0;
}

return args is ["--peer", var peer, var count, var folder]
    ? PeerProcess.Run(peer, count, folder)
    : Options.Parse(args) is { } options ? Benchmark.Run(options) : Options.Refuse();
