using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.Tests.Docs;

// snippet: subject
public sealed class Newsletter(IDotdigitalClient dotdigital)
{
    public async Task<int> JoinAsync(string email, string bookName, CancellationToken cancellationToken)
    {
        await foreach (var book in dotdigital.AddressBooks.GetAllAsync(cancellationToken))
        {
            if (book.Name == bookName)
            {
                var contact = await dotdigital.Contacts.AddToAddressBookAsync(book.Id, new() { Email = email }, cancellationToken);
                return contact.Status == ContactStatus.Subscribed ? book.Contacts + 1 : book.Contacts;
            }
        }

        throw new ArgumentException($"There is no {bookName}.", nameof(bookName));
    }
}

// end
