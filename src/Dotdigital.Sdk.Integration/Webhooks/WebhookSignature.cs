using System.Security.Cryptography;
using System.Text;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>The signature of a webhook: HMAC-SHA1 of the raw body, in hexadecimal. Dotdigital offers no other.</summary>
internal static class WebhookSignature
{
    /// <summary>Reads the header; anything but 40 hexadecimal digits is refused before a body is read.</summary>
    public static byte[]? Parse(string? header)
    {
        var text = header.AsSpan().Trim();
        if (text.Length != HMACSHA1.HashSizeInBytes * 2)
        {
            return null;
        }

        var signature = new byte[HMACSHA1.HashSizeInBytes];
        return Convert.FromHexString(text, signature, out _, out _) == System.Buffers.OperationStatus.Done ? signature : null;
    }

    /// <summary>Whether one of the secrets made the signature; the time it takes tells nothing about which, or how nearly.</summary>
    public static bool Matches(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        var matches = false;
        Span<byte> own = stackalloc byte[HMACSHA1.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body, own);
            matches |= CryptographicOperations.FixedTimeEquals(signature, own);
        }

        return matches;
    }
}
