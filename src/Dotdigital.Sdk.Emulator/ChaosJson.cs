namespace Dotdigital.Sdk.Emulator;

/// <summary>Ways to distort the JSON of all answers that a tolerant client must survive (FACTS: JSON).</summary>
[Flags]
public enum ChaosJson
{
    /// <summary>As documented.</summary>
    None = 0,

    /// <summary>Property names start with a capital.</summary>
    PascalCase = 1,

    /// <summary>Objects have a property nobody heard of.</summary>
    ExtraProperties = 2,

    /// <summary>Enum values that decide nothing (opt-in type, email type, visibility, reply action) are unheard of.</summary>
    UnknownEnums = 4,

    /// <summary>Empty texts and empty arrays inside objects are null.</summary>
    Nulls = 8,

    /// <summary>All of it.</summary>
    All = PascalCase | ExtraProperties | UnknownEnums | Nulls,
}
