using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.ContactsV3;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>Takes an import that is due to its end.</summary>
internal static class ImportProcessor
{
    public static void Process(AccountState account, ImportJob job)
    {
        job.Status = job.Directive?.Outcome switch
        {
            FaultKind.RejectedByWatchdog => ImportStatus.RejectedByWatchdog,
            FaultKind.ImportFailed => ImportStatus.Failed,
            FaultKind.InvalidFileFormat => job.Kind == ImportKind.V3 ? ImportStatus.Failed : ImportStatus.InvalidFileFormat,
            FaultKind.ExceedsAllowedContactLimit => ImportStatus.ExceedsAllowedContactLimit,
            _ => Run(account, job),
        };
        job.Payload = null;
    }

    /// <summary>Texts that are no Unicode pass as JSON and fail when they are read: that is the import's failure, not the account's.</summary>
    private static ImportStatus Run(AccountState account, ImportJob job)
    {
        try
        {
            return job.Kind switch
            {
                ImportKind.Csv => CsvImport.Run(account, job),
                ImportKind.Collection => CollectionImport.Run(account, job),
                _ => V3Import.Run(account, job),
            };
        }
        catch (InvalidOperationException)
        {
            return ImportStatus.Failed;
        }
    }
}
