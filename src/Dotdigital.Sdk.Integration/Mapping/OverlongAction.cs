namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>What a text longer than the data field holds does (rule EX-3c).</summary>
public enum OverlongAction
{
    /// <summary>Sets the item aside with the field named.</summary>
    SetsAside = 0,

    /// <summary>Sends the text cut to the limit.</summary>
    IsCut = 1,
}
