using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dotdigital.Sdk.Tests.Fuzz;

/// <summary>Spoils bytes, the same way for the same seed: flips, cuts, repeats, swaps values for others, and puts in what parsers trip over.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Replayable is what is wanted, not unguessable.")]
internal sealed class Mutator(int seed)
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1", "0", "1e400", "-0.0", "99999999999999999999999999", "9223372036854775808", "2147483648", "1e-400", "\"\"", "\"\\uD800\"", "\"\\u0000\"",
            "\"9999-12-31T23:59:59.9999999+14:00\"", "\"0001-01-01T00:00:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-02-30\"", "{\"a\":{\"a\":{}}}", "[[[[[[[[[[]]]]]]]]]]", "\\", "\r\n", "\n", ";", "=", "'", "/*x*/", "NaN",
            "Infinity", "\uFEFF", "\u2028", "😀", "İ", "\"@\"", "\"a@b.c\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0x00], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B],
    ];

    private readonly Random random = new(seed);

    public int Next(int below) => random.Next(below);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Spoils a copy in one to six places; now and then replaces it by noise.</summary>
    public byte[] Spoil(byte[] original)
    {
        if (Next(40) == 0)
        {
            var noise = new byte[Next(400)];
            random.NextBytes(noise);
            return noise;
        }

        List<byte> bytes = [.. original];
        for (var times = Next(6); times >= 0; times--)
        {
            SpoilOnce(bytes);
        }

        return [.. bytes];
    }

    private void SpoilOnce(List<byte> bytes)
    {
        var at = Next(bytes.Count + 1);
        var length = Math.Min(Next(1 + (bytes.Count / 3)), bytes.Count - at);
        switch (Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                SwapValue(bytes, at);
                break;
            default:
                bytes.InsertRange(at, Pick(Words));
                break;
        }
    }

    /// <summary>Puts another value where one stands, so that the rest is still read.</summary>
    private void SwapValue(List<byte> bytes, int from)
    {
        var start = bytes.IndexOf((byte)':', from) + 1;
        if (start == 0)
        {
            return;
        }

        var end = bytes.FindIndex(start, static b => b is (byte)',' or (byte)'}' or (byte)']');
        bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
        bytes.InsertRange(start, Pick(Words));
    }
}
