using System.Globalization;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Finds the first reason that applies: what the person said, before what the list is, before what the engine has to do.</summary>
internal static class ListExplainer
{
    public static ListExplanation Explain(PersonFacts person, ListFacts list)
    {
        var found = WhatThePersonSaid(person, list) ?? WhatTheListIs(person, list) ?? WhatIsToDo(person, list);
        var usable = list.Keys.Where(static key => !key.IsOptedOut).ToList();
        return found with
        {
            AddressBookId = list.Connection?.AddressBookId,
            ItemId = list.ItemId,
            DuplicateItemIds = [.. usable.Skip(1).Select(static key => key.ItemId)],
        };
    }

    private static ListExplanation? WhatThePersonSaid(PersonFacts person, ListFacts list)
    {
        if (person.Forgotten is { } forgotten)
        {
            return Because(list, ContactExportReason.Forgotten, $"The person asked to be forgotten on {Day(forgotten.At)}, and is exported again only after resubscribing.", since: forgotten.At);
        }

        if (list.OptOut is { } optOut)
        {
            var who = optOut.Origin == OptOutOrigin.Host ? "in the host" : "in Dotdigital";
            return optOut.IsUndeliverable
                ? Because(list, ContactExportReason.Undeliverable, $"Dotdigital cannot deliver to the address ({optOut.Reason}, {Day(optOut.At)}).", optOut.Reason, optOut.At)
                : Because(
                    list,
                    optOut.Origin == OptOutOrigin.Host ? ContactExportReason.OptedOutInHost : ContactExportReason.OptedOut,
                    $"The person opted out {who} on {Day(optOut.At)}{(string.Equals(optOut.Reason, TellHostOptOutsStep.Reason, StringComparison.Ordinal) ? string.Empty : $" ({optOut.Reason})")}.",
                    optOut.Reason,
                    optOut.At);
        }

        return OfStatus(list, person.Contact?.Status ?? default, person.Contact?.UnsubscribedAt, "of the account")
            ?? OfStatus(list, list.Membership?.Status ?? default, list.Membership?.UnsubscribedAt, "of the address book")
            ?? (list.Keys.Any(static key => key.IsOptedOut)
                ? Because(list, ContactExportReason.OptedOutInHost, "The host says that the person opted out.")
                : null);
    }

    private static ListExplanation? OfStatus(ListFacts list, SubscriptionStatus status, DateTimeOffset? since, string scope) => status.Reachability switch
    {
        Reachability.OptedOut when status.IsUndeliverable =>
            Because(list, ContactExportReason.Undeliverable, $"Dotdigital cannot deliver to the address ({status}{At(since)}).", status.Value, since),
        Reachability.OptedOut => Because(list, ContactExportReason.OptedOut, $"The person opted out {scope} in Dotdigital ({status}{At(since)}).", status.Value, since),
        Reachability.Withheld => Because(list, ContactExportReason.Withheld, $"Dotdigital's status {scope} is {status}: the person is left alone until it changes.", status.Value),
        _ => null,
    };

    private static ListExplanation? WhatTheListIs(PersonFacts person, ListFacts list)
    {
        if (list.Connection is not { DisconnectedAt: null } connection)
        {
            return Because(list, ContactExportReason.NotConnected, "The list is not connected to an address book of the account.", since: list.Connection?.DisconnectedAt);
        }

        if (list.Book is not { DeletedAt: null })
        {
            return Because(list, ContactExportReason.BookGone, "The list's address book is gone from Dotdigital: connect the list to another one.", since: list.Book?.DeletedAt);
        }

        if (!connection.IsEnabled || list.List is null)
        {
            return Because(list, ContactExportReason.ConnectionDisabled, list.List is null ? "The host does not declare the list any more." : "The list's connection is switched off.");
        }

        if (list.Keys.Count == 0)
        {
            return WhenNoItemHasTheAddress(list);
        }

        if (!person.IsAccountEnabled)
        {
            return Because(list, ContactExportReason.AccountDisabled, "The account is switched off in the settings.");
        }

        if (person.Refusal is { } refusal)
        {
            return Because(list, ContactExportReason.AccountRefused, $"Dotdigital refuses the account since {Day(refusal.FailingSince!.Value)}.", refusal.LastErrorCode, refusal.FailingSince, detail: refusal.LastError);
        }

        try
        {
            ListMapping.Bind(list.List, person.DataFields);
            return null;
        }
        catch (MappingException wrong)
        {
            return Because(list, ContactExportReason.MappingBroken, "The list's mapping does not fit the account's data fields.", detail: wrong.Message);
        }
    }

    private static ListExplanation? WhenNoItemHasTheAddress(ListFacts list)
    {
        if (list.Membership is { ConnectionId: { } owner, ItemId: not null, State.Kind: ExportState.InBatch or ExportState.Due } && owner == list.Connection!.Id)
        {
            // A removal or rename, which the state tells better.
            return null;
        }

        return list.IsListRead
            ? Because(list, ContactExportReason.NotInList, "No item of the list had the address in its last pass.")
            : Because(list, ContactExportReason.ListNotRead, "The list was never read to its end, or is empty.");
    }

    private static ListExplanation WhatIsToDo(PersonFacts person, ListFacts list)
    {
        var state = list.Membership?.State ?? default;
        if (list.Membership is { ItemId: not null } membership)
        {
            switch (state.Kind)
            {
                case ExportState.Held:
                    return Because(list, ContactExportReason.Held, $"It is held ({state.Reason}) until somebody releases it or the item changes.", state.Reason, detail: membership.LastFault);
                case ExportState.Faulted:
                    return Because(list, ContactExportReason.Faulted, $"It was set aside ({state.Reason}) until the item changes.", state.Reason, detail: membership.LastFault);
                case ExportState.InBatch:
                    return Because(list, ContactExportReason.InBatch, $"A batch carries the person ({state.Operation}{At(list.Batch?.CreatedAt)}); its end is awaited.", state.Operation.ToString(), list.Batch?.CreatedAt, list.Batch?.Id);
                case ExportState.Clean:
                    return Because(list, ContactExportReason.InStep, "The person is in the address book, and nothing is to be sent.");
            }
        }

        if (list.Membership is null && list.Former is { } former)
        {
            if (former.Membership.State is { Kind: ExportState.Held or ExportState.Faulted } stopped)
            {
                return Because(
                    list,
                    stopped.Kind == ExportState.Held ? ContactExportReason.Held : ContactExportReason.Faulted,
                    $"The item's change of address was set aside ({stopped.Reason}) until the item changes or somebody releases it.",
                    stopped.Reason,
                    detail: former.Membership.LastFault);
            }

            var status = former.Contact.Status.Reachability == Reachability.Withheld ? former.Contact.Status : former.Membership.Status;
            if (status.Reachability == Reachability.Withheld)
            {
                return Because(list, ContactExportReason.Withheld, $"The item had another address, whose status in Dotdigital is {status}: the person is left alone until it changes.", status.Value);
            }
        }

        if (!person.AreSuppressionsRead || !list.IsBookRead)
        {
            return Because(list, ContactExportReason.NotReadYet, "The opt-outs and the book's contacts are read once before anything is sent.");
        }

        return state.Kind == ExportState.Due
            ? Because(list, ContactExportReason.Due, $"It is due ({state.Operation}) in the next export; an import of the account that is not settled keeps it waiting.", state.Operation.ToString(), detail: list.Membership?.LastFault)
            : Because(list, ContactExportReason.NotPreparedYet, "An item has the address; the next export prepares it. An import of the account that is not settled keeps it waiting.");
    }

    private static ListExplanation Because(
        ListFacts list, ContactExportReason reason, string sentence, string? code = null, DateTimeOffset? since = null, long? batchId = null, string? detail = null) => new()
    {
        ListName = list.Name,
        Reason = reason,
        Sentence = sentence,
        Code = code,
        Since = since,
        BatchId = batchId,
        Detail = detail,
    };

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string At(DateTimeOffset? at) => at is { } instant ? ", " + Day(instant.ToUniversalTime()) : string.Empty;
}
