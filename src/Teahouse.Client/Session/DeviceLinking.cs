using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// How a new device gets into an account without its password (NickServ LINK): it shows a code, and waits until somebody who is logged in
/// elsewhere accepts it. Asked over a connection of its own, as somebody without an account.
/// </summary>
public static class DeviceLinking
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <param name="options">How to connect; the login, the rooms, the outbox and the archive are not taken.</param>
    /// <param name="name">What the device is called; may be empty.</param>
    /// <param name="shown">Told the code that is to be shown, and for how long it counts.</param>
    /// <returns>The login, or why there is none: the answer's problem, <see cref="AnswerCodes.LinkRefused"/>, or <see cref="AnswerCodes.NoLink"/> when the time was over.</returns>
    public static Task<(Login.Account? Login, ServiceAnswer Answer)> RunAsync(
        ClientOptions options, string name, Action<string, TimeSpan> shown, CancellationToken cancel = default) => StrangerVisit.RunAsync<(Login.Account?, ServiceAnswer)>(
            options, client => AskAsync(client, options.Time, name, shown, cancel), problem => (null, new([], problem)), cancel);

    private static async Task<(Login.Account? Login, ServiceAnswer Answer)> AskAsync(
        ChatClient client, TimeProvider time, string name, Action<string, TimeSpan> shown, CancellationToken cancel)
    {
        var answer = await client.BeginLinkAsync(name);
        if (answer.ValuesOf(AnswerCodes.LinkCode) is not [var code, var seconds, ..]
            || !int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var life)) return (null, answer);
        shown(code, TimeSpan.FromSeconds(life));
        using var looks = new PeriodicTimer(Look, time);
        while (await looks.WaitForNextTickAsync(cancel))
        {
            answer = await client.LinkStatusAsync();
            if (answer.ValuesOf(AnswerCodes.Linked) is [var account, var credential, ..]) return (new(account, credential), answer);
            if (!answer.Has(AnswerCodes.LinkWaits)) break;
        }
        return (null, answer);
    }
}
