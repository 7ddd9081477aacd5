using System.Security.Cryptography;
using System.Text;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// A clicked link as far as the engine keeps it. It is part of the event's key, and an index takes some 2,700 bytes at most: of a longer link the
/// beginning is kept, and a hash that keeps two of them apart.
/// </summary>
internal static class ClickedUrl
{
    private const int MaxBytes = 2000;

    public static string Of(string? url)
    {
        if (url is null || Encoding.UTF8.GetByteCount(url) <= MaxBytes)
        {
            return url ?? string.Empty;
        }

        var bytes = Encoding.UTF8.GetBytes(url);
        var end = MaxBytes;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return $"{Encoding.UTF8.GetString(bytes, 0, end)}#{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}";
    }
}
