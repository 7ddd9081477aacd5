using System.Text.RegularExpressions;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Faults;

/// <summary>The faults in force. Safe for use from many threads; not kept in the state file.</summary>
public sealed class FaultList
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    /// <summary>Puts a fault in force.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The same fault, whose <see cref="Fault.Hits"/> can be asked later.</returns>
    public Fault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _faults.Add(fault);
        }

        return fault;
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>The faults still in force.</summary>
    /// <returns>A copy of the list.</returns>
    public IReadOnlyList<Fault> ToList()
    {
        lock (_gate)
        {
            return [.. _faults];
        }
    }

    /// <summary>The faults that hit this request, counted as used.</summary>
    internal List<Fault> Take(string account, Operation operation, string path)
    {
        var hits = new List<Fault>();
        lock (_gate)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var fault = _faults[i];
                if (!Matches(fault, account, operation, path))
                {
                    continue;
                }

                if (fault.Passed < fault.After)
                {
                    fault.Passed++;
                    continue;
                }

                fault.Hits++;
                hits.Add(fault);
                if (fault.Hits >= fault.Times)
                {
                    _faults.RemoveAt(i--);
                }
            }
        }

        return hits;
    }

    private static bool Matches(Fault fault, string account, Operation operation, string path)
        => (fault.Account is null || string.Equals(fault.Account, account, StringComparison.OrdinalIgnoreCase))
            && (fault.Method is null || string.Equals(fault.Method, operation.Method, StringComparison.OrdinalIgnoreCase))
            && (!fault.DecidesImport || operation.StartsImport)
            && (fault.Operation is null || string.Equals(fault.Operation, operation.Id, StringComparison.OrdinalIgnoreCase) || Glob(fault.Operation, path));

    private static bool Glob(string pattern, string path)
        => pattern.StartsWith('/')
            && Regex.IsMatch(
                path,
                $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
                TimeSpan.FromSeconds(1));
}
