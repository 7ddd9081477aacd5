using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Surveys;

/// <summary>Surveys and forms, and responses to them. v2.</summary>
public interface ISurveysApi
{
    /// <summary>Every survey, page by page (<c>GET /v2/surveys</c>).</summary>
    /// <param name="assignedToAddressBookOnly">Whether to read only those that put respondents into an address book; all when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Survey> GetAllAsync(bool? assignedToAddressBookOnly = null, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="assignedToAddressBookOnly">Whether to read only those that put respondents into an address book; all when <see langword="null"/>.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Survey>> GetPageAsync(bool? assignedToAddressBookOnly = null, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The surveys with activity since an instant, page by page (<c>GET /v2/surveys/with-activity-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="assignedToAddressBookOnly">Whether to read only those that put respondents into an address book; all when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Survey> GetWithActivitySinceAsync(DateTimeOffset since, bool? assignedToAddressBookOnly = null, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetWithActivitySinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="assignedToAddressBookOnly">Whether to read only those that put respondents into an address book; all when <see langword="null"/>.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Survey>> GetWithActivitySincePageAsync(DateTimeOffset since, bool? assignedToAddressBookOnly = null, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One survey (<c>GET /v2/surveys/{id}</c>).</summary>
    /// <param name="id">The survey.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Survey> GetAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>The pages of a survey with their fields (<c>GET /v2/surveys/{id}/fields</c>).</summary>
    /// <param name="id">The survey.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<IReadOnlyList<SurveyPage>> GetFieldsAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>The responses to a survey, page by page (<c>GET /v2/surveys/{id}/responses</c>).</summary>
    /// <param name="id">The survey.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<SurveyResponse> GetResponsesAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetResponsesAsync"/>.</summary>
    /// <param name="id">The survey.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<SurveyResponse>> GetResponsesPageAsync(int id, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The responses to a survey with activity since an instant, page by page (<c>GET /v2/surveys/{id}/responses/with-activity-since/{date}</c>).</summary>
    /// <param name="id">The survey.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<SurveyResponse> GetResponsesSinceAsync(int id, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetResponsesSinceAsync"/>.</summary>
    /// <param name="id">The survey.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<SurveyResponse>> GetResponsesSincePageAsync(int id, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);
}
