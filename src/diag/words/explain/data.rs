//! Data, front matter and `portal.toml`.

use super::{Explanation, of};

/// The explanations.
pub const ALL: &[Explanation] = &[
    of(
        "DATA001",
        "Niet te lezen",
        "Het bestand volgt de regels van TOML niet. Vaak ontbreekt er een aanhalingsteken, een komma of een haakje. De andere blokken van het bestand worden wel gecontroleerd.",
    ),
    of(
        "DATA002",
        "Onbekende sleutel",
        "Deze sleutel kent dit blok niet. Een tikfout zou anders ongemerkt een leeg vak op de site geven.",
    ),
    of("DATA003", "Verplichte sleutel ontbreekt", "Zonder deze sleutel kan de pagina niet worden gemaakt."),
    of(
        "DATA004",
        "Verkeerde soort waarde",
        "Er staat bijvoorbeeld een tekst waar een getal hoort, of één waarde waar een lijst hoort.",
    ),
    of(
        "DATA005",
        "Onbekend woord",
        "Hier kan alleen een van een paar vaste woorden staan. De betekenis van elk woord staat in de handleiding.",
    ),
    of(
        "DATA006",
        "Onbekende soort",
        "Boven een blok staat tussen dubbele haken om wat voor gegeven het gaat. Deze soort bestaat niet.",
    ),
    of(
        "DATA007",
        "Enkele blokhaken",
        "Een gegeven staat in een lijst van gegevens van die soort. Daarom staan er dubbele haken om de naam.",
    ),
    of(
        "DATA008",
        "Dubbele id",
        "Een id wijst één ding aan, op de hele site. Staat hij er twee keer, dan is niet duidelijk waar een verwijzing heen gaat.",
    ),
    of(
        "DATA009",
        "Geen goede id",
        "De id komt in het webadres. Daarom kan hij alleen uit kleine letters, cijfers en koppeltekens bestaan.",
    ),
    of(
        "DATA010",
        "Verwijzing naar niets",
        "De id bestaat nergens in de gegevens. Meestal is het een tikfout, of is het gegeven weggehaald.",
    ),
    of(
        "DATA011",
        "Verwijzing naar iets anders",
        "De id bestaat, maar hoort bij een ander soort gegeven dan hier kan staan.",
    ),
    of(
        "DATA012",
        "Onbekend deel van een bron",
        "Een bron noemt zijn delen zelf, met een id. Zo leidt elke verwijzing naar een plek die bestaat.",
    ),
    of(
        "DATA013",
        "Precies één invullen",
        "Van een paar sleutels hoort er één te zijn ingevuld: wie in een overleg zit is een organisatie, een functie, een ander overleg óf een groep.",
    ),
    of(
        "DATA014",
        "Geen volledig webadres",
        "De site heeft haar eigen adres nodig voor zoekmachines, het nieuwsoverzicht en het delen van pagina's.",
    ),
    of(
        "DATA015",
        "Onbekend thema",
        "Het thema bepaalt hoe de site eruitziet. Dit thema staat niet in de map themes en zit niet in het programma.",
    ),
    of(
        "DATA016",
        "Onbekend cijfer",
        "Een getal staat op één plek, in een blok [[cijfer]], en wordt daarvandaan overal gebruikt. Dit cijfer bestaat niet.",
    ),
    of(
        "DATA017",
        "Geen UTF-8",
        "Een bestand hoort te zijn opgeslagen als UTF-8. Anders komen letters als é en tekens als € niet goed op de site.",
    ),
    of(
        "DATA018",
        "Woord met twee namen",
        "In portal.toml geeft [[woord]] een vast woord een eigen naam. Elk woord heeft er een.",
    ),
    of(
        "DATA019",
        "Licentie zonder webadres",
        "Een licentie wordt aangewezen met het adres van haar tekst. Zo weet wie de open data gebruikt precies welke het is.",
    ),
    of(
        "DATA020",
        "Eigen woord zonder enkelvoud",
        "Een soort gegevens kan op uw site anders heten, zoals \"werklijnen\" in plaats van \"sporen\". Koppen vragen het meervoud (naam), kaarten het woord voor één ervan (enkelvoud).",
    ),
    of(
        "DATA021",
        "Enkelvoud waar het niet hoort",
        "Een enkelvoud is er alleen voor een soort gegevens. Een status of een soort band heeft één naam.",
    ),
    of(
        "DATA022",
        "Geen datum",
        "Een datum begint met het jaar: 2026-12-31. Een kwartaal of jaar staat tussen aanhalingstekens: \"2026-Q1\", \"2026\".",
    ),
    of(
        "DATA047",
        "Leeg gegevensbestand",
        "In een bestand in de map data staan gegevens. Een leeg bestand is bijna altijd een vergissing: de inhoud is verloren gegaan, of er is nog niets in gezet. Haal het weg als u het niet gebruikt.",
    ),
    of(
        "DATA045",
        "Gegevens van een hele soort ontbreken",
        "Op een aantal plaatsen staat een id van een soort waarvan geen enkel gegeven bestaat. Meestal ontbreekt dan een bestand in de map data. Daarom is dit één melding, en niet één per plaats.",
    ),
    of(
        "DATA046",
        "Geen gegevens",
        "De teksten noemen gegevens, maar in de map data staat geen enkel bestand. Meestal is de map verplaatst of heeft zij een andere naam gekregen.",
    ),
    of(
        "DATA043",
        "Oude id",
        "Bij voorheen staan de id's die een gegeven eerder had. Oude webadressen blijven daarmee werken, maar de teksten en de gegevens zelf gebruiken de nieuwe id.",
    ),
    of(
        "DATA044",
        "Een id die niets meer heeft",
        "Veel plekken noemen een id die bij geen gegeven staat. Meestal is de id op één plek met de hand veranderd. De opdracht verbeeld hernoem verandert hem overal, en laat het oude webadres werken.",
    ),
];
