//! Marks on the time axis. What fits is drawn and labelled; what does not is merged and counted, so
//! that a scene never holds more than about [`MOST_MARKS`] marks, however many events there are.
//!
//! Doubt is drawn, not hidden: a solid form where the event certainly was, a dashed outline over the
//! days it can have been, a hollow form where the date was counted from an inferred publication day.

use super::scale::TimeScale;
use super::{fit_text, order, sorted, text_width, when};
use crate::dossier::EventRow;

/// About how many marks a scene may hold.
pub const MOST_MARKS: usize = 700;
/// More lanes than this are drawn together instead.
pub const MOST_LANES: usize = 24;
/// Lanes lower than this are drawn together too.
const LEAST_LANE: f64 = 20.0;
/// Width of a dot with the room around it.
const DOT: f64 = 12.0;
/// A stretch narrower than this is drawn as a dot.
const NARROW: f64 = 10.0;
/// A stretch wider than this says too little to take the place of others: it goes to the lane's foot.
const WIDE: f64 = 180.0;
/// Height of a row of marks inside a lane.
const ROW: f64 = 20.0;
/// Height of a lane's foot, where the wide stretches lie.
const FOOT: f64 = 9.0;
/// Label size, in pixels.
const LABEL: f64 = 12.0;
/// The least room worth a label.
const LABEL_LEAST: f64 = 54.0;
/// The longest label where all lanes are drawn together.
const LABEL_MOST: f64 = 210.0;
/// Width of a column of the histogram.
const COLUMN: f64 = 7.0;
/// Shares of the events that the first view may show: fewer only where that makes it so much shorter.
const OPENING_SHARES: [f64; 3] = [0.9, 0.8, 0.7];
const OPENING_GAIN: f64 = 0.5;
/// A stretch longer than this, in days, says too little to choose the first view by: "the 19th century".
const OPENING_COARSE: i32 = 3653;

/// An event as far as the axis is concerned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// Its lane, from 0.
    pub lane: u32,
    /// First possible day, since 1970-01-01.
    pub from: i32,
    /// Last possible day.
    pub to: i32,
    /// Whether it filled the whole stretch: then the stretch is certain, not only possible.
    pub whole: bool,
    /// Whether it was counted from an inferred publication day.
    pub inferred: bool,
    /// 0 to 1.
    pub importance: f32,
}

impl Item {
    /// A row of the chronology in its lane. An open end is drawn at the end that is known.
    #[must_use]
    pub fn new(row: &EventRow, lane: u32) -> Self {
        let (mut from, mut to) = (row.when.earliest, row.when.latest);
        if when::is_open(from) {
            from = to;
        }
        if when::is_open(to) {
            to = from;
        }
        Self {
            lane,
            from: from.number(),
            to: to.number(),
            whole: row.when.whole,
            inferred: row.inferred,
            importance: row.importance,
        }
    }

    fn middle(&self) -> f64 {
        (f64::from(self.from) + f64::from(self.to) + 1.0) / 2.0
    }
}

/// What to draw on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The stretch of time and its pixels.
    pub scale: TimeScale,
    /// Pixels for all lanes.
    pub height: f64,
    /// How many lanes there are.
    pub lanes: usize,
}

impl Frame {
    /// Whether every lane has room of its own; else all are drawn together.
    #[must_use]
    pub fn by_lane(&self) -> bool {
        self.lanes <= MOST_LANES && self.height >= self.lanes as f64 * LEAST_LANE
    }
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A moment, at this zoom.
    Dot,
    /// A stretch that the event certainly filled, or the one day it was on.
    Certain,
    /// The stretch that holds it somewhere.
    Possible,
}

/// One mark; more than one event where `count` says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Index of its first event among the items.
    pub item: usize,
    /// How many events it stands for.
    pub count: u32,
    /// Left edge, in pixels from the left end of the scale.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// Its middle line, in pixels from the top of the lanes.
    pub y: f64,
    /// Its shape.
    pub form: Form,
    /// Whether every event it stands for hangs on an inferred day.
    pub hollow: bool,
    /// Whether it lies at the lane's foot, drawn thin.
    pub foot: bool,
    /// What to write to its right.
    pub label: Option<String>,
}

impl Mark {
    fn end(&self) -> f64 {
        self.x + self.width
    }
}

/// A column of the histogram.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Events in it; never 0.
    pub count: u32,
    /// Height as a share of the highest, 0 to 1; by square root, so that a single event can be seen.
    pub share: f64,
}

/// Everything to be drawn below the axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The marks.
    pub marks: Vec<Mark>,
    /// The histogram, where the lanes are drawn together.
    pub columns: Vec<Column>,
    /// Events that ended before the left edge.
    pub before: u32,
    /// Events that begin after the right edge.
    pub after: u32,
    /// Height of one lane; of the rows for labels where the lanes are drawn together.
    pub lane_height: f64,
    /// Index of the mark that stands for the selected event.
    pub selected: Option<usize>,
}

/// Lays the items out; `items` ascend by first day, `title` names one by its index.
#[must_use]
pub fn lay_out(
    items: &[Item],
    frame: &Frame,
    selected: Option<usize>,
    title: &dyn Fn(usize) -> String,
) -> Scene {
    let mut scene = Scene::default();
    let scale = &frame.scale;
    let mut visible = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if f64::from(item.to) + 1.0 <= scale.start {
            scene.before += 1;
        } else if f64::from(item.from) >= scale.end {
            scene.after += 1;
        } else {
            visible.push(index);
        }
    }
    if frame.by_lane() {
        in_lanes(&mut scene, items, &visible, frame, selected);
        label_rows(&mut scene, scale.width, title);
    } else {
        together(&mut scene, items, &visible, frame, selected, title);
    }
    scene
}

/// The first day and the day after the last of all items; `None` without items.
#[must_use]
pub fn bounds(items: &[Item]) -> Option<(f64, f64)> {
    let from = items.iter().map(|i| i.from).min()?;
    let to = items.iter().map(|i| i.to).max()?;
    Some((f64::from(from), f64::from(to) + 1.0))
}

/// The stretch to open with: the shortest that holds most of the events, with a margin, so that a
/// single "1916" does not press a week's news into one pixel. What it leaves out is counted at the
/// edges of the scene.
#[must_use]
pub fn opening(items: &[Item]) -> Option<(f64, f64)> {
    let mut middles: Vec<f64> =
        items.iter().filter(|item| item.to - item.from <= OPENING_COARSE).map(Item::middle).collect();
    if middles.is_empty() {
        middles = items.iter().map(Item::middle).collect();
    }
    let middles = sorted(middles, &f64::total_cmp);
    let shortest = |share: f64| {
        let count = ((middles.len() as f64 * share).ceil() as usize).max(1);
        middles
            .windows(count)
            .map(|w| (w[0], w[w.len() - 1]))
            .min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
    };
    let (from, to) = OPENING_SHARES.into_iter().filter_map(shortest).reduce(|wide, narrow| {
        let pays = (narrow.1 - narrow.0) < (wide.1 - wide.0) * OPENING_GAIN;
        if pays { narrow } else { wide }
    })?;
    let margin = ((to - from) * 0.08).max(1.5);
    Some((from - margin, to + margin))
}

/// How many items have their middle in each of `columns` equal parts of `from..to`.
#[must_use]
pub fn histogram(items: &[Item], from: f64, to: f64, columns: usize) -> Vec<u32> {
    let mut counts = vec![0; columns];
    let per_column = (to - from) / columns.max(1) as f64;
    for item in items {
        // the cast saturates; what lies outside belongs to the end columns
        let column = ((item.middle() - from) / per_column) as usize;
        if let Some(count) = counts.get_mut(column.min(columns.saturating_sub(1))) {
            *count += 1;
        }
    }
    counts
}

/// Where an item is drawn: its edges and its form.
fn place(item: &Item, scale: &TimeScale) -> (f64, f64, Form) {
    let (left, right) = (scale.x(f64::from(item.from)), scale.x(f64::from(item.to) + 1.0));
    if right - left < NARROW {
        let middle = f64::midpoint(left, right);
        return (middle - DOT / 2.0, middle + DOT / 2.0, Form::Dot);
    }
    let certain = item.whole || item.from == item.to;
    (left.max(-20.0), right.min(scale.width + 20.0), if certain { Form::Certain } else { Form::Possible })
}

/// Greedy rows: a mark goes to the first row that is free at its left edge, else it is merged into
/// the mark that ends first.
struct Rows {
    /// Index into the scene's marks, of the last mark of each row.
    last: Vec<Option<usize>>,
}

impl Rows {
    fn add(&mut self, scene: &mut Scene, mark: Mark, gap: f64, y_of: impl Fn(usize) -> f64) -> usize {
        let end = |row: &Option<usize>| row.map_or(f64::MIN, |at| scene.marks[at].end());
        let free = self.last.iter().position(|row| end(row) + gap <= mark.x);
        if let Some(row) = free {
            scene.marks.push(Mark { y: y_of(row), ..mark });
            self.last[row] = Some(scene.marks.len() - 1);
            return scene.marks.len() - 1;
        }
        let nearest = self
            .last
            .iter()
            .flatten()
            .copied()
            .min_by(|a, b| scene.marks[*a].end().total_cmp(&scene.marks[*b].end()));
        let at = nearest.unwrap_or_default();
        if let Some(old) = scene.marks.get_mut(at) {
            old.count += mark.count;
            old.hollow &= mark.hollow;
            old.width = old.width.max(mark.end().min(old.end() + DOT) - old.x).max(DOT);
        }
        at
    }
}

fn in_lanes(scene: &mut Scene, items: &[Item], visible: &[usize], frame: &Frame, selected: Option<usize>) {
    let lanes = frame.lanes.max(1);
    let height = frame.height / lanes as f64;
    scene.lane_height = height;
    let rows = (((height - FOOT) / ROW) as usize).clamp(1, 6);
    // with much in view, marks keep a wider distance and merge more
    let most = (lanes * rows) as f64 * frame.scale.width / MOST_MARKS as f64;
    let gap = if visible.len() > MOST_MARKS { (most - DOT).max(0.0) } else { 0.0 };
    let mut bodies: Vec<Rows> = (0..lanes).map(|_| Rows { last: vec![None; rows] }).collect();
    let mut feet: Vec<Rows> = (0..lanes).map(|_| Rows { last: vec![None] }).collect();
    for &index in visible {
        let item = &items[index];
        let (left, right, form) = place(item, &frame.scale);
        let lane = (item.lane as usize).min(lanes - 1);
        let top = lane as f64 * height;
        let foot = form != Form::Dot && right - left > WIDE && item.from != item.to;
        let mark = Mark {
            item: index,
            count: 1,
            x: left,
            width: right - left,
            y: 0.0,
            form,
            hollow: item.inferred,
            foot,
            label: None,
        };
        let at = if foot {
            feet[lane].add(scene, mark, 0.0, |_| top + height - FOOT / 2.0)
        } else {
            let body = (height - FOOT) / rows as f64;
            bodies[lane].add(scene, mark, gap, |row| top + body * (row as f64 + 0.5) + 1.0)
        };
        if selected == Some(index) {
            scene.selected = Some(at);
        }
    }
}

/// Writes a label to the right of every mark that has room up to the next one in its row.
fn label_rows(scene: &mut Scene, width: f64, title: &dyn Fn(usize) -> String) {
    let order = order(scene.marks.len(), &|a, b| {
        let (a, b) = (&scene.marks[a], &scene.marks[b]);
        a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x))
    });
    for (place, &at) in order.iter().enumerate() {
        let mark = &scene.marks[at];
        let next = order.get(place + 1).map(|n| &scene.marks[*n]).filter(|n| n.y.total_cmp(&mark.y).is_eq());
        let room = next.map_or(width, |n| n.x).min(width) - mark.end() - LABEL;
        if mark.foot || room < LABEL_LEAST || mark.end() < 0.0 {
            continue;
        }
        let words = title(mark.item);
        let words = if mark.count > 1 { format!("{words} +{}", mark.count - 1) } else { words };
        scene.marks[at].label = fit_text(&words, room, LABEL);
    }
}

fn together(
    scene: &mut Scene,
    items: &[Item],
    visible: &[usize],
    frame: &Frame,
    selected: Option<usize>,
    title: &dyn Fn(usize) -> String,
) {
    let scale = &frame.scale;
    scene.lane_height = (frame.height * 0.62).max(ROW);
    let columns = (scale.width / COLUMN).ceil().max(1.0) as usize;
    let mut counts = vec![0_u32; columns];
    let mut foot = Rows { last: vec![None] };
    let mut moments = Vec::new();
    for &index in visible {
        let item = &items[index];
        let (left, right, form) = place(item, scale);
        if form != Form::Dot && right - left > WIDE && item.from != item.to {
            let mark = Mark {
                item: index,
                count: 1,
                x: left,
                width: right - left,
                y: 0.0,
                form,
                hollow: item.inferred,
                foot: true,
                label: None,
            };
            let at = foot.add(scene, mark, 0.0, |_| scene_foot(frame.height));
            if selected == Some(index) {
                scene.selected = Some(at);
            }
            continue;
        }
        let column = (scale.x(item.middle()) / COLUMN).max(0.0) as usize;
        counts[column.min(columns - 1)] += 1;
        moments.push(index);
    }
    let highest = counts.iter().copied().max().unwrap_or_default().max(1);
    scene.columns = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(at, count)| Column {
            x: at as f64 * COLUMN,
            width: COLUMN - 1.0,
            count: *count,
            share: (f64::from(*count) / f64::from(highest)).sqrt(),
        })
        .collect();
    let weight = |index: &usize| {
        let chosen = f32::from(u8::from(selected == Some(*index))) * 2.0;
        items[*index].importance + chosen
    };
    // the heaviest first; among equals the earlier, so that the choice is stable while panning
    let by_weight = |a: &usize, b: &usize| weight(b).total_cmp(&weight(a)).then(a.cmp(b));
    let most = MOST_MARKS / 3;
    if moments.len() > most {
        moments.select_nth_unstable_by(most, by_weight);
        moments.truncate(most);
    }
    let moments = sorted(moments, &by_weight);
    let rows = ((scene.lane_height / ROW) as usize).max(1);
    let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); rows];
    for index in moments {
        let (left, right, form) = place(&items[index], scale);
        let words = title(index);
        let Some(label) = fit_text(&words, LABEL_MOST.min(scale.width - right - LABEL), LABEL) else {
            continue;
        };
        let end = right + LABEL + text_width(&label, LABEL);
        let free = (0..rows).rev().find(|row| taken[*row].iter().all(|(a, b)| end <= *a || left >= *b));
        let Some(row) = free else { continue };
        taken[row].push((left, end));
        if selected == Some(index) {
            scene.selected = Some(scene.marks.len());
        }
        scene.marks.push(Mark {
            item: index,
            count: 1,
            x: left,
            width: right - left,
            y: (row as f64 + 0.5) * ROW,
            form,
            hollow: items[index].inferred,
            foot: false,
            label: Some(label),
        });
    }
}

fn scene_foot(height: f64) -> f64 {
    height - FOOT / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::Day;

    fn day(text: &str) -> i32 {
        Day::from_iso(text).expect("a day").number()
    }

    fn item(lane: u32, from: &str, to: &str) -> Item {
        Item { lane, from: day(from), to: day(to), whole: false, inferred: false, importance: 0.5 }
    }

    fn frame(from: &str, to: &str, lanes: usize) -> Frame {
        let scale = TimeScale::new(f64::from(day(from)), f64::from(day(to)), 1000.0);
        Frame { scale, height: 300.0, lanes }
    }

    fn name(index: usize) -> String {
        format!("Something that happened, number {index}")
    }

    /// No mark, and no label, lies on its right neighbour.
    fn assert_apart(scene: &Scene) {
        for (at, a) in scene.marks.iter().enumerate() {
            let end = a.end() + a.label.as_ref().map_or(0.0, |l| LABEL / 2.0 + text_width(l, LABEL));
            for b in scene.marks.iter().skip(at + 1).chain(&scene.marks[..at]) {
                let same_row = (a.y - b.y).abs() < 1.0 && a.foot == b.foot;
                assert!(!same_row || b.x < a.x || end <= b.x + 1.0, "{a:?} lies on {b:?}");
            }
        }
    }

    #[test]
    fn doubt_has_a_form() {
        let mut items = vec![
            item(0, "2017-04-04", "2017-04-04"),
            item(0, "2017-04-10", "2017-04-13"),
            item(1, "2017-04-10", "2017-04-13"),
            item(1, "2017-03-01", "2017-05-30"),
        ];
        items[2].whole = true;
        items[0].inferred = true;
        let scene = lay_out(&items, &frame("2017-04-01", "2017-04-30", 2), None, &name);
        let forms: Vec<_> = scene.marks.iter().map(|m| (m.form, m.hollow, m.foot)).collect();
        assert_eq!(
            forms,
            [
                (Form::Certain, true, false),
                (Form::Possible, false, false),
                (Form::Certain, false, false),
                (Form::Possible, false, true),
            ]
        );
        let far = lay_out(&items, &frame("1017-04-01", "2017-04-30", 2), None, &name);
        assert!(far.marks.iter().all(|m| m.form == Form::Dot));
    }

    #[test]
    fn labels_never_overlap_and_nothing_is_lost() {
        let start = day("2017-01-01");
        let items: Vec<Item> = (0..400)
            .map(|n| Item {
                lane: n as u32 % 7,
                from: start + n * n % 89,
                to: start + n * n % 89 + n % 5,
                whole: n % 3 == 0,
                inferred: n % 2 == 0,
                importance: 0.1,
            })
            .collect();
        let mut items = items;
        crate::order::sort_by_key(&mut items, |i| i.from);
        for (from, to) in
            [("2016-12-20", "2017-04-10"), ("2017-01-10", "2017-01-12"), ("1900-01-01", "2100-01-01")]
        {
            let scene = lay_out(&items, &frame(from, to, 7), Some(3), &name);
            assert_apart(&scene);
            let told: u32 = scene.marks.iter().map(|m| m.count).sum();
            assert_eq!(told + scene.before + scene.after, 400);
        }
    }

    #[test]
    fn sixty_thousand_events_stay_few_marks() {
        let start = day("1990-01-01");
        let mut items: Vec<Item> = (0..60_000_i32)
            .map(|n| {
                let from = start + (n.wrapping_mul(7919)) % 9000;
                Item {
                    lane: n as u32 % 20,
                    from,
                    to: from,
                    whole: false,
                    inferred: false,
                    importance: (n % 97) as f32 / 97.0,
                }
            })
            .collect();
        crate::order::sort_by_key(&mut items, |i| i.from);
        for lanes in [20, 6000] {
            let scene = lay_out(
                &items,
                &Frame { height: 500.0, ..frame("1990-01-01", "2015-01-01", lanes) },
                Some(30_000),
                &name,
            );
            assert!(scene.marks.len() <= MOST_MARKS + 50, "{} marks", scene.marks.len());
            assert!(scene.columns.len() <= 1000);
            assert!(scene.selected.is_some(), "the selected event is always drawn");
            assert_apart(&scene);
        }
        let scene = lay_out(&items, &frame("1990-01-01", "2015-01-01", 6000), None, &name);
        assert_eq!(scene.columns.iter().map(|c| c.count).sum::<u32>(), 60_000);
    }

    #[test]
    fn the_first_view_is_not_ruled_by_an_outlier() {
        let mut items: Vec<Item> =
            (1..=28).map(|n| item(0, &format!("2017-04-{n:02}"), &format!("2017-04-{n:02}"))).collect();
        items.insert(0, item(0, "1916-01-01", "1916-12-31"));
        let (from, to) = opening(&items).expect("there are items");
        assert!(from > f64::from(day("2017-03-25")) && to < f64::from(day("2017-05-05")), "{from} {to}");
        assert_eq!(bounds(&items).map(|b| b.0 as i32), Some(day("1916-01-01")));
        assert_eq!((opening(&[]), bounds(&[])), (None, None));
        let one = opening(&items[..1]).expect("one is enough");
        assert!(one.1 > one.0);
    }

    #[test]
    fn the_histogram_counts_everything_once() {
        let items = [item(0, "2017-04-01", "2017-04-01"), item(0, "2017-04-30", "2017-04-30")];
        let (from, to) = bounds(&items).expect("there are items");
        assert_eq!(histogram(&items, from, to, 3), [1, 0, 1]);
        assert_eq!(histogram(&items, from, to, 0), Vec::<u32>::new());
    }
}
