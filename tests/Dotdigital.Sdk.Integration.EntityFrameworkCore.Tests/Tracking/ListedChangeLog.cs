using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

/// <summary>A change log in a list, which can be made to fail.</summary>
public sealed class ListedChangeLog : IFieldChangeLog
{
    public List<FieldChange> Changes { get; } = [];

    public bool Fails { get; set; }

    public Task AppendAsync(IReadOnlyCollection<FieldChange> changes, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new IOException("The log is gone.");
        }

        Changes.AddRange(changes);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<FieldChange>> ReadAsync(long afterSequence, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldChange>>([.. Changes.Take(take)]);

    public Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken)
    {
        Changes.Clear();
        return Task.CompletedTask;
    }
}
