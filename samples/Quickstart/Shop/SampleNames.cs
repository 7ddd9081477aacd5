namespace Quickstart.Shop;

/// <summary>Names and towns in several scripts, as shops have them.</summary>
internal sealed record SampleNames(int Weight, string[] First, string[] Last, string[] Towns, string[] Streets)
{
    private static readonly SampleNames[] All =
    [
        new(52,
            ["Olivia", "George", "Amelia", "Harry", "Siobhán", "Jack", "Mary-Jane", "Thomas", "D'Arcy", "Grace", "Noah", "Zoë"],
            ["Smith", "O'Brien", "Taylor", "Fitzgerald-Jones", "Brown, Jr.", "Walker", "MacDonald", "\"Red\" Hughes", "Lloyd", "St John"],
            ["London", "Leeds", "Stratford-upon-Avon", "Bath", "Newcastle, Tyne", "Llanfairpwll", "Ely"],
            ["High Street", "Station Road", "Flat 2, The \"Old\" Mill", "Church Lane"]),
        new(14,
            ["Jürgen", "Lena", "Günther", "Änne", "Björn"], ["Müller", "Groß", "von der Höhe", "Schäfer"],
            ["Köln", "Düsseldorf", "Weißenfels"], ["Hauptstraße", "Lange Gasse"]),
        new(9,
            ["Chloé", "François", "Jean-Noël", "Inès"], ["Lefèvre", "d'Ormesson", "Çelik", "Núñez"],
            ["Orléans", "Saint-Étienne", "L'Haÿ-les-Roses"], ["Rue de l'Église", "Bâtiment A; 3e étage"]),
        new(6,
            ["Łukasz", "Žofie", "Ștefan", "Gábor"], ["Wójcik", "Dvořák", "Țiriac", "Őry"],
            ["Łódź", "České Budějovice", "Győr"], ["ul. Żwirki", "Náměstí 1"]),
        new(5, ["Νίκος", "Ελένη"], ["Παπαδόπουλος", "Οικονόμου"], ["Αθήνα", "Θεσσαλονίκη"], ["Οδός Ερμού"]),
        new(5, ["Олена", "Іван", "Борис"], ["Шевченко", "Коваль"], ["Київ", "Львів"], ["вул. Хрещатик"]),
        new(3, ["فاطمة", "محمد"], ["الحسن", "القاضي"], ["القاهرة", "دبي"], ["شارع النيل"]),
        new(2, ["נועה", "דוד"], ["כהן", "לוי"], ["תל אביב"], ["רחוב הרצל"]),
        new(2, ["小明", "秀英"], ["王", "欧阳"], ["北京", "上海"], ["长安街"]),
        new(1, ["さくら", "太郎"], ["佐藤", "髙橋"], ["東京", "札幌"], ["中央通り"]),
        new(1, ["प्रिया", "अर्जुन"], ["शर्मा", "सिंह"], ["दिल्ली", "मुंबई"], ["गांधी मार्ग"]),
    ];

    private static readonly SampleNames[] Weighted = [.. All.SelectMany(names => Enumerable.Repeat(names, names.Weight))];

    /// <summary>Mostly one's own script, now and then another.</summary>
    public static SampleNames Pick(Random random) => Weighted[random.Next(Weighted.Length)];
}
