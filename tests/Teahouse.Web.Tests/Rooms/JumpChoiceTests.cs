using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Rooms;

public sealed class JumpChoiceTests
{
    private readonly Chat _chat = new("#lobby", "#design", "#tea-design");

    public JumpChoiceTests() => _chat.Hear(":deniz!u@h JOIN #lobby", ":deniz!u@h JOIN #design", ":ann!u@h PRIVMSG me :hi");

    [Theory]
    [InlineData("", "#lobby #design #tea-design ann deniz")]
    [InlineData("de", "#design deniz #tea-design +#de")]
    [InlineData("#de", "#design #tea-design +#de")]
    [InlineData("ann", "ann +#ann")]
    [InlineData("DESIGN", "#design #tea-design")]
    [InlineData("网络编程课", "+#网络编程课")]
    [InlineData("no such, room", "")]
    public void What_is_typed_leads_to_what_begins_with_it_then_to_what_holds_it_then_to_a_new_room(string typed, string found) =>
        Assert.Equal(found, string.Join(' ', JumpChoice.Of(_chat.State, typed).Select(c => c is JumpChoice.NewRoom ? "+" + c.Name : c.Name)));
}
