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

    /// <summary>The addresses campaigns may be sent from.</summary>
    IFromAddressesApi FromAddresses { get; }

    /// <summary>Transactional (Insight) data through v2.</summary>
    ITransactionalDataApi TransactionalData { get; }

    /// <summary>Marketing preferences, and contacts' choices about them.</summary>
    IPreferencesApi Preferences { get; }

    /// <summary>Documents, their folders, and what is attached to campaigns.</summary>
    IDocumentsApi Documents { get; }

    /// <summary>Images for campaigns, and their folders.</summary>
    IImagesApi Images { get; }

    /// <summary>The shop's figures and orders as Dotdigital holds them.</summary>
    IEcommerceApi Ecommerce { get; }

    /// <summary>Product recommendations.</summary>
    IProductRecommendationsApi ProductRecommendations { get; }

    /// <summary>Programs, and enrolments of contacts in them.</summary>
    IProgramsApi Programs { get; }

    /// <summary>Segments.</summary>
    ISegmentsApi Segments { get; }

    /// <summary>Single text messages and SMS campaigns.</summary>
    ISmsApi Sms { get; }

    /// <summary>Surveys and forms, and responses to them.</summary>
    ISurveysApi Surveys { get; }

    /// <summary>Templates for campaigns.</summary>
    ITemplatesApi Templates { get; }

    /// <summary>Transactional email.</summary>
    ITransactionalEmailApi TransactionalEmail { get; }

    /// <summary>Custom identifiers of contacts, beside email and mobile number.</summary>
    ICustomIdentifiersApi CustomIdentifiers { get; }

    /// <summary>Events: into Dotdigital about contacts, and out of it by subscription.</summary>
    IEventsApi Events { get; }

    /// <summary>Insight data: orders, products, carts and collections of your own.</summary>
    IInsightDataApi InsightData { get; }

    /// <summary>Single marketing emails, which respect opt-outs.</summary>
    IMarketingEmailApi MarketingEmail { get; }

    /// <summary>Webhooks: where Dotdigital posts events.</summary>
    IWebhooksApi Webhooks { get; }
}
