using System.Globalization;
using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.Account;

/// <summary>The body that creates an account (<c>ApiAccount</c>): properties by name.</summary>
internal sealed record NewAccountBody
{
    public required IReadOnlyList<AccountProperty> Properties { get; init; }

    public static NewAccountBody From(NewAccount account)
    {
        Check.Email(account.Email, nameof(account));
        ArgumentException.ThrowIfNullOrWhiteSpace(account.FirstName, nameof(account));
        ArgumentException.ThrowIfNullOrWhiteSpace(account.LastName, nameof(account));
        ArgumentException.ThrowIfNullOrWhiteSpace(account.UserIpAddress, nameof(account));
        (string Name, string? Value)[] all =
        [
            ("EMAIL", account.Email),
            ("FIRSTNAME", account.FirstName),
            ("LASTNAME", account.LastName),
            ("USERIPADDRESS", account.UserIpAddress),
            ("COMPANY", account.Company),
            ("PHONENUMBER", account.PhoneNumber),
            ("LCID", account.Lcid?.ToString(CultureInfo.InvariantCulture)),
            ("TIMEZONEID", account.TimeZoneId?.ToString(CultureInfo.InvariantCulture)),
            ("ISEXPRESSACCOUNT", account.IsExpressAccount switch { true => "true", false => "false", null => null }),
        ];
        return new() { Properties = [.. all.Where(p => p.Value is not null).Select(p => new AccountProperty { Name = p.Name, Value = p.Value })] };
    }
}
