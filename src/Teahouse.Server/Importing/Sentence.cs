using System.Globalization;

namespace Teahouse.Server.Importing;

/// <summary>What a person is told, in both languages.</summary>
internal sealed record Sentence(string Chinese, string English)
{
    public string In(bool chinese) => chinese ? Chinese : English;

    /// <summary>Whether people with these settings are spoken to in Chinese.</summary>
    public static bool IsChinese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh";
}

/// <summary>Nothing of it can be imported, or could be; why, for the person who asked.</summary>
internal sealed class ImportException(Sentence sentence) : Exception(sentence.English)
{
    public ImportException(string chinese, string english) : this(new Sentence(chinese, english))
    {
    }

    public Sentence Sentence => sentence;
}
