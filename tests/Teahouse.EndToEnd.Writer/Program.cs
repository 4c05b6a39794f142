using System.Globalization;
using Teahouse.Client;
using Teahouse.Client.Sqlite;
using Teahouse.EndToEnd.Writer;

// A program with our client library that writes until it is killed: PORT OUTBOX CREDENTIAL ROUND ROOM. It prints each text once it is kept.
// Its last round (ROUND is "last") writes nothing, and ends when nothing waits for the server any more.
const int Window = 4;
var (port, path, credential, round, room) = (int.Parse(args[0], CultureInfo.InvariantCulture), args[1], args[2], args[3], args[4]);

await using var outbox = new NotedOutbox(await SqliteOutboxStore.OpenAsync(path), Console.WriteLine);
var client = new ChatClient(new()
{
    Connect = cancel => TcpTransport.ConnectAsync("127.0.0.1", port, null, cancel),
    Login = new Login.Guest("writer", credential, Registered: round != "0"),
    Random = new Random(Environment.ProcessId),
    Rooms = [room],
    Outbox = outbox,
});
using var stop = new CancellationTokenSource();
var running = Task.Run(() => client.RunAsync(stop.Token));
if (round == "last")
{
    await outbox.Claimed;
    await outbox.WaitAsync(0);
    await stop.CancelAsync();
    await running;
    return;
}
for (var number = 0; ; number++)
{
    var text = string.Create(CultureInfo.InvariantCulture, $"round {round}, message {number}");
    await client.InvokeAsync(state => client.Send(state.Find(room)!, text));
    await outbox.WaitAsync(Window);
}
