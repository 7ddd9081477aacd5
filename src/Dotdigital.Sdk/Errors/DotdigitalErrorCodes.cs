namespace Dotdigital.Sdk.Errors;

/// <summary>Codes that callers decide by. The whole list is Dotdigital's, on its page "Error response types".</summary>
public static class DotdigitalErrorCodes
{
    /// <summary>The deprecated cap of 2000 calls an hour, answered with 400.</summary>
    public const string ApiUsageExceeded = "ERROR_APIUSAGE_EXCEEDED";

    /// <summary>The report of an import is not there yet.</summary>
    public const string ImportReportNotFound = "ERROR_IMPORT_REPORT_NOT_FOUND";

    /// <summary>The contact does not exist.</summary>
    public const string ContactNotFound = "ERROR_CONTACT_NOT_FOUND";

    /// <summary>The contact is suppressed, so that it cannot be added.</summary>
    public const string ContactSuppressed = "ERROR_CONTACT_SUPPRESSED";

    /// <summary>The address book does not exist.</summary>
    public const string AddressBookNotFound = "ERROR_ADDRESSBOOK_NOT_FOUND";

    /// <summary>An address book or segment of that name exists.</summary>
    public const string AddressBookDuplicate = "ERROR_ADDRESSBOOK_DUPLICATE";

    /// <summary>25 v3 imports are running: wait for one to end. Not a rate limit, though it answers 429.</summary>
    public const string TooManyActiveImports = "contacts:tooManyActiveImports";

    /// <summary>An identifier of the contact belongs to another one (409).</summary>
    public const string IdentifierAlreadyExists = "contacts:idAlreadyExists";

    /// <summary>The v3 contact does not exist (404).</summary>
    public const string ContactV3NotFound = "contacts:contactNotFound";
}
