namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryWatermarks(UnitState unit) : IWatermarkRepository
{
    public Task<WatermarkRecord> GetAsync(string step, int scope, CancellationToken cancellationToken) =>
        Task.FromResult(unit.Current.Watermarks.TryGet((step, scope), out var watermark) ? watermark : new WatermarkRecord { Step = step, Scope = scope });

    public Task SaveAsync(WatermarkRecord watermark, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Watermarks = state.Watermarks.Set((watermark.Step, watermark.Scope), watermark) },
        cancellationToken);

    public Task DeleteAsync(string step, int scope, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Watermarks = state.Watermarks.Remove([(step, scope)]) },
        cancellationToken);
}
