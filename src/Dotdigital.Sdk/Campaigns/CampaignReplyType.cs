using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>The kind of a reply (v2 <c>ApiCampaignReplyTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<CampaignReplyType>))]
public readonly record struct CampaignReplyType : IOpenEnum<CampaignReplyType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public CampaignReplyType(string? value) => this.value = value;

    /// <summary>The API's <c>Reply</c>.</summary>
    public static CampaignReplyType Reply { get; } = new("Reply");

    /// <summary>The API's <c>AutoReply</c>.</summary>
    public static CampaignReplyType AutoReply { get; } = new("AutoReply");

    /// <summary>The API's <c>ChallengeResponse</c>.</summary>
    public static CampaignReplyType ChallengeResponse { get; } = new("ChallengeResponse");

    /// <summary>The API's <c>Unsafe</c>.</summary>
    public static CampaignReplyType Unsafe { get; } = new("Unsafe");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static CampaignReplyType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static CampaignReplyType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CampaignReplyType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
