using System.Globalization;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>What the forms of a list's page do.</summary>
internal sealed class ListActions(ListPages pages, IConnectionService connections, IDataFieldService dataFields)
{
    /// <summary>Connects a list to a free book, or to a new one; or says first what that would do.</summary>
    public Task<DashboardAnswer> ConnectAsync(DashboardRequest request) => ChooseAsync(
        request,
        pages.ConnectFormAsync,
        (book, _) => connections.ConnectAsync(request.Account(), request.Required("list"), book, new ConnectionSettings { CreateEntities = request.Flag("create-entities") }, request.Cancel),
        Notices.Connected);

    /// <summary>Switches a connected list to another book; or says first what that would do.</summary>
    public Task<DashboardAnswer> SwitchAsync(DashboardRequest request) => ChooseAsync(
        request,
        pages.SwitchFormAsync,
        (book, members) => connections.SwitchAsync(request.Account(), request.Required("list"), book, members, request.Cancel),
        Notices.Switched,
        needsMembers: true);

    /// <summary>Asks for a run.</summary>
    public async Task<DashboardAnswer> SyncAsync(DashboardRequest request)
    {
        await connections.RequestSyncAsync(request.Account(), request.Required("list"), request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.SyncRequested);
    }

    /// <summary>Reads the account's data fields now.</summary>
    public async Task<DashboardAnswer> ReadFieldsAsync(DashboardRequest request)
    {
        var report = await dataFields.RefreshAsync(request.Account(), request.Cancel).ConfigureAwait(false);
        var failures = report.Failures.Select(static step => step.Error ?? "The read failed.").ToList();
        return failures.Count > 0
            ? (await pages.ListAsync(request).ConfigureAwait(false)).Refused(failures, StatusCodes.Status409Conflict)
            : Back(request, report.WasBusy ? Notices.DataFieldsLater : Notices.DataFieldsRead);
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
        if (Members(request) is not { } chosen)
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

    private async Task<DashboardAnswer> ChooseAsync(
        DashboardRequest request, Func<DashboardRequest, Task<DashboardAnswer>> form, Func<AddressBookChoice, MembersOnDisconnect, Task> act, string notice, bool needsMembers = false)
    {
        var shown = await form(request).ConfigureAwait(false);
        if (Choose(request) is not { } book)
        {
            return shown.Refused(["Choose an address book, or give a new one a name of 1 to 128 characters."]);
        }

        var isPreview = request.Text("act") is "preview";
        var members = needsMembers ? Members(request) : MembersOnDisconnect.Leave;
        if (!isPreview && members is null)
        {
            return shown.Refused(["Choose what becomes of the members that the list added to its former address book."]);
        }

        try
        {
            if (isPreview)
            {
                return await pages.PreviewAsync(request, shown, book).ConfigureAwait(false);
            }

            await act(book, members!.Value).ConfigureAwait(false);
        }
        catch (DotdigitalException refused)
        {
            return shown.Refused([refused.Message]);
        }

        return Back(request, notice);
    }

    private static MembersOnDisconnect? Members(DashboardRequest request) => request.Text("members") switch
    {
        "leave" => MembersOnDisconnect.Leave,
        "remove" => MembersOnDisconnect.RemoveAdded,
        _ => null,
    };

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
