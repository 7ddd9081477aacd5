namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>Names of what is measured.</summary>
internal static class Series
{
    public const string Heap = "heap after GC, MB";
    public const string WorkingSet = "working set, MB";
    public const string Threads = "threads";
    public const string Handles = "handles";
    public const string Sockets = "sockets";
    public const string Connections = "database connections";
    public const string Contacts = "contacts there ever were";
    public const string Campaigns = "campaigns sent";
    public const string Recipients = "recipients of campaigns";
    public const string Activity = "sends, opens and clicks";
    public const string Noes = "people who said no";
    public const string Cycles = "cycles of the day";
    public const string Lines = "log lines";
    public const string Warnings = "log lines above Information";
    public const string Repeated = "the line repeated most";
    public const string Emulator = "the emulator's working set, MB";
    public const string Seconds = "seconds of the day";
    public const string Dead = "dead rows";

    public static string CallsOf(string tier) => $"calls of the day, {tier}";

    public static string Rows(string table) => $"rows of {table}";

    public static string Kilobytes(string table) => $"kB of {table}";
}
