using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>Accepts an import: gives it an id and the instant at which the watchdog will be through with it.</summary>
internal static class ImportStart
{
    public static ImportJob Create(ApiRequest r, ImportKind kind, byte[] payload, int[] books, MergeOption merge)
    {
        var jobs = r.Account.Jobs;
        var sequence = jobs.NextSequence++;
        var job = new ImportJob
        {
            Id = jobs.NewId(sequence),
            Sequence = sequence,
            Kind = kind,
            Accepted = r.Now,
            Due = r.Directive?.Outcome == FaultKind.NeverFinishes ? long.MaxValue : r.Now + r.Account.Behaviour.ImportDelay.Ticks,
            MergeOption = merge,
            BookIds = books,
            Operation = r.Operation.Id,
            Directive = r.Directive,
            Payload = payload,
        };
        jobs.Add(job);
        return job;
    }
}
