using System.CommandLine;
using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Server.Hosting;

namespace Teahouse.Server.CommandLine;

/// <summary>Makes of a password what a configuration may hold in its place.</summary>
internal static class PasswordCommand
{
    public static Command Create()
    {
        var command = new Command("password", "Reads a password from standard input, to its end, and prints what to write for it at [[oper]] password or [[webirc]] password.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var input = Console.OpenStandardInput();
            var password = await StandardInput.ReadPasswordAsync(input, Passwords.LongestBytes, cancel);
            if (password.Length == 0 || password.Any(char.IsWhiteSpace)) throw new StartupException("The password must be one word.");
            using var random = RandomNumberGenerator.Create();
            var verifier = Passwords.Make(password, new AccountOptions().PasswordIterations, random);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(OperatorPassword.Format(verifier));
        });
        return command;
    }
}
