using Dotdigital.Sdk.ContactImports;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The state of a v3 import, and its results once finished.</summary>
public sealed record ContactV3ImportResult
{
    /// <summary>Its id.</summary>
    public string ImportId { get; init => field = value ?? ""; } = "";

    /// <summary>How far it is.</summary>
    public ContactImportStatus Status { get; init; }

    /// <summary>Counters; <see langword="null"/> until finished.</summary>
    public ContactV3ImportSummary? Summary { get; init; }

    /// <summary>Contacts created.</summary>
    public IReadOnlyList<ContactV3Reference> Created { get; init => field = value ?? []; } = [];

    /// <summary>Contacts updated.</summary>
    public IReadOnlyList<ContactV3Reference> Updated { get; init => field = value ?? []; } = [];

    /// <summary>Contacts refused, or imported without a part of them.</summary>
    public IReadOnlyList<ContactV3ImportFailure> Failures { get; init => field = value ?? []; } = [];
}
