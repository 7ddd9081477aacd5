using System.Globalization;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What a history begins with.</summary>
internal sealed record HistorySetup
{
    /// <summary>People in the host at the beginning.</summary>
    public int People { get; init; } = 3;

    /// <summary>Lists, 1 to 3; the first two are connected at the beginning.</summary>
    public int Lists { get; init; } = 1;

    /// <summary>Whether the state is kept in memory, else in the store under test.</summary>
    public bool InMemory { get; init; }

    /// <summary>Whether contacts travel as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether contacts are read by v2, book by book.</summary>
    public bool ReadsByBook { get; init; }

    /// <summary>How often the client repeats what may be repeated.</summary>
    public int Retries { get; init; }

    /// <summary>Minutes that the watchdog looks at an import.</summary>
    public int ImportDelay { get; init; }

    /// <summary>Rows in a batch at most.</summary>
    public int BatchRows { get; init; } = 10;

    /// <summary>Whether large removals wait for a confirmation.</summary>
    public bool Guards { get; init; }

    /// <summary>Whether v3 leaves the data of suppressed people alone and refuses their rows.</summary>
    public bool RefusesSuppressed { get; init; }

    /// <summary>Whether both sides are in step before the history begins.</summary>
    public bool BeginsSettled { get; init; } = true;

    /// <summary>The setup as code, for a regression test.</summary>
    public override string ToString()
    {
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"People = {People}, Lists = {Lists}") };
        parts.AddRange(new[]
        {
            (InMemory, "InMemory = true"), (Json, "Json = true"), (ReadsByBook, "ReadsByBook = true"), (Guards, "Guards = true"),
            (RefusesSuppressed, "RefusesSuppressed = true"), (!BeginsSettled, "BeginsSettled = false"),
            (Retries > 0, string.Create(CultureInfo.InvariantCulture, $"Retries = {Retries}")),
            (ImportDelay > 0, string.Create(CultureInfo.InvariantCulture, $"ImportDelay = {ImportDelay}")),
            (BatchRows != 10, string.Create(CultureInfo.InvariantCulture, $"BatchRows = {BatchRows}")),
        }.Where(static part => part.Item1).Select(static part => part.Item2));
        return $"new HistorySetup {{ {string.Join(", ", parts)} }}";
    }
}
