namespace Teahouse.EndToEnd.Tasks;

/// <summary>What a newcomer does first, found by nothing but what is on the screen. <c>bench/tasks</c> prints the times and keeps the pictures.</summary>
public sealed class TaskTests
{
    [Theory, InlineData("en"), InlineData("zh-CN")]
    public async Task A_stranger_joins_replies_finds_mutes_uses_a_second_tab_and_recovers(string language)
    {
        var pictures = Directory.CreateTempSubdirectory("th-");
        try
        {
            var done = await SixTasks.RunAsync(language == "en" ? Words.English : Words.Chinese, pictures.FullName);
            Assert.Equal(6, done.Count);
            Assert.All(done, task => Assert.InRange(task.Took, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(5)));
            Assert.Equal(done.Sum(task => task.Steps), pictures.GetFiles("*.png").Length);
        }
        finally
        {
            pictures.Delete(recursive: true);
        }
    }
}
