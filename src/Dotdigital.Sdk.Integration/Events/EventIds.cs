using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Ids of events that stay the same when the same fact is stored again.</summary>
internal static class EventIds
{
    /// <summary>The id of what happened to <paramref name="id"/> at <paramref name="at"/>; leave the instant out for what happens once only.</summary>
    public static Guid For(AccountId account, string kind, string id, DateTimeOffset? at = null)
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{account.Value}\n{kind}\n{id}\n{at?.UtcTicks ?? 0}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new Guid(hash.AsSpan(0, 16));
    }
}
