using System.Buffers.Binary;
using System.Globalization;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Where a slice of a v2 list's read ended (rule W-2). The list moves meanwhile, so that a place counts only while the row that was read last is found
/// there, and what follows it is told from what was read before by the marks of the last page's rows.
/// </summary>
/// <param name="End">How many rows were read.</param>
/// <param name="Marks">A mark of every row of the last page, in order.</param>
internal sealed record ListPlace(int End, IReadOnlyList<long> Marks)
{
    /// <summary>Reads a stored place; null when there is none, or it is unreadable.</summary>
    public static ListPlace? Parse(string? text)
    {
        if (text?.Split(':') is not [var end, var marks] || !int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var rows))
        {
            return null;
        }

        Span<byte> bytes = new byte[(marks.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(marks, bytes, out var length) || length == 0 || length % sizeof(long) != 0)
        {
            return null;
        }

        var read = new long[length / sizeof(long)];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * sizeof(long))..]);
        }

        return new ListPlace(rows, read);
    }

    /// <summary>As it is stored.</summary>
    public override string ToString()
    {
        Span<byte> bytes = new byte[Marks.Count * sizeof(long)];
        for (var i = 0; i < Marks.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(i * sizeof(long))..], Marks[i]);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{End}:{Convert.ToBase64String(bytes)}");
    }
}
