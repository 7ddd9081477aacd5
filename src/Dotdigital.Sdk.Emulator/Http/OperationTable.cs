using Dotdigital.Sdk.Emulator.AddressBooks;
using Dotdigital.Sdk.Emulator.Campaigns;
using Dotdigital.Sdk.Emulator.Contacts;
using Dotdigital.Sdk.Emulator.ContactsV3;
using Dotdigital.Sdk.Emulator.DataFields;
using Import = Dotdigital.Sdk.Emulator.Imports.ImportEndpoints;
using ImportV3 = Dotdigital.Sdk.Emulator.ContactsV3.ImportEndpoints;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>Every operation served, with its tier: the one place that says so.</summary>
internal static class OperationTable
{
    public static readonly Operation[] All =
    [
        new("ApiAccount_GetCurrentAccountInfo", "GET", "/v2/account-info", RateTier.High, AccountEndpoints.Info),
        new("ApiAccount_GetServerTime", "GET", "/v2/server-time", RateTier.High, AccountEndpoints.ServerTime),

        new("ApiAddressBook_GetAddressBooks", "GET", "/v2/address-books", RateTier.Medium, AddressBookEndpoints.List),
        new("ApiAddressBook_GetPrivateAddressBooks", "GET", "/v2/address-books/private", RateTier.Medium, AddressBookEndpoints.Private),
        new("ApiAddressBook_GetPublicAddressBooks", "GET", "/v2/address-books/public", RateTier.Medium, AddressBookEndpoints.Public),
        new("ApiAddressBook_GetAddressBookById", "GET", "/v2/address-books/{id}", RateTier.High, AddressBookEndpoints.Get),
        new("ApiAddressBook_CreateAddressBook", "POST", "/v2/address-books", RateTier.Medium, AddressBookEndpoints.Create),
        new("ApiAddressBook_UpdateAddressBook", "PUT", "/v2/address-books/{id}", RateTier.Medium, AddressBookEndpoints.Update),
        new("ApiAddressBook_DeleteAddressBook", "DELETE", "/v2/address-books/{id}", RateTier.Medium, AddressBookEndpoints.Delete),
        new("ApiAddressBook_GetAddressBooksForContact", "GET", "/v2/contacts/{contactId}/address-books", RateTier.High, AddressBookEndpoints.ForContact),
        new("ApiAddressBook_GetAddressBooksForCampaign", "GET", "/v2/campaigns/{campaignId}/address-books", RateTier.Medium, CampaignEndpoints.Books),

        new("ApiDataField_GetDataFields", "GET", "/v2/data-fields", RateTier.Medium, DataFieldEndpoints.List),
        new("ApiDataField_CreateDataField", "POST", "/v2/data-fields", RateTier.Medium, DataFieldEndpoints.Create),
        new("ApiDataField_DeleteDataField", "DELETE", "/v2/data-fields/{name}", RateTier.Medium, DataFieldEndpoints.Delete),

        new("ApiContact_GetContacts", "GET", "/v2/contacts", RateTier.Low, ContactEndpoints.List),
        new("ApiContact_GetAllContactsCount", "GET", "/v2/contacts/count", RateTier.High, ContactEndpoints.Count),
        new("ApiContact_GetContactById", "GET", "/v2/contacts/{id}", RateTier.High, ContactEndpoints.ById),
        new("ApiContact_GetContactByEmail", "GET", "/v2/contacts/{email}", RateTier.High, ContactEndpoints.ByEmail),
        new("ApiContact_CreateContact", "POST", "/v2/contacts", RateTier.Medium, ContactEndpoints.Create),
        new("ApiContact_UpdateContact", "PUT", "/v2/contacts/{id}", RateTier.Medium, ContactEndpoints.Update),
        new("ApiContact_DeleteContact", "DELETE", "/v2/contacts/{id}", RateTier.Medium, ContactEndpoints.Delete),
        new("ApiContact_GetModifiedContacts", "GET", "/v2/contacts/modified-since/{date}", RateTier.Low, ContactEndpoints.ModifiedSince),
        new("ApiContact_GetNewContacts", "GET", "/v2/contacts/created-since/{date}", RateTier.Low, ContactEndpoints.CreatedSince),
        new("ApiContact_GetContactsInAddressBook", "GET", "/v2/address-books/{addressBookId}/contacts", RateTier.Low, ContactEndpoints.InBook),
        new("ApiContact_GetModifiedContactsInAddressBook", "GET", "/v2/address-books/{addressBookId}/contacts/modified-since/{date}", RateTier.Low, ContactEndpoints.ModifiedSinceInBook),
        new("ApiContact_AddContactToAddressBook", "POST", "/v2/address-books/{addressBookId}/contacts", RateTier.Medium, ContactEndpoints.AddToBook),

        new("ApiContact_GetUnsubscribedContacts", "GET", "/v2/contacts/unsubscribed-since/{date}", RateTier.Low, OptOutEndpoints.UnsubscribedSince),
        new("ApiContact_GetSuppressedContacts", "GET", "/v2/contacts/suppressed-since/{date}", RateTier.Low, OptOutEndpoints.SuppressedSince),
        new("ApiContact_GetUnsubscribedContactsInAddressBook", "GET", "/v2/address-books/{addressBookId}/contacts/unsubscribed-since/{date}", RateTier.Low, OptOutEndpoints.UnsubscribedSinceInBook),
        new("ApiContact_UnsubscribeContact", "POST", "/v2/contacts/unsubscribe", RateTier.Medium, OptOutEndpoints.Unsubscribe),
        new("ApiContact_UnsubscribeContactFromAddressBook", "POST", "/v2/address-books/{addressBookId}/contacts/unsubscribe", RateTier.Medium, OptOutEndpoints.UnsubscribeFromBook),
        new("ApiContact_SuppressContacts", "PUT", "/v2/contacts/suppress-contacts", RateTier.Low, OptOutEndpoints.Suppress),
        new("ApiContact_ResubscribeContact", "POST", "/v2/contacts/resubscribe", RateTier.Medium, OptOutEndpoints.Resubscribe),
        new("ApiContact_ResubscribeContactWithNoChallenge", "POST", "/v2/contacts/resubscribe-with-no-challenge", RateTier.Medium, OptOutEndpoints.ResubscribeWithNoChallenge),
        new("ApiContact_ResubscribeContactToAddressBook", "POST", "/v2/address-books/{addressBookId}/contacts/resubscribe", RateTier.Medium, OptOutEndpoints.ResubscribeToBook),
        new("ApiContact_ResubscribeContactToAddressBookWithNoChallenge", "POST", "/v2/address-books/{addressBookId}/contacts/resubscribe-with-no-challenge", RateTier.Medium, OptOutEndpoints.ResubscribeToBookWithNoChallenge),

        new("ApiContact_DeleteContactFromAddressBook", "DELETE", "/v2/address-books/{addressBookId}/contacts/{contactId}", RateTier.Medium, RemovalEndpoints.One),
        new("ApiContact_DeleteContactsFromAddressBook", "POST", "/v2/address-books/{addressBookId}/contacts/delete", RateTier.Low, RemovalEndpoints.Many),
        new("ApiContact_DeleteAllContactsFromAddressBook", "POST", "/v2/address-books/{addressBookId}/contacts/delete-all", RateTier.Low, RemovalEndpoints.All),
        new("ApiContact_DeleteAllContactsFromAddressBookWithoutProgress", "DELETE", "/v2/address-books/{addressBookId}/contacts", RateTier.Low, RemovalEndpoints.AllAtOnce),
        new("ApiContact_GetBulkContactDeletionProgress", "GET", "/v2/contacts/deletion/{deletionRequestId}", RateTier.High, RemovalEndpoints.Status),

        new("ApiContactImport_ImportContactsToAddressBook", "POST", "/v2/address-books/{addressBookId}/contacts/import", RateTier.Low, Import.IntoBook),
        new("ApiContactImport_ImportContactsToAddressBookWithMergeOption", "POST", "/v2/address-books/{addressBookId}/contacts/import/with-merge-option/{mergeOption}", RateTier.Low, Import.IntoBookWithMerge),
        new("ApiContactImport_ImportContacts", "POST", "/v2/contacts/import", RateTier.Low, Import.IntoAccount),
        new("ApiContactImport_ImportContactsWithMergeOption", "POST", "/v2/contacts/import/with-merge-option/{mergeOption}", RateTier.Low, Import.IntoAccountWithMerge),
        new("ApiContactImport_ImportContactsCollection", "POST", "/v2/contacts/import-collection", RateTier.Low, Import.Collection),
        new("ApiContactImport_GetContactImportProgress", "GET", "/v2/contacts/import/{importId}", RateTier.High, Import.Status),
        new("ApiContactImport_GetContactImportReport", "GET", "/v2/contacts/import/{importId}/report", RateTier.High, Import.Report),
        new("ApiContactImport_GetContactImportReportFaults", "GET", "/v2/contacts/import/{importId}/report-faults", RateTier.High, Import.ReportFaults),

        new("getContacts", "GET", "/contacts/v3", RateTier.Low, ListEndpoint.Get),
        new("createContact", "POST", "/contacts/v3", RateTier.Medium, SingleEndpoints.Create),
        new("getContact", "GET", "/contacts/v3/{identifier}/{value}", RateTier.High, SingleEndpoints.Get),
        new("importContact", "PATCH", "/contacts/v3/{identifier}/{value}", RateTier.Medium, SingleEndpoints.Patch),
        new("replaceContact", "PUT", "/contacts/v3/{identifier}/{value}", RateTier.Medium, SingleEndpoints.Replace),
        new("deleteContact", "DELETE", "/contacts/v3/{identifier}/{value}", RateTier.Medium, SingleEndpoints.Delete),
        new("importContacts", "PUT", "/contacts/v3/import", RateTier.Low, ImportV3.Start),
        new("getImportStatus", "GET", "/contacts/v3/import/{importId}", RateTier.High, ImportV3.Status),
        new("deleteContacts", "POST", "/contacts/v3/delete", RateTier.Low, BulkDelete.Start),
        new("getDeleteStatus", "GET", "/contacts/v3/delete/{deleteId}", RateTier.High, BulkDelete.Status),

        new("ApiCampaign_GetCampaigns", "GET", "/v2/campaigns", RateTier.Medium, CampaignEndpoints.List),
        new("ApiCampaign_GetCampaignsWithDetails", "GET", "/v2/campaigns/with-details", RateTier.Medium, CampaignEndpoints.ListWithDetails),
        new("ApiCampaign_GetCampaignById", "GET", "/v2/campaigns/{id}", RateTier.Medium, CampaignEndpoints.Get),
        new("ApiCampaign_GetCampaignWithDetails", "GET", "/v2/campaigns/{campaignId}/with-details", RateTier.Medium, CampaignEndpoints.GetWithDetails),
        new("ApiCampaign_GetCampaignsForAddressBook", "GET", "/v2/address-books/{addressBookId}/campaigns", RateTier.Medium, CampaignEndpoints.ForBook),
        new("ApiCampaign_GetSentCampaignsWithActivitySinceDate", "GET", "/v2/campaigns/with-activity-since/{date}", RateTier.Medium, CampaignEndpoints.WithActivitySince),
        new("ApiCampaignReporting_GetCampaignSummary", "GET", "/v2/campaigns/{campaignId}/summary", RateTier.Medium, ReportingEndpoints.Summary),
        new("ApiCampaignReporting_GetCampaignActivities", "GET", "/v2/campaigns/{campaignId}/activities", RateTier.Low, ReportingEndpoints.Activities),
        new("ApiCampaignReporting_GetCampaignActivitiesSinceDate", "GET", "/v2/campaigns/{campaignId}/activities/since-date/{date}", RateTier.Low, ReportingEndpoints.ActivitiesSince),
        new("ApiCampaignReporting_GetCampaignContactActivity", "GET", "/v2/campaigns/{campaignId}/activities/{contactId}", RateTier.High, ReportingEndpoints.ContactActivity),
        new("ApiCampaignReporting_GetCampaignOpens", "GET", "/v2/campaigns/{campaignId}/opens", RateTier.Low, ReportingEndpoints.Opens),
        new("ApiCampaignReporting_GetCampaignOpensSinceDate", "GET", "/v2/campaigns/{campaignId}/opens/since-date/{date}", RateTier.Low, ReportingEndpoints.OpensSince),
        new("ApiCampaignReporting_GetCampaignClicks", "GET", "/v2/campaigns/{campaignId}/clicks", RateTier.Low, ReportingEndpoints.Clicks),
        new("ApiCampaignReporting_GetCampaignClicksSinceDate", "GET", "/v2/campaigns/{campaignId}/clicks/since-date/{date}", RateTier.Low, ReportingEndpoints.ClicksSince),
    ];
}
