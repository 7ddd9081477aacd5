using System.Runtime.InteropServices;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Tells the new rows of pages that reach back (rule W-2) from those that the page before had, also when rows came or went meanwhile, and although
/// two different events may look the same.
/// </summary>
/// <typeparam name="T">A row; equal when all of its content is.</typeparam>
internal sealed class RepeatedRows<T>
    where T : IEquatable<T>
{
    private IReadOnlyList<T> _before = [];
    private int _end;

    /// <summary>The rows of the next page that are not repeats, in order.</summary>
    public IReadOnlyList<T> TakeNew(Page<T> page)
    {
        var rows = page.Items;
        var expected = Math.Max(0, _end - page.Skip);
        IReadOnlyList<T> fresh = expected == 0 ? rows
            : FindRepeated(rows, expected) is { } repeated ? [.. rows.Skip(repeated)]
            : Subtract(rows);
        _end = Math.Max(_end, page.NextSkip);
        _before = rows;
        return fresh;
    }

    /// <summary>With how many rows the page repeats the end of the one before: as many as it reached back, or more when rows came in before, or fewer when some went.</summary>
    private int? FindRepeated(IReadOnlyList<T> rows, int expected)
    {
        var most = Math.Min(_before.Count, rows.Count);
        for (var count = expected; count <= most; count++)
        {
            if (Repeats(rows, count))
            {
                return count;
            }
        }

        for (var count = Math.Min(expected - 1, most); count > 0; count--)
        {
            if (Repeats(rows, count))
            {
                return count;
            }
        }

        return null;
    }

    private bool Repeats(IReadOnlyList<T> rows, int count)
    {
        var offset = _before.Count - count;
        for (var i = 0; i < count; i++)
        {
            if (!_before[offset + i].Equals(rows[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No order to go by: a row is a repeat as often as the page before had it.</summary>
    private List<T> Subtract(IReadOnlyList<T> rows)
    {
        var had = new Dictionary<T, int>();
        foreach (var row in _before)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(had, row, out _)++;
        }

        var fresh = new List<T>(rows.Count);
        foreach (var row in rows)
        {
            if (had.TryGetValue(row, out var left) && left > 0)
            {
                had[row] = left - 1;
            }
            else
            {
                fresh.Add(row);
            }
        }

        return fresh;
    }
}
