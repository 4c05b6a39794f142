using System.Reflection;

namespace Teahouse.Protocol.Tests.Values;

public sealed class NumericTests
{
    [Fact]
    public void Every_numeric_has_three_digits_and_one_name()
    {
        var codes = typeof(Numeric).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.Name, Code: (int)f.GetRawConstantValue()!)).ToList();
        Assert.True(codes.Count > 100);
        Assert.All(codes, c => Assert.InRange(c.Code, 1, 999));
        Assert.Empty(codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => string.Join(", ", g.Select(c => c.Name))));
    }
}
