//! What of the dossier is let through: every list, count and drawing is of what passes.

use super::places::Node;
use super::search::Hits;
use crate::document::TextKind;
use crate::dossier::{DocumentId, Dossier, EventRow, Tally};
use crate::timex::{Day, Interval};
use std::sync::Arc;

/// What is let through; the default lets everything through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Only sentences that hold these words: see [`super::search::Query`].
    pub text: String,
    /// Only events of this time.
    pub window: Option<Window>,
    /// Only events at this place, or below it.
    pub place: Option<Node>,
    /// Only this document.
    pub document: Option<DocumentId>,
    /// Only events with this person or organisation, by the name the page shows.
    pub actor: Option<String>,
    /// Only documents read as this kind.
    pub kind: Option<TextKind>,
    /// Only events whose date is known that well.
    pub certainty: Certainty,
}

/// A stretch of days, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Whether the event must lie inside, and not only perhaps.
    pub definitely: bool,
}

/// How well a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Certainty {
    /// However.
    #[default]
    Any,
    /// Told by the text, or counted from a day that is.
    Stated,
    /// Counted from an inferred publication day.
    Inferred,
}

impl Window {
    /// Whether an interval passes.
    #[must_use]
    pub fn passes(&self, when: &Interval) -> bool {
        if self.definitely {
            self.from <= when.earliest && when.latest <= self.to
        } else {
            self.from <= when.latest && when.earliest <= self.to
        }
    }
}

impl Window {
    /// The stretch cut into equal steps, those in which nothing happened left out; what lasts through several steps
    /// is in each of them.
    #[must_use]
    pub fn steps(self, rows: &[EventRow]) -> Vec<Self> {
        /// The most steps: at one a second, the whole is seen in half a minute.
        const MOST: i64 = 28;
        let (from, to) = (i64::from(self.from.number()), i64::from(self.to.number()));
        let days = to - from + 1;
        let count = days.clamp(1, MOST);
        let edge = |step: i64| Day::from_number((from + days * step / count) as i32);
        let step = |at: i64| Self { from: edge(at), to: edge(at + 1).plus(-1), definitely: false };
        let told = |step: &Self| rows.iter().any(|row| step.passes(&row.when));
        (0..count).map(step).filter(told).collect()
    }
}

impl Filter {
    /// Whether everything passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// The events that pass, in the order of the chronology.
    #[must_use]
    pub fn passing(&self, dossier: &Dossier, hits: Option<&Hits>) -> Arc<Vec<EventRow>> {
        let rows = dossier.events();
        if self.is_open() {
            return Arc::new(rows.to_vec());
        }
        Arc::new(rows.iter().filter(|row| self.passes(dossier, hits, row)).copied().collect())
    }

    /// The places to list and draw: those that are told of in what passes, whatever its place, so that another
    /// one can be chosen. `None` where that is everything.
    #[must_use]
    pub fn tally(&self, dossier: &Dossier, hits: Option<&Hits>) -> Option<Tally> {
        let elsewhere = Self { place: None, ..self.clone() };
        let whole_documents = Self { document: self.document, kind: self.kind, ..Self::default() };
        if elsewhere.is_open() {
            None
        } else if elsewhere == whole_documents {
            let passes = |id: &DocumentId| elsewhere.passes_document(dossier, hits, *id);
            let documents: Vec<_> = dossier.documents().map(|(id, _)| id).filter(passes).collect();
            Some(dossier.tally_of_documents(&documents))
        } else {
            Some(dossier.tally_of(&elsewhere.passing(dossier, hits)))
        }
    }

    /// Whether an event passes. `hits` are the sentences that hold the words asked for; without them no
    /// words are asked for.
    #[must_use]
    pub fn passes(&self, dossier: &Dossier, hits: Option<&Hits>, row: &EventRow) -> bool {
        // the cheap questions first: the dossier is looked into for what passes them alone
        let certain = match self.certainty {
            Certainty::Any => true,
            Certainty::Stated => !row.inferred,
            Certainty::Inferred => row.inferred,
        };
        certain
            && self.window.is_none_or(|window| window.passes(&row.when))
            && self.document.is_none_or(|document| row.id.document == document)
            && self.kind.is_none_or(|kind| {
                dossier.document(row.id.document).is_some_and(|document| document.kind == kind)
            })
            && self.place.as_ref().is_none_or(|node| dossier.places_of(row.id).any(|place| node.holds(place)))
            && self
                .actor
                .as_ref()
                .is_none_or(|name| dossier.actors_of(row.id).any(|actor| actor.name == *name))
            && hits.is_none_or(|hits| {
                dossier.event(row.id).is_some_and(|event| hits.told_in(row.id.document, event.span))
            })
    }

    /// Whether a document passes: what is asked of documents and of words, not of events.
    #[must_use]
    pub fn passes_document(&self, dossier: &Dossier, hits: Option<&Hits>, id: DocumentId) -> bool {
        let Some(document) = dossier.document(id) else { return false };
        self.document.is_none_or(|only| only == id)
            && self.kind.is_none_or(|kind| document.kind == kind)
            && hits.is_none_or(|hits| hits.told_in(id, document.span))
    }
}

/// What a person writes for a bound: a day (`1848-05-03`), a month (`1848-05`) or a year (`1848`, `-43`,
/// `44 BC`), as its first and last day.
#[must_use]
pub fn day_or_stretch(text: &str) -> Option<(Day, Day)> {
    let text = text.trim();
    if let Some(day) = Day::from_iso(text) {
        return Some((day, day));
    }
    let era =
        |suffix: &str| text.to_ascii_uppercase().strip_suffix(suffix).map(|year| year.trim().to_owned());
    if let Some(year) = era("BCE").or_else(|| era("BC")) {
        return year_bounds(1 - year.parse::<i16>().ok().filter(|year| *year > 0)?);
    }
    if let Some((year, month)) = text.rsplit_once('-').filter(|(year, _)| year.len() >= 4) {
        let first = Day::from_ymd(year.parse().ok()?, month.parse().ok()?, 1)?;
        return Some((first, first.last_of_month()));
    }
    year_bounds(text.parse().ok()?)
}

fn year_bounds(year: i16) -> Option<(Day, Day)> {
    Some((Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::FileId;
    use crate::timex::Grain;
    use crate::view::search::{Query, Search};

    #[test]
    fn bounds_are_read_as_people_write_them() {
        let read = |text| day_or_stretch(text).map(|(from, to)| format!("{}/{}", from.iso(), to.iso()));
        assert_eq!(read(" 1848-05-03 ").as_deref(), Some("1848-05-03/1848-05-03"));
        assert_eq!(read("2016-02").as_deref(), Some("2016-02-01/2016-02-29"));
        assert_eq!(read("1848").as_deref(), Some("1848-01-01/1848-12-31"));
        assert_eq!(read("44 BC").as_deref(), Some("-0043-01-01/-0043-12-31"));
        assert_eq!(read("-43").as_deref(), Some("-0043-01-01/-0043-12-31"));
        for nonsense in ["", "soon", "1848-13", "2017-02-31", "0 BC"] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_window_tells_possibly_from_definitely() {
        let day = |iso| Day::from_iso(iso).expect("a day");
        let may = Interval {
            earliest: day("1848-05-01"),
            latest: day("1848-05-31"),
            grain: Grain::Month,
            approximate: false,
            whole: false,
        };
        let window = |definitely| Window { from: day("1848-05-20"), to: day("1849-01-01"), definitely };
        assert!(window(false).passes(&may) && !window(true).passes(&may));
        let wide = Window { from: day("1848-05-01"), to: day("1848-05-31"), definitely: true };
        assert!(wide.passes(&may));
    }

    #[test]
    fn time_is_played_in_steps_that_leave_no_day_out_and_skip_what_is_empty() {
        let day = |iso| Day::from_iso(iso).expect("a day");
        let row = |from, to| EventRow {
            id: crate::dossier::EventId { document: DocumentId { file: FileId(0), document: 0 }, event: 0 },
            when: Interval { latest: day(to), ..Interval::day(day(from)) },
            importance: 0.5,
            inferred: false,
        };
        let all = Window { from: day("1848-01-01"), to: day("1848-12-31"), definitely: false };
        let whole = all.steps(&[row("1848-01-01", "1848-12-31")]);
        assert_eq!((whole[0].from, whole.last().map(|step| step.to)), (all.from, Some(all.to)));
        assert!(whole.windows(2).all(|pair| pair[0].to.plus(1) == pair[1].from), "{whole:?}");
        let told = all.steps(&[row("1848-02-03", "1848-02-03"), row("1848-11-30", "1848-11-30")]);
        assert_eq!(told.len(), 2);
        assert!(told[0].from <= day("1848-02-03") && day("1848-02-03") <= told[0].to);
        let short = Window { to: all.from.plus(2), ..all };
        assert_eq!(short.steps(&[row("1848-01-01", "1848-12-31")]).len(), 3, "a day is the shortest step");
    }

    #[test]
    fn each_question_is_asked_of_every_event() {
        let text = "The mill burned on 3 May 1848.\n\nIt was built on 4 June 1849 by Ann Lee.";
        let source = crate::ingest::Source { name: "a.txt".to_owned(), modified: None };
        let options = crate::analysis::Options::default();
        let analysis = crate::analysis::analyse(&source, text.as_bytes(), &options, None, &mut |_| {});
        let mut dossier = Dossier::default();
        let found = Search::new(Query::parse("MILL")).step(&analysis, usize::MAX).expect("all is searched");
        let kind = analysis.documents[0].kind;
        dossier.insert(FileId(0), analysis);
        let mut hits = Hits::default();
        hits.insert(FileId(0), found);
        let passing = |filter: Filter| filter.passing(&dossier, None).len();
        assert_eq!(passing(Filter::default()), 2);
        assert_eq!(Filter::default().passing(&dossier, Some(&hits)).len(), 2, "an open filter asks nothing");
        let words = Filter { text: "MILL".to_owned(), ..Filter::default() };
        assert_eq!(words.passing(&dossier, Some(&hits)).len(), 1);
        assert_eq!(passing(Filter { kind: Some(kind), ..Filter::default() }), 2);
        assert_eq!(passing(Filter { certainty: Certainty::Inferred, ..Filter::default() }), 0);
        assert_eq!(passing(Filter { actor: Some("Nobody".to_owned()), ..Filter::default() }), 0);
        let id = DocumentId { file: FileId(0), document: 1 };
        assert_eq!(passing(Filter { document: Some(id), ..Filter::default() }), 0);
        let first = DocumentId { file: FileId(0), document: 0 };
        assert!(
            words.passes_document(&dossier, Some(&hits), first) && !words.passes_document(&dossier, None, id)
        );
    }
}
