namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact that a bulk deletion did not delete.</summary>
public sealed record ContactV3DeletionFailure
{
    /// <summary>Who.</summary>
    public ContactIdentifiers? Identifier { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<ContactV3FailureReason> Failures { get; init => field = value ?? []; } = [];
}
