//! What the command line may say.

use dateline::analysis::Options;
use dateline::document::{Language, Split, TextKind};
use dateline::export::Format;
use dateline::score::sets;
use dateline::timex::Day;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

/// The help text.
pub(crate) const USAGE: &str = "\
dateline finds when and where in text.

Usage:
  dateline extract [OPTIONS] FILE… | -    write one JSON object a document (schema: docs/schema.md)
  dateline report [OPTIONS] [GOLD]        score the engine against annotated sets, and list its errors

Options of extract:
  --published YYYY-MM-DD       the publication day, where it is known
  --kind auto|news|narrative|message   how to read weekdays and months without a year (default: auto)
  --language auto|en|de        the language to read (default: auto, each document on its own)
  --split auto|none            cut a file into its articles, or keep it whole
                               (default: auto; none with --jsonl)
  --jsonl                      each line is {\"id\", \"text\", \"dct\"?, \"title\"?}; ids are kept,
                               dct is the publication day
  --format NAME                json (default, a line a document, as it is read), or all files in one:
                               csv, timelinejs, geojson, kml, ical, markwhen, linked-places,
                               annotations, tei
  --folder FIELD               with --jsonl: lines whose FIELD is the same are read as files of one folder
  --alone                      read each file by itself (default: what the files of a folder say of
                               each other's days and places counts)
  --gazetteer FILE             use this place data instead of the built-in
  --no-gazetteer               dates alone

Options of report; GOLD is the folder of the sets (default: DATELINE_GOLD):
  --time, --places             dates alone, places alone (default: both)
  --set NAME                   this set alone, may be given again: news, timebank, aquaint, wikiwars,
                               tweets, diezeit, dolomiten, seed, gwn, lgl, tud, and these three
                               with -together: read as folders
  --errors N                   N examples of each class of errors
  --markdown FILE | -          write the figures as tables between the marks of FILE, or print them
  --gazetteer FILE             as above

A FILE of - reads standard input. Offsets count Unicode code points.

  dateline --help | --version

Exit codes: 0 done, 1 some input failed (named on standard error), 2 wrong usage.
";

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    /// Print [`USAGE`].
    Help,
    /// Print the version.
    Version,
    /// `dateline extract`.
    Extract(Extract),
    /// `dateline report`.
    Report(Report),
}

/// The arguments of `dateline report`.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The folder of the sets.
    pub(crate) gold: PathBuf,
    /// Report on dates.
    pub(crate) times: bool,
    /// Report on places.
    pub(crate) places: bool,
    /// The names of the sets; empty for all.
    pub(crate) sets: Vec<String>,
    /// How many examples of each class of errors.
    pub(crate) errors: usize,
    /// Where the figures go as tables.
    pub(crate) markdown: Option<Output>,
    /// Where places come from.
    pub(crate) gazetteer: GazetteerChoice,
}

/// Where a text goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Output {
    /// `-`.
    Stdout,
    /// A file.
    File(PathBuf),
}

/// The arguments of `dateline extract`.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    /// Files, in the order given.
    pub(crate) inputs: Vec<Input>,
    /// What the engine is told about each.
    pub(crate) options: Options,
    /// Whether inputs are JSON lines.
    pub(crate) jsonl: bool,
    /// What to write; `None` for JSON, a document at a time.
    pub(crate) format: Option<Format>,
    /// The field of JSON lines that names their folder.
    pub(crate) folder: Option<String>,
    /// Whether each file is read by itself.
    pub(crate) alone: bool,
    /// Where places come from.
    pub(crate) gazetteer: GazetteerChoice,
}

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// Where places come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum GazetteerChoice {
    /// What the program carries.
    #[default]
    BuiltIn,
    /// A baked file.
    File(PathBuf),
    /// No places.
    None,
}

/// Reads the arguments.
///
/// # Errors
/// What is wrong with them, in one line.
pub(crate) fn parse(mut parser: Parser) -> Result<Command, lexopt::Error> {
    match parser.next()? {
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Command::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => Ok(Command::Version),
        Some(Arg::Value(name)) if name == "help" => Ok(Command::Help),
        Some(Arg::Value(name)) if name == "extract" => extract(&mut parser),
        Some(Arg::Value(name)) if name == "report" => report(&mut parser),
        Some(Arg::Value(name)) => Err(format!("no command {}", name.to_string_lossy()).into()),
        Some(other) => Err(other.unexpected()),
        None => Err("no command given".into()),
    }
}

fn extract(parser: &mut Parser) -> Result<Command, lexopt::Error> {
    let mut command = Extract::default();
    let mut split = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            Arg::Long("published") => command.options.published = Some(parser.value()?.parse_with(day)?),
            Arg::Long("kind") => command.options.kind = parser.value()?.parse_with(kind)?,
            Arg::Long("language") => command.options.language = parser.value()?.parse_with(language)?,
            Arg::Long("split") => split = Some(parser.value()?.parse_with(cut)?),
            Arg::Long("jsonl") => command.jsonl = true,
            Arg::Long("format") => command.format = parser.value()?.parse_with(format)?,
            Arg::Long("folder") => command.folder = Some(parser.value()?.string()?),
            Arg::Long("alone") => command.alone = true,
            Arg::Long("gazetteer") => {
                command.gazetteer = GazetteerChoice::File(parser.value()?.into());
            }
            Arg::Long("no-gazetteer") => command.gazetteer = GazetteerChoice::None,
            Arg::Value(file) => command.inputs.push(input(file)),
            other => return Err(other.unexpected()),
        }
    }
    if command.inputs.is_empty() {
        return Err("no FILE given; - reads standard input".into());
    }
    if command.folder.is_some() && !command.jsonl {
        return Err("--folder names a field of JSON lines: it goes with --jsonl".into());
    }
    // a line cut in pieces could not keep its id
    let whole = if command.jsonl { Split::None } else { Split::Auto };
    command.options.split = split.unwrap_or(whole);
    Ok(Command::Extract(command))
}

fn report(parser: &mut Parser) -> Result<Command, lexopt::Error> {
    let mut command = Report::default();
    let mut gold = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help),
            Arg::Long("time") => command.times = true,
            Arg::Long("places") => command.places = true,
            Arg::Long("set") => command.sets.push(parser.value()?.parse_with(set)?),
            Arg::Long("errors") => command.errors = parser.value()?.parse()?,
            Arg::Long("markdown") => {
                let file = parser.value()?;
                command.markdown = Some(if file == "-" { Output::Stdout } else { Output::File(file.into()) });
            }
            Arg::Long("gazetteer") => {
                command.gazetteer = GazetteerChoice::File(parser.value()?.into());
            }
            Arg::Value(folder) if gold.is_none() => gold = Some(PathBuf::from(folder)),
            other => return Err(other.unexpected()),
        }
    }
    let set = || std::env::var_os("DATELINE_GOLD").map(PathBuf::from);
    command.gold = gold.or_else(set).ok_or("no GOLD given, and DATELINE_GOLD is not set")?;
    Ok(Command::Report(command))
}

/// A set's name.
fn set(text: &str) -> Result<String, String> {
    let name = text.to_lowercase();
    let known = sets::names().any(|known| known == name);
    if known { Ok(name) } else { Err(format!("no set {text}")) }
}

/// `-` or a file.
fn input(name: OsString) -> Input {
    if name == "-" { Input::Stdin } else { Input::File(name.into()) }
}

fn day(text: &str) -> Result<Day, String> {
    Day::from_iso(text).ok_or_else(|| "a day is written YYYY-MM-DD".to_owned())
}

fn kind(text: &str) -> Result<Option<TextKind>, String> {
    match text {
        "auto" => Ok(None),
        "news" => Ok(Some(TextKind::News)),
        "narrative" => Ok(Some(TextKind::Narrative)),
        "message" => Ok(Some(TextKind::Message)),
        _ => Err("it is auto, news, narrative or message".to_owned()),
    }
}

fn language(text: &str) -> Result<Option<Language>, String> {
    match text {
        "auto" => Ok(None),
        "en" => Ok(Some(Language::English)),
        "de" => Ok(Some(Language::German)),
        _ => Err("it is auto, en or de".to_owned()),
    }
}

/// JSON goes out a document at a time and is no format of the whole.
fn format(text: &str) -> Result<Option<Format>, String> {
    let named = Format::ALL.into_iter().find(|format| format.name() == text);
    match named {
        Some(format) => Ok(Some(format).filter(|format| *format != Format::Json)),
        None => Err(format!("it is one of {}", Format::ALL.map(Format::name).join(", "))),
    }
}

fn cut(text: &str) -> Result<Split, String> {
    match text {
        "auto" => Ok(Split::Auto),
        "none" => Ok(Split::None),
        _ => Err("it is auto or none".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Command, String> {
        parse(Parser::from_args(arguments)).map_err(|e| e.to_string())
    }

    #[test]
    fn extract_reads_its_options() {
        let command = read(&["extract", "--published=2017-04-26", "--kind", "news", "a.txt", "-"]);
        let Ok(Command::Extract(command)) = command else { panic!("{command:?}") };
        assert_eq!(command.options.published, Day::from_ymd(2017, 4, 26));
        assert_eq!(command.options.kind, Some(TextKind::News));
        assert_eq!((command.options.split, command.format), (Split::Auto, None));
        assert_eq!(command.inputs, [Input::File("a.txt".into()), Input::Stdin]);
    }

    #[test]
    fn lines_stay_whole_unless_told() {
        let split = |arguments: &[&str]| match read(arguments) {
            Ok(Command::Extract(command)) => command.options.split,
            other => panic!("{other:?}"),
        };
        assert_eq!(split(&["extract", "--jsonl", "-"]), Split::None);
        assert_eq!(split(&["extract", "--jsonl", "--split", "auto", "-"]), Split::Auto);
    }

    #[test]
    fn report_reads_its_options() {
        let command = read(&["report", "gold", "--time", "--set=News", "--errors", "3", "--markdown", "-"]);
        let Ok(Command::Report(command)) = command else { panic!("{command:?}") };
        assert_eq!(command.gold, PathBuf::from("gold"));
        assert_eq!((command.times, command.places, command.errors), (true, false, 3));
        assert_eq!((command.sets, command.markdown), (vec!["news".to_owned()], Some(Output::Stdout)));
    }

    #[test]
    fn wrong_usage_is_refused() {
        let wrong: [&[&str]; 13] = [
            &[],
            &["extrakt"],
            &["--extract"],
            &["extract"],
            &["extract", "--published", "26 April", "a"],
            &["extract", "--published", "2017-02-31", "a"],
            &["extract", "--kind", "poem", "a"],
            &["extract", "--loud", "a"],
            &["extract", "--format", "xlsx", "a"],
            &["extract", "--folder", "paper", "a"],
            &["report", "gold", "--set", "nowhere"],
            &["report", "gold", "--errors", "many"],
            &["report", "gold", "more"],
        ];
        for arguments in wrong {
            assert!(read(arguments).is_err(), "{arguments:?}");
        }
    }
}
