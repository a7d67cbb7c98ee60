//! "Bedoelde u …?": the nearest of a set of names.

/// The candidate nearest to `name`, when it is near enough to be a likely slip.
///
/// Distance is Damerau-Levenshtein on lower case; at most a third of the longer name may differ, and a candidate that
/// contains the name (or is contained in it) counts as near when the shorter is at least half of the longer. Ties go to the first in alphabetical order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let longest = wanted.chars().count().max(other.chars().count());
        let mut distance = strsim::damerau_levenshtein(&wanted, &other);
        let shortest = wanted.chars().count().min(other.chars().count());
        let contained = shortest >= 3 && (other.contains(&wanted) || wanted.contains(&other));
        // A short word within a long one is chance: `over` in `pho-overleg`.
        if contained && shortest * 2 >= longest {
            distance = distance.min(longest / 3);
        }
        let near = distance <= (longest / 3).max(1);
        let better = best.is_none_or(|(d, c)| (distance, candidate) < (d, c));
        if near && better {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
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
    }
}
