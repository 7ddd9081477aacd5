using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>The three-way decision on one field, made with the host's value at write time (rule IM-4), on canonical values (rule W-3).</summary>
internal sealed class FieldDecision
{
    private readonly MappingColumn _column;
    private readonly string _remote;
    private readonly string _base;
    private readonly string? _seen;
    private readonly TwoWayConflicts _conflicts;
    private readonly bool _isOffered;

    /// <param name="column">The two-way row.</param>
    /// <param name="remote">Dotdigital's value; empty for none.</param>
    /// <param name="base">The host's value when both last agreed; null when they were never compared, and only a host's blank is filled.</param>
    /// <param name="seen">The host's value before an earlier attempt whose outcome is not known; null when there was none, <see cref="NotSeen"/> when it could not be read.</param>
    /// <param name="conflicts">Whose value counts when both changed.</param>
    public FieldDecision(MappingColumn column, string remote, string? @base, string? seen, TwoWayConflicts conflicts)
    {
        _column = column;
        _remote = remote;
        _base = @base ?? string.Empty;
        _seen = seen;
        _conflicts = conflicts;
        _isOffered = @base is null;
    }

    /// <summary>Stands for a host value that could not be read: no canonical text has a line feed at its end.</summary>
    public static string NotSeen => "\n";

    /// <summary>Whether both sides had changed.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>Whether the host's value stays, and is to be exported.</summary>
    public bool IsHostsKept { get; private set; }

    /// <summary>Whether the host had Dotdigital's value already.</summary>
    public bool IsSame { get; private set; }

    public string DataField => _column.Field.Name;

    public bool IsWanted(object? current)
    {
        var host = Canonical(_column, current);
        IsConflict = IsHostsKept = false;
        IsSame = string.Equals(host, _remote, StringComparison.Ordinal);
        if (IsSame || string.Equals(host, _base, StringComparison.Ordinal))
        {
            return !IsSame;
        }

        // A value that is another than before our last, unanswered attempt was set by the host after Dotdigital's: it is the newer one.
        var isNewer = _seen is not null && !string.Equals(host, _seen, StringComparison.Ordinal);
        IsConflict = !_isOffered;
        IsHostsKept = _isOffered || isNewer || _conflicts == TwoWayConflicts.HostWins;
        return !IsHostsKept;
    }

    /// <summary>The canonical text of a host's value, empty for none; one that does not fit the data field equals nothing of Dotdigital's.</summary>
    public static string Canonical(MappingColumn column, object? value) =>
        CanonicalValue.TryFromHost(value, column.Field.Type, column.Zone, column.Row.WhenOverlong, out var text) is null ? text ?? string.Empty : NotSeen;
}
