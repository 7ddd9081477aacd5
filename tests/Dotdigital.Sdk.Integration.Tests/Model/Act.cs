using System.Globalization;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>One thing that happens in a history.</summary>
internal sealed record Act(ActKind Kind, int Who = 0, int What = 0, int Where = 0)
{
    /// <summary>Before which request of a run the other acts happen; a run only.</summary>
    public int At { get; init; }

    /// <summary>What happens while the run is under way.</summary>
    public IReadOnlyList<Act> During { get; init; } = [];

    /// <summary>Whether it runs the engine.</summary>
    public bool IsRun => Kind is >= ActKind.Cycle and <= ActKind.Changes;

    /// <summary>The act as code, for a regression test.</summary>
    public override string ToString()
    {
        var numbers = (Who, What, Where) switch
        {
            (0, 0, 0) => string.Empty,
            (_, 0, 0) => string.Create(CultureInfo.InvariantCulture, $", {Who}"),
            (_, _, 0) => string.Create(CultureInfo.InvariantCulture, $", {Who}, {What}"),
            _ => string.Create(CultureInfo.InvariantCulture, $", {Who}, {What}, {Where}"),
        };
        return During.Count == 0
            ? $"new(ActKind.{Kind}{numbers})"
            : string.Create(CultureInfo.InvariantCulture, $"new(ActKind.{Kind}{numbers}) {{ At = {At}, During = [{string.Join(", ", During)}] }}");
    }
}
