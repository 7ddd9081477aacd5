namespace Dotdigital.Sdk.Serialization;

/// <summary>An enumeration of the API that may grow: unknown values are kept as text, and case does not matter.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The text as the API spelled it; empty when it gave none.</summary>
    string Value { get; }

    /// <summary>Wraps the API's text.</summary>
    /// <param name="value">The text; <see langword="null"/> is the same as empty.</param>
    static abstract TSelf FromValue(string? value);
}
