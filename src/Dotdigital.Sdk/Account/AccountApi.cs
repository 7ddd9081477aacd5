using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Account;

internal sealed partial class AccountApi(RequestPipeline pipeline) : IAccountApi
{
    internal static readonly ApiOperation Info = ApiOperation.Get("Account.GetInfo", "/v2/account-info");
    internal static readonly ApiOperation ServerTime = ApiOperation.Get("Account.GetServerTime", "/v2/server-time");

    public Task<AccountInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Info.With(), SdkJson.Default.AccountInfo, cancellationToken);

    public async Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(ServerTime.With(), SdkJson.Default.NullableDateTimeOffset, cancellationToken).ConfigureAwait(false)
        ?? throw new DotdigitalResponseException(pipeline.Session.Name, ServerTime.Name, "it is no date");

    public async Task<Uri> GetEndpointAsync(CancellationToken cancellationToken = default) =>
        await RegionDiscovery.GetEndpointAsync(pipeline, cancellationToken).ConfigureAwait(false);
}
