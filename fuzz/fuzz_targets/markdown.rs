#![no_main]
use verbeeld::source::Role;

// A page of which the front matter is good, so that all goes to what stands below it.
libfuzzer_sys::fuzz_target!(|text: &str| {
    let page = format!("+++\ntitel = \"Proef\"\nomschrijving = \"Een proef.\"\n+++\n\n{text}");
    verbeeld_fuzz::site_with(&[(Role::Page, "content/proef.md", page.as_bytes())]);
});
