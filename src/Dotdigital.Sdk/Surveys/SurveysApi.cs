using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

internal sealed class SurveysApi(RequestPipeline pipeline) : ISurveysApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Surveys.GetAll", "/v2/surveys");
    private static readonly ApiOperation GetWithActivitySince = ApiOperation.Get("Surveys.GetWithActivitySince", "/v2/surveys/with-activity-since/{date}");
    private static readonly ApiOperation Get = ApiOperation.Get("Surveys.Get", "/v2/surveys/{id}");
    private static readonly ApiOperation GetFields = ApiOperation.Get("Surveys.GetFields", "/v2/surveys/{id}/fields");
    private static readonly ApiOperation GetResponses = ApiOperation.Get("Surveys.GetResponses", "/v2/surveys/{id}/responses");
    private static readonly ApiOperation GetResponsesSince = ApiOperation.Get("Surveys.GetResponsesSince", "/v2/surveys/{id}/responses/with-activity-since/{date}");

    public IAsyncEnumerable<Survey> GetAllAsync(bool? assignedToAddressBookOnly = null, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(assignedToAddressBookOnly, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Survey>> GetPageAsync(bool? assignedToAddressBookOnly = null, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(Assigned(GetAll.With(), assignedToAddressBookOnly), skip, take, SdkJson.Default.ListSurvey, cancellationToken);

    public IAsyncEnumerable<Survey> GetWithActivitySinceAsync(DateTimeOffset since, bool? assignedToAddressBookOnly = null, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetWithActivitySincePageAsync(since, assignedToAddressBookOnly, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Survey>> GetWithActivitySincePageAsync(DateTimeOffset since, bool? assignedToAddressBookOnly = null, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(Assigned(GetWithActivitySince.With(since), assignedToAddressBookOnly), skip, take, SdkJson.Default.ListSurvey, cancellationToken);

    public Task<Survey> GetAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(id), SdkJson.Default.Survey, cancellationToken);

    public async Task<IReadOnlyList<SurveyPage>> GetFieldsAsync(int id, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetFields.With(id), SdkJson.Default.ListSurveyPage, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<SurveyResponse> GetResponsesAsync(int id, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetResponsesPageAsync(id, skip, cancellationToken: token), cancellationToken);

    public Task<Page<SurveyResponse>> GetResponsesPageAsync(int id, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetResponses.With(id), skip, take, SdkJson.Default.ListSurveyResponse, cancellationToken);

    public IAsyncEnumerable<SurveyResponse> GetResponsesSinceAsync(int id, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetResponsesSincePageAsync(id, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<SurveyResponse>> GetResponsesSincePageAsync(int id, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetResponsesSince.With(id, since), skip, take, SdkJson.Default.ListSurveyResponse, cancellationToken);

    private static ApiCall Assigned(ApiCall call, bool? only) => only is { } value ? call.Query("assignedToAddressBookOnly", value) : call;
}
