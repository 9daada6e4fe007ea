//! Which rows of a long list are on screen.

use std::ops::Range;

/// Rows drawn above and below the visible ones, so that a quick scroll meets no gap.
const SPARE: usize = 6;

/// What is unfolded below one row of a list: the row, and the pixels it takes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Unfolded {
    /// The row above it.
    pub row: usize,
    /// Its height.
    pub height: f64,
}

impl Unfolded {
    /// Where row `index` begins.
    #[must_use]
    pub fn top(&self, index: usize, row_height: f64) -> f64 {
        index as f64 * row_height + if index > self.row { self.height } else { 0.0 }
    }

    /// A height of the list as if nothing were unfolded.
    fn folded(&self, y: f64, row_height: f64) -> f64 {
        let edge = (self.row + 1) as f64 * row_height;
        if y <= edge { y } else { (y - self.height).max(edge) }
    }
}

/// The rows to draw of a list of `total` rows of `row_height`, scrolled to `top` in a pane of `height`.
#[must_use]
pub fn visible_rows(
    top: f64,
    height: f64,
    row_height: f64,
    total: usize,
    unfolded: Unfolded,
) -> Range<usize> {
    let (first, last) = (unfolded.folded(top, row_height), unfolded.folded(top + height, row_height));
    // the casts saturate: a pane above the list draws from 0
    let start = ((first / row_height).floor() as usize).saturating_sub(SPARE).min(total);
    start..((last / row_height).ceil() as usize + 1 + SPARE).min(total)
}

/// The scroll position nearest to `top` at which the row that begins at `row` is wholly in view, a row's height clear
/// of the edges.
#[must_use]
pub fn scroll_to(row: f64, top: f64, height: f64, row_height: f64) -> f64 {
    let margin = row_height.min((height - row_height).max(0.0) / 2.0);
    if row < top + margin {
        (row - margin).max(0.0)
    } else if row + row_height > top + height - margin {
        row + row_height + margin - height
    } else {
        top
    }
}

/// Blocks of unlike, estimated heights: where each begins, and where the last ends.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heights {
    tops: Vec<f64>,
}

impl Heights {
    /// Adds the blocks' heights up.
    #[must_use]
    pub fn new(heights: impl IntoIterator<Item = f64>) -> Self {
        let mut tops = vec![0.0];
        let mut sum = 0.0;
        for height in heights {
            sum += height;
            tops.push(sum);
        }
        Self { tops }
    }

    /// How many blocks there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tops.len().saturating_sub(1)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where block `index` begins; the whole height for an index past the end.
    #[must_use]
    pub fn top(&self, index: usize) -> f64 {
        self.tops.get(index).or(self.tops.last()).copied().unwrap_or_default()
    }

    /// The blocks that share a pixel with `top..top + height`, widened by `margin` pixels on both sides.
    #[must_use]
    pub fn visible(&self, top: f64, height: f64, margin: f64) -> Range<usize> {
        let from = self.tops.partition_point(|t| *t <= top - margin).saturating_sub(1);
        let to = self.tops.partition_point(|t| *t < top + height + margin).min(self.len());
        from.min(to)..to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_drawn() {
        let rows = |top, height, total| visible_rows(top, height, 40.0, total, Unfolded::default());
        assert_eq!(rows(0.0, 400.0, 60_000), 0..17);
        assert_eq!(rows(40_000.0, 400.0, 60_000), 994..1017);
        assert_eq!(rows(-50.0, 400.0, 3), 0..3);
        assert_eq!(rows(9e9, 400.0, 3), 3..3);
    }

    #[test]
    fn what_is_unfolded_moves_the_rows_below_it() {
        let unfolded = Unfolded { row: 20, height: 1000.0 };
        let rows = |top| visible_rows(top, 400.0, 40.0, 600, unfolded);
        assert_eq!(rows(0.0), 0..17, "above it all is as before");
        assert_eq!(rows(1000.0), 15..28, "inside it the row above it is drawn");
        assert_eq!(rows(4000.0), 69..92);
        assert!(
            (unfolded.top(20, 40.0) - 800.0).abs() < 1e-9 && (unfolded.top(21, 40.0) - 1840.0).abs() < 1e-9
        );
    }

    #[test]
    fn a_row_is_brought_into_view_by_the_shortest_way() {
        assert!((scroll_to(200.0, 0.0, 400.0, 40.0) - 0.0).abs() < 1e-9, "already in view");
        assert!((scroll_to(4000.0, 0.0, 400.0, 40.0) - 3680.0).abs() < 1e-9);
        assert!((scroll_to(80.0, 4000.0, 400.0, 40.0) - 40.0).abs() < 1e-9);
        assert!(scroll_to(0.0, 4000.0, 20.0, 40.0).abs() < 1e-9, "a pane lower than a row");
    }

    #[test]
    fn blocks_are_found_by_their_heights() {
        let heights = Heights::new([100.0, 50.0, 200.0, 10.0]);
        assert_eq!((heights.len(), heights.top(2), heights.top(9)), (4, 150.0, 360.0));
        assert_eq!(heights.visible(0.0, 100.0, 0.0), 0..1);
        assert_eq!(heights.visible(120.0, 40.0, 0.0), 1..3);
        assert_eq!(heights.visible(355.0, 500.0, 0.0), 3..4);
        assert_eq!(heights.visible(0.0, 1.0, 1e9), 0..4);
        assert_eq!(Heights::default().visible(0.0, 10.0, 0.0), 0..0);
    }
}
