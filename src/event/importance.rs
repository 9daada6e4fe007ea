//! Importance: what heads the timeline when there is room for ten.
//!
//! ```text
//! importance = Σ weight × signal, over the weights' sum
//! ```
//!
//! Every signal is between 0 and 1 and kept with the event, so that a reader can weigh them anew without reading
//! the texts again. The default weights are a judgement of newswire: the lead tells the news, what repeats the
//! headline matters, people's fate matters, a day matters more than a decade, what several tell matters more.

use crate::timex::Grain;
use serde::{Deserialize, Serialize};

/// What speaks for an event, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Signals {
    /// Share of the headline's content words that its sentence repeats.
    pub headline: f32,
    /// 1 in headline and lead, falling with the distance from the lead.
    pub position: f32,
    /// Whether it is told with figures: 1 with people's fate, half with others.
    pub figures: f32,
    /// How fine its date is: 1 a day, 0.2 a decade; less where the date is not its own.
    pub precision: f32,
    /// 1 for what happened, less for what was only said, planned or supposed.
    pub substance: f32,
    /// How many documents tell it: 0 one, ½ two, 2⁄3 three, towards 1. Single documents do not know it.
    pub tellings: f32,
}

/// How much each signal counts. Names are those of [`Signals`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the signals'")]
pub struct Weights {
    pub headline: f32,
    pub position: f32,
    pub figures: f32,
    pub precision: f32,
    pub substance: f32,
    pub tellings: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self { headline: 0.22, position: 0.28, figures: 0.18, precision: 0.12, substance: 0.2, tellings: 0.2 }
    }
}

impl Weights {
    /// The importance that these weights give, 0 to 1.
    #[must_use]
    pub fn of(&self, signals: &Signals) -> f32 {
        let pairs = [
            (self.headline, signals.headline),
            (self.position, signals.position),
            (self.figures, signals.figures),
            (self.precision, signals.precision),
            (self.substance, signals.substance),
            (self.tellings, signals.tellings),
        ];
        let all: f32 = pairs.iter().map(|(weight, _)| weight.max(0.0)).sum();
        let sum: f32 = pairs.iter().map(|(weight, signal)| weight.max(0.0) * signal).sum();
        if all > 0.0 { (sum / all).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// The signal of a number of documents.
#[must_use]
pub fn tellings(documents: usize) -> f32 {
    1.0 - 1.0 / documents.max(1) as f32
}

/// The signal of how fine a date is.
pub(super) fn precision(grain: Grain) -> f32 {
    match grain {
        Grain::Time | Grain::Day => 1.0,
        Grain::Week | Grain::Month => 0.7,
        Grain::Season | Grain::Year => 0.4,
        Grain::Decade | Grain::Century | Grain::Millennium => 0.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_shares_of_their_sum() {
        let signals = Signals { figures: 1.0, ..Signals::default() };
        let only = Weights {
            headline: 0.0,
            position: 0.0,
            figures: 3.0,
            precision: 0.0,
            substance: 0.0,
            tellings: 0.0,
        };
        assert!((only.of(&signals) - 1.0).abs() < 1e-6);
        assert!(Weights::default().of(&signals) < 0.3);
        let none = Weights { figures: 0.0, ..only };
        assert!(none.of(&signals).abs() < 1e-6);
        assert!(tellings(1).abs() < 1e-6 && tellings(3) > tellings(2));
    }
}
