using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>Tells once, while the process lives, that the server did not look at a table anew: nothing is wrong but the speed of the next statements.</summary>
internal sealed partial class AnalyzeLog(ILogger logger)
{
    private int _isTold;

    public void NotDone(string table, string why, Exception? failure = null)
    {
        if (Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            LogNotDone(table, why, failure);
        }
    }

    [LoggerMessage(7110, LogLevel.Warning, "PostgreSQL store: {Table} was not analyzed ({Why}). Everything goes on, but big lists may be joined by a slow plan: let the engine's role own its tables, or grant it MAINTAIN on them. This is told once.")]
    private partial void LogNotDone(string table, string why, Exception? failure);
}
