namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact an import refused, or imported without a part of it (then with its id).</summary>
public sealed record ContactV3ImportFailure
{
    /// <summary>Its id, when it was imported all the same.</summary>
    public long? ContactId { get; init; }

    /// <summary>The identifier it was matched by.</summary>
    public string? MatchIdentifier { get; init; }

    /// <summary>Its identifiers.</summary>
    public ContactIdentifiers Identifiers { get; init => field = value ?? ContactIdentifiers.None; } = ContactIdentifiers.None;

    /// <summary>Why.</summary>
    public IReadOnlyList<ContactV3FailureReason> Failures { get; init => field = value ?? []; } = [];
}
