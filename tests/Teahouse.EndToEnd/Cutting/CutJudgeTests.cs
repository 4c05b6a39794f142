using Teahouse.EndToEnd.Web;

namespace Teahouse.EndToEnd.Cutting;

/// <summary>The judge finds what it is there for.</summary>
public sealed class CutJudgeTests
{
    private static readonly string[] Ann = ["a1", "a2"];
    private static readonly string[] Bob = ["b1"];

    [Fact]
    public void What_is_right_has_no_findings()
    {
        var judge = new CutJudge(["a1", "b1", "a2"]);
        judge.Wrote([Ann, Bob]);
        judge.SawAll("ann", ["a1", "b1", "a2"]);
        judge.SawSome("bob", [new("a1", Faded: false, Troubled: false), new("a2", Faded: false, Troubled: false), new("b2", Faded: true, Troubled: false)]);
        Assert.Empty(judge.Findings);
    }

    [Theory]
    [InlineData("lost: a2", "a1", "b1")]
    [InlineData("doubled in the history: a1", "a1", "a1", "b1", "a2")]
    [InlineData("the history: a2 comes after a1", "a2", "b1", "a1")]
    [InlineData("nobody wrote: c1", "a1", "b1", "a2", "c1")]
    public void What_is_wrong_with_the_history_is_found(string finding, params string[] history)
    {
        var judge = new CutJudge(history);
        judge.Wrote([Ann, Bob]);
        Assert.Equal([finding], judge.Findings);
    }

    [Theory]
    [InlineData("a1", "a2")]
    [InlineData("b1", "a1", "a2")]
    [InlineData("a1", "b1", "b1", "a2")]
    public void Whoever_sees_something_else_than_the_history_is_found(params string[] seen)
    {
        var judge = new CutJudge(["a1", "b1", "a2"]);
        judge.SawAll("ann", seen);
        Assert.Single(judge.Findings);
    }

    [Fact]
    public void A_look_finds_what_is_doubled_turned_about_in_doubt_or_not_stored()
    {
        var judge = new CutJudge(["a1", "b1", "a2"]);
        judge.SawSome("one", [Stored("a1"), Stored("a1")]);
        judge.SawSome("two", [Stored("a2"), Stored("b1")]);
        judge.SawSome("three", [new("a1", Faded: false, Troubled: true)]);
        judge.SawSome("four", [Stored("c1")]);
        Assert.Equal(
            ["one: doubled: a1", "two: b1 comes after a2", "three asked what to do with: a1", "four saw as stored what is not: c1"], judge.Findings);

        static ShownMessage Stored(string text) => new(text, Faded: false, Troubled: false);
    }
}
