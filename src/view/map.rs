//! The map: its projections, the view on it, points and their clusters.
//!
//! World coordinates run from 0 to [`WORLD`] in x and 0 to [`Projection::height`] in y, north up; a
//! [`View`] turns them into pixels.

use crate::dossier::PlaceEntry;

/// Width of the world in world coordinates.
pub const WORLD: f64 = 1000.0;

// B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection" (2018): its four coefficients,
// and the extent of the unit sphere under it.
const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
const X_MOST: f64 = 2.706_629_983_696_2;
const Y_MOST: f64 = 1.317_362_759_157_4;

/// The latitude, in degrees, at which a Mercator map is cut off: just beyond the northernmost land.
const MERCATOR_MOST: f64 = 84.0;

/// Largest zoom: a pixel is then about a kilometre on a usual screen.
const CLOSEST: f64 = 60.0;
/// Share of the mentions that the first view holds in each direction.
const OPENING_SHARE: f64 = 0.8;
/// Points nearer to each other than this many pixels are drawn as one.
const CLUSTER: f64 = 22.0;

/// The sphere's mean radius in kilometres.
const RADIUS: f64 = 6371.0;

/// How the globe is laid flat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Projection {
    /// Equal Earth: areas are right.
    #[default]
    EqualArea,
    /// Mercator: directions are right, and areas grow towards the poles.
    Mercator,
}

impl Projection {
    /// Height of the world in world coordinates.
    #[must_use]
    pub fn height(self) -> f64 {
        match self {
            Self::EqualArea => WORLD * Y_MOST / X_MOST,
            Self::Mercator => WORLD * mercator(MERCATOR_MOST) / std::f64::consts::PI,
        }
    }

    /// World coordinates of a point in degrees.
    #[must_use]
    pub fn project(self, lon: f64, lat: f64) -> (f64, f64) {
        let (x, y, x_most, y_most) = match self {
            Self::EqualArea => {
                let half_root_three = 3.0_f64.sqrt() / 2.0;
                let theta = (half_root_three * lat.clamp(-90.0, 90.0).to_radians().sin()).asin();
                let (t6, t2) = powers(theta);
                let x = lon.to_radians() * theta.cos() / (half_root_three * slope(t6, t2));
                (x, theta * rise(t6, t2), X_MOST, Y_MOST)
            }
            Self::Mercator => {
                let y = mercator(lat.clamp(-MERCATOR_MOST, MERCATOR_MOST));
                (lon.to_radians(), y, std::f64::consts::PI, mercator(MERCATOR_MOST))
            }
        };
        ((x / x_most + 1.0) * WORLD / 2.0, (1.0 - y / y_most) * self.height() / 2.0)
    }

    /// Longitude and latitude in degrees of a world point; `None` off the globe.
    #[must_use]
    pub fn unproject(self, point: (f64, f64)) -> Option<(f64, f64)> {
        let (x, y) = (2.0 * point.0 / WORLD - 1.0, 1.0 - 2.0 * point.1 / self.height());
        let (lon, lat) = match self {
            Self::EqualArea => {
                let half_root_three = 3.0_f64.sqrt() / 2.0;
                let mut theta = y * Y_MOST / A[0];
                // Newton's method, which is below a metre long before the eighth step
                for _ in 0..8 {
                    let (t6, t2) = powers(theta);
                    theta -= (theta * rise(t6, t2) - y * Y_MOST) / slope(t6, t2);
                }
                let (t6, t2) = powers(theta);
                let lat = (theta.sin() / half_root_three).asin().to_degrees();
                ((x * X_MOST * half_root_three * slope(t6, t2) / theta.cos()).to_degrees(), lat)
            }
            Self::Mercator => (x * 180.0, (y * mercator(MERCATOR_MOST)).sinh().atan().to_degrees()),
        };
        let inside = lat.is_finite() && lon.abs() <= 180.0 && y.abs() <= 1.0;
        inside.then_some((lon, lat))
    }

    /// Kilometres a world unit at a world point. On the equal-area map it is the same everywhere, so that a circle's
    /// area is right.
    fn kilometres(self, point: (f64, f64)) -> f64 {
        match self {
            Self::EqualArea => RADIUS * 2.0 * X_MOST / WORLD,
            Self::Mercator => {
                let lat = self.unproject(point).map_or(0.0, |(_, lat)| lat);
                RADIUS * 2.0 * std::f64::consts::PI / WORLD * lat.to_radians().cos()
            }
        }
    }
}

/// How far north of the equator a latitude in degrees lies on a Mercator map of the unit sphere.
fn mercator(lat: f64) -> f64 {
    lat.to_radians().tan().asinh()
}

// the polynomials of Equal Earth, in the square and the sixth power of its parametric latitude
fn powers(theta: f64) -> (f64, f64) {
    let t2 = theta * theta;
    (t2 * t2 * t2, t2)
}

fn rise(t6: f64, t2: f64) -> f64 {
    A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2)
}

fn slope(t6: f64, t2: f64) -> f64 {
    A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2)
}

/// What part of the world is on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// World coordinates of the middle.
    pub middle: (f64, f64),
    /// Pixels a world unit.
    pub scale: f64,
    /// The pane in pixels.
    pub size: (f64, f64),
    /// What world coordinates mean.
    pub projection: Projection,
}

impl View {
    /// So many kilometres in pixels, at a pixel of the pane.
    #[must_use]
    pub fn pixels(&self, kilometres: f64, at: (f64, f64)) -> f64 {
        kilometres / self.projection.kilometres(self.world_of(at)) * self.scale
    }

    /// The same part of the world under another projection, as nearly as may be.
    #[must_use]
    pub fn under(&self, projection: Projection) -> Self {
        let middle = self.projection.unproject(self.middle);
        let world = Self::world(self.size, projection);
        let middle = middle.map_or(world.middle, |(lon, lat)| projection.project(lon, lat));
        let scale = self.scale / least_scale(self.size, self.projection) * world.scale;
        Self { middle, scale, ..world }.held()
    }

    /// The whole world in a pane.
    #[must_use]
    pub fn world(size: (f64, f64), projection: Projection) -> Self {
        let size = (size.0.max(1.0), size.1.max(1.0));
        let middle = (WORLD / 2.0, projection.height() / 2.0);
        Self { middle, scale: least_scale(size, projection), size, projection }
    }

    /// The part of the world that holds all `points` (world coordinates) with a margin; the world
    /// where there is none.
    #[must_use]
    pub fn fitting(points: &[(f64, f64)], size: (f64, f64), projection: Projection) -> Self {
        let world = Self::world(size, projection);
        let mut points = points.iter();
        let Some(first) = points.next() else { return world };
        let (mut low, mut high) = (*first, *first);
        for point in points {
            low = (low.0.min(point.0), low.1.min(point.1));
            high = (high.0.max(point.0), high.1.max(point.1));
        }
        let margin = 44.0;
        // a single place is shown with the countries around it
        let extent = ((high.0 - low.0).max(130.0), (high.1 - low.1).max(80.0));
        let room = ((world.size.0 - 2.0 * margin).max(40.0), (world.size.1 - 2.0 * margin).max(40.0));
        let scale = (room.0 / extent.0).min(room.1 / extent.1);
        let middle = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
        Self { middle, scale, ..world }.held()
    }

    /// The part of the world that most is told of: a name told once on another continent must not
    /// shrink the rest. `points` are (world coordinates, weight).
    #[must_use]
    pub fn opening(points: &[((f64, f64), u32)], size: (f64, f64), projection: Projection) -> Self {
        let (west, east) = most_of(points.iter().map(|(at, weight)| (at.0, *weight)).collect());
        let (north, south) = most_of(points.iter().map(|(at, weight)| (at.1, *weight)).collect());
        let inside: Vec<_> = points
            .iter()
            .map(|(at, _)| *at)
            .filter(|at| (west..=east).contains(&at.0) && (north..=south).contains(&at.1))
            .collect();
        Self::fitting(&inside, size, projection)
    }

    /// The pixel of a world point.
    #[must_use]
    pub fn pixel(&self, point: (f64, f64)) -> (f64, f64) {
        (
            (point.0 - self.middle.0) * self.scale + self.size.0 / 2.0,
            (point.1 - self.middle.1) * self.scale + self.size.1 / 2.0,
        )
    }

    /// The world point of a pixel.
    #[must_use]
    pub fn world_of(&self, pixel: (f64, f64)) -> (f64, f64) {
        (
            (pixel.0 - self.size.0 / 2.0) / self.scale + self.middle.0,
            (pixel.1 - self.size.1 / 2.0) / self.scale + self.middle.1,
        )
    }

    /// Zoomed by `factor` so that the world point at pixel `at` stays where it is.
    #[must_use]
    pub fn zoomed(&self, factor: f64, at: (f64, f64)) -> Self {
        let least = least_scale(self.size, self.projection);
        let scale = (self.scale * factor).clamp(least, least * CLOSEST);
        let by = (at.0 - self.size.0 / 2.0, at.1 - self.size.1 / 2.0);
        let held = (self.middle.0 + by.0 / self.scale, self.middle.1 + by.1 / self.scale);
        Self { middle: (held.0 - by.0 / scale, held.1 - by.1 / scale), scale, ..*self }.held()
    }

    /// Moved so that what was at pixel (x, y) is at (x − by.0, y − by.1).
    #[must_use]
    pub fn panned(&self, by: (f64, f64)) -> Self {
        let middle = (self.middle.0 + by.0 / self.scale, self.middle.1 + by.1 / self.scale);
        Self { middle, ..*self }.held()
    }

    /// The same middle and zoom on a pane of another size.
    #[must_use]
    pub fn with_size(&self, size: (f64, f64)) -> Self {
        let size = (size.0.max(1.0), size.1.max(1.0));
        Self { size, ..*self }.held()
    }

    /// Moved, if need be, so that a world point is well inside the pane.
    #[must_use]
    pub fn showing(&self, point: (f64, f64)) -> Self {
        let (x, y) = self.pixel(point);
        let inside = |v: f64, size: f64| (size * 0.12..=size * 0.88).contains(&v);
        if inside(x, self.size.0) && inside(y, self.size.1) {
            *self
        } else {
            Self { middle: point, ..*self }.held()
        }
    }

    /// The `transform` of a group in world coordinates, as (x, y, scale).
    #[must_use]
    pub fn transform(&self) -> (f64, f64, f64) {
        let (x, y) = self.pixel((0.0, 0.0));
        (x, y, self.scale)
    }

    /// Never smaller than the world, never beyond its edge.
    fn held(self) -> Self {
        let least = least_scale(self.size, self.projection);
        let scale = self.scale.clamp(least, least * CLOSEST);
        let hold = |middle: f64, world: f64, size: f64| {
            let half = size / scale / 2.0;
            if half * 2.0 >= world { world / 2.0 } else { middle.clamp(half, world - half) }
        };
        let middle = (
            hold(self.middle.0, WORLD, self.size.0),
            hold(self.middle.1, self.projection.height(), self.size.1),
        );
        Self { middle, scale, ..self }
    }
}

/// The shortest stretch that holds [`OPENING_SHARE`] of the weight.
fn most_of(values: Vec<(f64, u32)>) -> (f64, f64) {
    let values = super::sorted(values, &|a, b| a.0.total_cmp(&b.0));
    let all: u64 = values.iter().map(|(_, weight)| u64::from(*weight)).sum();
    let least = (all as f64 * OPENING_SHARE).ceil() as u64;
    let mut best = (f64::MIN, f64::MAX);
    let (mut first, mut held) = (0, 0);
    for (value, weight) in &values {
        held += u64::from(*weight);
        while held - u64::from(values[first].1) >= least {
            held -= u64::from(values[first].1);
            first += 1;
        }
        if held >= least && value - values[first].0 < best.1 - best.0 {
            best = (values[first].0, *value);
        }
    }
    best
}

fn least_scale(size: (f64, f64), projection: Projection) -> f64 {
    (size.0 / WORLD).min(size.1 / projection.height())
}

/// A place to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The gazetteer's id.
    pub id: u32,
    /// World coordinates.
    pub at: (f64, f64),
    /// Mentions.
    pub count: u32,
    /// Whether it is an area (country, province, region) whose point is only its middle.
    pub area: bool,
    /// What is told of it.
    pub told: Told,
}

/// What is told of a place, the least first; drawn as a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Reports were filed there, and nothing more.
    Dateline,
    /// It is mentioned.
    Mentioned,
    /// Something happened there.
    Scene,
}

impl Told {
    /// What the counts say.
    #[must_use]
    pub fn of(entry: &PlaceEntry) -> Self {
        if entry.events > 0 {
            Self::Scene
        } else if entry.mentions == entry.datelines {
            Self::Dateline
        } else {
            Self::Mentioned
        }
    }
}

/// One or several points that lie together at this zoom.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The places, the most told first.
    pub ids: Vec<u32>,
    /// Pixel of the middle of the first.
    pub at: (f64, f64),
    /// Mentions of all.
    pub count: u32,
    /// Radius in pixels; the area grows with the count.
    pub radius: f64,
    /// Whether it is a single area.
    pub area: bool,
    /// The most that is told of any of them.
    pub told: Told,
}

/// A spot's name and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Index of the spot.
    pub spot: usize,
    /// The name.
    pub text: String,
    /// Its left end and its middle line, in pixels.
    pub at: (f64, f64),
}

/// The names of spots: the larger first, beside, above or below their spot, and none that would lie on
/// another name or spot. The spots of which `must` is true get theirs first.
#[must_use]
pub fn labels(
    spots: &[Spot],
    view: &View,
    must: impl Fn(&Spot) -> bool,
    name: impl Fn(&Spot) -> String,
) -> Vec<Label> {
    /// Size of a name in pixels, and the most of them.
    const SIZE: f64 = 12.0;
    const MOST: usize = 24;
    let order = super::order(spots.len(), &|a, b| must(&spots[b]).cmp(&must(&spots[a])));
    let mut taken: Vec<(f64, f64, f64, f64)> = Vec::new();
    let mut out = Vec::new();
    for spot_at in order.into_iter().take(MOST * 3) {
        let spot = &spots[spot_at];
        let text = name(spot);
        let (width, half) = (super::text_width(&text, SIZE), SIZE * 0.6);
        let ((x, y), r) = (spot.at, spot.radius + 4.0);
        let sides = [
            (x + r, y),
            (x - r - width, y),
            (x - width / 2.0, y - r - half),
            (x - width / 2.0, y + r + half),
        ];
        let free = sides.into_iter().find(|(left, middle)| {
            let (right, top, bottom) = (left + width, middle - half, middle + half);
            let apart =
                |b: &(f64, f64, f64, f64)| right <= b.0 || *left >= b.2 || bottom <= b.1 || top >= b.3;
            let clear = |(other, s): (usize, &Spot)| {
                let r = s.radius + 1.0;
                other == spot_at || apart(&(s.at.0 - r, s.at.1 - r, s.at.0 + r, s.at.1 + r))
            };
            let inside = *left >= 0.0 && right <= view.size.0 && top >= 0.0 && bottom <= view.size.1;
            inside && taken.iter().all(apart) && spots.iter().enumerate().all(clear)
        });
        // a selected spot is named whatever lies below
        let at = free.or(must(spot).then_some(sides[0]));
        if let Some(at) = at.filter(|_| out.len() < MOST) {
            taken.push((at.0, at.1 - half, at.0 + width, at.1 + half));
            out.push(Label { spot: spot_at, text, at });
        }
    }
    out
}

/// The spots on screen, the smallest last, so that none hides behind a larger one.
#[must_use]
pub fn spots(points: &[Point], view: &View) -> Vec<Spot> {
    let most = points.iter().map(|p| p.count).max().unwrap_or(1);
    let order = super::order(points.len(), &|a, b| {
        points[b].count.cmp(&points[a].count).then(points[a].id.cmp(&points[b].id))
    });
    let mut out: Vec<Spot> = Vec::new();
    // a grid of cells as wide as a cluster: a point's cluster is in its own cell or in one beside it
    let mut cells: std::collections::BTreeMap<(i32, i32), Vec<usize>> = std::collections::BTreeMap::new();
    for point in order.into_iter().map(|at| &points[at]) {
        let (x, y) = view.pixel(point.at);
        if x < -CLUSTER || y < -CLUSTER || x > view.size.0 + CLUSTER || y > view.size.1 + CLUSTER {
            continue;
        }
        let cell = ((x / CLUSTER).floor() as i32, (y / CLUSTER).floor() as i32);
        let near = (-1..=1)
            .flat_map(|dx| (-1..=1).map(move |dy| (cell.0 + dx, cell.1 + dy)))
            .filter_map(|c| cells.get(&c))
            .flatten()
            .copied()
            .find(|at| {
                let (dx, dy) = (out[*at].at.0 - x, out[*at].at.1 - y);
                dx * dx + dy * dy < CLUSTER * CLUSTER
            });
        if let Some(at) = near {
            out[at].ids.push(point.id);
            out[at].count += point.count;
            out[at].area = false;
            out[at].told = out[at].told.max(point.told);
        } else {
            cells.entry(cell).or_default().push(out.len());
            out.push(Spot {
                ids: vec![point.id],
                at: (x, y),
                count: point.count,
                radius: 0.0,
                area: point.area,
                told: point.told,
            });
        }
    }
    let most = out.iter().map(|s| s.count).max().unwrap_or(1).max(most);
    for spot in &mut out {
        spot.radius = 4.5 + 13.0 * (f64::from(spot.count) / f64::from(most)).sqrt();
    }
    super::sorted(out, &|a, b| b.count.cmp(&a.count).then_with(|| a.ids.cmp(&b.ids)))
}

#[cfg(test)]
mod tests {
    use super::Projection::{EqualArea, Mercator};
    use super::*;

    fn project(lon: f64, lat: f64) -> (f64, f64) {
        EqualArea.project(lon, lat)
    }

    fn near(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() < 1e-3 && (a.1 - b.1).abs() < 1e-3
    }

    #[test]
    fn the_projection_fills_its_frame() {
        assert!(near(project(0.0, 0.0), (WORLD / 2.0, EqualArea.height() / 2.0)));
        assert!(near(project(180.0, 0.0), (WORLD, EqualArea.height() / 2.0)));
        assert!((project(0.0, 90.0).1).abs() < 1e-3);
        assert!(
            (project(-180.0, 90.0).0 - project(180.0, 90.0).0).abs() > WORLD * 0.4,
            "the poles are lines"
        );
    }

    #[test]
    fn the_projection_is_undone() {
        let view = View::world((900.0, 500.0), EqualArea).zoomed(3.0, (500.0, 200.0));
        for (lon, lat) in [(0.0, 0.0), (36.3, 33.5), (-179.0, -60.0), (151.2, -33.9), (12.0, 85.0)] {
            let back =
                EqualArea.unproject(view.world_of(view.pixel(project(lon, lat)))).expect("on the globe");
            assert!(near(back, (lon, lat)), "{back:?} for {lon} {lat}");
        }
        assert_eq!(EqualArea.unproject((0.0, 0.0)), None, "the corners are off the globe");
    }

    #[test]
    fn mercator_is_undone_and_its_circles_grow_towards_the_poles() {
        let view = View::world((900.0, 500.0), Mercator).zoomed(3.0, (500.0, 200.0));
        for (lon, lat) in [(0.0, 0.0), (36.3, 33.5), (-179.0, -60.0), (12.0, 83.0)] {
            let back = Mercator.unproject(view.world_of(view.pixel(Mercator.project(lon, lat))));
            assert!(near(back.expect("on the globe"), (lon, lat)), "{back:?} for {lon} {lat}");
        }
        let circle = |lat| view.pixels(100.0, view.pixel(Mercator.project(0.0, lat)));
        assert!((circle(60.0) / circle(0.0) - 2.0).abs() < 1e-6, "at 60 degrees all is twice as long");
        let equal = view.under(EqualArea).under(Mercator);
        assert!(near(equal.middle, view.middle) && (equal.scale / view.scale - 1.0).abs() < 1e-9);
        assert_eq!(Mercator.unproject((WORLD / 2.0, -1.0)), None, "beyond the edge is off the globe");
    }

    #[test]
    fn the_projection_keeps_areas() {
        // a cell of ten degrees at the equator and one at 60° north, whose true areas are known
        let area = |south: f64| {
            let (a, b) = (project(-0.05, south), project(0.05, south));
            let (c, d) = (project(-0.05, south + 10.0), project(0.05, south + 10.0));
            ((b.0 - a.0) + (d.0 - c.0)) / 2.0 * (a.1 - c.1)
        };
        let truth = |south: f64| (south + 10.0).to_radians().sin() - south.to_radians().sin();
        let (found, expected) = (area(60.0) / area(0.0), truth(60.0) / truth(0.0));
        assert!((found - expected).abs() < 0.01, "{found} {expected}");
    }

    #[test]
    fn the_view_stays_on_the_world() {
        let size = (600.0, 300.0);
        let view = View::world(size, EqualArea).zoomed(8.0, (10.0, 10.0)).panned((-1e6, 1e6));
        let corner = view.pixel((0.0, EqualArea.height()));
        assert!(near(corner, (0.0, 300.0)), "{corner:?}");
        let back = view.zoomed(1e-9, (0.0, 0.0));
        assert!(near(back.middle, View::world(size, EqualArea).middle));
        let fitted = View::fitting(&[project(35.0, 33.0), project(44.0, 36.0)], size, EqualArea);
        for point in [project(35.0, 33.0), project(44.0, 36.0)] {
            let (x, y) = fitted.pixel(point);
            assert!((0.0..600.0).contains(&x) && (0.0..300.0).contains(&y));
        }
        assert_eq!(View::fitting(&[], size, EqualArea), View::world(size, EqualArea));
    }

    #[test]
    fn the_first_view_is_where_most_is_told_of() {
        let size = (600.0, 400.0);
        let near: Vec<_> =
            [(36.3, 33.5), (43.1, 36.3), (35.5, 33.9)].map(|(lon, lat)| (project(lon, lat), 30)).into();
        let mut points = near.clone();
        points.push((project(-77.0, 38.9), 6));
        points.push((project(151.2, -33.9), 1));
        assert_eq!(View::opening(&points, size, EqualArea), View::opening(&near, size, EqualArea));
        assert_eq!(View::opening(&[], size, EqualArea), View::world(size, EqualArea));
        let one = View::opening(&points[..1], size, EqualArea);
        assert!(near_middle(one.pixel(points[0].0), size), "{one:?}");
    }

    fn near_middle(at: (f64, f64), size: (f64, f64)) -> bool {
        (at.0 - size.0 / 2.0).abs() < 1.0 && (at.1 - size.1 / 2.0).abs() < 1.0
    }

    #[test]
    fn names_lie_on_nothing() {
        let view = View::world((800.0, 400.0), EqualArea);
        let spot = |id, x, y, count| Spot {
            ids: vec![id],
            at: (x, y),
            count,
            radius: 6.0,
            area: false,
            told: Told::Scene,
        };
        let spots = [
            spot(1, 100.0, 100.0, 9),
            spot(2, 130.0, 102.0, 5),
            spot(3, 790.0, 50.0, 4),
            spot(4, 300.0, 200.0, 1),
        ];
        let name = |s: &Spot| format!("Town number {}", s.ids[0]);
        let told = labels(&spots, &view, |s| s.ids[0] == 4, name);
        assert_eq!(told[0].spot, 3, "the selected one comes first");
        assert_eq!(told.len(), 4);
        for label in &told {
            let right = label.at.0 + crate::view::text_width(&label.text, 12.0);
            assert!(label.at.0 >= 0.0 && right <= 800.0, "{label:?} leaves the pane");
            for spot in &spots {
                let beside = spot.at.0 + 6.0 <= label.at.0 || spot.at.0 - 6.0 >= right;
                assert!(beside || (spot.at.1 - label.at.1).abs() >= 13.0, "{label:?} lies on {spot:?}");
            }
        }
    }

    #[test]
    fn points_that_touch_are_counted_together() {
        let point =
            |id, lon, lat, count| Point { id, at: project(lon, lat), count, area: false, told: Told::Scene };
        let points = [
            point(1, 36.3, 33.5, 9),
            point(2, 36.8, 33.6, 2),
            point(3, 2.35, 48.85, 4),
            point(4, -74.0, 40.7, 1),
        ];
        let far = spots(&points, &View::world((800.0, 400.0), EqualArea));
        assert_eq!(far.iter().map(|s| s.count).sum::<u32>(), 16);
        assert_eq!(far[0].ids, [1, 2]);
        let close = View::world((800.0, 400.0), EqualArea)
            .zoomed(60.0, View::world((800.0, 400.0), EqualArea).pixel(points[0].at));
        assert!(spots(&points, &close).iter().all(|s| s.ids.len() == 1));
    }
}
