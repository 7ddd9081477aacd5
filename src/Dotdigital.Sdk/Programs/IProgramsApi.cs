using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Programs;

/// <summary>Programs, and enrolments of contacts in them. v2.</summary>
public interface IProgramsApi
{
    /// <summary>Every program, page by page (<c>GET /v2/programs</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<DotdigitalProgram> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<DotdigitalProgram>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One program (<c>GET /v2/programs/{id}</c>).</summary>
    /// <param name="id">The program.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<DotdigitalProgram> GetAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Enrols contacts in a program; at most 20 times an hour for the account (<c>POST /v2/programs/enrolments</c>). Never repeated after a lost answer.</summary>
    /// <param name="enrolment">Whom, and in which.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The enrolment, to be followed with <see cref="GetEnrolmentAsync"/>.</returns>
    Task<ProgramEnrolment> EnrolAsync(NewProgramEnrolment enrolment, CancellationToken cancellationToken = default);

    /// <summary>The enrolments in a state, page by page (<c>GET /v2/programs/enrolments/{status}</c>).</summary>
    /// <param name="status">The state.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ProgramEnrolment> GetEnrolmentsAsync(ProgramEnrolmentStatus status, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetEnrolmentsAsync"/>.</summary>
    /// <param name="status">The state.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ProgramEnrolment>> GetEnrolmentsPageAsync(ProgramEnrolmentStatus status, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>How far an enrolment is (<c>GET /v2/programs/enrolments/{enrolmentId}</c>).</summary>
    /// <param name="enrolmentId">The enrolment.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ProgramEnrolment> GetEnrolmentAsync(Guid enrolmentId, CancellationToken cancellationToken = default);

    /// <summary>The contacts that were not enrolled, as CSV; not buffered (<c>GET /v2/programs/enrolments/{enrolmentId}/report-faults</c>).</summary>
    /// <param name="enrolmentId">The enrolment.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The stream; dispose it.</returns>
    Task<Stream> GetEnrolmentFaultsAsync(Guid enrolmentId, CancellationToken cancellationToken = default);
}
