using System.Text.RegularExpressions;

namespace Teahouse.Server.Web;

/// <summary>Knows a file whose name holds a hash of its content, as the build of the web client makes them: <c>dotnet.runtime.peu2mfb29t.js</c>.</summary>
internal static partial class Fingerprint
{
    public static bool IsIn(string fileName) => Name().IsMatch(fileName);

    // Ten characters of base 36. A word of ten letters is none: a hash without a single digit is one in thirty.
    [GeneratedRegex(@"\.(?=[a-z0-9]*[0-9])[a-z0-9]{10}\.[a-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
