using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.People;

/// <summary>Why a person is, or is not, exported. The question is a form, so that no address gets into the addresses that servers log.</summary>
internal sealed class PersonPages(IAccountService accounts, IContactExplainer explainer)
{
    private const string Title = "Person";

    /// <summary>The form.</summary>
    public Task<DashboardAnswer> FormAsync(DashboardRequest request) => Task.FromResult(DashboardAnswer.Show<PersonView>(Title, new PersonModel(string.Empty, [])));

    /// <summary>The answer; looks only, so that a viewer may ask.</summary>
    public async Task<DashboardAnswer> ExplainAsync(DashboardRequest request)
    {
        var email = request.Text("email");
        var found = new List<(AccountDetails Account, ContactExplanation Explanation)>();
        try
        {
            foreach (var account in await accounts.GetAllAsync(request.Cancel).ConfigureAwait(false))
            {
                if (await ExplainAsync(account, email, request.Cancel).ConfigureAwait(false) is { } explanation)
                {
                    found.Add((account, explanation));
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
    private async Task<ContactExplanation?> ExplainAsync(AccountDetails account, string email, CancellationToken cancellationToken)
    {
        try
        {
            return await explainer.ExplainContactAsync(account.Id, email, cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownAccountException)
        {
            return null;
        }
    }
}
