using System.Globalization;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What must hold of both sides when everything is quiet: the guarantees, each as a plain comparison.</summary>
internal sealed class ModelChecks
{
    private readonly ModelWorld _world;
    private readonly List<string> _wrongs = [];
    private readonly Dictionary<string, Dictionary<string, SetAsideItem>> _setAside = new(StringComparer.Ordinal);
    private IReadOnlyList<ConnectionRecord> _live = [];
    private Dictionary<string, EmulatedContact> _remote = new(StringComparer.OrdinalIgnoreCase);

    private ModelChecks(ModelWorld world) => _world = world;

    public static async Task<IReadOnlyList<string>> RunAsync(ModelWorld world)
    {
        var checks = new ModelChecks(world);
        checks._live = [.. (await world.ConnectionsAsync()).Where(static connection => connection.DisconnectedAt is null && connection.IsEnabled)];
        checks._remote = world.Remote.Contacts.Where(static contact => contact.Email is not null).ToDictionary(static contact => contact.Email!, StringComparer.OrdinalIgnoreCase);
        foreach (var connection in checks._live)
        {
            await checks.LoadSetAsideAsync(connection.ListName);
        }

        foreach (var connection in checks._live)
        {
            await checks.CheckMembersAsync(connection);
        }

        await checks.CheckStrangersAsync();
        await checks.CheckSettledAsync();
        await checks.CheckMirrorAsync();
        checks.CheckActivity();
        checks._wrongs.AddRange(world.Remote.Violations.Select(static violation => $"(b) the emulator saw: {violation.Detail}"));
        checks._wrongs.AddRange(world.Log.Leaks.Select(static leak => $"(f) {leak}"));
        checks._wrongs.AddRange(world.Wrongs);
        return checks._wrongs;
    }

    private async Task LoadSetAsideAsync(string list)
    {
        var items = new Dictionary<string, SetAsideItem>(StringComparer.Ordinal);
        await foreach (var item in _world.Services.GetRequiredService<ISetAsideReader>().ReadAsync(ModelWorld.Id, list))
        {
            if (item.ItemId is { } id)
            {
                items[id] = item;
            }
        }

        _setAside[list] = items;
    }

    /// <summary>(a) Every reachable item is in its book with its owner's values, or has a reason.</summary>
    private async Task CheckMembersAsync(ConnectionRecord connection)
    {
        var people = _world.Host.In(connection.ListName);
        foreach (var person in people)
        {
            var setAside = _setAside[connection.ListName].GetValueOrDefault(person.Id);
            if (person.Address is not { } address)
            {
                Require(setAside is not null, $"(a) {person.Id} of {connection.ListName} has no usable address and is not set aside");
                continue;
            }

            var isReachable = _remote.GetValueOrDefault(address)?.IsReachableIn(connection.AddressBookId) == true;
            if (person.Noes.Contains(connection.ListName))
            {
                Require(!isReachable || people.Any(other => other.Address == address && !other.Noes.Contains(connection.ListName)), $"(b) {person.Id} ({address}) said no to {connection.ListName} in the host and is still mailed in book {connection.AddressBookId}");
                continue;
            }

            var first = people.First(other => other.Address == address && !other.Noes.Contains(connection.ListName));
            if (first.Id != person.Id)
            {
                Require(setAside is not null || people.Any(other => other.Address == address && other.Noes.Contains(connection.ListName)), $"(a) {person.Id} of {connection.ListName} has the address of {first.Id} and is not set aside");
            }
            else if (isReachable)
            {
                if (setAside is null && !await ClingsANoAsync(connection, person, address))
                {
                    CheckValues(connection, person, _remote[address]);
                }
            }
            else if (setAside is null || !IsTrue(setAside))
            {
                await CheckReasonAsync(connection, person, address);
            }
        }
    }

    /// <summary>The item said no under an address that it had before, and nobody told the engine that this item is back: whoever is in the book under its new address is not there for it.</summary>
    private async Task<bool> ClingsANoAsync(ConnectionRecord connection, ModelPerson person, string address) =>
        (await _world.ReadAsync(unit => unit.ListItems.FindAsync(connection.ListName, [person.Id], CancellationToken.None)))
        .Any(item => item.Email is { } former && former.Value != address && _world.Facts.EverNo.Contains(former.Value));

    private bool IsTrue(SetAsideItem item) => item.Reason switch
    {
        SetAsideReason.RejectedByWatchdog or SetAsideReason.FailedRepeatedly or SetAsideReason.ExceedsContactLimit => _world.Facts.HadBadImports,
        SetAsideReason.Refused or SetAsideReason.InvalidEmail => _world.Facts.HadRefusedRows || (item.ItemId is { } id && _world.Host.AddressesOf[id].Any(WasTaken)),
        SetAsideReason.OptOutReported => _world.Facts.EverNo.Count > 0,
        _ => true,
    };

    private async Task CheckReasonAsync(ConnectionRecord connection, ModelPerson person, string address)
    {
        var explained = (await ExplainAsync(address)).Lists.Single(list => list.ListName == connection.ListName);
        var addresses = _world.Host.AddressesOf[person.Id].Append(address);
        var isTrue = explained.Reason switch
        {
            ContactExportReason.Undeliverable when _remote.GetValueOrDefault(address)?.Status == EmulatedStatus.HardBounced => true,
            ContactExportReason.OptedOut or ContactExportReason.OptedOutInHost or ContactExportReason.Undeliverable => addresses.Any(_world.Facts.EverNo.Contains) || addresses.Any(SaidNoInHost),
            ContactExportReason.Withheld => addresses.Any(WasTaken),
            ContactExportReason.Held or ContactExportReason.Faulted => _world.Facts.HadBadImports || _world.Facts.HadRefusedRows || addresses.Any(WasTaken),
            ContactExportReason.NotInList => _setAside[connection.ListName].ContainsKey(person.Id),
            _ => false,
        };
        Require(
            isTrue,
            $"(a) {person.Id} ({address}) of {connection.ListName} is not in book {connection.AddressBookId}, and the engine says {explained.Reason}: {explained.Sentence} Stored: "
                + Describe((await MembershipsAsync()).FirstOrDefault(view => view.Membership.AddressBookId == connection.AddressBookId && view.Contact.Email.Value == address)));
    }

    private bool WasTaken(string address) => _world.Facts.Taken.Any(taken => taken.Address == address);

    private bool SaidNoInHost(string address) => _world.Host.People.Values.Any(person => person.Noes.Count > 0 && _world.Host.AddressesOf.GetValueOrDefault(person.Id)?.Contains(address) == true);

    private Task<ContactExplanation> ExplainAsync(string address) =>
        _world.Services.GetRequiredService<IContactExplainer>().ExplainContactAsync(ModelWorld.Id, address, CancellationToken.None);

    private void CheckValues(ConnectionRecord connection, ModelPerson person, EmulatedContact contact)
    {
        var list = connection.ListName[^1] - '0';
        foreach (var row in _world.RowsOf(list))
        {
            // The owner's value is sent, whichever list it is (rule EX-3a); who owns it is in doubt where a list knows the person and withholds it.
            var owners = _live.Where(other => _world.Host.In(other.ListName).Any(item => item.Address == person.Address) && RowOf(other, row.DataField) is not null)
                .OrderByDescending(static other => other.ListName[^1] == '1').ThenBy(static other => other.Id).ToList();
            var certain = owners.FindIndex(other => contact.IsReachableIn(other.AddressBookId)
                && !_setAside[other.ListName].ContainsKey(FirstOf(other, person.Address!).Id) && !FirstOf(other, person.Address!).Noes.Contains(other.ListName));
            var candidates = owners.Take(certain + 1).Select(other => Expected(FirstOf(other, person.Address!), RowOf(other, row.DataField)!)).ToList();
            var actual = contact.DataFields.GetValueOrDefault(row.DataField);
            if (candidates.Count == 0 || IsInConflict(person.Address!) || candidates.Exists(expected => Same(expected, actual)) || IsLeftAlone(contact, row, actual)
                || (row.WhenBlank == BlankAction.IsNotSent && candidates.Contains(null)))
            {
                continue;
            }

            _wrongs.Add($"(a) {person.Id} ({person.Address}) of {connection.ListName}: {row.DataField} is '{actual}' in Dotdigital instead of '{candidates[^1]}'");
        }
    }

    /// <summary>
    /// Items that exchanged their emails wait for a person (rule EX-3b), and one whose former address was taken out in Dotdigital is withheld, and one that has no
    /// usable address any more keeps its former one: until then the address stands for either.
    /// </summary>
    private bool IsInConflict(string address) => _world.Host.People.Values.Any(person => person.Address is null && _world.Host.AddressesOf.GetValueOrDefault(person.Id)?.Contains(address) == true) || _world.Host.AddressesOf.Values.Any(addresses => addresses.Contains(address) && addresses.Count > 1 && addresses.Any(WasTaken)) || _setAside.Values.SelectMany(static list => list.Values)
        .Any(item => item.Reason == SetAsideReason.EmailConflict && _world.Host.AddressesOf.GetValueOrDefault(item.ItemId!)?.Contains(address) == true);

    private ModelPerson FirstOf(ConnectionRecord connection, string address) =>
        _world.Host.In(connection.ListName).Where(item => item.Address == address).OrderBy(item => item.Noes.Contains(connection.ListName)).First();

    private MappingRow? RowOf(ConnectionRecord connection, string dataField) => _world.RowsOf(connection.ListName[^1] - '0').FirstOrDefault(row => row.DataField == dataField);

    /// <summary>A marketer's later edit of a one-way field stays until the host's value changes (rule MP-6).</summary>
    private bool IsLeftAlone(EmulatedContact contact, MappingRow row, object? actual)
    {
        if (row.IsTwoWay || row.Restores || !_world.Facts.Edited.TryGetValue((contact.Id, row.DataField), out var edit) || !Same(edit.Value, actual))
        {
            return false;
        }

        return _world.Host.People.Values.Any(person => person.Address == contact.Email && edit.Host.GetValueOrDefault(person.Id)?.SequenceEqual(person.AllValues()) == true);
    }

    private static object? Expected(ModelPerson person, MappingRow row)
    {
        var values = row.Fields.Select(field => person.Values.GetValueOrDefault(field)).Select(static value => value is string text ? text.Trim() : value).Where(static value => value is not null and not "").ToList();
        return values.Count == 0 ? null : row.Fields.Count == 1 ? values[0] : string.Join(' ', values);
    }

    private static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (null, null) => true,
        (string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.Ordinal),
        _ => Equals(expected, actual),
    };

    /// <summary>(a) Nobody else that we added is in a book.</summary>
    private async Task CheckStrangersAsync()
    {
        var memberships = await MembershipsAsync();
        foreach (var contact in _remote.Values)
        {
            foreach (var book in _world.Books.Where(contact.IsReachableIn))
            {
                var address = contact.Email!.ToLowerInvariant();
                var connection = (await _world.ConnectionsAsync()).FirstOrDefault(connection => connection.DisconnectedAt is null && connection.AddressBookId == book);
                if (_world.Facts.Put.Contains((contact.Id, book)) || _world.Facts.MayStay.Contains((address, book)) || connection is { IsEnabled: false }
                    || (connection is not null && IsWanted(connection, address)))
                {
                    continue;
                }

                var stored = memberships.FirstOrDefault(view => view.Membership.AddressBookId == book && view.Contact.Email.Value == address);
                _wrongs.Add($"(a) {address} is in book {book} although no item of a list has the address and nobody else put it there; stored: {Describe(stored)}");
            }
        }
    }

    /// <summary>An item has the address, or had it and is set aside for the one that it has now.</summary>
    private bool IsWanted(ConnectionRecord connection, string address) => _world.Host.In(connection.ListName).Any(person => person.Address == address
        || (_world.Host.AddressesOf.GetValueOrDefault(person.Id)?.Contains(address) == true && (person.Address is null || (_setAside.GetValueOrDefault(connection.ListName)?.ContainsKey(person.Id) ?? true))));

    private Task<IReadOnlyList<MembershipView>> MembershipsAsync() =>
        _world.ReadAsync(static unit => unit.Memberships.PageAsync(new MembershipFilter(), null, 1000, CancellationToken.None));

    /// <summary>(c) Nothing is on its way any more.</summary>
    private async Task CheckSettledAsync()
    {
        var live = _live.Select(static connection => connection.Id).ToHashSet();
        foreach (var view in await MembershipsAsync())
        {
            if (view is { Contact.RemoteId: null, Membership.State: { Kind: ExportState.Due, Operation: ExportOperation.Remove } })
            {
                // It was sent, and Dotdigital never told of it: never forgotten, and removed if it ever shows up (rule S-4).
                continue;
            }

            var isWaiting = view.Membership.State.Kind == ExportState.InBatch
                || (view.Membership.State.Kind == ExportState.Due && view.Membership.ConnectionId is { } id && live.Contains(id)
                    && view.Contact.Status.Reachability != Reachability.Withheld && view.Membership.Status.Reachability != Reachability.Withheld && !IsSetAside(id, view.Membership.ItemId) && !IsInConflict(view.Contact.Email.Value));
            Require(!isWaiting, $"(c) {view.Contact.Email.Value} still waits: {Describe(view)}");
        }

        foreach (var batch in await _world.ReadAsync(static unit => unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], CancellationToken.None)))
        {
            _wrongs.Add(string.Create(CultureInfo.InvariantCulture, $"(c) batch {batch.Id} is still {batch.State}: {batch.Error}"));
        }
    }

    /// <summary>What is due of an item that has no usable address now waits for one.</summary>
    private bool IsSetAside(int connectionId, string? item) => item is not null
        && _live.FirstOrDefault(connection => connection.Id == connectionId) is { } connection && _setAside[connection.ListName].GetValueOrDefault(item) is { Reason: SetAsideReason.NoEmail or SetAsideReason.InvalidEmail };

    /// <summary>(e) No watermark is ahead of its data: what Dotdigital has is stored.</summary>
    private async Task CheckMirrorAsync()
    {
        var stored = (await _world.ReadAsync(unit => unit.Contacts.FindByEmailAsync([.. _remote.Keys.Select(EmailAddress.Parse)], CancellationToken.None))).ToDictionary(static contact => contact.Email.Value, StringComparer.Ordinal);
        var memberships = (await MembershipsAsync()).ToLookup(static view => view.Contact.Id, static view => view.Membership);
        var read = _live.Select(static connection => connection.AddressBookId).ToHashSet();
        foreach (var (email, contact) in _remote)
        {
            // V2 lists neither those who left a book nor those who are in none.
            if (_world.Setup.ReadsByBook && !contact.Memberships.Any(membership => read.Contains(membership.AddressBookId) && contact.IsReachableIn(membership.AddressBookId)))
            {
                continue;
            }

            if (stored.GetValueOrDefault(email.ToLowerInvariant()) is not { } record)
            {
                _wrongs.Add($"(e) {email} is in Dotdigital and not stored");
                continue;
            }

            var isReachable = contact.Status is EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced;
            Require(record.RemoteId == contact.Id, $"(e) {email} is contact {contact.Id} in Dotdigital and {record.RemoteId} in the store");

            // A no of whoever has an address now may be taken for one of the contact that had it before: nobody is mailed too much.
            var isClinging = record.Status.Reachability == Reachability.OptedOut && _world.Facts.NamesOf.TryGetValue(contact.Id, out var names) && names.Any(_world.Facts.EverNo.Contains);
            Require(
                isClinging || record.Status.Reachability is Reachability.Reachable or Reachability.Unknown == isReachable,
                $"(e) {email} is {contact.Status} in Dotdigital and {record.Status} in the store");
            foreach (var membership in contact.Memberships.Where(membership => !_world.Setup.ReadsByBook || read.Contains(membership.AddressBookId)))
            {
                var member = memberships[record.Id].FirstOrDefault(member => member.AddressBookId == membership.AddressBookId);
                var isStored = member is not null && (membership.Status == MembershipStatus.Suppressed
                    ? member.Status.Reachability == Reachability.OptedOut
                    : member.Status.Reachability is Reachability.Reachable or Reachability.Unknown || !isReachable);
                var isPutBack = member is null && _world.Facts.Put.Contains((contact.Id, membership.AddressBookId));
                Require(isStored || isPutBack, $"(e) {email} is {membership.Status} in book {membership.AddressBookId} and {(member is null ? "not stored" : member.Status.ToString())}");
            }

            foreach (var name in ModelMappings.DataFields)
            {
                var actual = contact.DataFields.GetValueOrDefault(name);
                var known = record.Snapshot[name];
                var isSame = actual switch
                {
                    null => string.IsNullOrEmpty(known),
                    decimal number => decimal.TryParse(known, CultureInfo.InvariantCulture, out var value) && value == number,
                    bool flag => string.Equals(known, flag ? "true" : "false", StringComparison.OrdinalIgnoreCase),
                    _ => string.Equals(known, actual.ToString(), StringComparison.Ordinal),
                };
                Require(isSame, $"(e) {email} has {name} '{actual}' in Dotdigital and '{known}' in the store");
            }
        }
    }

    /// <summary>(d) Every event of a campaign of a connected book is one marketing activity on the host.</summary>
    private void CheckActivity()
    {
        var books = _live.Select(static connection => connection.AddressBookId).ToHashSet();
        var delivered = _world.Facts.Delivered.Values.CountBy(static activity => (activity.CampaignId, (int)activity.RemoteContactId, activity.Kind)).ToDictionary();
        var contacts = _remote.Values.Select(static contact => contact.Id).ToHashSet();
        foreach (var (happened, times) in _world.Facts.Activity)
        {
            var (campaign, contact, kind) = happened;
            if (contacts.Contains(contact) && _world.Facts.Campaigns[campaign].Overlaps(books))
            {
                var given = delivered.GetValueOrDefault((campaign, contact, kind));
                Require(given == times, $"(d) campaign {campaign}, contact {contact}: {kind} happened {times} times, and the host was told {given}");
            }
        }

        foreach (var (told, times) in delivered)
        {
            var happened = _world.Facts.Activity.GetValueOrDefault((told.CampaignId, told.Item2, told.Kind));
            Require(times <= happened, $"(d) campaign {told.CampaignId}, contact {told.Item2}: the host was told of {told.Kind} {times} times, and it happened {happened}");
        }
    }

    private void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            _wrongs.Add(sentence);
        }
    }

    /// <summary>A membership in words.</summary>
    public static string Describe(MembershipView? view) => view is null
        ? "nothing"
        : $"contact {view.Contact.Status}, member {view.Membership.Status}, {view.Membership.State.Kind} {view.Membership.State.Operation} {view.Membership.State.Reason}, item {view.Membership.ItemId ?? "none"}, "
            + $"connection {view.Membership.ConnectionId?.ToString(CultureInfo.InvariantCulture) ?? "none"}, added by {view.Membership.AddedBy?.ToString(CultureInfo.InvariantCulture) ?? "none"}, {view.Membership.LastFault}";
}
