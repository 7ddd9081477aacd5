using System.Net;
using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Http;

/// <summary>Finds an account's host from account-info, once for all its clients (AC-1).</summary>
internal static class RegionDiscovery
{
    private const string EndpointProperty = "ApiEndpoint";

    public static async ValueTask<Uri> GetEndpointAsync(this RequestPipeline pipeline, CancellationToken cancellationToken)
    {
        var state = pipeline.Session.State;
        if ((pipeline.Session.Endpoint ?? state.Endpoint) is { } known)
        {
            return known;
        }

        await state.EndpointLookup.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return state.Endpoint ??= await FindAsync(pipeline, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            state.EndpointLookup.Release();
        }
    }

    /// <summary>The host for a call; a failure to find it says that the call itself was never sent.</summary>
    public static async ValueTask<Uri> GetEndpointForAsync(this RequestPipeline pipeline, ApiOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.GetEndpointAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalException e) when (e is DotdigitalTransportException or DotdigitalResponseException or DotdigitalApiException { StatusCode: >= HttpStatusCode.InternalServerError })
        {
            throw new DotdigitalTransportException(
                pipeline.Session.Name,
                operation.Name,
                requestMayHaveBeenAccepted: false,
                isTimeout: e is DotdigitalTransportException { IsTimeout: true },
                "the account's host could not be found",
                e);
        }
    }

    private static async Task<Uri> FindAsync(RequestPipeline pipeline, CancellationToken cancellationToken)
    {
        var (name, services) = (pipeline.Session.Name, pipeline.Services);
        var discovery = services.Endpoints.Check(name, services.Options.RegionDiscoveryEndpoint);
        var account = await pipeline.ReadAsync(AccountApi.Info.With() with { Host = discovery }, SdkJson.Default.AccountInfo, cancellationToken).ConfigureAwait(false);
        if (!Uri.TryCreate(account.GetProperty(EndpointProperty), UriKind.Absolute, out var named))
        {
            throw new DotdigitalResponseException(name, AccountApi.Info.Name, $"it names no {EndpointProperty}");
        }

        var endpoint = services.Endpoints.Check(name, named);
        services.Telemetry.Logger.EndpointFound(name, endpoint.Host);
        return endpoint;
    }
}
