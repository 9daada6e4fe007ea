//! The tables kept in `docs/accuracy.md`: figures alone, no word of a set.

use super::screen::bounds;
use super::{Results, TimeResult, percent};
use crate::args::Output;
use dateline::score::{published, sets, time};
use std::fmt::{self, Write as _};
use std::path::Path;

/// The lines the tables stand between.
const MARKS: [&str; 2] = ["<!-- dateline report -->", "<!-- end of dateline report -->"];

/// Classes of errors listed for a set.
const CLASSES: usize = 12;

/// Writes the tables: on standard output, or between the marks of a file.
pub(super) fn write(to: &Output, results: &Results) -> Result<(), String> {
    let tables = tables(results);
    match to {
        Output::Stdout => {
            crate::show(&tables);
            Ok(())
        }
        Output::File(path) => replace(path, &tables).map_err(|e| format!("{}: {e}", path.display())),
    }
}

fn replace(path: &Path, tables: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
    let split =
        text.split_once(MARKS[0]).and_then(|(before, rest)| Some((before, rest.split_once(MARKS[1])?.1)));
    let Some((before, after)) = split else {
        return Err(format!("holds no lines {} and {}", MARKS[0], MARKS[1]));
    };
    let text = format!("{before}{}\n{tables}{}{after}", MARKS[0], MARKS[1]);
    std::fs::write(path, text).map_err(|e| e.to_string())
}

fn tables(results: &Results) -> String {
    let mut text = String::new();
    // writing to a string does not fail
    let _ = times(&mut text, results);
    let _ = days(&mut text, results);
    let _ = places(&mut text, results);
    let _ = bundled(&mut text, results);
    let _ = actors(&mut text, results);
    let _ = errors(&mut text, results);
    text.trim_end().to_owned() + "\n\n"
}

fn times(text: &mut String, results: &Results) -> fmt::Result {
    if results.times.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "\n| dates | documents | strict F1 | relaxed F1 | type F1 | value F1 (95 %) | strict + value | calendar F1 |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |"
    )?;
    let row = |text: &mut String, title: &str, documents: usize, counts: &time::Counts, interval| {
        let bounds = bounds(interval);
        writeln!(
            text,
            "| {title} | {documents} | {:.1} | {:.1} | {:.1} | {:.1}{} | {:.1} | {:.1} |",
            percent(counts.strict().f1),
            percent(counts.relaxed().f1),
            percent(counts.kind().f1),
            percent(counts.value().f1),
            if bounds.is_empty() { bounds } else { format!(" ({bounds})") },
            percent(counts.strict_value().f1),
            percent(counts.calendar().f1),
        )
    };
    for result in &results.times {
        row(text, result.set.title, result.documents, &result.counts, result.value_interval)?;
    }
    if let Some(bundle) = &results.bundle {
        row(text, sets::BUNDLE.title, bundle.published.documents, &bundle.times, None)?;
    }
    Ok(())
}

fn days(text: &mut String, results: &Results) -> fmt::Result {
    let sets = results.times.iter().filter_map(|r| Some((r.set.title, r.published.as_ref()?)));
    let bundle = results.bundle.iter().map(|b| (sets::BUNDLE.title, &b.published));
    let rows: Vec<(&str, &published::Counts)> = sets.chain(bundle).collect();
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "\n| publication day, from the text alone | documents | answered as certain | right to the day | \
         marked approximate | right to the day | among the first 1 / 3 / 10 candidates |\n\
         | --- | --- | --- | --- | --- | --- | --- |"
    )?;
    for (title, days) in rows {
        let [one, three, ten] = days.recall().map(percent);
        writeln!(
            text,
            "| {title} | {} | {} ({:.1} %) | {} ({:.1} %) | {} | {} | {one:.1} / {three:.1} / {ten:.1} % |",
            days.documents,
            days.certain,
            percent(days.answered()),
            days.right,
            percent(days.precision()),
            days.approximate,
            days.approximate_right,
        )?;
    }
    Ok(())
}

fn places(text: &mut String, results: &Results) -> fmt::Result {
    if results.places.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "\n| places | documents | strict F1 | end-to-end F1@161km (95 %) | same, core tier alone | \
         same, countries by their extent | distinct locations F1 |\n| --- | --- | --- | --- | --- | --- | --- |"
    )?;
    for result in &results.places {
        let counts = &result.counts;
        writeln!(
            text,
            "| {} | {} | {:.1} | {:.1} ({}) | {:.1} | {:.1} | {:.1} |",
            result.set.title,
            result.documents,
            100.0 * counts.strict.prf().f1,
            100.0 * counts.end_to_end.prf().f1,
            bounds(result.interval),
            100.0 * result.core.prf().f1,
            100.0 * counts.area.prf().f1,
            100.0 * counts.location_prf().f1,
        )?;
    }
    Ok(())
}

fn bundled(text: &mut String, results: &Results) -> fmt::Result {
    let Some(bundled) = &results.bundled else { return Ok(()) };
    writeln!(
        text,
        "\n| {}: places | literal recall | precision | points right |\n| --- | --- | --- | --- |",
        sets::BUNDLE.title
    )?;
    for (tiers, counts) in ["both tiers", "core tier alone"].iter().zip(bundled) {
        let [literal, precision, points] = counts.shares().map(percent);
        writeln!(text, "| {tiers} | {literal:.1} % | {precision:.1} % | {points:.1} % |")?;
    }
    Ok(())
}

fn actors(text: &mut String, results: &Results) -> fmt::Result {
    let Some(counts) = &results.actors else { return Ok(()) };
    writeln!(
        text,
        "\n| {}: actors | found | mentions | further forms | roles | precision |\n| --- | --- | --- | --- | --- | --- |",
        sets::BUNDLE.title
    )?;
    for (kind, of) in [("people", &counts.people), ("organisations", &counts.organisations)] {
        let part = |[all, right]: [usize; 2]| format!("{right} of {all}");
        let [found, mentions, forms, roles] = [of.actors, of.mentions, of.forms, of.roles].map(part);
        let precision = percent(dateline::score::share(of.found[1], of.found[0]));
        writeln!(text, "| {kind} | {found} | {mentions} | {forms} | {roles} | {precision:.1} % |")?;
    }
    Ok(())
}

fn errors(text: &mut String, results: &Results) -> fmt::Result {
    for result in &results.times {
        // its parts would repeat it
        if result.set.files.len() == 1
            && results.times.iter().any(|r| r.set.files.len() > 1 && covers(r, result))
        {
            continue;
        }
        writeln!(
            text,
            "\n{}: what costs most, in points of value F1.\n\n\
             | phenomenon | gold | right | wrong value | wrong span | missed | spurious | costs |\n\
             | --- | --- | --- | --- | --- | --- | --- | --- |",
            result.set.title
        )?;
        for (phenomenon, fate, lost) in result.tally.ranked(&result.counts).into_iter().take(CLASSES) {
            writeln!(
                text,
                "| {phenomenon} | {} | {} | {} | {} | {} | {} | {lost:.2} |",
                fate.gold, fate.right, fate.wrong_value, fate.wrong_span, fate.missed, fate.spurious
            )?;
        }
    }
    Ok(())
}

/// Whether the one set holds the other's files.
fn covers(one: &TimeResult, other: &TimeResult) -> bool {
    other.set.files.iter().all(|file| one.set.files.contains(file))
}
