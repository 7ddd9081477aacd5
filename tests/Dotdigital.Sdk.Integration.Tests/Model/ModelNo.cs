namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>A no that Dotdigital was told, until the person takes it back.</summary>
internal sealed class ModelNo(string address, int? book, bool isUndeliverable, long at)
{
    public string Address { get; } = address;

    /// <summary>The book; null for the account.</summary>
    public int? Book { get; } = book;

    /// <summary>Whether it is an address's fault, which does not follow the person.</summary>
    public bool IsUndeliverable { get; } = isUndeliverable;

    public long At { get; } = at;

    /// <summary>Whether the engine has stored it: a run that read all opt-outs began after it, and ended well.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Whether the person took it back.</summary>
    public bool IsOver { get; set; }

    /// <summary>The items that had the address when the engine learned of it.</summary>
    public HashSet<(string List, string Item)> Items { get; } = [];
}
