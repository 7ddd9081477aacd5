using System.Globalization;

namespace Dotdigital.Sdk.Integration.Contacts;

/// <summary>The address of a contact whose own went to another contact, until a read tells the one that it has now: nobody has it, so nothing is ever sent to it.</summary>
internal static class UnknownAddress
{
    private const string Domain = "@contact.invalid";

    public static EmailAddress Of(long remoteId) => EmailAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"moved-{remoteId}{Domain}"));

    public static bool Is(EmailAddress email) => email.Value.EndsWith(Domain, StringComparison.Ordinal);
}
