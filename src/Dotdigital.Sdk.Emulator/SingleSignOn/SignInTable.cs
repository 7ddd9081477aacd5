using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dotdigital.Sdk.Emulator.SingleSignOn;

/// <summary>An account's codes and tokens, with the UTC ticks at which they end. Serialised as it is into the state file.</summary>
internal sealed class SignInTable
{
    public long Given { get; set; }

    public Dictionary<string, SignInCode> Codes { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> RefreshTokens { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> AccessTokens { get; init; } = new(StringComparer.Ordinal);

    /// <summary>A text that no other is like, and that a replay gives again.</summary>
    public string Next(string account, string kind) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{account}/{kind}/{++Given}"))));
}
