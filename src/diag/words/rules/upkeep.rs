//! Keeping the data in order: addresses, dates, what was forgotten.

use crate::diag::{Diagnostic, Span, is_on_network, is_on_own_disk, mail_meant};

/// `REGEL044`: an incomplete web address.
pub fn web_address(place: Span, address: &str) -> Diagnostic {
    let problem =
        Diagnostic::error("REGEL044", place, format!("“{address}” is geen volledig webadres")).label("dit adres");
    if let Some(mail) = mail_meant(address) {
        return problem.remedy(format!(
            "Dit is een mailadres, en hier hoort een webadres. Een mailadres staat in een blok [[contact]]: email = \"{mail}\"."
        ));
    }
    let host = address.split('/').next().unwrap_or_default();
    if (host.starts_with("www.") || [".nl", ".eu", ".com", ".org"].iter().any(|end| host.ends_with(end)))
        && !host.contains([':', ' '])
    {
        return problem.remedy(format!("Schrijf er https:// voor: https://{address}"));
    }
    problem.remedy(if is_on_network(address) {
        "Dit staat in een netwerkmap, en daar kunnen lezers niet bij. Staat het ook op internet? Neem het adres dan over uit de adresbalk. Zet \
         het bestand anders naast een pagina, en haal deze regel weg."
    } else if is_on_own_disk(address) {
        "Dit staat alleen op uw eigen computer. Staat het ook op internet? Neem het adres dan over uit de adresbalk. Zet het bestand anders \
         naast een pagina, en haal deze regel weg."
    } else {
        "Neem het adres over uit de adresbalk, met https:// ervoor."
    })
}

/// `REGEL044`: the name of a file, or an address, that leads nowhere because it is no link.
pub fn no_link_to_paper(place: Span, paper: &str) -> Diagnostic {
    let problem =
        Diagnostic::error("REGEL044", place, format!("“{paper}” is geen link: een lezer kan dit stuk niet openen"))
            .label("geen link");
    if paper.to_lowercase().starts_with("http") {
        return problem.remedy(format!("Schrijf ervoor hoe het stuk heet: \"[Naam van het stuk]({paper})\""));
    }
    if paper.to_lowercase().starts_with("www.") {
        return problem.remedy(format!("Schrijf ervoor hoe het stuk heet: \"[Naam van het stuk](https://{paper})\""));
    }
    let file = crate::diag::file_name(paper).replace(' ', "-");
    problem.remedy(format!(
        "Zet het bestand in de map site/static, met de naam {file}, en schrijf: \"[Naam van het stuk](/{file})\". Staat het op internet? Zet dan dat \
         adres tussen de haakjes."
    ))
}

/// `REGEL046`: a review that is overdue.
pub fn overdue_review(place: Span, when: &str) -> Diagnostic {
    Diagnostic::warning("REGEL046", place, format!("Dit had vóór {when} moeten worden nagekeken"))
        .label("verlopen")
        .remedy("Ga na of het nog klopt. Zet daarna een nieuwe datum bij herzien_voor.")
}

/// `REGEL075`: what was to come when the content was last looked at, and is not any more.
pub fn passed_since(place: Span, planned: &str) -> Diagnostic {
    let says = format!("Dit was gepland voor {planned}, en dat is nu voorbij: de site vertelt nog dat het moet komen");
    Diagnostic::warning("REGEL075", place, says)
        .label("voorbij")
        .remedy(
            "Zoek uit wat ervan is gekomen en leg dat vast. Keek u alles na? Zet dan in portal.toml stand op de dag van vandaag. Weet u niet \
             hoe het is gegaan? Ook dan klopt de site weer: zij zegt dan dat wij het niet weten.",
        )
}

/// `REGEL047`: what all others of its sort have.
pub fn missing_among_equals(place: Span, key: &str, help: &str, sort: &str, others: usize) -> Diagnostic {
    Diagnostic::warning(
        "REGEL047",
        place,
        format!("Hier ontbreekt {key}; alle {others} andere van de soort {sort} hebben dat wel"),
    )
    .label("vergeten?")
    .remedy(format!("Vul {key} in. {help}"))
}

/// `REGEL049`: a section whose id its source has already.
pub fn double_section(place: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::error("REGEL049", place, format!("Het deel “{id}” staat al in deze bron"))
        .label("dezelfde id")
        .related(first, "hier staat het ook")
        .remedy("Geef een van de twee een andere id.")
}

/// `REGEL071`: an id of before that is in use.
pub fn former_id_in_use(place: Span, id: &str, other: Span) -> Diagnostic {
    Diagnostic::error("REGEL071", place, format!("“{id}” is in gebruik en kan niet naar iets anders leiden"))
        .label("dezelfde id")
        .related(other, "hier staat die id ook")
        .remedy("Haal de id hier weg bij voorheen, of geef het andere gegeven een andere id.")
}

/// `REGEL072`: what was decided, called open.
pub fn still_open(place: Span, choice: &str, decided: Span) -> Diagnostic {
    Diagnostic::warning("REGEL072", place, format!("Over “{choice}” is besloten, maar hier staat dat het open is"))
        .label("niet meer open")
        .related(decided, "hier staat de uitkomst")
        .remedy(format!(
            "Schrijf wat het is geworden. Met {{{{ keuze.{choice}.stand }}}} gaat de zin vanzelf mee met de keuze."
        ))
}

/// `REGEL051`: a year that cannot be meant.
pub fn year_implausible(place: Span, when: &str) -> Diagnostic {
    Diagnostic::warning("REGEL051", place, format!("Is {when} bedoeld?"))
        .label("een onwaarschijnlijk jaar")
        .remedy("Controleer het jaartal.")
}

/// `REGEL055`: the day as of which the content holds is still to come.
pub fn stand_in_future(place: Span, stand: &str) -> Diagnostic {
    Diagnostic::warning("REGEL055", place, format!("De stand van de site is {stand}, en die dag moet nog komen"))
        .label("in de toekomst")
        .remedy(
            "Controleer de datum. De stand is de dag waarop de inhoud voor het laatst is nagekeken: vandaag of eerder.",
        )
}

/// `REGEL051`: a day to look again that is so far away that nobody will.
pub fn review_far_away(place: Span, when: &str) -> Diagnostic {
    Diagnostic::warning("REGEL051", place, format!("Is {when} bedoeld? Dat is meer dan tien jaar vooruit"))
        .label("heel ver weg")
        .remedy("Controleer het jaartal. Kies een dag waarop iemand de tekst weer bekijkt, zoals over een jaar.")
}

/// `REGEL055`: a page that is dated after the day as of which the content holds.
pub fn page_date_in_future(place: Span, date: &str, stand: &str) -> Diagnostic {
    Diagnostic::warning("REGEL055", place, format!("Deze datum is {date}; de stand van de site is {stand}"))
        .label("in de toekomst")
        .remedy("Een datum houdt een pagina niet tegen: zij staat meteen op de site. Moet zij wachten? Zet er dan concept = true bij. Klopt de datum? Werk dan stand in portal.toml bij.")
}
