using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>Why a marketing email was not sent (v3 <c>failureCode</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<MarketingEmailFailureCode>))]
public readonly record struct MarketingEmailFailureCode : IOpenEnum<MarketingEmailFailureCode>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public MarketingEmailFailureCode(string? value) => this.value = value;

    /// <summary>The API's <c>MISSING_REQUIRED_FIELDS</c>.</summary>
    public static MarketingEmailFailureCode MissingRequiredFields { get; } = new("MISSING_REQUIRED_FIELDS");

    /// <summary>The API's <c>INVALID_CAMPAIGN</c>.</summary>
    public static MarketingEmailFailureCode InvalidCampaign { get; } = new("INVALID_CAMPAIGN");

    /// <summary>The API's <c>INVALID_METADATA</c>.</summary>
    public static MarketingEmailFailureCode InvalidMetadata { get; } = new("INVALID_METADATA");

    /// <summary>The API's <c>SEND_ERROR</c>.</summary>
    public static MarketingEmailFailureCode SendError { get; } = new("SEND_ERROR");

    /// <summary>The API's <c>MULTIPLE_RECIPIENTS</c>.</summary>
    public static MarketingEmailFailureCode MultipleRecipients { get; } = new("MULTIPLE_RECIPIENTS");

    /// <summary>The API's <c>INVALID_EMAIL</c>.</summary>
    public static MarketingEmailFailureCode InvalidEmail { get; } = new("INVALID_EMAIL");

    /// <summary>The API's <c>MISSING_CONTENT</c>.</summary>
    public static MarketingEmailFailureCode MissingContent { get; } = new("MISSING_CONTENT");

    /// <summary>The API's <c>INVALID_TAGS</c>.</summary>
    public static MarketingEmailFailureCode InvalidTags { get; } = new("INVALID_TAGS");

    /// <summary>The API's <c>MISSING_UNSUB</c>.</summary>
    public static MarketingEmailFailureCode MissingUnsub { get; } = new("MISSING_UNSUB");

    /// <summary>The API's <c>SUBJECT_NOT_ALLOWED_WHEN_SENDING_TRIGGERED_EMAIL</c>.</summary>
    public static MarketingEmailFailureCode SubjectNotAllowedWhenSendingTriggeredEmail { get; } = new("SUBJECT_NOT_ALLOWED_WHEN_SENDING_TRIGGERED_EMAIL");

    /// <summary>The API's <c>INVALID_FROM_ADDRESS</c>.</summary>
    public static MarketingEmailFailureCode InvalidFromAddress { get; } = new("INVALID_FROM_ADDRESS");

    /// <summary>The API's <c>marketingEmail:unsubscribed</c>.</summary>
    public static MarketingEmailFailureCode Unsubscribed { get; } = new("marketingEmail:unsubscribed");

    /// <summary>The API's <c>marketingEmail:hardBounced</c>.</summary>
    public static MarketingEmailFailureCode HardBounced { get; } = new("marketingEmail:hardBounced");

    /// <summary>The API's <c>marketingEmail:complaint</c>.</summary>
    public static MarketingEmailFailureCode Complaint { get; } = new("marketingEmail:complaint");

    /// <summary>The API's <c>marketingEmail:blocked</c>.</summary>
    public static MarketingEmailFailureCode Blocked { get; } = new("marketingEmail:blocked");

    /// <summary>The API's <c>marketingEmail:spamTrap</c>.</summary>
    public static MarketingEmailFailureCode SpamTrap { get; } = new("marketingEmail:spamTrap");

    /// <summary>The API's <c>marketingEmail:suppressed</c>.</summary>
    public static MarketingEmailFailureCode Suppressed { get; } = new("marketingEmail:suppressed");

    /// <summary>The API's <c>marketingEmail:invalidEmailAddress</c>.</summary>
    public static MarketingEmailFailureCode InvalidEmailAddress { get; } = new("marketingEmail:invalidEmailAddress");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static MarketingEmailFailureCode FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(MarketingEmailFailureCode other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
