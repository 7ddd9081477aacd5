using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What an explanation knows of the account and the person.</summary>
internal sealed record PersonFacts
{
    public required bool IsAccountEnabled { get; init; }

    /// <summary>Set while Dotdigital refuses the account.</summary>
    public JobStateRecord? Refusal { get; init; }

    public ForgottenRecord? Forgotten { get; init; }

    public ContactRecord? Contact { get; init; }

    public required IReadOnlyList<MembershipRecord> Memberships { get; init; }

    public required IReadOnlyList<ListItemRecord> OptOuts { get; init; }

    public required IReadOnlyList<DataFieldRecord> DataFields { get; init; }

    public required bool AreSuppressionsRead { get; init; }
}
