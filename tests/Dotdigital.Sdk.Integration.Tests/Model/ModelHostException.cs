namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>The model's host fails, as it was told to.</summary>
internal sealed class ModelHostException(string message) : Exception(message);
