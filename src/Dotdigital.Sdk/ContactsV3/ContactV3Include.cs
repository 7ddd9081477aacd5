namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Further data of a contact to read (<c>include</c>).</summary>
[Flags]
public enum ContactV3Include
{
    /// <summary>Ids and identifiers only.</summary>
    None = 0,

    /// <summary>The channels with their status.</summary>
    ChannelProperties = 1,

    /// <summary>The address books with the status on each.</summary>
    Lists = 2,

    /// <summary>The marketing preferences.</summary>
    Preferences = 4,

    /// <summary>The consent records.</summary>
    ConsentRecords = 8,
}
