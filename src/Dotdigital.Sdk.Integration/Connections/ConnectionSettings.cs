using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>The options of a connection (rule CN-1). Once stored they win over what the list declares in code.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Whether contacts without an item become host entities (rule IM-5); null for what the list declares, or, in a change, for what is stored.</summary>
    public bool? CreateEntities { get; init; }

    /// <summary>What Dotdigital is told when the host says that a person opted out (rule OP-3); null for what the list declares.</summary>
    public OptOutAction? OptOutAction { get; init; }

    /// <summary>What becomes of members whose item left the list (rule EX-1); they are removed from the book.</summary>
    public LeaverAction LeaverAction { get; init; }
}
