//! What a text says, and markup of other programs.

use super::{Explanation, of};

/// The explanations.
pub const ALL: &[Explanation] = &[
    of(
        "TEKST001",
        "Link die niets zegt",
        "Wie een pagina laat voorlezen, loopt vaak van link naar link en hoort dan alleen: hier, hier, lees meer. Zet in de link wat er te vinden is.",
    ),
    of(
        "TEKST002",
        "Onbekende afkorting",
        "Deze controle vraagt u zelf aan, met [[controle]] in portal.toml. Een afkorting staat in de begrippen, in de naam van een gegeven, of wordt op de pagina zelf één keer voluit geschreven.",
    ),
    of("TEKST003", "Nog niet af", "Hier staat een zin die bedoeld was om te vervangen, of een briefje aan uzelf."),
    of(
        "TEKST004",
        "Gegevens van een persoon",
        "Een site over functies noemt geen mobiele nummers, mailadressen thuis of burgerservicenummers. Mag het toch? Zet bovenaan de pagina een uitzondering met een reden.",
    ),
    of(
        "TEKST005",
        "Naam van een persoon",
        "Functies blijven, mensen wisselen. Noem wie het doet bij zijn functie.\n\n\
         Hoort de naam er echt? Zet dan bovenaan de pagina:\n\n\
         [[uitzondering]]\ncode = \"TEKST005\"\nreden = \"De naam staat zo in het besluit.\"",
    ),
    of(
        "TEKST006",
        "Onbekende code",
        "Bij [[controle]] in portal.toml en [[uitzondering]] op een pagina staat de code van een melding, zoals TEKST001.",
    ),
    of(
        "TEKST007",
        "Uitzondering zonder reden van bestaan",
        "De melding waarvoor deze uitzondering is gemaakt, komt op de pagina niet meer voor.",
    ),
    of(
        "TEKST008",
        "Een fout kan niet uit",
        "Alleen waarschuwingen zijn in te stellen. Met een fout kan de site niet worden gemaakt.",
    ),
    of(
        "TEKST009",
        "Dezelfde titel",
        "Twee pagina's met één titel zijn in de zoekfunctie en in lijsten niet uit elkaar te houden.",
    ),
    of(
        "TEKST010",
        "Vet in plaats van een kopje",
        "Een vette regel ziet eruit als een kopje, maar telt niet mee in de inhoudsopgave en is voor wie laat voorlezen geen kopje.",
    ),
    of(
        "TEKST011",
        "Kopje in hoofdletters",
        "Woorden in hoofdletters herkent een lezer langzamer, en wie laat voorlezen hoort soms losse letters.",
    ),
    of("TEKST012", "Kopje dat de titel herhaalt", "De titel van de pagina staat al bovenaan, als grootste kopje."),
    of(
        "TEKST013",
        "Pagina zonder tekst",
        "Wie op deze pagina komt, ziet alleen de titel, en weet niet waarvoor hij kwam.",
    ),
    of(
        "TEKST015",
        "Komma voor duizendtallen",
        "In een bedrag staat voor duizendtallen een punt en voor centen een komma. Andersom leest iemand € 10,000 als tien euro.",
    ),
    of(
        "TEKST014",
        "Trefwoord op twee manieren",
        "Een trefwoord brengt pagina's bij elkaar. Anders geschreven is het een ander trefwoord, met een eigen lijst.",
    ),
    of(
        "TEKST",
        "Over wat een tekst zegt",
        "Deze meldingen zijn raad. Hoe zwaar elk telt, zet u in portal.toml, en een pagina kan zich verontschuldigen:\n\n\
         [[controle]]\ncode = \"TEKST001\"\ntelt = \"uit\"",
    ),
    of(
        "MD060",
        "Kenmerken tussen accolades",
        "Andere programma's geven een kopje of alinea een naam of klas tussen accolades. Hier krijgt alleen een kopje een eigen naam.",
    ),
    of("MD061", "Kader uit een ander programma", "Een kader begint hier met een > en een soort."),
    of("MD062", "Inhoudsopgave", "De site maakt de inhoudsopgave zelf, uit de kopjes."),
    of("MD063", "Tekens in een zin", "Niet elk programma kent dezelfde tekens."),
    of("MD064", "Uit een wiki of notitieboek", "Wiki's schrijven kopjes, tabellen en links op hun eigen manier."),
    of(
        "MD065",
        "Plek die een ander programma invult",
        "Tekens als {% … %} vult een ander programma in. Hier komen ze zo op de pagina.",
    ),
    of(
        "MD066",
        "Tekening of formule",
        "Een tekening maakt u uit de gegevens, of u zet haar als bestand naast de pagina.",
    ),
    of(
        "MD067",
        "Resten van Word of een rekenblad",
        "Bij het plakken komt soms meer mee dan u ziet. Plak als gewone tekst: met Ctrl, Shift en V.",
    ),
    of("MD068", "Uit een andere opmaaktaal", "Deze tekens horen bij een andere manier om tekst op te maken."),
    of("MD069", "Plaatje als woord", "Een woord tussen dubbele punten wordt hier geen plaatje."),
    of("MD070", "Lijst die uiteenvalt", "Wat bij een punt hoort, begint onder de tekst van dat punt."),
    of("MD071", "Los anker", "Een plek om naar te linken is hier een kopje met een naam."),
    of(
        "MD072",
        "Teken of lege regel vergeten",
        "Een >, + of * aan het begin van een regel maakt een citaat of een lijst. En wat zonder lege regel onder een lijst of citaat staat, hoort daarbij.",
    ),
    of("MD074", "Leeg onderdeel", "Een punt, citaat of blok zonder tekst is op de pagina een leeg vakje."),
    of("MD075", "Tabel in stukken", "Een lege regel eindigt een tabel. Wat eronder staat, is geen rij meer."),
    of(
        "MD076",
        "Blok dat los moet staan",
        "Een infographic of rekenhulp is breder dan de tekst. Zij staat dus niet in een lijst, citaat of kader.",
    ),
    of("MD077", "Wachtwoord in een adres", "Wat in een adres voor de @ staat, leest iedereen op de site mee."),
    of("MD073", "Tabel zonder kolomnamen", "De eerste regel van een tabel zegt wat er in elke kolom staat."),
    of("DATA050", "Punt of duizendtal", "In de gegevens is een punt de komma van het getal."),
    of(
        "DATA051",
        "Cijfer in een naam",
        "Een naam of titel staat ook in het menu, in tekeningen en in bestanden, precies zoals u hem schrijft. Daar kan dus geen cijfer in.",
    ),
];
