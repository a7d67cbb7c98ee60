//! Packed files beside the others, for hosts that send them as they are.

use super::types::content_type;
use rayon::prelude::*;
use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

/// How the name of a packed form ends, behind that of the file itself.
pub const PACKED: &str = ".gz";
/// Below this size packing gains nothing.
const SMALLEST: usize = 1_000;

/// The packed form (`index.html.gz`) of every text among these files that gets smaller by it. `read` gives the bytes of one.
pub fn compressed<'a, B: Send>(
    files: impl Iterator<Item = (&'a str, B)>,
    read: impl Fn(&B) -> Cow<'_, [u8]> + Sync,
) -> Vec<(String, Arc<[u8]>)> {
    let files: Vec<_> = files.filter(|(path, _)| is_text(path)).collect();
    let packed = files.into_par_iter().filter_map(|(path, bytes)| {
        let bytes = read(&bytes);
        let packed = (bytes.len() >= SMALLEST).then(|| gzip(&bytes)).flatten()?;
        (packed.len() < bytes.len()).then(|| (format!("{path}{PACKED}"), packed.into()))
    });
    packed.collect()
}

/// Is it text, which packing makes smaller?
pub(super) fn is_text(path: &str) -> bool {
    content_type(path).ends_with("charset=utf-8")
}

/// Without time and name, so that the same text gives the same bytes.
fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = flate2::GzBuilder::new().mtime(0).write(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).ok()?;
    writer.finish().ok()
}
