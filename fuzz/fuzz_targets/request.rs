#![no_main]
use verbeeld::serve::handed_on;

// Whatever comes in, what goes on is one request: plain lines, and one end.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((length, lines)) = handed_on(bytes) else { return };
    assert!(length <= bytes.len());
    assert!(lines.ends_with("\r\n\r\n") && lines.matches("\r\n\r\n").count() == 1);
    assert!(lines.bytes().all(|b| matches!(b, b'\r' | b'\n' | 0x20..0x7f)));
    assert!(lines.split("\r\n").all(|line| !line.contains(['\r', '\n'])));
    assert!(lines.lines().filter(|line| line.starts_with("host:")).count() <= 1);
    assert_eq!(lines.split(' ').count() >= 3, true);
    // What comes behind a head does not change how it is read.
    assert_eq!(handed_on(&bytes[..length]).map(|(_, same)| same), Some(lines));
});
