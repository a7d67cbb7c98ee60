#![no_main]
use verbeeld::source::Role;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    verbeeld_fuzz::site_with(&[(Role::Theme(0), "huisstijl.tokens.json", bytes)]);
});
