namespace Quickstart.Check;

/// <summary>Where a customer stands towards the address book, as the shop's own data say.</summary>
internal enum Standing
{
    InBook,
    NotInList,
    OptedOut,
    NoEmail,
    InvalidEmail,
    DuplicateEmail,
    MisfitValue,
    RefusedByDotdigital,
}
