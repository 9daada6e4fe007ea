//! The built page (`dist/`) in headless Chromium, under a sub-path as on GitHub Pages, driven as a user
//! drives it and read as a screen reader reads it: roles, names and counts, not markup.
//!
//! Every test ends with `assert_private_and_quiet`: nothing was asked of another host, and the console had
//! nothing to complain about.

mod access;
mod ax;
mod dates;
mod explore;
mod files;
mod harness;
mod keyboard;
mod places;
mod privacy;
mod reload;
mod server;
mod steps;
mod stories;
mod themes;
mod tiers;
