//! Names whose noun stands once for all of them: "Douglas and Wyandotte counties", "the Tigris and Euphrates
//! rivers".

use super::scan::{Hit, Reader};
use crate::document::Shape;
use crate::gazetteer::key::Key;
use crate::gazetteer::{Feature, NameKind, PlaceId, WordClass};

/// Most names of one list.
const LONGEST: usize = 12;
/// Most words of a name of a list.
const WORDS: usize = 3;

/// Whether a noun in small letters may end a name that is written with it: "the Persian gulf", "the Baltic states".
pub(crate) fn is_kind_of_place(noun: &str) -> bool {
    matches!(
        noun,
        "states"
            | "territories"
            | "countries"
            | "republics"
            | "republic"
            | "gulf"
            | "sea"
            | "ocean"
            | "river"
            | "canal"
            | "strait"
            | "straits"
            | "channel"
            | "bay"
            | "lakes"
            | "island"
            | "islands"
            | "isles"
            | "peninsula"
            | "mountains"
            | "highlands"
            | "plateau"
            | "valley"
            | "basin"
            | "delta"
            | "desert"
            | "coast"
            | "archipelago"
            | "subcontinent"
            | "county"
            | "province"
            | "state"
            | "oblast"
            | "governorate"
    )
}

/// Which places a plural may speak of.
type Fits = fn(Feature) -> bool;

/// What a plural says of every name before it: its singular, and which places it may mean.
fn kind(noun: &str) -> Option<(&'static str, Fits)> {
    // hardly a word passes, and none is copied before
    if noun.len() < 5
        || !noun.ends_with(['s', 'S'])
        || !noun.starts_with([
            'b', 'c', 'g', 'i', 'l', 'm', 'o', 'p', 'r', 'B', 'C', 'G', 'I', 'L', 'M', 'O', 'P', 'R',
        ])
    {
        return None;
    }
    let division: Fits = |feature| matches!(feature, Feature::Admin1 | Feature::Admin2);
    let water: Fits = |feature| feature == Feature::Water;
    let land: Fits = |feature| feature == Feature::Land;
    Some(match noun.to_ascii_lowercase().as_str() {
        "counties" => ("county", division),
        "parishes" => ("parish", division),
        "boroughs" => ("borough", division),
        "provinces" => ("province", division),
        "oblasts" => ("oblast", division),
        "governorates" => ("governorate", division),
        "rivers" => ("river", water),
        "lakes" => ("lake", water),
        "mountains" => ("mountains", land),
        "islands" => ("island", land),
        _ => return None,
    })
}

/// Gives the names of such lists the places that they have with their noun; a name that is none without it becomes
/// one.
pub(crate) fn complete(reader: &Reader<'_>, hits: &mut Vec<Hit>) {
    let mut found = Vec::new();
    for (number, sentence) in reader.tokens.document.sentences.iter().enumerate() {
        let begin = sentence.first as usize;
        for noun in begin..sentence.last as usize {
            let Some((singular, fits)) = kind(reader.tokens.word(noun)) else { continue };
            let items = items(reader, begin, noun);
            // one name alone is no list: "the Smith counties" means nothing
            if items.len() > 1 {
                let read = |&(first, last)| named(reader, number, first, last, singular, fits);
                found.extend(items.iter().filter_map(read));
            }
        }
    }
    if found.is_empty() {
        return;
    }
    hits.retain(|hit| !found.iter().any(|f| f.first < hit.last && hit.first < f.last));
    hits.extend(found);
    crate::order::sort_by_key(hits, |hit| hit.first);
}

/// The names listed right before a noun, as tokens, last first.
fn items(reader: &Reader<'_>, begin: usize, noun: usize) -> Vec<(usize, usize)> {
    let tokens = reader.tokens;
    let mut items = Vec::new();
    let mut last = noun;
    while items.len() < LONGEST {
        let mut first = last;
        while first > begin && last - first < WORDS && tokens.is_high(first - 1) {
            first -= 1;
        }
        if first == last {
            break;
        }
        items.push((first, last));
        let mut at = first;
        while at > begin && matches!(tokens.word(at - 1), "," | "and" | "or" | "&") {
            at -= 1;
        }
        if at == first {
            break;
        }
        last = at;
    }
    items
}

/// A name read with its noun; where its first words are none of it ("In Clarke and …"), without them.
fn named(
    reader: &Reader<'_>,
    sentence: usize,
    first: usize,
    last: usize,
    noun: &str,
    fits: Fits,
) -> Option<Hit> {
    let tokens = reader.tokens;
    (first..last).find_map(|first| {
        let mut bare = Key::default();
        for token in first..last {
            if tokens.shape(token) != Shape::Mark {
                bare.push(tokens.word(token));
            }
        }
        let (mut before, mut behind) = (Key::default(), bare);
        before.push(noun);
        for token in first..last {
            before.push(tokens.word(token));
        }
        behind.push(noun);
        [behind, before, bare].into_iter().find_map(|key| {
            let names: Vec<(NameKind, PlaceId)> = reader
                .gazetteer
                .lookup(key)
                .filter(|(kind, place)| {
                    !matches!(kind, NameKind::Demonym | NameKind::Skeleton)
                        && fits(reader.gazetteer.feature(*place))
                })
                .collect();
            (!names.is_empty()).then(|| Hit {
                first,
                last,
                sentence,
                span: reader.span(first, last),
                names,
                name: key.hash(),
                class: WordClass::default(),
                words: last - first + 1,
            })
        })
    })
}
