using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.CustomIdentifiers;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Documents;
using Dotdigital.Sdk.Ecommerce;
using Dotdigital.Sdk.Events;
using Dotdigital.Sdk.FromAddresses;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Images;
using Dotdigital.Sdk.InsightData;
using Dotdigital.Sdk.MarketingEmail;
using Dotdigital.Sdk.Preferences;
using Dotdigital.Sdk.ProductRecommendations;
using Dotdigital.Sdk.Programs;
using Dotdigital.Sdk.Segments;
using Dotdigital.Sdk.Sms;
using Dotdigital.Sdk.Surveys;
using Dotdigital.Sdk.Templates;
using Dotdigital.Sdk.TransactionalData;
using Dotdigital.Sdk.TransactionalEmail;
using Dotdigital.Sdk.Webhooks;

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

    public IFromAddressesApi FromAddresses { get; } = new FromAddressesApi(pipeline);

    public ITransactionalDataApi TransactionalData { get; } = new TransactionalDataApi(pipeline);

    public IPreferencesApi Preferences { get; } = new PreferencesApi(pipeline);

    public IDocumentsApi Documents { get; } = new DocumentsApi(pipeline);

    public IImagesApi Images { get; } = new ImagesApi(pipeline);

    public IEcommerceApi Ecommerce { get; } = new EcommerceApi(pipeline);

    public IProductRecommendationsApi ProductRecommendations { get; } = new ProductRecommendationsApi(pipeline);

    public IProgramsApi Programs { get; } = new ProgramsApi(pipeline);

    public ISegmentsApi Segments { get; } = new SegmentsApi(pipeline);

    public ISmsApi Sms { get; } = new SmsApi(pipeline);

    public ISurveysApi Surveys { get; } = new SurveysApi(pipeline);

    public ITemplatesApi Templates { get; } = new TemplatesApi(pipeline);

    public ITransactionalEmailApi TransactionalEmail { get; } = new TransactionalEmailApi(pipeline);

    public ICustomIdentifiersApi CustomIdentifiers { get; } = new CustomIdentifiersApi(pipeline);

    public IEventsApi Events { get; } = new EventsApi(pipeline);

    public IInsightDataApi InsightData { get; } = new InsightDataApi(pipeline);

    public IMarketingEmailApi MarketingEmail { get; } = new MarketingEmailApi(pipeline);

    public IWebhooksApi Webhooks { get; } = new WebhooksApi(pipeline);

    public override string ToString() => $"Dotdigital account {pipeline.Session}";
}
