namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>What a person did to ask for mail again; kept with Dotdigital's answer (rule OP-5).</summary>
public sealed record ResubscribeEvidence
{
    /// <summary>When the person asked.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What the person did, for example "ticked the newsletter box of the profile page"; not blank.</summary>
    public required string Description { get; init; }

    /// <summary>The locale of Dotdigital's question, for example <c>en-GB</c>; null for the account's.</summary>
    public string? PreferredLocale { get; init; }

    /// <summary>Where Dotdigital sends the person after confirming; null for its own page.</summary>
    public Uri? ReturnUrl { get; init; }
}
