//! What somebody's own page and the choices say, once it is known who has a seat.
use super::deciding::{NO_DRAFTS, act, after, decision, page, portal, seat, with};
use verbeeld::edit::{Seat, decided, seated};
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::source::Sources;

/// A text without its white space: what stands in elements beside each other has none between.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn only_who_was_chosen_has_the_seat() {
    let seats = |site: &verbeeld::output::Output, organisation: &str| {
        let text = dense(&page(site, &format!("mijn-plek/beleidsmedewerker/{organisation}/index.html")));
        text.split("aantafel?")
            .nth(1)
            .and_then(|seats| seats.split("welkemomenten").next())
            .unwrap_or_default()
            .to_owned()
    };
    let before = with(&[]);
    assert!(seats(&before, "losser").contains("VTH-kerngroepmisschienlid"), "{}", seats(&before, "losser"));
    let after = with(&[decision("keuze-2-leden-kerngroep", "[[hengelo]], [[enschede]] en [[almelo]]")]);
    for chosen in ["hengelo", "enschede", "almelo"] {
        assert!(seats(&after, chosen).contains("VTH-kerngroeplid"), "{chosen}: {}", seats(&after, chosen));
        assert!(page(&after, &format!("organisaties/{chosen}/index.html")).contains("VTH-kerngroep"), "{chosen}");
    }
    for other in ["losser", "wierden"] {
        let seats = seats(&after, other);
        assert!(seats.contains("Projectgroepen") && !seats.contains("VTH-kerngroep"), "{other}: {seats}");
    }
}

#[test]
fn who_decided_and_when_stand_with_the_choice() {
    let text = dense(&page(&with(&[decision("keuze-1-gastheer", "hengelo")]), "keuzes/index.html"));
    let card = text.split("Welkeorganisatiewordtgastheer?Besloten").nth(1).unwrap_or_default();
    let card = card.split("Hoekomendevoorzitter").next().unwrap_or_default();
    for told in ["besloten?13februari2024", "Wiebesloothet?", "Besloten:Welkeorganisatiewordtgastheer?"] {
        assert!(card.contains(told), "{told}: {card}");
    }
}

#[test]
fn who_has_a_seat_with_others_takes_no_second_one() {
    let chosen = decision("keuze-2-leden-kerngroep", "[[hengelo]], [[enschede]] en [[almelo]]");
    let sources = after(&portal(), |sources, site| decided(sources, site, &chosen));
    let take = |who: &str| {
        let seat = Seat { body: "vth-kerngroep".into(), who: who.into(), function: None, fills: None, act: act() };
        let site = site(&sources, Options { drafts: false, today: None });
        seated(&sources, &site, &seat).map(|_| ()).map_err(|refused| refused.why)
    };
    assert!(take("enschede").is_err_and(|why| why.contains("zit al in")));
    assert_eq!(take("losser"), Ok(()));
}

/// A seat that was filled before its choice was made keeps who sits there; when the choice comes out otherwise, that is told.
#[test]
fn a_seat_and_its_choice_say_one_thing() {
    let seat = Seat {
        body: "gastheerorganisatie".into(),
        who: "enschede".into(),
        function: None,
        fills: Some("1".into()),
        act: act(),
    };
    let told = |sources: &Sources| -> Vec<String> {
        let problems = build(sources, NO_DRAFTS, &mut Memo::default()).problems;
        problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect()
    };
    let filled = after(&portal(), |sources, site| seated(sources, site, &seat));
    assert_eq!(told(&filled), Vec::<String>::new());
    let decide = |outcome: &str| {
        let decision = decision("keuze-1-gastheer", outcome);
        after(&filled, |sources, site| decided(sources, site, &decision))
    };
    assert_eq!(told(&decide("enschede")), Vec::<String>::new());
    let other = told(&decide("hengelo"));
    assert!(matches!(&other[..], [one] if one.contains("REGEL073") && one.contains("data/gremia.toml")), "{other:#?}");
}

/// An outcome in words says nothing of who sits there, so it cannot be at odds with a seat that was filled before it.
#[test]
fn an_outcome_in_words_leaves_a_filled_seat_be() {
    let filled = after(&portal(), |sources, site| seated(sources, site, &seat(Some("ten minste drie"))));
    let decision = decision("keuze-2-leden-kerngroep", "Drie organisaties");
    let both = after(&filled, |sources, site| decided(sources, site, &decision));
    let problems = build(&both, NO_DRAFTS, &mut Memo::default()).problems;
    assert!(problems.is_empty(), "{problems:#?}");

    // A seat more, while one is open, is asked about.
    let sources = portal();
    let site = site(&sources, Options::default());
    let change = seated(&sources, &site, &seat(None)).unwrap();
    let notes = change.notes().join("\n");
    assert!(notes.contains("nog een open zetel") && notes.contains("--vult 3"), "{notes}");
}

/// The options may be links: the word that stands in one is that option.
#[test]
fn an_option_that_is_a_link_is_an_option() {
    let sources = portal();
    let site = site(&sources, Options::default());
    let change = decided(&sources, &site, &decision("keuze-9-niveau", "getrouwd")).unwrap();
    let notes = change.notes().join("\n");
    assert!(!notes.contains("geen van de opties"), "{notes}");
    let choices = change.files().into_iter().find(|file| file.to.ends_with("keuzes.toml")).unwrap();
    let text = String::from_utf8(choices.after.unwrap().to_vec()).unwrap();
    assert!(text.contains("uitkomst = \"[[getrouwd|getrouwd]]\""));
}
