using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk;

/// <summary>
/// The Dotdigital API for one account, grouped by resource. Thread-safe; keep it as long as you like. Every operation throws
/// only <see cref="Errors.DotdigitalException"/>s, and <see cref="OperationCanceledException"/> when its own token is cancelled.
/// </summary>
public interface IDotdigitalClient
{
    /// <summary>The account's name in the host's configuration, used in logs, metrics and errors.</summary>
    string AccountName { get; }

    /// <summary>The account itself and the server's clock.</summary>
    IAccountApi Account { get; }

    /// <summary>Address books (lists).</summary>
    IAddressBooksApi AddressBooks { get; }

    /// <summary>Data fields of contacts.</summary>
    IDataFieldsApi DataFields { get; }

    /// <summary>Contacts and memberships through v2: opt-outs, look-ups, removal.</summary>
    IContactsApi Contacts { get; }

    /// <summary>Imports through v2 (CSV or JSON), their status, report and faults.</summary>
    IContactImportsApi ContactImports { get; }

    /// <summary>Contacts through v3: list, update, bulk import.</summary>
    IContactsV3Api ContactsV3 { get; }

    /// <summary>Campaigns and their reporting.</summary>
    ICampaignsApi Campaigns { get; }
}
