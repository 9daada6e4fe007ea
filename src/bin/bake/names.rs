//! Which names may be keys, and which words are more than place names.

use std::collections::{BTreeMap, BTreeSet};

use crate::inputs::{Inputs, Outcome};
use dateline::gazetteer::key;

/// Words that are not only place names, in normal form.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) common: BTreeSet<String>,
    pub(crate) given: BTreeSet<String>,
    pub(crate) surnames: BTreeSet<String>,
    /// Never a key.
    pub(crate) stopped: BTreeSet<String>,
}

impl Words {
    /// Whether a lesser name of a place would be met all over ordinary text.
    pub(crate) fn is_taken(&self, normal: &str) -> bool {
        self.is_taken_by(normal, 0)
    }

    /// The same for a city: a great one may share its old name with families (Cochin).
    pub(crate) fn is_taken_by(&self, normal: &str, population: u64) -> bool {
        self.stopped.contains(normal)
            || self.common.contains(normal)
            || self.given.contains(normal)
            || (population < 500_000 && self.surnames.contains(normal))
    }

    /// Whether a name may be no key, by itself or without the article that readers leave out: "As Said".
    pub(crate) fn is_stopped(&self, normal: &str) -> bool {
        let bare = key::without_article(normal).unwrap_or(normal);
        self.stopped.contains(normal) || self.stopped.contains(bare)
    }
}

/// How many of the census's most frequent names are kept: those that news of the English-speaking world
/// is likely to hold, while a name met once in a million is more likely a place when it stands alone.
const GIVEN_NAMES: usize = 1200;
const SURNAMES: usize = 6000;

/// Reads the word lists.
pub(crate) fn words(inputs: &Inputs) -> Outcome<Words> {
    let mut words = Words::default();
    words.common.extend(inputs.table("ambiguous_words.txt")?.iter().map(|w| key::normal(w)));
    let census = |inside: &str, most: usize| -> Outcome<Vec<String>> {
        let text = inputs.tarball("names-", inside)?;
        Ok(text.lines().take(most).filter_map(|l| Some(key::normal(l.split_whitespace().next()?))).collect())
    };
    words.given.extend(census("names/dist.male.first", GIVEN_NAMES)?);
    words.given.extend(census("names/dist.female.first", GIVEN_NAMES)?);
    words.surnames.extend(census("names/dist.all.last", SURNAMES)?);
    let own = |table: &str| -> Outcome<Vec<String>> {
        Ok(inputs
            .table(table)?
            .iter()
            .flat_map(|l| l.split(' ').map(key::normal).collect::<Vec<_>>())
            .collect())
    };
    words.given.extend(own("given_names.txt")?);
    words.surnames.extend(own("surnames.txt")?);
    words.stopped.extend(own("stop_names.txt")?);
    Ok(words)
}

/// What the hand-written table says of one code.
#[derive(Debug, Default)]
pub(crate) struct OwnNames {
    pub(crate) names: Vec<String>,
    /// The inhabitants to weigh a city by.
    pub(crate) population: Option<u64>,
}

/// Hand-written names by code: country, division or GeoNames id.
pub(crate) fn by_code(inputs: &Inputs) -> Outcome<BTreeMap<String, OwnNames>> {
    let mut by_code = BTreeMap::new();
    for line in inputs.table("names.txt")? {
        let mut fields = line.split('|');
        let (Some(code), Some(names)) = (fields.next(), fields.next()) else {
            return Err(format!("names.txt: no | in {line:?}"));
        };
        let own = OwnNames {
            names: names.split(';').filter(|n| !n.is_empty()).map(str::to_owned).collect(),
            population: fields.next().and_then(|count| count.parse().ok()),
        };
        if by_code.insert(code.to_owned(), own).is_some() {
            return Err(format!("names.txt: {code} stands twice"));
        }
    }
    Ok(by_code)
}

/// Whether an untagged alternate name can be met in a text of Latin script as a name of its place.
pub(crate) fn is_usable(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let code = letters <= 4 && name.chars().all(|c| !c.is_lowercase());
    let starts_high =
        name.chars().next().is_some_and(|c| c.is_uppercase() || c == '\'' || c == '‘' || c == 'ʻ');
    letters >= 4
        && !code
        && name.len() <= 48
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ'))
        && key::normal(name).is_ascii()
        && name.contains(|c: char| c.is_uppercase())
        && (starts_high || name.contains(' ') || name.contains('-'))
}

/// The further keys of a place: normal forms of `names`, each once, without those of `display`;
/// marked names keep their mark.
pub(crate) fn keys<'n>(display: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut seen = BTreeSet::from([key::normal(display)]);
    let mut keys = Vec::new();
    for name in names {
        let (mark, bare) = match name.chars().next() {
            Some(mark @ ('~' | '^' | '=')) => (Some(mark), name.get(1..).unwrap_or_default()),
            _ => (None, name),
        };
        let normal = key::normal(bare);
        let dotted = bare.contains('.') && bare.chars().all(|c| c.is_uppercase() || c == '.' || c == ' ');
        let mark = if dotted { Some('^') } else { mark };
        let entry = mark.map_or_else(|| normal.clone(), |mark| format!("{mark}{normal}"));
        if !normal.is_empty() && seen.insert(entry.clone()) {
            keys.push(entry);
        }
    }
    keys
}
