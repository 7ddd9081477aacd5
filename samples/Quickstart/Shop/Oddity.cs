namespace Quickstart.Shop;

/// <summary>What is odd about a made-up customer; at most one thing.</summary>
internal enum Oddity
{
    None,
    NoEmail,
    BlankEmail,
    MalformedEmail,

    /// <summary>The address has an acceptable shape, but Dotdigital refuses it.</summary>
    RefusedEmail,

    /// <summary>The address of an earlier customer, in another case.</summary>
    SharedEmail,
    HugeNotes,
    BlankNames,
    MultiLineNotes,
    Mononym,
}
