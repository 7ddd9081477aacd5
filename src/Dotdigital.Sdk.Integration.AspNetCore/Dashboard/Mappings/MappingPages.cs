using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>The mappings and their editor.</summary>
internal sealed class MappingPages(IEnumerable<MarketingList> lists, IAccountService accounts, AccountPicker picker, IMappingService mappings, IDataFieldService dataFields)
{
    /// <summary>The mappings of an account.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var account = await picker.PickAsync(request).ConfigureAwait(false);
        var known = account.Chosen is { } chosen ? await mappings.GetAllAsync(chosen.Id, request.Cancel).ConfigureAwait(false) : [];
        return DashboardAnswer.Show<MappingsView>("Mappings", new MappingsModel(account, known));
    }

    /// <summary>The editor, with the mapping in force.</summary>
    public async Task<DashboardAnswer> EditFormAsync(DashboardRequest request) =>
        Form(await ReadAsync(request, form: null).ConfigureAwait(false));

    /// <summary>What an editor's buttons ask for: another row, one row less, a preview, or to save.</summary>
    public async Task<DashboardAnswer> EditAsync(DashboardRequest request)
    {
        var model = await ReadAsync(request, MappingForm.Of(request)).ConfigureAwait(false);
        var act = request.Text("act");
        if (act is "add" || act.StartsWith("remove-", StringComparison.Ordinal))
        {
            return Form(act is "add" ? model with { Form = model.Form with { Rows = [.. model.Form.Rows, new MappingFormRow()] } } : model);
        }

        if (act is "preview")
        {
            return Form(model with { Check = await CheckAsync(request, model).ConfigureAwait(false) });
        }

        var problems = model.Form.FindProblems();
        return problems.Count > 0
            ? Form(model with { Check = await CheckAsync(request, model).ConfigureAwait(false) }).Refused(problems)
            : await SaveAsync(request, model).ConfigureAwait(false);
    }

    /// <summary>Tells the page's script what is wrong with the form so far; nothing is stored.</summary>
    public async Task<DashboardAnswer> CheckAsync(DashboardRequest request) =>
        DashboardAnswer.Tell(await CheckAsync(request, request.Account(), EntityOf(request), MappingForm.Of(request)).ConfigureAwait(false));

    /// <summary>Goes back to the rows that are declared in code.</summary>
    public async Task<DashboardAnswer> RemoveAsync(DashboardRequest request)
    {
        var model = await ReadAsync(request, form: null).ConfigureAwait(false);
        _ = long.TryParse(request.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        await mappings.RemoveAsync(model.Account.Id, model.Mapping.Entity, version, request.Cancel).ConfigureAwait(false);
        return Back(request, model, Notices.MappingRemoved);
    }

    private Task<MappingCheck> CheckAsync(DashboardRequest request, MappingModel model) => CheckAsync(request, model.Account.Id, model.Mapping.Entity, model.Form);

    private async Task<MappingCheck> CheckAsync(DashboardRequest request, AccountId account, string entity, MappingForm form) =>
        MappingCheck.Of(form, await mappings.PreviewAsync(account, form.ToPartialDraft(entity), request.Cancel).ConfigureAwait(false));

    private async Task<DashboardAnswer> SaveAsync(DashboardRequest request, MappingModel model)
    {
        try
        {
            await mappings.SaveAsync(model.Account.Id, model.Form.ToDraft(model.Mapping.Entity), request.Cancel).ConfigureAwait(false);
            return Back(request, model, Notices.MappingSaved);
        }
        catch (MappingException unusable)
        {
            return Form(model with { Check = await CheckAsync(request, model).ConfigureAwait(false) }).Refused([.. unusable.Problems.Select(Words.Sentence)]);
        }
        catch (MappingConflictException conflict)
        {
            return Form(model with { IsConflict = true }).Refused([conflict.Message], StatusCodes.Status409Conflict);
        }
    }

    private async Task<MappingModel> ReadAsync(DashboardRequest request, MappingForm? form)
    {
        var account = await accounts.FindAsync(request.Account(), request.Cancel).ConfigureAwait(false) ?? throw new DashboardNotFoundException($"There is no account '{request.Account()}'.");
        var entity = EntityOf(request);
        var mapping = await mappings.GetAsync(account.Id, entity, request.Cancel).ConfigureAwait(false);
        return new MappingModel
        {
            Account = account,
            Mapping = mapping,
            Fields = await mappings.GetFieldsAsync(account.Id, entity, request.Cancel).ConfigureAwait(false),
            DataFields = await dataFields.GetAllAsync(account.Id, request.Cancel).ConfigureAwait(false),
            Form = form ?? MappingForm.Of(mapping),
        };
    }

    private string EntityOf(DashboardRequest request)
    {
        var entity = request.Required("entity");
        return lists.Any(list => string.Equals(list.Entity, entity, StringComparison.Ordinal))
            ? entity
            : throw new DashboardNotFoundException($"No marketing list of the application has records of '{entity}'.");
    }

    private static DashboardAnswer Form(MappingModel model) => DashboardAnswer.Show<MappingView>($"Mapping of {model.Mapping.Entity}", model);

    private static DashboardAnswer Back(DashboardRequest request, MappingModel model, string notice) =>
        DashboardAnswer.GoTo(request.Link("mappings/edit", ("account", model.Account.Id.Value), ("entity", model.Mapping.Entity), ("done", notice)));
}
