using Dotdigital.Sdk.Diagnostics;

namespace Dotdigital.Sdk.Http;

/// <summary>What every account's pipeline shares.</summary>
internal sealed class PipelineServices(
    IHttpClientFactory httpClients,
    DotdigitalClientOptions options,
    TimeProvider time,
    RetryPipelines retries,
    ClientTelemetry telemetry)
{
    /// <summary>The name of the HTTP client in the container.</summary>
    public const string HttpClientName = "Dotdigital.Sdk";

    public DotdigitalClientOptions Options { get; } = options;

    public TimeProvider Time { get; } = time;

    public RetryPipelines Retries { get; } = retries;

    public ClientTelemetry Telemetry { get; } = telemetry;

    public EndpointPolicy Endpoints { get; } = new(options);

    public HttpClient CreateHttpClient() => httpClients.CreateClient(HttpClientName);
}
