namespace Teahouse.Check.Judging;

/// <summary>Finds the circles of a directed graph: Tarjan's strongly connected components, without recursion.</summary>
internal static class Circles
{
    /// <returns>Groups of at least two nodes each of which can be reached from every other.</returns>
    public static IEnumerable<int[]> Find(int nodes, Func<int, IEnumerable<int>> next)
    {
        var index = new int[nodes];
        var low = new int[nodes];
        var isOpen = new bool[nodes];
        var open = new Stack<int>();
        var path = new Stack<(int Node, IEnumerator<int> Next)>();
        var count = 0;

        for (var root = 0; root < nodes; root++)
        {
            if (index[root] != 0) continue;
            Enter(root);
            while (path.TryPeek(out var top))
            {
                if (top.Next.MoveNext())
                {
                    var other = top.Next.Current;
                    if (index[other] == 0) Enter(other);
                    else if (isOpen[other]) low[top.Node] = Math.Min(low[top.Node], index[other]);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out var parent)) low[parent.Node] = Math.Min(low[parent.Node], low[top.Node]);
                if (low[top.Node] == index[top.Node] && Close(top.Node) is { Length: > 1 } circle) yield return circle;
            }
        }

        void Enter(int node)
        {
            index[node] = low[node] = ++count;
            isOpen[node] = true;
            open.Push(node);
            path.Push((node, next(node).GetEnumerator()));
        }

        int[] Close(int node)
        {
            var members = new List<int>();
            int member;
            do
            {
                member = open.Pop();
                isOpen[member] = false;
                members.Add(member);
            }
            while (member != node);
            return [.. members];
        }
    }
}
