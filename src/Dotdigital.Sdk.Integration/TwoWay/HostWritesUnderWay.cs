using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>What the export and the settlement of batches owe to values that the host has not been told yet (rule IM-4).</summary>
internal static class HostWritesUnderWay
{
    /// <summary>The values to send, without those that would overwrite what Dotdigital has and the host does not know yet.</summary>
    /// <param name="values">One value a name: null is not sent, empty clears.</param>
    /// <param name="names">The data fields.</param>
    /// <param name="writes">What the contact's items are still to be told.</param>
    public static IReadOnlyList<string?> Withhold(IReadOnlyList<string?> values, IReadOnlyList<string> names, IEnumerable<HostWriteRecord> writes)
    {
        string?[]? sent = null;
        foreach (var write in writes)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (write.Base[names[i]] is not null || (write.Offered[names[i]] is not null && string.IsNullOrEmpty(values[i])))
                {
                    sent ??= [.. values];
                    sent[i] = null;
                }
            }
        }

        return sent ?? values;
    }

    /// <summary>
    /// A delivered batch is where both sides last agreed on what it carried: the base of an edit that is not told to the host yet. Where Dotdigital then has the
    /// value sent, there is nothing to tell.
    /// </summary>
    public static async Task SettleAsync(
        IUnitOfWork unit, int connectionId, IReadOnlyDictionary<long, BatchMemberRecord> delivered, IReadOnlyDictionary<long, ContactRecord> contacts, CancellationToken cancellationToken)
    {
        var waiting = delivered.Count == 0 ? [] : await unit.HostWrites.FindAsync([.. delivered.Keys], cancellationToken).ConfigureAwait(false);
        var saved = new List<HostWriteRecord>();
        var over = new List<long>();
        foreach (var write in waiting.Where(write => write.ConnectionId == connectionId && !write.IsCreation && write.Base.Count > 0))
        {
            var now = write;
            foreach (var (name, _) in write.Base)
            {
                if (delivered[write.ContactId].Sent[name] is { } sent)
                {
                    var isSame = string.Equals(contacts[write.ContactId].Snapshot[name] ?? string.Empty, sent, StringComparison.Ordinal);
                    now = now with { Base = isSame ? now.Base.Without(name) : now.Base.Plus(name, sent) };
                }
            }

            if (now.Base.Count == 0 && now.Offered.Count == 0)
            {
                over.Add(write.ContactId);
            }
            else if (!now.Equals(write))
            {
                saved.Add(now);
            }
        }

        await unit.HostWrites.SaveAsync(saved, cancellationToken).ConfigureAwait(false);
        await unit.HostWrites.DeleteAsync(connectionId, over, cancellationToken).ConfigureAwait(false);
    }
}
