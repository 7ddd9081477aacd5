using System.Runtime.InteropServices;
using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>What a column of a CSV file means.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CsvColumn(CsvColumnKind Kind, DataField? Field);
