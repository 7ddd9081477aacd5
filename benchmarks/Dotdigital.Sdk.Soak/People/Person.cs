using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Soak.People;

/// <summary>What the host knows of a person, as small as can be: the host's memory must not hide the engine's.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Person
{
    /// <summary>How often the address changed.</summary>
    public ushort Address;

    /// <summary>How often the name changed.</summary>
    public ushort Name;

    public ushort Points;

    /// <summary>Changed on both sides.</summary>
    public ushort Town;

    /// <summary>The last day on which something happened to the person.</summary>
    public short Touched;

    public Fate Fate;

    /// <summary>The host's own no, whoever told it.</summary>
    public bool IsOptedOut;
}
