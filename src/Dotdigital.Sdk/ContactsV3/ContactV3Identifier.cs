using System.Globalization;
using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>What a contact is found by in v3: its id, email, mobile number, or an identifier of the account's own.</summary>
public sealed record ContactV3Identifier
{
    private ContactV3Identifier(string identifier, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Identifier = identifier;
        Value = value;
    }

    /// <summary>The identifier's name: <c>contactId</c>, <c>email</c>, <c>mobileNumber</c> or a custom one.</summary>
    public string Identifier { get; }

    /// <summary>Its value.</summary>
    public string Value { get; }

    /// <summary>By id.</summary>
    /// <param name="contactId">The contact's id, above 0.</param>
    public static ContactV3Identifier FromContactId(long contactId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contactId, 1);
        return new("contactId", contactId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>By email address.</summary>
    /// <param name="email">The contact's email address.</param>
    public static ContactV3Identifier FromEmail(string email)
    {
        Check.Email(email);
        return new("email", email);
    }

    /// <summary>By mobile number.</summary>
    /// <param name="mobileNumber">The number with its country code (E.164).</param>
    public static ContactV3Identifier FromMobileNumber(string mobileNumber) => new("mobileNumber", mobileNumber);

    /// <summary>By an identifier of the account's own.</summary>
    /// <param name="identifier">Its name, <c>[A-Za-z0-9_-]{1,50}</c>.</param>
    /// <param name="value">Its value.</param>
    public static ContactV3Identifier FromCustom(string identifier, string value)
    {
        Check.Name(identifier, 50);
        return new(identifier, value);
    }

    /// <summary>The identifier's name; its value is not shown, because this is likely to be logged.</summary>
    public override string ToString() => $"(by {Identifier})";

    internal ContactIdentifiers ToIdentifiers() => Identifier switch
    {
        "contactId" => new() { ContactId = long.Parse(Value, CultureInfo.InvariantCulture) },
        "email" => new() { Email = Value },
        "mobileNumber" => new() { MobileNumber = Value },
        _ => new() { Custom = new Dictionary<string, string>(StringComparer.Ordinal) { [Identifier] = Value } },
    };
}
