using Dotdigital.Sdk.Emulator.Campaigns;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Imports;
using Dotdigital.Sdk.Emulator.SingleSignOn;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>Everything one account holds. Used only under <see cref="Gate"/>.</summary>
internal sealed class AccountState
{
    public AccountState(EmulatorAccountOptions options)
    {
        Options = options;
        AddReserved(1, "Test");
        AddReserved(2, "All Contacts");
        SystemFields.AddTo(Fields, options.Locale);
        Jobs = new JobTable(this);
    }

    public Lock Gate { get; } = new();

    public EmulatorAccountOptions Options { get; }

    public EmulatorBehaviour Behaviour { get; set; } = new();

    public ContactTable Contacts { get; } = new();

    public DataFieldTable Fields { get; } = new();

    public SortedDictionary<int, AddressBook> Books { get; } = [];

    public SortedDictionary<int, Campaign> Campaigns { get; } = [];

    public List<OptOut> OptOuts { get; } = [];

    public KnownOptOuts KnownOptOuts { get; } = new();

    public List<Violation> Violations { get; } = [];

    public JobTable Jobs { get; }

    public RequestLog Requests { get; } = new();

    public SignInTable SignIns { get; set; } = new();

    public int NextBookId { get; set; } = 101;

    public int NextCampaignId { get; set; } = 201;

    /// <summary>The latest instant anything happened at: the account's time never runs backwards.</summary>
    public long LastInstant { get; set; }

    public AddressBook? Book(long id) => id is > 0 and <= int.MaxValue ? Books.GetValueOrDefault((int)id) : null;

    public AddressBook? BookByName(string name)
    {
        foreach (var book in Books.Values)
        {
            if (string.Equals(book.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return book;
            }
        }

        return null;
    }

    public AddressBook AddBook(string name, string visibility)
    {
        var book = new AddressBook { Id = NextBookId++, Name = name, Visibility = visibility };
        Books.Add(book.Id, book);
        return book;
    }

    public void DeleteBook(AddressBook book, long now)
    {
        foreach (var id in book.Ordered)
        {
            if (Contacts.ById(id) is { } contact)
            {
                Memberships.Forget(this, contact, book.Id, now);
            }
        }

        Books.Remove(book.Id);
    }

    private void AddReserved(int id, string name) => Books.Add(id, new AddressBook { Id = id, Name = name, IsReserved = true });
}
