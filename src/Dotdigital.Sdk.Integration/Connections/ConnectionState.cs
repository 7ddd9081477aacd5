namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>Where a connection stands.</summary>
public enum ConnectionState
{
    /// <summary>It is exported.</summary>
    Live = 0,

    /// <summary>It is kept but not exported: disabled by a person, or because its book is gone (rule IM-1). Opt-outs go on.</summary>
    Disabled = 1,

    /// <summary>It was disconnected. Opt-outs go on for those it added (rule CN-2).</summary>
    Ended = 2,
}
