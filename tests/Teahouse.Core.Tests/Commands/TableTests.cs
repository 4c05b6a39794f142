using System.Reflection;
using Teahouse.Core.Commands;
using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Tests.Commands;

public sealed class TableTests
{
    [Fact]
    public void Every_command_that_is_written_is_in_the_table()
    {
        var written = typeof(CommandTable).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Command))
            .Select(field => (Command)field.GetValue(null)!).ToList();
        Assert.NotEmpty(written);
        Assert.Equal(written.Select(c => c.Name).Order(), CommandTable.All.Select(c => c.Name).Order());
        Assert.All(written, command => Assert.Same(command, CommandTable.Find(command.Name)));
    }

    [Fact]
    public void A_command_has_a_name_as_the_wire_writes_it()
    {
        Assert.All(CommandTable.All, command => Assert.Matches("^[A-Z]+$", command.Name));
        Assert.Equal(CommandTable.All.Count(), CommandTable.All.Select(c => c.Name).Distinct().Count());
        Assert.All(CommandTable.All, command => Assert.InRange(command.MinParams, 0, 15));
        Assert.Null(CommandTable.Find("privmsg"));
    }

    [Fact]
    public void Every_capability_has_one_row_and_every_row_one_flag()
    {
        var flags = Enum.GetValues<CapabilitySet>().Where(flag => System.Numerics.BitOperations.IsPow2((ulong)flag)).ToList();
        Assert.Equal(flags.Order(), CapabilityTable.Rows.Select(row => row.Flag).Order());
        Assert.Equal(CapabilityTable.Rows.Length, CapabilityTable.Rows.Select(row => row.Name).Distinct().Count());
    }

    [Fact]
    public void Every_capability_that_the_table_names_is_one_of_the_protocols()
    {
        var known = typeof(Protocol.Capabilities).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        Assert.All(CapabilityTable.Rows, row => Assert.Contains(row.Name, known));
    }
}
