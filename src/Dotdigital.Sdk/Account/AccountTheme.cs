namespace Dotdigital.Sdk.Account;

/// <summary>The colours of the web application for an account; each <c>#rrggbb</c> in lower case (<c>ApiTheme</c>).</summary>
public sealed record AccountTheme
{
    /// <summary>The main colour.</summary>
    public required string PrimaryColor { get; init; }

    /// <summary>The second colour.</summary>
    public required string SecondaryColor { get; init; }

    /// <summary>The colour of links.</summary>
    public required string HyperlinkColor { get; init; }

    /// <summary>The colour of buttons.</summary>
    public required string ButtonColor { get; init; }
}
