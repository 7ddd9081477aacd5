namespace Dotdigital.Sdk.Sms;

/// <summary>The body of a single message (<c>ApiSms</c>).</summary>
internal sealed record SmsMessage
{
    /// <summary>The text.</summary>
    public required string Message { get; init; }
}
