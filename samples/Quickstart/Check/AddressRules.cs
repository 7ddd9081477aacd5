using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Quickstart.Check;

/// <summary>What the story holds to be an email address; written apart from the engine's own rule, to check it.</summary>
internal static partial class AddressRules
{
    public static bool IsUsable([NotNullWhen(true)] string? email) => email is not null && Shape().IsMatch(email);

    /// <summary>Dotdigital does not take brackets.</summary>
    public static bool IsRefused(string email) => email.Contains('[', StringComparison.Ordinal);

    [GeneratedRegex(@"^[^@\s<>,;()""]+@[^@\s<>,;()""]+\.[^@\s<>,;()"".]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
