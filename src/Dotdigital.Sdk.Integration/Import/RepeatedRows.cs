using System.Runtime.InteropServices;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Tells the new rows of pages that reach back (rule W-2) from those that the page before had, also when rows came or went meanwhile, and although
/// two different events may look the same.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="mark">What a row is known by again.</param>
/// <param name="from">Where an earlier read ended; null at the list's beginning.</param>
internal sealed class RepeatedRows<T>(Func<T, long> mark, ListPlace? from = null)
{
    private IReadOnlyList<long> _before = from?.Marks ?? [];
    private int _end = from?.End ?? 0;

    /// <summary>Where the read stands.</summary>
    public ListPlace Place => new(_end, _before);

    /// <summary>Whether the row that was read last is in a page.</summary>
    public bool IsLastIn(Page<T> page) => _before.Count > 0 && page.Items.Any(row => mark(row) == _before[^1]);

    /// <summary>The rows of the next page that are not repeats, in order.</summary>
    public IReadOnlyList<T> TakeNew(Page<T> page)
    {
        var rows = page.Items;
        long[] marks = [.. rows.Select(mark)];
        var expected = Math.Max(0, _end - page.Skip);
        IReadOnlyList<T> fresh = expected == 0 ? rows
            : FindRepeated(marks, expected) is { } repeated ? [.. rows.Skip(repeated)]
            : Subtract(rows, marks);
        _end = Math.Max(_end, page.NextSkip);
        _before = marks;
        return fresh;
    }

    /// <summary>With how many rows the page repeats the end of the one before: as many as it reached back, or more when rows came in before, or fewer when some went.</summary>
    private int? FindRepeated(long[] rows, int expected)
    {
        var most = Math.Min(_before.Count, rows.Length);
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

    private bool Repeats(long[] rows, int count)
    {
        var offset = _before.Count - count;
        for (var i = 0; i < count; i++)
        {
            if (_before[offset + i] != rows[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No order to go by: a row is a repeat as often as the page before had it.</summary>
    private List<T> Subtract(IReadOnlyList<T> rows, long[] marks)
    {
        var had = new Dictionary<long, int>();
        foreach (var row in _before)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(had, row, out _)++;
        }

        var fresh = new List<T>(rows.Count);
        for (var i = 0; i < marks.Length; i++)
        {
            if (had.TryGetValue(marks[i], out var left) && left > 0)
            {
                had[marks[i]] = left - 1;
            }
            else
            {
                fresh.Add(rows[i]);
            }
        }

        return fresh;
    }
}
