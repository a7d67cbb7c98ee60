//! The program `verbeeld`: arguments → library → exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    verbeeld::cli::run(std::env::args_os())
}
