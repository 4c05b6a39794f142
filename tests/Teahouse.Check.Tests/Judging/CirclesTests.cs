using CsCheck;
using Teahouse.Check.Judging;

namespace Teahouse.Check.Tests.Judging;

public sealed class CirclesTests
{
    [Fact]
    public void Nodes_lie_in_one_circle_if_each_reaches_the_other() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 8].Array[0, 30]).Sample((nodes, ends) =>
        {
            var edges = ends.Chunk(2).Where(pair => pair.Length == 2 && pair[0] < nodes && pair[1] < nodes).ToArray();
            var reaches = Reach(nodes, edges);
            var found = Circles.Find(nodes, node => edges.Where(edge => edge[0] == node).Select(edge => edge[1])).ToArray();
            for (var a = 0; a < nodes; a++)
                for (var b = 0; b < nodes; b++)
                    if (a != b) Assert.Equal(reaches[a, b] && reaches[b, a], found.Any(circle => circle.Contains(a) && circle.Contains(b)));
        });

    [Fact]
    public void A_circle_of_a_million_nodes_needs_no_deep_stack() =>
        Assert.Equal(1_000_000, Assert.Single(Circles.Find(1_000_000, node => [(node + 1) % 1_000_000])).Length);

    private static bool[,] Reach(int nodes, int[][] edges)
    {
        var reaches = new bool[nodes, nodes];
        foreach (var edge in edges) reaches[edge[0], edge[1]] = true;
        for (var via = 0; via < nodes; via++)
            for (var a = 0; a < nodes; a++)
                for (var b = 0; b < nodes; b++) reaches[a, b] |= reaches[a, via] && reaches[via, b];
        return reaches;
    }
}
