namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Which memberships to page through; every part that is set must hold.</summary>
public sealed record MembershipFilter
{
    /// <summary>Of this book.</summary>
    public int? AddressBookId { get; init; }

    /// <summary>Of this connection.</summary>
    public int? ConnectionId { get; init; }

    /// <summary>In this state.</summary>
    public ExportState? State { get; init; }

    /// <summary>With one of these operations; empty: with any.</summary>
    public IReadOnlyList<ExportOperation> Operations { get; init; } = [];

    /// <summary>Not waiting for a later instant than this (<see cref="MembershipRecord.NotBefore"/>).</summary>
    public DateTimeOffset? ReadyAt { get; init; }
}
