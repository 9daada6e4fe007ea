//! Which encoding from before Unicode? Every candidate decodes a sample; the one whose characters
//! look most like writing wins.
//!
//! The score knows the letters of languages and how case, scripts and marks follow one another, no
//! words. Candidates and their decoders are those of the WHATWG Encoding Standard.

/// Candidates, likeliest first: ties go to the earlier.
pub(crate) const CANDIDATES: &[&str] = &[
    "windows-1252",
    "windows-1251",
    "windows-1250",
    "shift_jis",
    "gb18030",
    "euc-kr",
    "big5",
    "euc-jp",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "iso-8859-2",
    "koi8-u",
    "macintosh",
    "ibm866",
];

/// The commonest letters of Russian, Greek, Hebrew and Arabic: about two thirds of any text. Read in
/// a wrong encoding they become others.
const FREQUENT: &str = "оеаинтсрвлαοιετσνηρςάόίέήיוהלאמרתשاليمنوتره";

/// Letters few texts hold.
const RARE: &str = "ΰΐϊϋъэщёѓќљњћџ";

/// Latin letters beyond ASCII that are words by themselves.
const SINGLE: &str = "àáâãäåæèéêíóôõöøúÀÁÅÄÆÉÈÍÓÔÖØÚ";

/// How many bytes of a file are decoded in every candidate.
const SAMPLE: usize = 8 * 1024;

/// Letters beyond ASCII, lower case, of languages written in Latin script, with the encodings that
/// were made for them. A language's letters count for it, the others' against it.
const LATIN: &[(&str, &[&str])] = &[
    ("éèêëàâçîïôûùœæ", WEST),
    ("äöüßé", WEST),
    ("áéíóúñü¡¿", WEST),
    ("áâãàçéêíóôõúü", WEST),
    ("àèéìòùî", WEST),
    ("åäöæøé", WEST),
    ("éëïöüèêáó", WEST),
    ("áðéíóúýþæö", WEST),
    ("áčďéěíňóřšťúůýž", CENTRAL),
    ("áäčďéíĺľňóôŕšťúýž", CENTRAL),
    ("ąćęłńóśźż", CENTRAL),
    ("áéíóöőúüű", CENTRAL),
    ("ăâîșşțţ", CENTRAL),
    ("čćžšđ", CENTRAL),
    ("çğıöşüâî", &["windows-1254"]),
    ("āčēģīķļņšūž", &["windows-1257"]),
    ("ąčęėįšųūž", &["windows-1257"]),
    ("äöõüšž", &["windows-1257"]),
];

const WEST: &[&str] = &["windows-1252", "macintosh"];
const CENTRAL: &[&str] = &["windows-1250", "iso-8859-2"];

/// The commonest characters of Chinese, simplified and traditional. Wrong decodings hit few of them.
const HAN: &str = "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得於于著下自之年過过發发後后作裡里用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心本前開开但因只從从想實实日月";

/// Names the candidate whose reading of `bytes` looks most like writing. `decode` reads bytes in a
/// candidate.
pub(crate) fn guess(bytes: &[u8], decode: impl Fn(&'static str, &[u8]) -> String) -> &'static str {
    let sample = sample(bytes);
    let mut best = (i64::MIN, CANDIDATES[0]);
    for &name in CANDIDATES {
        let prior = match name {
            "windows-1252" => 20,
            // hardly written since 2001
            "macintosh" => -12,
            _ => 0,
        };
        let score = prior + score(name, &decode(name, &sample));
        if score > best.0 {
            best = (score, name);
        }
    }
    best.1
}

/// The lines that hold something beyond ASCII, up to [`SAMPLE`] bytes.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in bytes.split(|b| *b == b'\n') {
        let Some(first) = line.iter().position(|b| *b >= 0x80) else { continue };
        // a file may be one line: begin at a blank near its first foreign byte
        let start = line[..first].iter().rposition(|b| *b == b' ').unwrap_or(0);
        let end = line.len().min(start + SAMPLE);
        out.extend_from_slice(&line[start..end]);
        out.push(b'\n');
        if out.len() >= SAMPLE {
            break;
        }
    }
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Kana,
    Hangul,
    Han,
    None,
}

fn script(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => Script::Latin,
        '\u{386}' | '\u{388}'..='\u{3CE}' => Script::Greek,
        '\u{400}'..='\u{45F}' | '\u{490}' | '\u{491}' => Script::Cyrillic,
        '\u{5D0}'..='\u{5EA}' => Script::Hebrew,
        '\u{620}'..='\u{64A}' | '\u{67E}' | '\u{686}' | '\u{698}' | '\u{6A9}' | '\u{6AF}' | '\u{6CC}' => {
            Script::Arabic
        }
        '\u{3041}'..='\u{30FF}' => Script::Kana,
        '\u{AC00}'..='\u{D7A3}' => Script::Hangul,
        '\u{3400}'..='\u{9FFF}' => Script::Han,
        _ => Script::None,
    }
}

/// Points for what looks like writing, against what does not.
fn score(encoding: &str, text: &str) -> i64 {
    let mut points = 0;
    let mut letters: Vec<char> = Vec::new();
    let mut before = ' ';
    for (c, after) in text.chars().zip(text.chars().skip(1).chain([' '])) {
        if !c.is_ascii() {
            points += foreign(encoding, before, c, after);
            if c.is_alphabetic() && (after.is_ascii_digit() || before.is_ascii_digit()) {
                // "£5" read as a letter
                points -= 10;
            }
            if script(c) == Script::Latin {
                letters.push(c.to_lowercase().next().unwrap_or(c));
            }
        } else if c.is_ascii_alphabetic() && !before.is_ascii() && script(before) != Script::None {
            points += joint(before, c);
        }
        before = c;
    }
    points + language(encoding, &letters)
}

/// Points for one character beyond ASCII between its neighbours.
fn foreign(encoding: &str, before: char, c: char, after: char) -> i64 {
    let japanese = matches!(encoding, "shift_jis" | "euc-jp");
    let own = match script(c) {
        // Icelandic opens words with it; in Turkish it would be ş, anywhere
        Script::Latin if c == 'þ' && before.is_alphabetic() => -12,
        // a dash between blanks, read as a letter
        Script::Latin if !before.is_alphabetic() && !after.is_alphabetic() && !SINGLE.contains(c) => -8,
        // the language's letters are counted together
        Script::Latin => 0,
        alphabet @ (Script::Cyrillic | Script::Greek | Script::Hebrew | Script::Arabic) => {
            if script(before) != alphabet && script(after) != alphabet {
                // one such letter alone is a mark of another encoding
                -4
            } else if FREQUENT.contains(c) {
                9
            } else if c.is_uppercase() || RARE.contains(c) {
                1
            } else {
                3
            }
        }
        Script::Kana if japanese => 12,
        Script::Kana => 0,
        Script::Hangul => 8,
        Script::Han if HAN.contains(c) => 24,
        Script::Han => 4,
        Script::None => return mark(before, c, after),
    };
    own + joint(before, c)
}

/// Points against two neighbours that do not join: scripts mixed, a capital behind a small letter.
fn joint(before: char, c: char) -> i64 {
    let (a, b) = (script(before), script(c));
    let east = |s| matches!(s, Script::Han | Script::Kana);
    if a == Script::None
        || b == Script::None
        || (a == b && !(before.is_lowercase() && c.is_uppercase()))
        || (east(a) && east(b))
    {
        0
    } else {
        -12
    }
}

/// Points for a character beyond ASCII that is no letter.
fn mark(before: char, c: char, after: char) -> i64 {
    let western =
        |c: char| c.is_alphabetic() && !matches!(script(c), Script::Han | Script::Kana | Script::Hangul);
    let inside = western(before) && western(after);
    match c {
        '\u{FFFD}' | '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' => -60,
        '’' => 8,
        '‘' | '“' | '«' | '„' if !inside => 8,
        '”' | '»' if !inside => 8,
        '–' | '—' | '…' => 8,
        '\u{A0}' => 4,
        '€' | '£' if after.is_ascii_digit() => 8,
        '€' | '£' | '°' | '§' | '©' | '®' | '™' | '·' | '•' | '½' | '¿' | '¡' | '№' if !inside => {
            2
        }
        '、' | '。' | '「' | '」' | '・' | '，' | '：' | '！' | '？' | '（' | '）' | '\u{3000}' => {
            6
        }
        'ー' => 8,
        '\u{2500}'..='\u{259F}' => -12,
        '\u{FF61}'..='\u{FF9F}' => -6,
        // niqqud and harakat
        '\u{5B0}'..='\u{5C7}' | '\u{64B}'..='\u{652}' | '،' | '؟' => 2,
        _ => -12,
    }
}

/// Points of the language whose letters these are most of all.
fn language(encoding: &str, letters: &[char]) -> i64 {
    if letters.is_empty() {
        return 0;
    }
    let best = LATIN
        .iter()
        .filter(|(_, encodings)| encodings.contains(&encoding))
        .map(|(alphabet, _)| {
            let known = letters.iter().filter(|c| alphabet.contains(**c)).count();
            let strange = letters.len() - known;
            i64::try_from(known).unwrap_or(0) * 6 - i64::try_from(strange).unwrap_or(0) * 6
        })
        .max();
    best.unwrap_or(-12 * i64::try_from(letters.len()).unwrap_or(0))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use encoding_rs::Encoding;

    fn decode(name: &str, bytes: &[u8]) -> String {
        let encoding = Encoding::for_label(name.as_bytes()).expect("a name of the standard");
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn every_candidate_is_in_the_standard() {
        assert!(CANDIDATES.iter().all(|name| Encoding::for_label(name.as_bytes()).is_some()));
    }

    #[test]
    fn languages_are_read_in_the_encoding_they_were_written_in() {
        let cases = [
            ("windows-1252", "The café on the Rhône was closed – “for ever”, the owner’s son said."),
            ("windows-1252", "The owner’s son said so."),
            ("windows-1252", "It cost £5 and he was born in Zürich."),
            ("windows-1252", "Le roi arriva à l’aube ; la forêt était déjà brûlée, où régnait la misère."),
            ("windows-1252", "Die Brücke über den Fluß wurde zerstört, die Straße gesperrt."),
            ("windows-1252", "El niño llegó mañana por la tarde a Cádiz, según el alcalde."),
            ("windows-1252", "A situação não é boa, disse o capitão às três horas da manhã."),
            ("windows-1252", "Båten gick från Göteborg på måndag, men älven var frusen."),
            ("windows-1252", "Høsten kom tidlig på øya, og været ble dårlig før jul."),
            ("windows-1252", "It was cold — very cold—and the price was £5."),
            ("windows-1252", "It was cold – so they said."),
            ("macintosh", "The café’s owner said “no” – and that was that; it didn’t matter, they’d say."),
            ("windows-1250", "Příliš žluťoučký kůň běžel přes řeku do města."),
            ("windows-1250", "Zażółć gęślą jaźń; król przyjechał do Łodzi."),
            ("windows-1250", "Az ősz korán jött, a folyó fölött köd ült, és a hídőr elaludt."),
            ("iso-8859-2", "Źródło rzeki leży w górach; król był chory, ąę śpiewał."),
            ("windows-1251", "Зима пришла рано, и река стала. Король уехал в Москву."),
            ("koi8-u", "Зима пришла рано, и река стала. Король уехал в Москву."),
            ("ibm866", "Зима пришла рано, и река стала. Король уехал в Москву."),
            ("windows-1253", "Ο χειμώνας ήρθε νωρίς και το ποτάμι πάγωσε."),
            ("windows-1254", "Kış erken geldi, ırmak dondu; çocuklar şaşırdı, dağ yolu kapandı."),
            ("windows-1255", "החורף הגיע מוקדם והנהר קפא."),
            ("windows-1256", "جاء الشتاء مبكرا وتجمد النهر في المدينة."),
            ("windows-1257", "Žiema atėjo anksti, upė užšalo, žmonės ėjo ledu į kitą krantą."),
            ("shift_jis", "冬は早く来た。川は凍り、人々は氷の上を歩いて町へ行った。"),
            ("euc-jp", "冬は早く来た。川は凍り、人々は氷の上を歩いて町へ行った。"),
            ("gb18030", "冬天来得很早，河水结了冰，人们从冰上走到城里去。"),
            ("big5", "冬天來得很早，河水結了冰，人們從冰上走到城裡去。"),
            ("euc-kr", "겨울이 일찍 왔다. 강이 얼어 사람들은 얼음 위를 걸어 도시로 갔다."),
        ];
        let mut wrong = Vec::new();
        for (name, text) in cases {
            let (bytes, _, lossy) = Encoding::for_label(name.as_bytes()).expect("a name").encode(text);
            assert!(!lossy, "{name} cannot write {text}");
            let found = guess(&bytes, decode);
            if decode(found, &bytes) != text {
                wrong.push(format!("{name} read as {found}: {}", decode(found, &bytes)));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
