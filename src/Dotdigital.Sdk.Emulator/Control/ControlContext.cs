using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>What a control command acts on, and the instant (UTC ticks) at which it counts.</summary>
internal sealed record ControlContext(AccountState Account, long Now)
{
    public Contact Contact(string email)
        => Account.Contacts.ByEmail(email) ?? throw new ArgumentException($"The account '{Account.Options.Name}' has no contact '{email}'.", nameof(email));

    public AddressBook Book(int id)
        => Account.Book(id) ?? throw new ArgumentException($"The account '{Account.Options.Name}' has no address book {id}.", nameof(id));

    public Campaigns.Campaign Campaign(int id)
        => Account.Campaigns.GetValueOrDefault(id) ?? throw new ArgumentException($"The account '{Account.Options.Name}' has no campaign {id}.", nameof(id));
}
