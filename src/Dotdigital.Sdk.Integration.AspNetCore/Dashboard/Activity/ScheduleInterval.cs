using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>One interval of the schedule's form.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">What it is called, with its unit.</param>
/// <param name="Unit">The unit that is typed.</param>
/// <param name="Get">Reads it from a schedule.</param>
/// <param name="Set">Writes it.</param>
internal sealed record ScheduleInterval(string Name, string Label, TimeSpan Unit, Func<AccountSchedule, TimeSpan?> Get, Action<AccountSchedule, TimeSpan?> Set)
{
    /// <summary>More than any interval may be, so that no number overflows.</summary>
    private const double Most = 1_000_000;

    /// <summary>As it is typed.</summary>
    public string Text(TimeSpan? value) => value is { } span ? (span / Unit).ToString("0.####", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>Whether it is a number, or blank.</summary>
    public bool IsReadable(string text) => text.Length == 0 || (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most);

    /// <summary>What was typed; null when nothing was.</summary>
    public TimeSpan? Read(string text) => text.Length == 0 ? null : Unit * double.Parse(text, CultureInfo.InvariantCulture);
}
