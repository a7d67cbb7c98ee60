//! Where a run of letters or digits ends, for what goes through text word by word. Eight bytes are looked at together.

/// A byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Which of eight bytes lie between two bytes of ASCII, both included: their highest bit.
fn between(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & each(0x7f);
    (low + each(0x80 - first)) & !(low + each(0x7f - last)) & !eight & each(0x80)
}

/// How many bytes at the beginning are as wanted: of eight together as a bit of each, of one by itself.
fn run(text: &[u8], wanted: impl Fn(u64) -> u64, one: impl Fn(&u8) -> bool) -> usize {
    let (stretches, rest) = text.as_chunks();
    for (i, stretch) in stretches.iter().enumerate() {
        let others = !wanted(u64::from_le_bytes(*stretch)) & each(0x80);
        if others != 0 {
            return 8 * i + others.trailing_zeros() as usize / 8;
        }
    }
    8 * stretches.len() + rest.iter().take_while(|byte| one(byte)).count()
}

/// How many letters of ASCII stand at the beginning.
pub fn letters(text: &[u8]) -> usize {
    run(text, |eight| between(eight | each(0x20), b'a', b'z'), u8::is_ascii_alphabetic)
}

/// How many digits.
pub fn digits(text: &[u8]) -> usize {
    run(text, |eight| between(eight, b'0', b'9'), u8::is_ascii_digit)
}

/// How many letters and digits.
pub fn letters_and_digits(text: &[u8]) -> usize {
    let wanted = |eight| between(eight | each(0x20), b'a', b'z') | between(eight, b'0', b'9');
    run(text, wanted, u8::is_ascii_alphanumeric)
}

/// How many small letters and digits.
pub fn small_letters_and_digits(text: &[u8]) -> usize {
    let wanted = |eight| between(eight, b'a', b'z') | between(eight, b'0', b'9');
    run(text, wanted, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte ends a run or does not, wherever in the eight it stands.
    fn ends_where(count: impl Fn(&[u8]) -> usize, wanted: impl Fn(u8) -> bool, filler: u8) {
        for (byte, before) in (0..=255).flat_map(|byte| (0..20).map(move |before| (byte, before))) {
            for after in [0, 3, 8, 20] {
                let text = [vec![filler; before], vec![byte], vec![filler; after]].concat();
                let expected = if wanted(byte) { text.len() } else { before };
                assert_eq!(count(&text), expected, "{byte} behind {before}, before {after}");
            }
        }
    }

    #[test]
    fn every_byte_at_every_place() {
        ends_where(letters, |byte| byte.is_ascii_alphabetic(), b'm');
        ends_where(digits, |byte| byte.is_ascii_digit(), b'5');
        ends_where(letters_and_digits, |byte| byte.is_ascii_alphanumeric(), b'Z');
        ends_where(small_letters_and_digits, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit(), b'z');
    }
}
