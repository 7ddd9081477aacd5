using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What happened, as far as the rules ask for it: plain facts, noted by the acts, never by the engine.</summary>
internal sealed class ModelFacts
{
    /// <summary>The noes told to Dotdigital.</summary>
    public List<ModelNo> Noes { get; } = [];

    /// <summary>Addresses that ever said no, here or there.</summary>
    public HashSet<string> EverNo { get; } = new(StringComparer.Ordinal);

    /// <summary>Contacts whom marketers or people themselves put into a book, or gave another address.</summary>
    public HashSet<(int Contact, int Book)> Put { get; } = [];

    /// <summary>Addresses that marketers took out of a book, or deleted (book 0).</summary>
    public HashSet<(string Address, int Book)> Taken { get; } = [];

    /// <summary>Every address that a contact ever had in Dotdigital by a marketer's doing.</summary>
    public Dictionary<int, HashSet<string>> NamesOf { get; } = [];

    /// <summary>Addresses that may stay in a book after its list was disconnected.</summary>
    public HashSet<(string Address, int Book)> MayStay { get; } = [];

    /// <summary>What marketers last set, by contact and data field, with the host's values at that time by person.</summary>
    public Dictionary<(int Contact, string Field), (object? Value, IReadOnlyDictionary<string, object?[]> Host)> Edited { get; } = [];

    /// <summary>Campaigns by id: the books that they were sent to.</summary>
    public Dictionary<int, HashSet<int>> Campaigns { get; } = [];

    /// <summary>How often what happened to whom.</summary>
    public Dictionary<(int Campaign, int Contact, MarketingActivityKind Kind), int> Activity { get; } = [];

    /// <summary>What the host was given.</summary>
    public Dictionary<Guid, MarketingActivity> Delivered { get; } = [];

    /// <summary>Whether imports were made to end badly, so that members may be held.</summary>
    public bool HadBadImports { get; set; }

    /// <summary>Whether rows were refused, so that members may be faulted.</summary>
    public bool HadRefusedRows { get; set; }

    /// <summary>Whether something was changed behind tracking's back, so that a refresh is due.</summary>
    public bool IsUntracked { get; set; }

    /// <summary>The noes of an address that are in force.</summary>
    public IEnumerable<ModelNo> Of(string address) => Noes.Where(no => !no.IsOver && string.Equals(no.Address, address, StringComparison.Ordinal));

    public void Say(string address, int? book, bool isUndeliverable, long at)
    {
        EverNo.Add(address);
        if (!Of(address).Any(no => no.Book == book))
        {
            Noes.Add(new ModelNo(address, book, isUndeliverable, at));
        }
    }

    /// <summary>The person is back, in the account and, where one is given, in a book.</summary>
    public void Return(string address, int? book)
    {
        foreach (var no in Of(address).Where(no => no.Book is null || no.Book == book))
        {
            no.IsOver = true;
        }
    }

    /// <summary>A marketer took a contact out of a book, or deleted it (book 0), under whatever address.</summary>
    public void Take(int contact, string address, int book)
    {
        foreach (var name in (NamesOf.GetValueOrDefault(contact) ?? []).Append(address))
        {
            Taken.Add((name, book));
        }
    }

    /// <summary>A contact got another address: what holds of it holds under the new one too.</summary>
    public void Rename(string address, string newAddress, long at)
    {
        foreach (var no in Of(address).ToList())
        {
            Say(newAddress, no.Book, no.IsUndeliverable, at);
        }

        foreach (var set in new[] { MayStay, Taken })
        {
            set.UnionWith([.. set.Where(entry => string.Equals(entry.Address, address, StringComparison.Ordinal)).Select(entry => (newAddress, entry.Book))]);
        }
    }

    public void Count(int campaign, int contact, MarketingActivityKind kind, bool isOnce = false)
    {
        var key = (campaign, contact, kind);
        Activity[key] = isOnce ? 1 : Activity.GetValueOrDefault(key) + 1;
    }
}
