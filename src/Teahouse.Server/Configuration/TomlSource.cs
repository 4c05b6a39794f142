using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Teahouse.Server.Configuration;

/// <summary>Flattens a TOML document into entries that still know their lines.</summary>
internal sealed partial class TomlSource
{
    private readonly string _file;
    private readonly List<RawEntry> _entries = [];
    private readonly List<ConfigurationError> _errors = [];
    private readonly Dictionary<string, int> _lists = [];

    private TomlSource(string file) => _file = file;

    /// <param name="file">As errors shall name it.</param>
    public static (IReadOnlyList<RawEntry> Entries, IReadOnlyList<ConfigurationError> Errors) Read(string text, string file)
    {
        var source = new TomlSource(file);
        var document = SyntaxParser.Parse(text, file, true);
        foreach (var problem in document.Diagnostics)
            source._errors.Add(new(source.At(problem.Span), "", WithoutText(problem.Message)));
        if (document.HasErrors) return (source._entries, source._errors);

        foreach (var pair in document.KeyValues) source.AddTopLevel(Path(pair.Key), pair.Value!, source.At(pair.Span));
        foreach (var table in document.Tables) source.AddTable(table);
        return (source._entries, source._errors);
    }

    /// <summary>The parser quotes what stands in the file, and that may be a password.</summary>
    private static string WithoutText(string problem) => Redefinition().Match(problem) is { Success: true } found
        ? $"\"{found.Groups["key"].Value}\" is already there in line {found.Groups["line"].Value}, and may be written only once"
        : problem;

    [GeneratedRegex(@"^The key `(?<key>[^`]*)` is already defined at \((?<line>\d+),", RegexOptions.ExplicitCapture)]
    private static partial Regex Redefinition();

    private void AddTable(TableSyntaxBase table)
    {
        var path = Path(table.Name);
        var location = At(table.Span);
        int? index = table is TableArraySyntax ? NextIndex(path[0]) : null;
        if (path.Length > 1)
        {
            _errors.Add(new(location, $"[{string.Join('.', path)}]", "there are no sections within sections"));
            return;
        }

        AddSection(path[0], index, table.Items, location);
    }

    /// <summary>What stands before any section: <c>server.name = ""</c>, <c>server = { name = "" }</c>, <c>listen = [{ ... }]</c>.</summary>
    private void AddTopLevel(ImmutableArray<string> path, ValueSyntax value, SourceLocation location)
    {
        switch (value)
        {
            case InlineTableSyntax table when path.Length == 1:
                AddSection(path[0], null, table.Items.Select(item => item.KeyValue!), location);
                break;
            case ArraySyntax array when path.Length == 1 && array.Items.All(item => item.Value is InlineTableSyntax):
                foreach (var item in array.Items)
                    AddSection(path[0], NextIndex(path[0]), ((InlineTableSyntax)item.Value!).Items.Select(i => i.KeyValue!), At(item.Span));
                break;
            default:
                _entries.Add(path.Length == 1
                    ? new("", null, path[0], Value(value)) { Location = location }
                    : new(path[0], null, string.Join('.', path.Skip(1)), Value(value)) { Location = location });
                break;
        }
    }

    private void AddSection(string section, int? index, IEnumerable<KeyValueSyntax> items, SourceLocation location)
    {
        _entries.Add(new(section, index, "", null) { Location = location });
        foreach (var item in items)
            _entries.Add(new(section, index, string.Join('.', Path(item.Key)), Value(item.Value!)) { Location = At(item.Span) });
    }

    private int NextIndex(string section)
    {
        var index = _lists.GetValueOrDefault(section);
        _lists[section] = index + 1;
        return index;
    }

    private SourceLocation At(SourceSpan span) => new(_file, span.Start.Line + 1);

    private static ImmutableArray<string> Path(KeySyntax? key) =>
        [Name(key!.Key), .. key.DotKeys.Select(dot => Name(dot.Key))];

    private static string Name(BareKeyOrStringValueSyntax? key) => key switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => "",
    };

    private static RawValue Value(ValueSyntax value) => value switch
    {
        StringValueSyntax text => new RawValue.Text(text.Value ?? ""),
        IntegerValueSyntax number => new RawValue.Number(number.Value),
        BooleanValueSyntax flag => new RawValue.Flag(flag.Value),
        ArraySyntax array => new RawValue.List([.. array.Items.Select(item => Value(item.Value!))]),
        InlineTableSyntax => new RawValue.Other("a table"),
        FloatValueSyntax => new RawValue.Other("a number with a fraction"),
        _ => new RawValue.Other("a date or time"),
    };
}
