//! The difference between two texts, line by line, for a person to read.

/// Lines of `expected` that are gone are marked `-`, new lines of `actual` `+`.
pub fn lines(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    // Length of the longest common run of lines from (i, j) on.
    let mut common = vec![vec![0usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] =
                if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        let same = i < old.len() && j < new.len() && old[i] == new[j];
        let drop = j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]);
        let (mark, line) = match (same, drop) {
            (true, _) => (' ', old[i]),
            (false, true) => ('-', old[i]),
            (false, false) => ('+', new[j]),
        };
        i += usize::from(mark != '+');
        j += usize::from(mark != '-');
        out.push_str(&format!("    {mark} {line}\n"));
    }
    out
}
