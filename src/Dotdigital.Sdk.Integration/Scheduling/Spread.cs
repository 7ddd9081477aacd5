using System.Security.Cryptography;
using System.Text;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>
/// Keeps accounts that are begun together from starting in the same second: each gets an offset that follows from its id alone, within as many whole seconds
/// as there are others. One account starts at once; a thousand start over a quarter of an hour at most, and never later than after their interval.
/// </summary>
internal static class Spread
{
    /// <summary>How long after the others' common start a job begins.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="begunTogether">How many are begun together, this one included.</param>
    /// <param name="interval">The job's interval, which the offset never exceeds.</param>
    public static TimeSpan OffsetOf(string account, int begunTogether, TimeSpan interval)
    {
        var window = TimeSpan.FromSeconds(begunTogether - 1);
        return TimeSpan.FromSeconds(Math.Floor(Fraction(account) * (window < interval ? window : interval).TotalSeconds));
    }

    /// <summary>From 0 to less than 1, the same for an id on every machine and in every version: nodes of a cluster must agree.</summary>
    private static double Fraction(string account)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(account), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash) / (uint.MaxValue + 1.0);
    }
}
