//! The baked file: gzip around what follows, because static hosts send a file of unknown type as it is. The
//! browser undoes it while the file comes in; natively [`unpack`] does.
//!
//! ```text
//!  0  magic "DLGZ"
//!  4  version, tier (0 core, 1 full), two zero bytes
//!  8  u64 checksum of everything from byte 24 on
//! 16  u64 checksum of the core tier this one extends (0 in a core tier)
//! 24  u32 number of places
//! 28  u32 × 5: byte lengths of the text sections, in the order they stand in
//! 48  names      a line a place: display name⇥key⇥key…; a key's first letter may be a mark:
//!                `~` demonym, `^` abbreviation, `=` as good as the display name; a key equal to the display name is left out
//!     extra      a line a place of the core tier that has further keys: index⇥key⇥key…
//!     countries  a line a country: ISO code⇥name⇥neighbours' codes, by spaces
//!     divisions  a line a first-order division: name
//!     words      three lines: common words, given names, surnames, by spaces
//!     columns    for n places, each byte plane by itself (low bytes together, high bytes together):
//!                id u32 (difference to the place before), latitude i16 and longitude i16 (0.01 degree,
//!                difference to the place before), feature u8, country u8 (line + 1), division u16
//!                (line + 1), population u8 (8 · log₂(n + 1)), radius u8 (8 · log₂(km + 1))
//! ```
//!
//! Keys stand in normal form (see [`key`](super::key)), display names do not. Numbers are little-endian. Places stand by country, division and id, so that neighbours resemble one
//! another and a host's compression finds it: text in place order beside byte planes was the smallest of
//! the layouts measured, half of front-coded keys. The names stay where they are (zero-copy); columns are
//! summed up once at load. A full tier numbers countries and divisions by the core tier's tables.

use super::GazetteerError;
use std::borrow::Cow;

/// First bytes of every baked file.
const MAGIC: [u8; 4] = *b"DLGZ";
/// The layout above.
const VERSION: u8 = 1;
const HEADER: usize = 48;
const SECTIONS: usize = 5;
/// Bytes a place takes in the columns.
const ROW: usize = 4 + 2 + 2 + 1 + 1 + 2 + 1 + 1;

/// One place's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Row {
    /// GeoNames' id, or one of the project's own.
    pub id: u32,
    /// Hundredths of a degree north.
    pub lat: i16,
    /// Hundredths of a degree east.
    pub lon: i16,
    /// Number of the feature, see [`super::Feature`].
    pub feature: u8,
    /// Line of the country table + 1; 0 where it lies in none or several.
    pub country: u8,
    /// Line of the division table + 1; 0 where unknown.
    pub division: u16,
    /// 8 · log₂(inhabitants + 1), rounded.
    pub population: u8,
    /// 8 · log₂(kilometres + 1), rounded; 0 where the population says it.
    pub radius: u8,
}

/// What a baked file holds, as the generator puts it together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// 0 for the core tier, the core tier's checksum for the full one.
    pub extends: u64,
    /// The text sections, in the order of the module's diagram.
    pub sections: [String; SECTIONS],
    /// The places, in the order of the names.
    pub rows: Vec<Row>,
}

/// Codes a count on the file's logarithmic scale.
#[must_use]
pub fn logarithm(count: f64) -> u8 {
    (8.0 * (count.max(0.0) + 1.0).log2()).round().clamp(0.0, 255.0) as u8
}

/// The count a code of the logarithmic scale stands for.
#[must_use]
pub fn exponential(code: u8) -> f32 {
    (f32::from(code) / 8.0).exp2() - 1.0
}

/// Writes a baked file.
#[must_use]
pub fn encode(contents: &Contents) -> Vec<u8> {
    let mut body = Vec::new();
    body.extend((contents.rows.len() as u32).to_le_bytes());
    for section in &contents.sections {
        body.extend((section.len() as u32).to_le_bytes());
    }
    for section in &contents.sections {
        body.extend(section.as_bytes());
    }
    let mut columns: Vec<[u8; ROW]> = Vec::with_capacity(contents.rows.len());
    let mut last = Row::default();
    for row in &contents.rows {
        let id = row.id.wrapping_sub(last.id).to_le_bytes();
        let lat = row.lat.wrapping_sub(last.lat).to_le_bytes();
        let lon = row.lon.wrapping_sub(last.lon).to_le_bytes();
        let division = row.division.to_le_bytes();
        columns.push([
            id[0],
            id[1],
            id[2],
            id[3],
            lat[0],
            lat[1],
            lon[0],
            lon[1],
            row.feature,
            row.country,
            division[0],
            division[1],
            row.population,
            row.radius,
        ]);
        last = *row;
    }
    for plane in 0..ROW {
        body.extend(columns.iter().filter_map(|row| row.get(plane)));
    }
    let mut file = Vec::with_capacity(24 + body.len());
    file.extend(MAGIC);
    file.extend([VERSION, u8::from(contents.extends != 0), 0, 0]);
    file.extend(checksum(&body).to_le_bytes());
    file.extend(contents.extends.to_le_bytes());
    file.extend(body);
    file
}

/// A checked file: where its sections lie, and its rows.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) checksum: u64,
    pub(super) extends: u64,
    pub(super) sections: [std::ops::Range<usize>; SECTIONS],
    pub(super) rows: Vec<Row>,
}

impl Layout {
    /// A text section's bytes.
    pub(super) fn section<'b>(&self, bytes: &'b [u8], number: usize) -> &'b [u8] {
        self.sections.get(number).and_then(|range| bytes.get(range.clone())).unwrap_or_default()
    }
}

/// Undoes the file's gzip, natively. In the page the browser has done it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn unpack(bytes: Cow<'static, [u8]>) -> Result<Cow<'static, [u8]>, GazetteerError> {
    use std::io::Read;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    // gzip ends with the length of what it holds
    let length = bytes.len().checked_sub(4).map_or(0, |at| read_u32(&bytes, at) as usize);
    let mut unpacked = Vec::with_capacity(length.min(1 << 26));
    match flate2::read::GzDecoder::new(bytes.as_ref()).read_to_end(&mut unpacked) {
        Ok(_) => Ok(unpacked.into()),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Err(refuse(SHORT)),
        Err(_) => Err(refuse("The place data cannot be unpacked: it was altered on its way.")),
    }
}

/// Undoes the file's gzip, natively. In the page the browser has done it.
#[cfg(target_arch = "wasm32")]
pub(super) fn unpack(bytes: Cow<'static, [u8]>) -> Result<Cow<'static, [u8]>, GazetteerError> {
    Ok(bytes)
}

const SHORT: &str = "The place data is cut short: the download did not finish. Reload the page.";

fn refuse(message: &str) -> GazetteerError {
    GazetteerError { message: message.into() }
}

/// Checks a file and reads its columns.
pub(super) fn decode(bytes: &[u8]) -> Result<Layout, GazetteerError> {
    let short = || refuse(SHORT);
    let header = bytes.get(..HEADER).ok_or_else(short)?;
    if header.get(..4) != Some(MAGIC.as_slice()) {
        return Err(refuse("The place data is not a gazetteer file of this program."));
    }
    if header.get(4) != Some(&VERSION) {
        return Err(refuse("The place data is of another version than the program. Reload the page."));
    }
    let places = read_u32(header, 24) as usize;
    let mut at = HEADER;
    let mut sections: [std::ops::Range<usize>; SECTIONS] = Default::default();
    for (number, section) in sections.iter_mut().enumerate() {
        let end = at.checked_add(read_u32(header, 28 + 4 * number) as usize).ok_or_else(short)?;
        *section = at..end;
        at = end;
    }
    let columns =
        places.checked_mul(ROW).and_then(|len| bytes.get(at..at.checked_add(len)?)).ok_or_else(short)?;
    if bytes.len() != at + columns.len() {
        return Err(refuse("The place data is longer than it says: it was altered on its way."));
    }
    let sum = read_u64(header, 8);
    if checksum(bytes.get(24..).unwrap_or_default()) != sum {
        return Err(refuse("The place data does not match its checksum: it was altered on its way."));
    }
    Ok(Layout { checksum: sum, extends: read_u64(header, 16), sections, rows: rows(columns, places) })
}

fn rows(columns: &[u8], places: usize) -> Vec<Row> {
    if places == 0 {
        return Vec::new();
    }
    let mut planes = columns.chunks_exact(places);
    let mut next = || planes.next().unwrap_or_default().iter().copied();
    let ids = zip4([next(), next(), next(), next()]);
    let lats = next().zip(next()).map(|(low, high)| i16::from_le_bytes([low, high]));
    let lons = next().zip(next()).map(|(low, high)| i16::from_le_bytes([low, high]));
    let (features, countries) = (next(), next());
    let divisions = next().zip(next()).map(|(low, high)| u16::from_le_bytes([low, high]));
    let (populations, radii) = (next(), next());
    let mut last = Row::default();
    ids.zip(lats.zip(lons))
        .zip(features.zip(countries).zip(divisions))
        .zip(populations.zip(radii))
        .map(|(((id, (lat, lon)), ((feature, country), division)), (population, radius))| {
            last = Row {
                id: last.id.wrapping_add(id),
                lat: last.lat.wrapping_add(lat),
                lon: last.lon.wrapping_add(lon),
                feature,
                country,
                division,
                population,
                radius,
            };
            last
        })
        .collect()
}

fn zip4<I: Iterator<Item = u8>>([a, b, c, d]: [I; 4]) -> impl Iterator<Item = u32> {
    a.zip(b).zip(c.zip(d)).map(|((a, b), (c, d))| u32::from_le_bytes([a, b, c, d]))
}

fn read_u32(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn read_u64(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// A checksum that reads eight bytes a step, so that megabytes take milliseconds in WebAssembly.
/// It finds accidents, not attacks.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut chunks = bytes.chunks_exact(8);
    let mut sum = bytes.len() as u64;
    for chunk in &mut chunks {
        sum = mix(sum, chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    for &byte in chunks.remainder() {
        sum = mix(sum, u64::from(byte));
    }
    sum | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Contents {
        Contents {
            extends: 0,
            sections: [
                "Here\nThere\tthither\n".into(),
                String::new(),
                "XA\tA\t\n".into(),
                "D\n".into(),
                "\n\n\n".into(),
            ],
            rows: vec![
                Row {
                    id: 7,
                    lat: 9000,
                    lon: -18000,
                    feature: 6,
                    country: 1,
                    division: 1,
                    population: 90,
                    radius: 0,
                },
                Row {
                    id: 3,
                    lat: -9000,
                    lon: 18000,
                    feature: 2,
                    country: 1,
                    division: 0,
                    population: 0,
                    radius: 30,
                },
            ],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let contents = sample();
        let layout = decode(&encode(&contents)).expect("a sound file");
        assert_eq!(layout.rows, contents.rows);
        assert_eq!(layout.sections[0].len(), contents.sections[0].len());
    }

    #[test]
    fn every_truncation_and_every_altered_byte_is_refused() {
        let file = encode(&sample());
        for end in 0..file.len() {
            assert!(decode(&file[..end]).is_err(), "cut at {end}");
        }
        // bytes 16 to 24 name the tier that is extended; `Gazetteer::extend` checks them
        for at in (0..5).chain(8..16).chain(24..file.len()) {
            let mut altered = file.clone();
            altered[at] ^= 0x10;
            assert!(decode(&altered).is_err(), "altered at {at}");
        }
    }

    #[test]
    fn a_packed_file_is_unpacked_and_a_broken_one_refused() {
        use std::io::Write;
        let file = encode(&sample());
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&file).expect("memory");
        let packed = packer.finish().expect("memory");
        assert_eq!(unpack(packed.clone().into()).expect("a sound file").as_ref(), file);
        assert_eq!(unpack(file.clone().into()).expect("not packed").as_ref(), file);
        for end in 2..packed.len() {
            let error = unpack(packed[..end].to_vec().into()).expect_err("cut short");
            assert!(error.to_string().contains("cut short"), "cut at {end}: {error}");
        }
        // the checksum covers what is in it, ten bytes of header say nothing of that
        for at in 10..packed.len() {
            let mut altered = packed.clone();
            altered[at] ^= 0x10;
            let refused = unpack(altered.into()).and_then(|bytes| decode(&bytes).map(drop));
            assert!(refused.is_err(), "altered at {at}");
        }
    }

    #[test]
    fn the_logarithmic_scale_holds_a_country() {
        let people = 1_400_000_000.0;
        let back = f64::from(exponential(logarithm(people)));
        assert!((back / people - 1.0).abs() < 0.05);
        assert_eq!(logarithm(0.0), 0);
    }
}
