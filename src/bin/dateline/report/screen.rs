//! The report as it is read in a terminal.

use super::{PlaceResult, Results, TimeResult, percent};
use dateline::score::phenomenon::Tally;
use dateline::score::place::Fault;
use dateline::score::{published, sets, time};
use std::fmt::{self, Write as _};

/// The whole report; `errors` examples of each class of errors.
pub(super) fn report(results: &Results, errors: usize) -> String {
    let mut text = String::new();
    // writing to a string does not fail
    let _ = times(&mut text, results);
    let _ = places(&mut text, &results.places, errors);
    let _ = bundled(&mut text, results, errors);
    let _ = actors(&mut text, results, errors);
    let _ = events(&mut text, results, errors);
    for result in &results.times {
        let _ = phenomena(&mut text, result.set.title, &result.tally, &result.counts, errors);
    }
    if let Some(bundle) = &results.bundle {
        let _ = phenomena(&mut text, sets::BUNDLE.title, &bundle.tally, &bundle.times, errors);
    }
    text
}

/// The interval around a figure, in points.
pub(super) fn bounds(interval: Option<(f64, f64)>) -> String {
    interval.map_or_else(String::new, |(low, high)| format!("{:.1}–{:.1}", 100.0 * low, 100.0 * high))
}

fn times(text: &mut String, results: &Results) -> fmt::Result {
    if results.times.is_empty() && results.bundle.is_none() {
        return Ok(());
    }
    writeln!(
        text,
        "{:<32}{:>5}{:>6}{:>6}{:>8}{:>8}{:>7}{:>8}  {:<11}{:>8}{:>8}{:>7}{:>7}",
        "dates, F1",
        "docs",
        "gold",
        "found",
        "strict",
        "relaxed",
        "type",
        "value",
        "(95 %)",
        "lenient",
        "strict+",
        "cal",
        "calx"
    )?;
    let row = |text: &mut String, title: &str, documents: usize, counts: &time::Counts, interval| {
        writeln!(
            text,
            "{title:<32}{documents:>5}{:>6}{:>6}{:>8.1}{:>8.1}{:>7.1}{:>8.2}  {:<11}{:>8.1}{:>8.1}{:>7.1}{:>7.1}",
            counts.gold,
            counts.found,
            percent(counts.strict().f1),
            percent(counts.relaxed().f1),
            percent(counts.kind().f1),
            percent(counts.value().f1),
            bounds(interval),
            percent(counts.lenient().f1),
            percent(counts.strict_value().f1),
            percent(counts.calendar().f1),
            percent(counts.extended().f1),
        )
    };
    for TimeResult { set, documents, counts, value_interval, .. } in &results.times {
        row(text, set.title, *documents, counts, *value_interval)?;
    }
    if let Some(bundle) = &results.bundle {
        row(text, sets::BUNDLE.title, bundle.published.documents, &bundle.times, None)?;
    }
    writeln!(
        text,
        "\n{:<32}{:>5}{:>9}{:>7}{:>8}{:>7}{:>8}{:>8}{:>8}",
        "publication day, text alone",
        "docs",
        "certain",
        "right",
        "approx",
        "right",
        "top 1",
        "top 3",
        "top 10"
    )?;
    let row = |text: &mut String, title: &str, days: &published::Counts| {
        let [one, three, ten] = days.recall().map(percent);
        writeln!(
            text,
            "{title:<32}{:>5}{:>9}{:>7}{:>8}{:>7}{one:>8.1}{three:>8.1}{ten:>8.1}",
            days.documents, days.certain, days.right, days.approximate, days.approximate_right,
        )
    };
    for result in &results.times {
        if let Some(days) = &result.published {
            row(text, result.set.title, days)?;
        }
    }
    results.bundle.iter().try_for_each(|bundle| row(text, sets::BUNDLE.title, &bundle.published))
}

fn places(text: &mut String, results: &[PlaceResult], errors: usize) -> fmt::Result {
    if results.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "\n{:<32}{:>5}{:>8}{:>8}{:>8}{:>7}{:>7}  {:<11}{:>6}{:>7}{:>9}{:>7}{:>9}{:>9}{:>7}",
        "places",
        "docs",
        "strict",
        "relaxed",
        "e2e F1",
        "P",
        "R",
        "(95 %)",
        "core",
        "area",
        "docset",
        "@161",
        "mean km",
        "median",
        "AUC"
    )?;
    for PlaceResult { set, documents, counts, interval, core, .. } in results {
        let (end, near) = (counts.end_to_end.prf(), counts.resolution());
        writeln!(
            text,
            "{:<32}{documents:>5}{:>8.1}{:>8.1}{:>8.1}{:>7.1}{:>7.1}  {:<11}{:>6.1}{:>7.1}{:>9.1}{:>7.1}{:>9.0}{:>9.2}{:>7.3}",
            set.title,
            100.0 * counts.strict.prf().f1,
            100.0 * counts.relaxed.prf().f1,
            100.0 * end.f1,
            100.0 * end.precision,
            100.0 * end.recall,
            bounds(*interval),
            100.0 * core.prf().f1,
            100.0 * counts.area.prf().f1,
            100.0 * counts.location_prf().f1,
            100.0 * near.within,
            near.mean,
            near.median,
            near.area_under_curve,
        )?;
    }
    for PlaceResult { set, faults, .. } in results {
        writeln!(text, "\n{}: errors, end to end", set.title)?;
        for (kind, name) in [
            (Fault::Misplaced, "in the wrong spot"),
            (Fault::Missed, "missed"),
            (Fault::Spurious, "no place annotated"),
        ] {
            let lines: Vec<&str> = faults.iter().filter(|f| f.0 == kind).map(|f| f.1.as_str()).collect();
            writeln!(text, "{name:<32}{:>6}", lines.len())?;
            for line in spread(&lines, errors) {
                writeln!(text, "    {line}")?;
            }
        }
    }
    Ok(())
}

fn bundled(text: &mut String, results: &Results, errors: usize) -> fmt::Result {
    let Some([whole, core]) = &results.bundled else { return Ok(()) };
    writeln!(
        text,
        "\n{:<32}{:>16}{:>11}{:>14}",
        sets::BUNDLE.title,
        "literal recall",
        "precision",
        "points right"
    )?;
    for (tiers, counts) in [("both tiers", whole), ("core tier alone", core)] {
        let [literal, precision, points] = counts.shares().map(percent);
        writeln!(text, "{tiers:<32}{literal:>16.1}{precision:>11.1}{points:>14.1}")?;
    }
    spread(&whole.faults, errors).try_for_each(|line| writeln!(text, "    {line}"))
}

fn actors(text: &mut String, results: &Results, errors: usize) -> fmt::Result {
    let Some(counts) = &results.actors else { return Ok(()) };
    writeln!(
        text,
        "\n{:<32}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "actors of the bundle", "found", "mentions", "forms", "roles", "precision"
    )?;
    for (kind, of) in [("people", &counts.people), ("organisations", &counts.organisations)] {
        let part = |[all, right]: [usize; 2]| format!("{right}/{all}");
        let [found, mentions, forms, roles] = [of.actors, of.mentions, of.forms, of.roles].map(part);
        let precision = percent(dateline::score::share(of.found[1], of.found[0]));
        writeln!(text, "{kind:<32}{found:>12}{mentions:>12}{forms:>12}{roles:>12}{precision:>12.1}")?;
    }
    spread(&counts.faults, errors).try_for_each(|line| writeln!(text, "    {line}"))
}

fn events(text: &mut String, results: &Results, errors: usize) -> fmt::Result {
    let Some(counts) = &results.events else { return Ok(()) };
    writeln!(
        text,
        "\n{:<32}{:>7}{:>8}{:>8}{:>8}{:>10}",
        "events of the bundle", "gold", "found", "date", "scene", "recall"
    )?;
    for (importance, [found, date, scene, all]) in [1, 2, 3].iter().zip(&counts.by_importance).rev() {
        let recall = percent(dateline::score::share(*scene, *all));
        writeln!(text, "importance {importance:<21}{all:>7}{found:>8}{date:>8}{scene:>8}{recall:>10.1}")?;
    }
    writeln!(
        text,
        "all: recall {:.1}; {} shown, {} of the truth: {:.1}",
        percent(counts.recall(1)),
        counts.shown,
        counts.known,
        percent(counts.precision())
    )?;
    let lines = counts.missed.iter().chain(&counts.extra);
    lines.filter(|_| errors > 0).try_for_each(|line| writeln!(text, "    {line}"))
}

fn phenomena(
    text: &mut String,
    title: &str,
    tally: &Tally,
    counts: &time::Counts,
    errors: usize,
) -> fmt::Result {
    writeln!(
        text,
        "\n{title}: errors, dearest first (points of value F1 each costs)\n{:<32}{:>6}{:>7}{:>7}{:>7}{:>8}{:>7}{:>7}",
        "", "gold", "right", "value", "span", "missed", "extra", "costs"
    )?;
    for (phenomenon, fate, lost) in tally.ranked(counts) {
        writeln!(
            text,
            "{phenomenon:<32}{:>6}{:>7}{:>7}{:>7}{:>8}{:>7}{lost:>7.2}",
            fate.gold, fate.right, fate.wrong_value, fate.wrong_span, fate.missed, fate.spurious,
        )?;
        for example in spread(&fate.examples, errors) {
            writeln!(text, "    {example}")?;
        }
    }
    Ok(())
}

/// `most` of the examples, evenly spread.
fn spread<T>(examples: &[T], most: usize) -> impl Iterator<Item = &T> {
    let step = examples.len().div_ceil(most.max(1)).max(1);
    examples.iter().step_by(step).take(most)
}
