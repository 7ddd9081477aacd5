namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>What became of one email of a batch.</summary>
public sealed record MarketingEmailResult
{
    /// <summary>Its place in the batch, from 0.</summary>
    public int Index { get; init; }

    /// <summary>What became of it.</summary>
    public MarketingEmailStatus Status { get; init; }

    /// <summary>Why it was not sent.</summary>
    public IReadOnlyList<MarketingEmailFailure> Failures { get; init => field = value ?? []; } = [];
}
