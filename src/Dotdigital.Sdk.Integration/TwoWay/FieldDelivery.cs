using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>One item's fields on their way to the host.</summary>
internal sealed class FieldDelivery
{
    private readonly List<FieldDecision> _decisions = [];
    private readonly List<string> _misfits = [];

    public FieldDelivery(TwoWayList list, HostWriteRecord write, ContactRecord contact, string itemId)
    {
        Write = write;
        ItemId = itemId;
        var writes = new List<FieldWrite>();
        foreach (var column in list.TwoWay)
        {
            var name = column.Field.Name;
            var isOffered = write.Base[name] is null;
            var remote = contact.Snapshot[name] ?? string.Empty;
            if ((isOffered && (write.Offered[name] is null || remote.Length == 0)) || string.Equals(remote, write.Base[name], StringComparison.Ordinal))
            {
                continue;
            }

            var field = list.FieldOf(column);
            if (!HostValue.TryConvert(remote, field.Type, column.Field.Type, column.Zone, out var value))
            {
                _misfits.Add(name);
                continue;
            }

            var seen = write.Seen is null ? null : write.Seen[name] ?? FieldDecision.NotSeen;
            var decision = new FieldDecision(column, remote, write.Base[name], seen, list.List.List.TwoWayConflicts);
            _decisions.Add(decision);
            writes.Add(new FieldWrite(field.Name, value, decision.IsWanted));
        }

        Writes = writes;
        IsWanted = writes.Count > 0;
    }

    public HostWriteRecord Write { get; }

    public string ItemId { get; }

    /// <summary>What to write; empty when nothing needs to be.</summary>
    public IReadOnlyList<FieldWrite> Writes { get; }

    /// <summary>Whether the writer is to be asked.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>The data fields whose value is none of the host field's type.</summary>
    public IReadOnlyList<string> Misfits => _misfits;

    public int Conflicts => _decisions.Count(static decision => decision.IsConflict);

    public int Kept => _decisions.Count(static decision => decision.IsHostsKept || decision.IsSame);

    /// <summary>Whether the host's value is to go to Dotdigital after all: it was kept from it while this waited.</summary>
    public bool IsToBeExported => Writes.Count == 0 || _decisions.Exists(static decision => decision.IsHostsKept);

    /// <summary>Decides with the host's values as just read, so that the writer is not asked for nothing; it decides again when it is.</summary>
    public bool Wants(ListItem item, IReadOnlyList<string> fields)
    {
        IsWanted = false;
        foreach (var write in Writes)
        {
            IsWanted |= write.IsWanted(item.Values[IndexOf(fields, write.Field)]);
        }

        return IsWanted;
    }

    private static int IndexOf(IReadOnlyList<string> fields, string field) => fields.Index().First(pair => string.Equals(pair.Item, field, StringComparison.Ordinal)).Index;

    /// <summary>What is left to be told after the others were: the values that do not fit.</summary>
    public HostWriteRecord Rest()
    {
        var rest = Write with { Base = FieldValues.Empty, Offered = FieldValues.Empty, Seen = null };
        foreach (var name in _misfits)
        {
            rest = Write.Base[name] is { } known
                ? rest with { Base = rest.Base.Plus(name, known) }
                : rest with { Offered = rest.Offered.Plus(name, string.Empty) };
        }

        return rest;
    }
}
