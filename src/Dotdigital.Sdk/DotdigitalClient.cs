using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk;

internal sealed class DotdigitalClient(RequestPipeline pipeline) : IDotdigitalClient
{
    public string AccountName => pipeline.Session.Name;

    public IAccountApi Account { get; } = new AccountApi(pipeline);

    public IAddressBooksApi AddressBooks { get; } = new AddressBooksApi(pipeline);

    public IDataFieldsApi DataFields { get; } = new DataFieldsApi(pipeline);

    public IContactsApi Contacts { get; } = new ContactsApi(pipeline);

    public IContactImportsApi ContactImports { get; } = new ContactImportsApi(pipeline);

    public IContactsV3Api ContactsV3 { get; } = new ContactsV3Api(pipeline);

    public ICampaignsApi Campaigns { get; } = new CampaignsApi(pipeline);

    public override string ToString() => $"Dotdigital account {pipeline.Session}";
}
