//! The countries' outlines, baked into `data/basemap/` by the `bake` binary.
//!
//! One country a line: its ISO 3166-1 alpha-2 code (empty where it has none), a tab, its name, a
//! tab, its rings with `;` between them. A ring is integers, each with its sign and nothing else
//! between them: longitude and latitude of the first corner in tenths of a degree (WGS 84), then the
//! step to each next corner. Rings close by themselves, never cross the antimeridian, and holes are
//! rings like the others: fill by the even-odd rule.
//!
//! ```text
//! XA⇥Aland⇥+120-50+0+20-20+0;+300+10+5+0+0+5
//! ```

/// One country's outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape<'t> {
    /// ISO 3166-1 alpha-2; empty where it has none.
    pub country: &'t str,
    /// The name Natural Earth gives it, partly abbreviated.
    pub name: &'t str,
    /// Corners as longitude and latitude in tenths of a degree; at least three a ring.
    pub rings: Vec<Vec<(i16, i16)>>,
}

/// Reads a basemap file. What is damaged is left out, ring by ring.
#[must_use]
pub fn parse(text: &str) -> Vec<Shape<'_>> {
    text.lines()
        .filter_map(|line| {
            let mut fields = line.splitn(3, '\t');
            let (country, name) = (fields.next()?, fields.next()?);
            let rings: Vec<_> = fields.next()?.split(';').filter_map(ring).collect();
            (!rings.is_empty()).then_some(Shape { country, name, rings })
        })
        .collect()
}

/// One ring, `None` where it is not one.
fn ring(text: &str) -> Option<Vec<(i16, i16)>> {
    let mut points = Vec::new();
    let mut at: (i16, i16) = (0, 0);
    let mut rest = text;
    while !rest.is_empty() {
        let (lon, after) = number(rest)?;
        let (lat, after) = number(after)?;
        at = (at.0.checked_add(lon)?, at.1.checked_add(lat)?);
        if !(-1800..=1800).contains(&at.0) || !(-900..=900).contains(&at.1) {
            return None;
        }
        points.push(at);
        rest = after;
    }
    (points.len() >= 3).then_some(points)
}

/// A signed number and what follows it.
fn number(text: &str) -> Option<(i16, &str)> {
    let digits = text.strip_prefix(['+', '-'])?;
    let end = digits.find(['+', '-']).unwrap_or(digits.len());
    let (number, rest) = text.split_at(1 + end);
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_running_sums() {
        let shapes = parse("XA\tAland\t+120-50+0+20-20+0;+300+10+5+0+0+5\n");
        assert_eq!(
            shapes,
            [Shape {
                country: "XA",
                name: "Aland",
                rings: vec![vec![(120, -50), (120, -30), (100, -30)], vec![(300, 10), (305, 10), (305, 15)]]
            }]
        );
    }

    #[test]
    fn damaged_rings_are_left_out() {
        for damaged in
            ["", "+1", "+1+2+3+4", "+1+2+3+4+5", "1+2+3+4+5+6", "+1++2", "+1801+0+1+0+0+1", "+9é+1"]
        {
            assert_eq!(ring(damaged), None, "{damaged}");
        }
        assert!(parse("XA\tAland\nXB\n\n").is_empty());
    }

    /// The committed files: every line is read whole, and no edge runs across the map.
    #[test]
    fn the_baked_files_are_whole() {
        let files = [
            (include_str!("../../data/basemap/countries-110m.txt"), 170),
            (include_str!("../../data/basemap/countries-50m.txt"), 220),
        ];
        for (text, least) in files {
            let shapes = parse(text);
            assert!(shapes.len() >= least && shapes.len() == text.lines().count());
            for (shape, line) in shapes.iter().zip(text.lines()) {
                assert_eq!(shape.rings.len(), line.split(';').count(), "{}", shape.name);
                for ring in &shape.rings {
                    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                        // Antarctica's lower edge is the only one as wide as the map
                        assert!(a.0.abs_diff(b.0) <= 1800 || a.1 == -900, "{}", shape.name);
                    }
                }
            }
            let country = |code: &str| shapes.iter().find(|s| s.country == code).map(|s| s.name);
            assert_eq!(
                (country("SY"), country("XK"), country("FR")),
                (Some("Syria"), Some("Kosovo"), Some("France"))
            );
        }
    }
}
