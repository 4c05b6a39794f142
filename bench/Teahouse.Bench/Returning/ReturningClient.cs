using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Bench.Driving;
using Teahouse.Client;

namespace Teahouse.Bench.Returning;

/// <summary>Somebody with a device's credential, in a few rooms, who comes back as our clients do.</summary>
internal sealed class ReturningClient(int number, string[] rooms, Random random) : IDisposable
{
    private readonly string _name = $"dev{number}";
    private readonly string _credential = "thd1_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
    private LineClient _line = new();
    private Task _draining = Task.CompletedTask;
    private int _crowd;

    /// <summary>From the attempt that succeeded until the server's welcome.</summary>
    public TimeSpan Login { get; private set; }

    /// <summary>When it was told that it is in its rooms: a time stamp of <see cref="Stopwatch"/>.</summary>
    public long Live { get; private set; }

    /// <summary>Makes the account, and leaves.</summary>
    public async Task RegisterAsync(IPEndPoint server)
    {
        using var line = new LineClient();
        await line.ConnectAsync(server);
        await GreetAsync(line);
        await line.SendAsync($"REGISTER * * {_credential}");
        await line.ExpectAsync("REGISTER");
    }

    /// <summary>Logs in and joins its rooms.</summary>
    public async Task EnterAsync(IPEndPoint server)
    {
        await _line.ConnectAsync(server);
        await LogInAsync();
        await _line.SendAsync($"JOIN {string.Join(',', rooms)}");
        await _line.SettleAsync();
    }

    /// <summary>Asks how many people there are, as a client of ours does after five minutes.</summary>
    public async Task CountAsync()
    {
        await _line.SendAsync("LUSERS");
        _crowd = int.Parse((await _line.ExpectAsync("265")).Split(' ')[3], CultureInfo.InvariantCulture);
        _draining = _line.DrainAsync();
    }

    /// <summary>Ends when the server does.</summary>
    public Task Left => _draining;

    /// <summary>Waits and tries until somebody listens, as long as our clients wait.</summary>
    public async Task ReturnAsync(IPEndPoint server)
    {
        var backoff = new Backoff(random);
        while (true)
        {
            await Task.Delay(backoff.Next(_crowd));
            _line.Dispose();
            _line = new LineClient();
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await _line.ConnectAsync(server);
            }
            catch (SocketException)
            {
                // Not yet.
                continue;
            }
            await LogInAsync();
            Login = Stopwatch.GetElapsedTime(begun);
            await _line.SettleAsync();
            if (_line.Joins < rooms.Length) throw new InvalidOperationException($"{_name} is not in all its rooms");
            Live = Stopwatch.GetTimestamp();
            _draining = _line.DrainAsync();
            return;
        }
    }

    public void Dispose() => _line.Dispose();

    private async Task LogInAsync()
    {
        await GreetAsync(_line);
        await _line.SendAsync($"AUTHENTICATE PLAIN\r\nAUTHENTICATE {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{_name}\0{_credential}"))}");
        await _line.ExpectAsync("903");
        await _line.SendAsync("CAP END");
        await _line.ExpectAsync("001");
    }

    private async Task GreetAsync(LineClient line)
    {
        await line.SendAsync($"CAP LS 302\r\nCAP REQ :sasl draft/account-registration message-tags batch server-time echo-message labeled-response teahouse.chat/once teahouse.chat/seq draft/chathistory\r\nNICK {_name}\r\nUSER {_name} 0 * :{_name}");
        await line.ExpectAsync("CAP");
    }
}
