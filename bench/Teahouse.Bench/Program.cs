using System.Globalization;
using Teahouse.Bench.CatchingUp;
using Teahouse.Bench.Footprint;
using Teahouse.Bench.Returning;
using Teahouse.Bench.Speed;
using Teahouse.Bench.Starting;
using Teahouse.Bench.Storing;

// One command per figure that the project promises.
string[] commands = ["append", "catch-up PROGRAM", "footprint PROGRAM", "return PROGRAM", "speed PROGRAM", "start PROGRAM"];
switch (args)
{
    case ["append", .. var rest]:
        return await AppendCost.RunAsync(rest);
    case ["catch-up", .. var rest]:
        return await CatchUpCost.RunAsync(rest);
    case ["footprint", .. var rest]:
        return await FootprintCost.RunAsync(rest);
    case ["return", .. var rest]:
        return await ReturnCost.RunAsync(rest);
    case ["speed", .. var rest]:
        return await SpeedCost.RunAsync(rest);
    case ["start", .. var rest]:
        return await StartCost.RunAsync(rest);
    // A part of "start".
    case ["fill", var data, var messages]:
        await Filling.RunAsync(data, long.Parse(messages, CultureInfo.InvariantCulture));
        return 1;
    default:
        await Console.Error.WriteLineAsync($"Usage: teahouse-bench {string.Join('|', commands)} [options]");
        return 2;
}
