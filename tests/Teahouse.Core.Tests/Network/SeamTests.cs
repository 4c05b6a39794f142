using System.Collections.Immutable;
using System.Reflection;
using Teahouse.Core.Conversations;
using Teahouse.Core.Network;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Network;

/// <summary>What goes over <see cref="INetwork"/> may come from another machine: values only (guarantees, section 8).</summary>
public sealed class SeamTests
{
    private static readonly Type[] Plain =
        [typeof(string), typeof(bool), typeof(char), typeof(byte), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(UInt128), typeof(void)];

    [Fact]
    public void All_that_goes_in_or_comes_out_is_a_value()
    {
        List<string> wrong = [];
        HashSet<Type> seen = [];
        foreach (var method in typeof(INetwork).GetMethods().Concat(typeof(IConversation).GetMethods()))
        {
            foreach (var parameter in method.GetParameters()) Look(parameter.ParameterType, $"{method.Name}({parameter.Name})", seen, wrong);
            Look(Awaited(method.ReturnType), $"{method.Name} returns", seen, wrong);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(typeof(Post), seen);
        Assert.Contains(typeof(Core.Events.EventSource), seen);
    }

    [Fact]
    public void What_is_no_value_is_found()
    {
        Type[] things = [typeof(Core.Sessions.Session), typeof(Core.Delivery.Subscriber), typeof(User), typeof(Func<int>), typeof(Stream), typeof(List<int>), typeof(Task), typeof(int[])];
        foreach (var thing in things)
        {
            List<string> wrong = [];
            Look(thing, "", [], wrong);
            Assert.NotEmpty(wrong);
        }
    }

    private sealed class User
    {
        public string Name { get; set; } = "";
    }

    private static Type Awaited(Type type) =>
        type == typeof(ValueTask) ? typeof(void)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>) ? type.GetGenericArguments()[0] : type;

    private static void Look(Type type, string place, HashSet<Type> seen, List<string> wrong)
    {
        if (type == typeof(IConversation) || Plain.Contains(type) || type.IsEnum || !seen.Add(type)) return;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            Look(inner, place, seen, wrong);
            return;
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(ImmutableArray<>) || open == typeof(ImmutableDictionary<,>)))
        {
            foreach (var argument in type.GetGenericArguments()) Look(argument, place, seen, wrong);
            return;
        }
        // The wire's own immutable values.
        if (type == typeof(Tags) || type == typeof(Nick) || type == typeof(ChannelName)) return;
        if (!IsRecord(type) || type.Assembly != typeof(INetwork).Assembly)
        {
            wrong.Add($"{place}: {type}");
            return;
        }
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
                wrong.Add($"{place}: {type.Name}.{property.Name} can be changed");
            Look(property.PropertyType, $"{place}: {type.Name}.{property.Name}", seen, wrong);
        }
        foreach (var derived in type.Assembly.GetTypes().Where(t => t.BaseType == type)) Look(derived, $"{place}: {derived.Name}", seen, wrong);
    }

    /// <summary>The compiler gives every record one of these.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;
}
