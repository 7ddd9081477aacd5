using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Errors;

internal static partial class Redaction
{
    public const string Secret = "(secret)";

    /// <summary>The text with every email address made unreadable: errors are logged, people are not.</summary>
    public static string Emails(string text) => Email().Replace(text, "(email)");

    [GeneratedRegex(@"[^\s'""<>(),;:]+@[^\s'""<>(),;:]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();
}
