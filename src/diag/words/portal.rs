//! Problems with `portal.toml` that show when the whole site is known.

use crate::diag::{Diagnostic, Span};

/// `PORTAAL001`: security.txt in a portal that does not stand at the root of its host.
pub fn security_not_at_root(place: Span, base: &str) -> Diagnostic {
    Diagnostic::warning(
        "PORTAAL001",
        place,
        format!("Dit portaal staat in een map ({base}), en daar werkt security.txt niet"),
    )
    .remedy("Haal het blok [beveiliging] weg. De website waarin het portaal staat, heeft een eigen security.txt.")
}

/// `DATA002`: a record among the settings of the portal.
pub fn data_here(place: Span, kind: &str) -> Diagnostic {
    Diagnostic::error(
        "DATA002",
        place,
        format!("[[{kind}]] is een gegeven, en dat hoort niet bij de instellingen van de site"),
    )
    .label("hoort in de map data")
    .remedy("Zet het hele blok in een bestand in de map site/data, en haal het hier weg.")
}

/// `DATA006`: a setting of the portal among the data.
pub fn setting_in_data(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("DATA006", place, format!("[[{name}]] is een instelling van de site, en geen gegeven"))
        .label("hoort in portal.toml")
        .remedy("Zet het hele blok in het bestand site/portal.toml, en haal het hier weg.")
}

/// `PORTAAL002`: a month or quarter where a day is needed.
pub fn security_day_needed(place: Span) -> Diagnostic {
    Diagnostic::error("PORTAAL002", place, "Bij verloopt hoort een dag")
        .label("dit is geen dag")
        .remedy("Schrijf jaar, maand en dag, zoals 2027-06-30.")
}

/// `PORTAAL003`: the date of security.txt has passed.
pub fn security_expired(place: Span, date: &str) -> Diagnostic {
    Diagnostic::warning("PORTAAL003", place, format!("Het meldpunt voor de beveiliging is verlopen op {date}"))
        .label("verlopen")
        .remedy("Kijk of het meldpunt nog klopt. Zet hier dan een nieuwe datum, hooguit een jaar vooruit.")
}

/// `PORTAAL004`: the date of security.txt will soon have passed.
pub fn security_expires_soon(place: Span, date: &str) -> Diagnostic {
    Diagnostic::warning("PORTAAL004", place, format!("Het meldpunt voor de beveiliging verloopt op {date}"))
        .label("binnen dertig dagen")
        .remedy("Kijk of het meldpunt nog klopt. Zet hier dan een nieuwe datum, hooguit een jaar vooruit.")
}

/// `PORTAAL005`: the date of security.txt is more than a year ahead.
pub fn security_too_far(place: Span) -> Diagnostic {
    Diagnostic::warning("PORTAAL005", place, "Deze datum ligt meer dan een jaar vooruit")
        .label("te ver weg")
        .remedy("De afspraak (RFC 9116) is hooguit een jaar, zodat iemand elk jaar kijkt of het meldpunt nog klopt.")
}
