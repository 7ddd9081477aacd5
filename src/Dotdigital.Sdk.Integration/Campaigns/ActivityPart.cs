namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>The lists of a campaign's activity, in the order in which they are read.</summary>
internal enum ActivityPart
{
    /// <summary>A row a contact.</summary>
    Activities = 0,

    /// <summary>A row an open.</summary>
    Opens = 1,

    /// <summary>A row a click.</summary>
    Clicks = 2,
}
