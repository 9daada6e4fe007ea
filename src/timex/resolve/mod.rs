//! Counts: a recognised expression and a publication day become a value with bounds.
//!
//! News reads what has no year, month or week of its own from the publication day and the tense around
//! it, a message likewise but looking ahead; a narrative, and a document whose publication day is unknown, from the date told last. What
//! neither gives stays underspecified (`XXXX-WXX-2`) and off the calendar.

mod calendar;
mod hour;
mod report;
mod stamp;
mod story;
mod write;

use super::anchor::Anchor;
use super::pattern::Line;
use super::rules::{self, Tense};
use super::value::{
    From, Interval, LengthUnit, Offset, PartialDate, Reference, Refusal, Step, TimexValue, YearPart, Years,
};
use super::{Basis, Dated, Day, Grain, Mention, Modifier, Timex, zone};
use super::{century, order};
use crate::document::{Document, PartKind, TextKind};
use crate::span::Span;
use calendar::Stretch;
use report::Report;
use std::borrow::Cow;
use story::{Standing, Story, Told};

/// Resolves one document's mentions against its publication day: as many as `mentions`, in the same order.
#[must_use]
pub fn resolve(
    text: &str,
    document: &Document,
    mentions: &[Mention<Timex>],
    anchor: &Anchor,
    kind: TextKind,
) -> Vec<Mention<Dated>> {
    let written = anchor.date.map(|day| day.earliest.date().year()).filter(|year| century::is_old(*year));
    let mut mentions = Cow::Borrowed(mentions);
    if written.is_some() {
        century::decide(text, mentions.to_mut(), written);
    }
    let mentions = mentions.as_ref();
    let said = story::with_eras(mentions);
    let years = said
        .iter()
        .map(|timex| match timex.value {
            TimexValue::Calendar(PartialDate { year: Some(Years::Year(year)), .. }) => Some(year),
            _ => None,
        })
        .collect();
    let anchor = anchor.date.map(|d| d.earliest);
    let mut resolver = Resolver {
        anchor,
        kind,
        story: Story::default(),
        aside: None,
        opened: false,
        sentence: None,
        stamp: None,
        report: Report::default(),
        years,
    };
    let mut tenses = Tenses { text, document, line: None };
    // the day on which a letter was written that this one quotes
    let mut quoted = None;
    let mut dated: Vec<Mention<Dated>> = mentions
        .iter()
        .zip(&said)
        .enumerate()
        .map(|(index, (mention, timex))| {
            let evening = hour::in_second_half(text, document, mentions, index);
            let timex = evening.as_ref().unwrap_or(timex);
            let at = document.sentences.partition_point(|s| s.span.end() <= mention.span.start());
            let sentence = document.sentences.get(at);
            let tense = if asks_tense(&mention.value.value) {
                tenses.around(at, mention.span)
            } else {
                Tense::Unsaid
            };
            // what a message leaves unsaid is mostly a plan
            let tense = match (kind, tense) {
                (TextKind::Message, Tense::Unsaid) => Tense::Future,
                (_, tense) => tense,
            };
            let standing = match sentence {
                Some(s) if kind == TextKind::Narrative => story::standing(text, document, s, mention.span),
                _ => Standing::Course,
            };
            let begun = index.checked_sub(1).filter(|&first| {
                mentions[first].value.through && bare_weekday(&mentions[first].value).is_some()
            });
            if kind != TextKind::Message {
                resolver.stamp = quoted.filter(|_| stamp::line_of(text, mention.span).starts_with('>'));
            }
            let found =
                begun.and_then(|first| resolver.end_behind(first, at, timex, tense)).unwrap_or_else(|| {
                    match hour::day_behind(text, document, mentions, index) {
                        Some(day) => {
                            let tense = tenses.around(at, mentions[day].span);
                            resolver.one(&said[day], &mentions[day].rule, tense, at).at_time_of(timex)
                        }
                        None => resolver.one(timex, &mention.rule, tense, at),
                    }
                });
            if kind == TextKind::Message && stamp::opens_line(text, mention.span) {
                resolver.stamp = stamp::day_of(timex, &found, index).or(resolver.stamp);
            }
            if stamp::heads_quote(text, mention.span) {
                quoted = stamp::day_of(timex, &found, index).or(quoted);
            }
            resolver.report.note(index, timex, &mention.rule, tense, &found, resolver.anchor);
            let part = sentence.map_or(PartKind::Body, |s| document.part_of(s));
            resolver.remember(part, standing, index, at, timex, &found);
            Mention {
                span: mention.span,
                rule: mention.rule.clone(),
                strength: mention.strength,
                value: dated(mention.span.of(text), timex, found),
            }
        })
        .collect();
    reach(&mut dated);
    dated
}

/// The weekday of a date that says nothing else.
fn bare_weekday(timex: &Timex) -> Option<u8> {
    match timex.value {
        TimexValue::Calendar(date) => date
            .weekday
            .filter(|&weekday| date == PartialDate { weekday: Some(weekday), ..PartialDate::default() }),
        _ => None,
    }
}

/// Whether the tense around an expression can matter to its value.
fn asks_tense(value: &TimexValue) -> bool {
    match value {
        TimexValue::Calendar(date) => date.year.is_none(),
        TimexValue::Relative(offset) => {
            matches!(offset.step, Step::Weekday(_) | Step::Weekend | Step::Turn(_))
        }
        _ => false,
    }
}

/// Reads tenses; keeps the words of the last sentence asked for.
struct Tenses<'a> {
    text: &'a str,
    document: &'a Document,
    line: Option<(usize, Line<'a>)>,
}

impl<'a> Tenses<'a> {
    /// The tense around the words of `span` in the sentence of that number.
    fn around(&mut self, sentence: usize, span: Span) -> Tense {
        let Some(found) = self.document.sentences.get(sentence) else { return Tense::Unsaid };
        if self.line.as_ref().is_none_or(|(number, _)| *number != sentence) {
            let grammar = rules::grammar(self.document.language);
            let (number, line) =
                self.line.get_or_insert_with(|| (sentence, Line::new(grammar, self.text, false)));
            *number = sentence;
            line.read(self.document.tokens_of(found));
        }
        self.line.as_ref().map_or(Tense::Unsaid, |(_, line)| {
            let first = line.tokens.partition_point(|t| t.span.end() <= span.start());
            let last = line.tokens.partition_point(|t| t.span.start() < span.end());
            (line.grammar.tense)(line, first, last)
        })
    }
}

/// The first end of a stretch reaches to the last: "from March to May 1848".
fn reach(dated: &mut [Mention<Dated>]) {
    for first in 0..dated.len() {
        if !dated[first].value.through {
            continue;
        }
        let last = dated.get(first + 1).map(|m| (m.value.interval, m.value.edtf.clone()));
        let begin = &mut dated[first].value;
        match (begin.interval, last, &begin.edtf) {
            (Some(from), Some((Some(to), Some(end))), Some(start)) if from.earliest <= to.earliest => {
                begin.edtf = Some(format!("{}/{}", ends(start).0, ends(&end).1));
                begin.interval = Some(Interval {
                    latest: to.latest.max(from.latest),
                    grain: from.grain.max(to.grain),
                    approximate: from.approximate || to.approximate,
                    whole: true,
                    ..from
                });
            }
            _ => begin.through = false,
        }
    }
}

/// The two sides of an EDTF interval; a date is both.
fn ends(edtf: &str) -> (&str, &str) {
    edtf.split_once('/').unwrap_or((edtf, edtf))
}

/// A value on its way: the stretch of the calendar it names, or what stands in its place.
pub(super) struct Found {
    value: String,
    stretch: Option<Stretch>,
    basis: Basis,
    warning: Option<String>,
}

impl Found {
    fn bare(value: String) -> Self {
        Self { value, stretch: None, basis: Basis::Explicit, warning: None }
    }

    fn unknown(value: String) -> Self {
        Self { basis: Basis::None, ..Self::bare(value) }
    }

    /// The time of day that `timex` tells on this day.
    fn at_time_of(self, timex: &Timex) -> Self {
        match (self.stretch, timex.value) {
            (Some(Stretch::Day(day, _)), TimexValue::Calendar(date)) => {
                Self::at(Stretch::day(day, date.time), self.basis)
            }
            _ => self,
        }
    }

    fn at(stretch: Stretch, basis: Basis) -> Self {
        Self { value: stretch.timex(), stretch: Some(stretch), basis, warning: None }
    }
}

/// Days within which a message need not say which March it means.
const NEAR: i32 = 45;

struct Resolver {
    anchor: Option<Day>,
    kind: TextKind,
    /// What the story has told so far.
    story: Story,
    /// A date told just before that left the story for a moment.
    aside: Option<Told>,
    /// Whether the date before is the first end of a stretch, and the story's.
    opened: bool,
    /// The day told last in the present sentence, by the sentence's number.
    sentence: Option<(usize, u32, Day)>,
    /// The day a chat's message is stamped with, or a quoted letter: its mention and the day.
    stamp: Option<(u32, Day)>,
    /// The period a company's report is about.
    report: Report,
    /// The years that the mentions state, to tell a turn of the story from an aside.
    years: Vec<Option<i16>>,
}

impl Resolver {
    fn one(&self, timex: &Timex, rule: &str, tense: Tense, sentence: usize) -> Found {
        let news = self.kind == TextKind::News;
        if let Some(found) = self.report.period(timex.value, rule, self.anchor).filter(|_| news) {
            return found;
        }
        match timex.value {
            TimexValue::Calendar(date) => self.calendar(date, tense, sentence),
            TimexValue::Relative(offset) => self.relative(offset, rule, tense, sentence),
            TimexValue::Duration(length) => Found::bare(write::length(length)),
            TimexValue::Compound(long, short) => Found::bare(write::compound(long, short)),
            TimexValue::Set(recurrence) => Found::bare(write::recurrence(recurrence)),
            TimexValue::Vague(reference) => Found::bare(write::reference(reference).to_owned()),
            TimexValue::Refused(refusal) => {
                Found { warning: Some(refused(refusal)), ..Found::unknown("XXXX-XX-XX".to_owned()) }
            }
        }
    }

    /// The day from which a news report or a narrative reads what is left unsaid; in a narrative, the date
    /// told last that is fine enough for the grain wanted.
    fn reference(&self, from: From, grain: Grain) -> Option<(Interval, Basis)> {
        let now = self.anchor.map(|day| (Interval::day(day), Basis::Anchor));
        let told = self.story.at(grain).map(|told| (told.interval(), Basis::Mention(told.mention)));
        match (from, self.kind) {
            (From::Now, TextKind::News | TextKind::Message) => {
                let stamp = self.stamp.map(|(mention, day)| (Interval::day(day), Basis::Mention(mention)));
                stamp.or(now).or(told)
            }
            // "the railway came in 1868; in May of that year": the one just told, beside the story or not
            (From::Told, _) if self.aside.is_some_and(|told| told.interval().grain <= grain) => {
                self.aside.map(|told| (told.interval(), Basis::Mention(told.mention)))
            }
            (From::Now, TextKind::Narrative) | (From::Told, _) => told.or(now),
        }
    }

    fn calendar(&self, date: PartialDate, tense: Tense, sentence: usize) -> Found {
        if let Some(years) = date.year {
            return self.with_year(date, years);
        }
        let grain = match date {
            PartialDate { month: None, part: None, weekday: None, day: Some(_), .. } => Grain::Month,
            PartialDate { month: None, part: None, .. } => Grain::Day,
            _ => Grain::Year,
        };
        let Some((reference, basis)) = self.reference(From::Now, grain) else {
            return Found::unknown(write::underspecified(date));
        };
        // a told year or month says nothing of days; a publication day does
        let day = reference.earliest;
        let told = matches!(basis, Basis::Mention(_)) && self.stamp.is_none();
        if date.month.is_none() && date.part.is_none() && date.weekday.is_none() && date.day.is_none() {
            if told && reference.grain > Grain::Day && self.sentence.is_none_or(|(n, ..)| n != sentence) {
                return Found::unknown(write::underspecified(date));
            }
            return self.time_alone(date, sentence, day, basis);
        }
        if date.month.is_none() && (date.weekday.is_some() || date.day.is_some()) {
            if told && reference.grain > grain.max(Grain::Week) {
                return Found::unknown(write::underspecified(date));
            }
            let found = match (date.weekday, date.day) {
                // "in October … on the 5th"
                (_, Some(number)) if told => match calendar::day_of_month_told(day, number) {
                    Some(day) => day,
                    None => return Found::unknown(write::underspecified(date)),
                },
                (Some(weekday), None) if told => calendar::weekday_from(day, weekday),
                (Some(weekday), None) => calendar::weekday_near(day, weekday, tense),
                (_, Some(number)) => calendar::day_of_month_near(day, number, tense),
                (None, None) => day,
            };
            return Found::at(Stretch::day(found, date.time), basis);
        }
        // "in the 1950s … in June": of which year, nobody knows
        if told && reference.grain > Grain::Year {
            return Found::unknown(write::underspecified(date));
        }
        let year = if told {
            calendar::year_carried(date, reference)
        } else {
            calendar::year_near(date, day, self.turn(date, day, tense))
        };
        let mut found = self.with_year(date, Years::Year(year));
        found.basis = basis;
        found
    }

    /// "Friday to Monday": the last weekday is the first of its name behind the one of the mention before.
    fn end_behind(&self, first: usize, sentence: usize, timex: &Timex, tense: Tense) -> Option<Found> {
        let weekday = bare_weekday(timex)?;
        let (_, told, day) = self.sentence.filter(|&(n, told, _)| n == sentence && told as usize == first)?;
        let last = calendar::weekday_from(day.plus(1), weekday);
        // what was is not still to come
        let real = tense != Tense::Past || self.anchor.is_none_or(|anchor| last <= anchor || anchor < day);
        real.then(|| Found::at(Stretch::day(last, None), Basis::Mention(told)))
    }

    /// The tense by which a date's year is chosen. A message's month or feast is the nearest one while that is
    /// near, whatever the verb: "the trip we planned for March".
    fn turn(&self, date: PartialDate, day: Day, tense: Tense) -> Tense {
        let near = self.kind == TextKind::Message
            && calendar::days_from(date, calendar::year_near(date, day, Tense::Unsaid), day) <= NEAR;
        if near { Tense::Unsaid } else { tense }
    }

    fn with_year(&self, date: PartialDate, years: Years) -> Found {
        let years = match years {
            Years::ShortDecade(ten) => {
                let near = self
                    .reference(From::Now, Grain::Decade)
                    .map_or(1999, |(interval, _)| i32::from(interval.earliest.date().year()));
                // the nearest such decade that has begun when the text is written
                let written = self.anchor.map_or(i32::from(LATEST), |day| i32::from(day.date().year()));
                let century = near.div_euclid(100) * 10 + i32::from(ten);
                let begun = [century - 10, century, century + 10].into_iter().filter(|d| d * 10 <= written);
                let decade = begun.min_by_key(|decade| (decade * 10 - near).abs());
                Years::Decade(decade.and_then(|decade| i16::try_from(decade).ok()).unwrap_or(199))
            }
            other => other,
        };
        let year = match years {
            Years::Year(year) | Years::Bare(year) => year,
            wider => return Found::at(Stretch::wide(wider), Basis::Explicit),
        };
        let Some(month) = date.month else {
            return match date.part {
                Some(
                    part @ (YearPart::Holiday(_) | YearPart::HolidayWeek(_) | YearPart::HolidayWeekend(_)),
                ) => calendar::named_stretch(part, year, date.time).map_or_else(
                    || Found::unknown("XXXX-XX-XX".to_owned()),
                    |stretch| Found::at(stretch, Basis::Explicit),
                ),
                Some(part) => Found::at(Stretch::part(year, part), Basis::Explicit),
                None => Found::at(Stretch::year(year), Basis::Explicit),
            };
        };
        let Some(number) = date.day else { return Found::at(Stretch::month(year, month), Basis::Explicit) };
        match Day::from_ymd(year, month as i8, number as i8) {
            Some(day) if date.part == Some(YearPart::WeekOfDay) => {
                Found::at(Stretch::week(day), Basis::Explicit)
            }
            Some(day) => Found::at(Stretch::day(day, date.time), Basis::Explicit),
            None => {
                let mut found = Found::at(Stretch::month(year, month), Basis::Explicit);
                if (month, number) == (2, 29) && year % 4 == 0 && year <= calendar::LAST_JULIAN {
                    found.value = format!("{}-29", found.value);
                    found.warning =
                        Some("A leap day of the Julian calendar alone: its month is shown.".to_owned());
                    return found;
                }
                found.warning =
                    Some(format!("There is no day {number} in that month: only the month is kept."));
                found
            }
        }
    }

    /// A time of day on its own belongs to the day its sentence has told, else to the reference day.
    fn time_alone(&self, date: PartialDate, sentence: usize, day: Day, basis: Basis) -> Found {
        match self.sentence {
            Some((number, mention, told)) if number == sentence => {
                Found::at(Stretch::day(told, date.time), Basis::Mention(mention))
            }
            _ => Found::at(Stretch::day(day, date.time), basis),
        }
    }

    /// Whether "today" is a day that was told: the publication day, a diary's entry, or one told just before.
    fn knows_today(&self, sentence: usize) -> bool {
        let diary = self.story.last().is_some_and(|told| told.heading && told.interval().grain <= Grain::Day);
        let near = self.sentence.is_some_and(|(number, ..)| number <= sentence && sentence - number <= 1);
        self.kind != TextKind::Narrative || self.anchor.is_some() || diary || near
    }

    fn relative(&self, offset: Offset, rule: &str, tense: Tense, sentence: usize) -> Found {
        let Some(count) = offset.count else {
            let past = offset.from == From::Now && rule != "units from now" || rule == "units earlier";
            return Found::bare(
                write::reference(if past { Reference::Past } else { Reference::Future }).to_owned(),
            );
        };
        if offset.from == From::Now
            && matches!(offset.step, Step::Unit(LengthUnit::Day | LengthUnit::Night))
            && count.abs() <= 2
            && rule != "units ago"
            && !self.knows_today(sentence)
        {
            // a history's "today" is its reader's
            return match (count, offset.time) {
                (0, None) => Found::bare(write::reference(Reference::Present).to_owned()),
                _ => Found::unknown(write::underspecified_step(offset)),
            };
        }
        if offset.step == Step::Same {
            return match (self.story.last(), self.anchor) {
                (Some(told), _) => Found::at(told.stretch, Basis::Mention(told.mention)),
                (None, Some(day)) => Found::at(Stretch::day(day, None), Basis::Anchor),
                (None, None) => Found::unknown(write::underspecified_step(offset)),
            };
        }
        let grain = calendar::grain_of(offset.step);
        let Some((mut reference, basis)) = self.reference(offset.from, grain) else {
            return Found::unknown(write::underspecified_step(offset));
        };
        if reference.grain > grain && !matches!(basis, Basis::Anchor) && reference.grain > Grain::Day {
            let within = matches!(offset.step, Step::Season(_) | Step::Month(_));
            if !within || reference.grain > Grain::Year {
                // "two days later" than a year: somewhere in it, nobody knows where
                return Found::unknown(write::underspecified_step(offset));
            }
            // "the following spring" after a year is the next year's
            if count > 0 {
                reference.earliest = reference.latest;
            }
        }
        let year_of = |count: i32| {
            let year = i32::from(reference.earliest.date().year()) + count;
            i16::try_from(year.clamp(-9999, 9999)).unwrap_or_default()
        };
        let stretch = match offset.step {
            // "a century later" is a year, "last century" is a century
            Step::Unit(LengthUnit::Decade) if offset.from == From::Told => {
                calendar::shifted(reference.earliest, LengthUnit::Year, count.saturating_mul(10), offset.time)
            }
            Step::Unit(LengthUnit::Century) if offset.from == From::Told => calendar::shifted(
                reference.earliest,
                LengthUnit::Year,
                count.saturating_mul(100),
                offset.time,
            ),
            Step::Unit(unit) => calendar::shifted(reference.earliest, unit, count, offset.time),
            Step::Weekday(weekday) => Stretch::day(
                calendar::named_weekday(reference.earliest, weekday, count.clamp(-20_000, 20_000), tense),
                offset.time,
            ),
            Step::WeekdayOfWeek(weekday) => {
                let monday = calendar::monday(reference.earliest).plus(count.clamp(-20_000, 20_000) * 7);
                Stretch::day(monday.plus(i32::from(weekday)), offset.time)
            }
            Step::Month(month) => calendar::named_month(reference.earliest, month, count),
            Step::DayOfMonth(number) => {
                let month = reference.earliest.plus_months(count).date();
                match Day::from_ymd(month.year(), month.month(), number as i8) {
                    Some(day) => Stretch::day(day, offset.time),
                    None => return Found::unknown(write::underspecified_step(offset)),
                }
            }
            Step::MonthDay(month, number) => {
                match calendar::named_month_day(reference.earliest, month, number, count) {
                    Some(day) => Stretch::day(day, offset.time),
                    None => return Found::unknown(write::underspecified_step(offset)),
                }
            }
            Step::InYear(date) => {
                return Found { basis, ..self.with_year(date, Years::Year(year_of(count))) };
            }
            Step::Turn(years) => {
                // in a story the tense is the past throughout
                let tense = if matches!(basis, Basis::Anchor) { tense } else { Tense::Unsaid };
                Stretch::year(calendar::turn_of(year_of(0), years, tense))
            }
            Step::Season(season) => calendar::named_season(reference.earliest, season, count),
            Step::Named(_) | Step::NamedOfYear(_) => {
                let day = match offset.step {
                    Step::NamedOfYear(named) => named.in_year(year_of(count)),
                    Step::Named(named) => calendar::named_feast(reference.earliest, named, count),
                    _ => None,
                };
                match day {
                    Some(day) => Stretch::day(day, offset.time),
                    None => return Found::unknown(write::underspecified_step(offset)),
                }
            }
            Step::Weekend => {
                // "Am Wochenende kamen …", before it is Saturday: the one before
                let over = rule == "Wochenende" && tense == Tense::Past && reference.earliest.weekday() < 5;
                // "the weekend" still to come, or running
                let ahead =
                    rule == "the weekend" && (tense == Tense::Future || reference.earliest.weekday() > 4);
                Stretch::weekend(reference.earliest.plus(7 * (count - i32::from(over) + i32::from(ahead))))
            }
            Step::Same => Stretch::day(reference.earliest, offset.time),
        };
        Found::at(stretch, basis)
    }

    fn remember(
        &mut self,
        part: PartKind,
        standing: Standing,
        index: usize,
        number: usize,
        timex: &Timex,
        found: &Found,
    ) {
        // the first entry of a diary looks like a letter's head
        let aside = match part {
            PartKind::FilePhoto | PartKind::Caption | PartKind::Dateline => true,
            PartKind::Header => self.kind != TextKind::Narrative,
            _ => false,
        };
        let Some(stretch) = found.stretch.filter(|_| !aside) else { return };
        // the last end of a stretch is where its first one is
        let closes = std::mem::take(&mut self.opened);
        // "(1871–1949)": a life told in brackets is told from its beginning
        if closes && standing == Standing::Bracketed {
            return;
        }
        if !closes && self.strays(index, standing, &stretch.interval()) {
            let beside = matches!(standing, Standing::Bracketed | Standing::LookBack);
            self.aside = Some(Told { mention: index as u32, stretch, heading: false }).filter(|_| !beside);
            return;
        }
        self.aside = None;
        self.opened = timex.through;
        // "as in the previous year": a look back, behind which the story goes on where it was
        let back = matches!(timex.value, TimexValue::Relative(Offset { count: Some(..0), .. }));
        if back && self.kind == TextKind::Narrative && stretch.interval().grain >= Grain::Year {
            return;
        }
        // "yours of the 28th ult.": the letters name each other's days, and the story stays
        let named = matches!(
            timex.value,
            TimexValue::Relative(Offset { step: Step::DayOfMonth(_), from: From::Now, .. })
        );
        if !named && matches!(timex.value, TimexValue::Calendar(_) | TimexValue::Relative(_)) {
            let interval = stretch.interval();
            let heading = standing == Standing::Heading;
            self.story.tell(Told { mention: index as u32, stretch, heading });
            if interval.grain <= Grain::Day {
                self.sentence = Some((number, index as u32, interval.earliest));
            }
        }
    }
}

/// No text that names no century speaks of a decade behind this year.
const LATEST: i16 = 2030;
/// A stated year so far from the story's is an aside, unless the next stated year goes on from it.
const ASIDE: i16 = 8;

impl Resolver {
    /// Whether the mention's stated year leaves the story for a moment: "as Napoleon had in 1812".
    fn strays(&self, index: usize, standing: Standing, lies: &Interval) -> bool {
        let Some(told) = self.story.last().filter(|_| self.kind == TextKind::Narrative) else { return false };
        let told = told.interval();
        let story = told.earliest.date().year();
        match standing {
            Standing::Heading => return false,
            Standing::Bracketed if !lies.overlaps(&told) && lies.earliest.date().year() != story => {
                return true;
            }
            Standing::LookBack if lies.latest < told.earliest => return true,
            _ => {}
        }
        let Some(year) = self.years.get(index).copied().flatten() else { return false };
        let gap = |a: i16, b: i16| (i32::from(a) - i32::from(b)).abs();
        // the story goes on to the next year or the one behind it, and turns back by months
        let near = (story..=story.saturating_add(2)).contains(&year);
        if near || lies.grain < Grain::Year && gap(year, story) <= 1 {
            return false;
        }
        let next = self.years.get(index + 1..).unwrap_or_default().iter().copied().flatten().next();
        match next {
            Some(next) => gap(next, story) < gap(next, year),
            // at the end of the story a step ahead is believed if it is no longer than the story's own steps
            None => {
                let before = || self.years[..index].iter().copied().flatten();
                let steps = before().zip(before().skip(1)).map(|(from, to)| to.saturating_sub(from));
                let step = steps.max().unwrap_or_default().max(ASIDE);
                !(story..=story.saturating_add(step)).contains(&year)
            }
        }
    }
}

fn dated(words: &str, timex: &Timex, found: Found) -> Dated {
    let approximate = timex.modifier == Some(Modifier::Approx);
    let interval = found.stretch.as_ref().map(|stretch| {
        let narrowed = calendar::narrowed(stretch.interval(), timex.modifier);
        Interval { approximate, ..narrowed }
    });
    let warning = found.warning.or_else(|| exchangeable(timex, found.stretch.as_ref()));
    let edtf = found.stretch.as_ref().map(|stretch| {
        let mut edtf = stretch.edtf();
        if let Some(zone) = zone::suffix(words).filter(|_| edtf.contains('T')) {
            edtf.push_str(&zone);
        }
        if approximate && !edtf.contains('/') {
            edtf.push('~');
        }
        edtf
    });
    Dated {
        kind: timex.kind,
        value: found.value,
        modifier: timex.modifier,
        edtf,
        interval,
        through: timex.through,
        basis: found.basis,
        warning,
    }
}

/// A note on a date whose day and month could be exchanged, with its other reading.
fn exchangeable(timex: &Timex, read: Option<&Stretch>) -> Option<String> {
    let other = order::exchanged(timex)?;
    let year = match other.year {
        Some(Years::Year(year)) => year,
        _ => read?.interval().earliest.date().year(),
    };
    let day = Day::from_ymd(year, other.month? as i8, other.day? as i8)?;
    Some(format!("Day and month could be exchanged: it may be {}.", day.iso()))
}

fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::NoSuchDay => "There is no such day: the words are kept as they are.",
        Refusal::NoSuchMonth => "There is no such month: the words are kept as they are.",
        Refusal::YearOutOfRange => "The year is beyond the calendar: the words are kept as they are.",
    }
    .to_owned()
}
