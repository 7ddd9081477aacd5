namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Names to subscribe to for the engine's traces and metrics; the client's are in <see cref="Dotdigital.Sdk.Diagnostics.DotdigitalDiagnostics"/>.</summary>
/// <remarks>
/// Traces: one activity a run (<c>Dotdigital {job}</c>) with one child a step, below which the client's calls hang. Metrics, all with
/// <c>dotdigital.account</c>: <c>dotdigital.sync.run.duration</c> (s; by job and outcome), <c>dotdigital.sync.step.duration</c> (s; by job, step and outcome),
/// <c>dotdigital.sync.rows</c> (by step and outcome), <c>dotdigital.sync.batch.duration</c> (s, from accepted to ended; by kind and outcome),
/// <c>dotdigital.sync.batch.open</c> and <c>dotdigital.sync.batch.oldest_age</c> (s) of batches that are not settled, as of the account's last run in this process,
/// and <c>dotdigital.webhook.events</c> (by outcome; <c>unknown</c> stands for accounts that there are not).
/// No tag carries an email address, an item or a secret.
/// </remarks>
public static class DotdigitalIntegrationDiagnostics
{
    /// <summary>The name of the engine's <c>ActivitySource</c> and <c>Meter</c>.</summary>
    public const string SourceName = "Dotdigital.Sdk.Integration";
}
