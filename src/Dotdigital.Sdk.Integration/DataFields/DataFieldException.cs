using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>A data field cannot be made as asked for (rule DF-2); nothing was created.</summary>
public sealed class DataFieldException : DotdigitalException
{
    /// <summary>Says what is wrong with a data field, and the remedy.</summary>
    /// <param name="field">The data field's name.</param>
    /// <param name="problem">What is wrong and what to do; continues "Data field 'x' ".</param>
    /// <param name="innerException">The cause, if any.</param>
    public DataFieldException(string field, string problem, Exception? innerException = null)
        : base($"Data field '{field}' {problem}", innerException) => Field = field;

    /// <summary>The data field's name.</summary>
    public string Field { get; }
}
