//! Words around a name that speak for or against a place.

/// What a word says about its neighbour. One word has one cue: the sets are disjoint by construction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// "in", "near": a place follows.
    Locative,
    /// "from", "to": a place or a person follows.
    Movement,
    /// "of".
    Of,
    /// "the".
    The,
    /// "Mr.", "President", "Capt.": a person follows.
    Title,
    /// "said", "told": who spoke stands before.
    Speech,
    /// "University", "Police": an organisation's last word.
    Organisation,
    /// "Street", "Avenue".
    Street,
    /// "city", "province", "River": a place stands before, or after with "of".
    PlaceNoun,
    /// "northern", "west", "downtown", "central": a place follows.
    Direction,
    /// "and", "or".
    And,
    /// "officials", "troops", "government": a demonym or a country stands before.
    Associate,
    /// Nothing.
    None,
}

/// The cue of a word, in any case.
pub(crate) fn of(word: &str) -> Cue {
    let mut buffer = [0_u8; 16];
    let word = word.strip_suffix('.').unwrap_or(word);
    let Some(small) = buffer.get_mut(..word.len()) else { return Cue::None };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    match std::str::from_utf8(small).unwrap_or_default() {
        "in" | "near" | "at" | "outside" | "inside" | "around" | "across" | "throughout" | "via"
        | "toward" | "towards" | "into" | "onto" | "within" | "beyond" | "off" | "nearby" | "neighboring"
        | "neighbouring" | "en" | "visiting" | "visited" | "bordering" | "between" => Cue::Locative,
        "from" | "to" | "through" | "over" | "along" | "leaving" | "left" | "entering" | "entered"
        | "reached" | "against" | "on" | "with" | "for" => Cue::Movement,
        "of" => Cue::Of,
        "the" => Cue::The,
        "mr" | "mrs" | "ms" | "miss" | "dr" | "prof" | "professor" | "president" | "minister" | "premier"
        | "chancellor" | "secretary" | "ambassador" | "sen" | "senator" | "rep" | "representative"
        | "congressman" | "congresswoman" | "gov" | "governor" | "mayor" | "judge" | "justice" | "gen"
        | "general" | "col" | "colonel" | "maj" | "major" | "capt" | "captain" | "lt" | "lieutenant"
        | "sgt" | "sergeant" | "cpl" | "pvt" | "cmdr" | "commander" | "adm" | "admiral" | "marshal"
        | "chief" | "officer" | "detective" | "sheriff" | "constable" | "inspector" | "king" | "queen"
        | "prince" | "princess" | "emperor" | "sultan" | "sheikh" | "sheik" | "lord" | "lady" | "sir"
        | "dame" | "duke" | "duchess" | "baron" | "pope" | "bishop" | "archbishop" | "cardinal" | "rabbi"
        | "imam" | "ayatollah" | "rev" | "reverend" | "father" | "sister" | "brother" | "pastor"
        | "coach" | "manager" | "director" | "chairman" | "chairwoman" | "spokesman" | "spokeswoman"
        | "lawyer" | "attorney" | "author" | "actor" | "actress" | "singer" | "writer" | "reporter"
        | "editor" | "analyst" | "economist" | "leader" | "councilman" | "councilwoman" | "commissioner"
        | "superintendent" | "deputy" | "trooper" | "agent" | "midfielder" | "striker" | "goalkeeper"
        | "quarterback" | "pitcher" | "forward" => Cue::Title,
        "said" | "says" | "told" | "added" | "asked" | "wrote" | "writes" | "explained" | "testified"
        | "recalled" | "insisted" | "joked" | "replied" | "tweeted" | "argued" | "admitted" | "laughed"
        | "smiled" | "who" | "whose" | "whom" => Cue::Speech,
        "university" | "college" | "school" | "police" | "council" | "court" | "hospital" | "museum"
        | "church" | "association" | "society" | "institute" | "foundation" | "committee" | "commission"
        | "department" | "ministry" | "agency" | "bank" | "corp" | "inc" | "ltd" | "llc" | "co"
        | "company" | "group" | "party" | "union" | "league" | "club" | "times" | "post" | "news"
        | "herald" | "tribune" | "journal" | "gazette" | "chronicle" | "observer" | "telegraph"
        | "guardian" | "star" | "sun" | "globe" | "press" | "magazine" | "review" | "army" | "navy"
        | "guard" | "force" | "forces" | "senate" | "house" | "congress" | "parliament" | "assembly"
        | "fc" | "united" | "rovers" | "athletic" | "airlines" | "airways" | "theatre" | "theater"
        | "center" | "centre" | "hotel" | "stadium" | "festival" | "conference" | "award" | "awards"
        | "cup" | "act" | "bill" | "treaty" | "accord" | "agreement" | "declaration" | "protocol"
        | "convention" | "board" | "office" | "service" | "services" | "authority" | "academy"
        | "library" | "high" | "elementary" | "middle" | "campus" | "symphony" | "orchestra" | "opera"
        | "zoo" | "railway" | "railroad" | "motors" | "holdings" | "partners" | "capital" | "insurance"
        | "energy" | "oil" | "gas" | "electric" => Cue::Organisation,
        "street" | "st" | "avenue" | "ave" | "road" | "rd" | "boulevard" | "blvd" | "drive" | "lane"
        | "way" | "square" | "highway" | "hwy" | "parkway" | "pike" | "turnpike" | "court's" | "place"
        | "terrace" | "bridge" | "tower" | "hall" | "building" | "plaza" | "mall" | "garden" | "gardens" => {
            Cue::Street
        }
        "city" | "town" | "village" | "province" | "governorate" | "region" | "district" | "county"
        | "state" | "island" | "islands" | "river" | "lake" | "sea" | "bay" | "gulf" | "valley"
        | "mountain" | "mountains" | "hill" | "hills" | "desert" | "peninsula" | "coast" | "border"
        | "capital's" | "airport" | "port" | "harbor" | "harbour" | "suburb" | "suburbs" | "neighborhood"
        | "neighbourhood" | "area" | "township" | "borough" | "parish" | "oblast" | "republic"
        | "prefecture" | "canton" | "municipality" | "outskirts" | "camp" | "strait" | "countryside"
        | "plain" | "plains" | "basin" | "cape" | "mount" | "resident" | "residents" | "native" => {
            Cue::PlaceNoun
        }
        "north" | "south" | "east" | "west" | "northern" | "southern" | "eastern" | "western" | "central"
        | "northeast" | "northwest" | "southeast" | "southwest" | "northeastern" | "northwestern"
        | "southeastern" | "southwestern" | "downtown" | "upper" | "lower" | "greater" | "suburban"
        | "rural" | "mainland" | "inner" | "coastal" | "uptown" | "upstate" | "midtown" | "metropolitan" => {
            Cue::Direction
        }
        "and" | "or" => Cue::And,
        "government" | "officials" | "official" | "troops" | "soldiers" | "people" | "citizens"
        | "rebels" | "militants" | "authorities" | "embassy" | "economy" | "market" | "military"
        | "leaders" | "diplomats" | "refugees" | "migrants" | "warplanes" | "border's" | "regime"
        | "nationals" | "opposition" | "immigrants" | "language" | "culture" | "women" | "men" => {
            Cue::Associate
        }
        _ => Cue::None,
    }
}

/// Whether two words that stand before a person's name make one title: the second of "Foreign Minister".
pub(crate) fn is_title(word: &str) -> bool {
    of(word) == Cue::Title
        || matches!(
            word,
            "Coordinator"
                | "coordinator"
                | "Envoy"
                | "envoy"
                | "Adviser"
                | "adviser"
                | "Advisor"
                | "advisor"
                | "Negotiator"
                | "negotiator"
                | "Rapporteur"
                | "lawmaker"
                | "Secretary-General"
                | "Count"
                | "Countess"
                | "Earl"
                | "Archduke"
                | "Tsar"
                | "Brigadier"
                | "Treasurer"
                | "treasurer"
                | "Chairperson"
                | "chairperson"
                | "councillor"
                | "Councillor"
                | "Clerk"
        )
}

/// Papers, whose names hold a town that is no scene: "Washington Post", "New York Times".
pub(crate) fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "Post"
            | "Times"
            | "Herald"
            | "Tribune"
            | "Journal"
            | "Gazette"
            | "Chronicle"
            | "Observer"
            | "Telegraph"
            | "Guardian"
            | "Star"
            | "Globe"
            | "Examiner"
            | "Inquirer"
            | "Dispatch"
            | "Bulletin"
            | "Courier"
            | "Enquirer"
            | "Mail"
            | "Mirror"
            | "Monitor"
            | "Register"
            | "Sentinel"
            | "Standard"
            | "Tab"
    )
}

/// Nouns whose "of" a place follows: "mayor of", "city of", "University of".
pub(crate) fn has_place(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "mayor"
            | "governor"
            | "bishop"
            | "archbishop"
            | "emir"
            | "president"
            | "king"
            | "queen"
            | "sultan"
            | "city"
            | "town"
            | "township"
            | "village"
            | "hamlet"
            | "borough"
            | "suburb"
            | "port"
            | "island"
            | "isle"
            | "province"
            | "state"
            | "county"
            | "district"
            | "region"
            | "republic"
            | "kingdom"
            | "capital"
            | "people"
            | "residents"
            | "inhabitants"
            | "citizens"
            | "streets"
            | "outskirts"
            | "coast"
            | "shores"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "university"
            | "gulf"
            | "bay"
            | "strait"
            | "miles"
            | "kilometers"
            | "kilometres"
            | "km"
            | "parts"
            | "rest"
            | "siege"
            | "battle"
            | "fall"
            | "part"
            | "area"
    )
}

/// Nouns that make a name before them that of something that happens, is held or is signed: "Rome Statute",
/// "Cannes Festival", "Vietnam War".
pub(crate) fn is_event(word: &str) -> bool {
    matches!(
        word,
        "War"
            | "Wars"
            | "Statute"
            | "Treaty"
            | "Accord"
            | "Accords"
            | "Agreement"
            | "Agreements"
            | "Convention"
            | "Conventions"
            | "Protocol"
            | "Declaration"
            | "Pact"
            | "Process"
            | "Consensus"
            | "Act"
            | "Festival"
            | "Biennale"
            | "Carnival"
            | "Cup"
            | "Open"
            | "Masters"
            | "Marathon"
            | "Games"
            | "Olympics"
            | "Championship"
            | "Championships"
            | "Classic"
            | "Derby"
            | "Series"
            | "Bowl"
            | "Award"
            | "Awards"
            | "Prize"
            | "Medal"
            | "Expo"
            | "Spring"
            | "Dream"
            | "Syndrome"
            | "Massacre"
    )
}

/// Behind a hyphen, what leaves a place a place: "London-based", "Chicago-area", where "U.S.-led" does not.
pub(crate) fn is_standing(word: &str) -> bool {
    matches!(
        word,
        "based"
            | "born"
            | "bound"
            | "bred"
            | "raised"
            | "area"
            | "wide"
            | "side"
            | "listed"
            | "educated"
            | "registered"
    )
}

/// What people do and places do not: the word behind a surname.
pub(crate) fn is_human(word: &str) -> bool {
    matches!(
        word,
        "grew"
            | "died"
            | "married"
            | "lived"
            | "lives"
            | "walked"
            | "wore"
            | "nodded"
            | "shook"
            | "sighed"
            | "shrugged"
            | "grinned"
            | "wept"
            | "thought"
            | "thinks"
            | "remembers"
            | "remembered"
            | "loved"
            | "loves"
            | "liked"
            | "graduated"
            | "retired"
            | "pleaded"
            | "declined"
            | "noted"
            | "notes"
            | "spoke"
            | "speaks"
            | "talked"
            | "himself"
            | "herself"
            | "Jr."
            | "Jr"
    )
}

/// What people have and places do not: "Fairfield's lawyer".
pub(crate) fn is_owned(word: &str) -> bool {
    matches!(
        word,
        "wife"
            | "husband"
            | "mother"
            | "father"
            | "parents"
            | "son"
            | "sons"
            | "daughter"
            | "daughters"
            | "brother"
            | "sister"
            | "family"
            | "widow"
            | "lawyer"
            | "lawyers"
            | "attorney"
            | "attorneys"
            | "body"
            | "death"
            | "life"
            | "career"
            | "trial"
            | "car"
            | "house"
            | "book"
            | "novel"
            | "voice"
            | "face"
            | "hand"
            | "hands"
            | "head"
            | "eyes"
            | "girlfriend"
            | "boyfriend"
            | "friend"
            | "friends"
            | "own"
    )
}

/// Ships' prefixes: "USS Ross".
pub(crate) fn is_ship(word: &str) -> bool {
    matches!(word, "USS" | "HMS" | "HMCS" | "HMAS" | "USNS" | "MV" | "SS" | "RMS" | "INS" | "USCGC")
}

/// Further heads of organisations' names that say nothing of a place before them.
pub(crate) fn is_body(word: &str) -> bool {
    matches!(
        word,
        "Organisation"
            | "Organization"
            | "Observatory"
            | "Federation"
            | "Confederation"
            | "Front"
            | "Movement"
            | "Fund"
            | "Programme"
            | "Brigade"
            | "Brigades"
            | "Regiment"
            | "Battalion"
            | "Corps"
            | "Squadron"
            | "Units"
            | "Legion"
            | "Militia"
            | "Coalition"
            | "Alliance"
            | "Administration"
            | "Bureau"
            | "Trust"
    )
}

/// Heads whose name goes on: "Bank of …", "Observatory for …", "Committee on …".
pub(crate) fn takes_object(word: &str) -> bool {
    is_body(word)
        || matches!(
            word,
            "University"
                | "Ministry"
                | "Department"
                | "Bank"
                | "Council"
                | "Court"
                | "Committee"
                | "Commission"
                | "Institute"
                | "Association"
                | "Society"
                | "Union"
                | "League"
                | "Party"
                | "Board"
                | "Office"
                | "Academy"
                | "College"
                | "School"
                | "House"
                | "Center"
                | "Centre"
                | "Agency"
                | "Authority"
                | "Museum"
        )
}

/// Those whose body a possessive names: "People's …", "Workers' …".
pub(crate) fn is_membership(word: &str) -> bool {
    matches!(
        word,
        "People"
            | "Workers"
            | "Children"
            | "Women"
            | "Men"
            | "Farmers"
            | "Soldiers"
            | "Writers"
            | "Teachers"
            | "Veterans"
            | "Players"
            | "Mothers"
            | "Students"
            | "Peasants"
            | "Miners"
            | "Seamen"
    )
}
