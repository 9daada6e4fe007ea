//! Place mentions: `recognise` finds them, `resolve` says which place is meant.

mod acting;
mod agency;
mod beside;
pub mod choice;
pub mod context;
#[cfg(test)]
mod inventory_tests;
mod plural;
mod recognise;
mod refuse;
mod resolve;
mod review;
mod role;
mod scan;
mod sign;
pub mod tuning;
mod unplaced;
mod weights;

use std::collections::BTreeMap;

use crate::actor::Actor;
use crate::actor::tokens::Tokens;
use crate::document::{Document, PartKind};
use crate::gazetteer::{Gazetteer, NameKind, Place, PlaceId};
use crate::span::Span;
use context::{Leaning, Vote};
use recognise::Evidence;
use resolve::Choice;
pub(crate) use resolve::distance;
use review::Verdict;
use scan::{Hit, Reader};
use serde::{Deserialize, Serialize};

/// A place mention after disambiguation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceMention {
    /// The words, in the file's text.
    pub span: Span,
    /// What the mention does in its sentence.
    pub role: Role,
    /// The candidates, best first, as indices into [`Places::table`]; none for a name the gazetteer lacks.
    pub candidates: Vec<Candidate>,
    /// Whether the first candidate is what is meant; else none fits well enough, and the name is unplaced.
    pub placed: bool,
    /// Why it was taken for a place at all: the rule's name.
    pub rule: String,
    /// Why the first candidate won, in one line.
    pub why: String,
}

impl PlaceMention {
    /// The place it means, as an index into [`Places::table`]; `None` for an unplaced name.
    #[must_use]
    pub fn meant(&self) -> Option<u32> {
        self.candidates.first().filter(|_| self.placed).map(|candidate| candidate.place)
    }

    /// Whether the words are an adjective or inhabitants ("Syrian"), or do an adjective's work ("U.S.-led"); "Syria's
    /// army" holds the name itself.
    #[must_use]
    pub fn is_adjective(&self) -> bool {
        self.role == Role::Demonym && self.rule != role::OWNER
    }
}

/// A place a mention may mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Index into [`Places::table`].
    pub place: u32,
    /// Its share of the weight of all candidates, 0 to 1.
    pub score: f32,
}

/// What a place mention does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The place itself.
    Literal,
    /// "Syrian officials", "U.S.-led": an adjective or inhabitants; "Syria's army": what is its own.
    Demonym,
    /// "Washington opposed": a government, a team.
    Metonym,
    /// The place a report was filed from.
    Dateline,
}

/// The place mentions of one document, with the places they speak of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Places {
    /// Every place that is a candidate of some mention, once.
    pub table: Vec<Place>,
    /// The mentions, ascending by span, not overlapping.
    pub mentions: Vec<PlaceMention>,
    /// What the document takes its names to mean by itself: what it says to others of its folder.
    pub votes: Vec<Vote>,
}

impl Places {
    /// The place a mention was resolved to; `None` for an unplaced name.
    #[must_use]
    pub fn resolved(&self, mention: &PlaceMention) -> Option<&Place> {
        self.table.get(mention.meant()? as usize)
    }
}

/// The names of a document that are place mentions, before others are heard.
#[derive(Debug, Clone)]
pub struct Reading<'t> {
    reader: Reader<'t>,
    hits: Vec<Hit>,
    evidence: Vec<Evidence>,
    /// What was decided about each hit; some were only worth a second look.
    verdicts: Vec<Verdict>,
    options: Vec<Vec<Choice>>,
    unplaced: Vec<PlaceMention>,
}

/// Finds the place mentions of one document, and what it takes them to mean by itself.
///
/// `dates` are the spans taken by temporal expressions: "May", "March", "August 2012" are no places there.
#[must_use]
pub fn read<'t>(
    text: &'t str,
    document: &'t Document,
    actors: &[Actor],
    dates: &[Span],
    gazetteer: &'t Gazetteer,
) -> Reading<'t> {
    let tokens = Tokens { text, document };
    let reader = Reader { tokens, gazetteer };
    let mut hits = reader.hits();
    if let Some(agency) = agency::of(text, document) {
        hits.retain(|hit| !agency::is(text, document, agency, hit));
    }
    hits.retain(|hit| !are_initials(text, document, hit) && !refuse::is_other(tokens, hit));
    let own = resolve::all_options(gazetteer, &hits);
    let evidence = recognise::weigh(&reader, &hits, &own, actors, dates);
    let unplaced = unplaced::find(&reader, &hits, actors, dates);
    let (mut open, mut options) = (Vec::new(), Vec::new());
    for ((hit, evidence), own) in hits.into_iter().zip(evidence).zip(own) {
        if review::is_open(&evidence) {
            open.push((hit, evidence));
            options.push(own);
        }
    }
    let (hits, evidence): (Vec<Hit>, Vec<Evidence>) = open.into_iter().unzip();
    let verdicts = evidence.iter().map(Verdict::at_first).collect();
    let mut reading = Reading { reader, hits, evidence, verdicts, options, unplaced };
    reading.look(&[]);
    reading
}

impl Reading<'_> {
    /// What the document by itself takes its names to mean, each name once.
    #[must_use]
    pub fn votes(&self) -> Vec<Vote> {
        resolve::votes(&self.hits, &self.speaks(), &self.options)
    }

    fn speaks(&self) -> Vec<bool> {
        self.verdicts.iter().map(|verdict| verdict.mention).collect()
    }

    /// Ranks the candidates and decides anew which hits are mentions.
    fn look(&mut self, leanings: &[Leaning]) {
        let options = std::mem::take(&mut self.options);
        self.options = resolve::rank(&self.reader, &self.hits, options, &self.speaks(), leanings);
        self.verdicts = review::judge(&self.reader, &self.hits, &self.evidence, &self.options);
    }

    /// The document's places, `leanings` being what others say of its names.
    #[must_use]
    pub fn settle(mut self, leanings: &[Leaning]) -> Places {
        let votes = self.votes();
        if !leanings.is_empty() {
            self.look(leanings);
        }
        let Self { reader, hits, evidence, verdicts, options, unplaced } = self;
        let spoken: Vec<bool> = verdicts.iter().map(|verdict| verdict.mention).collect();
        let roles = role::all(&reader, &hits, &options, &spoken);
        let mut table = Table::default();
        let mut mentions: Vec<PlaceMention> = hits
            .iter()
            .zip(&evidence)
            .zip(&options)
            .zip(verdicts.iter().zip(roles))
            .filter(|(_, (verdict, _))| verdict.mention)
            .map(|(((hit, evidence), options), (verdict, role))| PlaceMention {
                placed: verdict.placed,
                span: hit.span,
                role,
                candidates: options
                    .iter()
                    .take(CANDIDATES)
                    .map(|option| Candidate {
                        place: table.number(reader.gazetteer, option.place),
                        score: option.share,
                    })
                    .collect(),
                rule: if role == Role::Demonym && role::is_owner(&reader, hit, options) {
                    role::OWNER.to_owned()
                } else {
                    role::rule(evidence).to_owned()
                },
                why: if verdict.placed { role::why(&reader, options) } else { review::OPEN.to_owned() },
            })
            .collect();
        mentions.extend(
            unplaced
                .into_iter()
                .filter(|name| !mentions.iter().any(|m| m.span.overlaps(name.span)))
                .collect::<Vec<_>>(),
        );
        crate::order::sort_by_key(&mut mentions, |mention| mention.span);
        Places { table: table.places, mentions, votes }
    }
}

/// Whether a hit is two or three capitals, dotted or not, that only happen to spell a place's name ("UN",
/// "U.N." and the town of Un). Datelines are in capitals throughout.
fn are_initials(text: &str, document: &Document, hit: &Hit) -> bool {
    let words = hit.span.of(text);
    let letters = words.bytes().filter(|b| *b != b'.').count();
    let short = (2..=3).contains(&letters) && words.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    let known = hit.names.iter().any(|(kind, _)| matches!(kind, NameKind::Abbreviation | NameKind::Demonym));
    short
        && !known
        && !document.parts.iter().any(|p| p.kind == PartKind::Dateline && p.span.contains(hit.span))
}

/// Candidates kept on a mention.
const CANDIDATES: usize = 5;

/// The places spoken of, each once.
#[derive(Default)]
struct Table {
    numbers: BTreeMap<PlaceId, u32>,
    places: Vec<Place>,
}

impl Table {
    fn number(&mut self, gazetteer: &Gazetteer, place: PlaceId) -> u32 {
        *self.numbers.entry(place).or_insert_with(|| {
            self.places.push(gazetteer.place(place));
            self.places.len() as u32 - 1
        })
    }
}
