using System.Text.Json;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Where the client does not follow the files to the letter; each with its reason.</summary>
internal static class ContractExceptions
{
    private const string OldSpelling = "The old spelling of /v2/contacts/…: the same route, covered by its modern twin.";

    /// <summary>Operations that no method reaches.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotReached = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PUT /v2/contact/{contactId}/preferences"] = OldSpelling,
        ["PUT /v2/contact/{contactEmail}/preferences"] = OldSpelling,
        ["GET /v2/contact/{contactEmail}/preferences"] = OldSpelling,
        ["GET /v2/contact/{contactID}/preferences"] = OldSpelling,
    };

    /// <summary>Methods that are no operation.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoOperation = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Account.GetEndpointAsync"] = "Tells the host that is configured or was found; account-info is read by GetInfoAsync.",
    };

    /// <summary>Parameters and properties that no method sends: v2 describes what is read and what is sent by one schema.</summary>
    public static readonly IReadOnlyDictionary<string, string> NeverSent = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [@"^(POST|PUT) /v2/(address-books|campaigns|campaigns/send|campaigns/send-time-optimised|campaigns/split-test|contacts|address-books/\{addressBookId\}/contacts|document-folders/\{folderId\}|image-folders/\{id\}|preferences|programs/enrolments|sms/campaigns|templates|accounts)(/\{id\})?: \.id$"] =
            "The server gives the id; to change a thing, its id stands in the path.",
        [@"^(POST|PUT) /v2/.*\.status$"] = "The server's; and a contact's status is never sent: opting out and coming back have methods of their own.",
        [@"^POST /v2/campaigns: \.(type|isSplitTest)$|^PUT /v2/campaigns/\{id\}: \.isSplitTest$"] = "Read only by the file.",
        [@"^(POST|PUT) /v2/preferences(/\{id\})?: \.(created|lastModified|isOptedIn|preferenceCount|preferences)$"] = "The server's; a tree is built one by one.",
        [@"/preferences: \.(?!id$|isOptedIn$)\w+$|with-consent-and-preferences: \.preferences\.(?!id$|isOptedIn$)\w+$"] = "A choice is a preference and whether; what the preference is stays.",
        [@"^(POST|PUT) /v2/address-books(/\{id\})?: \.contacts$"] = "The server counts.",
        [@"-folders/.*: \.childFolders$"] = "Folders are created one by one.",
        [@"/attachments: \.(?!id$)"] = "A document is attached by its id.",
        [@"^POST /v2/programs/enrolments: \.dateCreated$"] = "The server's.",
        [@"^POST /v2/accounts: \.properties\.type$"] = "The server knows the types of its own properties.",
        [@"/oauth-tokens: \.(clientId|secretKey)$|/api-users: \.email$"] = "The server's.",
        [@"with-consent(-and-preferences)?: \.contact\.id$|import-collection: \.contacts\.id$"] = "The email says who; to update by id, it stands in the path.",
        [@"/contacts/unsubscribe: \.(?!email$)"] = "Only who: opting out changes nothing else.",
        [@"/resubscribe(-with-no-challenge)?: \.unsubscribedContact\.(id|optInType|emailType)$"] = "Only who, and data fields: coming back keeps the rest.",
        [@"^(PATCH|PUT) /contacts/v3/.*\.channelProperties\.email\.resubscribeOptions$"] = "v3 takes a status as a resubscription, without a challenge by default; the v2 methods are the only way back.",
        [@"^GET /cpaas/webhooks/availableevents: query includeSchemas$"] = "What it adds to the answer is not published.",
    };

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["POST /v2/address-books/{addressBookId}/contacts/import"] = "CSV goes as multipart/form-data, which the vendor's guide describes beside JSON and the file leaves out: a third smaller than base64.",
        ["POST /v2/address-books/{addressBookId}/contacts/import/with-merge-option/{mergeOption}"] = "As above.",
        ["POST /v2/contacts/import"] = "As above.",
        ["POST /v2/contacts/import/with-merge-option/{mergeOption}"] = "As above.",
        ["PUT /insightData/v3/account/{collectionName}/{recordId}"] = "The file says text, whose example is a JSON object: the record itself is the body.",
        ["PUT /insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}"] = "As above.",
        ["POST /v2/email/triggered-campaign"] = "The file puts the object into the query, which has no form for it; the vendor's guide and its own tools send it as the body.",
    };

    private static readonly Dictionary<string, (string Schema, string Reason)> Answers = new(StringComparer.Ordinal)
    {
        ["GET /v2/preferences"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is the tree of preferences."),
        ["POST /v2/preferences"] = ("""{"$ref":"#/components/schemas/ApiPreference"}""", "The file calls the answer binary; it is the preference."),
        ["GET /v2/preferences/modified-since/{sinceDate}"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is preferences."),
        ["GET /v2/contacts/{contactEmail}/preferences"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is the tree of preferences."),
        ["GET /v2/contacts/{contactID}/preferences"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is the tree of preferences."),
        ["GET /v2/contacts/{contactEmail}/subscriptions"] = ("""{"type":"object","additionalProperties":true}""", "The file calls the answer binary; what it holds is nowhere published, so it is passed on as JSON."),
        ["GET /v2/sms/campaigns"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiSmsCampaign"}}""", "The file says one campaign, but takes select and skip: it is a list."),
    };

    public static bool TakesOtherBody(PublishedOperation operation) => Forms.ContainsKey(operation.Name) && operation.Name != "POST /v2/email/triggered-campaign";

    /// <summary>The schema of a body that the file describes in the wrong place.</summary>
    public static JsonSchema? BodyOf(PublishedOperation operation) =>
        operation.Name == "POST /v2/email/triggered-campaign" ? operation.Parameters.Single(p => p.Name == "email").Schema : null;

    /// <summary>The schema of an answer that the file does not describe, or wrongly.</summary>
    public static JsonSchema? AnswerOf(PublishedOperation operation) =>
        Answers.TryGetValue(operation.Name, out var answer) ? new(operation.Root, JsonDocument.Parse(answer.Schema).RootElement) : null;
}
