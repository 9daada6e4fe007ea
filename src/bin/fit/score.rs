//! The measure of the sets' scorer: end-to-end F1@161km, one-to-one by overlap.

use std::fmt;

use dateline::span::Span;

/// A document of a set.
pub(crate) struct Gold {
    pub(crate) text: String,
    pub(crate) places: Vec<GoldPlace>,
}

/// An annotated place.
pub(crate) struct GoldPlace {
    pub(crate) span: Span,
    pub(crate) point: Option<(f32, f32)>,
    /// Neither a hit nor a miss: no point, house numbers, postal codes.
    pub(crate) ignored: bool,
}

impl Gold {
    /// Reads one line of a set.
    pub(crate) fn read(line: &str) -> Result<Self, String> {
        let value: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let text = value["text"].as_str().ok_or("no text")?.to_owned();
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let byte = |value: &serde_json::Value| -> usize {
            value.as_u64().and_then(|at| bytes.get(at as usize)).copied().unwrap_or(text.len())
        };
        let places = value["places"]
            .as_array()
            .ok_or("no places")?
            .iter()
            .map(|place| {
                let point =
                    place["lat"].as_f64().zip(place["lon"].as_f64()).map(|(a, b)| (a as f32, b as f32));
                let code = matches!(place["subtype"].as_str(), Some("STREETNR" | "ZIP"));
                GoldPlace {
                    span: Span::new(byte(&place["start"]), byte(&place["end"])),
                    point,
                    ignored: code || point.is_none(),
                }
            })
            .collect();
        Ok(Self { text, places })
    }
}

/// What was found: the words, the point, why.
type Found = (Span, Option<(f32, f32)>, String);

/// Right, wrong and missed.
#[derive(Default)]
pub(crate) struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
    spurious: Vec<String>,
    unseen: Vec<String>,
    misplaced: Vec<String>,
}

/// Kilometres between two points.
pub(crate) fn distance(one: (f32, f32), other: (f32, f32)) -> f32 {
    let (lat1, lat2) = (one.0.to_radians(), other.0.to_radians());
    let a = ((lat2 - lat1) / 2.0).sin().powi(2)
        + lat1.cos() * lat2.cos() * ((other.1 - one.1).to_radians() / 2.0).sin().powi(2);
    2.0 * 6371.0 * a.sqrt().min(1.0).asin()
}

impl Tally {
    /// Counts one document.
    pub(crate) fn add(&mut self, gold: &Gold, found: &[Found]) {
        let mut used = vec![false; found.len()];
        let scored: Vec<&GoldPlace> = gold.places.iter().filter(|p| !p.ignored).collect();
        for place in &scored {
            let best = found.iter().enumerate().find(|(number, (span, point, _))| {
                !used[*number]
                    && span.overlaps(place.span)
                    && point.zip(place.point).is_some_and(|(a, b)| distance(a, b) <= 161.0)
            });
            if let Some((number, _)) = best {
                used[number] = true;
                self.right += 1;
            } else {
                self.missed += 1;
                match found.iter().find(|(span, _, _)| span.overlaps(place.span)) {
                    Some((span, point, why)) => self.misplaced.push(format!(
                        "{} :: {why} got {point:?} want {:?}",
                        around(&gold.text, *span),
                        place.point
                    )),
                    None => self.unseen.push(around(&gold.text, place.span)),
                }
            }
        }
        for (number, (span, point, why)) in found.iter().enumerate() {
            if used[number] || point.is_none() {
                continue;
            }
            let ignored = gold.places.iter().any(|p| p.ignored && p.span.overlaps(*span));
            let near = scored.iter().any(|p| p.span.overlaps(*span));
            if ignored && !near {
                continue;
            }
            self.wrong += 1;
            if !near {
                self.spurious.push(format!("{} :: {why} {point:?}", around(&gold.text, *span)));
            }
        }
    }

    /// Prints a sample of each kind of error, evenly spread.
    pub(crate) fn print_errors(&self, most: usize) {
        for (kind, list) in
            [("spurious", &self.spurious), ("unseen", &self.unseen), ("misplaced", &self.misplaced)]
        {
            let step = (list.len() / most.max(1)).max(1);
            for error in list.iter().step_by(step).take(most) {
                println!("  {kind}: {error}");
            }
        }
    }
}

/// The words around a span, on one line.
pub(crate) fn around(text: &str, span: Span) -> String {
    let start =
        (span.start().saturating_sub(50)..=span.start()).find(|&b| text.is_char_boundary(b)).unwrap_or(0);
    let end = (span.end()..text.len() + 1).skip(40).find(|&b| text.is_char_boundary(b)).unwrap_or(text.len());
    format!("{}[[{}]]{}", &text[start..span.start()], span.of(text), &text[span.end()..end])
        .replace('\n', " ")
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (right, wrong, missed) = (self.right as f64, self.wrong as f64, self.missed as f64);
        let precision = right / (right + wrong).max(1.0);
        let recall = right / (right + missed).max(1.0);
        let f1 = 2.0 * right / (2.0 * right + wrong + missed).max(1.0);
        write!(
            f,
            "F1@161km {:.1} (precision {:.1}, recall {:.1}); {} misplaced, {} unseen, {} spurious",
            100.0 * f1,
            100.0 * precision,
            100.0 * recall,
            self.misplaced.len(),
            self.unseen.len(),
            self.spurious.len()
        )
    }
}
