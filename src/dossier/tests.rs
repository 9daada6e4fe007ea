use super::*;
use crate::gazetteer::Feature;
use crate::ingest::{Source, Text};
use crate::span::Span;
use crate::timex::Day;
use crate::timex::anchor::Anchor;
use crate::toponym::{Candidate, PlaceMention, Places};

fn place(id: u32, name: &str) -> Place {
    Place {
        id,
        name: name.into(),
        feature: Feature::City,
        country: "XX".into(),
        country_name: "Exland".into(),
        admin1: String::new(),
        lat: 0.0,
        lon: 0.0,
        precision_km: 5.0,
        population: 0,
    }
}

/// A file of one document: events on the given days, all at place 7, which two mentions name; one
/// name is unplaced.
fn analysis(days: &[i32]) -> Analysis {
    let mention = |start, end, candidates| PlaceMention {
        span: Span::new(start, end),
        role: Role::Literal,
        candidates,
        rule: "test".into(),
        why: String::new(),
    };
    let seven = vec![Candidate { place: 0, score: 1.0 }];
    let events = days
        .iter()
        .map(|day| Event {
            span: Span::new(0, 4),
            title: "told".into(),
            when: Interval::day(Day::from_number(*day)),
            edtf: String::new(),
            date: 0,
            inferred: false,
            places: vec![0],
            actors: Vec::new(),
            figures: Vec::new(),
            importance: 0.5,
        })
        .collect();
    Analysis {
        source: Source { name: "a.txt".into(), modified: None },
        text: Text { content: "Here Here Nowhere".into(), encoding: "UTF-8".into(), properties: Vec::new() },
        documents: vec![DocumentAnalysis {
            language: crate::document::Language::English,
            span: Span::new(0, 17),
            headline: None,
            parts: Vec::new(),
            sentences: vec![Span::new(0, 17)],
            kind: crate::document::TextKind::News,
            published: Anchor {
                date: None,
                how: AnchorSource::Inferred,
                candidates: Vec::new(),
                evidence: Vec::new(),
            },
            dates: Vec::new(),
            places: Places {
                table: vec![place(7, "Here")],
                mentions: vec![
                    mention(0, 4, seven.clone()),
                    mention(5, 9, seven),
                    mention(10, 17, Vec::new()),
                ],
            },
            actors: Vec::new(),
            events,
        }],
        warnings: Vec::new(),
    }
}

fn days(dossier: &Dossier) -> Vec<(u32, i32)> {
    dossier.events().iter().map(|r| (r.id.document.file.0, r.when.earliest.number())).collect()
}

#[test]
fn files_merge_into_one_chronology_whatever_their_order() {
    let mut forwards = Dossier::default();
    forwards.insert(FileId(0), analysis(&[5, 1]));
    forwards.insert(FileId(1), analysis(&[3, 5]));
    let mut backwards = Dossier::default();
    backwards.insert(FileId(1), analysis(&[3, 5]));
    backwards.insert(FileId(0), analysis(&[5, 1]));
    assert_eq!(days(&forwards), [(0, 1), (1, 3), (0, 5), (1, 5)]);
    assert_eq!(forwards.events(), backwards.events());
    assert_eq!(forwards.counts(), backwards.counts());
}

#[test]
fn counts_follow_files_in_and_out() {
    let mut dossier = Dossier::default();
    dossier.insert(FileId(0), analysis(&[1, 2]));
    dossier.insert(FileId(1), analysis(&[3]));
    let entry = dossier.place(7).expect("place 7 is mentioned");
    assert_eq!((entry.mentions, entry.documents, entry.events), (4, 2, 3));
    assert_eq!(dossier.unplaced().collect::<Vec<_>>(), [("Nowhere", 2)]);
    let counts = dossier.counts();
    assert_eq!(
        (counts.files, counts.documents, counts.events, counts.places, counts.inferred),
        (2, 2, 3, 1, 2)
    );
    dossier.insert(FileId(1), analysis(&[]));
    assert_eq!(days(&dossier), [(0, 1), (0, 2)]);
    dossier.remove(FileId(0));
    dossier.remove(FileId(1));
    assert_eq!(dossier.counts(), Counts::default());
    assert_eq!((dossier.places().count(), dossier.unplaced().count()), (0, 0));
}

#[test]
fn events_know_their_places_and_documents_their_titles() {
    let mut dossier = Dossier::default();
    dossier.insert(FileId(4), analysis(&[1]));
    let id = dossier.events()[0].id;
    assert!(dossier.happened_at(id, 7) && !dossier.happened_at(id, 8));
    assert_eq!(dossier.title(id.document), "a.txt");
}
