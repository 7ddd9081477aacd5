using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.SingleSignOn;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>All control commands by name.</summary>
internal static class ControlTable
{
    public static readonly ControlCommand<CreateBookArgs, int> CreateBook = new("create-address-book", true, BookCommands.Create);
    public static readonly ControlCommand<BookArgs, bool> DeleteBook = new("delete-address-book", true, BookCommands.Delete);
    public static readonly ControlCommand<NoArgs, IReadOnlyList<EmulatedAddressBook>> Books = new("address-books", false, BookCommands.All);
    public static readonly ControlCommand<CreateFieldArgs, bool> CreateField = new("create-data-field", true, FieldCommands.Create);
    public static readonly ControlCommand<FieldArgs, bool> DeleteField = new("delete-data-field", true, FieldCommands.Delete);
    public static readonly ControlCommand<DependencyArgs, bool> AddDependency = new("add-data-field-dependency", true, FieldCommands.AddDependency);
    public static readonly ControlCommand<AddContactArgs, EmulatedContact> AddContact = new("add-contact", true, ContactCommands.Add);
    public static readonly ControlCommand<AddContactsArgs, int> AddContacts = new("add-contacts", true, ContactCommands.AddMany);
    public static readonly ControlCommand<SetFieldArgs, bool> SetField = new("set-data-field", true, ContactCommands.SetField);
    public static readonly ControlCommand<RenameArgs, bool> ChangeEmail = new("change-email", true, ContactCommands.ChangeEmail);
    public static readonly ControlCommand<PersonArgs, bool> DeleteContact = new("delete-contact", true, ContactCommands.Delete);
    public static readonly ControlCommand<PersonArgs, bool> AddToBook = new("add-to-address-book", true, ContactCommands.AddToBook);
    public static readonly ControlCommand<PersonArgs, bool> RemoveFromBook = new("remove-from-address-book", true, ContactCommands.RemoveFromBook);
    public static readonly ControlCommand<PersonArgs, EmulatedContact?> Contact = new("contact", false, ContactCommands.Get);
    public static readonly ControlCommand<PageArgs, IReadOnlyList<EmulatedContact>> Contacts = new("contacts", false, ContactCommands.All);
    public static readonly ControlCommand<PersonArgs, bool> Unsubscribe = new("unsubscribe", true, OptOutCommands.Unsubscribe);
    public static readonly ControlCommand<StatusArgs, bool> Suppress = new("suppress", true, OptOutCommands.Suppress);
    public static readonly ControlCommand<PersonArgs, bool> Resubscribe = new("resubscribe", true, OptOutCommands.Resubscribe);
    public static readonly ControlCommand<PersonArgs, bool> OptOutKnown = new("opt-out-known", true, OptOutCommands.Known);
    public static readonly ControlCommand<PersonArgs, bool> OptOutOver = new("opt-out-over", true, OptOutCommands.Over);
    public static readonly ControlCommand<PersonArgs, bool> SoftBounce = new("soft-bounce", true, OptOutCommands.SoftBounce);
    public static readonly ControlCommand<PersonArgs, bool> HardBounce = new("hard-bounce", true, OptOutCommands.HardBounce);
    public static readonly ControlCommand<PersonArgs, bool> Complain = new("complain", true, OptOutCommands.Complain);
    public static readonly ControlCommand<CreateCampaignArgs, int> CreateCampaign = new("create-campaign", true, CampaignCommands.Create);
    public static readonly ControlCommand<CampaignArgs, bool> DeleteCampaign = new("delete-campaign", true, CampaignCommands.Delete);
    public static readonly ControlCommand<CampaignStatusArgs, bool> SetCampaignStatus = new("set-campaign-status", true, CampaignCommands.SetStatus);
    public static readonly ControlCommand<SendArgs, int> SendCampaign = new("send-campaign", true, CampaignCommands.Send);
    public static readonly ControlCommand<ActArgs, bool> Open = new("open", true, CampaignCommands.Open);
    public static readonly ControlCommand<ActArgs, bool> Click = new("click", true, CampaignCommands.Click);
    public static readonly ControlCommand<ActManyArgs, int> OpenMany = new("open-many", true, CampaignCommands.OpenMany);
    public static readonly ControlCommand<ActManyArgs, int> ClickMany = new("click-many", true, CampaignCommands.ClickMany);
    public static readonly ControlCommand<NoArgs, IReadOnlyList<EmulatedCampaign>> Campaigns = new("campaigns", false, CampaignCommands.All);
    public static readonly ControlCommand<EmulatorBehaviour, bool> SetBehaviour = new("set-behaviour", true, AccountCommands.SetBehaviour);
    public static readonly ControlCommand<NoArgs, EmulatorBehaviour> Behaviour = new("behaviour", false, static (context, _) => context.Account.Behaviour);
    public static readonly ControlCommand<NoArgs, IReadOnlyList<Violation>> Violations = new("violations", false, AccountCommands.Violations);
    public static readonly ControlCommand<NoArgs, bool> ClearViolations = new("clear-violations", true, AccountCommands.ClearViolations);
    public static readonly ControlCommand<NoArgs, IReadOnlyList<RequestEntry>> Requests = new("requests", false, AccountCommands.Requests);
    public static readonly ControlCommand<NoArgs, IReadOnlyList<RequestCount>> RequestCounts = new("request-counts", false, AccountCommands.RequestCounts);
    public static readonly ControlCommand<NoArgs, bool> ClearRequests = new("clear-requests", false, AccountCommands.ClearRequests);
    public static readonly ControlCommand<NoArgs, IReadOnlyList<EmulatedImport>> Imports = new("imports", false, AccountCommands.Imports);
    public static readonly ControlCommand<SignInConsent, string> ApproveSignIn = new("approve-sign-in", true, SignInCommands.Approve);
    public static readonly ControlCommand<SignInExchange, SignInTokens?> ExchangeSignInCode = new("exchange-sign-in-code", true, SignInCommands.Exchange);
    public static readonly ControlCommand<SignInToken, SignInTokens?> RefreshSignIn = new("refresh-sign-in", true, SignInCommands.Refresh);
    public static readonly ControlCommand<SignInToken, bool> CheckSignIn = new("check-sign-in", false, SignInCommands.Check);
    public static readonly ControlCommand<NoArgs, int> RevokeSignIns = new("revoke-sign-ins", true, SignInCommands.Revoke);

    public static readonly IReadOnlyList<ControlCommand> All =
    [
        CreateBook, DeleteBook, Books, CreateField, DeleteField, AddDependency, AddContact, AddContacts, SetField, ChangeEmail, DeleteContact, AddToBook, RemoveFromBook,
        Contact, Contacts, Unsubscribe, Suppress, Resubscribe, OptOutKnown, OptOutOver, SoftBounce, HardBounce, Complain, CreateCampaign, DeleteCampaign, SetCampaignStatus, SendCampaign,
        Open, Click, OpenMany, ClickMany, Campaigns, SetBehaviour, Behaviour, Violations, ClearViolations, Requests, RequestCounts, ClearRequests, Imports,
        ApproveSignIn, ExchangeSignInCode, RefreshSignIn, CheckSignIn, RevokeSignIns,
    ];

    public static ControlCommand? Find(string name) => All.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
}
