using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>
/// What marketers and recipients do in an account, for tests, and a view of everything in it. The same commands are served
/// to other processes as <c>POST /_control/accounts/{account}/{command}</c> with a JSON body (<c>GET /_control/commands</c>
/// lists them). All methods throw <see cref="ArgumentException"/> for a contact, book, field or campaign that does not exist.
/// </summary>
public sealed class EmulatedAccount
{
    private static readonly NoArgs None = new();
    private readonly EmulatorHost _host;
    private readonly AccountState _state;

    internal EmulatedAccount(EmulatorHost host, AccountState state)
    {
        _host = host;
        _state = state;
    }

    /// <summary>The account's name in the emulator.</summary>
    public string Name => _state.Options.Name;

    /// <summary>The API user.</summary>
    public string UserName => _state.Options.EffectiveUserName;

    /// <summary>The API user's password.</summary>
    public string Password => _state.Options.Password;

    /// <summary>The client id with which an application signs people in.</summary>
    public string SignInClientId => _state.Options.EffectiveClientId;

    /// <summary>Its secret.</summary>
    public string SignInClientSecret => _state.Options.SignInClientSecret;

    /// <summary>How the account behaves where there is a choice; may be changed at any time.</summary>
    public EmulatorBehaviour Behaviour
    {
        get => _host.Control(_state, ControlTable.Behaviour, None);
        set => _host.Control(_state, ControlTable.SetBehaviour, value);
    }

    /// <summary>All address books, the reserved ones too.</summary>
    public IReadOnlyList<EmulatedAddressBook> AddressBooks => _host.Control(_state, ControlTable.Books, None);

    /// <summary>All campaigns.</summary>
    public IReadOnlyList<EmulatedCampaign> Campaigns => _host.Control(_state, ControlTable.Campaigns, None);

    /// <summary>All contacts, by id.</summary>
    public IReadOnlyList<EmulatedContact> Contacts => _host.Control(_state, ControlTable.Contacts, new PageArgs());

    /// <summary>A page of the contacts, by id: for accounts too large to look at whole.</summary>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many at most.</param>
    /// <returns>The contacts; none after the last.</returns>
    public IReadOnlyList<EmulatedContact> GetContacts(int skip, int take) => _host.Control(_state, ControlTable.Contacts, new PageArgs(skip, take));

    /// <summary>All imports, in the order they were accepted.</summary>
    public IReadOnlyList<EmulatedImport> Imports => _host.Control(_state, ControlTable.Imports, None);

    /// <summary>The requests that endangered somebody's opt-out. Empty is what a sync engine wants to see.</summary>
    public IReadOnlyList<Violation> Violations => _host.Control(_state, ControlTable.Violations, None);

    /// <summary>The requests since the start, or since <see cref="ClearRequests"/>; the last 100,000 at most.</summary>
    public IReadOnlyList<RequestEntry> Requests => _host.Control(_state, ControlTable.Requests, None);

    /// <summary>The same, counted by operation.</summary>
    public IReadOnlyList<RequestCount> RequestCounts => _host.Control(_state, ControlTable.RequestCounts, None);

    /// <summary>Creates an address book.</summary>
    /// <param name="name">A name no other book has.</param>
    /// <param name="visibility">Private or Public.</param>
    /// <returns>Its id.</returns>
    public int CreateAddressBook(string name, string visibility = "Private") => _host.Control(_state, ControlTable.CreateBook, new CreateBookArgs(name, visibility));

    /// <summary>Deletes an address book; its contacts stay.</summary>
    /// <param name="addressBookId">The book.</param>
    public void DeleteAddressBook(int addressBookId) => _host.Control(_state, ControlTable.DeleteBook, new BookArgs(addressBookId));

    /// <summary>Creates a data field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="visibility">Private or Public.</param>
    /// <param name="defaultValue">The value new contacts get.</param>
    public void CreateDataField(string name, DataFieldType type, string visibility = "Public", string? defaultValue = null)
        => _host.Control(_state, ControlTable.CreateField, new CreateFieldArgs(name, type, visibility, defaultValue));

    /// <summary>Deletes a data field, whatever uses it.</summary>
    /// <param name="name">Its name.</param>
    public void DeleteDataField(string name) => _host.Control(_state, ControlTable.DeleteField, new FieldArgs(name));

    /// <summary>Lets something use a data field, so that the API refuses to delete it.</summary>
    /// <param name="name">The data field.</param>
    /// <param name="type">What kind of object uses it (ApiBusinessObjectType), as Campaign.</param>
    /// <param name="objectId">Its id.</param>
    public void AddDataFieldDependency(string name, string type, int objectId)
        => _host.Control(_state, ControlTable.AddDependency, new DependencyArgs(name, type, objectId));

    /// <summary>Creates a contact.</summary>
    /// <param name="email">The address.</param>
    /// <param name="addressBookIds">The books to put it into.</param>
    /// <param name="dataFields">Values by data field, as texts that fit their types.</param>
    /// <param name="status">Its status.</param>
    /// <returns>The contact.</returns>
    public EmulatedContact AddContact(
        string email, IReadOnlyList<int>? addressBookIds = null, IReadOnlyDictionary<string, string?>? dataFields = null, EmulatedStatus status = EmulatedStatus.Subscribed)
        => _host.Control(_state, ControlTable.AddContact, new AddContactArgs(email, addressBookIds, dataFields, status));

    /// <summary>Creates a contact that has a mobile number and no email.</summary>
    /// <param name="mobileNumber">The number, in E.164.</param>
    /// <param name="addressBookIds">The books to put it into.</param>
    /// <returns>The contact.</returns>
    public EmulatedContact AddMobileContact(string mobileNumber, IReadOnlyList<int>? addressBookIds = null)
        => _host.Control(_state, ControlTable.AddContact, new AddContactArgs(null, addressBookIds, null, MobileNumber: mobileNumber));

    /// <summary>Creates many contacts at once; those that exist are left alone.</summary>
    /// <param name="pattern">The address, with <c>{0}</c> for the number.</param>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="addressBookIds">The books to put them into.</param>
    /// <param name="dataFields">Values by data field, with <c>{0}</c> for the number.</param>
    /// <returns>How many were created.</returns>
    public int AddContacts(
        string pattern, int first, int count, IReadOnlyList<int>? addressBookIds = null, IReadOnlyDictionary<string, string?>? dataFields = null)
        => _host.Control(_state, ControlTable.AddContacts, new AddContactsArgs(pattern, first, count, addressBookIds, dataFields));

    /// <summary>Finds a contact.</summary>
    /// <param name="email">Its address.</param>
    /// <returns>The contact, or null.</returns>
    public EmulatedContact? Contact(string email) => _host.Control(_state, ControlTable.Contact, new PersonArgs(email));

    /// <summary>Changes a data field of a contact, as a marketer does.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="name">The data field.</param>
    /// <param name="value">A text that fits its type; null clears.</param>
    public void SetDataField(string email, string name, string? value) => _host.Control(_state, ControlTable.SetField, new SetFieldArgs(email, name, value));

    /// <summary>Gives a contact another address.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="newEmail">An address no other contact has.</param>
    public void ChangeEmail(string email, string newEmail) => _host.Control(_state, ControlTable.ChangeEmail, new RenameArgs(email, newEmail));

    /// <summary>Deletes a contact. An opt-out of its address stays in force.</summary>
    /// <param name="email">The contact.</param>
    public void DeleteContact(string email) => _host.Control(_state, ControlTable.DeleteContact, new PersonArgs(email));

    /// <summary>Puts a contact into an address book.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="addressBookId">The book.</param>
    /// <returns>False if the person unsubscribed from the book.</returns>
    public bool AddToAddressBook(string email, int addressBookId) => _host.Control(_state, ControlTable.AddToBook, new PersonArgs(email, addressBookId));

    /// <summary>Takes a contact out of an address book.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="addressBookId">The book.</param>
    /// <returns>False if it was not in the book.</returns>
    public bool RemoveFromAddressBook(string email, int addressBookId) => _host.Control(_state, ControlTable.RemoveFromBook, new PersonArgs(email, addressBookId));

    /// <summary>The person unsubscribes, from an address book or from the account.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="addressBookId">The book; null is the account.</param>
    /// <param name="campaignId">The campaign whose link was used, if any.</param>
    public void Unsubscribe(string email, int? addressBookId = null, int? campaignId = null)
        => _host.Control(_state, ControlTable.Unsubscribe, new PersonArgs(email, addressBookId, campaignId));

    /// <summary>Gives the contact a status, by default that of one the account suppresses.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="status">The status.</param>
    public void Suppress(string email, EmulatedStatus status = EmulatedStatus.Suppressed) => _host.Control(_state, ControlTable.Suppress, new StatusArgs(email, status));

    /// <summary>The person comes back of their own will (also: confirms a challenge). No violation.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="addressBookId">The book to come back to as well.</param>
    public void Resubscribe(string email, int? addressBookId = null) => _host.Control(_state, ControlTable.Resubscribe, new PersonArgs(email, addressBookId));

    /// <summary>
    /// The client knows now that the address opted out: from here on an import or an added contact that carries it is a <see cref="ViolationKind.SentAgain"/>,
    /// until the person is resubscribed.
    /// </summary>
    /// <param name="email">The address; nobody need have it yet.</param>
    /// <param name="addressBookId">The book it opted out of; null is the account, and then no book may be sent it.</param>
    public void OptOutKnown(string email, int? addressBookId = null) => _host.Control(_state, ControlTable.OptOutKnown, new PersonArgs(email, addressBookId));

    /// <summary>What <see cref="OptOutKnown"/> said no longer holds: the person came back in a way that the emulator did not see.</summary>
    /// <param name="email">The address.</param>
    /// <param name="addressBookId">The book to which the person came back, besides the account.</param>
    public void OptOutOver(string email, int? addressBookId = null) => _host.Control(_state, ControlTable.OptOutOver, new PersonArgs(email, addressBookId));

    /// <summary>An email to the person bounced softly.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="campaignId">The campaign it belongs to, if any.</param>
    public void SoftBounce(string email, int? campaignId = null) => _host.Control(_state, ControlTable.SoftBounce, new PersonArgs(email, CampaignId: campaignId));

    /// <summary>An email to the person bounced for good.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="campaignId">The campaign it belongs to, if any.</param>
    public void HardBounce(string email, int? campaignId = null) => _host.Control(_state, ControlTable.HardBounce, new PersonArgs(email, CampaignId: campaignId));

    /// <summary>The person complained to the provider.</summary>
    /// <param name="email">The contact.</param>
    /// <param name="campaignId">The campaign it belongs to, if any.</param>
    public void Complain(string email, int? campaignId = null) => _host.Control(_state, ControlTable.Complain, new PersonArgs(email, CampaignId: campaignId));

    /// <summary>Creates a campaign, unsent.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="subject">Its subject; the name unless given.</param>
    /// <returns>Its id.</returns>
    public int CreateCampaign(string name, string? subject = null) => _host.Control(_state, ControlTable.CreateCampaign, new CreateCampaignArgs(name, subject));

    /// <summary>Deletes a campaign.</summary>
    /// <param name="campaignId">The campaign.</param>
    public void DeleteCampaign(int campaignId) => _host.Control(_state, ControlTable.DeleteCampaign, new CampaignArgs(campaignId));

    /// <summary>Gives a campaign a status (ApiCampaignStatuses).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="status">The status.</param>
    public void SetCampaignStatus(int campaignId, string status) => _host.Control(_state, ControlTable.SetCampaignStatus, new CampaignStatusArgs(campaignId, status));

    /// <summary>Sends a campaign to whoever is reachable in the address books and has not got it yet.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="addressBookIds">The books.</param>
    /// <returns>How many people it went to.</returns>
    public int SendCampaign(int campaignId, params IReadOnlyList<int> addressBookIds) => _host.Control(_state, ControlTable.SendCampaign, new SendArgs(campaignId, addressBookIds));

    /// <summary>A recipient opens a campaign.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="email">The recipient.</param>
    public void Open(int campaignId, string email) => _host.Control(_state, ControlTable.Open, new ActArgs(campaignId, email));

    /// <summary>A recipient clicks a link.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="email">The recipient.</param>
    /// <param name="url">The link's address.</param>
    public void Click(int campaignId, string email, string url) => _host.Control(_state, ControlTable.Click, new ActArgs(campaignId, email, url));

    /// <summary>The first recipients of a campaign open it.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="count">How many; all there are if fewer.</param>
    /// <returns>How many did.</returns>
    public int OpenMany(int campaignId, int count = int.MaxValue) => _host.Control(_state, ControlTable.OpenMany, new ActManyArgs(campaignId, count));

    /// <summary>The first recipients of a campaign click a link.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="url">The link's address.</param>
    /// <param name="count">How many; all there are if fewer.</param>
    /// <returns>How many did.</returns>
    public int ClickMany(int campaignId, string url, int count = int.MaxValue) => _host.Control(_state, ControlTable.ClickMany, new ActManyArgs(campaignId, count, url));

    /// <summary>Ends all refresh and access tokens of single sign-on, as an administrator does.</summary>
    /// <returns>How many refresh tokens were ended.</returns>
    public int RevokeSignIns() => _host.Control(_state, ControlTable.RevokeSignIns, None);

    /// <summary>How often an operation was called.</summary>
    /// <param name="operation">Its id in the OpenAPI file.</param>
    /// <returns>The number of calls.</returns>
    public int CountOf(string operation) => Requests.Count(r => string.Equals(r.Operation, operation, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many calls of a tier were made.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>The number of calls.</returns>
    public int CountOf(RateTier tier) => Requests.Count(r => r.Tier == tier);

    /// <summary>Empties the request log.</summary>
    public void ClearRequests() => _host.Control(_state, ControlTable.ClearRequests, None);

    /// <summary>Empties the log of violations.</summary>
    public void ClearViolations() => _host.Control(_state, ControlTable.ClearViolations, None);
}
