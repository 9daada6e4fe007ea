//! WCAG 2.2 AA as far as a program can check it, in the states a reader of the page comes through, in both
//! themes and on a phone.

use crate::harness::{Session, call};
use crate::steps::file;
use headless_chrome::protocol::cdp::Emulation::SetDeviceMetricsOverride;
use serde_json::Value;

/// The checks; see there.
const AUDIT: &str = include_str!("audit.js");

/// Words of right-to-left and square scripts, each paragraph in its own.
const SCRIPTS: &str = "\
A report in three scripts

LISBON, May 9, 2019 (Harbour Press) - The ferry opened on 6 May 2019.

وصلت السفينة إلى الميناء في صباح يوم الاثنين وعلى متنها ركاب كثيرون.

הספינה הגיעה אל הנמל בבוקר.

船は月曜日の朝に港に着いた。
";

impl Session {
    /// Fails with every violation there is now, and with every control that has no name.
    fn audit(&self, state: &str) {
        let mut found: Vec<String> = match self.eval(AUDIT) {
            Value::Array(lines) => lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect(),
            other => vec![other.to_string()],
        };
        let tree = self.tree();
        for role in [
            "button",
            "link",
            "textbox",
            "searchbox",
            "combobox",
            "checkbox",
            "tab",
            "treeitem",
            "slider",
            "group",
            "region",
            "dialog",
            "tree",
            "progressbar",
            "separator",
            "splitter",
        ] {
            let nameless = tree.all(role).into_iter().filter(|node| node.name.trim().is_empty());
            // a group without a name (a menu's fold) groups nothing for a screen reader, unless it takes the focus
            let nameless = nameless.filter(|node| role != "group" || node.state("focusable") == "true");
            found.extend(nameless.map(|_| format!("4.1.2 a {role} without a name")));
        }
        assert!(found.is_empty(), "{state}: {found:#?}");
    }

    fn press_named(&self, name: &str) {
        self.click(&self.element("button", name));
    }

    /// Presses Tab through the page: each stop is to be seen, and to stand behind the one before.
    fn walk(&self, state: &str, most: usize) {
        self.eval("document.activeElement?.blur(); window.stops = []");
        for _ in 0..most {
            self.tab.press_key("Tab").expect("a key");
            let line = self.eval(
                "(() => { const at = document.activeElement; if (!at || at === document.body) return 'end'; \
                 if (window.stops.includes(at)) return 'end'; \
                 const ring = (el) => { const s = getComputedStyle(el); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; }; \
                 const behind = window.stops.at(-1); window.stops.push(at); \
                 const name = at.outerHTML.slice(0, 120); \
                 if (behind && !(behind.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'out of order: ' + name; \
                 const shown = ring(at) || ring(at.closest('label') ?? at) || (at.nextElementSibling && ring(at.nextElementSibling)); \
                 return shown ? '' : 'not to be seen: ' + name; })()",
            );
            match line.as_str().unwrap_or_default() {
                "" => {}
                "end" => return,
                problem => panic!("{state}: the focus is {problem}"),
            }
        }
    }
}

#[test]
fn the_first_page_and_everything_that_opens_is_accessible() {
    let session = Session::open("");
    session.until_place_data("complete");
    session.audit("welcome");
    session.walk("welcome", 12);
    session.click(&session.element("button", "Try a sample"));
    session.until("all of the sample", || Some(session.counts()).filter(|c| c.documents >= 7));
    for tab in ["Events", "Places", "Documents"] {
        session.tab(tab);
        session.audit(tab);
    }
    session.walk("the sample", 40);
    for menu in ["Filter", "Export"] {
        let open = format!(
            "[...document.querySelectorAll('details.menu')].forEach(menu => {{ menu.open = menu.innerText.includes({menu:?}); }})"
        );
        session.eval(&open);
        session.audit(menu);
    }
    session.eval("document.querySelectorAll('details.menu').forEach(menu => { menu.open = false; })");
    for mention in [".m-date", ".m-place", ".m-person", ".m-organisation"] {
        session.eval(&format!("document.querySelector('.reader-body {mention}')?.click()"));
        session.until_true("the card", "!!document.querySelector('.card')");
        session.audit(mention);
    }
    session.press_named("Switch to dark colours");
    session.audit("dark");
    session.press_named("Help");
    session.audit("help");
    session.assert_private_and_quiet();
}

#[test]
fn a_phone_shows_the_list_first_and_every_pane_is_accessible() {
    let session = Session::open("");
    let metrics = SetDeviceMetricsOverride {
        width: 390,
        height: 844,
        device_scale_factor: 2.0,
        mobile: true,
        ..metrics()
    };
    call(&session.tab, metrics);
    session.until_place_data("complete");
    session.audit("welcome on a phone");
    session.click(&session.element("button", "Try a sample"));
    session.until("all of the sample", || Some(session.counts()).filter(|c| c.documents >= 7));
    assert!(!session.items("Events").is_empty(), "the list of events is in front");
    for pane in ["List", "Timeline", "Map", "Text"] {
        session.press_named(pane);
        session.audit(pane);
        let wide = session.eval("document.documentElement.scrollWidth");
        assert!(wide.as_u64().is_some_and(|wide| wide <= 390), "{pane} is {wide} pixels wide");
    }
    session.eval("document.querySelector('.reader-body .m-date').click()");
    session.audit("a card on a phone");
    session.shot("phone");
    session.assert_private_and_quiet();
}

#[test]
fn every_script_runs_its_own_way_in_a_face_that_has_it() {
    let session = Session::open("");
    session.drop_files(&[file("scripts", "scripts.txt", SCRIPTS)]);
    session.counts_of(1);
    let ways = session.eval(
        "[...document.querySelectorAll('.reader-body .block')].map(block => getComputedStyle(block).direction).join()",
    );
    let ways = ways.as_str().unwrap_or_default().to_owned();
    assert!(ways.ends_with("rtl,rtl,ltr") && ways.starts_with("ltr"), "{ways}");
    session.audit("three scripts");
    session.shot("scripts");
    session.assert_private_and_quiet();
}

/// A screen as the window has it.
fn metrics() -> SetDeviceMetricsOverride {
    SetDeviceMetricsOverride {
        width: 0,
        height: 0,
        device_scale_factor: 0.0,
        mobile: false,
        scale: None,
        screen_width: None,
        screen_height: None,
        position_x: None,
        position_y: None,
        dont_set_visible_size: None,
        screen_orientation: None,
        viewport: None,
        display_feature: None,
        device_posture: None,
    }
}
