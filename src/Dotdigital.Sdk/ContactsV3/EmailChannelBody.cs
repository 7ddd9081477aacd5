using System.Text.Json;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The email channel of a request; v3 spells the values of v2 in camel case.</summary>
internal sealed record EmailChannelBody
{
    public string? EmailType { get; init; }

    public string? OptInType { get; init; }

    public EmailOptOut? Status { get; init; }

    public static EmailChannelBody? From(EmailChannelUpdate? email) => email is { EmailType: null, OptInType: null, OptOut: null } or null
        ? null
        : new() { EmailType = CamelCase(email.EmailType?.Value), OptInType = CamelCase(email.OptInType?.Value), Status = email.OptOut };

    private static string? CamelCase(string? value) => value is { Length: > 0 } ? JsonNamingPolicy.CamelCase.ConvertName(value) : null;
}
