namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>A parameter of a published operation.</summary>
internal sealed record PublishedParameter(string Name, string In, bool IsRequired, JsonSchema Schema)
{
    /// <summary>Whether a segment of a path can be its value, and how well it fits: numbers before text.</summary>
    public char? Fit(string segment)
    {
        var text = Uri.UnescapeDataString(segment);
        return Schema switch
        {
            { Type: "integer" } => long.TryParse(text, out _) ? '1' : null,
            { Format: "guid" } => Guid.TryParse(text, out _) ? '1' : null,
            { Values.Count: > 0 } => Schema.Values.Contains(text) ? '1' : null,
            _ => '2',
        };
    }
}
