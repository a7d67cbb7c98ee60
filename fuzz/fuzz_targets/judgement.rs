#![no_main]
use verbeeld::source::Role;

// A file beside the pages under any name: what the name and the bytes may do is judged before anything is published.
// The first line is the name, the rest the file; a page links to it, so that its address is made too.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (name, rest) = bytes.split_at(bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len()));
    let Ok(name) = std::str::from_utf8(name) else { return };
    // A file system can't hold these names at all, so no reader of files can ever hand them over.
    let held = |part: &str| !matches!(part, "" | "." | "..") && !part.contains('\0') && part.len() < 200;
    if !name.split('/').all(held) {
        return;
    }
    let role = if name.ends_with(".md") { Role::Page } else { Role::Companion };
    let page = format!("+++\ntitel = \"Proef\"\nomschrijving = \"Een proef.\"\n+++\n\n[Het bestand](<{name}>)\n");
    verbeeld_fuzz::whole_site_with(&[
        (Role::Page, "content/proef.md", page.as_bytes()),
        (role, &format!("content/{name}"), rest.get(1..).unwrap_or_default()),
    ]);
});
