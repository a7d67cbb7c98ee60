//! Places in source files.

/// Number of a source file within one [`Sources`](crate::source::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Byte range `start..end` in a source file (counted from the file's first byte, a byte order mark included).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from a byte range.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The first byte of a file, for problems that concern all of it.
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The same bytes in another file: what is parsed once per content is parsed as file 0.
    #[must_use]
    pub fn in_file(self, file: FileId) -> Self {
        Self { file, ..self }
    }

    /// The byte range.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Line and column, both from 1; the column counts characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Line and column of a byte offset; an offset past the end gives the end.
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
    LineColumn { line, column }
}
