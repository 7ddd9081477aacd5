namespace Dotdigital.Sdk.Contacts;

/// <summary>What became of a suppression of many (<c>ApiBulkSuppressResponse</c>).</summary>
public sealed record ContactSuppressions
{
    /// <summary>Those suppressed.</summary>
    public IReadOnlyList<ContactReference> Suppressed { get; init => field = value ?? []; } = [];

    /// <summary>Those who are no contacts.</summary>
    public IReadOnlyList<ContactReference> NotFound { get; init => field = value ?? []; } = [];
}
