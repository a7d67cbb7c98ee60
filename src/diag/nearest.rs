//! "Bedoelde u …?": the nearest of a set of names.

/// The candidate nearest to `name`, when it is near enough to be a likely slip.
///
/// Distance is Damerau-Levenshtein on lower case; at most a third of the longer name may differ, and a candidate that
/// contains the name (or is contained in it), from the beginning of a word, counts as near when the shorter is at least half of the longer.
/// Names with other numbers are other things: nobody means `opgave-1` by `opgave-12`. Ties go to the first in alphabetical order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let length = wanted.chars().count();
    let number = digits(&wanted);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let own = other.chars().count();
        let (shortest, longest) = (length.min(own), length.max(own));
        let most = (longest / 3).max(1);
        // A short word within a long one is chance: `over` in `pho-overleg`.
        let may_contain = shortest >= 3 && shortest * 2 >= longest;
        let contained = may_contain && (holds_word(&other, &wanted) || holds_word(&wanted, &other));
        // At least so many letters differ: the costly count need not be made.
        if !contained && longest - shortest > most {
            continue;
        }
        let own_number = digits(&other);
        // A digit too many or too few may be a slip.
        if number != own_number && number.len() + own_number.len() > 1 {
            continue;
        }
        let mut distance = strsim::damerau_levenshtein(&wanted, &other);
        if contained {
            distance = distance.min(longest / 3);
        }
        let near = distance <= most;
        let better = best.is_none_or(|(d, c)| (distance, candidate) < (d, c));
        if near && better {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// So many names help; a longer list is read by nobody.
const CLOSEST: usize = 6;

/// The few of many names that are most like this one, in the order in which they were given.
pub fn closest<'a>(name: &str, all: &[&'a str]) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut by_distance: Vec<(usize, usize)> =
        all.iter().enumerate().map(|(i, one)| (strsim::damerau_levenshtein(&wanted, &one.to_lowercase()), i)).collect();
    by_distance.sort_unstable();
    let mut places: Vec<usize> = by_distance.into_iter().take(CLOSEST).map(|(_, i)| i).collect();
    places.sort_unstable();
    places.into_iter().map(|i| all[i]).collect()
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

/// Does the name hold this part, from the beginning of a word? `naar` in `eigenaar` is chance.
fn holds_word(name: &str, part: &str) -> bool {
    name.match_indices(part).any(|(at, _)| !name[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_a_slip_and_nothing_far_off() {
        let ids = ["pho-vth", "pho-mda", "vth-kerngroep"];
        assert_eq!(nearest("pho-vht", ids), Some("pho-vth"));
        assert_eq!(nearest("kerngroep", ids), Some("vth-kerngroep"));
        assert_eq!(nearest("waterschap", ids), None);
        assert_eq!(nearest("pho-overleg", ["over", "pho-vth"]), None);
        assert_eq!(nearest("eigenaar", ["naar", "titel"]), None);
        assert_eq!(nearest("opgave-12", ["opgave-1", "opgave-2"]), None);
        assert_eq!(nearest("opgva-2", ["opgave-1", "opgave-2"]), Some("opgave-2"));
    }
}
