using System.Buffers;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>Which texts the emulator takes for an email address.</summary>
internal static class EmailAddress
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \t\r\n,;:<>()[]\\\"");

    public static bool IsValid(ReadOnlySpan<char> email)
    {
        var at = email.IndexOf('@');
        if (at < 1 || email.Length > 256 || email.LastIndexOf('@') != at || email.IndexOfAny(Forbidden) >= 0)
        {
            return false;
        }

        var domain = email[(at + 1)..];
        return domain.Contains('.') && domain[0] != '.' && domain[^1] != '.' && !email.Contains("..", StringComparison.Ordinal);
    }
}
