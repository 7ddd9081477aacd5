using System.Globalization;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>What the forms of a list's page do.</summary>
internal sealed class ListActions(ListPages pages, IConnectionService connections, ISyncStore store)
{
    /// <summary>Connects a list to a free book, or to a new one.</summary>
    public async Task<DashboardAnswer> ConnectAsync(DashboardRequest request)
    {
        var account = request.Account();
        var list = request.Required("list");
        if (Choose(request) is not { } book)
        {
            return (await pages.ConnectFormAsync(request).ConfigureAwait(false)).Refused(["Choose an address book, or give a new one a name of 1 to 128 characters."]);
        }

        try
        {
            await connections.ConnectAsync(account, list, book, new ConnectionSettings { CreateEntities = request.Flag("create-entities") }, request.Cancel).ConfigureAwait(false);
        }
        catch (DotdigitalException refused)
        {
            return (await pages.ConnectFormAsync(request).ConfigureAwait(false)).Refused([refused.Message]);
        }

        return Back(request, Notices.Connected);
    }

    /// <summary>Asks for a run.</summary>
    public async Task<DashboardAnswer> SyncAsync(DashboardRequest request)
    {
        // Only an account that exists has a runner that takes the request.
        await connections.GetConnectionsAsync(request.Account(), request.Cancel).ConfigureAwait(false);
        await store.Locks.RequestAsync(request.Account(), JobNames.Cycle, request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.SyncRequested);
    }

    /// <summary>Has all members compared.</summary>
    public async Task<DashboardAnswer> RefreshAsync(DashboardRequest request)
    {
        await connections.RefreshAsync(request.Account(), request.Required("list"), request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.RefreshRequested);
    }

    /// <summary>Saves a connection's options.</summary>
    public async Task<DashboardAnswer> SaveOptionsAsync(DashboardRequest request)
    {
        if (!Enum.TryParse<OptOutAction>(request.Text("opt-out"), out var optOut) || !Enum.IsDefined(optOut)
            || !Enum.TryParse<LeaverAction>(request.Text("leavers"), out var leavers) || !Enum.IsDefined(leavers))
        {
            return (await pages.ListAsync(request).ConfigureAwait(false)).Refused(["Choose what happens with opt-outs and with leavers."]);
        }

        var settings = new ConnectionSettings { CreateEntities = request.Flag("create-entities"), OptOutAction = optOut, LeaverAction = leavers };
        await connections.UpdateAsync(request.Account(), request.Required("list"), settings, request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.OptionsSaved);
    }

    /// <summary>Exports the connection again.</summary>
    public async Task<DashboardAnswer> EnableAsync(DashboardRequest request)
    {
        await connections.EnableAsync(request.Account(), request.Required("list"), request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.Enabled);
    }

    /// <summary>Pauses the connection.</summary>
    public async Task<DashboardAnswer> DisableAsync(DashboardRequest request)
    {
        await connections.DisableAsync(request.Account(), request.Required("list"), request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.Disabled);
    }

    /// <summary>Ends the connection.</summary>
    public async Task<DashboardAnswer> DisconnectAsync(DashboardRequest request)
    {
        MembersOnDisconnect? members = request.Text("members") switch
        {
            "leave" => MembersOnDisconnect.Leave,
            "remove" => MembersOnDisconnect.RemoveAdded,
            _ => null,
        };
        if (members is not { } chosen)
        {
            return (await pages.ListAsync(request).ConfigureAwait(false)).Refused(["Choose what becomes of the members that the list added."]);
        }

        await connections.DisconnectAsync(request.Account(), request.Required("list"), chosen, request.Cancel).ConfigureAwait(false);
        return DashboardAnswer.GoTo(request.Link("lists", ("done", Notices.Disconnected)));
    }

    /// <summary>Confirms a removal, of at most as many members as the visitor saw.</summary>
    public async Task<DashboardAnswer> ConfirmRemovalAsync(DashboardRequest request)
    {
        if (!long.TryParse(request.Text("leavers"), NumberStyles.None, CultureInfo.InvariantCulture, out var leavers) || leavers < 1 || !request.Flag("sure"))
        {
            return (await pages.ListAsync(request).ConfigureAwait(false)).Refused(["Tick the box that says that the removal is meant."]);
        }

        await connections.ConfirmRemovalAsync(request.Account(), request.Required("list"), leavers, request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.RemovalConfirmed);
    }

    private static DashboardAnswer Back(DashboardRequest request, string notice) =>
        DashboardAnswer.GoTo(request.Link("lists/list", ("account", request.Text("account")), ("list", request.Text("list")), ("done", notice)));

    private static AddressBookChoice? Choose(DashboardRequest request)
    {
        var name = request.Text("new-book");
        return request.Text("book") switch
        {
            "new" when name.Length is > 0 and <= 128 => AddressBookChoice.New(name, request.Text("access") is "public" ? AddressBookAccess.Public : AddressBookAccess.Private),
            var id when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var book) => AddressBookChoice.Existing(book),
            _ => null,
        };
    }
}
