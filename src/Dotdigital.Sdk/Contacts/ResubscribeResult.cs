namespace Dotdigital.Sdk.Contacts;

/// <summary>The answer to a resubscription (<c>ApiResubscribeResult</c>).</summary>
public sealed record ResubscribeResult
{
    /// <summary>The contact.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What happened.</summary>
    public ResubscribeStatus Status { get; init; }
}
