using Teahouse.Bench.CatchingUp;
using Teahouse.Bench.Footprint;
using Teahouse.Bench.Storing;

// One command per figure that the project promises.
string[] commands = ["append", "catch-up PROGRAM", "footprint PROGRAM"];
switch (args)
{
    case ["append", .. var rest]:
        return await AppendCost.RunAsync(rest);
    case ["catch-up", .. var rest]:
        return await CatchUpCost.RunAsync(rest);
    case ["footprint", .. var rest]:
        return await FootprintCost.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync($"Usage: teahouse-bench {string.Join('|', commands)} [options]");
        return 2;
}
