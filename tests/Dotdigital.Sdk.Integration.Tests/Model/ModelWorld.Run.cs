using System.Diagnostics;
using System.Text.RegularExpressions;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using FaultKind = Dotdigital.Sdk.Emulator.Faults.FaultKind;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>The scheduler, and what goes wrong.</summary>
internal sealed partial class ModelWorld
{
    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(35), TimeSpan.FromHours(1.1), TimeSpan.FromHours(5), TimeSpan.FromHours(26),
    ];

    private static readonly string?[] Operations =
    [
        null, "/v2/address-books/*/contacts/import", "/contacts/v3*", "/v2/contacts/import/*", "/v2/contacts/suppressed-since/*", "/v2/address-books/*/contacts/unsubscribed-since/*",
        "/v2/address-books*", "/v2/campaigns*", "/v2/server-time", "*delete*",
    ];

    private CancellationTokenSource _cancel = new();

    /// <summary>Does one act.</summary>
    public async Task DoAsync(Act act)
    {
        Trace.Write(act.ToString());
        await DoItAsync(act);
        await Trace.WriteStateAsync(this);
    }

    private async Task DoItAsync(Act act)
    {
        switch (act.Kind)
        {
            case ActKind.HostInsert: await InsertAsync(act.Who, act.What); break;
            case ActKind.HostEdit: await EditAsync(act.Who, act.What, act.Where); break;
            case ActKind.HostClear: await EditAsync(act.Who, act.What, null); break;
            case ActKind.HostDelete: await DeleteAsync(act.Who); break;
            case ActKind.HostMove: Move(act.Who, act.What); break;
            case ActKind.HostEmail: Change(act.Who, Email(act.What)); break;
            case ActKind.HostSwap: Swap(act.Who, act.What); break;
            case ActKind.HostBulk: Bulk(act.What, act.Where); break;
            case ActKind.HostNo: SayNo(act.Who, act.What); break;
            case ActKind.HostYes: TakeBack(act.Who, act.What); break;
            case ActKind.ServiceNo: await SayNoToServiceAsync(act.Who, act.What); break;
            case ActKind.Door: await AskBackAsync(act.Who, act.What); break;
            case ActKind.HostRefuses: Host.Refusals = 1 + (act.What % 3); break;
            case ActKind.HostBreaks: Host.Breaking = ListOf(act.Who); break;
            case ActKind.RemoteAdd: RemoteAdd(Address(act.Who), Book(act.What)); break;
            case ActKind.RemoteEdit: RemoteEdit(Address(act.Who), act.What, act.Where); break;
            case ActKind.RemoteLeave: RemoteLeave(Address(act.Who), Book(act.What)); break;
            case ActKind.RemoteNo: RemoteNo(Address(act.Who), Ends[act.What % Ends.Length]); break;
            case ActKind.RemoteReturn: RemoteReturn(Address(act.Who), Book(act.What)); break;
            case ActKind.RemoteRemove: RemoteRemove(Address(act.Who), Book(act.What)); break;
            case ActKind.RemoteEmail: await RemoteRenameAsync(Address(act.Who), Address(act.What)); break;
            case ActKind.RemoteDelete: RemoteDelete(Address(act.Who)); break;
            case ActKind.RemoteCampaign: SendCampaign(Book(act.What)); break;
            case ActKind.RemoteActivity: Act(act.Who, act.What, act.Where); break;
            case ActKind.Disconnect: await EndAsync(act.Who, act.Where, members => Connections.DisconnectAsync(Id, ListOf(act.Who), members)); break;
            case ActKind.Connect: await TryAsync(() => Connections.ConnectAsync(Id, ListOf(act.Who), AddressBookChoice.Existing(Book(act.What)))); break;
            case ActKind.Switch: await EndAsync(act.Who, act.Where, members => Connections.SwitchAsync(Id, ListOf(act.Who), AddressBookChoice.Existing(Book(act.What)), members)); break;
            case ActKind.Disable: await TryAsync(() => Connections.DisableAsync(Id, ListOf(act.Who))); break;
            case ActKind.Enable: await TryAsync(() => Connections.EnableAsync(Id, ListOf(act.Who))); break;
            case ActKind.Map: await MapAsync(act.What); break;
            case ActKind.Creates: await TryAsync(() => Connections.UpdateAsync(Id, ListOf(act.Who), new ConnectionSettings { CreateEntities = act.What % 2 == 0 })); break;
            case ActKind.Refresh: await TryAsync(() => Connections.RefreshAsync(Id, ListOf(act.Who))); break;
            case ActKind.Release: await TryAsync(() => Connections.ReleaseHeldAsync(Id, ListOf(act.Who))); break;
            case ActKind.Wait: Emulator.Clock.Advance(Jumps[act.What % Jumps.Length]); break;
            case ActKind.Restart: await RestartAsync(); break;
            case ActKind.Fault: AddFault(act); break;
            case ActKind.Network: Network.At(1 + (act.Who % 25), (NetworkTrouble)(act.What % (int)NetworkTrouble.KillBefore)); break;
            case ActKind.KillAtRequest: Network.At(1 + (act.Who % 25), act.What % 2 == 0 ? NetworkTrouble.KillBefore : NetworkTrouble.KillAfter); break;
            case ActKind.Cancel: Network.At(1 + (act.Who % 25), NetworkTrouble.CancelBefore); break;
            case ActKind.KillAtCommit: Kills.At(1 + (act.Who % 60), act.What % 2 == 1); break;
            default: await RunAsync(act); break;
        }
    }

    /// <summary>Runs a job; whatever was to go wrong in it does, and a process that dies is followed by another.</summary>
    /// <returns>The reports; none when the run ended by an exception.</returns>
    public async Task<IReadOnlyList<SyncReport>> RunAsync(Act act)
    {
        using var cancel = new CancellationTokenSource();
        (_cancel, var former) = (cancel, _cancel);
        former.Dispose();
        if (act.During.Count > 0)
        {
            Network.Before(1 + (act.At % 25), async () =>
            {
                foreach (var inner in act.During)
                {
                    await DoAsync(inner);
                }
            });
        }

        var began = Host.Tick();
        var begun = Enumerable.Range(0, Addresses).Select(Address).ToDictionary(static address => address, ItemsOf, StringComparer.Ordinal);
        Network.Begin();
        try
        {
            var reports = await StartAsync(act.Kind, cancel.Token);
            Learn(reports, began, begun);
            return reports;
        }
        catch (Exception ended) when (Kills.IsDead)
        {
            Log.Read("a killed run", ended.ToString());
            return [];
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return [];
        }
        catch (DotdigitalException failed)
        {
            Log.Read("a failed run", failed.ToString());
            return [];
        }
        catch (ModelHostException)
        {
            return [];
        }
        finally
        {
            Network.End();
            _cancel = new CancellationTokenSource();
            if (Kills.IsDead)
            {
                await RestartAsync();
            }
        }
    }

    private async Task<IReadOnlyList<SyncReport>> StartAsync(ActKind kind, CancellationToken cancellationToken) => kind switch
    {
        ActKind.Cycle => [await _services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Id, null, null, cancellationToken)],
        ActKind.ForcedCycle => [await _services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Id, new RunOptions { Force = true }, null, cancellationToken)],
        ActKind.Import => [await _services.GetRequiredService<IImportOrchestrator>().RunAsync(Id, null, null, cancellationToken)],
        ActKind.Export => [await _services.GetRequiredService<IExportOrchestrator>().RunAsync(Id, null, null, cancellationToken)],
        ActKind.Status => [await _services.GetRequiredService<IExportStatusOrchestrator>().RunAsync(Id, null, null, cancellationToken)],
        ActKind.Changes => await _services.GetRequiredService<ITrackedChangeProcessor>().RunAsync(null, cancellationToken),
        _ => throw new UnreachableException($"{kind} is no run."),
    };

    private void AddFault(Act act)
    {
        var kind = (FaultKind)(act.What % ((int)FaultKind.RowRefused + 1));
        if (kind is FaultKind.Delay)
        {
            kind = FaultKind.ServerError;
        }

        Facts.HadBadImports |= kind is FaultKind.RejectedByWatchdog or FaultKind.ImportFailed or FaultKind.InvalidFileFormat or FaultKind.ExceedsAllowedContactLimit;
        Facts.HadRefusedRows |= kind is FaultKind.RowRefused;
        Emulator.Faults.Add(new Fault(kind)
        {
            Operation = kind >= FaultKind.RejectedByWatchdog ? null : Operations[act.Where % Operations.Length],
            After = act.Who % 4,
            Times = 1,
            Status = 503,
            Emails = [Address(act.Who)],
            Reason = "Invalid Entries",
        });
    }

    /// <summary>After a run that read the opt-outs to their end, what had been said before it is known.</summary>
    private void Learn(IReadOnlyList<SyncReport> reports, long began, Dictionary<string, HashSet<(string List, string Item)>> begun)
    {
        foreach (var report in reports)
        {
            foreach (var failed in report.Steps.Where(static step => step.Exception is not null))
            {
                Log.Read($"step {failed.Step}", failed.Exception!.ToString());
                if (failed.Exception is not (DotdigitalException or ModelHostException))
                {
                    Wrongs.Add($"(x) step {failed.Step} failed with {failed.Exception}");
                }
            }

            foreach (var no in Facts.Noes.Where(no => !no.IsOver && !no.IsKnown && no.At < began && WasRead(report, no)))
            {
                no.IsKnown = true;
                Remote.OptOutKnown(no.Address, no.Book);
                if (!no.IsUndeliverable)
                {
                    no.Items.UnionWith(ItemsOf(no.Address).Intersect(begun.GetValueOrDefault(no.Address) ?? []));
                }
            }
        }
    }

    private bool WasRead(SyncReport report, ModelNo no) => report.Steps.Any(step =>
        step is { Error: null, NotRun: null, Continues: false }
        && (no.Book is { } book
            ? step.Step == StepNames.ReadBookOptOuts && step.Scope == "ABC"[_books.IndexOf(book)].ToString()
            : step.Step == StepNames.ReadSuppressions));

    private HashSet<(string List, string Item)> ItemsOf(string address) =>
        [.. Host.People.Values.Where(person => person.Address == address).SelectMany(static person => person.Lists.Select(list => (list, person.Id)))];

    /// <summary>Sees every import of the engine: no item that said no may be in it. (That no such address is, the emulator sees.)</summary>
    private async Task WatchAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        Trace.Write($"  {request.Method} {request.RequestUri.PathAndQuery}");
        if (request.Method != HttpMethod.Post || !path.EndsWith("/import", StringComparison.OrdinalIgnoreCase) || request.Content is null)
        {
            return;
        }

        await request.Content.LoadIntoBufferAsync();
        var body = await request.Content.ReadAsStringAsync();
        Trace.Write(body);
        int? book = BookInPath().Match(path) is { Success: true } match ? int.Parse(match.Groups["book"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;
        var lists = (await ConnectionsAsync()).Where(connection => connection.DisconnectedAt is null && (book is null || connection.AddressBookId == book)).ToList();
        foreach (var address in AnAddress().Matches(body).Select(static match => match.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal))
        {
            foreach (var connection in lists.Where(_ => book is not null))
            {
                WatchItems(connection, address, path);
            }
        }
    }

    private void WatchItems(ConnectionRecord connection, string address, string path)
    {
        var people = Host.In(connection.ListName).Where(person => person.Address == address).ToList();
        var read = people.Select(person => Host.ReadAt.GetValueOrDefault((connection.ListName, person.Id))).DefaultIfEmpty().Max();

        // Another item of the list may have the address too, and never have said no.
        foreach (var person in people.Where(person => people.TrueForAll(other => other.Noes.Contains(connection.ListName)) && Host.NoAt.GetValueOrDefault((connection.ListName, person.Id)) < read))
        {
            Wrongs.Add($"(b) {address} was sent by {path} although {person.Id} had said no to {connection.ListName} in the host.");
        }

        foreach (var no in Facts.Noes.Where(no => no is { IsKnown: true, IsOver: false } && (no.Book is null || no.Book == connection.AddressBookId)))
        {
            // Another item of the list may have the address too, and never have said no.
            var isAnothers = people.Exists(person => !person.Noes.Contains(connection.ListName) && !no.Items.Contains((connection.ListName, person.Id)));
            foreach (var person in people.Where(person => !isAnothers && no.Items.Contains((connection.ListName, person.Id))))
            {
                Wrongs.Add($"(b) {person.Id} was sent as {address} by {path} although it had said no as {no.Address}, and that was known.");
            }
        }
    }

    [GeneratedRegex("/address-books/(?<book>[0-9]+)/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BookInPath();

    [GeneratedRegex("c[0-9]@example\\.com", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnAddress();
}
