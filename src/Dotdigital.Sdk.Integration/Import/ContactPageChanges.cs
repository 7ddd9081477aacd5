using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>What one page of contacts changes, gathered before it is written.</summary>
internal sealed class ContactPageChanges
{
    /// <summary>The rows by contact id.</summary>
    public Dictionary<long, ContactV3> Rows { get; } = [];

    /// <summary>Contacts to save, as they were and as they are now.</summary>
    public Dictionary<long, (ContactRecord? Before, ContactRecord After)> Saved { get; } = [];

    /// <summary>Contacts read that are as they were.</summary>
    public Dictionary<long, ContactRecord> Unchanged { get; } = [];

    /// <summary>Who became opted out.</summary>
    public List<OptOutTransition> OptedOut { get; } = [];

    /// <summary>Who came back.</summary>
    public List<OptOutTransition> Returned { get; } = [];

    /// <summary>Contacts of which Dotdigital did not keep a value for the second time (rule W-3).</summary>
    public HashSet<long> GivenUp { get; } = [];

    /// <summary>Contacts whose address another contact in Dotdigital has by now: the former one was deleted and made anew, say. Their values were never compared with the host's.</summary>
    public HashSet<long> Replaced { get; } = [];

    /// <summary>How many contacts are new.</summary>
    public int Added { get; set; }

    /// <summary>The contact as it is now.</summary>
    public ContactRecord Contact(long id) => Saved.TryGetValue(id, out var saved) ? saved.After : Unchanged[id];
}
