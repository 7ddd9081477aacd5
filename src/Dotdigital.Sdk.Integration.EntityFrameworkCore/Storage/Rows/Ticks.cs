namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>Instants as UTC ticks: sortable in every database, and nothing is rounded.</summary>
internal static class Ticks
{
    public static long Of(DateTimeOffset instant) => instant.UtcTicks;

    public static long? Of(DateTimeOffset? instant) => instant?.UtcTicks;

    public static DateTimeOffset ToInstant(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? ToInstant(long? ticks) => ticks is { } value ? ToInstant(value) : null;
}
