using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Programs;

internal sealed class ProgramsApi(RequestPipeline pipeline) : IProgramsApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Programs.GetAll", "/v2/programs");
    private static readonly ApiOperation Get = ApiOperation.Get("Programs.Get", "/v2/programs/{id}");
    private static readonly ApiOperation Enrol = ApiOperation.Once("Programs.Enrol", HttpMethod.Post, "/v2/programs/enrolments");
    private static readonly ApiOperation GetEnrolments = ApiOperation.Get("Programs.GetEnrolments", "/v2/programs/enrolments/{status}");
    private static readonly ApiOperation GetEnrolment = ApiOperation.Get("Programs.GetEnrolment", "/v2/programs/enrolments/{enrolmentId}");
    private static readonly ApiOperation GetEnrolmentFaults = ApiOperation.Get("Programs.GetEnrolmentFaults", "/v2/programs/enrolments/{enrolmentId}/report-faults");

    public IAsyncEnumerable<DotdigitalProgram> GetAllAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<DotdigitalProgram>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With(), skip, take, SdkJson.Default.ListDotdigitalProgram, cancellationToken);

    public Task<DotdigitalProgram> GetAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(id), SdkJson.Default.DotdigitalProgram, cancellationToken);

    public Task<ProgramEnrolment> EnrolAsync(NewProgramEnrolment enrolment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        if (enrolment.Contacts is not { Count: > 0 } && enrolment.AddressBooks is not { Count: > 0 })
        {
            throw new ArgumentException("At least one contact or address book is needed.", nameof(enrolment));
        }

        return pipeline.ReadAsync(Enrol.With() with { Content = RequestBody.FromJson(enrolment, SdkJson.Default.NewProgramEnrolment) }, SdkJson.Default.ProgramEnrolment, cancellationToken);
    }

    public IAsyncEnumerable<ProgramEnrolment> GetEnrolmentsAsync(ProgramEnrolmentStatus status, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetEnrolmentsPageAsync(status, skip, cancellationToken: token), cancellationToken);

    public Task<Page<ProgramEnrolment>> GetEnrolmentsPageAsync(ProgramEnrolmentStatus status, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetEnrolments.With(status.Value), skip, take, SdkJson.Default.ListProgramEnrolment, cancellationToken);

    public Task<ProgramEnrolment> GetEnrolmentAsync(Guid enrolmentId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetEnrolment.With(enrolmentId), SdkJson.Default.ProgramEnrolment, cancellationToken);

    public Task<Stream> GetEnrolmentFaultsAsync(Guid enrolmentId, CancellationToken cancellationToken = default) =>
        pipeline.OpenAsync(GetEnrolmentFaults.With(enrolmentId), cancellationToken);
}
