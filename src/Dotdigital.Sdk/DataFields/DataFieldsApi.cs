using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.DataFields;

internal sealed class DataFieldsApi(RequestPipeline pipeline) : IDataFieldsApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("DataFields.GetAll", "/v2/data-fields");
    private static readonly ApiOperation Create = ApiOperation.Once("DataFields.Create", HttpMethod.Post, "/v2/data-fields");
    private static readonly ApiOperation Delete = ApiOperation.Delete("DataFields.Delete", "/v2/data-fields/{name}") with { ReadsConflict = true };

    public async Task<IReadOnlyList<DataField>> GetAllAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With(), SdkJson.Default.ListDataField, cancellationToken).ConfigureAwait(false);

    public Task CreateAsync(DataField dataField, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataField);
        Check.Name(dataField.Name, 20, nameof(dataField));
        if (dataField.Type.Value.Length == 0 || dataField.Visibility.Value.Length == 0)
        {
            throw new ArgumentException("A data field needs a type and a visibility.", nameof(dataField));
        }

        return pipeline.SendAsync(Create.With() with { Content = RequestBody.FromJson(dataField, SdkJson.Default.DataField) }, cancellationToken);
    }

    public async Task<DataFieldDeletion> DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var answer = await pipeline.ExecuteAsync(
            Delete.With(name),
            static async (response, token) =>
            {
                using var body = await PooledBody.ReadAsync(response.Content, limit: null, token).ConfigureAwait(false);
                return Read(body.Bytes, response.IsSuccessStatusCode);
            },
            cancellationToken).ConfigureAwait(false);
        return answer.Value;
    }

    // 409 is the same answer with another status; some answers have no body at all.
    private static DataFieldDeletion Read(ReadOnlySpan<byte> body, bool deleted)
    {
        var answer = JsonAnswer.TryRead(body, SdkJson.Default.DataFieldDeletion);
        return deleted ? answer ?? new() { Result = true } : (answer ?? new()) with { Result = false };
    }
}
