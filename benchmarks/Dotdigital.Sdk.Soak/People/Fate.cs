namespace Dotdigital.Sdk.Soak.People;

/// <summary>What became of a person. Each has one fate at most, so that what must hold of both sides at the end is plain.</summary>
internal enum Fate : byte
{
    /// <summary>Is in the list, and wants to be mailed.</summary>
    None,

    /// <summary>Left the host's list.</summary>
    Left,

    /// <summary>Said no in the host.</summary>
    SaidNo,

    /// <summary>Said no in Dotdigital; the host must be told.</summary>
    Unsubscribed,

    /// <summary>Cannot be mailed any more; the host's own no is not touched.</summary>
    Bounced,

    /// <summary>Was taken out of the book by a marketer, and is not put back.</summary>
    Removed,
}
