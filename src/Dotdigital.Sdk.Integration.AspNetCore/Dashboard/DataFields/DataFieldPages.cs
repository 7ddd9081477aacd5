using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.DataFields;

/// <summary>The data fields and their forms.</summary>
internal sealed class DataFieldPages(AccountPicker picker, IDataFieldService dataFields)
{
    /// <summary>All data fields of an account, or those that match a filter.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var account = await picker.PickAsync(request).ConfigureAwait(false);
        var all = account.Chosen is { } chosen ? await dataFields.GetAllAsync(chosen.Id, request.Cancel).ConfigureAwait(false) : [];
        var filter = request.Text("filter");
        return DashboardAnswer.Show<DataFieldsView>("Data fields", new DataFieldsModel
        {
            Account = account,
            Fields = [.. all.Where(field => Matches(field, filter))],
            Total = all.Count,
            Filter = filter,
            Name = request.Text("name"),
            Type = request.Text("type") is { Length: > 0 } type ? type : "String",
            Visibility = request.Text("visibility") is "Public" ? "Public" : "Private",
            DefaultValue = request.Text("default"),
            Notes = request.Text("notes"),
        });
    }

    /// <summary>Creates one.</summary>
    public async Task<DashboardAnswer> CreateAsync(DashboardRequest request)
    {
        _ = Enum.TryParse<DataFieldType>(request.Text("type"), out var type);
        try
        {
            var field = new NewDataField
            {
                Name = request.Text("name"),
                Type = type,
                Visibility = request.Text("visibility"),
                DefaultValue = request.Text("default") is { Length: > 0 } value ? value : null,
                Notes = request.Text("notes") is { Length: > 0 } notes ? notes : null,
            };
            await dataFields.CreateAsync(request.Account(), field, request.Cancel).ConfigureAwait(false);
        }
        catch (DotdigitalException refused)
        {
            return (await OverviewAsync(request).ConfigureAwait(false)).Refused([refused.Message]);
        }

        return Back(request, Notices.DataFieldCreated);
    }

    /// <summary>The question before one is deleted.</summary>
    public async Task<DashboardAnswer> DeleteFormAsync(DashboardRequest request) =>
        DeleteForm(request, await dataFields.GetUsesAsync(request.Account(), request.Required("name"), request.Cancel).ConfigureAwait(false));

    /// <summary>Deletes one; what uses it is shown.</summary>
    public async Task<DashboardAnswer> DeleteAsync(DashboardRequest request)
    {
        try
        {
            await dataFields.DeleteAsync(request.Account(), request.Required("name"), request.Cancel).ConfigureAwait(false);
            return Back(request, Notices.DataFieldDeleted);
        }
        catch (DataFieldInUseException used)
        {
            return DeleteForm(request, used.Uses).Refused([used.Message], StatusCodes.Status409Conflict);
        }
        catch (DataFieldException refused)
        {
            return DeleteForm(request, []).Refused([refused.Message]);
        }
    }

    /// <summary>Reads them from Dotdigital now.</summary>
    public async Task<DashboardAnswer> ReadAsync(DashboardRequest request)
    {
        var report = await dataFields.RefreshAsync(request.Account(), request.Cancel).ConfigureAwait(false);
        var failures = report.Failures.Select(static step => step.Error ?? "The read failed.").ToList();
        return failures.Count > 0
            ? (await OverviewAsync(request).ConfigureAwait(false)).Refused(failures, StatusCodes.Status409Conflict)
            : Back(request, report.WasBusy ? Notices.DataFieldsLater : Notices.DataFieldsRead);
    }

    private static DashboardAnswer DeleteForm(DashboardRequest request, IReadOnlyList<DataFieldUse> uses)
    {
        var name = request.Required("name");
        return DashboardAnswer.Show<DeleteView>($"Delete {name}", new DeleteModel(request.Account().Value, name, uses));
    }

    private static bool Matches(DataFieldRecord field, string filter) =>
        field.Name.Contains(filter, StringComparison.OrdinalIgnoreCase) || field.Notes?.Contains(filter, StringComparison.OrdinalIgnoreCase) == true;

    private static DashboardAnswer Back(DashboardRequest request, string notice) => DashboardAnswer.GoTo(request.Link("data-fields", ("account", request.Text("account")), ("done", notice)));
}
