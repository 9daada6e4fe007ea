//! A bundle's publication days, solved together.
//!
//! The documents of a bundle stand in an order, mostly newest or oldest first, and near each other in
//! time. Each document brings its possible days with a log-weight; the chain adds what each day says
//! about its neighbours' and answers every document's posterior weights (forward-backward in log space).

use super::weigh::Weighted;
use crate::timex::Day;

/// How the documents of a bundle stand in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    NewestFirst,
    OldestFirst,
    Mixed,
}

/// How the documents of a bundle stand, and how strictly they keep to it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Arrangement {
    order: Order,
    /// What a step against the order costs, beside its length.
    against: f32,
    /// Days within which neighbours mostly lie.
    reach: f32,
}

/// How dense a bundle may be: the days within which neighbours mostly lie. Its sure documents tell which.
const REACHES: [f32; 3] = [1.5, 5.0, 15.0];
/// The floor below which a gap says nothing more: two unrelated documents in one file must not pull at each
/// other.
const FLOOR: f32 = -6.0;
/// What a step against the order costs where it is kept strictly, and where it is broken now and then: a
/// bundle whose documents all keep it has no reason to break it with the one that leaves it open.
const AGAINST: [f32; 2] = [-6.0, -2.0];
/// A step either way spreads over four times as many days as a step in order: its share is so much less.
const MIXED: f32 = -1.4;
/// Heaviest days of each document that tell how the bundle stands.
const TELLING: usize = 6;
/// A bundle shorter than this shows no order.
const SHORTEST: usize = 3;

impl Arrangement {
    /// What a bundle is tried with.
    fn tried() -> impl Iterator<Item = Self> {
        let ordered = [Order::NewestFirst, Order::OldestFirst].into_iter().flat_map(|order| {
            REACHES.into_iter().flat_map(move |reach| AGAINST.map(|against| Self { order, against, reach }))
        });
        ordered.chain(REACHES.map(|reach| Self { order: Order::Mixed, against: 0.0, reach }))
    }

    /// Log-weight of a step from one document's day to the next one's.
    fn step(self, from: Day, to: Day) -> f32 {
        let gap = (to.number() - from.number()) as f32;
        let spread = -self.reach.ln();
        let along = match self.order {
            Order::NewestFirst => -gap,
            Order::OldestFirst => gap,
            Order::Mixed => return spread + MIXED + (-gap.abs() / (2.0 * self.reach)).max(FLOOR),
        };
        let length = if along >= 0.0 { -along / self.reach } else { along / 3.0 };
        spread + length.max(FLOOR) + if along >= 0.0 { 0.0 } else { self.against }
    }
}

/// The posterior share, 0 to 1, of every document's possible days, in the order they came in, and the
/// order that explains the bundle best. A document without possible days is passed over.
pub(super) fn solve(bundle: &[Vec<Weighted>]) -> (Order, Vec<Vec<f32>>) {
    let known: Vec<usize> = (0..bundle.len()).filter(|i| !bundle[*i].is_empty()).collect();
    let chain: Vec<&[Weighted]> = known.iter().map(|i| bundle[*i].as_slice()).collect();
    let mut shares: Vec<Vec<f32>> = bundle.iter().map(|_| Vec::new()).collect();
    let order = arrangement(&chain);
    let forward = sweep(&chain, |a, b| order.step(a, b), false);
    let backward = sweep(&chain, |a, b| order.step(b, a), true);
    for (at, document) in known.iter().enumerate() {
        // both sweeps hold the document's own weight: take it out once
        let joint: Vec<f32> = forward[at]
            .iter()
            .zip(&backward[at])
            .zip(chain[at])
            .map(|((before, after), (_, own))| before + after - own)
            .collect();
        let all = log_sum(joint.iter().copied());
        shares[*document] = joint.iter().map(|weight| (weight - all).exp()).collect();
    }
    (order.order, shares)
}

/// The arrangement that explains the bundle best, told from each document's heaviest days.
fn arrangement(chain: &[&[Weighted]]) -> Arrangement {
    let heaviest: Vec<Vec<Weighted>> = chain
        .iter()
        .map(|days| {
            let mut days = days.to_vec();
            crate::order::sort_by(&mut days, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            days.truncate(TELLING);
            days
        })
        .collect();
    let chain: Vec<&[Weighted]> = heaviest.iter().map(Vec::as_slice).collect();
    let weight = |order: &Arrangement| {
        let forward = sweep(&chain, |a, b| order.step(a, b), false);
        forward.last().map_or(0.0, |last| log_sum(last.iter().copied()))
    };
    let mut best = Arrangement { order: Order::Mixed, against: 0.0, reach: REACHES[1] };
    if chain.len() < SHORTEST {
        return best;
    }
    let mut most = f32::NEG_INFINITY;
    for order in Arrangement::tried() {
        let weight = weight(&order);
        if weight > most {
            (best, most) = (order, weight);
        }
    }
    best
}

/// One sweep over the chain; `step(neighbour, here)`. Rows are shifted so that their sum stays finite.
fn sweep(chain: &[&[Weighted]], step: impl Fn(Day, Day) -> f32, backwards: bool) -> Vec<Vec<f32>> {
    let mut rows: Vec<Vec<f32>> = vec![Vec::new(); chain.len()];
    let order: Vec<usize> =
        if backwards { (0..chain.len()).rev().collect() } else { (0..chain.len()).collect() };
    let mut previous: Option<usize> = None;
    for at in order {
        rows[at] = chain[at]
            .iter()
            .map(|(day, own)| {
                own + previous.map_or(0.0, |p| {
                    log_sum(
                        chain[p].iter().zip(&rows[p]).map(|((from, _), weight)| weight + step(*from, *day)),
                    )
                })
            })
            .collect();
        previous = Some(at);
    }
    rows
}

fn log_sum(weights: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = weights.clone().fold(f32::NEG_INFINITY, f32::max);
    if most.is_finite() { most + weights.map(|w| (w - most).exp()).sum::<f32>().ln() } else { most }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(list: &[i32]) -> Vec<Weighted> {
        list.iter().map(|d| (Day::from_number(*d), 0.0)).collect()
    }

    fn top(bundle: &[Vec<Weighted>]) -> (Order, Vec<Option<i32>>) {
        let (order, shares) = solve(bundle);
        let tops = bundle.iter().zip(&shares).map(|(days, shares)| {
            let best = (0..days.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b]))?;
            Some(days[best].0.number())
        });
        (order, tops.collect())
    }

    #[test]
    fn order_decides_between_equal_days() {
        let bundle = [days(&[20]), days(&[12, 19, 26]), days(&[17]), Vec::new(), days(&[9, 16, 23])];
        assert_eq!(top(&bundle), (Order::NewestFirst, vec![Some(20), Some(19), Some(17), None, Some(16)]));
        let mut turned = bundle;
        turned.reverse();
        assert_eq!(top(&turned), (Order::OldestFirst, vec![Some(16), None, Some(17), Some(19), Some(20)]));
    }

    #[test]
    fn shares_are_shares_and_far_neighbours_do_not_pull() {
        let bundle = [days(&[0]), vec![(Day::from_number(5000), 0.0), (Day::from_number(5007), 1.0)]];
        let (_, shares) = solve(&bundle);
        assert!((shares[1].iter().sum::<f32>() - 1.0).abs() < 1e-4);
        assert!(shares[1][1] > shares[1][0]);
    }

    #[test]
    fn long_chains_stay_finite() {
        let bundle: Vec<_> = (0..2000).map(|i| days(&[i * 3, i * 3 + 7, i * 3 - 7])).collect();
        let (_, shares) = solve(&bundle);
        assert!(shares.iter().flatten().all(|share| share.is_finite()));
    }
}
