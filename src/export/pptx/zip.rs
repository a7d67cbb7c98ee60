//! As much of ZIP as a deck needs: files with deflate, no time but the earliest, so that the same slides are the same bytes.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::{self, Write as _};

/// An archive in the making.
#[derive(Debug, Default)]
pub struct Zip {
    out: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// 1 January 1980, the first day that ZIP knows.
const DAY: u16 = 0x0021;
const VERSION: u16 = 20;
const DEFLATE: u16 = 8;
/// Names are UTF-8.
const UTF8: u16 = 0x0800;

impl Zip {
    /// Adds a file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let too_large = |_| io::Error::other("het bestand is te groot");
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes)?;
        let packed = encoder.finish()?;
        let start = u32::try_from(self.out.len()).map_err(too_large)?;
        let (size, packed_size) =
            (u32::try_from(bytes.len()).map_err(too_large)?, u32::try_from(packed.len()).map_err(too_large)?);
        let mut head = Vec::with_capacity(26);
        for value in [VERSION, UTF8, DEFLATE, 0, DAY] {
            head.extend(value.to_le_bytes());
        }
        for value in [crc32fast::hash(bytes), packed_size, size] {
            head.extend(value.to_le_bytes());
        }
        let length = u16::try_from(name.len()).map_err(|_| io::Error::other("de naam is te lang"))?;
        head.extend(length.to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&head);
        self.out.extend(name.as_bytes());
        self.out.extend(&packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&head);
        // No comment, one disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// The finished archive.
    pub fn finish(mut self) -> Vec<u8> {
        let (start, size) = (self.out.len() as u32, self.directory.len() as u32);
        self.out.append(&mut self.directory);
        self.out.extend(b"PK\x05\x06\0\0\0\0");
        self.out.extend(self.count.to_le_bytes());
        self.out.extend(self.count.to_le_bytes());
        self.out.extend(size.to_le_bytes());
        self.out.extend(start.to_le_bytes());
        self.out.extend([0, 0]);
        self.out
    }
}
