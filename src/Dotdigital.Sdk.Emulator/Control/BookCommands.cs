namespace Dotdigital.Sdk.Emulator.Control;

internal static class BookCommands
{
    public static int Create(ControlContext context, CreateBookArgs args)
        => context.Account.BookByName(args.Name) is null
            ? context.Account.AddBook(args.Name, args.Visibility).Id
            : throw new ArgumentException($"There is already an address book '{args.Name}'.", nameof(args));

    public static bool Delete(ControlContext context, BookArgs args)
    {
        context.Account.DeleteBook(context.Book(args.AddressBookId), context.Now);
        return true;
    }

    public static IReadOnlyList<EmulatedAddressBook> All(ControlContext context, NoArgs args)
        => [.. context.Account.Books.Values.Select(b => new EmulatedAddressBook(b.Id, b.Name, b.Visibility, b.IsReserved, b.Subscribed))];
}
