//! Pages, links and the families of codes whose messages say enough themselves.

use super::{Explanation, of};

/// The explanations.
pub const ALL: &[Explanation] = &[
    of(
        "WOORD",
        "Over de woorden voor lezers",
        "De zinnen van het thema staan per taal in één tabel (text/nl.toml). Uw site mag er losse zinnen van vervangen. Een naam of plek tussen accolades die niet bestaat, zou een zin zonder inhoud geven.",
    ),
    of(
        "PLAATS",
        "De plaats waar lezers de site zien",
        "Met deze regels brengt verbeeld plaats de site naar lezers. Klopt er iets niet, dan zou de site op de verkeerde plaats kunnen komen, of een geheim bekend worden.",
    ),
    of(
        "PAGINA",
        "Over de pagina's",
        "Elke pagina heeft een titel en een eigen adres. De melding zelf zegt wat er mis is en wat u kunt doen.",
    ),
    of(
        "LINK001",
        "Dode link",
        "De link leidt naar een pagina die er niet is. Een verwijzing met een id, zoals [[pho]], blijft werken als een pagina verhuist.",
    ),
    of("LINK002", "Onbekend kopje", "De pagina bestaat, maar heeft geen kopje met die naam."),
    of(
        "LINK003",
        "Verwijzing naar niets",
        "Tussen dubbele haken hoort een id uit de gegevens of het pad van een pagina.",
    ),
    of("LINK004", "Afbeelding ontbreekt", "De afbeelding staat niet naast de pagina en niet in de map static."),
    of("LINK005", "Menu leidt nergens heen", "Een regel van het menu of de voet verwijst naar iets wat er niet is."),
    of("LINK", "Over links", "Een verwijzing klopt niet. De melding zelf zegt wat er mis is en wat u kunt doen."),
    of(
        "BESTAND001",
        "Verkeerde bestandsnaam",
        "Verbeeld kijkt naar het einde van de naam: een pagina eindigt op .md. Windows verbergt dat einde vaak, en Kladblok zet er soms .txt achter. Zo'n bestand wordt niet gelezen.",
    ),
    of(
        "BESTAND002",
        "Gegevens met een verkeerde bestandsnaam",
        "Een bestand met gegevens eindigt op .toml. Windows verbergt dat einde vaak, en Kladblok zet er soms .txt achter. Dan mist de site alles wat in het bestand staat.",
    ),
    of(
        "BESTAND003",
        "Bestand dat niet meegaat",
        "Een bestand in de map content komt alleen op de site als een pagina het toont of ernaar verwijst. Zo komt een kladversie niet per ongeluk op internet.",
    ),
    of(
        "BESTAND004",
        "Verminkte letters",
        "Een tekst in UTF-8 is geopend of geplakt alsof het iets anders was. Letters als é en tekens als € zijn dan twee of drie vreemde tekens geworden.",
    ),
    of(
        "BESTAND015",
        "Twee versies in één bestand",
        "Twee mensen hebben dezelfde regels veranderd, en het programma Git kon niet kiezen. Het heeft beide versies laten staan, met regels van tekens eromheen. Tot u kiest, gebruikt Verbeeld de bovenste.",
    ),
    of("BESTAND", "Over bestanden", "De melding zelf zegt wat er met het bestand mis is en wat u kunt doen."),
    of(
        "BEELD003",
        "Vorm die een browser niet kent",
        "Telefoons bewaren foto's vaak als HEIC, scanners als TIFF. Browsers tonen die niet. Sla de foto op als JPEG.",
    ),
    of(
        "BEELD",
        "Over afbeeldingen",
        "Van een afbeelding naast een pagina maakt Verbeeld zelf kleine en grote versies. Daarvoor moet het bestand een goede JPEG, PNG of WebP zijn.",
    ),
    of(
        "INFO",
        "Over infographics",
        "Een infographic kan niet worden getekend zoals gevraagd. De melding zelf zegt wat er mis is.",
    ),
    of(
        "FM",
        "Over de regels bovenaan een pagina",
        "Bovenaan een pagina staan tussen twee regels met +++ de titel en andere gegevens. De melding zelf zegt wat er mis is.",
    ),
    of(
        "MD",
        "Over de tekst van een pagina",
        "De tekst is in Markdown geschreven. De melding zelf zegt wat er mis is en hoe u het wel schrijft.",
    ),
    of(
        "SJABLOON",
        "Over sjablonen",
        "Een sjabloon van het thema klopt niet. Hebt u zelf geen sjablonen aangepast? Geef het dan door aan de beheerder.",
    ),
    of(
        "PORTAAL",
        "Over de instellingen van het portaal",
        "Een regel van portal.toml past niet bij de rest van de site of is verlopen. De melding zelf zegt wat er mis is.",
    ),
    of(
        "STIJL",
        "Over uw huisstijl",
        "De bestanden huisstijl.tokens.json en huisstijl.donker.tokens.json geven de kleuren en letters van uw organisatie. De melding zelf zegt wat er mis is.",
    ),
    of(
        "THEMA",
        "Over het thema",
        "Het thema is niet compleet. Hebt u zelf geen thema gemaakt? Geef het dan door aan de beheerder.",
    ),
    of(
        "UITVOER",
        "Over de gemaakte site",
        "Twee dingen zouden op hetzelfde adres komen. Geef een van de twee een andere naam.",
    ),
    of(
        "UIT",
        "Over het plaatsen van de site",
        "De site is gemaakt, maar kon niet in de map worden gezet. Wat er stond, is er nog.",
    ),
];
