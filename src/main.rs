//! The program `verbeeld`: arguments → library → exit code.

use std::process::ExitCode;

/// A build asks for memory some thousand times a page. The allocator of glibc takes a quarter of its time for that, and the one of musl,
/// which goes into the program for Linux that people download, far more: it has one lock for all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    verbeeld::cli::run(std::env::args_os())
}
