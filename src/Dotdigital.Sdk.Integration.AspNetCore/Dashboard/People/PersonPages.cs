using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.People;

/// <summary>Why a person is, or is not, exported, and what happened to them. The question is a form, so that no address gets into the addresses that servers log.</summary>
internal sealed class PersonPages(IAccountService accounts, IContactExplainer explainer, IPersonHistoryReader history)
{
    /// <summary>How many events a page shows of each account.</summary>
    public const int EventsAPage = 25;

    private const string Title = "Person";

    /// <summary>The form.</summary>
    public Task<DashboardAnswer> FormAsync(DashboardRequest request) => Task.FromResult(DashboardAnswer.Show<PersonView>(Title, new PersonModel(string.Empty, [])));

    /// <summary>The answer; looks only, so that a viewer may ask.</summary>
    public async Task<DashboardAnswer> ExplainAsync(DashboardRequest request)
    {
        var email = request.Text("email");
        var found = new List<PersonInAccount>();
        try
        {
            foreach (var account in await accounts.GetAllAsync(request.Cancel).ConfigureAwait(false))
            {
                var skip = string.Equals(account.Id.Value, request.Text("account"), StringComparison.Ordinal) ? request.Number("skip") : 0;
                if (await ReadAsync(account, email, skip, request.Cancel).ConfigureAwait(false) is { } person)
                {
                    found.Add(person);
                }
            }
        }
        catch (ArgumentException)
        {
            return DashboardAnswer.Show<PersonView>(Title, new PersonModel(email, [])).Refused(["That is not an email address. Type it like name@example.com."]);
        }

        return DashboardAnswer.Show<PersonView>(Title, new PersonModel(email, found));
    }

    /// <summary>Null for an account that was removed since it was asked for.</summary>
    private async Task<PersonInAccount?> ReadAsync(AccountDetails account, string email, int skip, CancellationToken cancellationToken)
    {
        try
        {
            return new PersonInAccount(
                account,
                await explainer.ExplainContactAsync(account.Id, email, cancellationToken).ConfigureAwait(false),
                await history.GetHistoryAsync(account.Id, email, new PersonHistoryQuery { Skip = skip, Take = EventsAPage }, cancellationToken).ConfigureAwait(false),
                skip);
        }
        catch (UnknownAccountException)
        {
            return null;
        }
    }
}
