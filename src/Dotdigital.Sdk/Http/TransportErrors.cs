using Dotdigital.Sdk.Errors;
using Polly.Timeout;

namespace Dotdigital.Sdk.Http;

/// <summary>Turns what the network stack throws into one typed error that says whether the server may have acted.</summary>
internal static class TransportErrors
{
    public static bool IsTransport(Exception exception) => exception is HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException;

    public static DotdigitalTransportException From(string accountName, ApiOperation operation, Exception exception) => exception switch
    {
        TimeoutRejectedException timeout => new(
            accountName, operation.Name, requestMayHaveBeenAccepted: true, isTimeout: true, $"no answer within {timeout.Timeout.TotalSeconds:0.###} s", exception),
        HttpRequestException { HttpRequestError: var error } when NeverConnected(error) => new(
            accountName, operation.Name, requestMayHaveBeenAccepted: false, isTimeout: false, $"the connection could not be made ({error})", exception),
        HttpRequestException { HttpRequestError: var error } => new(
            accountName, operation.Name, requestMayHaveBeenAccepted: true, isTimeout: false, $"the connection broke ({error})", exception),
        HttpIOException { HttpRequestError: var error } => new(
            accountName, operation.Name, requestMayHaveBeenAccepted: true, isTimeout: false, $"the connection broke ({error})", exception),
        OperationCanceledException => new(
            accountName, operation.Name, requestMayHaveBeenAccepted: true, isTimeout: true, "the network stack gave up waiting", exception),
        _ => new(accountName, operation.Name, requestMayHaveBeenAccepted: true, isTimeout: false, "the connection broke", exception),
    };

    private static bool NeverConnected(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
