using Dotdigital.Sdk;
using Dotdigital.Sdk.Integration.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Quickstart.Wiring;

namespace Quickstart.Story;

/// <summary>Checks the connection, and creates the data fields that the mapping needs and the account lacks.</summary>
internal sealed class PrepareAccountAct : IAct
{
    public string Name => "connect an account";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        var check = await story.Services.GetRequiredService<IAccountChecker>().CheckAsync(story.Account, cancellationToken);
        if (!check.IsConnected)
        {
            throw new InvalidOperationException(check.Problem);
        }

        var settings = EmulatedDotdigital.CredentialsOf(story.Emulator);
        var client = story.Services.GetRequiredService<IDotdigitalClientFactory>().Create(new DotdigitalAccountOptions
        {
            Name = QuickstartHost.Account,
            UserName = settings.UserName,
            Password = settings.Password,
            Endpoint = settings.Endpoint,
        });
        var created = await MappedDataFields.CreateMissingAsync(client, cancellationToken);
        return $"connected to {check.Name ?? "the account"}; {created} data fields created";
    }
}
