//! `.well-known/security.txt` (RFC 9116): where someone can report a weak spot of the site.

use crate::decode::Moment;
use crate::diag::{Diagnostic, words};
use crate::pages::{Addresses, portal_link};
use crate::site::Beveiliging;
use jiff::ToSpan;
use jiff::civil::Date;

/// Where the file must stand, from the root of the host.
pub const SECURITY_TXT: &str = ".well-known/security.txt";

/// The text, when the portal tells where to report. A date that has passed, or soon will have on `today`, is told: after it
/// nobody may trust the file any longer.
pub fn security_txt(book: &Addresses<'_>, today: Option<Date>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let portal = &book.site.portal;
    let Beveiliging { meldpunt, verloopt, beleid, .. } = portal.beveiliging.as_ref()?;
    if portal.base_path() != "/" {
        problems.push(words::portal::security_not_at_root(meldpunt.place, &portal.basis_url));
        return None;
    }
    let mut address = |to| {
        let link = portal_link(book, "", to, problems)?;
        Some(if link.external { link.url } else { format!("{}{}", portal.basis_url.value, link.url) })
    };
    let (contact, policy) = (address(meldpunt), beleid.as_ref().and_then(&mut address));
    let Moment::Day(expires) = verloopt.value else {
        problems.push(words::portal::security_day_needed(verloopt.place));
        return None;
    };
    let contact = contact?;
    // The address itself may be right for years; the date makes someone look at it every year.
    if let Some(today) = today {
        if expires <= today {
            problems.push(words::portal::security_expired(verloopt.place, &verloopt.in_dutch()));
        } else if today.checked_add(30.days()).is_ok_and(|soon| expires <= soon) {
            problems.push(words::portal::security_expires_soon(verloopt.place, &verloopt.in_dutch()));
        } else if today.checked_add(1.year()).is_ok_and(|year| expires > year) {
            problems.push(words::portal::security_too_far(verloopt.place));
        }
    }
    let language = portal.taal.as_deref().unwrap_or("nl");
    let base = &portal.basis_url.value;
    let mut text = format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {language}\n");
    if let Some(policy) = policy {
        text.push_str(&format!("Policy: {policy}\n"));
    }
    text.push_str(&format!("Canonical: {base}{SECURITY_TXT}\n"));
    Some(text)
}
