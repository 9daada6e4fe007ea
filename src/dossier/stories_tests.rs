use super::*;
use crate::analysis::{Options, analyse};
use crate::ingest::Source;

const TOLD: [&str; 5] = [
    "DATE: 2019-06-18\n\nAn explosion at a fireworks factory in Leeds killed 6 workers on Monday.",
    "DATE: 2019-06-18\n\nTwenty workers were killed in an explosion at a fireworks factory in Leeds on Monday.",
    "DATE: 2019-06-19\n\nThe explosion at the fireworks factory in June 2019 killed 20 workers, the police said.",
    "DATE: 2019-06-18\n\nThe choir sang in Leeds on Monday.",
    "DATE: 2019-06-18\n\nRebels captured the fortress of Kassala on 9 June 2014. The duke was born in 1901.",
];

fn read(text: &str) -> Analysis {
    let source = Source { name: "a.txt".into(), modified: None };
    analyse(&source, text.as_bytes(), &Options::default(), None, &mut |_| {})
}

fn dossier(order: &[usize]) -> Dossier {
    let mut dossier = Dossier::default();
    for at in order {
        dossier.insert(FileId(*at as u32), read(TOLD[*at]));
    }
    dossier
}

fn groups(dossier: &Dossier) -> Vec<Vec<u32>> {
    dossier.stories().map(|story| story.tellings.iter().map(|id| id.document.file.0).collect()).collect()
}

#[test]
fn stories_depend_on_the_tellings_and_not_on_their_order() {
    let forwards = dossier(&[0, 1, 2, 3, 4]);
    assert_eq!(groups(&forwards), [vec![0, 1, 2], vec![3], vec![4], vec![4]]);
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
        let other = dossier(&order);
        assert!(forwards.stories().eq(other.stories()), "{order:?}");
    }
    let story = forwards.stories().next().expect("a story");
    assert_eq!(
        (story.documents, story.when.earliest == story.when.latest),
        (3, true),
        "the finest day is the story's"
    );
}

#[test]
fn a_file_that_goes_takes_its_tellings_along() {
    let mut dossier = dossier(&[0, 1, 2, 3, 4]);
    dossier.remove(FileId(0));
    assert_eq!(groups(&dossier), [vec![1, 2], vec![3], vec![4], vec![4]]);
    dossier.insert(FileId(0), read(TOLD[0]));
    assert!(dossier.stories().eq(self::dossier(&[0, 1, 2, 3, 4]).stories()));
}

#[test]
fn a_decision_wins_over_what_is_found_and_is_undone() {
    let mut dossier = dossier(&[0, 1, 3]);
    let first = |dossier: &Dossier, file: u32| {
        let row = dossier.events().iter().find(|row| row.id.document.file == FileId(file));
        row.expect("an event").id
    };
    let (six, twenty, choir) = (first(&dossier, 0), first(&dossier, 1), first(&dossier, 3));
    assert_eq!(groups(&dossier), [vec![0, 1], vec![3]]);
    let mut corrections = Corrections::default();
    corrections.set_tellings(dossier.parting(six));
    assert!(dossier.decide(corrections.tellings()));
    assert_eq!(groups(&dossier), [vec![0], vec![1], vec![3]]);
    corrections.set_tellings(dossier.joining(six, choir));
    assert!(dossier.decide(corrections.tellings()) && !dossier.decide(corrections.tellings()));
    assert_eq!(groups(&dossier), [vec![0, 3], vec![1]]);
    assert_eq!(dossier.likely(twenty, 3), [six], "what was parted may still be the same");
    // read anew, the decisions hold
    dossier.insert(FileId(0), read(TOLD[0]));
    assert_eq!(groups(&dossier), [vec![0, 3], vec![1]]);
    // and a later one wins over an earlier one
    corrections.set_tellings(dossier.joining(twenty, six));
    dossier.decide(corrections.tellings());
    assert_eq!(groups(&dossier), [vec![0, 1, 3]]);
    for expected in [vec![vec![0, 3], vec![1]], vec![vec![0], vec![1], vec![3]], vec![vec![0, 1], vec![3]]] {
        assert_eq!(corrections.undo(), Some(Touched::Stories));
        dossier.decide(corrections.tellings());
        assert_eq!(groups(&dossier), expected);
    }
    assert_eq!((corrections.undo(), corrections), (None, Corrections::default()));
}

#[test]
fn a_crowd_of_tellings_tells_nothing_and_a_smaller_one_does_again() {
    let mut dossier = Dossier::default();
    let text = |day: u32| format!("DATE: 2019-06-30\n\nGreta Lind opened a fair on {day} June 2019.");
    for file in 0..40 {
        dossier.insert(FileId(file), read(&text(1 + file % 2)));
    }
    let crowded: Vec<_> = groups(&dossier).into_iter().filter(|group| group.len() > 1).collect();
    assert_eq!(crowded, Vec::<Vec<u32>>::new());
    assert_eq!(dossier.stories().count(), 40);
    for file in 2..40 {
        dossier.remove(FileId(file));
    }
    dossier.insert(FileId(2), read(&text(1)));
    assert_eq!(groups(&dossier), [vec![0, 2], vec![1]]);
}

#[test]
fn claims_stand_side_by_side_and_bounds_decide() {
    let dossier = dossier(&[0, 1, 2]);
    let story = dossier.stories().next().expect("a story");
    let rows = claims(&dossier, story);
    let killed =
        rows.iter().find(|row| row.aspect == Aspect::Figure("killed".into())).expect("figures differ");
    assert_eq!((killed.claims.len(), killed.verdict), (3, Verdict::Contradiction));
    assert_eq!(told_first(&dossier, story).document.file, FileId(0));
    assert!(!single_source(story));
    assert_eq!(disagreements(&dossier), [story.id()]);
}

#[test]
fn wars_without_a_day_are_not_one_for_a_figure_that_agrees() {
    // "has killed": some time until now
    let war = |killed: &str, displaced: &str| {
        format!(
            "DATE: 2019-06-18\n\nThe duke, who backs the weavers in the rebellion that has killed {killed} villagers \
             and displaced {displaced} villagers, spoke on Monday."
        )
    };
    let told = [
        war("1,300", "more than a million"),
        war("hundreds of thousands of", "two million"),
        war("over 1,000", "two million"),
    ];
    let with = |other: usize| {
        let mut dossier = Dossier::default();
        dossier.insert(FileId(0), read(&told[0]));
        dossier.insert(FileId(1), read(&told[other]));
        let vague = dossier.stories().filter(|story| story.when.earliest != story.when.latest);
        vague.map(|story| story.tellings.len()).collect::<Vec<_>>()
    };
    assert_eq!(with(1), [1, 1], "the killed cannot both be true");
    assert_eq!(with(2), [2]);
}

#[test]
fn silence_is_what_lies_between_events() {
    let dossier = dossier(&[0, 4]);
    let silent = silences(dossier.events(), 365);
    let days: Vec<_> = silent.iter().map(|(at, from, to)| (*at, from.iso(), to.iso())).collect();
    assert_eq!(days, [(2, "2014-06-10".to_owned(), "2019-06-16".to_owned())]);
}
