use super::*;
use crate::gazetteer::Feature;
use crate::ingest::{Source, Text};
use crate::span::Span;
use crate::timex::Day;
use crate::timex::anchor::Anchor;
use crate::toponym::Role;
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
        placed: true,
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
            clause: Span::new(0, 4),
            date: Some(0),
            dating: crate::event::Dating::Stated,
            inferred: false,
            reporting: false,
            status: crate::event::Status::Happened,
            class: crate::event::Class::Other,
            places: vec![0],
            scenes: 1,
            scene: crate::event::Scene::Stated,
            actors: Vec::new(),
            source: None,
            figures: Vec::new(),
            content: Vec::new(),
            signals: crate::event::Signals::default(),
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
            told_by_file: None,
            dates: Vec::new(),
            places: Places {
                table: vec![place(7, "Here")],
                mentions: vec![
                    mention(0, 4, seven.clone()),
                    mention(5, 9, seven),
                    mention(10, 17, Vec::new()),
                ],
                votes: Vec::new(),
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
    let entry = dossier.tally().place(7).expect("place 7 is mentioned");
    assert_eq!((entry.mentions, entry.documents, entry.events), (4, 2, 3));
    assert_eq!(dossier.tally().unplaced().collect::<Vec<_>>(), [("Nowhere", 2)]);
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
    assert_eq!((dossier.tally().places().count(), dossier.tally().unplaced().count()), (0, 0));
}

#[test]
fn events_know_their_places_and_documents_their_titles() {
    let mut dossier = Dossier::default();
    dossier.insert(FileId(4), analysis(&[1]));
    let id = dossier.events()[0].id;
    assert!(dossier.happened_at(id, 7) && !dossier.happened_at(id, 8));
    assert_eq!(dossier.title(id.document), "a.txt");
}

/// Reads the files, then reads anew what the others' days change, as the page does.
fn settled(files: &[(&str, &str)]) -> BTreeMap<String, (AnchorSource, Option<String>)> {
    let members: Vec<Member<'_>> = files
        .iter()
        .map(|(name, text)| Member {
            source: Source { name: (*name).into(), modified: None },
            bytes: text.as_bytes(),
            options: Default::default(),
            folder: None,
        })
        .collect();
    let dossier = Dossier::read(&members, None);
    let published = |document: &DocumentAnalysis| {
        (document.published.how, document.published.date.map(|date| date.earliest.iso()))
    };
    dossier
        .files()
        .map(|(_, analysis)| (analysis.source.name.clone(), published(&analysis.documents[0])))
        .collect()
}

#[test]
fn numbered_files_date_the_one_between_them() {
    let mut files = [
        ("letter 1.txt", "Date: 3 April 2017\n\nThe weir is weak."),
        ("letter 2.txt", "HARLOW (Meridian) – The weir gave way on Wednesday, and the mill is under water."),
        ("letter 3.txt", "Date: 6 April 2017\n\nThe weir is gone."),
    ];
    let forwards = settled(&files);
    assert_eq!(forwards["letter 2.txt"], (AnchorSource::Inferred, Some("2017-04-05".into())));
    files.reverse();
    assert_eq!(settled(&files), forwards, "the order of arrival changes nothing");
    // without the others nothing decides
    assert_eq!(settled(&files[1..2])["letter 2.txt"], (AnchorSource::Unknown, None));
}

#[test]
fn documents_of_one_matter_date_each_other() {
    let told = "Date: 6 April 2017\n\nInspector Ann Lee and Mayor Bo Berg opened the inquiry into the weir.";
    let open = "Inspector Ann Lee told Mayor Bo Berg that the weir would fall. It fell on April 4.";
    let files = [("inquiry.txt", told), ("weir.txt", open)];
    let mut dossier = Dossier::default();
    for (at, (name, text)) in files.iter().enumerate() {
        let source = Source { name: (*name).into(), modified: None };
        let analysis =
            crate::analysis::analyse(&source, text.as_bytes(), &Default::default(), None, &mut |_| {});
        dossier.insert(FileId(at as u32), analysis);
    }
    let hints = dossier.hints(FileId(1));
    let [hint] = hints.as_slice() else { panic!("one hint, not {hints:?}") };
    let day = Day::from_ymd(2017, 4, 6).expect("a day");
    assert!(hint.within.earliest < day && day < hint.within.latest && hint.reason.contains("inquiry.txt"));
    assert!(dossier.hints(FileId(0)).is_empty(), "a stated day needs no help");
    dossier.remove(FileId(0));
    assert!(dossier.hints(FileId(1)).is_empty());
}

#[test]
fn a_day_set_by_hand_dates_its_neighbours_anew() {
    let report = |title: &str, day: &str| {
        format!(
            "{title}\n\nHARLOW (Meridian) – It happened on {day}, the council said.\n\n(Reporting by Ann Lee; Editing by Bo Berg)\n\n"
        )
    };
    let text = [
        report("Snow shuts the pass", "Friday"),
        report("Mill is under water", "Thursday"),
        report("Weir gives way", "Wednesday"),
    ]
    .concat();
    let source = Source { name: "bundle.txt".into(), modified: None };
    let mut corrections = Corrections::default();
    let read = |corrections: &Corrections| {
        let options = corrections.options(FileId(0));
        crate::analysis::analyse(&source, text.as_bytes(), &options, None, &mut |_| {})
    };
    let before = read(&corrections);
    assert_eq!(before.documents.len(), 3);
    assert!(before.documents.iter().all(|d| d.published.how == AnchorSource::Unknown));
    corrections.set_published(DocumentId { file: FileId(0), document: 0 }, Day::from_ymd(2017, 4, 7));
    let after = read(&corrections);
    let found: Vec<_> = after
        .documents
        .iter()
        .map(|d| {
            (d.published.how, d.published.date.map(|p| p.earliest.iso()), d.dates[0].value.value.as_str())
        })
        .collect();
    let day = |iso: &str| Some(iso.to_owned());
    assert_eq!(found[0], (AnchorSource::User, day("2017-04-07"), "2017-04-07"));
    assert_eq!(found[1], (AnchorSource::Inferred, day("2017-04-06"), "2017-04-06"));
    assert_eq!(found[2], (AnchorSource::Inferred, day("2017-04-05"), "2017-04-05"));
    assert_eq!(corrections.undo(), Some(Touched::File(FileId(0))));
    assert_eq!(read(&corrections), before);
}

#[test]
fn a_date_says_what_it_was_counted_from() {
    let text = "The town fell on 6 April 1431. Three days later the castle was taken.";
    let source = Source { name: "a.txt".into(), modified: None };
    let options = crate::analysis::Options::default();
    let analysis = crate::analysis::analyse(&source, text.as_bytes(), &options, None, &mut |_| {});
    let document = &analysis.documents[0];
    let first = of_date(&analysis, document, 0).expect("the day told in full");
    assert_eq!((first.counted_from, first.because.as_str()), (None, "said in full in the text"));
    let later = of_date(&analysis, document, 1).expect("the day counted from it");
    assert_eq!((later.counted_from, later.value.as_str()), (Some(0), "1431-04-09"));
    assert_eq!(later.because, "counted from “6 April 1431” (1431-04-06)");
    assert_eq!(of_date(&analysis, document, 2), None);
}
