namespace Dotdigital.Sdk.Emulator.Faults;

/// <summary>What the faults in force decided for an import when it was accepted; journaled with it.</summary>
internal sealed record ImportDirective
{
    public FaultKind? Outcome { get; init; }

    public FaultKind? FaultsFile { get; init; }

    public Dictionary<string, string> Refused { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public static ImportDirective? From(IEnumerable<Fault> faults)
    {
        ImportDirective? directive = null;
        foreach (var fault in faults.Where(f => f.DecidesImport))
        {
            directive ??= new ImportDirective();
            switch (fault.Kind)
            {
                case FaultKind.FaultsFileMissing or FaultKind.FaultsFileMalformed:
                    directive = directive with { FaultsFile = fault.Kind };
                    break;
                case FaultKind.RowRefused:
                    foreach (var email in fault.Emails)
                    {
                        directive.Refused[email.Trim()] = fault.Reason;
                    }

                    break;
                default:
                    directive = directive with { Outcome = fault.Kind };
                    break;
            }
        }

        return directive;
    }
}
