namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>How contacts are read from Dotdigital (rule IM-3).</summary>
public enum ContactsRead
{
    /// <summary>By one v3 read of the whole account, which goes on where it was interrupted.</summary>
    V3 = 0,

    /// <summary>By v2, each included address book by itself: for an account whose API user may not use contacts v3. An interrupted read of a book begins again.</summary>
    V2 = 1,
}
