//! The command line: `dateline extract`, one JSON object a document; `dateline report`, the scores against
//! annotated sets.
//!
//! Exit codes: 0 done, 1 some input failed (named on standard error), 2 wrong usage.

mod args;
mod extract;
mod report;

use args::Command;
use std::io::Write;
use std::process::ExitCode;

/// How a command that understood its arguments ended.
enum Outcome {
    /// Everything was done.
    Done,
    /// Some input failed; it has been named on standard error.
    Failed,
}

fn main() -> ExitCode {
    let outcome = match args::parse(lexopt::Parser::from_env()) {
        Ok(Command::Help) => show(args::USAGE),
        Ok(Command::Version) => show(concat!("dateline ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Extract(options)) => extract::run(&options),
        Ok(Command::Report(options)) => report::run(&options),
        Err(error) => {
            complain(&format!("{error}; see `dateline --help`"));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
    }
}

/// Writes to standard output; a reader that has gone away is no failure.
fn show(text: &str) -> Outcome {
    written(std::io::stdout().write_all(text.as_bytes()))
}

/// What a write to standard output means for the exit code.
fn written(result: std::io::Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome::Done,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => {
            complain(&format!("standard output: {error}"));
            Outcome::Failed
        }
    }
}

/// One line on standard error.
fn complain(line: &str) {
    // nowhere is left to report a failure to report
    let _ = writeln!(std::io::stderr(), "dateline: {line}");
}
