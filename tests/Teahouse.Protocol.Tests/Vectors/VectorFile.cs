using System.Text.Json;

namespace Teahouse.Protocol.Tests.Vectors;

/// <summary>Reads the public cases beside it.</summary>
internal static class VectorFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T[] Read<T>(string name)
    {
        var cases = JsonSerializer.Deserialize<T[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", name)), Options)!;
        Assert.NotEmpty(cases);
        return cases;
    }
}
