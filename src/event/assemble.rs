//! From the clauses of a document's sentences to its events.

use super::clause::{Clauses, Kind, Line};
use super::entry::{Entry, entries, numbering};
use super::reading::{Draft, Placed, Reading, source, units};
use super::scene::{Scene, Scenes};
use super::telling::{is_fate, is_scenic};
use super::time::{self, Time};
use super::words::{self, Class};
use super::{Concept, Dating, Event, Status, nominal, status};
use crate::actor::Actor;
use crate::document::{Document, Language, PartKind, Sentence};
use crate::span::Span;
use crate::timex::anchor::{Anchor, AnchorSource};
use crate::timex::{Basis, Dated, Day, Grain, Mention, TimexKind, is_english_past};
use crate::toponym::{Places, Role};
use std::collections::BTreeSet;
use std::ops::Range;

/// How much a clause without a date must tell to be an event; see [`Teller::strength`].
const STRONG: u32 = 3;
/// How much a sentence without a date must tell to be an event of the diary's day, if it is not the day's first.
const NOTED: u32 = 2;
/// How many sentences the time of an event reaches on to others that have none.
const REACH: usize = 4;
/// A date so many days before the publication is no longer the news' own.
const RECENT: i32 = 3;

/// Assembles the events of one document, in the order told.
#[must_use]
pub fn assemble(
    text: &str,
    document: &Document,
    dates: &[Mention<Dated>],
    anchor: &Anchor,
    places: &Places,
    actors: &[Actor],
) -> Vec<Event> {
    let headline = document.headline();
    let mut teller = Teller {
        text,
        document,
        dates,
        places,
        actors,
        published: anchor.date.map(|date| date.latest),
        guessed: anchor.how == AnchorSource::Inferred,
        scenes: Scenes::new(text, document, places),
        lead: document.sentences.iter().position(|s| document.part_of(s) == PartKind::Body),
        headline: headline.map_or_else(BTreeSet::new, |h| content_words(h.of(text))),
        headline_says: headline.is_some_and(|h| h.of(text).split_whitespace().any(words::is_saying)),
        headline_used: false,
        entries: entries(text, document, dates),
        told: Vec::new(),
        events: Vec::new(),
    };
    for (number, sentence) in document.sentences.iter().enumerate() {
        if tells(document.part_of(sentence)) {
            teller.sentence(number, sentence);
        }
    }
    teller.share_scenes();
    teller.events
}

/// Whether a part tells of something that happened.
fn tells(part: PartKind) -> bool {
    matches!(part, PartKind::Headline | PartKind::Caption | PartKind::FilePhoto | PartKind::Body)
}

/// Words of four letters and more in lower case: enough to tell whether two lines speak of the same.
pub(super) fn content_words(words: &str) -> BTreeSet<String> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() >= 4).map(words::stem).collect()
}

/// An event told a moment ago.
struct Told {
    pub(super) sentence: usize,
    pub(super) time: Time,
    pub(super) date: Option<u32>,
    pub(super) concepts: Vec<String>,
    pub(super) content: Vec<Concept>,
    class: Class,
    pub(super) main: bool,
    pub(super) inferred: bool,
}

pub(super) struct Teller<'d> {
    pub(super) text: &'d str,
    pub(super) document: &'d Document,
    pub(super) dates: &'d [Mention<Dated>],
    pub(super) places: &'d Places,
    pub(super) actors: &'d [Actor],
    pub(super) published: Option<Day>,
    pub(super) guessed: bool,
    pub(super) scenes: Scenes<'d>,
    pub(super) lead: Option<usize>,
    pub(super) headline: BTreeSet<String>,
    pub(super) headline_says: bool,
    pub(super) headline_used: bool,
    entries: Vec<Entry>,
    told: Vec<Told>,
    pub(super) events: Vec<Event>,
}

impl Teller<'_> {
    fn sentence(&mut self, number: usize, sentence: &Sentence) {
        let last = self.entries.partition_point(|entry| entry.sentence <= number);
        let entry = last.checked_sub(1).and_then(|at| self.entries.get(at)).copied();
        let heads = entry.filter(|entry| entry.sentence == number);
        if heads.is_some_and(|entry| entry.alone) {
            return;
        }
        let tokens = self.document.tokens_of(sentence);
        let line = Line { text: self.text, tokens };
        let spans = self.spans(sentence.span);
        let english = self.document.language == Language::English;
        // a caption's date is of all it shows
        let caption = matches!(self.document.part_of(sentence), PartKind::Caption | PartKind::FilePhoto);
        let english = english && !caption;
        let clauses = if english { Clauses::read(line, &spans) } else { Clauses::whole(line) };
        let mut reading = Reading {
            number,
            span: sentence.span,
            part: self.document.part_of(sentence),
            clauses,
            dates: Vec::new(),
            unit: Vec::new(),
            phrases: Vec::new(),
            opening: heads
                .map_or_else(|| numbering(self.text, self.document, sentence), |entry| entry.behind),
        };
        self.place_dates(&mut reading, english);
        reading.unit = units(&reading);
        let from = self.events.len();
        self.dated(&reading);
        let dated = self.events.len();
        if english && reading.part != PartKind::Headline {
            self.undated(&reading, dated > from);
        }
        let silent = self.events.len() == from && reading.part == PartKind::Body;
        if let Some(entry) = entry.filter(|_| silent) {
            self.entered(&reading, entry);
        }
        crate::order::sort_by_key(&mut self.events[from..], |event| {
            (event.clause.start(), event.when.earliest)
        });
        self.remember(&reading, from);
    }

    /// The spans of the dates of one sentence; dates ascend.
    pub(super) fn spans(&self, sentence: Span) -> Vec<Span> {
        let from = self.dates.partition_point(|d| d.span.end() <= sentence.start());
        self.dates[from..].iter().map(|d| d.span).take_while(|d| d.start() < sentence.end()).collect()
    }

    /// Gives every date on the calendar to its clause, or to its noun.
    fn place_dates(&self, reading: &mut Reading<'_>, english: bool) {
        let from = self.dates.partition_point(|d| d.span.end() <= reading.span.start());
        for (index, date) in self.dates.iter().enumerate().skip(from) {
            if date.span.start() >= reading.span.end() {
                break;
            }
            let (Some(when), Some(edtf)) = (date.value.interval, &date.value.edtf) else { continue };
            let through = index.checked_sub(1).is_some_and(|first| self.dates[first].value.through);
            if !matches!(date.value.kind, TimexKind::Date | TimexKind::Time) || through {
                continue;
            }
            let line = reading.clauses.line;
            let Some(start) = line.tokens.iter().position(|t| t.span.overlaps(date.span)) else { continue };
            let end = line.tokens.iter().rposition(|t| t.span.overlaps(date.span)).unwrap_or(start) + 1;
            let time = Time { when, edtf: edtf.clone() };
            let time = if english { time::led(line, start, &time, self.published) } else { time };
            let clause = reading.clauses.owner.get(start).copied().unwrap_or_default();
            let phrase = if english { nominal::phrase(&reading.clauses, start..end) } else { None };
            // the subject of its clause: what the clause tells is then
            let subject = phrase.as_ref().is_some_and(|phrase| {
                let verb = reading.clauses.all[clause].verb;
                verb.is_some_and(|v| v >= phrase.end) && !reading.clauses.reports(clause)
            });
            let phrase = phrase.filter(|_| !subject);
            reading.phrases.extend(phrase.clone());
            reading.dates.push(Placed { index, tokens: start..end, clause, phrase, time });
        }
    }

    /// The events of a sentence that have a date of their own.
    fn dated(&mut self, reading: &Reading<'_>) {
        let mut seen: Vec<(usize, Time)> = Vec::new();
        for date in &reading.dates {
            if let Some(phrase) = &date.phrase {
                self.phrase_event(reading, date, phrase.clone());
                continue;
            }
            let unit = reading.unit[date.clause];
            // what a finer date of the same unit already says
            let finer = |other: &Placed| {
                other.index != date.index
                    && other.phrase.is_none()
                    && reading.unit[other.clause] == unit
                    && date.time.when.earliest <= other.time.when.earliest
                    && other.time.when.latest <= date.time.when.latest
                    && (date.time.when.grain > other.time.when.grain
                        || date.time.when.grain == other.time.when.grain && other.index < date.index)
            };
            if reading.dates.iter().any(finer) || seen.contains(&(unit, date.time.clone())) {
                continue;
            }
            seen.push((unit, date.time.clone()));
            let clauses = &reading.clauses;
            let own = clauses.all.iter().enumerate().filter(|(c, _)| reading.unit[*c] == unit);
            let tail = own.clone().find(|(c, told)| told.kind == Kind::Report && *c != unit).map(|(c, _)| c);
            let by_report =
                tail.filter(|tail| *tail == date.clause || clauses.all[date.clause].parent == *tail);
            let reporting = by_report.is_some() || clauses.reports(unit);
            let content = own.clone().any(|(_, told)| told.kind == Kind::Content) || by_report.is_some();
            let ahead = self.published.is_some_and(|day| date.time.when.earliest > day);
            let dating = match () {
                () if reporting && content => Dating::Reported,
                () if date.time.when != self.interval(date.index) => Dating::Bounded,
                () => Dating::Stated,
            };
            let told = if by_report.is_some() {
                Status::Happened
            } else {
                status::of(clauses, date.clause, true, ahead)
            };
            self.write(
                reading,
                &Draft {
                    tokens: reading.tokens(unit, reporting),
                    clause: by_report.unwrap_or(unit),
                    time: date.time.clone(),
                    date: Some(date.index),
                    dating,
                    reporting,
                    status: told,
                    phrase: false,
                    source: source(reading, unit),
                    inferred: self.is_inferred(date.index),
                },
            );
        }
    }

    pub(super) fn interval(&self, index: usize) -> crate::timex::Interval {
        self.dates
            .get(index)
            .and_then(|date| date.value.interval)
            .unwrap_or(crate::timex::Interval::day(Day::from_number(0)))
    }

    fn is_inferred(&self, index: usize) -> bool {
        self.dates.get(index).is_some_and(|date| date.value.basis == Basis::Anchor) && self.guessed
    }

    /// "the 9 May collision that killed two": the noun is the event.
    fn phrase_event(&mut self, reading: &Reading<'_>, date: &Placed, phrase: Range<usize>) {
        let clauses = &reading.clauses;
        // "until the end of the following year's season": no event, but how long another went on
        let bounded = date.time.when != self.interval(date.index);
        if bounded || !phrase.clone().any(|at| nominal::names_event(clauses, at) != Class::Other) {
            return;
        }
        // what "in which …", "that …" right behind tells of it
        let relative = clauses.all.iter().position(|clause| {
            clause.kind == Kind::Relative && (phrase.end..phrase.end + 3).contains(&clause.marker)
        });
        let mut tokens: Vec<usize> = phrase.clone().collect();
        if let Some(relative) = relative.filter(|r| reading.dates.iter().all(|d| d.clause != *r)) {
            tokens.extend(clauses.tokens_of(relative));
        }
        let ahead = self.published.is_some_and(|day| date.time.when.earliest > day);
        self.write(
            reading,
            &Draft {
                tokens,
                clause: date.clause,
                time: date.time.clone(),
                date: Some(date.index),
                dating: Dating::Stated,
                reporting: false,
                status: if ahead { Status::Planned } else { Status::Happened },
                phrase: true,
                source: None,
                inferred: self.is_inferred(date.index),
            },
        );
    }

    /// The events of a sentence that have no date: what tells much takes its time from around.
    fn undated(&mut self, reading: &Reading<'_>, beside_dated: bool) {
        let clauses = &reading.clauses;
        let dated_unit =
            |unit: usize| reading.dates.iter().any(|d| d.phrase.is_none() && reading.unit[d.clause] == unit);
        let leads = Some(reading.number) == self.lead;
        for unit in 0..clauses.all.len() {
            let absorbed = clauses.all[unit].kind == Kind::Relative
                && reading.phrases.iter().any(|p| (p.end..p.end + 3).contains(&clauses.all[unit].marker));
            if reading.unit[unit] != unit
                || dated_unit(unit)
                || absorbed
                || clauses.all[unit].kind == Kind::Report
            {
                continue;
            }
            let Some(verb) = clauses.all[unit].verb.filter(|verb| self.is_past(clauses, *verb)) else {
                continue;
            };
            let reporting = clauses.reports(unit);
            let has_content = clauses.all.iter().any(|c| c.kind == Kind::Content && c.parent == unit);
            // the lead's saying is the news; other sayings are only a frame
            let pronoun = clauses.line.is(verb.wrapping_sub(1), &["it", "they", "he", "she", "we"]);
            let says = words::is_saying(clauses.line.word(clauses.main_verb(verb)));
            if reporting && (has_content || says) && !leads {
                continue;
            }
            let told = match status::of(clauses, unit, false, false) {
                Status::Claimed if reporting => Status::Happened,
                told => told,
            };
            if !matches!(told, Status::Happened | Status::Claimed) {
                continue;
            }
            let tokens = reading.tokens(unit, false);
            let strength =
                self.strength(reading, unit, &tokens, beside_dated) + u32::from(pronoun && beside_dated);
            let strong = strength >= STRONG || leads && unit == 0;
            if !strong {
                continue;
            }
            let Some((time, dating, date, inferred)) = self.time_of(reading, unit, verb, &tokens) else {
                continue;
            };
            self.write(
                reading,
                &Draft {
                    tokens,
                    clause: unit,
                    time,
                    date,
                    dating,
                    reporting,
                    status: told,
                    phrase: false,
                    source: source(reading, unit),
                    inferred,
                },
            );
        }
    }

    /// What stands below a diary's date without one of its own: its first sentence, and others that tell much.
    fn entered(&mut self, reading: &Reading<'_>, entry: Entry) {
        let tokens: Vec<usize> =
            reading.tokens(0, false).into_iter().filter(|at| *at >= reading.opening).collect();
        let body = |s: &Sentence| self.document.part_of(s) == PartKind::Body;
        let between = self.document.sentences.get(entry.sentence + usize::from(entry.alone)..reading.number);
        let first = !between.is_some_and(|sentences| sentences.iter().any(body));
        if tokens.is_empty() || !first && self.strength(reading, 0, &tokens, false) < NOTED {
            return;
        }
        let Some((when, edtf)) =
            self.dates.get(entry.date).and_then(|date| date.value.interval.zip(date.value.edtf.clone()))
        else {
            return;
        };
        let ahead = self.published.is_some_and(|day| when.earliest > day);
        self.write(
            reading,
            &Draft {
                tokens,
                clause: 0,
                time: Time { when, edtf },
                date: Some(entry.date),
                dating: Dating::Told,
                reporting: reading.clauses.reports(0),
                status: status::of(&reading.clauses, 0, true, ahead),
                phrase: false,
                source: source(reading, 0),
                inferred: self.is_inferred(entry.date),
            },
        );
    }

    /// Whether a verb group tells of the past: "fled", "was hit", "has been closing in".
    fn is_past(&self, clauses: &Clauses<'_>, verb: usize) -> bool {
        let line = clauses.line;
        let word = line.word(verb);
        !words::is_auxiliary(word) && is_english_past(word)
            || line.is(verb, &["was", "were", "had", "has", "have", "did"])
    }

    /// How much a unit tells: people's fate 2, other figures 1; a scene of its own, a kind of event, somebody who
    /// acts, a place near the lead, the headline's words, a dated neighbour in the sentence 1 each.
    fn strength(&self, reading: &Reading<'_>, unit: usize, tokens: &[usize], beside_dated: bool) -> u32 {
        let clauses = &reading.clauses;
        let line = clauses.line;
        let figures = self.figures(reading, tokens, None);
        let human = figures.iter().any(|f| is_fate(&f.unit));
        let own = |at: usize| tokens.contains(&at);
        let scene = self.scenes.stated(clauses, reading.span, &own).1 > 0
            || self.scenes.referred(clauses, &own).is_some();
        let class = self.class(reading, unit, tokens);
        let verb = clauses.all[unit].verb.unwrap_or_default();
        let acts =
            |span: Span| tokens.iter().any(|at| line.tokens[*at].span.overlaps(span) && *at < verb + 4);
        let actor =
            self.actors.iter().any(|a| a.mentions.iter().any(|m| m.overlaps(reading.span) && acts(*m)))
                || self.places.mentions.iter().any(|m| {
                    matches!(m.role, Role::Metonym | Role::Demonym)
                        && m.span.overlaps(reading.span)
                        && acts(m.span)
                });
        let depth = reading.number.saturating_sub(self.lead.unwrap_or_default());
        let words = tokens.iter().filter(|at| self.headline.contains(&words::stem(line.word(**at)))).count();
        [
            2 * u32::from(human),
            u32::from(!human && !figures.is_empty()),
            u32::from(scene),
            u32::from(!matches!(class, Class::Other | Class::Speech)),
            u32::from(actor),
            u32::from(depth <= 2 && reading.part == PartKind::Body),
            u32::from(words >= 2),
            u32::from(beside_dated),
        ]
        .iter()
        .sum()
    }

    /// The time of a unit without a date: bounds that the sentence gives, or the time told before.
    fn time_of(
        &self,
        reading: &Reading<'_>,
        unit: usize,
        verb: usize,
        tokens: &[usize],
    ) -> Option<(Time, Dating, Option<usize>, bool)> {
        let clauses = &reading.clauses;
        let line = clauses.line;
        let kind = clauses.all[unit].kind;
        let parent = reading.unit[clauses.all[unit].parent];
        let beside = reading.dates.iter().find(|d| d.phrase.is_none() && reading.unit[d.clause] == parent);
        let near =
            beside.or_else(|| reading.dates.iter().rfind(|d| d.tokens.end <= verb)).or(reading.dates.first());
        // "four were rescued before the ship sank on June 9": what the adverbial clause dates
        let child = reading.dates.iter().find(|d| {
            let clause = &clauses.all[d.clause];
            d.phrase.is_none() && clause.parent == unit && matches!(clause.kind, Kind::Before | Kind::After)
        });
        if let Some(child) = child {
            let inferred = self.is_inferred(child.index);
            return Some(match clauses.all[child.clause].kind {
                Kind::Before => (child.time.clone(), Dating::Told, Some(child.index), inferred),
                _ => (child.time.since(self.published), Dating::Bounded, Some(child.index), inferred),
            });
        }
        if Some(reading.number) == self.lead && unit == 0 {
            let day = self.published?;
            return Some((Time::stretch(day, day, Grain::Day), Dating::Published, None, self.guessed));
        }
        if line.is(verb, &["has", "have"]) {
            return self.lasting(reading).map(|time| (time, Dating::Bounded, None, self.guessed));
        }
        if let Some(date) = near {
            let inferred = self.is_inferred(date.index);
            let bounded = |time: Time| Some((time, Dating::Bounded, Some(date.index), inferred));
            return match kind {
                Kind::After if beside.is_some() => bounded(date.time.before()),
                Kind::Before if beside.is_some() => bounded(date.time.since(self.published)),
                Kind::Coordinate if date.phrase.is_some() || clauses.reports(parent) => {
                    bounded(date.time.since(self.published))
                }
                Kind::Relative if line.is(verb, &["had"]) => bounded(date.time.before()),
                Kind::Relative | Kind::Content | Kind::Coordinate if date.phrase.is_none() => {
                    Some((date.time.clone(), Dating::Told, Some(date.index), inferred))
                }
                _ => None,
            };
        }
        let recent = self.told.iter().rev().take_while(|told| told.sentence + REACH >= reading.number);
        let concepts = nominal::concepts(clauses, tokens.iter().copied());
        let same = recent.clone().find(|told| told.concepts.iter().any(|c| concepts.contains(c)));
        let follows = tokens.iter().any(|at| {
            line.is(
                *at,
                &[
                    "prompted",
                    "triggered",
                    "provoked",
                    "responded",
                    "retaliated",
                    "sparked",
                    "followed",
                    "response",
                    "retaliation",
                ],
            )
        });
        let class = self.class(reading, unit, tokens);
        let alike = || recent.clone().find(|told| is_scenic(class) && is_scenic(told.class));
        let main = || recent.clone().find(|told| told.main);
        let Some(told) = same.filter(|_| !follows).or_else(alike).or_else(main) else {
            return self.so_far();
        };
        let content = self.content(reading, tokens);
        let near = told.sentence + 1 >= reading.number;
        let same_paragraph = near && self.paragraph(reading.number) == self.paragraph(told.sentence);
        let points = line.is(0, &["it", "they", "he", "she", "this", "these", "those", "that"]);
        let looks_back =
            tokens.iter().any(|at| line.is(*at, &["last", "previous", "earlier", "former", "past"]));
        let fate = self.figures(reading, tokens, None).iter().any(|f| is_fate(&f.unit));
        let linked = !looks_back && (same_paragraph || near && (points || fate))
            || content.iter().any(|c| !c.is_generic() && told.content.binary_search(c).is_ok());
        if same.is_none() && !linked {
            return self.so_far();
        }
        let date = told.date.map(|date| date as usize);
        let past = self.published.is_some_and(|day| told.time.when.latest.number() + RECENT < day.number());
        if follows || past && same.is_none() {
            return Some((told.time.since(self.published), Dating::Bounded, date, told.inferred));
        }
        Some((told.time.clone(), Dating::Told, date, told.inferred))
    }

    fn paragraph(&self, sentence: usize) -> Option<u32> {
        self.document.sentences.get(sentence).map(|s| s.paragraph)
    }

    /// Before the publication, and no more is known.
    fn so_far(&self) -> Option<(Time, Dating, Option<usize>, bool)> {
        let day = self.published?;
        Some((Time::stretch(time::beginning(), day, Grain::Day), Dating::Bounded, None, self.guessed))
    }

    /// What "has been going on": up to the publication, from a length that the sentence tells.
    fn lasting(&self, reading: &Reading<'_>) -> Option<Time> {
        let until = self.published?;
        let lengths = self
            .dates
            .iter()
            .filter(|d| d.span.overlaps(reading.span) && d.value.kind == TimexKind::Duration);
        let days = lengths.filter_map(|d| time::length(&d.value.value)).max();
        let from = days.filter(|days| *days > 6).map_or_else(time::beginning, |days| until.plus(-days));
        let grain = match days {
            Some(days) if days >= 3650 => Grain::Decade,
            Some(days) if days >= 300 => Grain::Year,
            Some(days) if days >= 28 => Grain::Month,
            _ => Grain::Day,
        };
        let mut time = match days {
            Some(days) if days > 6 => time::roughly(from, until, grain),
            _ => Time::stretch(from, until, grain),
        };
        time.when.whole = days.is_some();
        Some(time)
    }

    /// Keeps what later sentences may take their time from.
    fn remember(&mut self, reading: &Reading<'_>, from: usize) {
        if reading.part != PartKind::Body {
            return;
        }
        let line = reading.clauses.line;
        for event in self.events.iter().skip(from) {
            let certain = matches!(event.dating, Dating::Stated | Dating::Reported | Dating::Published);
            if !certain || event.status != Status::Happened {
                continue;
            }
            let inside = (0..line.len()).filter(|at| event.clause.contains(line.tokens[*at].span));
            let phrase =
                reading.phrases.iter().any(|p| line.span(p.start, p.end).start() == event.clause.start());
            let first = (0..line.len()).find(|at| event.clause.contains(line.tokens[*at].span));
            let owner = first.and_then(|at| reading.clauses.owner.get(at));
            let of_content = owner.is_some_and(|owner| reading.clauses.all[*owner].kind == Kind::Content);
            self.told.push(Told {
                sentence: reading.number,
                time: Time { when: event.when, edtf: event.edtf.clone() },
                date: event.date,
                concepts: nominal::concepts(&reading.clauses, inside),
                content: event.content.clone(),
                class: event.class,
                main: !phrase && (event.reporting || !of_content),
                inferred: event.inferred,
            });
        }
    }

    /// An event without a scene takes that of another of the document at the same time that tells of the same kind
    /// of thing; else, for what people did to people, what the document is about.
    fn share_scenes(&mut self) {
        let found: Vec<Option<(Vec<u32>, Scene)>> =
            self.events.iter().map(|event| self.scene_of_others(event)).collect();
        for (event, found) in self.events.iter_mut().zip(found) {
            if let Some((places, scene)) = found {
                event.scenes = places.len() as u32;
                event.places.retain(|place| !places.contains(place));
                event.places.splice(0..0, places);
                event.scene = scene;
            }
        }
    }

    fn scene_of_others(&self, event: &Event) -> Option<(Vec<u32>, Scene)> {
        if event.scenes > 0 || event.reporting {
            return None;
        }
        let shares = |other: &&Event| {
            other.scene == Scene::Stated
                && other.when.earliest == event.when.earliest
                && other.when.latest == event.when.latest
                && other.content.iter().any(|concept| event.content.binary_search(concept).is_ok())
                && (other.class == event.class
                    || other.class == Class::Other
                    || is_scenic(other.class) && is_scenic(event.class))
        };
        if let Some(other) = self.events.iter().find(shares) {
            return Some((other.scenes().to_vec(), Scene::Told));
        }
        let here = matches!(
            event.class,
            Class::Violence | Class::Disaster | Class::Harm | Class::Flight | Class::Control
        );
        let focus = self.scenes.focus().filter(|_| here && event.dating != Dating::Published)?;
        Some((vec![focus], Scene::Focus))
    }
}
