#![no_main]
use verbeeld::source::Role;

// An SVG beside a page that shows it and links to it.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let page = "+++\ntitel = \"Proef\"\nomschrijving = \"Een proef.\"\n+++\n\n![Proef](proef.svg)\n\n[De tekening](proef.svg)\n";
    verbeeld_fuzz::site_with(&[(Role::Page, "content/proef.md", page.as_bytes()), (Role::Companion, "content/proef.svg", bytes)]);
});
