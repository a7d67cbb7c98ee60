//! How wide a text becomes, and how a label is broken over lines.
//!
//! The widths are those of the widest common system font, plus a margin: what fits here fits on the reader's screen.

use super::advances::{BOLD, COUNT, REGULAR};

/// Normal or bold: the two weights that drawings use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600 and up.
    Bold,
}

/// Fonts that are wider than the tables by a hair must not spoil a label.
const MARGIN: f64 = 1.02;
/// For characters outside the tables; as wide as the widest capital.
const UNKNOWN: u16 = 1104;

/// The width of a text at a size, in pixels.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let units: u32 = text.chars().map(|c| u32::from(advance(c, weight))).sum();
    f64::from(units) * size * MARGIN / 1000.0
}

fn advance(c: char, weight: Weight) -> u16 {
    let table: &[u16; COUNT] = if weight == Weight::Bold { &BOLD } else { &REGULAR };
    let index = match c {
        ' '..='~' => u32::from(c) - 0x20,
        '\u{a0}'..='\u{ff}' => u32::from(c) - 0xa0 + 95,
        '–' | '—' => return 1000,
        '‘' | '’' | '“' | '”' | '„' => return 520,
        '•' => return 640,
        _ => return UNKNOWN,
    };
    usize::try_from(index).ok().and_then(|i| table.get(i)).copied().unwrap_or(UNKNOWN)
}

/// What stands between two pieces of a label when they come on one line, or on two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A space, which a line break swallows.
    Space,
    /// Nothing: after a hyphen or a slash.
    Bare,
    /// Between the parts of a compound; a break adds a hyphen.
    Compound,
    /// Between two syllables; a break adds a hyphen.
    Syllable,
    /// Between two letters; a break adds a hyphen. Only where not even one syllable fits.
    Letter,
}

impl Joint {
    fn penalty(self) -> f64 {
        match self {
            Joint::Space => 0.0,
            // Half a compound on each line reads worse than a line that is a little short.
            Joint::Bare => 0.12,
            Joint::Compound => 0.35,
            Joint::Syllable => 2.5,
            Joint::Letter => 4.0,
        }
    }

    fn adds_hyphen(self) -> bool {
        matches!(self, Joint::Compound | Joint::Syllable | Joint::Letter)
    }
}

struct Piece {
    text: String,
    width: f64,
    joint: Joint,
}

/// Heads of Dutch compounds that names of organisations and meetings end on: before one of these a word may be broken.
const HEADS: [&str; 37] = [
    "organisatie",
    "organisaties",
    "overleg",
    "secretaris",
    "secretarissen",
    "groep",
    "groepen",
    "dienst",
    "diensten",
    "regio",
    "schap",
    "schappen",
    "bestuur",
    "besturen",
    "commissie",
    "platform",
    "netwerk",
    "beleid",
    "programma",
    "project",
    "projecten",
    "partner",
    "partners",
    "houders",
    "houder",
    "overleggen",
    "ontwikkeling",
    "handhaving",
    "vergadering",
    "directie",
    "afdeling",
    "gemeenten",
    "gemeente",
    "bureau",
    "afspraken",
    "agenda",
    "relaties",
];

/// A label on its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrapped {
    /// The lines, top to bottom.
    pub lines: Vec<String>,
    /// Width of the widest.
    pub width: f64,
}

/// Breaks a label over at most `most` lines of at most `room` pixels; `None` when that cannot be done without cutting a syllable.
pub fn wrap(label: &str, size: f64, weight: Weight, room: f64, most: usize) -> Option<Wrapped> {
    on_one_line(label, size, weight, room).or_else(|| {
        let allowed = [Joint::Bare, Joint::Compound, Joint::Syllable];
        allowed.iter().find_map(|worst| best_lines(&pieces(label, size, weight, *worst), size, weight, room, most))
    })
}

/// Breaks a text over as few lines as it needs. A line more is better than a word broken in two: only what does not fit on a line
/// by itself is broken, in the mildest way that helps.
pub fn flow(text: &str, size: f64, weight: Weight, room: f64) -> Wrapped {
    if let Some(whole) = on_one_line(text, size, weight, room) {
        return whole;
    }
    let mut pieces = Vec::new();
    for word in words(text) {
        let ways = [Joint::Bare, Joint::Compound, Joint::Syllable, Joint::Letter];
        let start = pieces.len();
        for worst in ways {
            pieces.truncate(start);
            cut(word, size, weight, worst, &mut pieces);
            let hyphen = width("-", size, weight);
            let shown = |piece: &Piece| piece.width + if piece.joint.adds_hyphen() { hyphen } else { 0.0 };
            if pieces[start..].iter().all(|piece| shown(piece) <= room) {
                break;
            }
        }
    }
    if pieces.len() > MANY_PIECES {
        return filled(&pieces, size, weight, room);
    }
    let whole: f64 = pieces.iter().map(|piece| piece.width).sum();
    let least = ((whole / room.max(1.0)).ceil() as usize).clamp(1, pieces.len().max(1));
    let set = (least..=pieces.len()).find_map(|most| best_lines(&pieces, size, weight, room, most));
    set.unwrap_or_else(|| Wrapped { lines: vec![text.to_owned()], width: width(text, size, weight) })
}

/// No picture shows a text of so many pieces as it is: the lines need not be the best ones, and to find these would take as long as the
/// square of it.
const MANY_PIECES: usize = 400;

/// Pieces on lines that are filled one after another.
fn filled(pieces: &[Piece], size: f64, weight: Weight, room: f64) -> Wrapped {
    let (space, hyphen) = (width(" ", size, weight), width("-", size, weight));
    let (mut lines, mut line, mut taken) = (Vec::new(), String::new(), 0.0);
    for (i, piece) in pieces.iter().enumerate() {
        let broken = piece.joint.adds_hyphen() && i + 1 < pieces.len();
        if !line.is_empty() && taken + piece.width + if broken { hyphen } else { 0.0 } > room {
            let hyphened = pieces[i - 1].joint.adds_hyphen();
            let ended: String = std::mem::take(&mut line);
            lines.push(if hyphened { ended + "-" } else { ended.trim_end().to_owned() });
            taken = 0.0;
        }
        line.push_str(&piece.text);
        taken += piece.width;
        if piece.joint == Joint::Space {
            line.push(' ');
            taken += space;
        }
    }
    lines.push(line.trim_end().to_owned());
    let width = lines.iter().map(|line| width(line, size, weight)).fold(0.0, f64::max);
    Wrapped { lines, width }
}

fn on_one_line(label: &str, size: f64, weight: Weight, room: f64) -> Option<Wrapped> {
    let whole = width(label, size, weight);
    (whole <= room && !label.contains('\u{ad}')).then(|| Wrapped { lines: vec![label.to_owned()], width: whole })
}

/// The least room in which a label fits on `lines` lines, with compounds kept whole or broken before their head.
pub fn least_room(label: &str, size: f64, weight: Weight, lines: usize, compounds_whole: bool) -> f64 {
    let worst = if compounds_whole { Joint::Bare } else { Joint::Compound };
    let pieces = pieces(label, size, weight, worst);
    let n = pieces.len();
    let (space, hyphen) = (width(" ", size, weight), width("-", size, weight));
    // least[i]: the widest line when the pieces from i on are set on the lines that remain.
    let mut least = vec![f64::INFINITY; n + 1];
    least[n] = 0.0;
    for _ in 0..lines.max(1) {
        let below = least.clone();
        for (i, room) in least.iter_mut().enumerate().take(n) {
            let mut line = 0.0;
            for j in i..n {
                line += pieces[j].width;
                let broken = j + 1 < n && pieces[j].joint == Joint::Compound;
                *room = room.min(below[j + 1].max(if broken { line + hyphen } else { line }));
                line += if pieces[j].joint == Joint::Space { space } else { 0.0 };
            }
        }
    }
    least[0]
}

fn best_lines(pieces: &[Piece], size: f64, weight: Weight, room: f64, most: usize) -> Option<Wrapped> {
    let n = pieces.len();
    let (space, hyphen) = (width(" ", size, weight), width("-", size, weight));
    // cost[k][i]: the least raggedness of the pieces from i on, on at most k lines, and where the first of those ends.
    let mut cost = vec![vec![(f64::INFINITY, 0); n + 1]; most + 1];
    cost.iter_mut().for_each(|row| row[n] = (0.0, n));
    for k in 1..=most {
        for i in (0..n).rev() {
            let mut line = 0.0;
            for j in i..n {
                line += pieces[j].width;
                // What does not fit does not fit with more behind it.
                if line > room {
                    break;
                }
                let last = j + 1 == n;
                let joint = pieces[j].joint;
                let broken = !last && joint.adds_hyphen();
                let shown = if broken { line + hyphen } else { line };
                if shown <= room {
                    let slack = (room - shown) / room;
                    let penalty = if last { 0.0 } else { joint.penalty() };
                    let total = 1.0 + slack * slack + penalty + cost[k - 1][j + 1].0;
                    if total < cost[k][i].0 {
                        cost[k][i] = (total, j + 1);
                    }
                }
                line += if joint == Joint::Space { space } else { 0.0 };
            }
        }
    }
    if !cost[most][0].0.is_finite() {
        return None;
    }
    let (mut lines, mut i, mut k) = (Vec::new(), 0, most);
    while i < n {
        let end = cost[k][i].1;
        let mut line = String::new();
        for piece in &pieces[i..end] {
            line.push_str(&piece.text);
            if piece.joint == Joint::Space {
                line.push(' ');
            }
        }
        let line_end = &pieces[end - 1];
        if end < n && line_end.joint.adds_hyphen() {
            line.push('-');
        }
        lines.push(line.trim_end().to_owned());
        (i, k) = (end, k - 1);
    }
    let width = lines.iter().map(|line| width(line, size, weight)).fold(0.0, f64::max);
    Some(Wrapped { lines, width })
}

/// The words of a text; a space that may not break keeps two together, and no line begins with a dash.
fn words(text: &str) -> Vec<&str> {
    let breaks = |c: char| c.is_whitespace() && c != '\u{a0}';
    let mut words: Vec<&str> = Vec::new();
    let (mut start, mut at) = (0, 0);
    for part in text.split_inclusive(breaks) {
        let word = part.trim_end_matches(breaks);
        match words.last_mut() {
            _ if word.is_empty() => {}
            Some(before) if word == "–" => *before = &text[start..at + word.len()],
            _ => {
                start = at;
                words.push(word);
            }
        }
        at += part.len();
    }
    words
}

/// Cuts a label where it may be broken, no worse than `worst`.
fn pieces(label: &str, size: f64, weight: Weight, worst: Joint) -> Vec<Piece> {
    let mut pieces = Vec::new();
    words(label).into_iter().for_each(|word| cut(word, size, weight, worst, &mut pieces));
    pieces
}

/// Cuts a word where it may be broken, no worse than `worst`.
fn cut(word: &str, size: f64, weight: Weight, worst: Joint, pieces: &mut Vec<Piece>) {
    let mut add = |text: &str, joint: Joint| {
        pieces.push(Piece { text: text.to_owned(), width: width(text, size, weight), joint });
    };
    let syllables = if worst == Joint::Syllable { syllable_ends(word) } else { Vec::new() };
    let mut start = 0;
    for (at, c) in word.char_indices() {
        let next = at + c.len_utf8();
        let joint = match c {
            '\u{ad}' => Joint::Compound,
            '-' | '/' | '–' if at > start && next < word.len() => Joint::Bare,
            _ if worst != Joint::Bare && compound_boundary(word, next) => Joint::Compound,
            _ if syllables.contains(&next) => Joint::Syllable,
            _ if worst == Joint::Letter && letters_both_sides(word, next) => Joint::Letter,
            _ => continue,
        };
        add(word[start..next].trim_matches('\u{ad}'), joint);
        start = next;
    }
    add(word[start..].trim_matches('\u{ad}'), Joint::Space);
}

fn compound_boundary(word: &str, at: usize) -> bool {
    at >= 3 && word.is_char_boundary(at) && {
        let tail = word[at..].trim_end_matches(|c: char| !c.is_alphabetic());
        HEADS.contains(&tail)
    }
}

/// Where the syllables of a word end, by the patterns of Dutch. Abbreviations and short words stay whole.
fn syllable_ends(word: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut run_start = 0;
    for run in word.split(|c: char| !c.is_alphabetic()) {
        let start = run_start;
        // Every separator is one character, of whatever length.
        run_start += run.len();
        run_start += word[run_start..].chars().next().map_or(0, char::len_utf8);
        let count = run.chars().count();
        if count < LEAST_BROKEN || run.chars().skip(1).any(char::is_uppercase) {
            continue;
        }
        let mut at = 0;
        for syllable in hypher::hyphenate(run, hypher::Lang::Dutch) {
            at += syllable.len();
            let before = run[..at].chars().count();
            if before >= LEAST_PART && count - before >= LEAST_PART {
                ends.push(start + at);
            }
        }
    }
    ends
}

/// Words shorter than this are never broken between syllables.
const LEAST_BROKEN: usize = 7;
/// No fewer letters than this stand alone on a line.
const LEAST_PART: usize = 3;

fn letters_both_sides(word: &str, at: usize) -> bool {
    word.get(..at).is_some_and(|head| head.chars().count() >= 2)
        && word.get(at..).is_some_and(|tail| tail.chars().count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(label: &str, room: f64) -> Vec<String> {
        wrap(label, 14.0, Weight::Bold, room, 3).unwrap().lines
    }

    #[test]
    fn a_text_without_end_is_broken_all_the_same() {
        let words = "overleg over water ".repeat(3000);
        let set = flow(words.trim(), 14.0, Weight::Bold, 200.0);
        assert_eq!(set.lines.join(" "), words.trim());
        let letters = "a".repeat(30_000);
        let cut = flow(&letters, 14.0, Weight::Bold, 200.0);
        assert_eq!(cut.lines.concat().replace('-', ""), letters);
        assert!(set.width <= 200.0 && cut.width <= 200.0, "{} {}", set.width, cut.width);
    }

    #[test]
    fn short_labels_stay_whole_and_long_ones_break_at_spaces() {
        assert_eq!(lines("PHO VTH", 120.0), ["PHO VTH"]);
        assert_eq!(lines("Twentebreed beleidsoverleg", 150.0), ["Twentebreed", "beleidsoverleg"]);
        assert_eq!(lines("Project- en werkgroepen", 120.0), ["Project- en", "werkgroepen"]);
    }

    #[test]
    fn compounds_break_before_their_head_and_only_when_they_must() {
        assert_eq!(lines("Kring gemeentesecretarissen", 150.0), ["Kring gemeente-", "secretarissen"]);
        assert_eq!(lines("Kring gemeentesecretarissen", 220.0), ["Kring", "gemeentesecretarissen"]);
    }

    #[test]
    fn words_break_between_syllables_and_never_inside_one() {
        for (word, room, set) in [
            ("Noaberkracht", 80.0, "Noaber- kracht"),
            ("Gescheiden", 70.0, "Geschei- den"),
            ("voorbereiden", 70.0, "voorbe- reiden"),
            ("secretaris", 60.0, "secre- taris"),
            ("Doorontwikkeling VTH-samenwerking", 120.0, "Door- ontwikkeling VTH- samenwerking"),
        ] {
            assert_eq!(flow(word, 14.0, Weight::Bold, room).lines.join(" "), set);
        }
        // A line more keeps the word whole.
        assert_eq!(flow("voorzitter en secretaris", 14.0, Weight::Bold, 110.0).lines, ["voorzitter en", "secretaris"]);
    }

    #[test]
    fn abbreviations_stay_whole_until_nothing_else_fits() {
        assert_eq!(syllable_ends("VTHkerngroepen"), Vec::<usize>::new());
        assert_eq!(flow("WWWWWWWWWWWW", 14.0, Weight::Bold, 60.0).lines.concat().replace('-', ""), "WWWWWWWWWWWW");
        assert!(wrap("WWWWWWWWWWWW", 14.0, Weight::Bold, 60.0, 9).is_none());
    }

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        let set = |text: &str, room: f64| flow(text, 14.0, Weight::Bold, room).lines;
        assert_eq!(set("opgave 3, opgave\u{a0}4", 120.0), ["opgave 3,", "opgave\u{a0}4"]);
        assert_eq!(
            set("Twentebreed overleg – Eigen organisaties", 200.0),
            ["Twentebreed overleg –", "Eigen organisaties"]
        );
    }

    #[test]
    fn every_line_fits_and_nothing_is_lost() {
        let label = "Samenwerkingsverbandvoordedoorontwikkelingvandeuitvoering";
        let wrapped = wrap(label, 14.0, Weight::Bold, 240.0, 3).unwrap();
        assert!(wrapped.width <= 240.0);
        assert_eq!(wrapped.lines.concat().replace('-', ""), label);
        assert!(wrap(label, 14.0, Weight::Bold, 60.0, 3).is_none());
    }

    #[test]
    fn the_least_room_is_enough_and_no_less_is() {
        let label = "Platform voor bodem en ondergrond";
        let room = least_room(label, 14.0, Weight::Bold, 2, true);
        assert_eq!(wrap(label, 14.0, Weight::Bold, room + 0.01, 2).unwrap().lines.len(), 2);
        assert!(least_room(label, 14.0, Weight::Bold, 1, true) > room);
    }
}
