//! Writing an event down: its class, figures, places, content and title.

use super::assemble::{Teller, content_words};
use super::clause::{Kind, Line};
use super::reading::{Draft, Placed, Reading, subject};
use super::scene::{Scene, best};
use super::words::{self, Class};
use super::{Concept, Dating, Event, Figure, Signals, Status, Weights, figures, importance, title};
use crate::document::{PartKind, Shape, Token};
use crate::span::Span;
use crate::timex::TimexKind;

/// Words that open a clause and go when it stands alone.
const MARKERS: &[&str] = &[
    "after", "before", "when", "while", "as", "since", "because", "although", "though", "if", "unless",
    "until", "till", "once", "that", "which", "who", "where", "whereas", "and", "but", "or", "of", "then",
];

impl Teller<'_> {
    pub(super) fn figures(
        &self,
        reading: &Reading<'_>,
        tokens: &[usize],
        source: Option<Span>,
    ) -> Vec<Figure> {
        let line = reading.clauses.line;
        let kept = kept(line, tokens);
        let mut found = figures::find(self.text, &kept, &self.spans(reading.span));
        let as_of = reading.dates.iter().find(|d| {
            let at = d.tokens.start;
            at > 1 && line.is(at - 1, &["of"]) && line.is(at - 2, &["as"])
                || at > 0 && line.is(at - 1, &["by"])
        });
        for figure in &mut found {
            figure.source = source;
            figure.as_of = as_of.map(|d| self.interval(d.index));
        }
        found
    }

    pub(super) fn class(&self, reading: &Reading<'_>, unit: usize, tokens: &[usize]) -> Class {
        let clauses = &reading.clauses;
        let line = clauses.line;
        let named = |at: usize| {
            let token = line.tokens[at];
            self.places.mentions.iter().any(|m| m.span.overlaps(token.span))
                || self.actors.iter().any(|a| a.mentions.iter().any(|m| m.overlaps(token.span)))
        };
        let of = |at: usize| {
            if words::is_light(line.word(at)) || named(at) {
                Class::Other
            } else {
                words::class(&words::stem(line.word(at)))
            }
        };
        let verb =
            clauses.all[unit].verb.map(|verb| clauses.main_verb(verb)).filter(|verb| tokens.contains(verb));
        // who came to harm does not say by what: a noun may
        let by_verb = verb.map(of).filter(|class| *class != Class::Other);
        if by_verb == Some(Class::Harm) {
            let cause = tokens.iter().map(|at| of(*at));
            return cause
                .clone()
                .find(|class| matches!(class, Class::Violence | Class::Disaster))
                .unwrap_or(Class::Harm);
        }
        by_verb
            .or_else(|| tokens.iter().map(|at| of(*at)).find(|class| *class != Class::Other))
            .unwrap_or_default()
    }

    pub(super) fn content(&self, reading: &Reading<'_>, tokens: &[usize]) -> Vec<Concept> {
        let line = reading.clauses.line;
        let spans: Vec<Span> = tokens.iter().map(|at| line.tokens[*at].span).collect();
        let told = |span: Span| spans.iter().any(|token| token.overlaps(span));
        let mut concepts = Vec::new();
        let mut taken: Vec<Span> = self.spans(reading.span);
        for mention in self.places.mentions.iter().filter(|m| m.span.overlaps(reading.span) && told(m.span)) {
            if let Some(place) = best(mention).and_then(|place| self.places.table.get(place as usize)) {
                concepts.push(Concept::new(b'p', &place.id.to_le_bytes(), false));
                taken.push(mention.span);
            }
        }
        for actor in self.actors {
            if let Some(mention) = actor.mentions.iter().find(|m| m.overlaps(reading.span) && told(**m)) {
                let name = actor.name.rsplit(' ').next().unwrap_or(&actor.name).to_lowercase();
                concepts.push(Concept::new(b'a', name.as_bytes(), false));
                taken.push(*mention);
            }
        }
        for &at in tokens {
            let token = line.tokens[at];
            let word = line.word(at);
            let counts = word.chars().count() >= 3
                && !words::is_stop(word)
                && !words::is_auxiliary(word)
                && !words::is_speech(word);
            let wordy = !matches!(token.shape, Shape::Mark | Shape::Digits);
            if counts
                && wordy
                && !line.is_determiner(at)
                && !line.is_preposition(at)
                && !taken.iter().any(|t| t.overlaps(token.span))
            {
                let stem = words::stem(word);
                let concept = words::concept(&stem);
                let generic = words::is_generic(concept) || words::is_light(word);
                concepts.push(Concept::new(b'w', concept.as_bytes(), generic));
            }
        }
        crate::order::sort(&mut concepts);
        concepts.dedup();
        concepts
    }

    /// Where a draft happened: its places, scenes first, how many are scenes, and how they are known.
    pub(super) fn places(
        &self,
        reading: &Reading<'_>,
        draft: &Draft,
        class: Class,
    ) -> (Vec<u32>, u32, Scene) {
        let clauses = &reading.clauses;
        let of = |at: usize| draft.tokens.contains(&at);
        let (mut all, count) = self.scenes.stated(clauses, reading.span, &of);
        let told = |places: Vec<u32>, rest: Vec<u32>, scene: Scene| {
            let count = places.len() as u32;
            let mut places = places;
            places.extend(rest.into_iter().filter(|p| !places.contains(p)).collect::<Vec<_>>());
            (places, count, if count == 0 { Scene::Unknown } else { scene })
        };
        if draft.reporting {
            // where it was said: in the words of the saying, not in what was said
            let of_saying = |at: usize| {
                let owner = clauses.owner[at];
                let beside =
                    clauses.all[owner].parent == draft.clause && clauses.all[owner].kind == Kind::Beside;
                (owner == draft.clause || beside) && draft.tokens.contains(&at)
            };
            let behind = |at: usize| {
                // "concern over raids in Syria": what it is about
                let verb = clauses.all[draft.clause].verb.unwrap_or_default();
                let topic =
                    |i: usize| clauses.line.is(i, &["over", "about", "for", "against", "of", "that", "to"]);
                at > verb && (verb + 1..at).any(|i| clauses.owner[i] == clauses.owner[at] && topic(i))
            };
            let (mut said, count) =
                self.scenes.stated(clauses, reading.span, &|at| of_saying(at) && !behind(at));
            said.truncate(count);
            if !said.is_empty() {
                return told(said, all, Scene::Stated);
            }
            let (mut content, count) =
                self.scenes.stated(clauses, reading.span, &|at| of(at) && reading.is_said(draft.clause, at));
            content.truncate(count);
            let happening = !matches!(class, Class::Other | Class::Speech);
            if happening && draft.dating == Dating::Reported && !content.is_empty() {
                return told(content, all, Scene::Stated);
            }
            if all.is_empty() {
                all.extend(self.scenes.referred(clauses, &of));
            }
            let leads = Some(reading.number) == self.lead;
            let filed: Vec<u32> = self.scenes.filed().filter(|_| leads).into_iter().collect();
            return told(filed, all, Scene::Filed);
        }
        if count > 0 {
            let rest = all.split_off(count);
            return told(all, rest, Scene::Stated);
        }
        // "the port, where …": the noun stands right before
        let about = |at: usize| {
            let clause = &clauses.all[draft.clause];
            of(at) || clause.kind == Kind::Relative && at < clause.marker && at + 4 > clause.marker
        };
        if let Some(place) = self.scenes.referred(clauses, &about) {
            return told(vec![place], all, Scene::Referred);
        }
        // elsewhere in the sentence, but not in what is dated otherwise
        let other = |at: usize| {
            let owner = clauses.owner[at];
            let unit = reading.unit[owner];
            let own = reading.unit[draft.clause];
            let kin = unit == own
                || reading.is_above(unit, own)
                || clauses.all[owner].kind == Kind::Relative && reading.is_above(own, unit);
            if !kin {
                return false;
            }
            let dated =
                |d: &Placed| reading.unit[d.clause] == reading.unit[owner] && Some(d.index) != draft.date;
            !reading.dates.iter().any(dated) && !of(at)
        };
        let (mut around, count) = self.scenes.stated(clauses, reading.span, &other);
        if count > 0 && is_scenic(class) {
            around.truncate(count);
            return told(around, all, Scene::Sentence);
        }
        all.extend(around);
        told(Vec::new(), all, Scene::Unknown)
    }

    /// The words that say when: both ends of a stretch, a day with its hour.
    fn words_of(&self, index: usize) -> Option<Span> {
        /// Longest join of a day and its hour: ", at ".
        const JOIN: usize = 5;
        let date = self.dates.get(index)?;
        let last = self.dates.get(index + 1).filter(|_| date.value.through);
        let day = index.checked_sub(1).and_then(|before| self.dates.get(before)).filter(|day| {
            date.value.kind == TimexKind::Time
                && day.value.kind == TimexKind::Date
                && day.value.interval.map(|day| day.earliest) == date.value.interval.map(|time| time.earliest)
                && day.span.end() + JOIN >= date.span.start()
        });
        let span = day.map_or(date.span, |day| day.span.cover(date.span));
        Some(last.map_or(span, |last| span.cover(last.span)))
    }

    pub(super) fn write(&mut self, reading: &Reading<'_>, draft: &Draft) {
        let line = reading.clauses.line;
        let (Some(first), Some(last)) = (draft.tokens.iter().min(), draft.tokens.iter().max()) else {
            return;
        };
        let clause = line.span(*first, last + 1);
        let twin = |e: &Event| e.span == reading.span && e.when == draft.time.when && e.clause == clause;
        if self.events.iter().rev().take_while(|e| e.span == reading.span).any(twin) {
            return;
        }
        let class = self.class(reading, draft.clause, &draft.tokens);
        let class = if draft.reporting && class == Class::Other { Class::Speech } else { class };
        let figures = self.figures(reading, &draft.tokens, draft.source);
        let (places, scenes, scene) = self.places(reading, draft, class);
        let spans: Vec<Span> = draft.tokens.iter().map(|at| line.tokens[*at].span).collect();
        let told =
            |span: &Span| span.overlaps(reading.span) && spans.iter().any(|token| token.overlaps(*span));
        let named = self.actors.iter().enumerate().filter(|(_, a)| a.mentions.iter().any(told));
        let leads = Some(reading.number) == self.lead;
        let words = content_words(reading.span.of(self.text));
        let shared = words.intersection(&self.headline).count();
        let headline = self.document.headline().filter(|_| {
            leads
                && shared >= 2
                && !self.headline_used
                && !draft.phrase
                && self.headline_says == draft.reporting
        });
        let heading = match headline {
            // the lead tells what the headline is about: the wire's own title is the better one
            Some(headline) => {
                self.headline_used = true;
                title::shorten(headline.of(self.text), usize::MAX)
            }
            None => {
                let words: Vec<usize> = if draft.phrase {
                    draft.tokens.clone()
                } else {
                    let own = |at: &usize| {
                        let owner = &reading.clauses.all[reading.clauses.owner[*at]];
                        let marks = owner.marker == *at && line.is(*at, MARKERS);
                        // "as agreed" keeps its "as"
                        let agreed = line.is(*at, &["as"]) && owner.verb == Some(owner.marker + 1);
                        // "when war broke out, they fled" keeps its "when"
                        let heads = reading.clauses.owner[*at] == draft.clause;
                        owner.kind != Kind::Report
                            && *at >= reading.opening
                            && !(marks && heads && !agreed && Some(at) == draft.tokens.first())
                    };
                    let subject =
                        subject(reading, draft.clause).into_iter().filter(|at| *at >= reading.opening);
                    let told = draft.tokens.iter().copied().filter(own);
                    let clause = &reading.clauses.all[draft.clause];
                    // "the town, which she left": what she left stands behind
                    if clause.kind == Kind::Relative && line.is_pronoun(clause.marker + 1) {
                        told.chain(subject).collect()
                    } else {
                        subject.chain(told).collect()
                    }
                };
                let words = match words.len() {
                    // "the coastguard said": what it said belongs to it
                    0..=4 if draft.reporting => {
                        let said = (0..line.len()).filter(|at| reading.is_said(draft.clause, *at));
                        words.into_iter().chain(said).collect()
                    }
                    _ => words,
                };
                let tokens = kept(line, &words);
                let date = draft.date.and_then(|index| self.words_of(index));
                title::of(self.text, &tokens, date.filter(|_| !draft.phrase), reading.span)
            }
        };
        let signals = self.signals(reading, draft, &figures, shared);
        let event = Event {
            span: reading.span,
            clause,
            title: heading,
            when: draft.time.when,
            edtf: draft.time.edtf.clone(),
            date: draft.date.map(|index| index as u32),
            dating: draft.dating,
            inferred: draft.inferred,
            reporting: draft.reporting,
            status: draft.status,
            class,
            places,
            scenes,
            scene,
            actors: named.map(|(index, _)| index as u32).collect(),
            source: draft.source,
            figures,
            content: self.content(
                reading,
                &subject(reading, draft.clause).into_iter().chain(draft.tokens.clone()).collect::<Vec<_>>(),
            ),
            importance: Weights::default().of(&signals),
            signals,
        };
        self.events.push(event);
    }

    pub(super) fn signals(
        &self,
        reading: &Reading<'_>,
        draft: &Draft,
        figures: &[Figure],
        shared: usize,
    ) -> Signals {
        let depth = reading.number.saturating_sub(self.lead.unwrap_or_default());
        let position = match reading.part {
            PartKind::Headline => 1.0,
            PartKind::Caption => 0.4,
            PartKind::FilePhoto => 0.3,
            _ => 1.0 / (1.0 + depth as f32 / 4.0),
        };
        let substance = match draft.status {
            Status::Happened if draft.reporting => 0.4,
            Status::Happened if draft.phrase => 0.7,
            Status::Happened => 1.0,
            Status::Claimed => 0.8,
            Status::Planned => 0.5,
            Status::Denied => 0.4,
            Status::Hypothetical => 0.2,
        };
        let fate = figures.iter().any(|f| is_fate(&f.unit));
        Signals {
            headline: (shared as f32 / self.headline.len().max(1) as f32).min(1.0),
            position,
            figures: if fate {
                1.0
            } else if figures.is_empty() {
                0.0
            } else {
                0.5
            },
            precision: importance::precision(draft.time.when.grain) * draft.dating.certainty(),
            substance,
            tellings: 0.0,
        }
    }
}

/// The tokens, without the commas beside what is left out between them: those end nothing.
fn kept(line: Line<'_>, tokens: &[usize]) -> Vec<Token> {
    let beside = |i: usize, at: usize| {
        i.checked_sub(1).is_some_and(|b| tokens[b] + 1 != at)
            || tokens.get(i + 1).is_some_and(|next| *next != at + 1)
    };
    let kept = tokens.iter().enumerate().filter(|(i, at)| !(beside(*i, **at) && line.word(**at) == ","));
    kept.map(|(_, at)| line.tokens[*at]).collect()
}

/// Whether a kind of event has a spot: what people say and decide has none.
pub(super) fn is_scenic(class: Class) -> bool {
    matches!(class, Class::Violence | Class::Disaster | Class::Harm | Class::Flight | Class::Control)
}

pub(super) fn is_fate(unit: &str) -> bool {
    matches!(
        unit,
        "killed"
            | "wounded"
            | "displaced"
            | "missing"
            | "arrested"
            | "casualties"
            | "rescued"
            | "stranded"
            | "expelled"
            | "infected"
            | "destroyed"
            | "sanctioned"
    )
}
