//! The chronology with every event once: rows of stories, and what unfolds below a row.

use super::when::{bounds_text, day_text, interval_text};
use super::{counted, grouped, order};
use crate::dossier::{
    Aspect, Claim, Dossier, EventId, EventRow, Value, Verdict, claims, silences, single_source, told_first,
};
use crate::event::{Status, Weights};
use std::collections::BTreeMap;

/// Stories offered as perhaps the same event, at most.
const OFFERED: usize = 4;
/// A gap is silent where it is longer than one part in so many of the whole time shown, and than a week.
const SILENT_PART: i32 = 20;
const SILENT_DAYS: i32 = 7;

/// One row a story, of the tellings that pass a filter, in their order. A row's id is the telling that weighs most: its
/// title is the story's; its time is the finest and surest that passes.
#[must_use]
pub fn rows(dossier: &Dossier, passing: &[EventRow]) -> Vec<EventRow> {
    struct Told {
        dated_by: EventId,
        importance: f32,
        lead: Option<EventRow>,
        dated: Option<(bool, i32, usize)>,
    }
    let mut told: Vec<Told> = Vec::new();
    let mut of: BTreeMap<EventId, usize> = BTreeMap::new();
    for story in dossier.stories().filter(|story| story.tellings.len() > 1) {
        of.extend(story.tellings.iter().map(|id| (*id, told.len())));
        let importance = story.importance(&Weights::default());
        told.push(Told { dated_by: story.dated_by, importance, lead: None, dated: None });
    }
    for (at, row) in passing.iter().enumerate() {
        let Some(story) = of.get(&row.id).and_then(|story| told.get_mut(*story)) else { continue };
        if story.lead.is_none_or(|lead| lead.importance < row.importance) {
            story.lead = Some(*row);
        }
        let days = row.when.latest.number().saturating_sub(row.when.earliest.number());
        let dated = (row.id != story.dated_by, days, at);
        story.dated = Some(story.dated.map_or(dated, |known| known.min(dated)));
    }
    let row = |(at, row): (usize, &EventRow)| match of.get(&row.id).and_then(|story| told.get(*story)) {
        None => Some(*row),
        Some(Told { importance, lead: Some(lead), dated: Some((.., here)), .. }) if *here == at => {
            Some(EventRow { id: lead.id, importance: *importance, ..*row })
        }
        Some(_) => None,
    };
    passing.iter().enumerate().filter_map(row).collect()
}

/// The `most` most important rows, in their order.
#[must_use]
pub fn most_important(rows: &[EventRow], most: usize) -> Vec<EventRow> {
    let ranks = order(rows.len(), &|a, b| rows[b].importance.total_cmp(&rows[a].importance));
    let mut taken = vec![false; rows.len()];
    for at in ranks.into_iter().take(most) {
        taken[at] = true;
    }
    rows.iter().zip(taken).filter(|(_, taken)| *taken).map(|(row, _)| *row).collect()
}

/// How many rows the importance slider offers to keep, beside all of them.
const TOPS: [u32; 9] = [5, 10, 20, 50, 100, 200, 500, 1000, 2000];

/// The stops of the importance slider over so many rows; behind the last one stand all rows.
#[must_use]
pub fn tops(rows: usize) -> &'static [u32] {
    let below = TOPS.iter().take_while(|top| (**top as usize) < rows).count();
    TOPS.get(..below).unwrap_or_default()
}

/// The row of the story that a telling belongs to.
#[must_use]
pub fn position(dossier: &Dossier, rows: &[EventRow], telling: EventId) -> Option<usize> {
    let tellings = dossier.story(telling)?.tellings.as_slice();
    rows.iter().position(|row| tellings.binary_search(&row.id).is_ok())
}

/// What a row shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The telling that names it.
    pub id: EventId,
    /// When.
    pub date: String,
    /// The same with its bounds.
    pub tooltip: String,
    /// Its title.
    pub title: String,
    /// Where it happened; empty where nothing says.
    pub place: String,
    /// The document that tells it, or how many do.
    pub document: String,
    /// "planned", "denied"; empty for what happened.
    pub status: &'static str,
    /// Whether its tellings contradict each other.
    pub disputed: bool,
    /// Whether its date was counted from an inferred publication day.
    pub inferred: bool,
}

/// What a row shows; `None` where the dossier does not hold its event any more.
#[must_use]
pub fn line(dossier: &Dossier, row: &EventRow) -> Option<Line> {
    let event = dossier.event(row.id)?;
    let story = dossier.story(row.id)?;
    // the telling that weighs most may name no place
    let place = std::iter::once(&row.id).chain(&story.tellings).find_map(|id| dossier.places_of(*id).next());
    let edtf = dossier.event(story.dated_by).map_or("", |event| event.edtf.as_str());
    let told_often = story.tellings.len() > 1;
    Some(Line {
        id: row.id,
        date: interval_text(&row.when),
        tooltip: format!("{edtf} · {}", bounds_text(&row.when)),
        title: event.title.clone(),
        place: place.map(|place| place.name.clone()).unwrap_or_default(),
        document: if single_source(story) {
            dossier.title(row.id.document)
        } else {
            format!("told in {} documents", grouped(story.documents))
        },
        status: status_word(event.status),
        disputed: told_often
            && claims(dossier, story).iter().any(|row| row.verdict == Verdict::Contradiction),
        inferred: row.inferred,
    })
}

/// What unfolds below a story's row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Detail {
    /// Who tells it, and who told it first.
    pub summary: String,
    /// Each telling.
    pub tellings: Vec<Telling>,
    /// Where the tellings differ.
    pub claims: Vec<ClaimRow>,
    /// Other stories that may be the same event, with what to call them.
    pub likely: Vec<(EventId, String)>,
}

/// One telling of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    /// The telling.
    pub id: EventId,
    /// Its sentence.
    pub quote: String,
    /// Date, place and status as it has them, and its document.
    pub facts: String,
    /// Whether its document told it first, of several.
    pub first: bool,
}

/// What the tellings say of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimRow {
    /// Of what: "Killed", "Date".
    pub aspect: String,
    /// "contradiction", "development" or "compatible".
    pub verdict: &'static str,
    /// Each value: the telling, the value, its words and their document.
    pub values: Vec<(EventId, String, String)>,
}

/// What unfolds below the row of the story of a telling.
#[must_use]
pub fn detail(dossier: &Dossier, telling: EventId) -> Detail {
    let Some(story) = dossier.story(telling) else { return Detail::default() };
    let first = told_first(dossier, story);
    let tellings = story.tellings.iter().filter_map(|id| {
        let (event, file) = (dossier.event(*id)?, dossier.file(id.document.file)?);
        let mut facts = vec![interval_text(&event.when)];
        facts.extend(dossier.places_of(*id).next().map(|place| place.name.clone()));
        facts.extend(Some(status_word(event.status).to_owned()).filter(|word| !word.is_empty()));
        facts.push(dossier.title(id.document));
        Some(Telling {
            id: *id,
            quote: one_line(event.span.of(&file.text.content)),
            facts: facts.join(" · "),
            first: !single_source(story) && first == *id,
        })
    });
    let rows = claims(dossier, story).into_iter().filter(crate::dossier::Row::differs).map(|row| ClaimRow {
        aspect: aspect_word(&row.aspect),
        verdict: match row.verdict {
            Verdict::Compatible => "compatible",
            Verdict::Development => "development",
            Verdict::Contradiction => "contradiction",
        },
        values: row.claims.iter().map(|claim| value(dossier, claim)).collect(),
    });
    let likely = dossier.likely(telling, OFFERED).into_iter().filter_map(|id| {
        let when = dossier.story(id)?.when;
        Some((id, format!("{}: {}", interval_text(&when), dossier.event(id)?.title)))
    });
    let day = dossier.document(first.document).and_then(|document| document.published.date);
    let summary = if single_source(story) {
        "Told by a single document.".to_owned()
    } else {
        let day = day.map(|day| format!(" ({})", interval_text(&day))).unwrap_or_default();
        format!(
            "{} in {} documents, first by {}{day}.",
            counted(story.tellings.len() as u32, "telling", "tellings"),
            grouped(story.documents),
            dossier.title(first.document)
        )
    };
    Detail { summary, tellings: tellings.collect(), claims: rows.collect(), likely: likely.collect() }
}

/// The silent stretches that rows end: the row, and how long nothing was told to have happened before it.
#[must_use]
pub fn silent(rows: &[EventRow]) -> Vec<(usize, String)> {
    let days = |row: &EventRow| row.when.latest.number().saturating_sub(row.when.earliest.number());
    let fine = || rows.iter().filter(|row| days(row) <= 31).map(|row| row.when.latest.number());
    let span = fine().max().unwrap_or_default().saturating_sub(fine().min().unwrap_or_default());
    silences(rows, (span / SILENT_PART).max(SILENT_DAYS))
        .into_iter()
        .map(|(at, from, to)| (at, silence_text(to.number() - from.number() + 1)))
        .collect()
}

fn silence_text(days: i32) -> String {
    let (count, one, many) = match days {
        ..60 => (days, "silent day", "silent days"),
        60..730 => (days / 30, "silent month", "silent months"),
        _ => (days / 365, "silent year", "silent years"),
    };
    format!("after {}", counted(count.unsigned_abs(), one, many))
}

/// The word for a status; empty for what happened.
#[must_use]
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Happened => "",
        Status::Planned => "planned",
        Status::Hypothetical => "hypothetical",
        Status::Denied => "denied",
        Status::Claimed => "claimed",
    }
}

fn aspect_word(aspect: &Aspect) -> String {
    match aspect {
        Aspect::Figure(unit) => {
            let mut letters = unit.chars();
            letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
        }
        Aspect::Date => "Date".to_owned(),
        Aspect::Place => "Place".to_owned(),
        Aspect::Actor => "Who is named".to_owned(),
        Aspect::Status => "Whether it happened".to_owned(),
    }
}

/// A claim's telling, its value, and the words that say so with their document.
fn value(dossier: &Dossier, claim: &Claim) -> (EventId, String, String) {
    let words = |span: crate::span::Span| {
        dossier.file(claim.telling.document.file).map_or("", |file| span.of(&file.text.content))
    };
    let mut value = match &claim.value {
        // the words have the bounds: "about 70", "at least 20"
        Value::Range(..) => one_line(words(claim.words)),
        Value::When(when) => interval_text(when),
        Value::Places(ids) => {
            let name = |id: &u32| Some(dossier.tally().place(*id)?.place.name.clone());
            ids.iter().filter_map(name).collect::<Vec<_>>().join(", ")
        }
        Value::Names(names) => names.join(", "),
        Value::Status(Status::Happened) => "happened".to_owned(),
        Value::Status(status) => status_word(*status).to_owned(),
    };
    let figure = matches!(claim.value, Value::Range(..));
    if let Some(source) = claim.source.filter(|_| figure) {
        value = format!("{value} ({})", one_line(words(source)));
    }
    if let Some(day) = claim.as_of.filter(|_| figure) {
        value = format!("{value}, as of {}", day_text(day));
    }
    let said = dossier.event(claim.telling).map_or("", |event| words(event.span));
    (claim.telling, value, format!("{} — {}", one_line(said), dossier.title(claim.telling.document)))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Options, analyse};
    use crate::dossier::FileId;
    use crate::ingest::Source;
    use crate::view::filter::Filter;

    const TOLD: [&str; 3] = [
        "DATE: 2019-06-18\n\nAn explosion at a fireworks factory in Leeds killed 6 workers on Monday.",
        "DATE: 2019-06-18\n\nTwenty workers were killed in an explosion at a fireworks factory in Leeds on \
         Monday.",
        "DATE: 2019-06-18\n\nRebels captured the fortress of Kassala on 9 June 2014. The choir will sing on 20 June \
         2019.",
    ];

    fn dossier() -> Dossier {
        let mut dossier = Dossier::default();
        for (text, file) in TOLD.iter().zip(0..) {
            let source = Source { name: format!("{file}.txt"), modified: None };
            let analysis = analyse(&source, text.as_bytes(), &Options::default(), None, &mut |_| {});
            dossier.insert(FileId(file), analysis);
        }
        dossier
    }

    #[test]
    fn a_story_is_one_row_and_any_telling_leads_to_it() {
        let dossier = dossier();
        let all = rows(&dossier, dossier.events());
        assert_eq!((dossier.events().len(), all.len(), dossier.counts().events), (4, 3, 3));
        let lines: Vec<Line> = all.iter().filter_map(|row| line(&dossier, row)).collect();
        let shown: Vec<_> =
            lines.iter().map(|line| (line.document.as_str(), line.status, line.disputed)).collect();
        assert_eq!(
            shown,
            [("2.txt", "", false), ("told in 2 documents", "", true), ("2.txt", "planned", false)]
        );
        let explosion = |row: &&EventRow| row.id.document.file != FileId(2);
        for telling in dossier.events().iter().filter(explosion) {
            assert_eq!(position(&dossier, &all, telling.id), Some(1));
        }
        // a filter that lets one telling through shows the story by it
        let only = Filter { document: Some(dossier.events()[1].id.document), ..Filter::default() };
        let passing = rows(&dossier, &only.passing(&dossier, None));
        assert_eq!(passing.iter().map(|row| row.id.document).collect::<Vec<_>>(), only.document.as_slice());
    }

    #[test]
    fn what_unfolds_sets_tellings_and_claims_side_by_side() {
        let dossier = dossier();
        let all = rows(&dossier, dossier.events());
        let story = detail(&dossier, all[1].id);
        assert_eq!(story.summary, "2 tellings in 2 documents, first by 0.txt (18 Jun 2019).");
        assert_eq!(story.tellings.iter().map(|t| t.first).collect::<Vec<_>>(), [true, false]);
        assert!(story.tellings[1].quote.starts_with("Twenty workers were killed"));
        let killed = &story.claims[0];
        assert_eq!((killed.aspect.as_str(), killed.verdict), ("Killed", "contradiction"));
        let values: Vec<&str> = killed.values.iter().map(|(_, value, _)| value.as_str()).collect();
        assert_eq!(values, ["killed 6, as of 18 Jun 2019", "Twenty workers were killed, as of 18 Jun 2019"]);
        assert_eq!(detail(&dossier, all[0].id).summary, "Told by a single document.");
    }

    #[test]
    fn the_most_important_keep_their_order_and_gaps_are_told() {
        let dossier = dossier();
        let all = rows(&dossier, dossier.events());
        let two = most_important(&all, 2);
        assert_eq!(two.len(), 2);
        assert!(two[0].when.earliest <= two[1].when.earliest && two.contains(&all[1]));
        assert_eq!(most_important(&all, 9), all);
        assert_eq!((tops(3), tops(21)), (&[][..], &[5, 10, 20][..]));
        assert_eq!(silent(&all), [(1, "after 5 silent years".to_owned())]);
        assert_eq!([silence_text(1), silence_text(61)], ["after 1 silent day", "after 2 silent months"]);
    }
}
