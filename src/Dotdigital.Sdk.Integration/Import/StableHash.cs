namespace Dotdigital.Sdk.Integration.Import;

/// <summary>FNV-1a over 64 bits: the same in every process, so that it may be stored.</summary>
internal static class StableHash
{
    /// <summary>What a hash begins with.</summary>
    public const ulong Seed = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    public static ulong Mix(this ulong hash, long value)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            hash = (hash ^ (((ulong)value >> shift) & 0xFF)) * Prime;
        }

        return hash;
    }

    public static ulong Mix(this ulong hash, string? text)
    {
        foreach (var character in text ?? string.Empty)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash.Mix(text?.Length ?? -1);
    }
}
