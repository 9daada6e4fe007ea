//! Light and dark, and what a reload keeps.

use crate::harness::{Session, call};
use crate::steps::{FERRY, file};
use headless_chrome::protocol::cdp::Emulation::{MediaFeature, SetEmulatedMedia};

/// Contrast of two CSS colours as WCAG 2.2 defines it (1 to 21), computed by the page's own engine.
const CONTRAST: &str = "
(element => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const pixel = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = element;
  while (ground && pixel(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
  const back = luminance(pixel(getComputedStyle(ground ?? document.documentElement).backgroundColor));
  const text = luminance(pixel(getComputedStyle(element).color));
  return { back, contrast: (Math.max(back, text) + 0.05) / (Math.min(back, text) + 0.05) };
})";

impl Session {
    fn prefer(&self, scheme: &str) {
        let feature = MediaFeature { name: "prefers-color-scheme".to_owned(), value: scheme.to_owned() };
        call(&self.tab, SetEmulatedMedia { media: None, features: Some(vec![feature]) });
    }

    /// Luminance of the ground (0 to 1) and contrast of the text on it, of the first element that fits.
    fn colours(&self, css: &str) -> (f64, f64) {
        let found = self.eval(&format!("{CONTRAST}(document.querySelector('{css}'))"));
        (found["back"].as_f64().expect("a ground"), found["contrast"].as_f64().expect("a contrast"))
    }
}

#[test]
fn both_themes_are_legible_and_the_choice_survives_a_reload() {
    let session = Session::open("");
    session.drop_files(&[file("themes", "ferry.txt", FERRY)]);
    session.counts_of(1);
    session.tab("Events");
    let legible = |name: &str, dark: bool| {
        session.until(&format!("the {name} theme"), || {
            let (ground, _) = session.colours("body");
            ((ground < 0.2) == dark).then_some(())
        });
        session.shot(name);
        for css in
            ["[role=status]", "[role=tab]", "ol[aria-label=Events] button", "[aria-label=Reader] article p"]
        {
            let (_, contrast) = session.colours(css);
            assert!(contrast >= 4.5, "{css} in {name}: {contrast:.1}");
        }
    };
    session.prefer("light");
    legible("light", false);
    session.click(&session.element("button", "Switch to dark colours"));
    legible("dark", true);
    session.tab.reload(false, None).expect("a reload");
    session.element("button", "Switch to light colours");
    session.until("dark after the reload", || (session.colours("body").0 < 0.2).then_some(()));
    session.assert_private_and_quiet();
}

#[test]
fn a_reload_brings_the_sample_and_the_selection_back() {
    let session = Session::open("");
    session.click(&session.element("button", "Try a sample"));
    let counts = session.until("all of the sample", || Some(session.counts()).filter(|c| c.documents >= 7));
    session.tab("Events");
    let chosen = session.until_tree("an event", |tree| {
        let list = tree.find("list", "Events")?;
        tree.below(list).into_iter().filter(|node| node.role == "button").nth(2).cloned()
    });
    session.click(&chosen);
    let current = "document.querySelector('ol[aria-label=Events] [aria-current=true]')?.innerText ?? ''";
    session.until_true("the event selected", &format!("({current}) !== ''"));
    let before = session.eval(current);
    session.tab.reload(false, None).expect("a reload");
    session.until("all of the sample again", || Some(session.counts()).filter(|c| *c == counts));
    session.until("the same event selected", || (session.eval(current) == before).then_some(()));
    session.assert_private_and_quiet();
}
