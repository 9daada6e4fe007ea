//! The weights of the two models, one a feature, as `src/bin/fit` has fitted them on the development sets.

use super::{recognise, resolve};

/// Over this sum a hit is a mention.
pub(crate) const THRESHOLD: f32 = 0.0;

/// See [`recognise`].
#[rustfmt::skip]
pub(crate) const RECOGNISE: [f32; recognise::FEATURES] = [
    0.54, 0.74, 2.51, 0.74, 0.81, 0.52, 0.83, 0.64, 0.10, 1.49, -0.64, -1.01,
    -0.50, -0.14, -0.90, -0.72, -0.90, 1.26, 0.49, -0.06, -0.59, -0.20, -0.72, -0.68,
    -0.03, -1.14, -0.18, 0.98, 0.91, 1.21, 0.69, -0.07, -0.72, 0.07, -0.11, -1.64,
    -0.48, 0.06, 1.61, -0.91, -0.37, 0.05, -0.63, 0.35, 0.16, -0.11, 1.01, 0.45,
    0.72, 0.00, -0.60, -0.07, -1.23, 0.96, -0.05, 0.55, 0.21, -1.05, -0.42, 1.09,
    0.11, -0.33, -0.90, 0.81,
];

/// See [`resolve`].
#[rustfmt::skip]
pub(crate) const RESOLVE: [f32; resolve::FEATURES] = [
    3.45, 1.26, 0.12, 0.37, 0.04, -1.92, -1.08, 0.43, -0.71, 1.12, 0.07, 0.00,
    3.46, -2.07, 0.31, 0.01, 2.50, 0.49, 0.42, -0.04, 0.93, 0.32, 0.63, 1.32,
    0.95, 0.84, 0.00, 0.00,
];
