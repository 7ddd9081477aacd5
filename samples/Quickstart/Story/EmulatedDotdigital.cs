using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Quickstart.Wiring;

namespace Quickstart.Story;

/// <summary>Starts the emulator as the account that the shop is connected to.</summary>
internal static class EmulatedDotdigital
{
    /// <summary>How long an import is looked at before its rows are there.</summary>
    public static TimeSpan WatchdogDelay { get; } = TimeSpan.FromMinutes(10);

    public static Task<DotdigitalEmulator> StartAsync(QuickstartFiles files, CancellationToken cancellationToken) =>
        DotdigitalEmulator.StartAsync(
            new EmulatorOptions
            {
                StateFile = files.Emulator,
                Behaviour = new EmulatorBehaviour { ImportDelay = WatchdogDelay, DeletionDelay = TimeSpan.FromMinutes(1) },
            },
            cancellationToken);

    /// <summary>The credentials that a marketer would create in Dotdigital for the shop.</summary>
    public static AccountSettings CredentialsOf(DotdigitalEmulator emulator)
    {
        EmulatedAccount account = emulator.Account(QuickstartHost.Account);
        return new AccountSettings { UserName = account.UserName, Password = account.Password, Endpoint = emulator.BaseAddress };
    }
}
