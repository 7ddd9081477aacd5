using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>How a person leaves the email channel. Coming back has no value here: see <see cref="Contacts.IContactsApi.ResubscribeAsync"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EmailOptOut>))]
public enum EmailOptOut
{
    /// <summary>The person unsubscribed.</summary>
    [JsonStringEnumMemberName("unsubscribed")]
    Unsubscribed,

    /// <summary>The account suppresses the person.</summary>
    [JsonStringEnumMemberName("suppressed")]
    Suppressed,
}
