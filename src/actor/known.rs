//! The best-known bodies of the world, whose names say nothing of what they are: a closed table.

use super::tokens::Tokens;

/// Form as written → the body's name; ascending by form. Only forms that mean one body wherever they stand.
const KNOWN: &[(&str, &str)] = &[
    ("ASEAN", "Association of Southeast Asian Nations"),
    ("Agence France-Presse", "Agence France-Presse"),
    ("Al Jazeera", "Al Jazeera"),
    ("Al Shabaab", "Al Shabaab"),
    ("American Airlines", "American Airlines"),
    ("Amnesty International", "Amnesty International"),
    ("Associated Press", "Associated Press"),
    ("BBC", "BBC"),
    ("Bank of America", "Bank of America"),
    ("Boko Haram", "Boko Haram"),
    ("CIA", "Central Intelligence Agency"),
    ("CNN", "CNN"),
    ("Central Intelligence Agency", "Central Intelligence Agency"),
    ("Doctors Without Borders", "Doctors Without Borders"),
    ("European Commission", "European Commission"),
    ("Europol", "Europol"),
    ("FARC", "FARC"),
    ("FBI", "Federal Bureau of Investigation"),
    ("FIFA", "FIFA"),
    ("Farc", "FARC"),
    ("Fatah", "Fatah"),
    ("Gestapo", "Gestapo"),
    ("Greenpeace", "Greenpeace"),
    ("Hamas", "Hamas"),
    ("Hezbollah", "Hezbollah"),
    ("Hizbollah", "Hezbollah"),
    ("Honda", "Honda"),
    ("Houthi", "Houthis"),
    ("Houthis", "Houthis"),
    ("Human Rights Watch", "Human Rights Watch"),
    ("IAEA", "International Atomic Energy Agency"),
    ("IMF", "International Monetary Fund"),
    ("INTERPOL", "Interpol"),
    ("ISIL", "Islamic State"),
    ("ISIS", "Islamic State"),
    ("International Monetary Fund", "International Monetary Fund"),
    ("Interpol", "Interpol"),
    ("Islamic Jihad", "Islamic Jihad"),
    ("Islamic State", "Islamic State"),
    ("KGB", "KGB"),
    ("Khmer Rouge", "Khmer Rouge"),
    ("Kremlin", "Kremlin"),
    ("League of Nations", "League of Nations"),
    ("Likud", "Likud"),
    ("Luftwaffe", "Luftwaffe"),
    ("Mossad", "Mossad"),
    ("Muslim Brotherhood", "Muslim Brotherhood"),
    ("NASA", "NASA"),
    ("NATO", "NATO"),
    ("Nato", "NATO"),
    ("Nokia", "Nokia"),
    ("OECD", "Organisation for Economic Co-operation and Development"),
    ("OPEC", "Organization of the Petroleum Exporting Countries"),
    ("OSCE", "Organization for Security and Co-operation in Europe"),
    ("Pentagon", "Pentagon"),
    ("Peshmerga", "Peshmerga"),
    ("REUTERS", "Reuters"),
    ("Red Army", "Red Army"),
    ("Red Crescent", "Red Crescent"),
    ("Red Cross", "Red Cross"),
    ("Reuters", "Reuters"),
    ("Rio Tinto", "Rio Tinto"),
    ("Shin Bet", "Shin Bet"),
    ("Sinn Fein", "Sinn Fein"),
    ("Standard Chartered", "Standard Chartered"),
    ("Taliban", "Taliban"),
    ("Tamil Tigers", "Tamil Tigers"),
    ("Toyota", "Toyota"),
    ("U.N.", "United Nations"),
    ("UN", "United Nations"),
    ("UNESCO", "UNESCO"),
    ("UNHCR", "UNHCR"),
    ("UNICEF", "UNICEF"),
    ("United Nations", "United Nations"),
    ("Viet Cong", "Viet Cong"),
    ("Wehrmacht", "Wehrmacht"),
    ("Wells Fargo", "Wells Fargo"),
    ("World Bank", "World Bank"),
    ("World Health Organisation", "World Health Organization"),
    ("World Health Organization", "World Health Organization"),
    ("World Trade Organization", "World Trade Organization"),
    ("al Qaeda", "al-Qaeda"),
];

/// Whether a form means one of these bodies.
pub(super) fn is_form(word: &str) -> bool {
    KNOWN.binary_search_by(|(form, _)| (*form).cmp(word)).is_ok()
}

/// Whether a name is that of one of these bodies.
pub(super) fn is_name(name: &str) -> bool {
    KNOWN.iter().any(|(_, known)| *known == name)
}

/// The body named from token `at` on: one past its last token, and its name; the longest form wins.
pub(super) fn at(tokens: Tokens<'_>, at: usize) -> Option<(usize, &'static str)> {
    // all forms but "al Qaeda" begin with a capital
    let first = tokens.word(at);
    if !tokens.is_high(at) && first != "al" {
        return None;
    }
    let from = KNOWN.partition_point(|(form, _)| *form < first);
    KNOWN
        .get(from..)?
        .iter()
        .take_while(|(form, _)| form.starts_with(first))
        .filter_map(|(form, name)| Some((end(tokens, at, form)?, *name)))
        .max_by_key(|(last, _)| *last)
}

/// One past the form's last token, where it stands at token `at`, each word in its place.
fn end(tokens: Tokens<'_>, at: usize, form: &str) -> Option<usize> {
    let mut token = at;
    for word in form.split(['-', ' ']) {
        if tokens.is_hyphen(token) {
            token += 1;
        }
        if tokens.word(token) != word {
            return None;
        }
        token += 1;
    }
    Some(token)
}

#[cfg(test)]
mod tests {
    use super::KNOWN;

    #[test]
    fn the_table_is_in_order_for_its_search() {
        assert!(KNOWN.is_sorted_by(|a, b| a.0 < b.0));
    }
}
