#![no_main]
use verbeeld::source::Role;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    verbeeld_fuzz::site_with(&[(Role::Page, "content/proef.md", bytes)]);
});
