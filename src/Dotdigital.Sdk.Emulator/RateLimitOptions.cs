namespace Dotdigital.Sdk.Emulator;

/// <summary>The calls an account may make; null is unlimited (the headers are sent all the same).</summary>
public sealed class RateLimitOptions
{
    /// <summary>Calls a minute of the tier Low: bulk imports, large reads.</summary>
    public int? Low { get; set; }

    /// <summary>Calls a minute of the tier Medium: single updates, campaign reads.</summary>
    public int? Medium { get; set; }

    /// <summary>Calls a minute of the tier High: single look-ups, statuses.</summary>
    public int? High { get; set; }

    /// <summary>
    /// Calls an hour of the deprecated flat scheme (the documentation's figure is 2000): beyond it 400 with
    /// <c>ERROR_APIUSAGE_EXCEEDED</c>. Null: the tiered scheme.
    /// </summary>
    public int? FlatPerHour { get; set; }
}
