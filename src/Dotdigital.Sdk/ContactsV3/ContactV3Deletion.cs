namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A bulk deletion of contacts.</summary>
public sealed record ContactV3Deletion
{
    /// <summary>Its id.</summary>
    public string? DeleteId { get; init; }

    /// <summary>How far it is.</summary>
    public ContactV3DeletionStatus Status { get; init; }

    /// <summary>The counters; <see langword="null"/> until finished.</summary>
    public ContactV3DeletionSummary? Summary { get; init; }

    /// <summary>Those deleted.</summary>
    public IReadOnlyList<ContactIdentifiers> Deleted { get; init => field = value ?? []; } = [];

    /// <summary>Those not deleted.</summary>
    public IReadOnlyList<ContactV3DeletionFailure> Failures { get; init => field = value ?? []; } = [];
}
