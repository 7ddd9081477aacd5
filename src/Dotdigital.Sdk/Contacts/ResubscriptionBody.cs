namespace Dotdigital.Sdk.Contacts;

/// <summary>The body of a resubscription (<c>ApiContactResubscription</c>).</summary>
internal sealed record ResubscriptionBody
{
    public required ContactBody UnsubscribedContact { get; init; }

    public string? PreferredLocale { get; init; }

    public string? ReturnUrlToUseIfChallenged { get; init; }

    public static ResubscriptionBody From(ContactResubscription resubscription) => new()
    {
        UnsubscribedContact = new() { Email = resubscription.Email, DataFields = resubscription.DataFields },
        PreferredLocale = resubscription.PreferredLocale,
        ReturnUrlToUseIfChallenged = resubscription.ReturnUrl?.AbsoluteUri,
    };
}
