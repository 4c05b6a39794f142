using Teahouse.Bench.Storing;

// One command per figure that the project promises.
string[] commands = ["append"];
switch (args)
{
    case ["append", .. var rest]:
        return await AppendCost.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync($"Usage: teahouse-bench {string.Join('|', commands)} [options]");
        return 2;
}
