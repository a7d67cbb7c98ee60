//! What must hold between records.

use super::{Explanation, of};

/// The explanations.
pub const ALL: &[Explanation] = &[
    of("REGEL001", "Een band met zichzelf", "Een band loopt tussen twee verschillende partijen."),
    of(
        "REGEL002",
        "Dezelfde band twee keer",
        "Twee partijen hebben van elke soort band er één, welke kant die ook op loopt. Twee blokken zouden elkaar kunnen tegenspreken. Een nieuw niveau komt als extra blok [[relatie.niveau]] bij dezelfde band.",
    ),
    of(
        "REGEL003",
        "Niveaus niet op volgorde van tijd",
        "De niveaus van een band vormen een geschiedenis: het laatste blok geldt nu. Daarom loopt de tijd van boven naar beneden en mag alleen het eerste blok zonder datum.",
    ),
    of(
        "REGEL004",
        "Hechter zonder besluit",
        "Wordt een band hechter dan hij was, dan wil een lezer weten wie dat heeft besloten en waar dat staat. Is het een lezing van de redactie, dan zegt de status dat: duiding.",
    ),
    of(
        "REGEL005",
        "Besluit van wie niet besluit",
        "Een niveau wordt besloten door een bestuur dat zelf besluiten neemt (besluit = true). Bij een ander overleg waarschuwt Verbeeld. Bij het hechtste niveau is het een fout.",
    ),
    of(
        "REGEL006",
        "Besloten niveau zonder besluit",
        "Staat er dat een niveau besloten is, dan hoort erbij sinds wanneer en door wie.",
    ),
    of(
        "REGEL007",
        "Gescheiden en toch verbonden",
        "Partijen met een band van de soort scheiding houden hun rollen uit elkaar. Een niveau van de ladder zou het tegendeel zeggen.",
    ),
    of(
        "REGEL008",
        "De id past niet bij de band",
        "De id van een band bestaat uit die van de twee partijen, met -- ertussen. Zo zegt het webadres waar de pagina over gaat.",
    ),
    of(
        "REGEL009",
        "Ambitie is al bereikt",
        "Een ambitie ligt hoger dan het niveau van nu. Is die bereikt, dan kan zij weg.",
    ),
    of(
        "REGEL010",
        "Band zonder niveau",
        "Elke band zegt hoe hecht hij is. Ook dat het niet bekend is, is een uitspraak: dan ziet een lezer dat er niets is vergeten.",
    ),
    of(
        "REGEL011",
        "Besluitvorming zonder beslisser",
        "In een band van besluitvorming neemt ten minste een van de twee besluiten.",
    ),
    of(
        "REGEL012",
        "Dubbel nummer",
        "Een nummer of plaats in een volgorde komt één keer voor. Anders is de volgorde op de site toeval.",
    ),
    of("REGEL013", "Nummer overgeslagen", "Nummers lopen door vanaf 1. Een gat doet denken dat er iets ontbreekt."),
    of(
        "REGEL014",
        "Overleg zonder band",
        "Een overleg dat met niets een band heeft, staat los op de kaart. Meestal is de band vergeten.",
    ),
    of(
        "REGEL015",
        "Overleg zonder leden",
        "Elk overleg zegt wie erin zit. Ook dat het niet bekend is, is een uitspraak.",
    ),
    of(
        "REGEL016",
        "Deelnemer zonder plek",
        "Wie deelneemt, zit ergens in of heeft een band. Een groep kan alle organisaties van een soort omvatten: soort = \"gemeente\".",
    ),
    of("REGEL017", "Lid staat er twee keer", "Dezelfde partij staat twee keer in een overleg, in dezelfde functie."),
    of(
        "REGEL018",
        "Groep klopt niet",
        "Een groep kan alle organisaties van een soort omvatten. Dan moet die soort bestaan, en moet een getal in de naam van de groep kloppen.",
    ),
    of("REGEL019", "Grens aan één kant", "Als de een aan de ander grenst, grenst de ander ook aan de een."),
    of(
        "REGEL020",
        "TOOI-adres klopt niet",
        "Elke overheidsorganisatie heeft een vast adres in het register TOOI. Anderen die de gegevens gebruiken, koppelen daarop.",
    ),
    of(
        "REGEL021",
        "Tegels op elkaar",
        "Twee tegels van de tegelkaart liggen op dezelfde plek; een ervan zou onzichtbaar zijn.",
    ),
    of(
        "REGEL022",
        "Plek op aarde klopt niet",
        "De plek bestaat niet, of ligt ver van alle andere. Vaak zijn lengte en breedte verwisseld.",
    ),
    of(
        "REGEL023",
        "Geen of te veel leiding",
        "Bij elk product en elke fase is er één aan zet. Is dat niet bekend, dan zegt de status dat: open.",
    ),
    of(
        "REGEL024",
        "Fasen niet compleet",
        "Elk product noemt elke fase één keer. Zo is een gat zichtbaar, en kan er niets dubbel zijn.",
    ),
    of("REGEL025", "Eindigt voor het begin", "Wat een begin en een einde heeft, begint eerst."),
    of("REGEL026", "Acties wachten op elkaar", "Als acties in een kring op elkaar wachten, kan er geen beginnen."),
    of(
        "REGEL027",
        "Te vroeg",
        "Een actie begint of eindigt voordat kan klaar zijn waar zij op wacht. Binnen hetzelfde kwartaal kan het wel.",
    ),
    of(
        "REGEL028",
        "Opgeleverd voor het klaar is",
        "De oplevering ligt voor het einde van de acties. Spreekt de bron zichzelf tegen, dan zegt de status dat: tegenstrijdig.",
    ),
    of(
        "REGEL029",
        "Keuze en uitkomst",
        "Een keuze met een uitkomst is niet meer open, en ook geen voorstel. Een keuze die gemaakt is, heeft een uitkomst.",
    ),
    of("REGEL030", "Besluit zonder beslisser", "Bij een besluit hoort wie het nam."),
    of("REGEL031", "Verwijst naar zichzelf", "Een buur, voorganger of lid is altijd een ander."),
    of(
        "REGEL032",
        "Begrippen vervangen elkaar",
        "Een verouderd begrip leidt naar een begrip dat nu geldt, niet in een kring.",
    ),
    of(
        "REGEL033",
        "Verouderd woord",
        "Een woord dat vervangen is, mag er staan als duidelijk is dat het over vroeger gaat: naast het nieuwe woord, tussen aanhalingstekens, of met een verwijzing naar de uitleg. Ook een naam of bijnaam mag het bevatten.",
    ),
    of(
        "REGEL034",
        "Zonder herkomst",
        "Alles wat de site zegt over de samenwerking, zegt ook hoe vast het staat en waar het vandaan komt.",
    ),
    of("REGEL035", "Status zonder bron", "Een deel met een eigen status heeft een eigen bron, en andersom."),
    of("REGEL036", "Dubbel in een lijst", "Een lijst noemt niets twee keer."),
    of(
        "REGEL037",
        "Tegenspraak zonder uitleg",
        "Spreekt de bron zichzelf tegen, dan toont de site beide waarden. Die staan in de toelichting.",
    ),
    of(
        "REGEL038",
        "Dezelfde naam",
        "Een naam of bijnaam wijst één ding aan. Anders weten een lezer en de zoekfunctie niet wat bedoeld is.",
    ),
    of(
        "REGEL039",
        "Ongebruikt",
        "Een niveau, laag, begrip of functie die nergens voorkomt, is vergeten of niet nodig.",
    ),
    of("REGEL040", "Bron nergens genoemd", "Op deze bron rust niets. Is de verwijzing vergeten?"),
    of(
        "REGEL041",
        "Som klopt niet",
        "Een cijfer met som_van of product_van wordt nagerekend, met de afronding die erbij staat. Een cijfer met telt wordt nageteld in de gegevens.",
    ),
    of(
        "REGEL042",
        "Berekening kan niet",
        "Een berekening is een som of een product, eventueel gedeeld en afgerond. Cijfers kunnen niet in een kring uit elkaar volgen.",
    ),
    of(
        "REGEL043",
        "Cijfers achter de komma",
        "Toont de site minder cijfers achter de komma dan het getal heeft, dan ziet een lezer een ander getal. Dat kan alleen bij een cijfer dat ongeveer is.",
    ),
    of(
        "REGEL044",
        "Onvolledig webadres",
        "Een link naar een andere site heeft het volledige adres nodig, met https:// ervoor.",
    ),
    of("REGEL045", "Minder dan nul", "Een bijdrage of omvang kan niet negatief zijn."),
    of(
        "REGEL046",
        "Verlopen",
        "De datum waarvoor iemand dit moest nakijken, is voorbij. verbeeld check kijkt naar de datum van vandaag; met --stand kiest u een andere dag.",
    ),
    of(
        "REGEL047",
        "Als enige zonder",
        "Alle andere van dezelfde soort hebben deze sleutel. Waarschijnlijk is hij hier vergeten.",
    ),
    of("REGEL048", "Leeg", "Bij een spoor horen opgaven en bij een opgave horen acties."),
    of("REGEL049", "Dubbel deel van een bron", "Een deel heeft binnen zijn bron een eigen id."),
    of("REGEL050", "Klaar in de toekomst", "gerealiseerd is voor wat klaar is. De planning staat bij tot."),
    of(
        "REGEL051",
        "Onwaarschijnlijk jaar",
        "Het jaar ligt ver van nu, of het niveau van een band begint lang voor alle bronnen en mijlpalen. Waarschijnlijk is het een tikfout.",
    ),
    of(
        "REGEL052",
        "Nog niet ingevuld",
        "Een nieuw gegeven heeft puntjes op elke plek die u zelf invult. Zolang er puntjes staan, staat het gegeven niet op de site; al het andere wel. Naar zo'n gegeven kan nog niets verwijzen.",
    ),
    of(
        "REGEL053",
        "Niveau dat nog moet ingaan",
        "Een niveau telt vanaf zijn datum. Ligt die na de stand van de site (stand in portal.toml), dan geldt tot die tijd het niveau ervoor.",
    ),
    of(
        "REGEL054",
        "Bron ouder dan het besluit",
        "Een besluit kan niet staan in een stuk dat er al eerder was. Een niveau mag hooguit een jaar na zijn bron ingaan.",
    ),
    of(
        "REGEL055",
        "Pagina met een datum in de toekomst",
        "De datum van een pagina zegt alleen wanneer zij is gemaakt of veranderd. Zij houdt een pagina niet tegen: dat doet concept = true.",
    ),
    of(
        "REGEL056",
        "Contact zonder adres",
        "Wie leest hoe hij iemand bereikt, moet dat ook kunnen: met een e-mailadres, een telefoonnummer of een webadres.",
    ),
    of(
        "REGEL057",
        "Adres van een persoon",
        "Een contact is van een functie, een overleg of een organisatie. Namen en adressen van personen verouderen en horen niet op een openbare site.",
    ),
    of(
        "REGEL058",
        "Tijden van een bijeenkomst",
        "Tijden horen bij een dag, en een bijeenkomst begint voor zij eindigt. Zo komt zij ook goed in een agenda.",
    ),
    of(
        "REGEL059",
        "Besluit en bijeenkomst",
        "Een besluit valt op de dag van de bijeenkomst die erbij staat, en in het overleg dat toen bij elkaar kwam.",
    ),
    of(
        "REGEL060",
        "Overleg dat niet besluit",
        "Bij een overleg staat of het zelf besluiten neemt. Een besluit van een overleg dat dat niet doet, is van iemand anders.",
    ),
    of(
        "REGEL071",
        "Oude id in gebruik",
        "Bij voorheen staan id's die een gegeven eerder had; hun webadressen leiden naar dat gegeven. Een id kan maar naar één gegeven leiden.",
    ),
    of(
        "REGEL072",
        "Open genoemd, maar besloten",
        "Heeft een keuze een uitkomst, dan noemt geen tekst en geen plek in een overleg haar nog open. Gezocht wordt in zinnen die naar de keuze verwijzen, of naar een overleg met een plek die van de keuze afhangt.",
    ),
    of(
        "REGEL073",
        "Besluit en keuze zeggen hetzelfde",
        "Een keuze, het besluit erover, de plek in een overleg die erop wachtte, het niveau van een band en een geplande datum zeggen hetzelfde. Een opdracht schrijft ze samen. Verbetert u er een met de hand, dan hoort u welke andere nog zeggen wat eerst gold.",
    ),
    of(
        "REGEL074",
        "Eén soort, op twee manieren geschreven",
        "Organisaties van één soort hebben bij soort precies hetzelfde woord. “Gemeente” met een hoofdletter of met een letter verkeerd is voor Verbeeld een andere soort, en die organisatie valt dan buiten groepen als “alle gemeenten”.",
    ),
    of(
        "REGEL075",
        "Voorbij sinds de stand",
        "Wat gepland was, is voorbij, en de site vertelt nog dat het moet komen. verbeeld check kijkt naar de datum van vandaag; met --stand kiest u een andere dag.",
    ),
];
