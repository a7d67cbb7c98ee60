//! `portal.toml`: what the portal is called and where it stands.

use crate::decode::{At, Decoder, Moment, Record};
use crate::diag::{Diagnostic, FileId, Span, is_secret_told_in, words};
use crate::model::Model;
use crate::{choice, record};
use jiff::civil::Date;

record! {
    /// Een regel van het menu of de voet.
    pub struct MenuRegel {
        /// De woorden.
        titel: String,
        /// Een id, een pad op de site (`gremia/`) of een webadres.
        naar: At<String>,
        /// Alleen in het menu: andere delen van de site die hieronder vallen, zoals "sporen/".
        ook: Vec<At<String>>,
    }
}

record! {
    /// Een eigen naam voor een vast woord in de gegevens.
    pub struct EigenWoord {
        /// Het vaste woord, zoals "duiding" of "afstemming", of een soort gegevens, zoals "sporen".
        voor: At<String>,
        /// Wat lezers zien; voor een soort gegevens is dit het meervoud.
        naam: String,
        /// Alleen voor een soort gegevens, zoals "sporen": het woord voor één ervan.
        enkelvoud: Option<String>,
        /// Wat het betekent.
        betekenis: Option<String>,
    }
}

record! {
    /// Gewone woorden die lezers in het zoekvak typen, en de woorden waarmee de site hetzelfde zegt.
    pub struct Zoekwoord {
        /// Wat lezers typen, zoals "kosten" of "wethouder".
        lezers: Vec<String>,
        /// De woorden van de site, zoals "bijdrage" of "portefeuillehouder".
        site: Vec<String>,
    }
}

record! {
    /// Waar iemand een zwakke plek in de site kan melden; wordt security.txt.
    pub struct Beveiliging {
        /// Een pad op de site, een webadres of mailto: met een mailadres.
        meldpunt: At<String>,
        /// Tot en met welke dag dit zeker klopt, hooguit een jaar vooruit.
        verloopt: At<Moment>,
        /// De regels voor het melden: een pad op de site of een webadres.
        beleid: Option<At<String>>,
    }
}

choice! {
    /// Een soort webhost, waarvoor instellingen met de site meegaan.
    pub enum HostSoort {
        /// Apache: een bestand .htaccess.
        Apache = "apache",
        /// nginx: een bestand .hosts/nginx.conf, voor wie de server beheert.
        Nginx = "nginx",
        /// Caddy: een bestand .hosts/Caddyfile, voor wie de server beheert.
        Caddy = "caddy",
        /// Windows Server (IIS): een bestand web.config.
        Iis = "iis",
        /// Netlify, Cloudflare Pages en GitLab Pages: de bestanden _headers en _redirects.
        Netlify = "netlify",
    }
}

record! {
    /// Een plaats waar de site voor lezers komt te staan: precies één van map, sftp en tak.
    pub struct Plaats {
        /// Een korte naam, zoals "web".
        naam: At<String>,
        /// Een map, ook op een netwerkschijf.
        map: Option<At<String>>,
        /// Een map op een webserver: "sftp://naam@host.example/map/van/de/site". Zonder wachtwoord: uw ssh-sleutel doet het werk.
        sftp: Option<At<String>>,
        /// Een tak van git, zoals "gh-pages".
        tak: Option<At<String>>,
        /// Alleen bij een tak: waar die heen gaat, zoals "origin". Zonder deze regel blijft de tak op deze computer.
        opslagplaats: Option<At<String>>,
    }
}

choice! {
    /// Hoe zwaar telt een controle?
    pub enum Zwaarte {
        /// Deze controle telt niet.
        Uit = "uit",
        /// Een waarschuwing: de site komt er wel.
        LetOp = "let op",
        /// Een fout: de site komt er pas als het is hersteld.
        Fout = "fout",
    }
}

record! {
    /// Hoe zwaar een controle op deze site telt.
    pub struct Controle {
        /// De code van de melding, zoals "TEKST001".
        code: At<String>,
        /// Hoe zwaar zij telt.
        telt: Zwaarte,
    }
}

record! {
    /// De gegevens van het portaal.
    pub struct Portal {
        /// De naam van het portaal.
        naam: String,
        /// Eén regel onder de naam.
        ondertitel: Option<String>,
        /// Waar gaat het portaal over? Voor zoekmachines.
        omschrijving: Option<String>,
        /// De taal, zoals "nl".
        taal: Option<String>,
        /// Het volledige webadres, met https:// ervoor.
        basis_url: At<String>,
        /// Het thema.
        thema: Option<At<String>>,
        /// Wie over het portaal gaat (een functie of organisatie, geen naam).
        eigenaar: Option<String>,
        /// De contactpagina: een pad op de site.
        contact: Option<At<String>>,
        /// Wat de site beschrijft, en van wanneer dat is, zoals "het plan van 2023".
        beschrijft: Option<String>,
        /// Het jaar of de dag waarmee begint wat de site beschrijft.
        sinds: Option<Moment>,
        /// Het gebied waar de site over gaat, zoals "Twente".
        gebied: Option<String>,
        /// De organisatie die voor de persoonsgegevens verantwoordelijk is.
        privacy: Option<String>,
        /// Het webadres van de toegankelijkheidsverklaring.
        toegankelijkheid: Option<At<String>>,
        /// De datum waarop de inhoud is bijgewerkt.
        stand: Option<Moment>,
        /// De licentie van de open data: het volledige webadres van de licentietekst.
        licentie: Option<At<String>>,
        /// Krijgt elke pagina een deelkaart: een plaatje met de titel, dat te zien is als iemand de pagina deelt?
        deelkaarten: Option<bool>,
        /// Op welke soort webhost de site komt: dan gaan de instellingen daarvoor mee.
        hosts: Vec<HostSoort>,
        /// Komt naast elk groot tekstbestand een ingepakt bestand (.gz), zodat de host dat zelf niet hoeft te doen?
        voorgecomprimeerd: Option<bool>,
        /// Het hoofdmenu.
        menu: Vec<MenuRegel>,
        /// De links in de voet.
        voet: Vec<MenuRegel>,
        /// Eigen namen voor vaste woorden in de gegevens.
        woord: Vec<EigenWoord>,
        /// Gewone woorden voor het zoeken.
        zoekwoord: Vec<Zoekwoord>,
        /// Waar iemand een zwakke plek in de site kan melden.
        beveiliging: Option<Beveiliging>,
        /// Waar de site voor lezers komt te staan, voor verbeeld plaats.
        plaats: Vec<Plaats>,
        /// Controles die hier anders tellen dan gewoonlijk.
        controle: Vec<Controle>,
    }
}

/// The base address of a portal without a usable one.
const FALLBACK_BASE: &str = "http://localhost/";

/// A record among the settings is told as that; `text` starts at byte `offset` of the file.
fn data_here(problem: Diagnostic, text: &str, offset: usize) -> Diagnostic {
    let place = problem.place.filter(|_| problem.code == "DATA002");
    let named = place.and_then(|place| {
        let range = place.range();
        let (start, end) = (range.start.checked_sub(offset)?, range.end.checked_sub(offset)?);
        // A plain key may be called as a kind is: that is a setting on the wrong line.
        text.get(start..end).filter(|_| text[..start].trim_end().ends_with('['))
    });
    match (named.and_then(Model::kind_called), place) {
        (Some(kind), Some(place)) => words::portal::data_here(place, kind.name),
        _ => problem,
    }
}

impl Portal {
    /// Reads `portal.toml`; when it cannot be read, problems are told and a portal that can be worked with is returned.
    pub fn read(file: FileId, text: &str, offset: usize, problems: &mut Vec<Diagnostic>) -> Self {
        let mut decoder = Decoder::new(file, text, offset);
        let mut table = decoder.parse();
        decoder.lift::<Self>(&mut table);
        let portal = decoder.record::<Self>(table.get_ref(), Span::top(file));
        let broken = decoder.is_broken();
        problems.extend(decoder.told().into_iter().map(|problem| data_here(problem, text, offset)));
        let mut portal = portal.unwrap_or_else(|| Self::unreadable(file));
        if broken {
            // What could be read of its lists would only seem wrong.
            let Self { naam, basis_url, thema, .. } = portal;
            portal = Self { naam, basis_url, thema, ..Self::unreadable(file) };
        }
        let base = &portal.basis_url.value;
        let host = base.split_once("://").map(|(_, rest)| rest.trim_end_matches('/'));
        let good = (base.starts_with("https://") || base.starts_with("http://"))
            && host.is_some_and(|h| !h.is_empty() && !h.starts_with('/'))
            && !base.contains(['?', '#', ' ', '"', '<', '>']);
        let secret = is_secret_told_in(base);
        if !good || secret {
            if secret {
                problems.push(words::meant::secret_in_address("DATA014", portal.basis_url.place));
            } else if !broken {
                problems.push(words::meant::bad_base_url(portal.basis_url.place, base));
            }
            portal.basis_url.value = FALLBACK_BASE.into();
        } else if let Some(folder) =
            base.rsplit_once('/').filter(|(_, page)| page.ends_with(".html") || page.ends_with(".htm"))
        {
            let right = format!("{}/", folder.0);
            problems.push(words::meant::base_url_of_page(portal.basis_url.place, base, &right));
            portal.basis_url.value = right;
        } else if !base.ends_with('/') {
            portal.basis_url.value.push('/');
        }
        if let Some(licence) = portal.licentie.take_if(|licence| is_secret_told_in(licence)) {
            problems.push(words::meant::secret_in_address("DATA014", licence.place));
        }
        if let Some(licence) = portal.licentie.take_if(|l| !l.starts_with("https://") && !l.starts_with("http://")) {
            problems.push(words::data::bad_licence(licence.place, &licence));
        }
        portal
    }

    fn unreadable(file: FileId) -> Self {
        Self {
            place: Span::top(file),
            places: Vec::new(),
            naam: "Portaal".into(),
            ondertitel: None,
            omschrijving: None,
            taal: None,
            basis_url: At { value: FALLBACK_BASE.into(), place: Span::top(file) },
            thema: None,
            eigenaar: None,
            contact: None,
            beschrijft: None,
            sinds: None,
            gebied: None,
            privacy: None,
            toegankelijkheid: None,
            stand: None,
            licentie: None,
            deelkaarten: None,
            hosts: Vec::new(),
            voorgecomprimeerd: None,
            menu: Vec::new(),
            voet: Vec::new(),
            woord: Vec::new(),
            zoekwoord: Vec::new(),
            beveiliging: None,
            plaats: Vec::new(),
            controle: Vec::new(),
        }
    }

    /// The day as of which the content holds: what begins later is still to come.
    pub fn day(&self) -> Option<Date> {
        self.stand.map(|stand| stand.last_day())
    }

    /// The keys, for the manual.
    pub fn keys() -> &'static [crate::decode::Key] {
        <Self as Record>::keys()
    }

    /// The path of the base address: `/` or `/vth/`.
    pub fn base_path(&self) -> String {
        let rest = self.basis_url.value.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').map_or_else(|| "/".to_owned(), |i| rest[i..].to_owned())
    }
}
