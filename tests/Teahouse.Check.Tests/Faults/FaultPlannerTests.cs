using Teahouse.Check.Faults;

namespace Teahouse.Check.Tests.Faults;

public sealed class FaultPlannerTests
{
    [Fact]
    public void The_same_seed_makes_the_same_plan_and_another_seed_another()
    {
        Assert.Equal(Describe(1, FaultKinds.All), Describe(1, FaultKinds.All));
        Assert.NotEqual(Describe(1, FaultKinds.All), Describe(2, FaultKinds.All));
    }

    [Theory]
    [InlineData(FaultKinds.Cut)]
    [InlineData(FaultKinds.Reset)]
    [InlineData(FaultKinds.HalfOpen)]
    [InlineData(FaultKinds.Stall)]
    [InlineData(FaultKinds.Drip)]
    [InlineData(FaultKinds.Stall | FaultKinds.Reset)]
    public void Only_what_is_asked_for_is_planned_and_each_of_it(FaultKinds kinds)
    {
        var planned = Faults(1, kinds).Aggregate(FaultKinds.None, (all, fault) => all | fault.Kind);
        Assert.Equal(kinds, planned);
    }

    [Fact]
    public void Nothing_is_planned_if_nothing_is_asked_for() => Assert.Empty(Faults(1, FaultKinds.None));

    [Fact]
    public void Faults_of_a_direction_are_in_order_and_some_come_while_logging_in()
    {
        var planner = new FaultPlanner(1, FaultKinds.All);
        for (var client = 0; client < 100; client++)
        {
            var plan = planner.Plan(client, 1);
            foreach (var faults in new[] { plan.Up, plan.Down }) Assert.Equal(faults.Select(fault => fault.After).Order(), faults.Select(fault => fault.After));
        }
        Assert.Contains(Faults(1, FaultKinds.Cut), fault => fault.After < 200);
        Assert.Contains(Faults(1, FaultKinds.Cut), fault => fault.After > 100_000);
    }

    private static List<Fault> Faults(int seed, FaultKinds kinds)
    {
        var planner = new FaultPlanner(seed, kinds);
        return [.. Enumerable.Range(0, 100).Select(client => planner.Plan(client, 1)).SelectMany(plan => plan.Up.Concat(plan.Down))];
    }

    private static string Describe(int seed, FaultKinds kinds) => string.Join('\n', Faults(seed, kinds));
}
