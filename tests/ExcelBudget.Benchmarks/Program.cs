using ExcelBudget.Benchmarks;

return args is ["--peer", var peer, var count, var folder]
    ? PeerProcess.Run(peer, count, folder)
    : Options.Parse(args) is { } options ? Benchmark.Run(options) : Options.Refuse();
