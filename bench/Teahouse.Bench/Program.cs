using Teahouse.Bench.Footprint;
using Teahouse.Bench.Storing;

// One command per figure that the project promises.
string[] commands = ["append", "footprint PROGRAM"];
switch (args)
{
    case ["append", .. var rest]:
        return await AppendCost.RunAsync(rest);
    case ["footprint", .. var rest]:
        return await FootprintCost.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync($"Usage: teahouse-bench {string.Join('|', commands)} [options]");
        return 2;
}
