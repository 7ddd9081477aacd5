namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Watermarks of the unit's account.</summary>
public interface IWatermarkRepository
{
    /// <summary>The watermark, or one that says nothing was read yet.</summary>
    Task<WatermarkRecord> GetAsync(string step, int scope, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by key.</summary>
    Task SaveAsync(WatermarkRecord watermark, CancellationToken cancellationToken);

    /// <summary>Forgets the watermark: the next read begins from the beginning.</summary>
    Task DeleteAsync(string step, int scope, CancellationToken cancellationToken);
}
